"""Word, workbooks, folders of grids and citations, read back by the libraries that read them."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from herring import ALL, HOSTILE
from invented import PROVENANCE, Ask, store_of
from reading_back import document_in, workbook_in

from tui.cli.ending import run
from tui.errors import MachineError
from tui.render.formats import export
from tui.render.hypertext import runs_right_to_left
from tui.store.read import Store

WEB = (
    '[[source]]\nid = "web"\ntitle = "=1+1 на мережі {x}"\npublisher = "The Net"\nlanguage = "Ukrainian"\ntype = "news"\n'
    'date = "2031-05~"\naddress = "https://example.org/a?b=1&c=2"\n'
)
EVENT = '[[event]]\nid = "round"\ndate = "2031-05-03"\ntitle = "=2+2 A round"\n' + PROVENANCE.replace('"gazette"', '"web", "gazette"')


@pytest.fixture
def store(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1936000000")
    return ask(*ALL, WEB, EVENT)


def document(store: Store, what: str) -> Any:
    made = export(store, {}, "docx", what)
    assert isinstance(made, bytes)
    return document_in(made)


def xml_of(store: Store, what: str, part: str = "word/document.xml") -> str:
    made = export(store, {}, "docx", what)
    assert isinstance(made, bytes)
    return zipfile.ZipFile(io.BytesIO(made)).read(part).decode()


def test_a_word_document_tells_title_desk_day_and_mark_and_turns_its_paper_for_the_comparison(store: Store) -> None:
    found = document(store, "all")
    assert found.core_properties.title == "The herring talks"
    assert found.core_properties.author == "Fisheries desk"
    assert [section.orientation.name for section in found.sections] == ["PORTRAIT", "LANDSCAPE", "PORTRAIT"]
    assert {section.header.paragraphs[0].text.split(" ")[0] for section in found.sections} == {"TLP:GREEN"}
    assert len({section.header.paragraphs[0].text for section in found.sections}) == 1


def test_the_comparison_in_word_has_a_column_for_each_plan_and_repeats_its_heads(store: Store) -> None:
    (table,) = document(store, "compare").tables
    assert [cell.text for cell in table.rows[0].cells] == ["Row", "ONE", "TWO"]
    assert [bool(row._tr.trPr.xpath("w:tblHeader")) for row in table.rows][:2] == [True, False]
    assert any(HOSTILE.split("\n")[0] in cell.text for row in table.rows for cell in row.cells)


def test_every_style_has_a_name_that_a_house_can_set_anew(store: Store) -> None:
    found = document(store, "all")
    used = {paragraph.style.name for paragraph in found.paragraphs if paragraph.text}
    assert used <= {"Title", "Caption", "List Bullet", "List Continue"} | {
        name for name in used if name.startswith(("Heading ", "Briefing "))
    }
    assert "crossed" in " ".join(style.name for style in found.styles)


def test_a_number_in_word_leads_to_its_note_and_the_note_to_the_web(store: Store) -> None:
    xml = xml_of(store, "timeline")
    anchors, names = re.findall(r'w:anchor="(\w+)"', xml), re.findall(r'w:bookmarkStart w:id="\d+" w:name="(\w+)"', xml)
    assert anchors
    assert set(anchors) <= set(names)
    assert "https://example.org/a?b=1&amp;c=2" in xml_of(store, "timeline", "word/_rels/document.xml.rels")


def test_a_workbook_has_a_sheet_for_each_grid_with_heads_that_stay_and_computes_nothing(store: Store) -> None:
    made = export(store, {}, "xlsx", "all")
    assert isinstance(made, bytes)
    book = workbook_in(made)
    assert book.sheetnames == ["About", "overview", "parties", "red-lines", "guarantees", "compare", "sums", "timeline", "sources", "issue"]
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        for place, row in enumerate(sheet.iter_rows(values_only=True), 1):  # or rows lie on each other, where no program finds their height
            if any(len(str(value)) > 70 for value in row if value):
                assert sheet.row_dimensions[place].height > 20
        assert sheet.auto_filter.ref
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}  # an empty cell reads back as a number without a value
    assert all(cell.value is None for cell in cells if cell.data_type == "n")
    assert any(cell.value == "=2+2 A round" and cell.quotePrefix for cell in cells)
    assert "<f>" not in zipfile.ZipFile(io.BytesIO(made)).read("xl/worksheets/sheet7.xml").decode()


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_the_same_data_in_the_same_minute_give_the_same_file(store: Store, name: str) -> None:
    assert export(store, {}, name, "all") == export(store, {}, name, "all")


@pytest.mark.parametrize("name", ["docx", "xlsx"])
@pytest.mark.parametrize("year", [1970, 2110])
def test_a_clock_that_stands_at_a_day_no_archive_can_tell_is_said(
    store: Store, name: str, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")  # which an archive heeds from Python 3.14 on
    monkeypatch.setattr(time, "time", lambda: (year - 1970) * 31_556_952.0 + 1e6)
    with pytest.raises(MachineError, match=f"the clock of this machine stands at the year {year}, .* from 1980 to 2107 alone: set it"):
        export(store, {}, name, "all")


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_an_epoch_that_no_archive_can_tell_is_said_where_python_would_write_it(
    store: Store, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    if sys.version_info < (3, 14):
        assert export(store, {}, name, "all")
    else:
        with pytest.raises(MachineError, match=r"SOURCE_DATE_EPOCH stands at the year 1970, .* from 1980 to 2107 alone: set it"):
            export(store, {}, name, "all")


def test_citations_tell_what_a_keeper_of_literature_needs(store: Store) -> None:
    held = {one["id"]: one for one in json.loads(str(export(store, {}, "csl-json", "all")))}
    assert held["web"]["URL"] == "https://example.org/a?b=1&c=2"
    assert held["web"]["issued"] == {"date-parts": [[2031, 5]], "circa": True}
    assert held["web"]["language"] == "uk"
    assert held["web"]["container-title"] == "The Net"
    told = str(export(store, {}, "bibtex", "all"))
    assert "@online{web," in told
    assert r"title = {{=1+1 на мережі \{x\}}}" in told
    assert told.count("{") - told.count(r"\{") == told.count("}") - told.count(r"\}")


LEFTWARD = "\u05e1\u05d1\u05d1 (\u05d0)"


def test_words_from_right_to_left_are_told_to_word_as_such_and_turn_no_line_of_other_words_round(ask: Ask) -> None:
    store = ask(*ALL, WEB, EVENT.replace("=2+2 A round", f"{LEFTWARD} 12 Round of the talks"))
    xml = xml_of(store, "timeline")
    told = f'<w:rtl/></w:rPr><w:t xml:space="preserve">{LEFTWARD}</w:t></w:r><w:r><w:t xml:space="preserve">\u200e</w:t></w:r>'
    assert told in re.sub(r"<w:rStyle [^>]*/>", "", xml)
    assert "<w:bidi/>" not in xml
    styles = xml_of(store, "timeline", "word/styles.xml")
    assert set(re.findall(r'<w:sz w:val="(\d+)"/>(?!<w:szCs w:val="\1"/>)', styles)) == set(), "as large as the words beside them"
    assert runs_right_to_left(f"{LEFTWARD}, says Wend, {LEFTWARD} {LEFTWARD}")
    assert not runs_right_to_left(f"Mayor {LEFTWARD} {LEFTWARD}")


def test_which_way_a_cell_is_read_stands_beside_its_text_and_the_text_is_as_it_was_written(ask: Ask) -> None:
    for title, order in ((f"{LEFTWARD} 12", 2), (f"{LEFTWARD} 12 Round of the talks", 1), (f"Round {LEFTWARD}", 1), ("A round", 0)):
        store = ask(*ALL, WEB, EVENT.replace("=2+2 A round", title))
        made = export(store, {}, "xlsx", "timeline")
        assert isinstance(made, bytes)
        cells = [cell for row in workbook_in(made)["timeline"].iter_rows() for cell in row]
        assert [int(cell.alignment.readingOrder) for cell in cells if cell.value == title] == [order]
        assert title in str(export(store, {}, "csv", "timeline"))


def test_what_excel_would_read_as_the_number_of_a_letter_stays_as_it_is(ask: Ask) -> None:
    store = ask(*ALL, WEB, EVENT.replace("=2+2 A round", "The file _x0041_, not _x41_"))
    made = export(store, {}, "xlsx", "timeline")
    assert isinstance(made, bytes)
    held = zipfile.ZipFile(io.BytesIO(made)).read("xl/worksheets/sheet2.xml").decode()
    assert "The file _x005F_x0041_, not _x41_" in held


def test_a_citation_has_no_markup_and_no_field_that_its_source_did_not_mean(ask: Ask) -> None:
    store = ask(*ALL, WEB.replace("=1+1 на мережі", "a <i>b</i> < c <SPAN class='x'>").replace("The Net", "<b>Net"))
    (held,) = (one for one in json.loads(str(export(store, {}, "csl-json", "all"))) if one["id"] == "web")
    assert not re.search(r"</?(i|b|span)\b", f"{held['title']} {held['container-title']}", re.IGNORECASE)
    assert held["title"].replace("\u2060", "") == "a <i>b</i> < c <SPAN class='x'> {x}"
    assert not re.match(r"[\w -]+:", held["note"]), "`TLP:GREEN` would be a field of this name, and no longer in the note"
    assert "TLP:GREEN" in held["note"]


def test_without_what_every_grid_is_written_into_a_folder_with_the_mark_of_utf_8(tmp_path: Path) -> None:
    store_of(tmp_path / "talks", *ALL, WEB, EVENT).close()
    folder = tmp_path / "grids"
    assert run(["--briefing", str(tmp_path / "talks" / "store.db"), "export", "csv", "-o", str(folder)]) in (0, None)
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert "timeline.csv" in files
    assert all(made.startswith(b"\xef\xbb\xbf") for made in files.values())
    rows = list(csv.DictReader(io.StringIO(files["sources.csv"].decode("utf-8-sig"), newline="")))
    assert any("на мережі" in row["title"] for row in rows)


def test_what_is_no_text_is_written_to_a_pipe_as_it_is_and_not_to_a_terminal(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    store_of(tmp_path / "talks", *ALL).close()
    assert run(["--briefing", str(tmp_path / "talks" / "store.db"), "export", "xlsx", "--what", "parties"]) in (0, None)
    assert capfdbinary.readouterr().out.startswith(b"PK")


@pytest.mark.parametrize("name", ["docx", "xlsx", "html"])
def test_a_briefing_in_which_no_text_is_known_yet_goes_out(name: str, ask: Ask) -> None:
    made = export(ask(), {}, name, "all")
    if name == "docx":
        assert isinstance(made, bytes)
        tables = document_in(made).tables
        assert "No whaling" in [cell.text.strip() for table in tables for row in table.rows for cell in row.cells]
    assert made
