"""What `briefing new` writes: a briefing that is right as it stands, and never over something else."""

import os
from pathlib import Path

import pytest
from full_disk import no_room_for

from tui.cli.new import write_new
from tui.compile.build import check
from tui.errors import BadInput, MachineError
from tui.locate import MANIFEST
from tui.model import KINDS, Plan
from tui.store.read import Store


def test_it_makes_the_folder_and_tells_which_files_it_wrote(tmp_path: Path) -> None:
    folder = tmp_path / "talks" / "new"
    written = write_new(folder, "{}")
    assert sorted(written) == sorted(path for path in folder.rglob("*") if path.is_file())
    assert {folder / MANIFEST, folder / "README.md", folder / "data" / "sources.toml"} <= set(written)
    assert (folder / "schema.json").read_text(encoding="utf-8") == "{}"


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert tmp_path / MANIFEST in write_new(tmp_path, None)


def test_without_a_schema_none_is_written(tmp_path: Path) -> None:
    write_new(tmp_path, None)
    assert not (tmp_path / "schema.json").exists()


def test_a_folder_with_something_in_it_is_refused_and_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / ".notes"
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput, match="is not empty"):
        write_new(tmp_path, "{}")
    assert list(tmp_path.iterdir()) == [mine]


@pytest.mark.parametrize("below", ["", "deeper", "deeper/still"])
def test_a_file_in_the_place_of_the_folder_or_on_the_way_to_it_is_refused(tmp_path: Path, below: str) -> None:
    file = tmp_path / "taken"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput, match="a file is in its place"):
        write_new(file / below, "{}")
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_the_machine_s_fault(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match=r"cannot make the folder .*: File name too long"):
        write_new(tmp_path / ("x" * 300), "{}")


def test_a_file_that_cannot_be_written_is_the_machine_s_fault_and_named(tmp_path: Path) -> None:
    folder = tmp_path
    room = os.pathconf(tmp_path, "PC_PATH_MAX") - len("/README.md")  # for the folder, and not for a file in it
    while (left := room - len(str(folder))) > 2:
        folder /= "x" * min(left - 1, 200)
    with pytest.raises(MachineError, match=r"cannot write .*\.md: .*; nothing of the new briefing is left there"):
        write_new(folder, "{}")


@pytest.mark.parametrize("room", [0, 1500, 2500])
def test_where_the_disk_is_full_nothing_is_left_and_the_next_try_succeeds(tmp_path: Path, room: int) -> None:
    with no_room_for(room), pytest.raises(MachineError, match="File too large; nothing of the new briefing"):
        write_new(tmp_path, "{}")
    assert list(tmp_path.iterdir()) == []
    assert tmp_path / MANIFEST in write_new(tmp_path, "{}")


def test_every_file_leads_an_editor_to_the_schema(tmp_path: Path) -> None:
    for path in write_new(tmp_path, "{}"):
        if path.suffix == ".toml":
            first = path.read_text(encoding="utf-8").splitlines()[0]
            assert first.startswith("#:schema ")
            assert (path.parent / first.removeprefix("#:schema ")).resolve() == tmp_path.resolve() / "schema.json"


def test_the_readme_names_every_data_file(tmp_path: Path) -> None:
    written = write_new(tmp_path, None)
    readme = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in written if path.suffix == ".toml" and path.name not in readme] == []


def test_every_file_begins_with_what_the_author_may_change(tmp_path: Path) -> None:
    sources = [path for path in write_new(tmp_path, None) if path.suffix == ".toml"]
    assert [path.name for path in sources if not path.read_text(encoding="utf-8").splitlines()[1].startswith("# ")] == []


def test_the_written_briefing_has_no_finding_not_even_a_warning(tmp_path: Path) -> None:
    write_new(tmp_path, None)
    assert [str(finding) for finding in check(tmp_path / MANIFEST)] == []


def test_its_store_has_records_of_all_twelve_kinds(ferry: Path) -> None:
    with Store.open(ferry) as store:
        assert [kind for kind in KINDS if not store.count(kind)] == []
        assert len(KINDS) == 12


def test_its_plans_show_what_an_alignment_can_say(ferry: Path) -> None:
    with Store.open(ferry) as store:
        counter = store.get("plan", "bellmoor-counter")
        assert isinstance(counter, Plan)
        assert [point.relation for point in counter.point] == ["same", "changed", "changed", None, "dropped", "new"]
        assert [point.number for point in counter.point if point.absent] == ["4"]


def test_its_manifest_opens_on_what_is_there(ferry: Path) -> None:
    with Store.open(ferry) as store:
        assert all(store.get("judgement", name) for name in store.manifest.bottom_line)
        assert all(store.get("plan", name) for name in store.manifest.compare)


def test_it_shows_less_as_at_an_earlier_day(ferry: Path) -> None:
    with Store.open(ferry, as_at="2031-03-12") as store:
        assert store.ids("plan") == ("arden-draft",)
        assert store.count("judgement") == 0
