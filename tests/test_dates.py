"""Dates in words, as the timeline and the bylines show them."""

import pytest

from tui.dates import in_words, last_day
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
        ("", None),
    ],
)
def test_a_typed_date_means_its_last_day(typed: str, day: str | None) -> None:
    assert last_day(typed) == day
