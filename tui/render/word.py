"""Pages as a Word document, for whoever must edit them: named styles, tables with repeated heads, numbered notes with links.

Every style that is used is a named one (`Heading 2`, `Briefing Small`, `Briefing crossed`), so that a house may put its own in their place.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from types import MappingProxyType
from typing import Any

from tui.hostile import LEFT_TO_RIGHT, clean, isolated, turned
from tui.render.documents import BlockRun, runs
from tui.render.hypertext import runs_right_to_left
from tui.render.office import in_property, saved
from tui.render.paper_tables import PaperTable, grids
from tui.render.sources import SourceNotes
from tui.render.stamp import Stamp
from tui.render.web import DocumentPart
from tui.render.word_styles import SPACES, in_columns, styles_of
from tui.views.blocks import Columns, Field, Heading, Item, Line, Page, Para, Span, undrawn, words

_LANDSCAPE = (297, 210)
_MARGIN = 15  # millimetres
_NAMES = 34  # hundredths of the width that the names of rows take beside columns of signs
_TURNED, _TURNED_HIGH = '<w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>', 1500  # heads over signs, and twentieths of a point
_ACROSS = MappingProxyType({False: 180, True: 267})  # millimetres of text on paper that stands, and that is turned


def docx_bytes(parts: Sequence[DocumentPart], stamp: Stamp, sources: SourceNotes, *, brief: bool) -> bytes:
    """Return the parts as one Word document; a `brief` has its own notes and small type."""
    writer = _Word(stamp, sources, brief=brief)
    writer.head()
    for part in parts:
        writer.turn(wide=part.wide)
        if len(part.pages) > 1:
            writer.heading((Span(part.title),), 1)
        for page in part.pages:
            writer.page(page, below=len(part.pages) > 1)
    if not brief:
        writer.turn(wide=False)
        writer.notes()
    return writer.saved()


class _Word:
    """A document that is being written."""

    def __init__(self, stamp: Stamp, sources: SourceNotes, *, brief: bool) -> None:
        from docx import Document  # 150 ms, and only who writes Word pays for it

        self.stamp, self.sources, self.brief = stamp, sources, brief
        self.document: Any = Document()
        self.wide = False
        self.bookmarks: dict[str, int] = {}
        self.styles = styles_of(self.document, brief=brief)
        self.end = self.document.element.body.sectPr
        self._section(self.document.sections[0], wide=False)

    def head(self) -> None:
        """Write what it is, as at which day, by whom and under which handling mark; set the same above and below every page."""
        stamp, document = self.stamp, self.document
        if not self.brief:  # which has it at the top of its page, above the text
            document.add_paragraph(isolated(clean(stamp.handling)), style="Briefing Handling")
        document.add_paragraph(isolated(clean(stamp.title)), style="Title")
        if not self.brief:
            if stamp.subtitle:
                document.add_paragraph(isolated(clean(stamp.subtitle)), style="Subtitle")
            document.add_paragraph(
                isolated(clean(f"State as at {stamp.as_at}. By {stamp.desk}. Made {stamp.made}.")), style="Briefing Small"
            )
        properties = document.core_properties
        desk = in_property(stamp.desk)
        properties.title, properties.author, properties.subject = in_property(stamp.title), desk, in_property(f"State as at {stamp.as_at}")
        properties.keywords, properties.comments = in_property(stamp.handling), f"Data {stamp.digest}"
        properties.last_modified_by = desk

    def turn(self, *, wide: bool) -> None:
        """Begin a new section where the paper is to be turned."""
        if wide != self.wide:
            self._section(self.document.add_section(), wide=wide)
            self.wide = wide

    def page(self, page: Page, *, below: bool) -> None:
        """Write a page; its title is a heading of the first level, or of the second `below` the title of a part."""
        for run in runs(undrawn(page)):
            self._run_of(run, page, 1 + below)

    def heading(self, line: Line, level: int) -> None:
        """Write a heading."""
        self._write(self._paragraph(f"Heading {min(level, 6)}", self._spans(line), line))

    def notes(self) -> None:
        """Write the sources by their numbers."""
        self.heading((Span("Sources by number"),), 1)
        for note in self.sources.notes():
            told = ", ".join(filter(None, (note.name, note.title, note.day, note.came)))
            link = _run(" ") + self._link(note.address, url=note.address) if note.address else ""
            start = self._bookmark(f"note-{note.number}")
            self._write(self._paragraph("Briefing Note", f"{start}{_run(f'{note.number}. {told}')}{link}"))

    def saved(self) -> bytes:
        """Return the file, the same byte for byte whenever it is made of the same."""
        return saved(self.document.save, self.stamp.minute)

    def _run_of(self, run: BlockRun, page: Page, top: int) -> None:
        for block in run.blocks:
            if isinstance(block, Heading):
                if block.level > 1 or words(block.line) != self.stamp.title:
                    self.heading(block.line, block.level - 1 + top)
                elif not self.brief:
                    self.heading((Span(page.title),), top)
            elif isinstance(block, Field):
                line = (Span(f"{block.label}: ", "label"), *block.line)
                self._write(self._paragraph("Briefing Text", self._spans(line), block.line))
            elif isinstance(block, Item):
                self._item(block)
            elif isinstance(block, Columns):
                for grid in grids(block):
                    self._table(grid)
            elif isinstance(block, Para) and not (self.brief and words(block.line) == self.stamp.handling):
                small = any(span.role == "dim" for span in block.line)
                self._write(self._paragraph("Briefing Small" if small else "Briefing Text", self._spans(block.line), block.line))

    def _item(self, item: Item) -> None:
        mark = item.mark.strip()
        if item.anchor:
            if not self.bookmarks:
                in_columns(self.document)
            told = self._bookmark(item.anchor) + _run(f"{mark} ") + self._spans(item.line, url=self.sources.outward.get(item.anchor))
            self._write(self._paragraph("Briefing Note", told, item.line))
        elif mark in ("-", ""):
            self._write(self._paragraph("List Bullet" if mark else "List Continue", self._spans(item.line), item.line))
        else:
            self._write(self._paragraph("List Continue", self._spans((Span(f"{mark} ", "dim"), *item.line)), item.line))

    def _table(self, grid: PaperTable) -> None:
        """Write a table whose row of heads is repeated above each page of it."""
        if not self.brief:
            self._write(self._paragraph("Caption", _run(grid.caption)))
        count = len(grid.heads)
        shares = grid.shares or _shares(grid)
        across = [round(_ACROSS[self.wide] * 56.7 * share / 100) for share in shares]  # twentieths of a point
        rows = []
        for place, row in enumerate(((grid.heads,) if any(grid.heads) else ()) + grid.rows):
            head = place == 0 and any(grid.heads)
            style = "Briefing Table Head" if head else "Briefing Table"
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{_TURNED if head and grid.turned and at else ""}</w:tcPr>'
                f"{self._paragraph(style, self._spans(line), line)}</w:tc>"
                for at, (line, wide) in enumerate(zip((*row, *((),) * (count - len(row))), across, strict=False))
            )
            high = f'<w:trHeight w:val="{_TURNED_HIGH}" w:hRule="exact"/>' if head and grid.turned else ""
            rows.append(f"<w:tr><w:trPr><w:cantSplit/>{high}{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>")
        fixed = '<w:tblLayout w:type="fixed"/>' if grid.shares or grid.turned else ""
        columns = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in across)
        self._write(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles["Table Grid"]}"/><w:tblW w:w="5000" w:type="pct"/>{fixed}</w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )
        self._write(self._paragraph("Briefing Small", ""))

    def _write(self, xml: str) -> None:
        """Put a paragraph or a table at the end. The library's own way takes a minute for a whole briefing."""
        from docx.oxml import parse_xml

        self.end.addprevious(parse_xml(xml.replace(">", f" {SPACES}>", 1)))

    def _paragraph(self, style: str, runs_in_it: str, line: Line = ()) -> str:
        turned = "<w:bidi/>" if runs_right_to_left(words(line)) else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/>{turned}</w:pPr>{runs_in_it}</w:p>'

    def _spans(self, line: Line, url: str | None = None) -> str:
        """Return a line as runs; `url` is where its source leads."""
        out, leftward = [], runs_right_to_left(words(line))
        for span in line:
            if span.role == "source" and url:
                out.append(self._link(span.text, url=url))
            elif span.role == "source" and span.to and self.brief:
                out.append(self._link(span.text, anchor=span.to))
            elif span.role == "source" and span.to and (number := self.sources.number(span.to)):
                out.append(self._link(str(number), anchor=f"note-{number}"))
            else:
                out.append(_run(span.text, self.styles.get(f"Briefing {span.role}", ""), leftward=leftward))
        return "".join(out)

    def _link(self, text: str, *, url: str = "", anchor: str = "") -> str:
        """Return words that lead to the web or to a bookmark; the library has no links of its own."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        to = f'w:anchor="{_bookmark_name(anchor)}"'
        if url:
            to = f'r:id="{self.document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}"'
        return f"<w:hyperlink {to}>{_run(text, self.styles['Briefing Link'])}</w:hyperlink>"

    def _bookmark(self, name: str) -> str:
        number = self.bookmarks.setdefault(name, len(self.bookmarks))
        return f'<w:bookmarkStart w:id="{number}" w:name="{_bookmark_name(name)}"/><w:bookmarkEnd w:id="{number}"/>'

    def _section(self, section: Any, *, wide: bool) -> None:
        """Set the paper, and the handling mark above and below every page."""
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        across, down = _LANDSCAPE if wide else _LANDSCAPE[::-1]
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(across), Mm(down)
        for side in ("left", "right", "top", "bottom"):
            setattr(section, f"{side}_margin", Mm(11 if self.brief else _MARGIN))
        section.header_distance = section.footer_distance = Mm(6)
        if section is self.document.sections[0] or len(self.document.sections) == 1:  # the sections that follow have the same
            told = "" if self.brief else f" {self.stamp.title}, as at {self.stamp.as_at}"
            for paragraph, text in (
                (section.header.paragraphs[0], told),
                (section.footer.paragraphs[0], f" Made {self.stamp.made} from data {self.stamp.short_digest}."),
            ):
                paragraph.style = "Briefing Small"
                paragraph.add_run(isolated(clean(self.stamp.handling))).bold = True
                paragraph.add_run(isolated(clean(text)))


def _shares(grid: PaperTable) -> tuple[int, ...]:
    """Return the hundredths of the width for each column: alike, but for the names of rows beside columns of signs."""
    count = len(grid.heads)
    first = _NAMES if grid.kind == "signs" else round(100 / count)
    return (first, *(round((100 - first) / (count - 1)) for _ in grid.heads[1:]))  # red lines of a briefing without a text stand alone


def _run(text: str, style: str = "", *, leftward: bool = False) -> str:
    """Return words as runs, with the id of the style of their letters; a line break in them stays one.

    Those from right to left are runs of their own, as Word knows them. The mark behind each is for programs that look at the whole line;
    Word passes over it when it searches. In a paragraph that is `leftward` itself nothing is to be kept in its place.
    """
    text, out, last = clean(text), [], 0
    for start, stop in turned(text):
        out += [_one_run(text[last:start], style), _one_run(text[start:stop], style, leftward=True)]
        out += [] if leftward else [_one_run(LEFT_TO_RIGHT)]
        last = stop
    return "".join([*out, _one_run(text[last:], style)])


def _one_run(text: str, style: str = "", *, leftward: bool = False) -> str:
    if not text:
        return ""
    told = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' for part in text.split("\n"))
    properties = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:rtl/>" if leftward else "")
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{told}</w:r>"


def _bookmark_name(name: str) -> str:
    """Return a name as Word takes it: a letter first, then letters, digits and low lines, at most forty."""
    return ("b_" + "".join(one if one.isascii() and one.isalnum() else "_" for one in name))[:40]
