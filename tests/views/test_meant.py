"""Where to go is understood by address, id, and plan and number."""

from pathlib import Path

import pytest

from tui.store.read import Store
from tui.views.meant import destinations


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("plan/arden-draft/3", "plan/arden-draft/3"),
        ("arden-draft/3", "plan/arden-draft/3"),
        ("arden-draft 3", "plan/arden-draft/3"),
        ("Arden 3", "plan/arden-draft/3"),
        ("arden point 3", "plan/arden-draft/3"),
        ("red_line/bellmoor-toll", "red_line/bellmoor-toll"),
        ("red-line/bellmoor-toll", "red_line/bellmoor-toll"),
        ("bellmoor-toll", "red_line/bellmoor-toll"),
        ("position/bellmoor-draft-toll", "position/bellmoor-draft-toll"),
        ("toll-decides", "judgement/toll-decides"),
        ("parties/arden", "parties/arden"),
        ("compare/arden-draft+bellmoor-counter/3", "compare/arden-draft+bellmoor-counter/3"),
        ("issue/money", "issue/money"),
        ("later", "later"),
    ],
)
def test_a_place_is_found_by_what_the_program_prints(ferry: Path, typed: str, address: str) -> None:
    with Store.open(ferry) as store:
        assert [one.address for one in destinations(store, typed)][:1] == [address]


@pytest.mark.parametrize("typed", ["", " ", "/", "plan/", "arden-draft 99", "nowhere/x", "toll"])
def test_what_names_no_place_is_none(ferry: Path, typed: str) -> None:
    with Store.open(ferry) as store:
        assert destinations(store, typed) == ()
