"""The HTML of exports and of the brief in a browser: on wide and narrow screens, in light and dark, and on paper.

One test looks at all of it, so that one browser does; each thing wrong is told with the document and the screen on which it is so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe import axe
from chromium import Browser, chromium, pages_of

from tui.render.formats import export, made_document
from tui.store.read import Store
from tui.views.brief.question import SIDES, Wanted
from tui.views.brief.view import brief

A4 = (595, 842)
WIDTHS = (1200, 400)
MOST_PAGES = 60  # of the whole shipped briefing
EXAMINED = ("overview", "red-lines", "compare", "sums", "timeline")  # parts of the template that between them have all that a document has
DAYS = ("2025-11-22", "2025-12-09", "2025-12-15")
OVERFLOW = """[...document.querySelectorAll('body *')].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width && box.right > innerWidth + 1 && !one.closest('.scroll, figure, .skip, svg, caption');
}).slice(0, 3).map(one => one.outerHTML.slice(0, 120))"""
LINKS = """[...document.querySelectorAll('a[href^="#"]')].filter(one => !document.getElementById(one.getAttribute('href').slice(1)))
  .slice(0, 3).map(one => one.outerHTML)"""
CUT = """[...document.querySelectorAll('svg')].flatMap(svg => { const whole = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(one => { const box = one.getBoundingClientRect();
    return box.right > whole.right + 1 || box.left < whole.left - 1 || box.top < whole.top - 1 || box.bottom > whole.bottom + 1; });
}).slice(0, 3).map(one => one.textContent)"""
TORN = """[...document.querySelectorAll('.contents a')].filter(one => { const rows = [...one.getClientRects()];
  return rows.some((row, at) => at && row.top < rows[at - 1].top - 1); }).slice(0, 3).map(one => one.textContent)"""
UNTOLD = "[...document.querySelectorAll('img:not([alt]), svg:not([aria-label]), th:not([scope]), table.grid:not(:has(caption))')].length"
COVERED = """(() => { const head = document.querySelector('.running'); if (!head) return [];
  const below = head.closest('table').querySelector('tbody');
  if (getComputedStyle(head).position !== 'static') return ['the head has no room of its own'];
  return head.getBoundingClientRect().bottom > below.getBoundingClientRect().top + 1 ? ['the head covers the text'] : []; })()"""
SERIOUS = """axe.run({resultTypes: ['violations']}).then(found => found.violations
  .filter(one => ['serious', 'critical'].includes(one.impact))
  .map(one => one.id + ': ' + one.nodes.slice(0, 3)
    .map(node => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join(' | ')))"""


def written(folder: Path, name: str, made: object) -> Path:
    assert isinstance(made, str)
    path = folder / f"{name}.html"
    path.write_text(made, encoding="utf-8")
    return path


@pytest.fixture
def documents(ferry: Path, shipped: Path, tmp_path: Path) -> dict[str, Path]:
    found = {}
    for name, store_path in (("template", ferry), ("shipped", shipped)):
        with Store.open(store_path) as store:
            found[name] = written(tmp_path, name, export(store, {}, "html", "all"))
            for part in EXAMINED if name == "template" else ("red-lines",):  # whose contents have a line of many names
                found[f"{name} {part}"] = written(tmp_path, f"{name}-{part}", export(store, {}, "html", part))
    return found


@pytest.fixture
def briefs(ferry: Path, shipped: Path, tmp_path: Path) -> dict[str, tuple[Path, int]]:
    found = {}
    for store_path, day, most in [(ferry, None, 1), *((shipped, None, most) for most in SIDES), *((shipped, day, 1) for day in DAYS)]:
        with Store.open(store_path, day) as store:
            name = f"brief-{'shipped' if store_path == shipped else 'template'}-{day}-{most}"
            page = brief(store, Wanted(for_whom="the minister", most=most))[1]
            found[name] = written(tmp_path, name, made_document(store, {}, "html", page)), most
    return found


def test_every_document_can_be_read_on_any_screen_and_on_paper(documents: dict[str, Path], briefs: dict[str, tuple[Path, int]]) -> None:
    wrong: list[str] = []
    with chromium() as browser:
        for name, path in documents.items():
            wrong += [f"{name}: {told}" for told in looked_at(browser, path, whole=name == "template" or name.startswith("shipped"))]
            if name == "shipped":
                pages = pages_of(browser.pdf())
                wrong += [] if 1 < len(pages) <= MOST_PAGES else [f"{name} prints on {len(pages)} pages"]
                wrong += [] if {upright(page) for page in pages} == {True, False} else [f"{name} is all on paper of one kind"]
        for name, (path, most) in briefs.items():
            wrong += [f"{name}: {told}" for told in looked_at(browser, path, whole=name != "brief-shipped-None-1")]
            pages = pages_of(browser.pdf())
            wrong += [] if 1 <= len(pages) <= most and all(map(upright, pages)) else [f"{name} prints on {pages}, not on {most}"]
        wrong += long_mark(browser, documents["template"])
    assert not wrong, "\n".join(wrong)


def looked_at(browser: Browser, path: Path, *, whole: bool) -> Iterator[str]:
    """Give what is wrong with a document. What is `whole` has nothing that the others have not, so axe looks at these."""
    for width in WIDTHS:
        browser.open(path, width=width)
        yield from (f"{told} runs over at {width}" for told in browser.tell(OVERFLOW))
        yield from (f"stands in two columns at {width}: {told}" for told in browser.tell(TORN))
        if browser.tell("document.documentElement.scrollWidth") > width:
            yield f"scrolls sideways at {width}"
        yield from browser.heard
    yield from (f"leads nowhere: {told}" for told in browser.tell(LINKS))
    yield from (f"a picture cuts its words: {told}" for told in browser.tell(CUT))
    if browser.tell(UNTOLD):
        yield "a picture or a table has no words for who does not see it"
    if whole:
        return
    browser.tell(axe())
    for scheme in ("light", "dark"):
        browser.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        yield from (f"{scheme}: {told}" for told in browser.tell(SERIOUS))


def long_mark(browser: Browser, path: Path) -> list[str]:
    """Return what is wrong on paper with a handling mark of three hundred letters: it may take room, and cover nothing."""
    browser.open(path, width=WIDTHS[0])
    browser.tell("document.querySelectorAll('.handling').forEach(one => one.textContent = 'OFFICIAL SENSITIVE '.repeat(17))")
    browser.ask("Emulation.setEmulatedMedia", media="print", features=[])
    told = list(browser.tell(COVERED))
    browser.ask("Emulation.setEmulatedMedia", media="", features=[])
    return [f"a long handling mark: {one}" for one in told]


def upright(page: tuple[float, float]) -> bool:
    """Whether a page is A4 that stands; AssertionError for paper of another size."""
    assert sorted(map(round, page)) == sorted(A4)
    return page[0] < page[1]
