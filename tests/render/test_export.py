"""What every export has, and what none may do; their words stand in the golden texts."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from herring import ALL, HOSTILE
from invented import PROVENANCE, Ask
from reading_back import read_back

import tui.render
from tui.errors import BadInput
from tui.render import word_styles
from tui.render.formats import FORMATS, parts_of
from tui.render.formats import export as made
from tui.render.paper_tables import grids
from tui.render.svg import safe
from tui.store.read import Store
from tui.views.blocks import Columns, Span

DIGESTS = {"briefing.toml": "aa", "data/all.toml": "bb"}
EVERY = [(name, what) for name in FORMATS for what in parts_of(name) if (name, what) != ("csv", "all")]
EVENT = '[[event]]\nid = "round"\ndate = "2031-05-03"\ntitle = "A round"\n' + PROVENANCE
HANDLING = "TLP:GREEN"


def export(store: Store, digests: dict[str, str], name: str, what: str, plans: tuple[str, ...] = ()) -> str:
    return read_back(made(store, digests, name, what, plans))


@pytest.fixture
def store(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1936000000")
    return ask(*ALL)


@pytest.mark.sweep
@pytest.mark.parametrize(("name", "what"), EVERY)
def test_the_handling_mark_stands_at_head_and_foot(ferry: Path, name: str, what: str) -> None:
    with Store.open(ferry) as store:  # the template has records of every kind, so that no part of it is empty
        text, handling = export(store, DIGESTS, name, what), store.manifest.handling
    if name == "json":
        assert json.loads(text)["handling"] == handling
    elif name == "csl-json":
        assert all(handling in one["note"] for one in json.loads(text))
    elif name == "xlsx":
        about, *sheets = text.split("== ")[1:]
        assert f"Handling | {handling}" in about
        assert all(handling in row for sheet in sheets for row in sheet.splitlines()[2:])
    elif name == "docx":
        assert all(told.count(handling) == 2 for told in re.findall(r"^\[\w+ \(\d\)\] .*", text, re.M))
        assert f"Briefing Handling: {handling}" in text
    elif name == "csv":
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert rows
        assert all(row["handling"] == handling for row in rows)
    else:
        head, foot = text.split("<main" if name == "html" else "\n", 1)
        assert handling in head
        assert handling in foot.rsplit("</main>" if name == "html" else "\n\n", 1)[1]


class Tags(HTMLParser):
    """The tags, addresses and words of a document, and whether every tag was closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.leads: list[str] = []
        self.anchors: list[str] = []
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        held = dict(attrs)
        self.leads += [held["href"] or ""] if "href" in held else []
        self.anchors += [held["id"] or ""] if "id" in held else []
        assert not {"src", "onload", "onclick"} & held.keys()
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_html_file_stands_alone_and_every_tag_and_reference_in_it_closes(store: Store) -> None:
    text = export(store, DIGESTS, "html", "all")
    found = Tags()
    found.feed(text)
    assert not found.open
    assert not {"script", "link", "img", "iframe", "b:b", "object"} & found.tags
    assert len(set(found.anchors)) == len(found.anchors)
    assert all(lead.startswith(("http://", "https://")) or lead[1:] in found.anchors for lead in found.leads)
    assert HOSTILE in "".join(found.words)
    assert '<h3 id="party-north">Northland</h3>' in text
    assert '<a class="strong" href="#party-north">Northland</a>' in text


def test_the_printed_page_repeats_handling_mark_title_and_day_above_every_page_in_its_own_room(store: Store) -> None:
    text = export(store, DIGESTS, "html", "compare")
    running = re.findall(r'<thead><tr><td><div class="running">(.*?)</div>', text, re.S)
    assert running
    assert all(HANDLING in one and "The herring talks, as at 20 May 2031" in one for one in running)
    assert "thead { display: table-header-group; }" in text
    assert "position: fixed" not in text


def test_an_html_file_opens_with_title_day_desk_and_handling_once_and_ends_with_the_digest(store: Store) -> None:
    text = export(store, DIGESTS, "html", "all")
    head, foot = text[: text.index("<main")], text[text.index("</main>") :]
    assert text.count("<h1>The herring talks</h1>") == text.count("<h1") == 1
    assert re.search(r"State as at <b>20 May 2031</b>.*By Fisheries desk\. Made 2031-05-08 \d\d:\d\d UTC", head, re.S)
    assert re.search(r"[0-9a-f]{64}", foot)
    assert not re.search(r"[0-9a-f]{64}", head)


def test_the_comparison_document_has_a_column_for_each_plan_and_prints_the_readings(store: Store) -> None:
    text = export(store, DIGESTS, "html", "compare")
    heads = re.search(r'<thead role="rowgroup"><tr role="row">(.*?)</tr>', text)
    assert heads
    assert re.findall(r">(\w+)</span></th>", heads[1]) == ["Row", "ONE", "TWO"]
    assert "Take less." in text
    assert "other readings" not in text


def test_a_source_has_one_number_in_a_document_and_its_note_leads_to_the_web(ask: Ask) -> None:
    web = '[[source]]\nid = "web"\ntitle = "На мережі"\nlanguage = "Ukrainian"\ntype = "news"\naddress = "https://example.org/a?b=1&c=2"\n'
    event = EVENT.replace('sources = ["gazette"]', 'sources = ["web", "gazette"]')
    text = export(ask(*ALL, web, event), DIGESTS, "html", "timeline")
    assert '<a class="source" href="#note-1">' in text
    assert '<cite lang="uk">На мережі</cite>' in text
    assert 'href="https://example.org/a?b=1&amp;c=2"' in text


def test_words_that_run_from_right_to_left_are_kept_apart_from_what_follows(ask: Ask) -> None:
    event = EVENT.replace("A round", "סבב שיחות")
    text = export(ask(event), DIGESTS, "html", "timeline")
    assert "<bdi>סבב שיחות</bdi>" in text


def test_a_word_wider_than_a_column_may_be_broken_so_that_no_column_leaves_the_paper(ask: Ask) -> None:
    """On paper nobody scrolls: the columns behind such a word were not there."""
    text = export(ask(EVENT.replace("A round", f"A {'round' * 12} & {'אבג' * 12}")), DIGESTS, "html", "timeline")
    assert f'A <span class="long">{"round" * 12}</span> &amp; <bdi><span class="long">{"אבג" * 12}</span></bdi>' in text
    assert re.search(r"\.long\b[^}]*overflow-wrap: anywhere", text)


def test_a_sentence_that_begins_with_a_name_from_right_to_left_is_not_turned_round_by_a_browser(ask: Ask) -> None:
    """Within `bdi` a browser goes by the first letter: who owes whom would read the other way."""
    owes = "\u05d0\u05e8\u05d3\u05df owes Bellmoor 5 boats"
    gazette = f'[[source]]\nid = "late"\ntitle = "{owes}"\npublisher = "\u05d1 12 Press"\ntype = "news"\n'
    event = EVENT.replace("A round", owes).replace('sources = ["gazette"]', 'sources = ["late"]')
    text = export(ask(*ALL, gazette, event), DIGESTS, "html", "timeline")
    assert text.count("<bdi>\u05d0\u05e8\u05d3\u05df</bdi> owes Bellmoor 5 boats") >= 2, "of the event, and in the note"
    assert "<bdi>\u05d1</bdi> 12 Press" in text
    assert not re.search("<bdi>[^<]*Bellmoor", text)
    assert safe("\u05d0 12% Money") == "\u2068\u05d0\u2069 12% Money", "a picture knows no bdi"


def test_in_markdown_words_from_right_to_left_are_kept_apart_and_in_data_nothing_is_put_in(ask: Ask) -> None:
    store = ask(EVENT.replace("A round", "סבב (א) 12"))
    assert "\u2068סבב (א)\u2069 12" in export(store, DIGESTS, "md", "timeline")
    for name in ("csv", "json", "xlsx"):
        text = export(store, DIGESTS, name, "timeline")
        assert "סבב (א) 12" in text
        assert "\u2068" not in text


def test_many_columns_of_prose_are_split_in_groups_and_many_of_signs_have_their_heads_turned() -> None:
    def row(*cells: str) -> tuple[tuple[Span, ...], ...]:
        return tuple((Span(cell),) for cell in cells)

    heads = row("Axis", *"ABCDEFGHI")
    prose = grids(Columns(heads, (row("Form", *["A sentence that is long enough"] * 9),)))
    assert [len(one.heads) for one in prose] == [4, 4, 4]
    assert all(one.rows[0][0][0].text == "Form" for one in prose)
    signs = grids(Columns(heads, (row("Form", *"x.x.x.x.x"),), full_heads=row("Axis", *["Long head"] * 9)))
    assert [(one.kind, one.turned) for one in signs] == [("signs", True)]


def test_markdown_cannot_be_written_from_inside_a_record(store: Store) -> None:
    text = export(store, DIGESTS, "md", "compare")
    assert "<b>" not in text
    assert "&lt;b&gt;markup&lt;/b&gt;" in text
    assert "\\*stars\\*" in text
    assert "\\[a link\\](x)" in text
    assert not re.search(r"^# no heading", text, re.M)
    assert "- \\# 600,000 tonnes: cap" in text
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table}) == 1


def test_the_same_data_in_the_same_minute_give_the_same_bytes_and_other_data_another_digest(store: Store) -> None:
    assert export(store, DIGESTS, "html", "all") == export(store, DIGESTS, "html", "all")
    digests = {json.loads(export(store, given, "json", "overview"))["digest"] for given in (DIGESTS, {"briefing.toml": "ab"})}
    assert len(digests) == 2


def test_on_a_day_before_everything_each_export_is_made_and_says_so(ferry: Path) -> None:
    with Store.open(ferry, "0001-01-01") as store:
        for name, what in [("csv", "all"), *(one for one in EVERY if one[1] == "all" and one[0] != "docx")]:
            assert made(store, DIGESTS, name, what), (name, what)


def test_what_cannot_be_exported_gets_a_sentence(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="No format is called 'pdf'"):
        export(store, DIGESTS, "pdf", "all")
    with pytest.raises(BadInput, match="No part is called 'plans'"):
        export(store, DIGESTS, "md", "plans")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(BadInput, match="SOURCE_DATE_EPOCH"):
        export(store, DIGESTS, "md", "all")


def test_the_plans_of_a_comparison_can_be_chosen(store: Store) -> None:
    found = json.loads(export(store, DIGESTS, "json", "compare", ("two", "one")))
    assert [head["id"] for head in found["compare"]["columns"]] == ["two", "one"]


def test_on_paper_too_red_is_for_crossed_and_opposed_alone() -> None:
    styles = (Path(tui.render.__file__).parent / "templates" / "document.css").read_text(encoding="utf-8")
    red = [rule for rule in styles.split("}") if "color: var(--crossed)" in rule]
    assert [rule.split("{")[0].strip() for rule in red] == [".crossed, .opposed"]
    assert [role for role, colour in word_styles._COLOURS.items() if colour == word_styles._COLOURS["crossed"]] == ["crossed", "opposed"]
