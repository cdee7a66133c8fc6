"""The plain twin of every pane: the same words as text, for screen readers, pipes and terminals that show ASCII alone.

Each test runs over TABS, so that a pane added tomorrow is held to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import forked
import pytest
from commanded import commanded
from rich.cells import cell_len
from session import BRIEFING, environment

from tui.hostile import bad_characters
from tui.render.plain import plain
from tui.store.read import Store
from tui.views import TABS
from tui.views.blocks import words
from tui.views.pane import Pane, Row
from tui.views.subject import page_at
from tui.widths import width

VERDICT_ROLES = {"crossed", "strained", "unclear", "met"}
every_pane = pytest.mark.parametrize("pane", TABS)
pytestmark = pytest.mark.usefixtures("kept_open")


def printed(store: Path, *asked: str, **env: str | None) -> bytes:
    """What the command prints; it ends well and remarks nothing."""
    done = forked.run([*BRIEFING, "--briefing", store, *asked], env=environment(**env))
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def twin(store: Path, *asked: str) -> str:
    """The same, asked in this process."""
    said = commanded("--briefing", store, *asked)
    assert (said.code, said.err) == (0, "")
    return said.out


def labels(pane: Pane, row: Row) -> Iterator[str]:
    """What names a row in its list: the cell that gets the room, and whatever else is said in more than one word."""
    if row.running:  # leads to a part of this very text
        return
    for column, cell in zip(pane.columns, row.cells, strict=True):
        said = words(cell)
        if column.title.endswith(" says"):  # the parties' columns: where there is room the board shows what `parties/issues` has in words
            continue
        # A sign and a count, or points and how many more: the text tells these in words.
        signs = bool(cell) and (cell[0].role in VERDICT_ROLES or any(character.isdigit() for character in said))
        signs = (signs and bool(column.width)) or said == "of others"
        if said and not signs and (not column.width or len(said.split()) > 1):
            yield said


def stands(label: str, lines: Sequence[str]) -> bool:
    """Whether the text holds a label: on one line, or going on below itself, as in the cell of a table or in a paragraph."""
    wanted = label.split()
    for number, line in enumerate(lines):
        for found in re.finditer(re.escape(wanted[0]), line):
            left = wanted[_begun(wanted, line[found.start() :]) :]
            for below in lines[number + 1 :]:
                gone = max(_begun(left, below[found.start() :]), _begun(left, below.lstrip()))
                if not left or not gone:
                    break
                left = left[gone:]
            if not left:
                return True
    return False


def _begun(wanted: Sequence[str], text: str) -> int:
    """With how many of these words a text begins."""
    count = 0
    while count < len(wanted) and re.match(re.escape(" ".join(wanted[: count + 1])) + r"(?!\w)", text):
        count += 1
    return count


@every_pane
@pytest.mark.parametrize("way", [("open", "{}", "--plain"), ("--plain", "{}"), ("show", "{}", "--plain")])
def test_every_pane_has_a_text_of_eighty_columns_with_headings_and_without_controls(shipped: Path, pane: str, way: tuple[str, ...]) -> None:
    text = twin(shipped, *(word.format(pane) for word in way))
    assert text.endswith("\n")
    assert not bad_characters(text)
    lines = text.split("\n")
    assert max(max(width(line), cell_len(line)) for line in lines) <= 80
    headed = [above for above, under in pairwise(lines) if above and under in ("=" * len(above), "-" * len(above))]
    assert headed[:1] == lines[:1]


@every_pane
def test_the_text_of_a_pane_names_every_row_of_its_list(shipped: Path, pane: str) -> None:
    lines = twin(shipped, "open", pane, "--plain").splitlines()
    with Store.open(shipped) as store:
        shown = TABS[pane].load().pane(store, "")
        rows = [row for row in shown.rows() if not row.heading]
        missing = [label for row in rows for label in labels(shown, row) if not stands(label, lines)]
    assert not missing


@pytest.mark.sweep
@every_pane
def test_the_page_of_every_row_is_the_text_of_its_address(shipped: Path, pane: str) -> None:
    with Store.open(shipped) as store:
        shown = TABS[pane].load().pane(store, "")
        for row in [row for row in shown.rows() if not row.heading] or (None,):
            # On so few cells as stand below each other: where there is room the same words stand side by side.
            assert plain(page_at(store, shown.address(row))[1]) == plain(shown.page(row, 60))


@every_pane
def test_in_ascii_alone_the_text_of_a_pane_loses_no_letter(shipped: Path, pane: str) -> None:
    text = twin(shipped, "open", pane, "--plain", "--ascii")
    assert text.isascii()
    assert max(map(len, text.split("\n"))) <= 80
    assert text.count("?") == twin(shipped, "open", pane, "--plain").count("?")


@pytest.mark.parametrize(
    ("option", "env"),
    [
        (["--ascii"], {}),
        ([], {"BRIEFING_ASCII": "1"}),
        ([], {"LANG": "C"}),
        ([], {"LANG": None, "LC_ALL": "POSIX"}),
        ([], {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    ],
    ids=["--ascii", "BRIEFING_ASCII", "LANG=C", "POSIX", "C and no UTF-8"],
)
def test_where_ascii_alone_can_be_shown_the_text_is_that_of_the_option(
    shipped: Path, option: list[str], env: dict[str, str | None]
) -> None:
    text = printed(shipped, "open", "timeline", "--plain", *option, **env)
    assert text.decode("ascii") == twin(shipped, "open", "timeline", "--plain", "--ascii")
    assert text != twin(shipped, "open", "timeline", "--plain").encode(), "it has letters that ASCII has not"


def test_asked_for_ascii_every_command_that_gives_text_gives_it(shipped: Path) -> None:
    for asked in (
        ("show", "event", "istanbul-communique"),
        ("search", "Istanbul"),
        ("list", "event"),
        ("compare", "us-28", "e3"),
        ("--plain",),
    ):
        text = printed(shipped, *asked, "--ascii")
        assert max(text) <= 0x7E
        assert text == printed(shipped, "--ascii", *asked)


def test_data_keeps_its_letters_where_text_is_ascii_alone(shipped: Path) -> None:
    assert printed(shipped, "open", "timeline", "--json", LANG="C") == printed(shipped, "open", "timeline", "--json")
    assert "Communiqué".encode() in printed(shipped, "open", "timeline", "--json", LANG="C")
