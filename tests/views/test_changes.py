"""What changed between two readings of a briefing: by fields as they are authored, numbers first, then the words."""

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from commanded import commanded
from invented import FLOOD, Ask, plan, point, touch
from piloted import opened

from tui.cli.new import write_new
from tui.compile.build import build
from tui.errors import BadInput
from tui.locate import MANIFEST
from tui.render.plain import plain
from tui.store.read import Store
from tui.views.changes.moves import verdicts_moved
from tui.views.changes.page import change_page, page
from tui.views.changes.question import Change, Changes, changes
from tui.views.later.question import later
from tui.views.red_lines.line_grid import grid
from tui.views.subject import page_at

OLD, NEW = "2025-12-09", "2025-12-24"


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The template, and a copy of it in which a number of a point, and an event more, are the only changes."""
    folder = tmp_path_factory.mktemp("twice")
    for name in ("one", "two"):
        write_new(folder / name, None)
    changed = [path for path in (folder / "two" / "data").rglob("*.toml") if "clear height of 9 metres" in path.read_text()]
    assert len(changed) == 1
    text = changed[0].read_text().replace("clear height of 9 metres", "clear height of 11 metres")
    changed[0].write_text(text.replace("value = 9\n", "value = 11\n").replace("value = 9,", "value = 11,"))
    timeline = folder / "two" / "data" / "timeline.toml"
    timeline.write_text((timeline.read_text() if timeline.exists() else "") + FLOOD)
    return folder / "one", folder / "two"


def found(one: Path, two: Path) -> Changes:
    with Store.open(build(one / MANIFEST).path) as before, Store.open(build(two / MANIFEST).path) as after:
        return changes(before, after)


def every(of: Changes) -> list[Change]:
    return [one for group in of.groups for one in group.changes]


def test_between_two_days_it_has_draft_20_the_states_that_moved_and_every_record_of_later(shipped: Path) -> None:
    told = commanded("--briefing", shipped, "diff", OLD, NEW, "--json").data
    addresses = {"/".join(filter(None, (one["kind"], one["id"], one["number"]))) for group in told["groups"] for one in group["changes"]}
    with Store.open(shipped, OLD) as store:
        became = later(store, OLD, NEW)
    news = {one.address for group in became.groups for one in group.news} | {plan.address for plan in became.plans_later}
    assert len(news) > 150
    assert news <= addresses
    assert "plan/draft-20" in addresses
    moved = {one["issue"]: (one["before"]["letter"], one["after"]["letter"]) for one in told["states"]}
    assert moved["armed-forces"] == ("O", "A")
    assert "territory" not in moved or moved["territory"]
    grounds = {one["issue"]: one["after"]["attribution"]["who"] for one in told["states"]}
    assert grounds["armed-forces"] == "Volodymyr Zelensky"


def test_one_changed_number_and_one_event_more_are_all_that_changed(twice: tuple[Path, Path]) -> None:
    of = found(*twice)
    assert [(one.sort, one.address) for one in every(of)] == [("changed", "plan/arden-draft/2"), ("new", "event/flood")]
    text = " ".join(plain(page(of)).split())
    assert "[-9-] [+11+] metres" in text
    assert text.index("9 -> 11") < text.index("[-9-] [+11+]"), "numbers come first"
    back = found(*reversed(twice))
    assert [(one.sort, one.address) for one in every(back)] == [("changed", "plan/arden-draft/2"), ("gone", "event/flood")]
    assert "- 19 Mar" not in text
    gone = change_page(back, every(back)[1])
    assert "Valley Echo" in plain(gone), "who had said it"


def test_a_record_that_moves_within_its_file_or_to_another_has_not_changed(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_new(tmp_path / name, None)
    data = tmp_path / "two" / "data"
    for number, path in enumerate(sorted(data.rglob("*.toml"))):
        path.write_text(f"# moved\n\n{path.read_text()}")
        path.rename(data / f"{number:02}-{path.name}")
    assert found(tmp_path / "one", tmp_path / "two").count == 0
    assert "Nothing has changed." in commanded("diff", tmp_path / "one", tmp_path / "two").out


def test_a_store_is_compared_with_a_folder_and_as_markdown(twice: tuple[Path, Path], tmp_path: Path) -> None:
    one, two = twice
    store = shutil.copy(build(one / MANIFEST).path, tmp_path / "kept.db")
    said = commanded("diff", store, two, "--md")
    assert said.code == 0
    assert "The Lode floods" in said.out
    assert said.out.startswith("# What changed") or "\n# What changed" in said.out
    assert json.loads(commanded("diff", store, two, "--json").out)["groups"][0]["changes"][0]["edits"][0]["difference"]["facts"]


def test_what_is_no_day_and_no_briefing_is_refused(shipped: Path) -> None:
    said = commanded("--briefing", shipped, "diff", "yesterday", NEW)
    assert (said.code, said.out) == (2, "")
    assert "'yesterday' is no day, and no briefing is there" in said.err
    assert commanded("--briefing", shipped, "diff", NEW, NEW).code == 2


def test_a_verdict_on_a_point_that_was_not_there_is_not_told_as_one_that_nobody_had_judged(shipped: Path) -> None:
    with Store.open(shipped) as store:
        text = " ".join(plain(page_at(store, f"changes/{OLD}/{NEW}")[1]).split())
        with pytest.raises(BadInput, match="both days"):
            page_at(store, f"changes/{OLD}/{OLD}")
    assert "Draft 20 point 7 and the line Europeans: Members must consent: new point -> appears strained" in text
    assert "US 28 point 14 and the line EU: Assets stay immobilised: not judged -> appears crossed" in text


async def test_in_the_app_a_day_is_asked_for_and_the_list_leads_to_the_words(shipped: Path) -> None:
    async with opened(shipped, "overview", size=(120, 40)) as driver:
        await driver.press("D")
        assert "changed between 2025-12-24 and:" in driver.text()
        text = await driver.press(*"2025-12-24", "enter")
        assert "That is the day that is shown" in text
        text = await driver.press("ctrl+u", *"9 Dec 2025", "enter")
        assert driver.screen.place.address == "changes/2025-12-09/2025-12-24"
        assert "States that moved" in text
        assert "O open between US and Ukraine" in text
        await driver.press("enter")
        assert driver.screen.place.address == "issue/armed-forces"


def test_a_day_may_leave_out_its_year(shipped: Path) -> None:
    assert commanded("--briefing", shipped, "diff", "9 Dec", "24 Dec").out == commanded("--briefing", shipped, "diff", OLD, NEW).out


def test_of_two_verdicts_on_one_line_the_change_tells_the_graver_as_the_grid_does(ask: Ask) -> None:
    both = touch("north-cap", "crossed") + touch("north-cap", "met")
    store = ask(plan("one", [point("1", "Take ten.", more=both)]))
    (moved,) = verdicts_moved(store.at("2031-05-01"), store)
    cell = grid(store, ["one"]).cell("north-cap", "one")
    assert cell
    assert moved.after == cell.word == "crossed"
    assert not list(verdicts_moved(store, store.at("2031-05-19")))


def test_a_clause_that_came_went_or_changed_goes_by_its_letter_which_is_no_status(ask: Ask) -> None:
    def lettered(**words: str) -> Store:
        parts = [f'[[plan.point.clause]]\nletter = "{letter}"\ntext = "Take {word}."\n' for letter, word in words.items()]
        return ask(plan("one", [point("1", "Take fish.", more="".join(parts))]))

    stores = [lettered(a="cod", T="eel"), lettered(a="hake"), lettered(b="ling", T="eel")]
    told = [[edit.label for change in every(changes(*of)) for edit in change.edits] for of in pairwise(stores)]
    assert told == [["Clause a: Text", "Clause"], ["Clause", "Clause", "Clause"]]
    text = " ".join(plain(page(changes(*stores[:2]))).split())
    assert "Clause: [-T. Take eel-]" in text


def test_what_is_said_anew_of_a_state_or_a_verdict_is_told_though_neither_moved(ask: Ask) -> None:
    pledge = '[[guarantee]]\nid = "watch"\nname = "Joint watch"\nmode = "document"\nsources = ["gazette"]\n'
    ground = 'letter = "P"\nby = "desk"\nmode = "judgement"\nsources = ["gazette"]\nknown_from = "2031-05-02"\n'
    late = '[[guarantee.status]]\ntext = "Both coasts signed it."\naxes = ["none"]\nmode = "document"\nsources = ["gazette"]\n'
    issue = f'[[issue]]\nid = "nets"\nname = "Nets"\nmode = "judgement"\nsources = ["gazette"]\n[[issue.status]]\n{ground}ground = '
    judged = plan("draft", [point("1", "North catches 50.", more=touch("north-cap", "crossed"))])
    with (
        ask(pledge, issue + '"Nobody speaks of it."', judged) as before,
        ask(pledge + late, issue + '"Both asked for time."', judged.replace("It touches the line.", "Fifty is a cap.")) as after,
    ):
        told = " ".join(plain(page(changes(before, after)), 80).split())
    assert "[+Both coasts signed it+]" in told
    assert "Both asked for time" in told
    assert "Fifty is a cap" in told


def test_a_number_that_counts_something_else_now_is_told_though_it_is_the_same(ask: Ask) -> None:
    def held(what: str) -> Store:
        return ask(plan("one", [point("1", "Keep 300 metres.", more=f'numbers = [{{ value = 300, unit = "metres", what = "{what}" }}]\n')]))

    told = " ".join(plain(page(changes(held("distance from the pier"), held("distance from the reef")))).split())
    assert "[-300 metres: distance from the pier-] [+300 metres: distance from the reef+]" in told
