"""A build of what has changed gives what a build of everything gives, or leaves it to that."""

import os
import random
import re
import shutil
import signal
import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.compile import build as building
from tui.compile import rebuild as rebuilding
from tui.compile.build import build
from tui.findings import Finding, HasFindings

Outcome = tuple[dict[str, list[object]], Mapping[str, int]] | list[Finding]


@pytest.fixture
def ferry_files(ferry_talks: Path) -> Path:
    """The manifest of the ferry talks, built, without a warning."""
    manifest = ferry_talks / "briefing.toml"
    assert build(manifest).findings == []
    return manifest


def contents(store: Path) -> dict[str, list[object]]:
    """Every row of every table, and every word of the search index with its place."""
    connection = sqlite3.connect(f"file:{store}?mode=ro&immutable=1", uri=True)
    tables = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'passage_words%'")
    ]
    found: dict[str, list[object]] = {name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1, 2').fetchall() for name in tables}
    connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'passage_words', 'instance')")
    found["words"] = connection.execute("SELECT * FROM temp.words ORDER BY 1, 2, 3, 4").fetchall()
    connection.close()
    return found


def outcome(manifest: Path, out: Path) -> Outcome:
    """What a build gives: the contents of the store and its counts, or the findings that prevent it."""
    try:
        built = build(manifest, out)
    except HasFindings as told:
        return told.findings
    assert isinstance(built.findings, list)
    return (contents(built.path), built.counts) if not built.findings else built.findings


def both(manifest: Path, tmp_path: Path) -> tuple[Outcome, Outcome, bool]:
    """What a build on top of the old store gives, what one of everything gives, and whether the first needed no second."""
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    shutil.copyfile(manifest.parent / ".briefing" / "store.db", old)
    new.unlink(missing_ok=True)
    alone: list[object] = []
    real = building._examined

    def examined(path: Path) -> object:
        alone.append(path)
        return real(path)

    building._examined = examined  # type: ignore[assignment]
    try:
        first = outcome(manifest, old)
    finally:
        building._examined = real
    return first, outcome(manifest, new), not alone


def edit(manifest: Path, file: str, old: str, new: str) -> None:
    path = manifest.parent / "data" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


MORE = '\n[[plan.point]]\nnumber = "6"\ntext = "More."\nissues = ["ferry"]\nmode = "document"\nsources = ["draft-text"]\n'
TERM = '\n[[term]]\nid = "more"\nname = "More"\ntext = "More."\nmode = "document"\nsources = ["draft-text"]\n'
ALONE = {
    "another wording": ("arden-draft.toml", "The ferry crosses", "A ferry sails"),
    "accents in the wording": ("arden-draft.toml", "The ferry crosses", "Їжак і ё"),
    "a line more, so that all below moves": ("arden-draft.toml", "[[plan]]", "# a comment\n\n[[plan]]"),
    "a point more": ("arden-draft.toml", "count = 5", "count = 6"),
    "a number": ("arden-draft.toml", 'unit = "crossings a day"', 'unit = "trips a day"'),
    "a verdict": ("arden-draft.toml", 'verdict = "met"', 'verdict = "strained"'),
    "a record more": ("terms.toml", "[[term]]", "[[term]]"),
}


@pytest.mark.parametrize("name", ALONE)
def test_a_change_in_one_file_is_built_by_itself_and_gives_the_same(name: str, ferry_files: Path, tmp_path: Path) -> None:
    edit(ferry_files, *ALONE[name])
    for file, text in (
        ("arden-draft.toml", MORE if name == "a point more" else ""),
        ("terms.toml", TERM if name == "a record more" else ""),
    ):
        path = ferry_files.parent / "data" / file
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    first, second, alone = both(ferry_files, tmp_path)
    assert first == second
    assert isinstance(first, tuple), first
    assert alone


FELT = {
    "a source of a later day": ("sources.toml", "2031-03-10", "2031-03-11"),
    "an id that others refer to": ("parties.toml", 'id = "arden"', 'id = "ardent"'),
    "a source that nobody cites": ("sources.toml", "[[source]]", '[[source]]\nid = "lone"\ntitle = "Lone"\ntype = "news"\n\n[[source]]'),
    "a point that others derive from": ("arden-draft.toml", 'number = "2"', 'number = "2x"'),
    "a clause that others derive from": ("arden-draft.toml", 'letter = "a"', 'letter = "c"'),
    "a circle": ("arden-draft.toml", 'issues = ["ferry"]', 'issues = ["ferry"]\nderives = ["bellmoor-counter/1"]\nrelation = "same"'),
    "a file that is no TOML": ("terms.toml", "[[term]]", "[[term"),
    "a warning": ("terms.toml", 'text = "', f'text = "“{"word " * 20}” '),
    "the same id again": ("terms.toml", "[[term]]", '[[party]]\nid = "arden"\nname = "Arden"\n\n[[term]]'),
    "a person who is called as a party is": ("terms.toml", "[[term]]", '[[person]]\nid = "arden"\nname = "Arden"\n\n[[term]]'),
}


@pytest.mark.parametrize("name", FELT)
def test_a_change_that_others_feel_is_told_as_a_build_of_everything_tells_it(name: str, ferry_files: Path, tmp_path: Path) -> None:
    edit(ferry_files, *FELT[name])
    first, second, alone = both(ferry_files, tmp_path)
    assert first == second
    assert not alone


def test_what_a_changed_record_makes_of_those_that_refer_to_it_is_told_too(ferry_files: Path, tmp_path: Path) -> None:
    edit(ferry_files, "parties.toml", 'type = "body"', 'type = "outlet"')
    edit(ferry_files, "events.toml", 'said_by = "Valley Echo"', 'said_by = "arden"')
    assert build(ferry_files).findings == []
    edit(ferry_files, "parties.toml", 'type = "outlet"', 'type = "body"')
    first, second, alone = both(ferry_files, tmp_path)
    assert first == second
    assert isinstance(first, list)
    assert [finding.code for finding in first] == ["W607"]
    assert not alone


def mutated(text: str, chance: random.Random, words: list[str]) -> str:
    """A text with one thing done to it that an author may do."""
    blocks = text.split("\n\n")
    lines = text.split("\n")
    place, block = chance.randrange(len(lines)), chance.randrange(len(blocks))
    quoted = [match.span(1) for match in re.finditer(r'"([^"\n]+)"', text)]
    match chance.randrange(6):
        case 0:
            del lines[place]
        case 1:
            del blocks[block]
            return "\n\n".join(blocks)
        case 2:
            blocks.insert(chance.randrange(len(blocks) + 1), re.sub(r'(id|number) = "', r'\1 = "9', blocks[block]))
            return "\n\n".join(blocks)
        case 3 if quoted:
            start, end = chance.choice(quoted)
            return text[:start] + chance.choice(words) + text[end:]
        case 4:
            return re.sub(r"2031-03-(\d\d)", lambda found: f"2031-03-{chance.randrange(1, 29):02}", text, count=1)
        case _:
            return text.replace(" the ", " this ", 1)
    return "\n".join(lines)


@pytest.mark.sweep
def test_whatever_an_author_does_to_a_file_a_build_on_top_gives_what_a_build_of_everything_gives(ferry_files: Path, tmp_path: Path) -> None:
    chance = random.Random(int(os.environ.get("SEED", "7")))
    files = sorted((ferry_files.parent / "data").glob("*.toml"))
    words = sorted({word for file in files for word in re.findall(r'"([^"\n]+)"', file.read_text(encoding="utf-8"))})
    by_themselves = told = 0
    for _ in range(int(os.environ.get("ROUNDS", "30"))):
        file = chance.choice(files)
        before = file.read_text(encoding="utf-8")
        file.write_text(mutated(before, chance, words), encoding="utf-8")
        first, second, alone = both(ferry_files, tmp_path)
        assert first == second, f"{file.name}:\n{file.read_text(encoding='utf-8')}"
        by_themselves += alone
        told += isinstance(first, list)
        file.write_text(before, encoding="utf-8")
    assert by_themselves > 5
    assert told > 5


def test_nothing_changed_leaves_the_store_alone(ferry_files: Path) -> None:
    store = ferry_files.parent / ".briefing" / "store.db"
    before = store.stat()
    built = build(ferry_files)
    after = store.stat()  # all but the time of reading it
    assert (after.st_ino, after.st_mtime_ns, after.st_size) == (before.st_ino, before.st_mtime_ns, before.st_size)
    assert built.counts["point"] == 11
    assert built.counts["term"] == 1


def test_many_builds_one_after_the_other_stay_true(ferry_files: Path, tmp_path: Path) -> None:
    for number in range(12):
        edit(ferry_files, "arden-draft.toml", "# A plan" if number == 0 else f"# {number - 1}", f"# {number}")
        edit(ferry_files, "arden-draft.toml", "crosses at least", f"{'still ' * number}crosses at least")
        build(ferry_files)
    assert contents(ferry_files.parent / ".briefing" / "store.db") == contents(build(ferry_files, tmp_path / "whole.db").path)


@pytest.mark.parametrize("what", ["another program", "a damaged page", "cut short", "a file more", "a file less", "the manifest"])
def test_what_it_cannot_rest_on_is_built_from_everything(
    what: str, ferry_files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = ferry_files.parent / ".briefing" / "store.db"
    edit(ferry_files, "arden-draft.toml", "The ferry crosses", "A ferry sails")
    if what == "another program":
        monkeypatch.setattr(rebuilding, "program", lambda: "another")
    elif what == "a damaged page":
        data = bytearray(store.read_bytes())
        data[4096 * 40 : 4096 * 44] = bytes(4096 * 4)
        store.write_bytes(data)
    elif what == "cut short":
        store.write_bytes(store.read_bytes()[:-4096])
    elif what == "a file more":
        (ferry_files.parent / "data" / "more.toml").write_text(TERM, encoding="utf-8")
    elif what == "a file less":
        (ferry_files.parent / "data" / "terms.toml").unlink()
    else:
        ferry_files.write_text(ferry_files.read_text(encoding="utf-8").replace('desk = "', 'desk = "new '), encoding="utf-8")
    first, second, alone = both(ferry_files, tmp_path)
    assert first == second
    assert not alone


def test_killed_at_any_moment_the_store_is_the_old_one_or_the_new_one(ferry_files: Path) -> None:
    store = ferry_files.parent / ".briefing" / "store.db"
    chance = random.Random(3)
    killed = 0
    for number in range(30):
        before = contents(store)
        edit(ferry_files, "terms.toml", "[[term]]", f"# {number}\n[[term]]")
        pid = os.fork()
        if pid == 0:
            try:
                build(ferry_files)
            finally:
                os._exit(0)
        time.sleep(chance.random() * 0.05)
        os.kill(pid, signal.SIGKILL)
        killed += os.waitpid(pid, 0)[1] != 0
        after = contents(store)
        if after != before:
            assert after == contents(build(ferry_files).path)
    assert killed > 5
    build(ferry_files)
    assert [path.name for path in store.parent.iterdir()] == ["store.db"]
