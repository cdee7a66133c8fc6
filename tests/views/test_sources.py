"""The page of a source: what its author has written of it is there to be read."""

from __future__ import annotations

import re

from invented import Ask

from tui.render.plain import plain
from tui.views.sources.page import page
from tui.views.sources.question import source

GRADED = '[[source]]\nid = "wire"\ntitle = "Wire"\ntype = "news"\nreliability = "B"\ncredibility = "3"\n'


def test_how_credible_a_report_is_stands_on_its_page_apart_from_how_reliable_its_publisher_is(ask: Ask) -> None:
    store = ask(GRADED)
    text = plain(page(source(store, "wire")))
    assert re.search(r"^Reliability +B$", text, re.MULTILINE)
    assert re.search(r"^Credibility +3$", text, re.MULTILINE)
    assert "Credibility" not in plain(page(source(store, "gazette")))
