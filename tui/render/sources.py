"""The sources behind a document: numbered as they are named, with their addresses on the web and the languages of their titles."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from types import MappingProxyType

from tui.address import written
from tui.dates import in_words
from tui.frozen import frozen
from tui.hostile import clean
from tui.model import Source

# The names of languages as a source file may write them, and their tags; no library of Python's own knows these.
_TAGS = MappingProxyType(
    {
        "arabic": "ar",
        "bulgarian": "bg",
        "chinese": "zh",
        "croatian": "hr",
        "czech": "cs",
        "danish": "da",
        "dutch": "nl",
        "estonian": "et",
        "finnish": "fi",
        "french": "fr",
        "german": "de",
        "greek": "el",
        "hebrew": "he",
        "hindi": "hi",
        "hungarian": "hu",
        "italian": "it",
        "japanese": "ja",
        "korean": "ko",
        "latvian": "lv",
        "lithuanian": "lt",
        "norwegian": "no",
        "persian": "fa",
        "polish": "pl",
        "portuguese": "pt",
        "romanian": "ro",
        "russian": "ru",
        "serbian": "sr",
        "slovak": "sk",
        "slovene": "sl",
        "spanish": "es",
        "swedish": "sv",
        "turkish": "tr",
        "ukrainian": "uk",
        "urdu": "ur",
        "vietnamese": "vi",
    }
)


@frozen
class Note:
    """A source as a note: its number, its publisher, title, day and address on the web, the language of its title, and how it came here."""

    number: int
    name: str
    title: str
    day: str
    address: str
    tongue: str
    came: str


class SourceNotes:
    """The sources of a briefing, for one document; its notes have `every` one, or those that it names."""

    def __init__(self, held: Iterable[Source], *, every: bool = False) -> None:
        self._every = every
        self._held = {written("source", one.id): one for one in held}
        self._numbers: dict[str, int] = {}

    @cached_property
    def outward(self) -> dict[str, str]:
        """Return the address on the web of every source that has one, by its address here."""
        return {at: web for at, one in self._held.items() if (web := _web(one))}

    @cached_property
    def called(self) -> dict[str, str]:
        """Return publisher and title of every source, by its address here."""
        return {at: ", ".join(filter(None, (one.publisher, one.title))) for at, one in self._held.items()}

    @cached_property
    def _tongues(self) -> dict[str, str]:
        return {one.title: tag for one in self._held.values() if (tag := tag_of(one))}

    def tongue(self, text: str) -> str | None:
        """Return the language tag of a text that is the title of a source in another language than English."""
        return self._tongues.get(text)

    def number(self, at: str) -> int:
        """Return the number of a source, the next one where it has none yet; 0 where the briefing of this day has no such source."""
        if at not in self._held:
            return 0
        return self._numbers.setdefault(at, len(self._numbers) + 1)

    def notes(self) -> list[Note]:
        """Return the sources that have a number, in its order; then, where every one is wanted, the others."""
        for at in self._held if self._every else ():
            self.number(at)
        return [note_of(self._held[at], number) for at, number in self._numbers.items()]


def note_of(one: Source, number: int) -> Note:
    """Return a source as a note."""
    name = one.publisher or one.author or ""
    came = "; ".join(filter(None, (f"after {', '.join(one.relays)}" if one.relays else "", one.via)))
    day = clean(in_words(one.date), lines=False) if one.date else ""
    return Note(number, name, one.title, day, _web(one), tag_of(one) or "", came)


def _web(one: Source) -> str:
    """Return the address of a source on the web, cleaned; empty where it has none there."""
    return clean(one.address, lines=False) if one.address and one.address.startswith(("http://", "https://")) else ""


def tag_of(one: Source) -> str | None:
    """Return the language tag of a source that is not in English; None where its language is not told, or has no tag here."""
    told = (one.language or "").strip().lower()
    return _TAGS.get(told) or (told if len(told) in (2, 3) and told.isascii() and told.isalpha() and told != "en" else None)
