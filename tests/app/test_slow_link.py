"""A link that lags: keys go on being heard, what nobody would see in time is not sent, leaving takes no minutes; and the advice for it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import forked
import pyte
import pytest
from piloted import opened
from screen import Screen
from session import BRIEFING, ROOT, Session, environment

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
    """The app over such a link, with twenty screens to show: all of them would take minutes."""
    session = Session([*BRIEFING, "--briefing", str(store), "open"], columns=120, lines=40)
    session.until("What divides")
    session.type(b"1234567" * 3 + b"2")
    trickled(session, 2)
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
