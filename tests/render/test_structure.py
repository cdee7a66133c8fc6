"""No text of a briefing makes structure in what is sent on: a document has the same headings, lists and tables whatever it says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import poisoned
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reading_back import document_in, workbook_in

from tui.model import KINDS, Date
from tui.render.formats import export
from tui.store.read import Store
from tui.store.write import write

pytestmark = pytest.mark.sweep

# Everything that opens something in a format, at the start of a line and within it; and the same without what it opens.
MARKUP = (
    " |a|b|\n# EVIL\n\n- EVIL\n+ EVIL\n* EVIL\n7. EVIL\n7) EVIL\n---\n===\n***\n___\n> EVIL\n```\n~~~\n    EVIL\n\tEVIL\n|a|b|\n|-|-|\n"
    "[EVIL]: http://evil.example\n**EVIL** __EVIL__ *EVIL* `EVIL` ~~EVIL~~ [EVIL](http://evil.example) ![EVIL](x) <http://evil.example> "
    "<b>EVIL</b> <!-- EVIL <script>EVIL\n&lt;b&gt; &#60;i&#62; \\ {EVIL} }, title = {EVIL}} @book{EVIL, $EVIL$ %EVIL =EVIL \"EVIL' "
    "\uffff\U0001ffff\ufdd0 {{ EVIL }} {% EVIL %} --> \\"
)
PLAIN = "http://evil.example".join(
    re.sub(r"[^\w\s.,]|(?<=\n)\d|_|[\uffff\U0001ffff\ufdd0]", "x", part).replace("\t", " ").replace("    ", "x")
    for part in MARKUP.split("http://evil.example")  # which is a link in any text
)


@contextmanager
def briefing_of(payload: str, ferry: Path, folder: Path) -> Iterator[Store]:
    """The template with this behind each of its texts, and in records in which every field is filled with it."""
    with pytest.MonkeyPatch.context() as patch, Store.open(ferry, "9999-12-31") as store:
        patch.setattr(poisoned, "PAYLOAD", payload)
        patch.setattr(poisoned, "NAME", "-evil")
        patch.setitem(poisoned.SAMPLES, Date, Date(*["2031-01-05"] * 3))
        behind = poisoned._behind
        patch.setattr(poisoned, "_behind", lambda held, shape: held if isinstance(held, Date) else behind(held, shape))
        write(folder / "store.db", *poisoned.briefing(store.manifest, [one for kind in KINDS for one in store.all(kind)]), {"a": "0" * 64})
    with Store.open(folder / "store.db") as store:
        yield store


@pytest.fixture(scope="module")
def made(ferry: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Any, Any]]:
    """Each format of the briefing with markup in it, and of the one without."""
    found = []
    for payload in (MARKUP, PLAIN):
        with briefing_of(payload, ferry, tmp_path_factory.mktemp("briefing")) as store:
            found.append({name: export(store, {"a": "0" * 64}, name, what) for name, what in WHAT.items()})
    return {name: (found[0][name], found[1][name]) for name in WHAT}


WHAT = {"md": "parties", "html": "parties", "docx": "overview", "xlsx": "timeline", "csv": "sources", "bibtex": "all", "csl-json": "all"}


def structure(tokens: list[Token]) -> Iterator[str]:
    """What Markdown makes of a text, but for the words."""
    for token in tokens:
        if token.children is not None:
            yield from structure(token.children)
        elif token.type not in ("text", "text_special"):
            yield f"{token.type} {token.tag} {token.content if token.type != 'html_inline' else token.content.lower()}"


def test_markdown_has_the_same_structure_whatever_its_words_are(made: dict[str, tuple[str, str]]) -> None:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    hostile, plain = ([*structure(reader.parse(text))] for text in made["md"])
    assert "EVIL" in made["md"][0]
    assert hostile == plain


class Tags(HTMLParser):
    """The tags of a document."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"{tag} {sorted(name for name, _ in attrs)}")

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.found.append("comment")


def test_html_has_the_same_tags_whatever_its_words_are(made: dict[str, tuple[str, str]]) -> None:
    hostile, plain = (Tags(text).found for text in made["html"])
    assert hostile == plain


def test_word_and_excel_open_it_and_have_the_same_parts(made: dict[str, tuple[bytes, bytes]]) -> None:
    hostile, plain = (document_in(data) for data in made["docx"])
    assert [one.style.name for one in hostile.paragraphs if one.style] == [one.style.name for one in plain.paragraphs if one.style]
    assert any("EVIL" in one.text for one in hostile.paragraphs)
    books = [workbook_in(data) for data in made["xlsx"]]
    cells = [{cell.coordinate: cell.data_type for sheet in book for row in sheet for cell in row} for book in books]
    assert cells[0] == cells[1]
    assert set(cells[0].values()) <= {"s", "n"}


def test_bibtex_has_the_same_entries_and_fields_whatever_its_words_are(made: dict[str, tuple[str, str]]) -> None:
    shapes = []
    for text in made["bibtex"]:
        depth, shape = 0, list[str]()
        assert text.count("@", 0, text.index("@online")) == 0, "nothing else opens an entry"
        entries = text[text.index("@online") : text.rindex("\n%")]
        for found in re.finditer(r"\\.|[{}@]|^  \w+ = ", entries, re.MULTILINE):
            depth += {"{": 1, "}": -1}.get(found.group(), 0)
            assert depth >= 0
            if found.group()[0] in "@ " and depth < 2:
                shape.append(f"{depth} {found.group()}")
        assert depth == 0
        shapes.append(shape)
    assert shapes[0] == shapes[1]
    assert [sorted(one) for one in json.loads(made["csl-json"][0])] == [sorted(one) for one in json.loads(made["csl-json"][1])]


def test_every_cell_of_csv_stands_in_quotes(made: dict[str, tuple[str, str]]) -> None:
    for line in re.sub(r'"(?:[^"]|"")*"', '""', made["csv"][0]).splitlines():
        assert re.fullmatch(r'""(?:,"")*', line)
