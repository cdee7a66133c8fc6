"""One page for a record: `show`, `--plain` and the detail of its pane give the same; nothing is cut, and no two links read alike."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tui.cli.ending import run
from tui.render.plain import plain
from tui.store.read import Store
from tui.views.blocks import Field
from tui.views.subject import page_at

PANES = {"party": "parties", "red_line": "red-lines", "guarantee": "guarantees", "source": "sources"}


@pytest.mark.parametrize("kind", PANES)
def test_the_address_of_a_record_shows_what_its_pane_shows(ferry: Path, kind: str) -> None:
    with Store.open(ferry) as store:
        for id_ in store.ids(kind):
            assert plain(page_at(store, f"{kind}/{id_}")[1]) == plain(page_at(store, f"{PANES[kind]}/{id_}")[1])


@pytest.mark.parametrize("place", ["party/ukraine", "guarantee/us-congress", "plan/us-28", "source/base-article", "red_line/ua-army"])
def test_on_a_page_no_two_links_to_different_things_read_alike(shipped: Path, place: str) -> None:
    with Store.open(shipped) as store:
        page = page_at(store, place)[1]
    labels: Counter[str] = Counter()
    for block in page.blocks:
        if isinstance(block, Field) and block.label.partition(" ")[0] in ("position", "judgement", "event", "figure"):
            labels.update(text for text, _ in {(span.text, span.to) for span in block.line if span.to})
    assert [label for label, times in labels.items() if times > 1] == []


def test_no_list_of_what_refers_to_a_record_ends_in_a_count(shipped: Path) -> None:
    with Store.open(shipped) as store:
        text = plain(page_at(store, "source/base-article")[1])
    assert "more" not in text.split("What rests on it")[1].split("What falls")[0]


def test_show_and_plain_of_an_address_give_the_same(shipped: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def line(*words: str) -> str:
        assert run(["--briefing", str(shipped), *words]) == 0
        return capsys.readouterr().out

    for kind, id_ in (("party", "ukraine"), ("guarantee", "us-congress"), ("source", "base-article"), ("red_line", "ua-army")):
        assert line("show", kind, id_) == line("--plain", f"{kind}/{id_}")
