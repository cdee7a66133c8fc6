"""Dates in words, as the timeline and the bylines show them."""

import pytest

from tui.dates import first_day, in_words, last_day
from tui.model import Date


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-12-09", "9 Dec 2025"),
        ("2025-12-09~", "about 9 Dec 2025"),
        ("2025-11-20?", "20 Nov 2025, uncertain"),
        ("2025-11-20%", "about 20 Nov 2025, uncertain"),
        ("2025-12", "Dec 2025"),
        ("2025-12~", "about Dec 2025"),
        ("2025", "2025"),
        ("2025-12-08/2025-12-09", "8-9 Dec 2025"),
        ("2025-11-20/2025-12-24", "20 Nov - 24 Dec 2025"),
        ("2025-12-28/2026-01-06", "28 Dec 2025 - 6 Jan 2026"),
        ("2025-11/2025-12", "Nov 2025 - Dec 2025"),
        ("2025-12-08~/2025-12-09", "about 8 Dec 2025 - 9 Dec 2025"),
    ],
)
def test_a_date_reads_as_people_write_it(edtf: str, words: str) -> None:
    assert in_words(Date(edtf, "", "")) == words


def test_no_date_says_so() -> None:
    assert in_words(None) == "no date"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-12-09", "2025-12-09"),
        ("2025-11", "2025-11-30"),
        ("2024-02", "2024-02-29"),
        ("2025", "2025-12-31"),
        (" 2025-12-09 ", "2025-12-09"),
        ("2025-02-30", None),
        ("2025-13", None),
        ("0000", None),
        ("tomorrow", None),
        ("yesterday", None),
        ("", None),
        ("24 Nov 2025", "2025-11-24"),
        ("9 dec 2025", "2025-12-09"),
        ("9. December 2025", None),
        ("Dec 9, 2025", "2025-12-09"),
        ("December 9th 2025", "2025-12-09"),
        ("9th dec 2025", "2025-12-09"),
        ("24.12.2025", "2025-12-24"),
        ("24. 12. 2025", "2025-12-24"),
        ("3 Sept 2025", "2025-09-03"),
        ("Nov 2025", "2025-11-30"),
        ("2025-12-09~", "2025-12-09"),
        ("2025-11-20/2025-12-24", "2025-12-24"),
        ("2025-11/2025-12", "2025-12-31"),
        ("2025-11-20/", None),
        ("30 Feb 2025", None),
        ("31.13.2025", None),
        ("9 Ju 2025", None),
        ("9 July 0000", None),
        ("9 Dec", None),
    ],
)
def test_a_typed_date_means_its_last_day(typed: str, day: str | None) -> None:
    assert last_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [("9 dec", "2025-12-09"), ("dec 9", "2025-12-09"), ("24.12.", "2025-12-24"), ("25.12.", "2024-12-25"), ("3 jan", "2025-01-03")],
)
def test_a_day_without_a_year_is_the_latest_that_is_not_after_the_briefings_own(typed: str, day: str) -> None:
    assert last_day(typed, "2025-12-24") == day


@pytest.mark.parametrize(
    "edtf",
    [
        *("2025-12-09", "2025-12-09~", "2025-11-20?", "2025-11-20%", "2025-12", "2025-12~", "2025", "2025-12-08/2025-12-09"),
        *("2025-11-20/2025-12-24", "2025-12-28/2026-01-06", "2025-11/2025-12", "2025-12-08~/2025-12-09"),
    ],
)
def test_what_the_program_writes_can_be_typed(edtf: str) -> None:
    assert last_day(edtf)
    assert last_day(in_words(edtf)) == last_day(edtf)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025", "2025-01-01"),
        ("2025?", "2025-01-01"),
        ("2025-12~", "2025-12-01"),
        ("about Dec 2025", "2025-12-01"),
        ("Dec 9", "2025-12-09"),
        ("December 24", "2025-12-24"),
        ("9 Dec", "2025-12-09"),
        ("9.1.", "2025-01-09"),
        ("25 Dec", "2024-12-25"),
        ("8-9 Dec 2025", "2025-12-08"),
        ("20 Nov - 24 Dec 2025", "2025-11-20"),
        ("28 Dec 2025 - 6 Jan 2026", "2025-12-28"),
        ("Nov 2025 - Dec 2025", "2025-11-01"),
        ("2025-11-20/2025-12", "2025-11-20"),
        ("2025-12/2025-11", None),
        ("yesterday", None),
    ],
)
def test_a_typed_date_begins_on_its_first_day(typed: str, day: str | None) -> None:
    assert first_day(typed, "2025-12-24") == day
