"""The advice for slow links stands wherever a reader looks for it."""

from __future__ import annotations

from pathlib import Path

import forked
import pytest
from session import BRIEFING, ROOT, Session, environment

from tui.views import TABS


def test_the_readme_and_the_manual_say_that_ssh_can_compress() -> None:
    assert "`ssh -C`" in (ROOT / "README.md").read_text(encoding="utf-8")
    manual = forked.run([*BRIEFING, "man"], env=environment()).stdout.decode()
    assert "ssh -C compresses" in manual.replace("\\-", "-")


@pytest.mark.parametrize("number", range(1, len(TABS) + 1))
def test_help_shows_it_in_every_pane_without_a_key_more(shipped: Path, number: int) -> None:
    with Session([*BRIEFING, "--briefing", str(shipped), "open"]) as session:
        session.until("What divides")
        session.press(str(number), "?")
        session.until("> help")
        assert "ssh -C" in session.text()
        session.press("Q")
        assert session.wait() == 0
