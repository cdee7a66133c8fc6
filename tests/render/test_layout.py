"""Pages laid out in lines: nothing is wider than the screen, and no word is lost, whatever the width."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.render.layout import lay_out
from tui.render.plain import plain
from tui.views.blocks import BlankLine, Block, Columns, Field, Heading, Item, Line, Page, Para, Sketch, Span, line, words
from tui.views.cells import line_width, told_apart, wrap
from tui.widths import width

texts = st.text(alphabet="ab cdЖї漢é-,. \n", min_size=1, max_size=60)
spans = st.lists(st.builds(Span, texts, st.sampled_from(["text", "strong", "quote"])), min_size=1, max_size=4).map(tuple)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Para, spans, st.integers(0, 4)),
    st.builds(Heading, spans, st.sampled_from([1, 2, 3])),
    st.builds(Field, st.text(alphabet="label ", min_size=1, max_size=14).filter(str.strip), spans),
    st.builds(Item, spans, st.just("-"), st.integers(0, 3)),
    st.builds(lambda a, b, c, d: Columns((a, b), ((c, d),)), spans, spans, spans, spans),
    st.just(BlankLine()),
)


def letters(of: str) -> str:
    return re.sub(r"[\s:]", "", of)


@settings(max_examples=3 * settings().max_examples)
@given(spans, st.integers(2, 40))
def test_wrapping_keeps_every_character_and_stays_inside_the_width(of: Line, cells: int) -> None:
    parts = wrap(of, cells)
    assert letters("".join(map(words, parts))) == letters(words(of))
    assert all(line_width(part) <= cells for part in parts)


@pytest.mark.sweep
@settings(max_examples=3 * settings().max_examples)
@given(st.lists(blocks, min_size=1, max_size=6).map(tuple), st.integers(20, 120))
def test_no_word_of_a_page_is_lost_at_any_width(of: tuple[Block, ...], cells: int) -> None:
    shown = "".join(words(laid.line) for laid in lay_out(Page("p", of), cells))
    for block in of:
        if isinstance(block, BlankLine | Sketch):
            continue
        said = [*block.rows[0]] if isinstance(block, Columns) else [block.line]
        for one in said:
            for word in re.findall(r"\S+", words(one)):
                assert set(letters(word)) <= set(letters(shown))


@settings(max_examples=3 * settings().max_examples)
@given(st.lists(st.sampled_from(["a", "boat", "800,000", " ", "  ", "peace-time-long"]), max_size=20).map("".join), st.integers(1, 30))
def test_text_of_narrow_letters_breaks_where_text_with_wide_ones_does(text: str, cells: int) -> None:
    wide = wrap((Span(text), Span("\n漢", "strong")), cells)
    assert [words(part) for part in wrap((Span(text),), cells)] == [words(part) for part in wide[:-1]]


@settings(max_examples=3 * settings().max_examples)
@given(st.lists(st.sampled_from(["a", "boat", "800,000", " ", "  ", "\n"]), max_size=20), st.integers(1, 30))
def test_text_of_several_roles_breaks_where_text_of_one_does_and_each_keeps_its_words(pieces: list[str], cells: int) -> None:
    several = wrap(tuple(Span(piece, "strong" if number % 2 else "text") for number, piece in enumerate(pieces)), cells)
    assert [words(part) for part in several] == [words(part) for part in wrap((Span("".join(pieces)),), cells)]
    strong = "".join(span.text for part in several for span in part if span.role == "strong")
    assert letters(strong) == letters("".join(pieces[1::2]))


@pytest.mark.parametrize("cells", [20, 40, 80, 140])
def test_a_table_is_never_wider_than_the_screen(cells: int) -> None:
    long = line("decisive coordinated military response " * 4)
    page = Page("t", (Columns((line("Axis"), line("US"), line("E3")), ((line("Response"), long, long),)),))
    assert max(line_width(laid.line) for laid in lay_out(page, cells)) <= cells


def test_a_table_too_narrow_for_its_columns_is_stacked_under_the_heads() -> None:
    page = Page(
        "t",
        (Columns((line("Axis"), line("US draft"), line("E3 draft")), ((line("Trigger"), line("a long text " * 5), line("none " * 9)),)),),
    )
    text = plain(page, 30)
    assert "US draft:" in text
    assert "E3 draft:" in text


def test_a_stacked_row_names_its_first_column_too_and_its_cells_keep_their_lines() -> None:
    cell = line("~ changed", "\n", "The catch is 800,000 tonnes.")
    heads = (line("No."), line("Row"), line("E3"))
    table = Columns(heads, ((line(), line("Quota"), line()), (line("6"), line("Catch"), cell)), narrowest=30)
    assert plain(Page("t", (table,)), 36).splitlines() == [
        "Row: Quota",
        "No. 6",
        "  Row: Catch",
        "  E3: ~ changed",
        "    The catch is 800,000 tonnes.",
    ]


def test_a_bracket_never_parts_from_what_it_holds() -> None:
    parts = wrap(line("said ", "(", Span("LB.ua", "source"), ")"), 9)
    assert [words(part) for part in parts] == ["said", "(LB.ua)"]


def test_labels_of_neighbouring_fields_share_a_column() -> None:
    text = plain(Page("p", (Field("Party", line("Ukraine")), Field("Firmness", line("without exception")))))
    assert text == "Party     Ukraine\nFirmness  without exception\n"


def test_one_long_label_stands_above_its_own_field_and_leaves_the_others_beside_theirs() -> None:
    fields = (Field("Party", line("Ukraine")), Field("How the desk came by it", line("by reading")), Field("Basis", line("law")))
    assert plain(Page("p", fields), 45).splitlines() == [
        "Party  Ukraine",
        "How the desk came by it",
        "       by reading",
        "Basis  law",
    ]


def test_a_heading_is_underlined_by_the_cells_that_it_takes() -> None:
    assert plain(Page("p", (Heading(line("和平 Plan"), 1),))) == "和平 Plan\n=========\n"
    assert plain(Page("p", (Heading(line("Kq\u0301"), 2),))) == "Kq\u0301\n--\n"


def test_plain_text_carries_no_escape_and_underlines_headings() -> None:
    text = plain(Page("p", (Heading(line("Title\x1b[2J"), 1), Para(line("a\x07b\u202ec")))))
    assert text == "Title\n=====\nabc\n"


def test_wide_letters_take_two_cells_and_combining_ones_none() -> None:
    assert width("漢字") == 4
    assert width("e\u0301") == 1


def test_a_short_word_behind_spaces_that_do_not_fit_goes_to_the_next_line() -> None:
    assert [words(part) for part in wrap(line("judged 13   n"), 10)] == ["judged 13", "n"]


def test_names_that_would_be_cut_alike_are_told_apart() -> None:
    assert told_apart(["Russia 2024", "Russia 2025", "E3"], 9) == ["Russ~2024", "Russ~2025", "E3"]
    assert told_apart(["Russia 2024", "Ukraine 2025"], 9) == ["Russia 2~", "Ukraine ~"]
