"""A digest for every record and point: it tells what a reader sees on the day of the briefing, and nothing else."""

from pathlib import Path

import pytest
from invented import MANIFEST as MANIFEST_TEXT
from invented import PROVENANCE, store_of

from tui.cli.new import write_new
from tui.compile.build import build
from tui.locate import MANIFEST
from tui.model import KINDS, Plan
from tui.store.read import Store


def digests(folder: Path, *, whole: bool = False) -> dict[str, str]:
    with Store.open(build(folder / MANIFEST, whole=whole).path) as store:
        return store.digests()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_new(tmp_path / "one", None)
    return tmp_path / "one"


def rewrite(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / "data" / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_every_record_and_every_point_has_one(ferry: Path) -> None:
    with Store.open(ferry) as store:
        wanted = {f"{kind}/{ident}" for kind in KINDS for ident in store.ids(kind)}
        wanted |= {f"plan/{plan.id}/{point.number}" for plan in store.all("plan") if isinstance(plan, Plan) for point in plan.point}
        assert store.digests().keys() == wanted


@pytest.mark.parametrize("whole", [True, False])
def test_one_changed_word_changes_one_digest_however_the_store_is_brought_up_to_date(folder: Path, whole: bool) -> None:
    before = digests(folder)
    rewrite(folder, "arden-draft.toml", "clear height of 9 metres", "clear height of 11 metres")
    after = digests(folder, whole=whole)
    assert {address for address in before if before[address] != after[address]} == {"plan/arden-draft/2"}
    assert after == digests(folder, whole=True)


def test_a_comment_a_line_and_another_file_change_none(folder: Path) -> None:
    before = digests(folder)
    path = folder / "data" / "events.toml"
    path.write_text(f"# a remark\n\n\n{path.read_text()}")
    path.rename(folder / "data" / "zz.toml")
    assert digests(folder) == before


def test_what_becomes_known_with_the_day_of_the_briefing_changes_the_digest_of_its_record(tmp_path: Path) -> None:
    state = '[[issue.status]]\nletter = "P"\nground = "It is put off."\nby = "desk"\nknown_from = "2031-05-10"\n'
    nets = f'[[issue]]\nid = "nets"\nname = "Nets"\n{PROVENANCE}{state}{PROVENANCE}'
    found = []
    for day in ("2031-05-04", "2031-05-20"):
        with store_of(tmp_path, nets, manifest=MANIFEST_TEXT.replace("2031-05-20", day)) as store:
            found.append(store.digests())
    early, late = found
    assert early.keys() == late.keys()
    assert {address for address in early if early[address] != late[address]} == {"issue/nets"}
