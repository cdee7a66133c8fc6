"""What somebody looks for, read from what they typed: words, phrases, days, words that must not be there, and filters.

Nothing that is typed is an error: what is no filter and no phrase is a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.dates import EVER, last_day
from tui.errors import BadInput
from tui.fold import as_typed, fold, split, words_of
from tui.frozen import frozen
from tui.store.passages import day_word

MOST_WORDS = 64  # who asks for more has pasted a text; each takes its time
FILTERS = ("kind", "party", "issue", "mode", "source", "said", "lang", "before", "after", "status")
_TOKEN = re.compile(
    rf'(?P<minus>-(?=[^\W\d_]|"))?(?:(?P<filter>(?a:{"|".join(FILTERS)})):(?P<value>"[^"]*"?|\S*)|"(?P<phrase>[^"]*)"?|(?P<word>\S+))', re.I
)
_DAY = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(?:\d{4})?|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?(?: \d{4})?|[a-z]{3,9}\.? \d{1,2}(?: \d{4})?"
)
_MONTH = re.compile(r"\d{4}-\d\d|[a-z]{3,9} \d{4}")
_PLAIN = re.compile(r"\A *[A-Za-z]+(?: +[A-Za-z]+)* *")
_DIGIT = re.compile(r"\d")
_LONGEST_DAY = 3  # words of a day
# Words that say little by themselves: they need not be found when others are looked for.
_SMALL = """
a about above after all also am among an and any are as at be because been being before between both but by can could did do
does for from further had has have he her here him his how i if in into is it its itself just may me more most must my no nor
not of off on once only or our out over own per shall she should so some still such than that the their them then there these
they this those through to too under until up upon very was we were what when where which while who whom whose why will with
would yet you your
"""
SMALL = frozenset(_SMALL.split())


@frozen
class Sought:
    """One thing to look for: words that stand together, the last one perhaps unfinished, or a day. `exact` ones are not widened."""

    words: tuple[str, ...]
    unfinished: bool = False
    exact: bool = False
    day: str = ""

    @property
    def small(self) -> bool:
        """Return whether it says little by itself."""
        return not self.exact and not self.day and all(word in SMALL for word in self.words)


@frozen
class Filter:
    """One filter: `party:ukraine`; `without` for one with a minus before it."""

    name: str
    value: str
    without: bool = False


@frozen
class Query:
    """What is looked for."""

    items: tuple[Sought, ...] = ()
    without: tuple[Sought, ...] = ()
    filters: tuple[Filter, ...] = ()


def query_of(text: str, own: str = EVER) -> Query:
    """Return what a text asks for; days without a year are those before `own`. Raise BadInput where it is too much to look for."""
    if plain := _plain(text):
        return plain
    text = as_typed(text)
    items: list[Sought] = []
    without: list[Sought] = []
    filters: list[Filter] = []
    run: list[str] = []
    for match in _TOKEN.finditer(text):
        minus, name, value, phrase, word = match["minus"], match["filter"], match["value"], match["phrase"], match["word"]
        if name and value.strip('"'):
            filters.append(Filter(name.lower(), value.strip('"'), bool(minus)))
        elif phrase is not None:
            items += _items(run, own)
            run = []
            if words := split(phrase):
                (without if minus else items).append(Sought(words, exact=True))
        elif minus:
            without += [Sought(one.words) for one in _items([word or ""], own)]
        elif word:
            run.append(word)
        elif name and not value:
            run.append(name)
    last = _items(run, own)
    if last and run and not last[-1].day:
        last[-1] = Sought(last[-1].words, unfinished=True)
    items += last
    if without and not items and not filters:
        items, without = without, []
    final = tuple(items[-1:])
    unique = tuple(one for one in dict.fromkeys(items) if one.words != items[-1].words) + final
    if sum(len(one.words) for one in (*unique, *without)) > MOST_WORDS:
        raise BadInput(f"Too many words to search for; give {MOST_WORDS} at the most.")
    return Query(unique, tuple(without), tuple(filters))


def _plain(text: str) -> Query | None:
    """Return what a text of letters alone asks for, as most is typed: letter by letter, and somebody waits for each."""
    if not _PLAIN.fullmatch(text):
        return None
    *before, last = text.lower().split()
    words = [word for word in dict.fromkeys(before) if word != last]
    if len(words) >= MOST_WORDS:
        return None
    return Query((*(Sought((word,)) for word in words), Sought((last,), unfinished=True)))


def _items(tokens: Sequence[str], own: str) -> list[Sought]:
    """Return what plain words mean: days where they name one, numbers, and words that stand together where nothing parts them."""
    text = " ".join(tokens)
    if not _DIGIT.search(text):
        return list(_phrases(text))  # no day is without one
    found: list[Sought] = []
    run: list[str] = []
    place = 0
    while place < len(tokens):
        for size in range(min(_LONGEST_DAY, len(tokens) - place), 0, -1):
            some = " ".join(tokens[place : place + size])
            if day := _day(some, own):
                found += [*_phrases(" ".join(run)), Sought(split(some), day=day)]
                run = []
                place += size
                break
        else:
            run.append(tokens[place])
            place += 1
    return [*found, *_phrases(" ".join(run))]


def _day(text: str, own: str) -> str:
    """Return the word of the index for a day or a month that somebody typed, empty for what is neither."""
    typed = fold(text).replace(",", "")
    is_day = _DAY.fullmatch(typed)
    if not is_day and not _MONTH.fullmatch(typed):
        return ""
    day = last_day(typed, own)
    return day_word(day if is_day else day[:7]) if day else ""


def _phrases(text: str) -> Iterator[Sought]:
    """Give what stands between two spaces, each a phrase of the words in it; a number takes in the `billion` after it."""
    together: list[str] = []
    end = -1
    for word in words_of(text):
        if word.beside:
            end = max(end, word.end)
            continue
        if together and any(one.isspace() for one in text[end : word.start]):
            yield Sought(tuple(together))
            together = []
        together.append(word.folded)
        end = word.end
    if together:
        yield Sought(tuple(together))
