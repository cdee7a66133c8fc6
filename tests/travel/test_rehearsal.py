"""One desk, many servers, for real: ssh to another account, nginx, readers with open sessions, a change, a server that goes."""

from __future__ import annotations

import pytest
from rehearsal import EVERY, Rehearsal, rehearse

READERS = 2


@pytest.fixture(scope="module")
def seen() -> Rehearsal:
    return rehearse(READERS)


def test_every_open_session_says_within_its_polling_time_what_is_new(seen: Rehearsal) -> None:
    assert len(seen.noticed) == READERS
    assert max(seen.noticed) < EVERY * 1.1 + 8  # on a machine that does other things as well
    for screen in seen.screens["changed"]:
        assert "Version 2 as of 20 May 2031 has come: 1 changed: ONE point 1" in " ".join(screen.split())


def test_a_server_that_is_gone_is_told_in_the_title_and_in_a_sentence(seen: Rehearsal) -> None:
    for screen in seen.screens["gone"]:
        title, rest = screen.split("\n", 1)
        assert "as at 20 May 2031, fetched just now" in title
        assert "cannot be reached: connection re" in " ".join(rest.split())  # refused, or reset where it ended in the middle of an answer


def test_a_session_that_asks_and_hears_nothing_new_sends_no_byte(seen: Rehearsal) -> None:
    assert seen.idle == b""
