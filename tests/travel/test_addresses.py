"""Addresses that are fetched from, and hosts that are published to: what could be read in two ways is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from commanded import commanded

from tui.errors import BadInput
from tui.travel.addresses import is_address, upstream
from tui.travel.destination import SshHost, host_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://host.example/talks", "https://host.example/talks/"),
        ("HTTPS://Host.Example:8443//talks/", "https://host.example:8443/talks/"),
        ("http://localhost:8000", "http://localhost:8000/"),
        ("http://127.0.0.1/a", "http://127.0.0.1/a/"),
        ("http://[::1]:80/a", "http://[::1]:80/a/"),
        ("file:///srv/talks", "file:///srv/talks/"),
        ("file:/srv/talks", "file:///srv/talks/"),
    ],
)
def test_an_address_means_a_folder(typed: str, meant: str) -> None:
    assert is_address(typed)
    assert str(upstream(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("http://host.example/talks", "write https"),
        ("http://127.0.0.1.example.org/", "write https"),
        ("http://localhost.example.org/", "write https"),
        ("https://user:word@host.example/", "names a user"),
        ("https:///talks", "names no host"),
        ("https://host/talks?x=1", "question mark"),
        ("https://host/talks#top", "question mark"),
        ("https://host/a b", "blank"),
        ("https://host/\r\nX-More: 1", "blank"),
        ("https://host:99999999/", "no address"),
        ("ftp://host/talks", "not fetched from"),
        ("s3://bucket/talks", "https address"),
        ("file://host/talks", "names a host"),
    ],
)
def test_an_address_that_is_not_fetched_from_says_what_to_write(typed: str, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        upstream(typed)


@pytest.mark.parametrize("typed", ["/srv/talks", "talks", "./a:b", "C:x", "store.db"])
def test_a_path_is_no_address(typed: str) -> None:
    assert not is_address(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("host:talks", SshHost("host", "talks")),
        ("me@host:/srv/the talks/", SshHost("host", "/srv/the talks", "me")),
        ("host:", SshHost("host", ".")),
        ("host:/", SshHost("host", "/")),
        ("host:~/talks", SshHost("host", "talks")),
        ("me@[::1]:talks", SshHost("::1", "talks", "me")),
        ("ssh://me@host:2222/srv/talks", SshHost("host", "/srv/talks", "me", 2222)),
        ("ssh://host/srv", SshHost("host", "/srv")),
        ("/srv/a:b", None),
        ("./a:b", None),
        ("talks", None),
    ],
)
def test_a_host_is_known_by_its_colon(typed: str, meant: SshHost | None) -> None:
    assert host_of(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "-oProxyCommand=x:talks",
        "me@-oProxyCommand=x:talks",
        "-l@host:talks",
        "ssh://-oProxyCommand=x/talks",
        "host:$(touch x)",
        "host:`touch x`",
        "host:a;b",
        'host:a"b',
        "host:a\nb",
        "host:-rf",
        "host:~other/talks",
        "ho st:talks",
        "host;x:talks",
    ],
)
def test_no_option_and_no_command_passes_for_a_host_or_a_folder(typed: str) -> None:
    with pytest.raises(BadInput):
        host_of(typed)


def test_a_web_server_is_not_published_to(tmp_path: Path) -> None:
    said = commanded("publish", "https://host/talks", "--briefing", tmp_path, "--unsigned")
    assert (said.code, said.out) == (2, "")
    assert "the folder that it serves" in said.err
