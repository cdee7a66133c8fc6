"""What a reader keeps by name or by hand: bookmarks, private notes, and the basket."""

from __future__ import annotations

from collections.abc import Sequence

from tui.frozen import frozen
from tui.reader.reader import Reader
from tui.reader.state import minute


@frozen
class Bookmark:
    """A place with the name that the reader gave it; `day` None for the briefing's own."""

    name: str
    address: str
    day: str | None
    at: str


@frozen
class PrivateNote:
    """A private note on a record or a place. `title` is what that was called."""

    address: str
    title: str
    text: str
    at: str


@frozen
class InBasket:
    """A record or a place in the basket; `title` is what it was called."""

    address: str
    title: str


def bookmarks(reader: Reader) -> tuple[Bookmark, ...]:
    """Return the bookmarks, the latest first."""
    rows = reader.state.ask("SELECT name, address, day, at FROM bookmark WHERE briefing = ? ORDER BY id DESC", (reader.id,))
    return tuple(Bookmark(*row) for row in rows)


def bookmark(reader: Reader, name: str, address: str, day: str | None) -> None:
    """Set a bookmark; one of this name moves here."""
    with reader.change() as write:
        write.execute("DELETE FROM bookmark WHERE briefing = ? AND name = ?", (reader.id, name))
        write.execute(
            "INSERT INTO bookmark (briefing, name, address, day, at) VALUES (?, ?, ?, ?, ?)", (reader.id, name, address, day, minute())
        )


def remove_bookmark(reader: Reader, name: str) -> None:
    """Take a bookmark away."""
    with reader.change() as write:
        write.execute("DELETE FROM bookmark WHERE briefing = ? AND name = ?", (reader.id, name))


def notes(reader: Reader) -> tuple[PrivateNote, ...]:
    """Return all notes, the latest first."""
    rows = reader.state.ask("SELECT address, title, text, at FROM note WHERE briefing = ? ORDER BY at DESC, id DESC", (reader.id,))
    return tuple(PrivateNote(*row) for row in rows)


def note_on(reader: Reader, address: str) -> str:
    """Return the text of the note on an address, empty where there is none."""
    found = reader.row("SELECT text FROM note WHERE briefing = ? AND address = ?", reader.id, address)
    return str(found[0]) if found else ""


def write_note(reader: Reader, address: str, title: str, text: str, begun: str | None = None) -> str:
    """Keep a note in the place of the one that was there; an empty text takes it away. Return what is kept.

    `begun` is the text from which its writer went on. What another program of the reader's wrote since stays, above it.
    """
    text = text.strip()
    with reader.change() as write:
        held = write.execute("SELECT text FROM note WHERE briefing = ? AND address = ?", (reader.id, address)).fetchone()
        if held and begun is not None and held[0] not in (begun, text):
            text = f"{held[0]}\n{text}".strip()
        write.execute("DELETE FROM note WHERE briefing = ? AND address = ?", (reader.id, address))
        if text:
            write.execute(
                "INSERT INTO note (briefing, address, title, text, at) VALUES (?, ?, ?, ?, ?)", (reader.id, address, title, text, minute())
            )
    return text


def notes_with(reader: Reader, words: str) -> tuple[PrivateNote, ...]:
    """Return the notes that hold every word, in their text or in what they are on; case does not matter."""
    wanted = words.casefold().split()
    return tuple(one for one in notes(reader) if wanted and all(word in f"{one.title} {one.text}".casefold() for word in wanted))


def in_basket(reader: Reader) -> tuple[InBasket, ...]:
    """Return what is in the basket, in the reader's order."""
    rows = reader.state.ask("SELECT address, title FROM basket WHERE briefing = ? ORDER BY position, at", (reader.id,))
    return tuple(InBasket(*row) for row in rows)


def basket(reader: Reader) -> list[str]:
    """Return the addresses in the basket, in the reader's order."""
    return [one.address for one in in_basket(reader)]


def put(reader: Reader, address: str, title: str) -> bool:
    """Put something into the basket, at its end, or take it out where it is in there; return whether it is in there now."""
    with reader.change() as write:
        if write.execute("DELETE FROM basket WHERE briefing = ? AND address = ?", (reader.id, address)).rowcount:
            return False
        (end,) = write.execute("SELECT coalesce(max(position), 0) + 1 FROM basket WHERE briefing = ?", (reader.id,)).fetchone()
        write.execute("INSERT INTO basket VALUES (?, ?, ?, ?, ?)", (reader.id, address, title, end, minute()))
    return True


def order(reader: Reader, addresses: Sequence[str]) -> None:
    """Put what is in the basket into this order; what is not named stays behind it."""
    with reader.change() as write:
        write.execute("UPDATE basket SET position = position + ? WHERE briefing = ?", (len(addresses), reader.id))
        write.executemany(
            "UPDATE basket SET position = ? WHERE briefing = ? AND address = ?",
            [(place, reader.id, address) for place, address in enumerate(addresses)],
        )
