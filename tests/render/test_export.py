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
from invented import Ask

from tui.errors import BadInput
from tui.render.formats import FORMATS, PARTS, export
from tui.store.read import Store

DIGESTS = {"briefing.toml": "aa", "data/all.toml": "bb"}
EVERY = [(name, what) for name in FORMATS for what in (*PARTS, "all") if (name, what) != ("csv", "all")]
HANDLING = "TLP:GREEN"


@pytest.fixture
def store(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1936000000")
    return ask(*ALL)


@pytest.mark.parametrize(("name", "what"), EVERY)
def test_the_handling_mark_stands_at_head_and_foot(ferry: Path, name: str, what: str) -> None:
    with Store.open(ferry) as store:  # the template has records of every kind, so that no part of it is empty
        text, handling = export(store, DIGESTS, name, what), store.manifest.handling
    if name == "json":
        assert json.loads(text)["handling"] == handling
    elif name == "csv":
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert rows
        assert all(row["handling"] == handling for row in rows)
    else:
        head, foot = text.split("<main>" if name == "html" else "\n", 1)
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
    assert all(lead.startswith("#") and lead[1:] in found.anchors for lead in found.leads)
    assert HOSTILE in "".join(found.words)
    assert '<h1 id="party-north">Northland</h1>' in text
    assert '<a class="strong" href="#party-north">Northland</a>' in text


def test_the_printed_page_repeats_title_date_digest_minute_and_heads(store: Store) -> None:
    text = export(store, DIGESTS, "html", "compare")
    running = re.findall(r'<(?:header|footer) class="running">.*?</(?:header|footer)>', text, re.S)
    assert len(running) == 2
    assert all(HANDLING in one for one in running)
    assert "The herring talks, as of 20 May 2031" in running[0]
    assert re.search(r"Data [0-9a-f]{12}, made 2031-05-08 \d\d:\d\d UTC", running[1])
    assert "display: table-header-group" in text


def test_the_comparison_document_has_a_column_for_each_plan(store: Store) -> None:
    text = export(store, DIGESTS, "html", "compare")
    assert '<th scope="col">Row</th><th scope="col">ONE</th><th scope="col">TWO</th>' in text


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


def test_what_cannot_be_exported_gets_a_sentence(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="No format is called 'pdf'"):
        export(store, DIGESTS, "pdf", "all")
    with pytest.raises(BadInput, match="No part is called 'plans'"):
        export(store, DIGESTS, "md", "plans")
    with pytest.raises(BadInput, match="one grid"):
        export(store, DIGESTS, "csv", "all")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(BadInput, match="SOURCE_DATE_EPOCH"):
        export(store, DIGESTS, "md", "all")


def test_the_plans_of_a_comparison_can_be_chosen(store: Store) -> None:
    found = json.loads(export(store, DIGESTS, "json", "compare", ["two", "one"]))
    assert [head["id"] for head in found["compare"]["columns"]] == ["two", "one"]
