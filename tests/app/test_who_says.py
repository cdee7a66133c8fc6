"""`i` explains whatever is shown: every pane, every view, every page that opens from one; and is not offered where nothing is stated."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloted import Driver, opened

from tui.views import TABS

NOTHING = "Nothing is stated"
WIDE = (120, 40)


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        ("overview", []),
        ("parties", []),
        ("parties", ["enter"]),
        ("red-lines", []),
        ("red-lines", ["enter"]),
        ("red-lines", ["v"]),
        ("red-lines", ["v", "enter"]),
        ("guarantees", []),
        ("guarantees", ["enter"]),
        ("guarantees", ["full_stop"]),
        ("guarantees", ["v"]),
        ("guarantees", ["v", "v"]),
        ("compare", []),
        ("compare", ["enter"]),
        ("compare/us-28+e3/6", ["d"]),
        ("compare/us-28+e3/6", ["w"]),
        ("compare", ["L"]),
        ("compare/us-28+party:ukraine/6", []),
        ("timeline", []),
        ("timeline", ["enter"]),
        ("timeline", ["G", "enter"]),
        ("sources", []),
        ("sources", ["enter"]),
        ("later", []),
        ("later", ["j", "enter"]),
        ("judgement/congress-is-the-test", []),
        ("plan/us-28/6", []),
        ("plan/us-28", []),
        ("issue/territory", []),
        ("person/zelensky", []),
        ("term/purl", []),
        ("search", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(value),
)
async def test_i_answers_in_every_pane_view_and_page(shipped: Path, place: str, keys: list[str]) -> None:
    address, first = (place, []) if place != "search" else ("overview", ["F", *"purl", "enter"])
    async with opened(shipped, address, size=WIDE) as driver:
        await driver.press(*first, *keys)
        await asked(driver)


@pytest.mark.parametrize("place", TABS)
async def test_i_answers_where_there_is_room_for_the_list_alone_and_on_what_enter_opens_there(shipped: Path, place: str) -> None:
    async with opened(shipped, place, size=(50, 10)) as driver:
        await asked(driver)
        await driver.press("q", "enter")
        await asked(driver)


async def asked(driver: Driver) -> None:
    """Ask who says so, and be answered."""
    depth = len(driver.screen.stack)
    text = await driver.press("i")
    assert NOTHING not in text
    assert len(driver.screen.stack) == depth + 1, text
    assert driver.screen.place.pane.title == "who says so"


@pytest.mark.parametrize("keys", [["question_mark"], ["colon"], ["p"], ["i"]], ids=["help", "palette", "choice", "who-says-so"])
async def test_where_nothing_is_stated_i_is_not_offered(shipped: Path, keys: list[str]) -> None:
    async with opened(shipped, "compare", size=(200, 40)) as driver:
        assert "i who says" in driver.text().splitlines()[-1]
        text = await driver.press(*keys)
        assert "i who says" not in text.splitlines()[-1]


async def test_a_verdict_is_told_apart_from_the_line_and_the_point(shipped: Path) -> None:
    async with opened(shipped, "red-lines/ua-army/us-28", size=(120, 50)) as driver:
        text = " ".join((await driver.press("i")).split())
        line, point, verdict = (text.index(f"The {word}: ") for word in ("line", "point", "verdict"))
        assert line < point < verdict
        assert "Khrystyna Hayovyshyn" in text[line:point]
        assert "How document: the text of a plan, a treaty or a law Text US 28" in text[point:verdict]
        assert "Hayovyshyn" not in text[point:]
        for words in (
            "How judgement: this desk's own reading",
            "Basis follows from a stated number Noted by this desk",
            "When 21 Nov 2025",
        ):
            assert words in text[verdict:], text[verdict:]


async def test_a_difference_tells_who_says_either_text(shipped: Path) -> None:
    async with opened(shipped, "compare/us-28+e3/6", size=WIDE) as driver:
        await driver.press("d")
        text = await driver.press("i")
        first, second, of_it = (text.index(words) for words in ("US 28 point 6: ", "E3 point 6: ", "US 28 point 6, "))
        assert first < second < of_it, "what the texts say comes before what others say of them"


async def test_of_a_link_chosen_in_the_detail_the_record_behind_it_is_explained(shipped: Path) -> None:
    async with opened(shipped, "overview/bottom-lines", size=WIDE) as driver:
        text = await driver.press("tab", "i")
        assert "judgement: this desk's own reading" in text
        assert "Rests on" in text


async def test_what_came_later_is_explained_without_links_that_lead_nowhere(shipped: Path) -> None:
    async with opened(shipped, "timeline", size=WIDE) as driver:
        await driver.press("G")
        text = await driver.press("i")
        assert "Who says so" in text
        assert not driver.screen.sheet.links
