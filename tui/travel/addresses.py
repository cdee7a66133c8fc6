"""Where an edition is fetched from. An address is refused rather than guessed at."""

from __future__ import annotations

import re
from pathlib import Path

from tui.errors import BadInput
from tui.frozen import frozen

_SCHEME = re.compile(r"\A([A-Za-z][A-Za-z0-9+.-]+):")
_AT_HOME = re.compile(r"localhost|127(?:\.\d{1,3}){3}|::1")
_REFUSED = re.compile(r"[\x00-\x20\x7f\\?#]")


@frozen
class Upstream:
    """A folder of editions elsewhere. `path` begins and ends with a slash; `host` is empty for a folder of this machine."""

    scheme: str
    host: str
    port: int | None
    path: str

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{f':{self.port}' if self.port else ''}{self.path}"

    def folder(self) -> Path:
        """Return the folder of a `file:` address."""
        from urllib.parse import unquote

        return Path(unquote(self.path))


def is_address(text: str) -> bool:
    """Return whether what was given as a briefing is an address and no path; a file may be called `a:b`, but hardly `https:`."""
    match = _SCHEME.match(text)
    return match is not None and ("://" in text or match[1].lower() == "file")


def upstream(text: str) -> Upstream:
    """Return the address that was typed. Raise BadInput, with what to write instead, for one that is not fetched from."""
    from urllib.parse import urlsplit

    if _REFUSED.search(text):
        raise BadInput(f"the address {text!r} has a blank, a question mark or another sign that no folder of editions needs")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise BadInput(f"{text!r} is no address") from None
    scheme = parts.scheme.lower()
    if "@" in parts.netloc:
        raise BadInput(f"{text!r} names a user; whoever lists processes could read it")
    path = "/" + parts.path.lstrip("/")
    path += "/" * (not path.endswith("/"))
    if scheme == "file":
        if host not in ("", "localhost"):
            raise BadInput(f"{text!r} names a host; file:///folder is a folder of this machine")
        return Upstream("file", "", None, path)
    if scheme == "s3":
        raise BadInput(f"{text!r} needs the tools of its store; name the https address under which the bucket is served")
    if scheme not in ("https", "http"):
        raise BadInput(f"{text!r} is not fetched from; write https://host/folder/, or file:///folder")
    if not host:
        raise BadInput(f"{text!r} names no host")
    if scheme == "http" and not _AT_HOME.fullmatch(host):
        raise BadInput(f"{text!r} would come over the net as it is; write https, for http is for this machine alone")
    return Upstream(scheme, host, port, path)
