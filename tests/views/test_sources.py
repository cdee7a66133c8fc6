"""The page of a source: what its author has written of it is there to be read."""

from __future__ import annotations

import re

from invented import Ask

from tui.render.plain import plain
from tui.views.blocks import words
from tui.views.record.page import page as record_page
from tui.views.record.question import record
from tui.views.search.page import page as search_page
from tui.views.search.question import matches, search
from tui.views.sources import view
from tui.views.sources.page import list_page, page
from tui.views.sources.pane import SourcesPane
from tui.views.sources.question import source, sources

GRADED = '[[source]]\nid = "wire"\ntitle = "Wire"\ntype = "news"\nreliability = "B"\ncredibility = "3"\n'


def test_how_credible_a_report_is_stands_on_its_page_apart_from_how_reliable_its_publisher_is(ask: Ask) -> None:
    store = ask(GRADED)
    text = plain(page(source(store, "wire")))
    assert re.search(r"^Reliability +B$", text, re.MULTILINE)
    assert re.search(r"^Credibility +3$", text, re.MULTILINE)
    assert "Credibility" not in plain(page(source(store, "gazette")))


FERRY = '[[source]]\nid = "wire"\ntitle = "Why the ferry waits"\ndescribed = true\ntype = "news"\n'
HERALD = '[[source]]\nid = "herald"\ntitle = "Ferry waits"\npublisher = "Herald"\ntype = "news"\n'
NOTE = '[[term]]\nid = "ferry"\nname = "Ferry"\ntext = "The boat."\nmode = "document"\nsources = ["wire", "herald", "gazette"]\n'


def test_what_this_desk_calls_a_source_never_stands_as_its_title(ask: Ask) -> None:
    store = ask(FERRY + HERALD.replace("type", "described = true\ntype") + NOTE)
    found = search(store, "ferry")
    shown = [
        plain(page(source(store, "wire"))),
        plain(list_page(sources(store))),
        plain(record_page(record(store, "term", "ferry"))),
        plain(view.document(store, ())[0]),
        plain(search_page(found, matches(store, found))),
        *(words(cell) for row in SourcesPane(store).rows() for cell in row.cells),
    ]
    shown = [" ".join(text.split()) for text in shown]
    for name in ("Why the ferry waits", "Ferry waits"):
        for text in shown:
            assert text.count(name) == text.count(f"[{name}]")
    assert "this desk's description" in shown[0]
    assert "desk's description" in shown[1]
    assert shown[2].count("(this desk's description)") == 2
    assert "[Coast and Quota]" not in "".join(shown)


def test_data_tell_a_description_from_a_title_in_a_field_of_its_own(ask: Ask) -> None:
    store = ask(FERRY)
    described = {row["id"]: (row["title"], row["described"]) for row in view.data(store, ())}
    assert described["wire"] == ("Why the ferry waits", True)
    assert described["gazette"] == ("Coast and Quota", False)
    table = view.table(store, ())
    assert {row[0]: row[table.heads.index("described")] for row in table.rows} == {"wire": "yes", "gazette": ""}


def test_what_falls_with_those_that_relay_a_source_stands_in_one_order_whenever_it_is_asked(ask: Ask) -> None:
    agency = '[[source]]\nid = "agency"\ntitle = "Agency"\npublisher = "Agency"\ntype = "agency"\n'
    names = [f"paper-{letter}" for letter in "hgfedcba"]
    papers = "".join(f'[[source]]\nid = "{one}"\ntitle = "{one}"\ntype = "news"\nrelays = ["Agency"]\n' for one in names)
    told = "".join(
        f'[[term]]\nid = "of-{one}"\nname = "{one}"\ntext = "Boat."\nmode = "document"\nsources = ["{one}"]\n' for one in reversed(names)
    )
    found = source(ask(agency + papers + told), "agency")
    assert [one.address for one in found.falls_with_relays] == [f"term/of-{one}" for one in names]
