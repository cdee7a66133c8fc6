"""Where an issue stands: its letter and word, of which texts or between which parties, at which level, by whose account, on what ground.

A status is of some texts. It is told of a comparison only where it bears on what is compared (`bears`); elsewhere it is said to be of
others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tui.dates import in_words
from tui.frozen import frozen
from tui.model import STATUS, Date, Issue, Letter, RowStatus, known_from, name_of
from tui.store.read import Store
from tui.views.provenance import DESK, Attribution, attribution


@frozen
class IssueStatus:
    """One status of an issue. `texts` and `between` are the names of the plans and the parties of which it speaks, `of` their ids."""

    letter: Letter
    word: str
    texts: tuple[str, ...]
    between: tuple[str, ...]
    by: str
    level: str | None
    ground: str
    since: Date | None
    of_texts: tuple[str, ...]
    of_parties: tuple[str, ...]
    attribution: Attribution

    def __str__(self) -> str:
        return f"{self.letter} {self.word}" + (f", {self.level}" if self.level else "")

    @property
    def whose(self) -> str:
        """Return the word, and whose it is: `aim agreed between US and Ukraine`, `one side's text: US`, `withdrawn by US`."""
        if not self.between:
            return self.word
        if self.letter == "W":
            return f"{self.word}: {in_a_row(self.between)}"
        if self.letter == "Z":
            return f"{self.word} by {in_a_row(self.between)}"
        return f"{self.word} between {in_a_row(self.between)}" if len(self.between) > 1 else self.word

    @property
    def told(self) -> str:
        """Return all of it in a line, in words alone: `aim agreed between US and Ukraine, on Draft 20, political`."""
        return self.whose + (f", on {in_a_row(self.texts)}" if self.texts else "") + (f", {self.level}" if self.level else "")

    @property
    def full(self) -> str:
        """Return the same behind its letter: `A aim agreed between US and Ukraine, on Draft 20, political`."""
        return f"{self.letter} {self.told}"

    @property
    def account(self) -> str:
        """Tell on whose word it rests, and since when: `by Zelensky's account, 24 Dec 2025`."""
        return ", ".join(part for part in (self.by, in_words(self.since) if self.since else "") if part)

    @property
    def of_others(self) -> str:
        """Tell it where other texts are looked at: `on Draft 20: aim agreed between US and Ukraine, by Zelensky's account, 24 Dec 2025`."""
        where = f"on {in_a_row(self.texts)}" if self.texts else "of other texts"
        return ", ".join(part for part in (f"{where}: {self.whose}", self.account) if part)


def status_of(store: Store, issue: Issue) -> IssueStatus | None:
    """Return the latest status of an issue, of whatever texts, None where none is on record; of two of one day the one written later."""
    ordered = _in_order(issue)
    return told_status(store, ordered[-1], issue) if ordered else None


def states_of(store: Store, issue: Issue) -> tuple[IssueStatus, ...]:
    """Return all statuses of an issue known on the store's day, the latest first; of two of one day the one written later."""
    return tuple(told_status(store, one, issue) for one in reversed(_in_order(issue)))


def statuses_for(
    store: Store, issue: Issue, plans: Mapping[str, Collection[str]], parties: Collection[str]
) -> tuple[IssueStatus | None, IssueStatus | None]:
    """Return the latest status that bears on these plans (with their authors) and on what these parties say; and a later one of others."""
    own = others = None
    for status in _in_order(issue):
        if bears(status, plans, parties):
            own, others = status, None
        else:
            others = status
    return told_status(store, own, issue) if own else None, told_status(store, others, issue) if others else None


def bears(status: RowStatus, plans: Mapping[str, Collection[str]], parties: Collection[str] = ()) -> bool:
    """Return whether a status speaks of what is looked at: plans, with their authors, and what parties say.

    It does where its text is among the plans, of several texts at least two; without texts, where its parties wrote the plans; and where
    two of its parties are looked at themselves. One that names neither texts nor parties is of the issue, whoever looks. That only one
    side has put a text is said of no text that is not named with it.
    """
    if status.letter == "W" and not set(plans) <= set(status.texts):
        return False
    if len(set(status.between).intersection(parties)) > 1:
        return True
    if status.texts:
        return len(set(status.texts).intersection(plans)) >= min(2, len(status.texts))
    speaking = {*parties, *(author for authors in plans.values() for author in authors)}
    return len(speaking.intersection(status.between)) >= min(2, len(status.between))


def told_status(store: Store, of: RowStatus, issue: Issue) -> IssueStatus:
    """Return a status with the names of its texts and parties, and by whose account it holds."""
    who = attribution(store, of, issue)
    return IssueStatus(
        letter=of.letter,
        word=STATUS[of.letter],
        texts=_names(store, "plan", of.texts),
        between=_names(store, "party", of.between),
        by=_account(who),
        level=of.level,
        ground=of.ground,
        since=of.known_from or of.said_on,
        of_texts=of.texts,
        of_parties=of.between,
        attribution=who,
    )


def in_a_row(names: Sequence[str]) -> str:
    """Join names as people do: `1, 2 and 3`."""
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def _in_order(issue: Issue) -> list[RowStatus]:
    return [one for _, one in sorted(enumerate(issue.status), key=lambda pair: (known_from(pair[1]) or "", pair[0]))]


def _names(store: Store, kind: str, ids: Sequence[str]) -> tuple[str, ...]:
    """Return the short names; a text that is not public yet on the day still has a name."""
    return tuple(name_of(found) if (found := store.card(kind, id_)) else id_ for id_ in ids)


def _account(of: Attribution) -> str:
    if of.mode == "judgement":
        return "judged by this desk" if (of.by or DESK) == DESK else f"judged by {of.by}"
    if not of.who:
        return ""
    if of.mode == "stated":
        return f"by {of.who}'s account"
    return f"reported by {of.who}" if of.mode == "reported" else f"by {of.who}"


@frozen
class Divides:
    """The clause that tells what divides the sides, and whose it is."""

    text: str
    attribution: Attribution


def divides_of(store: Store, issue: Issue) -> Divides | None:
    """Return the latest clause on what divides the sides, None where none is on record."""
    if not issue.divides:
        return None
    latest = max(enumerate(issue.divides), key=lambda item: (known_from(item[1]) or "", item[0]))[1]
    return Divides(latest.text, attribution(store, latest, issue))
