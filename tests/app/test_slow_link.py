"""A link that lags: keys go on being heard, what nobody would see in time is not sent, leaving takes no minutes; and the advice for it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import forked
import pyte
import pytest
from piloted import FRAME, opened
from screen import Screen
from session import BRIEFING, ROOT, Session, environment
from textual._compositor import Compositor

from tui.terminal.driver import Driver as TerminalDriver
from tui.views import TABS


def test_the_readme_and_the_manual_say_that_ssh_can_compress() -> None:
    assert "`ssh -C`" in (ROOT / "README.md").read_text(encoding="utf-8")
    manual = forked.run([*BRIEFING, "man"], env=environment()).stdout.decode()
    assert "ssh -C compresses" in manual.replace("\\-", "-")


async def test_help_shows_it_in_every_pane_without_a_key_more(shipped: Path) -> None:
    async with opened(shipped) as driver:
        for number in range(1, len(TABS) + 1):
            shown = await driver.press(str(number), "question_mark")
            assert "> help" in shown
            assert "ssh -C" in shown, number
            await driver.press("escape")


def trickled(session: Session, seconds: float) -> None:
    """Read what comes over a link of 200 bytes a second."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and session.process.poll() is None:
        session.raw += os.read(session.master, 20)
        time.sleep(0.1)


def lagging(store: Path) -> Session:
    """The app over such a link, with twenty screens to show, each asked for by itself: all of them would take minutes."""
    session = Session([*BRIEFING, "--briefing", str(store), "open"], columns=120, lines=40)
    session.until("What divides")
    for key in "1234567" * 3 + "2":
        session.type(key.encode())
        trickled(session, 0.1)
    return session


@pytest.mark.parametrize(("signalled", "code"), [(False, 0), (True, 143)])
def test_over_a_link_that_lags_the_reader_gets_away_at_once(shipped: Path, signalled: bool, code: int) -> None:
    with lagging(shipped) as session:
        sent = len(session.raw)
        if signalled:
            session.process.send_signal(signal.SIGTERM)
        else:
            session.type(b"Q")
        trickled(session, 10)
        assert session.process.poll() == code
        session.read(0.2)
        assert len(session.raw) - sent < 9000, "what waited for the link is let go, but for what the system has passed on"
        assert session.raw.rfind(b"\x1b[?1049l") > session.raw.rfind(b"\x1b[?1049h")
        assert session.modes() == session.modes_before


def test_once_a_link_is_free_again_the_last_screen_stands_there_whole(shipped: Path) -> None:
    with lagging(shipped) as session, Session([*BRIEFING, "--briefing", str(shipped), "open", "parties"], columns=120, lines=40) as other:
        session.settle()
        shown = Screen(120, 40)
        pyte.ByteStream(shown).feed(session.raw.replace(b"\x1b[<u", b""))
        other.settle()
        other.press("1", "2")
        assert "\n".join(shown.text()) == other.text()


def test_keys_that_come_together_draw_the_last_screen_and_few_between(shipped: Path) -> None:
    """However much room for frames the link has: it takes them all, and shows them one after the other."""
    with Session([*BRIEFING, "--briefing", str(shipped), "open"], columns=80, lines=24) as session:
        session.until("What divides")
        session.settle()
        sent = len(session.raw)
        session.type(b"1234567" * 7 + b"2")
        session.settle()
        assert len(session.raw) - sent < 30_000, "fifty screens take 87,000 bytes"
        with Session([*BRIEFING, "--briefing", str(shipped), "open", "parties"], columns=80, lines=24) as other:
            other.settle()
            other.press("1", "2")
            assert session.text() == other.text()


RENDERED = Compositor.render_update  # before `opened` puts aside what no terminal shows


class Wire(TerminalDriver):
    """A link that is behind when it is told to be."""

    def __init__(self) -> None:
        self.behind = False
        self.sent = ""

    def lags(self) -> bool:
        return self.behind

    def write(self, data: str) -> None:
        self.sent += data

    def flush(self) -> None:
        pass


async def test_what_was_not_drawn_while_the_link_was_behind_is_drawn_with_the_next_change(shipped: Path) -> None:
    wire = Wire()
    async with opened(shipped, "parties") as driver:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(driver.app, "_driver", wire)
            patch.setattr(Compositor, "render_update", RENDERED)
            driver.app.redraw()
            await driver.pilot.pause(FRAME)
            wire.behind = True
            await driver.press("j")
            wire.behind = False
            driver.screen.say("The link is free, and something else is told first.")
            await driver.pilot.pause(FRAME)
            await driver.pilot.pause(FRAME)
        shown = Screen(*driver.app.size)
        pyte.ByteStream(shown).feed(wire.sent.encode())
        assert "\n".join(line.rstrip() for line in shown.text()) == driver.text()
