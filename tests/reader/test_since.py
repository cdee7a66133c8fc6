"""What is new since the last reading: exactly what changed, with the words that differ, until it was read."""

from pathlib import Path

import pytest
from commanded import commanded
from invented import FLOOD

from tui.cli.new import write_new
from tui.compile.build import build
from tui.locate import MANIFEST
from tui.reader import copies
from tui.reader.reader import Reader
from tui.reader.seen import Unread, leave, mark, remember, unread
from tui.reader.since import Since, since
from tui.reader.state import State
from tui.store.read import Store


class Desk:
    """A briefing that is edited, and a reader who comes back to it; each visit is a session of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / "state"
        write_new(folder / "talks", None)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / "talks" / "data" / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    def add(self, name: str, text: str) -> None:
        path = self.folder / "talks" / "data" / name
        path.write_text(path.read_text() + text)

    def visit(self, *read: str) -> tuple[Unread, Since]:
        """Come, look at what is new, read some of it, and leave."""
        path = build(self.folder / "talks" / MANIFEST).path
        reader = Reader(State(self.state), self.folder / "talks" / MANIFEST, "Talks")
        with Store.open(path) as store:
            of = unread(reader, store)
            found = since(reader, store, of)
            remember(reader, store, path)
            mark(reader, of, read)
            leave(reader, of, store)
        reader.close()
        return of, found


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def sorts(of: Since) -> dict[str, str]:
    return {one.address: one.sort for group in of.changes.groups for one in group.changes}


def test_a_first_visit_finds_nothing_new_and_the_next_exactly_what_changed_with_its_words(desk: Desk) -> None:
    of, found = desk.visit()
    assert (of.sorts, of.since, found.changes.count) == ({}, None, 0)
    desk.edit("arden-draft.toml", "clear height of 9 metres", "clear height of 11 metres")
    desk.add("events.toml", FLOOD)
    of, found = desk.visit()
    assert sorts(found) == {"plan/arden-draft/2": "changed", "event/flood": "new"}
    assert of.since is not None
    (edit,) = next(one for group in found.changes.groups for one in group.changes if one.sort == "changed").edits
    assert edit.difference
    assert [(fact.before, fact.after) for fact in edit.difference.facts] == [("9", "11")]
    assert found.without_words == ()


def test_what_is_not_read_stays_new_and_what_is_read_does_not(desk: Desk) -> None:
    desk.visit()
    desk.edit("arden-draft.toml", "clear height of 9 metres", "clear height of 11 metres")
    desk.add("events.toml", FLOOD)
    desk.visit("event/flood")
    assert sorts(desk.visit()[1]) == {"plan/arden-draft/2": "changed"}
    desk.edit("arden-draft.toml", "clear height of 11 metres", "clear height of 12 metres")
    _, found = desk.visit("plan/arden-draft/2")
    (edit,) = found.changes.groups[0].changes[0].edits
    assert edit.difference
    assert [(fact.before, fact.after) for fact in edit.difference.facts] == [("9", "12")], "against what was read, not what was there"
    desk.edit("arden-draft.toml", "clear height of 12 metres", "clear height of 13 metres")
    _, found = desk.visit("plan/arden-draft/2")
    (edit,) = found.changes.groups[0].changes[0].edits
    assert edit.difference
    assert [(fact.before, fact.after) for fact in edit.difference.facts] == [("12", "13")]
    assert desk.visit()[0].sorts == {}


def test_an_edit_that_is_taken_back_is_no_news(desk: Desk) -> None:
    desk.visit()
    desk.edit("arden-draft.toml", "clear height of 9 metres", "clear height of 11 metres")
    assert len(desk.visit()[0].sorts) == 1
    desk.edit("arden-draft.toml", "clear height of 11 metres", "clear height of 9 metres")
    assert desk.visit()[0].sorts == {}


def test_what_is_gone_is_told_with_its_last_words_until_it_is_marked(desk: Desk) -> None:
    desk.add("events.toml", FLOOD)
    desk.visit()
    desk.edit("events.toml", FLOOD, "")
    _, found = desk.visit()
    assert sorts(found) == {"event/flood": "gone"}
    assert found.changes.groups[0].changes[0].title == "The Lode floods"
    desk.visit("event/flood")
    assert desk.visit()[0].sorts == {}


def test_of_copies_no_more_are_kept_than_have_words_that_are_still_wanted(desk: Desk) -> None:
    desk.visit()
    for height in range(9, 13):
        desk.edit("arden-draft.toml", f"clear height of {height} metres", f"clear height of {height + 1} metres")
        desk.visit()
    assert len(list((desk.state / copies.FOLDER).iterdir())) == 2, "what was read of the point, and the latest of all else"
    desk.visit("plan/arden-draft/2")
    desk.visit()
    assert len(list((desk.state / copies.FOLDER).iterdir())) == 1


def test_without_the_copy_it_is_told_that_it_changed_and_that_the_words_are_not_at_hand(desk: Desk) -> None:
    desk.visit()
    for path in (desk.state / copies.FOLDER).iterdir():
        path.unlink()
    desk.edit("arden-draft.toml", "clear height of 9 metres", "clear height of 11 metres")
    _, found = desk.visit()
    assert sorts(found) == {"plan/arden-draft/2": "changed"}
    assert found.without_words == ("plan/arden-draft/2",)


def test_the_command_tells_it_as_text_and_data_marks_nothing_unasked_and_knows_no_kiosk(
    desk: Desk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talks = desk.folder / "talks"
    assert "This is your first reading here" in " ".join(commanded("--briefing", talks, "since").out.split())
    assert "Nothing is new" in commanded("--briefing", talks, "since").out
    desk.add("events.toml", FLOOD)
    assert "+ 19 Mar 2031  The Lode floods" in commanded("--briefing", talks, "since").out
    told = commanded("--briefing", talks, "since", "--json", "--read").data
    assert [one["id"] for group in told["changes"]["groups"] for one in group["changes"]] == ["flood"]
    assert "Nothing is new" in commanded("--briefing", talks, "since").out
    assert (home / ".local" / "state" / "briefing" / "reader.db").stat().st_mode & 0o777 == 0o600
    monkeypatch.setenv("BRIEFING_KIOSK", "1")
    assert commanded("--briefing", talks, "since").code == 2


def test_while_the_sources_are_those_that_were_read_a_start_asks_for_no_record(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.visit()
    path = build(desk.folder / "talks" / MANIFEST).path
    reader = Reader(State(desk.state), desk.folder / "talks" / MANIFEST, "Talks")
    asked: list[str] = []
    reader.state._connection.set_trace_callback(asked.append)
    monkeypatch.delattr(Store, "digests")
    with Store.open(path) as store:
        assert unread(reader, store).sorts == {}
    assert len(asked) == 1
    reader.close()
