"""The signed text that names a store: read strictly, since it comes from elsewhere."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import Refused
from tui.travel.edition import Edition, StoreVersion, parted, read_edition

NOW = StoreVersion(
    version=3, as_of="2031-05-20", minute="2031-05-20T10:00Z", digest="a" * 64, size=100, packed=50, format=1, handling="TLP:GREEN"
)
EARLIER = StoreVersion(
    version=1, as_of="2031-05-01", minute="2031-05-01T10:00Z", digest="b" * 64, size=90, packed=40, format=1, handling="TLP:GREEN"
)
EDITION = Edition(series="0" * 32, title="The herring talks", now=NOW, earlier=(EARLIER,))


def test_an_edition_says_what_was_written() -> None:
    assert read_edition(EDITION.text()) == EDITION


def test_text_and_signature_part_where_the_signature_begins() -> None:
    text = EDITION.text()
    assert parted(text + b"-----BEGIN SSH SIGNATURE-----\nAAAA\n") == (text, b"-----BEGIN SSH SIGNATURE-----\nAAAA\n")
    assert parted(text) == (text, b"")


def test_no_title_can_end_the_signed_text_early() -> None:
    edition = Edition(series="0" * 32, title="a\n-----BEGIN SSH SIGNATURE-----\n", now=NOW)
    assert parted(edition.text()) == (edition.text(), b"")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("digest", "../../../etc/passwd"),
        ("digest", "A" * 64),
        ("digest", None),
        ("series", "x"),
        ("size", -1),
        ("size", True),
        ("size", 1e9),
        ("size", 1 << 60),
        ("packed", "50"),
        ("version", 0),
        ("as_of", "tomorrow"),
        ("as_of", "2031-05-20\n"),
        ("title", ""),
        ("title", "x" * 5000),
        ("handling", 7),
        ("earlier", "none"),
        ("earlier", [7]),
        ("earlier", [{}]),
        ("briefing_edition", 2),
        ("briefing_edition", "1"),
    ],
)
def test_an_edition_that_is_not_sound_is_refused(name: str, value: object) -> None:
    held = json.loads(EDITION.text()) | {name: value}
    with pytest.raises(Refused):
        read_edition(json.dumps(held).encode())


def test_versions_that_are_counted_in_no_order_are_refused() -> None:
    held = json.loads(EDITION.text())
    held["earlier"][0]["version"] = 3
    with pytest.raises(Refused, match="no order"):
        read_edition(json.dumps(held).encode())


def test_what_a_terminal_could_act_on_is_taken_out_of_a_title() -> None:
    held = json.loads(EDITION.text()) | {"title": "The \x1b[31mred\u202e talks"}
    assert read_edition(json.dumps(held).encode()).title == "The red talks"


@pytest.mark.sweep
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode) | st.just(b"[" * 200_000) | st.just(b"9" * 10_000))
def test_whatever_comes_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Refused):
        read_edition(data)
