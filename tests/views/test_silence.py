"""No text is called silent, by any page, before all of its words are known: what came later may be what speaks."""

from __future__ import annotations

from itertools import product

import pytest
from invented import Ask, plan, point

from tui.model import Plan
from tui.render.plain import plain
from tui.store.read import EVER, Store
from tui.views.compare.comparison import compare
from tui.views.compare.family import family
from tui.views.issue.question import dispute
from tui.views.later.question import later
from tui.views.marks import ABSENT_FOR_CERTAIN
from tui.views.overview.board import board
from tui.views.plans import plan_at_hand
from tui.views.red_lines.line_grid import grid
from tui.views.subject import page_at

EARLY, LATE, END = "2031-05-03", "2031-05-05", "2031-05-20"
LATER = f'known_from = "{LATE}"\n'
OTHER = plan("other", [point("1", "Any quota.")], "partial", public="2031-05-01")
CAP = point("1", "A cap of 5.")
PART, WHOLE = "text public, recorded here in part", "whole text public"

# What may become known later of a text that is called full: more of its words, or what leaves its words as they were.
CLAUSE = point("1", "A cap of 5.", more=f'[[plan.point.clause]]\nletter = "a"\ntext = "For cod."\n{LATER}')
VERSION = point("1", more=f'agreed = false\n[[plan.point.version]]\nparty = "north"\ntext = "A cap of 9."\n{LATER}')
READING = point("1", "A cap of 5.", more=f'[[plan.point.reading]]\nwitness = "The Gazette"\ntext = "A cap of 6."\n{LATER}')
PORTS = point("2", "Ports are shut.", "ports", more=LATER)
LACKED = point("2", None, "ports", more=f'absent = "not recorded"\n{LATER}')
STRUCK = point("2", None, "ports", ["other/1"], "dropped", LATER)


def said_of_nothing(store: Store, texts: list[str]) -> dict[tuple[str, str], set[str | None]]:
    """By text and issue, each word in which the program says that it has nothing there: the board, the pages of issues, comparisons."""
    out: dict[tuple[str, str], set[str | None]] = {}
    shown = board(store)
    for row in shown.rows:
        for of, cell in zip(shown.texts, row.cells, strict=True):
            out.setdefault((of.id, row.id), set()).update({cell.absence} - {None})
        for one in dispute(store, row.id).texts:
            out[one.plan, row.id].update({one.absence} - {None})
    for text in texts:
        for line in compare(store, [text, "other"]).issues:
            out[text, line.issue.id].update({str(line.marks[0].word)} - {"stated"})
    return out


@pytest.mark.parametrize("points", [[CAP, PORTS], [CAP, LACKED], [CLAUSE], [VERSION]], ids=["point", "lacked", "clause", "version"])
def test_a_text_is_silent_on_nothing_before_its_last_words_are_known(points: list[str], ask: Ask) -> None:
    then, whole = ask(plan("two", points), OTHER, as_at=EARLY), ask(plan("two", points), OTHER, as_at=LATE)
    assert said_of_nothing(then, ["two"])["two", "whales"] == {"not recorded"}
    assert said_of_nothing(whole, ["two"])["two", "whales"] == {"silent"}
    assert said_of_nothing(then, ["two"])["two", "ports"] == {"not recorded"}


@pytest.mark.parametrize("points", [[CAP], [READING], [CAP, STRUCK]], ids=["nothing later", "printing", "struck out"])
def test_what_came_later_and_is_no_word_of_the_text_leaves_it_whole(points: list[str], ask: Ask) -> None:
    store = ask(plan("two", points), OTHER, as_at=EARLY)
    assert said_of_nothing(store, ["two"])["two", "ports"] == {"silent"}


def test_every_door_tells_the_same_of_how_much_is_at_hand_on_the_day(ask: Ask) -> None:
    store = ask(plan("two", [CAP, PORTS], more="living = true\n"), OTHER, as_at=EARLY)
    held = [
        store.get("plan", "two"),
        store.card("plan", "two"),
        store.plan_alone("two"),
        *store.cards("plan"),
        *store.at(EARLY).all("plan"),
    ]
    assert [plan_at_hand(one) for one in held if isinstance(one, Plan) and one.id == "two"] == [PART] * 5
    assert next(one.told for one in family(store).branches if one.id == "two").startswith(f"published 2 May 2031, {PART}")
    texts = [plain(page_at(store, address)[1]) for address in ("issue/whales", "compare/two+other", "overview", "lineage", "plan/two")]
    assert all("silent: " not in text and WHOLE not in text for text in texts)
    assert "not recorded: OTHER, TWO" in texts[0] or "not recorded: TWO, OTHER" in texts[0]
    assert {cell.word for row in grid(store, ["two"]).rows for cell in row.cells if row.line.record.issue == "whales"} == {"not recorded"}


def test_another_texts_point_is_no_news_beside_a_text_that_may_have_it_too(ask: Ask) -> None:
    new = plan("new", [point("1", "No whale.", "whales")])
    marks = [
        {row.number or row.of: row.marks[1].word for row in compare(ask(plan("two", [CAP, PORTS]), new, as_at=day), ["two", "new"]).rows}
        for day in (EARLY, LATE)
    ]
    assert (marks[0]["1"], marks[1]["1"]) == ("own", "new")


def test_what_became_known_tells_the_day_on_which_a_text_became_whole(ask: Ask) -> None:
    store = ask(plan("two", [CAP, PORTS]), OTHER)
    (of,) = (one for one in later(store, "2031-05-01").plans if one.record.id == "two")
    assert (of.then, [(day.lower, words) for day, words in of.became]) == (None, [("2031-05-02", PART), (LATE, WHOLE)])
    (of,) = (one for one in later(store, EARLY).plans if one.record.id == "two")
    assert (of.then, [(day.lower, words) for day, words in of.became]) == (PART, [(LATE, WHOLE)])
    (of,) = (one for one in later(store, "2031-05-01", EARLY).plans if one.record.id == "two")
    assert [(day.lower, words) for day, words in of.became] == [("2031-05-02", PART)]


def test_nothing_known_later_ever_contradicts_a_silence(ask: Ask) -> None:
    """Texts of which two points become known on every two days, each in every way, on every day: a fuller day never speaks where one
    before it was silent, but where it tells that the text has struck something out.
    """
    days = ("2031-05-02", EARLY, LATE)
    ways = [("A cap.", "", ""), (None, "", 'absent = "not public"\n'), (None, "dropped", "")]
    texts = [
        plan(
            f"text{place}",
            [
                point(number, words, issue, ["other/1"] if relation else (), relation, f'{more}known_from = "{day}"\n')
                for number, issue, day, (words, relation, more) in (("1", "ports", one, ways[0]), ("2", "whales", two, way))
            ],
        )
        for place, (one, two, way) in enumerate(product(days, days, ways))
    ]
    names = [f"text{place}" for place in range(len(texts))]
    told = [said_of_nothing(store.at(day), names) for store in [ask(*texts, OTHER)] for day in (*days, END, EVER)]
    assert any(words == {"silent"} for words in told[0].values())
    for place, now in enumerate(told):
        for then in told[place:]:
            for which, words in now.items():
                if "silent" in words:
                    assert words == {"silent"}, which
                    assert then[which]
                    assert then[which] <= set(ABSENT_FOR_CERTAIN), which
