"""What a terminal sends, cut into keys: single characters, and escape sequences whole.

A sequence is known by its form (ECMA-48), whether or not anybody knows its meaning; so a key or a reply that nobody asked for can be passed
over, and its letters are never taken for commands. An escape and a character in one packet are the Esc key and that character, since nobody
can tell them from Alt. A sequence that comes in pieces is waited for, and so is its end where the line was slow enough to make its
beginning look like the Esc key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.expression import Expression

ESCAPE = "\x1b"
PATIENCE = 1.0  # seconds in which a sequence that has begun must go on
_PASTE_PATIENCE = 3.0  # seconds in which a paste must: its end may be lost, and nobody shall be deaf for good
_MOST = 80  # characters of one sequence that are kept: no key is longer, and an answer that is, is to nobody; each is looked at anew
_MOST_PASTED = 100_000

_ESC = re.escape(ESCAPE)
_WHOLE = Expression(
    rf"{_ESC}(?:"
    r"\[(?:\[.|M...|(?![\[M])[0-?]*[ -/]*[@-~]|\d+\$)"  # function keys, reports; on a Linux console, the old mouse, rxvt with Shift
    r"|O[0-9;]*[^0-9;]"
    r"|[\]PX^_].*\x07"  # what answers a question: a colour, a name, a capability
    r"|[^\[O\]PX^_])",  # Alt and a key
    re.DOTALL,
)
_BEGUN = Expression(rf"{_ESC}(?:\[(?:\[|M.{{0,2}}|[0-?]*[ -/]*)?|O[0-9;]*)?", re.DOTALL)
_REST = Expression(r"\A(?:\[(?:\[.|[0-?]*[ -/]*[@-~])|O[0-9;]*[A-Za-z]|[\]PX^_][^\x1b\x07]*(?:\x07|\x1b\\))")
_EIGHT_BITS = {
    ord(one): ESCAPE + two for one, two in {"\x9b": "[", "\x8f": "O", "\x90": "P", "\x9d": "]", "\x9e": "^", "\x9f": "_"}.items()
}
_STRINGS = frozenset(ESCAPE + kind for kind in "]PX^_")  # all up to BEL belongs to them
_PASTE, _PASTED = f"{ESCAPE}[200~", f"{ESCAPE}[201~"


class Sequences:
    """Cuts what is fed into keys. `delay` is for how long, in seconds, an escape is not yet the Esc key.

    What is pasted between its two marks holds no keys: its characters come as they are, and no escape is among them.
    """

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self._held = ""
        self._since = 0.0
        self._escaped = -PATIENCE  # when the Esc key was last told for want of more
        self._pasted: int | None = None  # characters pasted so far, while a paste goes on
        self._heard = 0.0

    def feed(self, text: str, now: float) -> Iterator[str]:
        """Return the keys that are whole with this text: a character, an escape sequence, or the escape alone for the Esc key."""
        yield from self.tick(now)
        self._heard = now
        text = text.translate(_EIGHT_BITS)
        if not self._held and now - self._escaped < PATIENCE and _REST.compiled.match(text):
            self._held, self._since = ESCAPE, now
        for character in text:
            for key in self._add(character, now):
                if key == _PASTE:
                    self._pasted = 0
                elif key == _PASTED:
                    self._pasted = None
                elif self._pasted is not None:
                    self._pasted += 1
                    if key.startswith(ESCAPE) or self._pasted > _MOST_PASTED:
                        continue
                yield key

    def tick(self, now: float) -> Iterator[str]:
        """Return the Esc key when nothing followed an escape in time; let go what was begun and never ended, and end a paste."""
        is_key = self._held == ESCAPE and self._pasted is None
        if self._held and now - self._since >= (self.delay if is_key else PATIENCE):
            self._held = ""
            if is_key:
                self._escaped = now
                yield ESCAPE
        if self._pasted is not None and now - self._heard >= _PASTE_PATIENCE:
            self._pasted = None
            yield _PASTED

    def _add(self, character: str, now: float) -> Iterator[str]:
        whole = self._held + character
        if character == ESCAPE:  # which also ends an answer (ESC \), and breaks off anything else
            if self._held == ESCAPE:
                yield ESCAPE
            self._held, self._since = ESCAPE, now
        elif self._held and _is_begun(whole):
            self._held, self._since = whole[:_MOST], now
        else:
            is_whole = _WHOLE.compiled.fullmatch(whole) is not None
            self._held = ""
            if is_whole and len(whole) == 2 and character.isprintable() and character != "\\" and self._pasted is None:
                yield ESCAPE  # ESC \ alone is none of these: it ends an answer that nobody heard the beginning of
                yield character
            else:
                yield whole if is_whole else character


def _is_begun(sequence: str) -> bool:
    """Return whether more of this sequence is to come."""
    if sequence[:2] in _STRINGS:
        return sequence[-1] != "\x07"
    return _BEGUN.compiled.fullmatch(sequence) is not None and _WHOLE.compiled.fullmatch(sequence) is None
