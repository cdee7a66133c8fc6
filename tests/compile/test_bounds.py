"""Which dates are taken, with which first and last day, and which are not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compile.bounds import NotADate, date_of


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("2030-01-12", "2030-01-12", "2030-01-12"),
        ("2030-02", "2030-02-01", "2030-02-28"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2030", "2030-01-01", "2030-12-31"),
        ("2030-01-12?", "2030-01-12", "2030-01-12"),
        ("2030-01~", "2030-01-01", "2030-01-31"),
        ("2030-01-12%", "2030-01-12", "2030-01-12"),
        ("2030-01-12/2030-03", "2030-01-12", "2030-03-31"),
        ("2030~/2031-05?", "2030-01-01", "2031-05-31"),
        ("2030-01/2030-01", "2030-01-01", "2030-01-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
    ],
)
def test_bounds_are_strict(text: str, lower: str, upper: str) -> None:
    date = date_of(text)
    assert (date.text, date.lower, date.upper) == (text, lower, upper)


@pytest.mark.parametrize(
    "text", ["2030-XX", "2030-01-XX", "203X", "2030-21", "2030/..", "../2030", "2030/", "/2030", "-0044", "0000", "2030-21/2031"]
)
def test_edtf_that_cannot_be_put_in_order_is_refused_as_such(text: str) -> None:
    with pytest.raises(NotADate, match="cannot be put in order") as refused:
        date_of(text)
    assert refused.value.edtf


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "12 January 2030", "2030-1-2", "20300112", "2030/01/12", "12.01.2030", "2030-13", "2030-00", "2030-02-30", "2030-02-29",
        "2030-04-31", "2030-01-12T10:00:00Z", " 2030", "2030\n", "2030-01-12??", "?2030", "٢٠٣٠", "2030-01-12/2030-01-11", "2030/2031/2032",
        "[2030,2031]", "soon",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(NotADate) as refused:
        date_of(text)
    assert not refused.value.edtf


def test_every_bound_is_what_the_reference_implementation_gave() -> None:
    """The table was written by the `edtf` package, which agreed on sixty thousand texts before the calendar took its place."""
    lines = Path(__file__).with_name("dates.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(lines) > 400
    for line in lines:
        text, lower, upper = line.split("\t")
        assert _read(text) == (lower, upper)


def _read(text: str) -> tuple[str, str]:
    """The columns of the table for a text."""
    try:
        date = date_of(text)
    except NotADate as reason:
        return "-", f"{'+' * reason.edtf}{reason}"
    return date.lower, date.upper


@given(st.text("0123456789-/?~%X. ", max_size=24) | st.text(max_size=30))
def test_any_text_is_a_date_with_ordered_bounds_or_refused(text: str) -> None:
    try:
        date = date_of(text)
    except NotADate:
        return
    assert "0001-01-01" <= date.lower <= date.upper <= "9999-12-31"


@given(st.dates())
def test_every_day_is_its_own_bound(day: object) -> None:
    assert date_of(str(day)).lower == date_of(f"{day}~").upper == str(day)
