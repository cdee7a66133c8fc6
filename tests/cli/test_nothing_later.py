"""As at a day, no command gives away what became known later: every text that came later is looked for in everything that is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pytest
from reading_back import read_back

from tui.cli.ending import run
from tui.model import KINDS
from tui.render.formats import FORMATS, parts_of
from tui.store.read import Store
from tui.views import TABS
from tui.views.later.news import news
from tui.views.later.question import News, later
from tui.views.search.question import search

# Words of what came later: the 20 points and the Berlin statement; and, before them, the European text and Geneva.
TELLTALES = {
    "2025-12-09": (
        "Berlin statement",
        "in Berlin",
        "free economic zone",
        "800 billion",
        "under embargo",
        "the embargo ended",
        "Mar-a-Lago",
        "24 December",
        "no source read prints its text",
    ),
    "2025-11-22": (
        "800,000",
        "Geneva",
        "counter-proposal",
        "non-Ukrainian",
        "20-point",
        "19 points",
        "23 Nov 2025",
        "2025-11-23",
        "Berlin statement",
        "in Berlin",
    ),
}
pytestmark = [pytest.mark.sweep, pytest.mark.usefixtures("kept_open")]
MOST = 2  # texts of a sort that are looked for by a search
LONG = 40  # characters from which a text can be told from any other
DAYS = pytest.mark.parametrize("day", TELLTALES)
Said = Callable[..., str]


@pytest.fixture
def said(shipped: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """What a command prints about the shipped briefing as at a day, without its line breaks."""

    def call(day: str, *words: str) -> str:
        assert run(["--briefing", str(shipped), "--as-at", day, *words]) in (0, 1)
        return " ".join(capsys.readouterr().out.split())

    return call


@cache
def came_later(shipped: Path, day: str) -> list[News]:
    """What became known after the day, and tells itself by a text that nothing known on the day has too."""
    with Store.open(shipped, day) as store:
        known = {one.text for kind in KINDS for record in store.all(kind) for one in news(store, record, "")}
        found = [one for group in later(store).groups for one in group.news]
    told = [one for one in found if len(one.text) >= LONG and one.text not in known and one.sort != "source"]
    return [replace(one, text=" ".join(one.text.split())) for one in told]


def told(text: str, tells: list[News], day: str) -> list[str]:
    """What came later and stands in `text` all the same."""
    return [word for word in TELLTALES[day] if word in text] + [one.text for one in tells if one.text in text]


@DAYS
def test_no_list_tells_what_came_later(said: Said, shipped: Path, day: str) -> None:
    find = partial(told, tells=came_later(shipped, day), day=day)
    for kind in KINDS:
        assert not find(said(day, "list", kind)), kind
        assert not find(said(day, "list", kind, "--json").replace("\\n", " ")), kind


@DAYS
def test_no_place_and_no_record_tells_what_came_later(said: Said, shipped: Path, day: str) -> None:
    find = partial(told, tells=came_later(shipped, day), day=day)
    with Store.open(shipped, day) as store:
        records = [(kind, id_) for kind in ("plan", "issue", "red_line", "guarantee", "event", "party") for id_ in store.ids(kind)]
    for place in TABS:
        assert not find(said(day, "open", place)), place
    for kind, id_ in records:
        assert not find(said(day, "show", kind, id_)), id_
        assert not find(said(day, "show", kind, id_, "--json")), id_


@DAYS
def test_no_comparison_and_no_grid_tells_what_came_later(said: Said, shipped: Path, day: str) -> None:
    find = partial(told, tells=came_later(shipped, day), day=day)
    for words in (
        ("compare", "us-28", "ru-2025"),
        ("compare", "us-28", "ru-2025", "--diff"),
        ("compare", "us-28", "ru-2025", "--json"),
        ("red-lines",),
        ("red-lines", "--lines"),
        ("red-lines", "--plan", "us-28"),
        ("red-lines", "--json"),
        ("guarantees",),
        ("guarantees", "--json"),
    ):
        assert not find(said(day, *words)), words


@DAYS
@pytest.mark.parametrize("format_", FORMATS)
def test_no_export_tells_what_came_later(said: Said, shipped: Path, day: str, format_: str, tmp_path: Path) -> None:
    find = partial(told, tells=came_later(shipped, day), day=day)
    dear = format_ in ("docx", "xlsx")  # made of the same answers as the others, and ten times as dear
    if dear and day != min(TELLTALES):
        return  # on the day by which more came later, and all parts in one file
    for part in parts_of(format_):
        if (format_ == "csv" and part in ("overview", "all")) or (len(parts_of(format_)) > 1 and (part == "all") != dear):
            continue  # the state of an issue is told by a letter; and all parts are told one by one
        out = tmp_path / part
        said(day, "export", format_, "--what", part, "-o", str(out))
        made = out.read_bytes()
        assert not find(" ".join((read_back(made) if made.startswith(b"PK") else made.decode()).split())), part


@DAYS
@pytest.mark.parametrize("most", ["1", "4"])
def test_no_brief_tells_what_came_later(said: Said, shipped: Path, day: str, most: str) -> None:
    assert not told(said(day, "brief", "--most", most), came_later(shipped, day), day)


@DAYS
def test_no_search_finds_what_came_later(shipped: Path, day: str) -> None:
    """Of each sort some: what a search may see is one view of the index, whatever the words are."""
    later_of: dict[str, list[News]] = {}
    for one in came_later(shipped, day):
        later_of.setdefault(one.sort, []).append(one)
    with Store.open(shipped, day) as store:
        for one in [one for some in later_of.values() for one in some[:: max(1, len(some) // MOST)]]:
            words = " ".join(one.text.split()[:6])
            for hit in search(store, words).hits:
                excerpt = "".join(text for text, _ in hit.excerpt).strip("…")  # a short one may be a name or a role that was known
                assert len(excerpt) < LONG or excerpt not in one.text, one.title
