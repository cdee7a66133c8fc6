"""A briefing opened from elsewhere: fetched now where that can be done, else as it was kept, with its age."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from tui.errors import BadInput, BriefingError, MachineError, Refused
from tui.folders import file_address, is_file
from tui.origin import Feed, FeedNews
from tui.store.examining import fits
from tui.travel import edition as editions
from tui.travel import pulling
from tui.travel.addresses import Upstream, upstream
from tui.travel.edition import Edition, StoreVersion, in_short, parted
from tui.travel.kept import KeptFolder, Known, in_cache, is_kept
from tui.travel.pulling import ANOTHER_PROGRAM, Vouch, fetch, pull

EVERY = 60.0  # seconds between two questions of an open session; one that was put so lately is not put again at a start
OLD = 24 * 3600.0  # seconds after which what a host keeps is old, even where nobody noted that a pull failed
QUIET = 3 * OLD  # seconds, longer than a weekend, after which the title says when the desk published last: a server may have stood still


class Arrival:
    """A briefing from elsewhere that is open: where from (None for a folder that a host's pull fills), and where it is kept."""

    def __init__(self, kept: KeptFolder, where: Upstream | None, vouch: Vouch, *, unverified: bool = False) -> None:
        self.kept, self.where, self.vouch, self.unverified = kept, where, vouch, unverified
        self.said = ""
        self._told = ""  # the sentence that the reader had last
        fresh = 0 <= time.time() - kept.known().answered < EVERY and kept.known().address == str(where)
        if where is not None and not fresh:
            self.said = self._told = self._fetched(None if kept.version() is None else pulling.AT_A_START)
        version = kept.version()
        if version is None:
            why = kept.known().failed
            told = f"{kept.folder} holds no whole edition; `briefing pull` fetches it again{f', and said last: {why}' if why else ''}"
            raise MachineError(self.said or told)
        if where is not None and (fresh or self.said):
            self.vouch(*parted(kept.raw()))  # what was not looked at just now: a signer may be trusted no more
        if not _fits(kept, version):
            raise MachineError(f"{in_short(version)}, which was fetched before, was made by {ANOTHER_PROGRAM}")
        self.shown: StoreVersion = version

    def told(self) -> str:
        """Return the sentence of what went wrong, once: a command may ask for its briefing in several places."""
        said, self.said = self.said, ""
        return said

    @property
    def store(self) -> Path:
        """Return the store in force, by the name that stays."""
        return self.kept.store

    @property
    def edition(self) -> Edition:
        """Return the edition that was last taken. Raise MachineError where somebody forgets it just now."""
        edition = self.kept.edition()
        if edition is None:  # it was there when we arrived
            raise MachineError(f"what was fetched into {self.kept.folder} has just been taken away (`briefing pull --forget` does that)")
        return edition

    def version(self, number: int) -> StoreVersion:
        """Return a version by its number. Raise BadInput for one that the edition does not have."""
        found = next((one for one in self.edition.versions if one.version == number), None)
        if found is None:
            there = ", ".join(str(one.version) for one in self.edition.versions)
            raise BadInput(f"there is no version {number}; there are {there}")
        return found

    def store_of(self, number: int) -> Path:
        """Return the store of a version, fetched where it is not here. Raise a BriefingError with a sentence where it cannot be had."""
        version = self.version(number)
        if not self.kept.has(version, whole=True):
            known = self.kept.known()
            where = self.where or (upstream(known.address) if known.address else None)
            if where is None:
                raise BadInput(f"version {number} is not here any more")
            with self.kept.held():
                fetch(where, self.kept, version)
        return self.kept.of(version)

    def note(self) -> str:
        """Return what the title is to say besides the day; empty where all is as it should be."""
        return note(self.kept.known(), self.shown, self.kept)

    def look(self) -> FeedNews:
        """Ask whether there is something newer, and fetch it. This may take long: a thread of its own does it."""
        said = self._fetched() if self.where is not None else ""
        version = self.kept.version()
        if version is None or version == self.shown:
            told, self._told = self._told, said
            return FeedNews(said if said != told else "", self.note())
        before, self.shown = self.shown, version
        return FeedNews(came(version), self.note(), self.kept.of(before) if self.kept.has(before) else None, self.store)

    def followed(self, every: float | None = None) -> Feed:
        """Return how an open session hears of what is newer, asking `every` so many seconds."""
        return Feed(self.look, every or EVERY, self.note(), self.said)

    def _fetched(self, patience: pulling.Patience | None = None) -> str:
        """Fetch what is new; return the sentence of what went wrong. Raise it where nothing was kept."""
        assert self.where is not None
        try:
            pull(self.where, self.kept, self.vouch, unverified=self.unverified, patience=patience)
        except BriefingError as error:
            if self.kept.version() is None:
                raise
            return f"{error}. This is as fetched {ago(self.kept.known().answered)}."
        return ""


def _fits(kept: KeptFolder, version: StoreVersion) -> bool:
    try:
        return fits(kept.store)
    except MachineError as error:
        told = f"{in_short(version)}, which was fetched before, is damaged on this disk"
        raise MachineError(f"{told}; `briefing pull` fetches it again") from error


def came(now: StoreVersion) -> str:
    """Return the beginning of the sentence for a version that has come in the place of another."""
    told = in_short(now)
    return f"{told[0].upper()}{told[1:]} has come"


def note(known: Known, shown: StoreVersion, kept: KeptFolder) -> str:
    """Return what the title says of a briefing from elsewhere."""
    edition = kept.edition()
    parts = ["NOT VERIFIED"] if known.unverified else []
    if edition is not None and edition.now != shown:
        parts.append(f"version {shown.version}, not the newest")
    if known.failed or time.time() - known.answered > OLD:
        parts.append(f"fetched {ago(known.answered, _SHORT)}")
    elif edition is not None and time.time() - moment(edition.now) > QUIET:
        parts.append(f"published {ago(moment(edition.now), _SHORT)}")
    return ", ".join(parts)


def moment(version: StoreVersion) -> float:
    """Return when a version was published, by the desk's clock, in seconds since 1970; 0 for a minute that no calendar has."""
    try:
        return datetime.fromisoformat(version.minute).timestamp()
    except ValueError:
        return 0.0


_LONG = (("days", "day", 86400), ("hours", "hour", 3600), ("minutes", "minute", 60))
_SHORT = (("days", "day", 86400), ("h", "h", 3600), ("min", "min", 60))  # for the title, which has little room


def ago(then: float, units: Sequence[tuple[str, str, int]] = _LONG) -> str:
    """Return how long ago a moment was, such as that at which the other side last answered; it is in seconds since 1970."""
    seconds = max(0.0, time.time() - then)
    for several, one, length in units:
        if (count := int(seconds // length)) > 0:
            return f"{count} {one if count == 1 else several} ago"
    return "just now"


def arrive(address: str, vouch: Vouch, *, unverified: bool) -> Arrival:
    """Return the briefing of an address, fetched or kept. Raise a BriefingError with a sentence where neither can be had."""
    where = upstream(address)
    kept = in_cache(str(where), unverified=unverified)
    return Arrival(kept, where, vouch, unverified=unverified)


def arrival_at(folder: Path, vouch: Vouch, *, unverified: bool) -> Arrival | None:
    """Return the briefing of a folder that a host's pull fills, or to which a desk publishes; None for any other folder.

    The first is as good as the account that fills it, which verified what came: it is only read.
    """
    if is_kept(folder):
        return Arrival(KeptFolder(folder), None, vouch)
    if is_file(folder / editions.FILE):
        return arrive(file_address(folder), vouch, unverified=unverified)
    return None


def vouching(*, unverified: bool) -> Callable[[bytes, bytes], object]:
    """Return what holds a text to its signature: the files of allowed signers, or nothing where that was asked for in as many words."""
    if unverified:
        return lambda *_: None
    from tui.travel.signing import verify  # 7 ms: only who asks elsewhere
    from tui.travel.trusted import files

    def vouch(text: bytes, signature: bytes) -> object:
        try:
            return verify(text, signature, files())
        except Refused as error:
            raise Refused(f"{error}. --unverified opens it all the same, and nobody vouches for it") from error

    return vouch


def hold_on(arrival: Arrival, number: int | None) -> StoreVersion:
    """Open a version here from now on, whatever comes; None for the newest again. Raise BadInput for one that is not kept anywhere."""
    version = arrival.version(number) if number else arrival.edition.now
    arrival.store_of(version.version)
    with arrival.kept.held():
        arrival.kept.put_in_force(version)
        arrival.kept.note(chosen=number)
    arrival.shown = version
    return version
