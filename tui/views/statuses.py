"""Where an issue stands: its letter and word, the level at which it is dealt with, and the ground for saying so."""

from __future__ import annotations

from tui.frozen import frozen
from tui.model import STATUS, Date, Issue, Letter, RowStatus, known_from, name_of
from tui.store.read import Store
from tui.views.provenance import Attribution, attribution


@frozen
class IssueStatus:
    """The status of an issue as at the store's date. `between` are the names of the parties whose texts it speaks of."""

    letter: Letter
    word: str
    between: tuple[str, ...]
    level: str | None
    ground: str
    since: Date | None
    attribution: Attribution

    def __str__(self) -> str:
        return f"{self.letter} {self.word}" + (f", {self.level}" if self.level else "")

    @property
    def whose(self) -> str:
        """`aim agreed between US and Ukraine`: the word, and of what agreement there is, whose."""
        return self.word + (f" between {', '.join(self.between[:-1])} and {self.between[-1]}" if len(self.between) > 1 else "")

    @property
    def full(self) -> str:
        """`A aim agreed between US and Ukraine, political`."""
        return f"{self.letter} {self.whose}" + (f", {self.level}" if self.level else "")


def status_of(store: Store, issue: Issue) -> IssueStatus | None:
    """The latest status of an issue, None where none is on record; of two of one day the one written later holds."""
    return next(iter(states_of(store, issue)), None)


def states_of(store: Store, issue: Issue) -> tuple[IssueStatus, ...]:
    """Return all statuses of an issue known on the store's day, the latest first; of two of one day the one written later."""
    ordered = sorted(enumerate(issue.status), key=lambda item: (known_from(item[1]) or "", item[0]), reverse=True)
    return tuple(_status(store, issue, one) for _, one in ordered)


def _status(store: Store, issue: Issue, latest: RowStatus) -> IssueStatus:
    return IssueStatus(
        letter=latest.letter,
        word=STATUS[latest.letter],
        between=tuple(name_of(party) for ref in latest.between if (party := store.get("party", ref))),
        level=latest.level,
        ground=latest.ground,
        since=latest.known_from or latest.said_on,
        attribution=attribution(store, latest, issue),
    )
