"""Dates stand in words wherever people read them: no sign of EDTF, whatever a date is doubted for."""

import itertools
import re
from pathlib import Path

import pytest
from border_talks import findings, write
from commanded import commanded

from tui.checks.codes import codes
from tui.cli.new import write_new
from tui.compile.build import ready
from tui.store.read import Store
from tui.views import TABS

DATED = ("event", "source", "judgement", "plan", "position")
RAW = re.compile(r"\d{4}(?:-\d\d){0,2}[%~?](?![\w=])|\b\d{4}(?:-\d\d){1,2}/\d{4}\b")


@pytest.fixture(scope="module")
def doubted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The template, in which every date is doubted, in each of three ways, or is of two days."""
    folder = tmp_path_factory.mktemp("doubted") / "talks"
    write_new(folder, None)
    signs = itertools.cycle(("%", "~", "?", "/"))
    for path in folder.rglob("*.toml"):
        told = path.read_text(encoding="utf-8")
        told = re.sub(r'(?<=date = ")(\d{4}-\d\d-\d\d)(?=")', lambda match: match[0] + next(signs).replace("/", f"/{match[0]}?"), told)
        told = re.sub(r'(?<=_on = ")(\d{4}-\d\d-\d\d)(?=")', lambda match: match[0] + next(signs).replace("/", "%"), told)
        path.write_text(told, encoding="utf-8")
    return folder


def test_no_text_has_a_sign_of_edtf(doubted: Path) -> None:
    with Store.open(ready(doubted)) as store:
        shown = [("show", kind, store.all(kind)[0].id) for kind in DATED]
    listed = [("list", kind) for kind in DATED]
    exported = [("export", "md"), ("export", "csv", "--what", "timeline"), ("export", "csv", "--what", "sources")]
    for words in (*listed, *shown, *((tab,) for tab in TABS), *exported, ("search", "ferry"), ("later", "--as-at", "2031-03-01")):
        said = commanded("--briefing", doubted, *words)
        assert said.out, words
        assert [line for line in (said.out + said.err).splitlines() if RAW.search(line)] == [], words


def test_no_finding_has_one_but_where_it_says_what_to_write(tmp_path: Path) -> None:
    told = 0
    for code in codes().values():
        doubted = re.sub(r'"(\d{4}-\d\d-\d\d)"', r'"\1%"', code.example_wrong)
        for one in findings(write(tmp_path, doubted)) if "[[" in doubted else ():
            told += one.code == code.code
            assert not RAW.search(one.message), one.message
    assert told > 40
