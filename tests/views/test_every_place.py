"""Every place that has an address: it can be printed, its links lead somewhere, and it tells nothing that came later."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented import Ask
from pages import crawl, places

from tui.errors import NoSuchRecord
from tui.hostile import bad_characters
from tui.render.plain import plain
from tui.store.read import Store
from tui.views.bylines import said_page
from tui.views.subject import page_at


@pytest.mark.parametrize("day", [None, "2031-03-17", "2031-03-12"])
def test_no_link_of_the_template_leads_nowhere_and_no_page_is_wider_than_asked(ferry: Path, day: str | None) -> None:
    with Store.open(ferry, as_at=day) as store:
        if store.count("plan") < 2:
            with pytest.raises(NoSuchRecord, match="no two plans to compare"):
                page_at(store, "compare")
            pages = {place: page_at(store, place)[1] for place in places(store) if place != "compare"}
        else:
            pages = crawl(store)
    for place, page in pages.items():
        text = plain(page)
        assert max(map(len, text.splitlines())) <= 80, place
        assert not bad_characters(text)


def test_on_an_earlier_day_no_page_tells_of_what_came_later(ferry: Path) -> None:
    with Store.open(ferry, as_at="2031-03-12") as store:
        for place in places(store):
            if place == "compare":
                continue
            text = " ".join(plain(page_at(store, place)[1]).split())
            # The answer, its source, and what its own paper said on 18 March; Bellmoor itself was known.
            for word in (
                "bellmoor-counter",
                "Bellmoor's answer",
                "excerpts",
                "echo-0318",
                "Cars cross free",
                "5,100,000",
                "lodge the bond",
            ):
                assert word not in text, place


def test_every_statement_stands_behind_the_word_that_tells_who_speaks(ferry: Path) -> None:
    words = {"stated": "[said] ", "reported": "[reported] ", "document": "[document] ", "judgement": "[judgement: desk] "}
    with Store.open(ferry) as store:
        for kind in ("red_line", "position", "judgement"):
            for one in store.all(kind):
                text = " ".join(plain(page_at(store, f"{kind}/{one.id}")[1], 400).split())
                assert one.mode
                assert f"{words[one.mode]}{getattr(one, 'statement', '')}" in text


def test_the_first_screen_of_the_overview_has_what_a_minute_is_for(ferry: Path, shipped: Path) -> None:
    for path in (ferry, shipped):
        with Store.open(path) as store:
            lines = plain(page_at(store, "overview")[1]).splitlines()[:21]
        labels = [line.split("  ")[0] for line in lines]
        wanted = ["State as at", "Handling", "Bottom line", "State of play", "Unresolved", "Next"]
        assert list(dict.fromkeys(label for label in labels if label in wanted)) == wanted


def test_parts_are_told_in_words_and_not_in_letters(ferry: Path) -> None:
    with Store.open(ferry) as store:
        assert "- Office: since 2024, until Dec 2029: Harbour master" in plain(page_at(store, "person/wend")[1])
        assert "State     open, principal. The shares" in plain(page_at(store, "issue/money")[1])


def test_an_unsaid_thing_is_shown_as_unsaid(ferry: Path) -> None:
    with Store.open(ferry) as store:
        assert "Must ratify  not on record" in plain(page_at(store, "parties/council")[1])
        assert "Reliability  not graded" in plain(page_at(store, "sources/draft-text")[1])
        assert "4: not recorded" in plain(page_at(store, "plan/bellmoor-counter")[1])
        assert "5 Landing stages: struck out" in plain(page_at(store, "plan/bellmoor-counter")[1])


def test_nothing_falls_with_a_source_on_which_nothing_rests(ask: Ask) -> None:
    store = ask('[[source]]\nid = "unread"\ntitle = "Unread"\ntype = "other"\n')
    assert "Nothing: nothing rests on it." in plain(page_at(store, "sources/unread")[1])


@pytest.mark.sweep
@pytest.mark.parametrize("day", [None, "2025-11-22"])
def test_no_link_of_the_shipped_briefing_leads_nowhere_and_every_page_tells_who_says_what_stands_on_it(
    shipped: Path, day: str | None
) -> None:
    lists = {"parties", "red-lines", "red-lines/grid", "timeline", "sources", "compare"}  # many pages in one; each of them tells
    with Store.open(shipped, as_at=day) as store:
        pages = crawl(store)
        assert len(pages) > 300
        for place in places(store):
            page = pages[place]
            if place in lists:
                continue
            assert page.says, place
            said = page.says()
            assert said, place
            assert all(one.attribution.mode or place.startswith("source") for one in said), place
            assert "Who says so" in plain(said_page(page.title, said, place)), place


def test_an_aim_that_two_agree_on_says_between_whom_on_which_text_and_by_whose_account_wherever_it_stands(shipped: Path) -> None:
    with Store.open(shipped, as_at="2025-12-24") as store:
        for place, words in (
            (
                "compare/us-28+draft-20/6",
                "A aim agreed between US and Ukraine, on Draft 20, political (by Volodymyr Zelensky's account, 24 Dec",
            ),
            ("compare/us-28+e3/17", "on Draft 20: aim agreed between US and Ukraine, by Volodymyr Zelensky's account, 24 Dec 2025"),
            ("issue/armed-forces", "aim agreed between US and Ukraine"),
        ):
            assert words in " ".join(plain(page_at(store, place)[1]).split()), place
    with Store.open(shipped, as_at="2025-11-24") as store:
        assert "open between US and E3, on US 28 and E3, principal, judged by this desk, 24 Nov 2025" in " ".join(
            plain(page_at(store, "overview")[1]).split()
        )
