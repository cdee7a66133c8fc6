"""How a Word document looks: its named styles, which a house may set anew, and its columns."""

from __future__ import annotations

from copy import deepcopy
from types import MappingProxyType
from typing import Any

_COLOURS = MappingProxyType(
    {
        **dict.fromkeys(("crossed", "opposed"), "A3130F"),
        **dict.fromkeys(("strained", "changed", "unclear", "dropped", "warning", "delete"), "7D4A00"),
        **dict.fromkeys(("met", "same", "new", "insert"), "0C5A33"),
        **dict.fromkeys(("dim", "unsaid", "source"), "51565F"),
        "judgement": "5B3A86",
    }
)
_BOLD = ("strong", "status", "label", "number")
_ITALIC = ("unsaid",)
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


_MADE: dict[bool, tuple[Any, dict[str, str]]] = {}  # for a brief and for a document: the styles, and their ids by their names


def styles_of(document: Any, *, brief: bool) -> dict[str, str]:
    """Set the named styles, and return their ids by their names. The library looks through all of them for each, so they are made once."""
    own = document.styles.element
    if brief not in _MADE:
        ids = _set(document, brief=brief)
        _MADE[brief] = deepcopy(own), ids
        return dict(ids)
    made, ids = _MADE[brief]
    own[:] = deepcopy(made)[:]
    return dict(ids)


def _set(document: Any, *, brief: bool) -> dict[str, str]:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    styles, size = document.styles, 8.0 if brief else 10.0
    styles["Normal"].font.name, styles["Normal"].font.size = "Arial", Pt(size)
    named = {"Text": size, "Small": size * 0.82, "Note": size * 0.8, "Handling": size, "Table": size * 0.9, "Table Head": size * 0.9}
    for name, points in named.items():
        style = styles.add_style(f"Briefing {name}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size, style.font.bold = Pt(points), name in ("Handling", "Table Head")
    for style in (style for style in styles if style.type == WD_STYLE_TYPE.PARAGRAPH):
        tight = brief or style.name in ("Briefing Table", "Briefing Table Head", "Briefing Note")
        style.paragraph_format.space_after = Pt(0 if tight else 3)
        style.paragraph_format.space_before = Pt((3 if brief else 8) if style.name.startswith("Heading") else 0)
        if style.name.startswith(("Heading", "Title", "Subtitle")):
            style.font.name, style.font.color.rgb = "Arial", RGBColor(0x16, 0x18, 0x1D)
            fonts = style.element.rPr.rFonts
            for name in [name for name in fonts.attrib if name.endswith("Theme")]:
                del fonts.attrib[name]  # which would win over the font that is named
    for level, points in {1: 15, 2: 12.5, 3: 11, 4: 10, 5: 10, 6: 10}.items():
        styles[f"Heading {level}"].font.size = Pt(points if not brief else 8.5)
    styles["Title"].font.size = Pt(14 if brief else 20)
    for role in (*_COLOURS, *_BOLD, "Link"):
        style = styles.add_style(f"Briefing {role}", WD_STYLE_TYPE.CHARACTER)
        style.font.bold, style.font.italic = role in _BOLD or None, role in _ITALIC or None
        if role in _COLOURS or role == "Link":
            style.font.color.rgb = RGBColor.from_string(_COLOURS.get(role, "0B4A8F"))
    for style in styles:
        _alike_from_right_to_left(style.element)
    return {style.name: style.style_id for style in styles}


def _alike_from_right_to_left(style: Any) -> None:
    """Set letters of words from right to left as the others: Word has a size, a weight and a font of their own for them."""
    from docx.oxml.ns import qn

    for name in ("b", "i", "sz"):
        for told in style.xpath(f"w:rPr/w:{name}"):
            for twin in style.xpath(f"w:rPr/w:{name}Cs"):
                twin.getparent().remove(twin)
            twin = told.makeelement(qn(f"w:{name}Cs"), dict(told.attrib))
            told.addnext(twin)
    for fonts in style.xpath("w:rPr/w:rFonts[@w:ascii]"):
        fonts.set(qn("w:cs"), fonts.get(qn("w:ascii")))
        fonts.attrib.pop(qn("w:cstheme"), None)


def in_columns(document: Any) -> None:
    """Set what follows in three columns, on the same page."""
    from docx.enum.section import WD_SECTION
    from docx.oxml.ns import qn

    section = document.add_section(WD_SECTION.CONTINUOUS)
    for columns in section._sectPr.xpath("w:cols"):  # noqa: SLF001 - the library knows no columns
        columns.set(qn("w:num"), "3")
        columns.set(qn("w:space"), "240")
