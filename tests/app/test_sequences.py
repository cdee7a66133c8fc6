"""Keys and replies that nobody knows: they are passed over, and never taken for the letters that they are written with."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from idling import ESCAPES
from session import BRIEFING, Session
from test_session import launch
from textual import constants, events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser

from tui.terminal.driver import meant
from tui.terminal.sequences import ESCAPE, PATIENCE, Sequences

DELAY = 0.1
KEYS = [
    "\x1b\x1bOQ", "\x1b[1;3Q", "\x1bO3Q",  # Alt+F2: rxvt, xterm, old xterm
    "\x1b[1;5Q", "\x1b[12;5~", "\x1b[12^", "\x1b[24@", "\x1b[33;2~", "\x1b[3$", "\x1bO5q", "\x1b[[B",  # with Ctrl, with Shift; a console's
    "\x1b[113;5u", "\x1b[27;5;113~", "\x1b[57376;5u", "\x1b[81;2u",  # as kitty and modifyOtherKeys write them
    "\x1b[99Q", "\x1b[?99Q", "\x1b[1;2;3;4;5Q", "\x1b[>4;2Q", "\x1b[1 Q", "\x9b1;3Q",
]  # fmt: skip
REPLIES = [
    "\x1b[?1;2c", "\x1b[>0;276;0c", "\x1b[0n", "\x1b[3;5R", "\x1b[8;24;80t", "\x1b[M Qq",
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b]10;QQ\x07", "\x1bP1$r0mQ\x1b\\", "\x1bP1+r5463=51\x1b\\", "\x1b_Gi=31;OK Q\x1b\\",
]  # fmt: skip
PAGE = "600,000 -- US 28"


@pytest.fixture(autouse=True)
def no_kitty_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the app has it."""
    monkeypatch.setattr(constants, "DISABLE_KITTY_KEY", True)


def cut(*pieces: str, apart: float = 0.0) -> list[str]:
    sequences, now = Sequences(DELAY), 100.0
    out: list[str] = []
    for piece in pieces:
        out += sequences.feed(piece, now)
        now += apart
    out += sequences.tick(now + PATIENCE)
    return out


def pasted(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


def test_a_reply_that_takes_long_to_come_is_still_no_key() -> None:
    assert [key for key in cut("\x1b]", *"11;QQQQ\x07", apart=0.9) if key == "Q"] == []


def test_a_very_long_reply_is_let_go_in_no_time_and_its_end_is_found() -> None:
    began = time.process_time()
    keys = cut("\x1b]52;c;" + "Q" * 250_000, "\x07j")
    assert [key for key in keys if not key.startswith(ESCAPE)] == ["j"]
    assert time.process_time() - began < 10


def test_no_number_in_a_reply_ends_the_app(shipped: Path) -> None:
    numbers = ("0", "1", "9" * 30, "1:", "")
    replies = [f"\x1b[48;{size};{other};{other}t\x1b[<35;10;10M" for size in ("0;0", "0;80", "24;0", "24;80") for other in numbers]
    replies += [f"\x1b[{mark}{one};{one}{end}" for mark in ("", "?", "<", ">") for one in numbers for end in "uRcM$y"]
    with Session([*BRIEFING, "--briefing", str(shipped), "open"]) as session:
        session.until("What divides")
        for at in range(0, len(replies), 20):
            session.type("".join(replies[at : at + 20]).encode())
        session.press("2", "Q")
        assert session.wait(20) == 0


@pytest.mark.parametrize("key", ["2", "j", "Q", "-", "=", "ы"])
def test_an_escape_and_a_character_in_one_packet_are_two_keys(key: str) -> None:
    assert cut(ESCAPE + key) == [ESCAPE, key]
    assert cut("j" + ESCAPE + key + "k") == ["j", ESCAPE, key, "k"]


def test_a_paste_that_never_ends_is_ended_and_keys_are_keys_again() -> None:
    sequences = Sequences(DELAY)
    parser = XTermParser(False)
    keys = [*sequences.feed("\x1b[200~quit", 100.0), *sequences.tick(101.0), *sequences.tick(103.5), *sequences.feed("j", 104.0)]
    told = [message for key in keys for message in meant(parser, key)]
    assert [message.text for message in told if isinstance(message, events.Paste)] == ["quit"]
    assert [message.key for message in told if isinstance(message, events.Key)] == ["j"]


@pytest.mark.parametrize("sequence", [*KEYS[1:], *REPLIES], ids=ascii)
def test_of_an_unknown_sequence_no_letter_is_left(sequence: str) -> None:
    told = [message for key in cut(sequence) for message in meant(XTermParser(False), key)]
    assert not [message for message in told if isinstance(message, events.Key) and message.is_printable]


def test_what_textual_knows_still_means_the_same() -> None:
    ours = {one for one in ANSI_SEQUENCES_KEYS if len(one) == 2 and one[0] == ESCAPE and one[1].isprintable()}  # Esc, and then a key
    for sequence in sorted(ANSI_SEQUENCES_KEYS.keys() - ours - {ESCAPE, "\x1b\x1b", "\x9b"}):
        [key] = cut(sequence)
        assert key == sequence
        assert list(map(repr, meant(XTermParser(False), key))) == list(map(repr, XTermParser(False).feed(sequence))), ascii(sequence)


@given(st.lists(st.sampled_from([*KEYS, *REPLIES, "\x1b[A", "\x1b", pasted("Q")]), max_size=6), st.integers(1, 7))
def test_it_makes_no_difference_how_the_line_cuts_it(typed: list[str], size: int) -> None:
    text = "".join(typed)
    assert cut(*(text[at : at + size] for at in range(0, len(text), size))) == cut(text)


@pytest.mark.parametrize("sequence", ["\x1b[1;3Q", "\x1bO3Q", "\x1b[A"], ids=ascii)
def test_the_rest_of_a_sequence_that_comes_late_is_no_letter(sequence: str) -> None:
    for at in range(1, len(sequence)):
        assert [key for key in cut(sequence[:at], sequence[at:], apart=0.3) if key != ESCAPE] == [sequence]


def test_what_was_begun_and_never_ended_takes_no_key_for_long() -> None:
    for begun in ("\x1b[", "\x1bO", "\x1b]11;", "\x1b[1;3"):
        assert cut(begun, "5", apart=PATIENCE) == ["5"]
        assert cut(begun + "\x1b[A") == ["\x1b[A"]
    assert cut("\x1b[1\x03") == ["\x03"], "Ctrl+C is never part of anything"
    assert cut(ESCAPE, "[", "q", apart=0.4) == [ESCAPE, "[", "q"], "three keys, typed one after the other"


def test_what_is_pasted_holds_no_key() -> None:
    text = "a\x1bQ\x1b[B" + "\x1b" + "q" * 50
    assert "".join(cut(pasted(text))) == pasted("a" + "q" * 49)
    parser = XTermParser(False)
    [paste] = [message for key in cut(pasted(text)) for message in meant(parser, key)]
    assert isinstance(paste, events.Paste)


def place(session: Session) -> str:
    """What is shown above the last line, where Esc has a sentence of its own."""
    return session.text().rpartition("\n")[0]


def stays(session: Session, before: str) -> None:
    session.settle(ESCAPES)
    assert session.process.poll() is None
    assert place(session) == before


def test_no_unknown_key_or_reply_is_taken_for_a_command(shipped: Path) -> None:
    with launch(shipped, "compare/us-28+e3/6") as session:
        session.until(PAGE)
        before = place(session)
        for sequence in (*KEYS, *REPLIES, pasted("Q\x1bQ" + "Q" * 40)):
            session.type(sequence.encode())
            stays(session, before)
        session.type("".join((*KEYS, *REPLIES, pasted("QQ"))).encode())
        stays(session, before)
        session.press("?")
        session.until("Enter runs the command")
        session.press("Q")
        assert session.wait() == 0


@pytest.mark.parametrize("apart", [0.02, 0.3])
def test_nor_one_that_comes_in_pieces(shipped: Path, apart: float) -> None:
    with launch(shipped, "compare/us-28+e3/6") as session:
        session.until(PAGE)
        before = place(session)
        for sequence in ("\x1b\x1bOQ", "\x1b[1;3Q", "\x1bO3Q", "\x1b]1Q\x07"):
            for at in range(1, len(sequence)):
                for piece in (sequence[:at], sequence[at:]):
                    session.type(piece.encode())
                    time.sleep(apart)
                stays(session, before)
        session.press("Q")
        assert session.wait() == 0
