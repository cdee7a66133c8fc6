"""What stands on the pages of the three questions, in words that hold without colour and at every width."""

from __future__ import annotations

import re

import pytest
from invented import PROVENANCE, Ask, plan, point, touch

from tui.render.plain import plain
from tui.store.read import Store
from tui.views.blocks import Columns, Page, Para, Span
from tui.views.compare.comparison import Comparison, compare
from tui.views.compare.difference import difference, row_differences
from tui.views.compare.difference_page import difference_page, differences_page, words_block
from tui.views.compare.lineage import lineage, lineage_page
from tui.views.compare.page import comparison_page, row_beside, row_page
from tui.views.compare.row_cells import cells
from tui.views.drawn_passages import readings_page
from tui.views.guarantees.options import guarantees
from tui.views.guarantees.page import grid_page as guarantee_grid
from tui.views.guarantees.page import option_page
from tui.views.passages import passage
from tui.views.red_lines.line_grid import grid
from tui.views.red_lines.lines import red_line, touches
from tui.views.red_lines.page import cell_page, grid_page, line_page

READING = (
    '[[plan.point.reading]]\nwitness = "The Gazette"\ntext = "Take less."\nsubstance = true\ndiffers = "no number"\n'
    'mode = "reported"\nsaid_by = "The Gazette"\nsources = ["gazette"]\n'
)
CLAUSE = '[[plan.point.clause]]\nletter = "a"\ntext = "Herring only."\n'
ONE = plan(
    "one", [point("1", "Boats must take ten.", more=READING + CLAUSE + touch("north-cap", "crossed")), point("2", "Ports.", "ports")]
)
TWO = plan(
    "two",
    [point("1", "Boats may take ten.", derives=["one/1"], relation="changed", more='changes = "A duty becomes a choice."\n')],
    text="described",
    more='based_on = "one"\ncount = 7\n',
)


def asked(ask: Ask) -> tuple[Store, Comparison]:
    store = ask(ONE, TWO)
    return store, compare(store, ["one", "two"])


def flat(page: Page, width: int = 80) -> str:
    """The page's text with its line breaks taken out, for words that may wrap."""
    return " ".join(plain(page, width).split())


def roles(page: Page) -> set[str]:
    """The roles of all spans of a page."""
    spans: list[Span] = []
    for block in page.blocks:
        if isinstance(block, Columns):
            spans += [span for row in block.rows for cell in row for span in cell]
        elif hasattr(block, "line"):
            spans += block.line
    return {span.role for span in spans}


def test_a_row_has_each_plan_with_number_mark_words_and_who_says_so(ask: Ask) -> None:
    store, found = asked(ask)
    text = flat(row_page(found, found.rows[0], cells(store, found, found.rows[0])))
    for words in (
        "Quota -- O open, political",
        "ONE point 1 b base",
        "TWO point 1 ~ changed",
        "a) Herring only.",
        "- from ONE point 1, changed: A duty becomes a choice.",
        "The Gazette, of substance: Take less. -- no number",
        "X crossed: Northland: No cap.",
        "[judged by desk, 3 May 2031]",
        "document: TWO (The Gazette)",
    ):
        assert words in text


def test_what_a_point_changes_is_told_against_the_point_it_was_told_of_and_by_the_word_of_its_mark(ask: Ask) -> None:
    two = plan("two", [point("1", "Take 10.", derives=["one/1"], relation="same", more='changes = "In figures."\n')])
    three = plan("three", [point("1", "Take 9.", derives=["two/1"], relation="changed", more='changes = "One less."\n')])
    store = ask(plan("one", [point("1", "Take ten.")]), two, three)
    found = compare(store, ["one", "two", "three"])
    text = flat(row_page(found, found.rows[0], cells(store, found, found.rows[0])))
    assert "TWO point 1 = same [document] Take 10. - from ONE point 1, the same: In figures." in text
    assert "THREE point 1 ~ changed [document] Take 9. - from TWO point 1, changed: One less." in text


@pytest.mark.parametrize("width", [40, 80, 140, 300])
def test_side_by_side_or_stacked_the_same_words_stand(ask: Ask, width: int) -> None:
    store, found = asked(ask)
    text = flat(row_beside(found, found.rows[0], cells(store, found, found.rows[0])), width)
    for word in ("ONE", "TWO", "must", "may", "Herring", "choice."):
        assert word in text


def test_an_empty_cell_says_why_in_a_sentence(ask: Ask) -> None:
    store, found = asked(ask)
    text = plain(row_page(found, found.rows[1], cells(store, found, found.rows[1])))
    assert "Not public: the text was described and not released; as described, it says\n  nothing known on this." in text


def test_the_ladder_has_the_issues_with_their_status_and_a_word_for_every_mark(ask: Ask) -> None:
    store, found = asked(ask)
    text = plain(comparison_page(found, lambda row: cells(store, found, row), whole=False))
    assert "Quota" in text
    assert "O open" in text
    for mark in ("b base", "~ changed", "n not public"):
        assert text.count(mark) >= 2  # in the ladder and in the legend


def test_a_ladder_of_four_has_signs_and_a_legend(ask: Ask) -> None:
    store = ask(ONE, TWO, plan("three"), plan("four"))
    found = compare(store, ["one", "two", "three", "four"])
    text = plain(comparison_page(found, lambda row: cells(store, found, row), whole=False))
    assert re.search(r"b R X1 +~ +\. +\.", text)
    assert max(map(len, text.splitlines())) <= 80


def test_a_difference_is_told_by_signs_and_by_roles(ask: Ask) -> None:
    store, found = asked(ask)
    (pair,) = row_differences(cells(store, found, found.rows[0]))
    page = difference_page("Catch", pair)
    text = plain(page)
    assert text.index("Boats must take ten -> Boats may take ten") < text.index("[-must-] [+may+]")
    assert {"insert", "delete"} <= roles(page)


def test_a_difference_says_of_both_sides_which_text_who_says_so_and_that_the_words_are_a_paraphrase(ask: Ask) -> None:
    store, found = asked(ask)
    text = flat(
        differences_page("all", [(row.short, of, row_differences(of)) for row in found.rows for of in [cells(store, found, row)]], "")
    )
    for words in (
        "ONE point 1 -> TWO point 1",
        "ONE point 1 Plan one, published 2 May 2031, whole text public; document: ONE (The Gazette)",
        "TWO point 1 Plan two, published 2 May 2031, described, no text released; document: TWO (The Gazette)",
        "The words are this desk's paraphrase, not the original wording; numbers are exact.",
        "TWO Plan two, published 2 May 2031, described, no text released. no words here: n not public",
        "Only ONE has words here",
    ):
        assert words in text


def test_words_in_quotation_marks_are_not_called_a_paraphrase(ask: Ask) -> None:
    store = ask(plan("one", [point("1", '"Take ten."')]), plan("two", [point("1", "Take nine.", derives=["one/1"], relation="changed")]))
    found = compare(store, ["one", "two"])
    (pair,) = row_differences(cells(store, found, found.rows[0]))
    assert "What is not in quotation marks is this desk's paraphrase" in flat(difference_page("", pair))


def test_versions_of_what_is_not_agreed_are_shown_with_their_speakers_and_not_as_the_plans_words(ask: Ask) -> None:
    version = '[[plan.point.version]]\nparty = "south"\ntext = "No boat."\nmode = "stated"\nsaid_by = "south"\nsources = ["gazette"]\n'
    two = plan("two", [point("1", derives=["one/1"], relation="changed", more="agreed = false\n" + version)])
    store = ask(ONE, two)
    found = compare(store, ["one", "two"])
    (pair,) = row_differences(cells(store, found, found.rows[0]))
    text = flat(difference_page("Catch", pair))
    assert "TWO point 1 is not agreed: it has no text, only each side's version." in text
    assert "ONE -> Southland version in TWO" in text
    assert "Southland version: No boat. Southland said (The Gazette)" in text


def test_a_deletion_does_not_cling_to_the_word_before_it() -> None:
    words = words_block(difference("Boats stay, harbour and all.", "Boats stay."))
    assert isinstance(words, Para)
    assert "".join(span.text for span in words.line) == "Boats stay[-, harbour and all-]."
    words = words_block(difference("All stay here.", "All stay."))
    assert isinstance(words, Para)
    assert "".join(span.text for span in words.line) == "All stay [-here-]."


def test_readings_stand_with_their_witnesses_and_weight(ask: Ask) -> None:
    store, _ = asked(ask)
    one = passage(store, "one", "1")
    assert one
    text = plain(readings_page(one, "ONE"))
    assert "1 other reading, 1 of substance" in text
    assert "reported by The Gazette (The Gazette)" in text


def test_a_lineage_has_the_chain_with_dates_and_what_followed(ask: Ask) -> None:
    store, _ = asked(ask)
    assert "- ONE: Plan one, 2 points, published 2 May 2031, whole text public\n" in plain(lineage_page(lineage(store, "two")))
    assert plain(lineage_page(lineage(store, "two"))).count(" (The Gazette)") == 2
    assert "- TWO: Plan two, 7 points" in plain(lineage_page(lineage(store, "two")))
    assert "Based on it" in plain(lineage_page(lineage(store, "one")))


def test_a_cell_of_the_grid_has_both_wordings_the_verdict_and_the_sources(ask: Ask) -> None:
    store, _ = asked(ask)
    found = grid(store, ["one"])
    cell = found.cell("north-cap", "one")
    assert cell
    text = flat(cell_page(red_line(store, "north-cap"), found.columns[0], cell, touches(store, "one", "north-cap")))
    for words in (
        "X crossed",
        "No cap on the northern catch.",
        "Boats must take ten.",
        "Northland said, 1 May 2031 (The Gazette)",
        "judgement of this desk, 3 May 2031",
    ):
        assert words in text


def test_a_cell_without_a_touch_says_what_its_word_means(ask: Ask) -> None:
    store, _ = asked(ask)
    found = grid(store, ["one"])
    cell = found.cell("south-whales", "one")
    assert cell
    text = plain(cell_page(red_line(store, "south-whales"), found.columns[0], cell, ()))
    assert ". silent" in text
    assert "Why      the whole text is public and says nothing on this." in text


def test_a_grid_of_many_plans_fits_eighty_columns_under_numbers(ask: Ask) -> None:
    store = ask(*(plan(f"plan-{number}") for number in range(12)))
    text = plain(grid_page(grid(store)))
    assert "12=PLAN-11" in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_line_tells_what_its_party_calls_it(ask: Ask) -> None:
    assert "a demand; the party does not call it a red line" in plain(line_page(red_line(ask(), "south-cap"), ()))
    assert "does not call it" not in plain(line_page(red_line(ask(), "north-cap"), ()))


def test_guarantees_side_by_side_show_the_unsaid_as_unsaid_and_many_at_a_glance_first(ask: Ask) -> None:
    made = [f'[[guarantee]]\nid = "g{number}"\nname = "Option {number}"\nguarantor = "Southland"\n' + PROVENANCE for number in range(5)]
    options = guarantees(ask(*made))
    few, many = plain(guarantee_grid(options[:2])), plain(guarantee_grid(options))
    assert "Trigger _ unsaid _ unsaid" in " ".join(few.split())
    assert "Option 4  V  _  _  _" in many
    assert "1=Guarantor" not in few
    assert "_ Who pays for it? (Paid by: unsaid)" in plain(option_page(options[0]))
