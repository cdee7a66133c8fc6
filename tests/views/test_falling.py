"""What falls if a source falls: statements, statuses, cells and readings at any depth; and what several outlets print after one origin."""

from __future__ import annotations

from invented import Ask, plan, point

from tui.render.plain import plain
from tui.views.provenance import cited, origins
from tui.views.sources.page import page
from tui.views.sources.question import source

WIRE = (
    '[[source]]\nid = "wire"\ntitle = "On the catch"\npublisher = "Wire"\ntype = "agency"\ndate = "2031-05-01"\n'
    '[[source]]\nid = "echo"\ntitle = "Wire: on the catch"\npublisher = "Echo"\ntype = "news"\nrelays = ["Wire"]\ndate = "2031-05-02"\n'
    '[[source]]\nid = "sun"\ntitle = "The catch"\npublisher = "Sun"\ntype = "news"\nrelays = ["Wire"]\ndate = "2031-05-02"\n'
)
OWN = 'mode = "reported"\nsaid_by = "Wire"\nsources = ["{}"]\n'
READING = '[[plan.point.reading]]\ntext = "Eleven."\nwitness = "Wire"\n' + OWN.format("wire")
ESCORT = (
    '[[guarantee]]\nid = "escort"\nname = "Escort"\nmode = "reported"\nsaid_by = "Wire"\nsources = ["wire", "gazette"]\n'
    'trigger = { text = "A boat is boarded.", mode = "reported", said_by = "Wire", sources = ["wire"] }\n'
    'status = [{ text = "Offered.", known_from = "2031-05-03", mode = "reported", said_by = "Wire", sources = ["wire"] }]\n'
)
TERM = '[[term]]\nid = "cap"\nname = "Cap"\ntext = "A limit."\n' + OWN.format("wire")
RELAYED = '[[term]]\nid = "catch"\nname = "Catch"\ntext = "What is taken."\n' + OWN.format("echo")


def test_cells_statuses_and_readings_fall_with_their_only_source(ask: Ask) -> None:
    found = source(ask(WIRE, plan("one", [point("1", "Ten.", more=READING)]), ESCORT, TERM, RELAYED), "wire")
    assert {one.title for one in found.falls} == {"ONE point 1: reading, Wire", "Escort: trigger", "Escort: status, 3 May 2031", "Cap"}
    assert {one.title for one in found.falls if one.whole} == {"Cap"}


def test_what_relays_its_publisher_falls_along_with_it_and_is_told_apart(ask: Ask) -> None:
    found = source(ask(WIRE, TERM, RELAYED), "wire")
    assert [one.text for one in found.relayed_by] == ["Echo, 2 May 2031", "Sun, 2 May 2031"]
    assert [one.title for one in found.falls_with_relays] == ["Catch"]
    text = " ".join(plain(page(found)).split())
    assert "One would lose its only source: - term Cap" in text
    assert "One would fall along with all that relays Wire: - term Catch" in text


def test_outlets_that_relay_one_report_are_one_origin(ask: Ask) -> None:
    from tui.views.subject import page_at

    three = TERM.replace('["wire"]', '["wire", "echo", "sun", "gazette"]')
    store = ask(WIRE, three)
    assert origins([cited(store, id_) for id_ in ("wire", "echo", "sun", "gazette")]) == ("Wire", "The Gazette")
    assert "4 outlets, 2 origins: Wire, The Gazette" in " ".join(plain(page_at(store, "term/cap")[1]).split())
