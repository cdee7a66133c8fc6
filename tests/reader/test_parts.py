"""What is the reader's own leaves the program only where it is asked for: the basket, the notes."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from commanded import commanded

from tui.reader import kept
from tui.reader.reader import Reader
from tui.reader.seen import when
from tui.render.formats import FORMATS


@pytest.fixture
def reader(ferry: Path) -> Iterator[Reader]:
    made = Reader.of(ferry.parent.parent / "briefing.toml", "Talks")
    yield made
    made.close()


def content(made: Path) -> bytes:
    """Return all that was written: of a folder every file, of a file that is packed what is in it."""
    if made.is_dir():
        return b"".join(map(content, made.iterdir()))
    if zipfile.is_zipfile(made):
        with zipfile.ZipFile(made) as packed:
            return b"".join(map(packed.read, packed.namelist()))
    return made.read_bytes()


@pytest.mark.sweep
def test_a_note_is_found_in_a_group_of_its_own_and_is_on_no_export_unasked(ferry: Path, reader: Reader, tmp_path: Path) -> None:
    kept.write_note(reader, "red_line/bellmoor-toll", "Bellmoor: No toll", "ask Ann of quixotry")
    said = commanded("--briefing", ferry, "search", "quixotry")
    assert said.code == 0
    assert "Your notes" in said.out
    assert "red_line/bellmoor-toll  Bellmoor: No toll" in said.out
    assert commanded("--briefing", ferry, "search", "quixotry", "--json").data == []
    assert [one["kind"] for one in commanded("--briefing", ferry, "search", "quixotry", "--json", "--notes").data] == ["note"]
    for name, form in FORMATS.items():
        part = ["--what", "timeline"] if name == "csv" else []
        for notes in ([], ["--notes"]):
            out = tmp_path / f"{name}{len(notes)}"
            said = commanded("--briefing", ferry, "export", name, *part, *notes, "-o", out)
            if notes and form.whole:
                assert "leave --basket and --notes out" in said.err
            else:
                assert said.code == 0
                assert (b"quixotry" in content(out)) == bool(notes), name


def test_the_basket_is_exported_in_the_readers_order_and_the_brief_is_made_of_it(ferry: Path, reader: Reader) -> None:
    said = commanded("--briefing", ferry, "export", "md", "--basket")
    assert (said.code, "the basket is empty" in said.err) == (2, True)
    kept.put(reader, "red_line/bellmoor-toll", "Bellmoor: No toll")
    kept.put(reader, "issue/bridge", "Bridge")
    kept.order(reader, ["issue/bridge", "red_line/bellmoor-toll"])
    text = commanded("--briefing", ferry, "export", "md", "--basket").out
    assert text.index("The bridge at Mill Bend") < text.index("Nobody pays to cross the bridge.")
    assert "Ferry bond" not in text
    told = commanded("--briefing", ferry, "export", "json", "--basket").data
    assert [one["address"] for one in told["basket"]] == ["issue/bridge", "red_line/bellmoor-toll"]
    assert "parties" not in told
    assert '"Bellmoor: No toll","red_line/bellmoor-toll",' in commanded("--briefing", ferry, "export", "csv", "--basket").out
    assert "Bridge" in commanded("--briefing", ferry, "brief", "--basket", "--most", "4").out


def test_in_a_kiosk_nothing_of_it_can_be_asked_for(ferry: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.write_note(reader, "issue/bridge", "Bridge", "quixotry")
    kept.put(reader, "issue/bridge", "Bridge")
    monkeypatch.setenv("BRIEFING_KIOSK", "1")
    for words in (("search", "quixotry"), ("export", "md", "--basket"), ("export", "md", "--notes"), ("brief", "--basket"), ("since",)):
        said = commanded("--briefing", ferry, *words)
        assert said.code in (1, 2), words
        assert "quixotry" not in said.out


def test_whatever_asks_for_what_is_the_readers_tells_that_it_was_set_aside(ferry: Path, reader: Reader) -> None:
    kept.write_note(reader, "issue/bridge", "Bridge", "quixotry")
    path = reader.state.path
    assert path is not None
    whole = path.read_bytes()
    for words in (("export", "json", "--notes"), ("export", "md", "--basket"), ("brief", "--basket"), ("search", "quixotry"), ("since",)):
        path.write_bytes(b"\xef\xbb\xbf" + whole)
        assert "could not be read; they are kept as" in commanded("--briefing", ferry, *words).err, words


def test_a_minute_that_no_clock_here_has_stands_as_it_was_kept() -> None:
    for minute in ("0001-01-01T00:00+23:59", "9999-12-31T23:59-23:59", "never"):
        assert when(minute) == minute
