"""One request to a web server, or to a folder: bounded in bytes and in time, never sent on to another host.

It is the standard library's `http.client`. Two requests a minute at the most need no pool and no retries; what they need is control over
redirects, over every byte that is read and over the end, and that stays ours with any library. It is imported by whoever fetches.
"""

from __future__ import annotations

import re
import ssl
import stat
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any, BinaryIO
from urllib.parse import quote, unquote, urljoin, urlsplit

from tui.errors import MachineError, Refused
from tui.frozen import frozen
from tui.hostile import clean
from tui.travel.addresses import Upstream
from tui.travel.deadline import Deadline
from tui.version import __version__

SILENCE = 10.0  # seconds without a byte
_AT_ONCE = 1 << 16
_REDIRECTS = 3
_MOVED = (301, 302, 303, 307, 308)


class Unreachable(MachineError):
    """Where the briefing comes from did not answer, or not with what was asked for: what was kept still holds."""


@frozen
class Answer:
    """What came: nothing where `same`, else `length` bytes that begin at `start` of the whole; `tag` names this state of it."""

    same: bool = False
    start: int = 0
    length: int = 0
    tag: str = ""


@frozen
class Request:
    """What is asked: the file `name`, unless it is still as `tag` says, from byte `start` on; `most` bytes of it, within `seconds`."""

    name: str
    most: int
    seconds: float
    tag: str = ""
    start: int = 0


_Proxy = tuple[str, int, dict[str, str]]  # host, port, headers
Sink = Callable[[int], BinaryIO]  # the file to write to, told at which byte what comes begins


def ask(where: Upstream, request: Request, sink: Sink) -> Answer:
    """Put a request, and write what comes into the file that `sink` gives. Unreachable or Refused tell what went wrong, in a sentence.

    Raises OSError where the file cannot be written.
    """
    return _of_folder(where, request, sink) if where.scheme == "file" else _of_server(where, request, sink)


def _of_folder(where: Upstream, request: Request, sink: Sink) -> Answer:
    path = where.folder() / request.name
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe might never end, or never begin
            raise Unreachable(f"{path} is no plain file")
        tag = f'"{found.st_mtime_ns}-{found.st_size}-{found.st_ino}"'
        if tag == request.tag:
            return Answer(same=True, tag=tag)
        file = path.open("rb")
    except FileNotFoundError:
        raise Unreachable(f"there is no {request.name} at {where}") from None
    except OSError as error:
        raise Unreachable(f"cannot read {path}: {error.strerror}") from error
    with file:
        start = request.start if request.start <= found.st_size else 0
        file.seek(start)
        return Answer(start=start, length=_copied(file.read, sink(start), request, start, None), tag=tag)


def _of_server(where: Upstream, request: Request, sink: Sink) -> Answer:
    path = quote(where.path, safe="/%~!$&'()*+,;=:@") + request.name
    with Deadline(request.seconds) as deadline:
        for _ in range(_REDIRECTS + 1):
            with _asked(where, path, request, deadline) as response:
                if response.status in _MOVED:
                    path = _moved(where, path, response)
                    continue
                return _taken(where, request, response, sink, deadline)
    raise Refused(f"{where} sends on and on, so nothing is taken from there")


def _moved(where: Upstream, path: str, response: HTTPResponse) -> str:
    """Return the path on the same server that it sends on to. Raise Refused for any other place: its name was not asked for."""
    base = f"{where.scheme}://{where.host}:{_port(where)}"
    target = response.getheader("Location") or ""
    try:
        target = urljoin(f"{base}{path}", target)
        parts = urlsplit(target)
        there = (parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80))
    except ValueError:
        there = ("", None, 0)
    if there != (where.scheme, where.host, _port(where)) or not parts.path.startswith("/") or re.search(r"[^\x21-\x7e]", parts.path):
        raise Refused(f"{where} sends on to {clean(target, lines=False)[:200]}, which was not asked for; nothing is taken from there")
    return parts.path


def _taken(where: Upstream, request: Request, response: HTTPResponse, sink: Sink, deadline: Deadline) -> Answer:
    tag = response.getheader("ETag") or ""
    tag = tag if len(tag) < 256 and tag.isprintable() else ""
    if response.status == 304 and request.tag:
        return Answer(same=True, tag=request.tag)
    if response.status not in (200, 206):
        what = f"has no {request.name}" if response.status in (404, 410) else f"answers with {response.status}"
        raise Unreachable(f"{where} {what}")
    start = _start(response)
    if start not in (0, request.start):
        raise Unreachable(f"{where} sends another part than was asked for")
    encoding = (response.getheader("Content-Encoding") or "identity").lower()
    if encoding != "identity" and not (request.name.endswith(".gz") and encoding in ("gzip", "x-gzip")):  # the file is so, not the answer
        raise Unreachable(f"{where} sends it packed in a way that was not asked for")
    told = response.getheader("Content-Length")
    told_length = int(told) if told and re.fullmatch(r"\d{1,18}", told) else None
    if told_length is not None and start + told_length > request.most:
        raise Refused(f"{where} sends {told_length:,} bytes where {request.most - start:,} were to come; nothing is taken")
    length = _copied(response.read, sink(start), request, start, deadline)
    if told_length is not None and length < told_length:
        raise Unreachable(f"{where} broke off after {length:,} of {told_length:,} bytes")
    return Answer(start=start, length=length, tag=tag)


def _start(response: HTTPResponse) -> int:
    if response.status == 200:
        return 0
    match = re.match(r"bytes (\d{1,18})-", response.getheader("Content-Range") or "")
    return int(match[1]) if match else -1


def _copied(read: Callable[[int], bytes], into: BinaryIO, request: Request, start: int, deadline: Deadline | None) -> int:
    """Copy all that comes and return how much it was. Raise Refused for more than is bounded, Unreachable when the time is over."""
    length = 0
    while data := _read(read, min(_AT_ONCE, request.most - start - length + 1), deadline):
        length += len(data)
        if start + length > request.most:
            raise Refused(f"more than {request.most:,} bytes came for {request.name}; nothing is taken")
        into.write(data)
    if deadline is not None and deadline.passed:
        raise Unreachable(f"{request.name} did not come: {_why(TimeoutError(), deadline)}")
    return length


def _read(read: Callable[[int], bytes], most: int, deadline: Deadline | None) -> bytes:
    try:
        return read(most)
    except (OSError, HTTPException, ValueError) as error:  # ValueError: shut while it was read from
        raise Unreachable(f"it did not come whole: {_why(error, deadline)}") from error


@contextmanager
def _asked(where: Upstream, path: str, request: Request, deadline: Deadline) -> Iterator[HTTPResponse]:
    """Yield the answer of the server, its body unread."""
    headers = {"User-Agent": f"briefing/{__version__}", "Accept-Encoding": "identity"}
    if request.tag:
        headers["If-None-Match"] = request.tag
    if request.start:
        headers["Range"] = f"bytes={request.start}-"
    proxy = _proxy(where)
    connection = _connection(where, proxy, min(SILENCE, request.seconds), deadline)
    try:
        try:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
        except (OSError, HTTPException, ValueError) as error:
            by = f" by the proxy {clean(proxy[0], lines=False)[:200]}:{proxy[1]}" if proxy else ""  # whose fault it may be
            raise Unreachable(f"{where} cannot be reached{by}: {_why(error, deadline)}") from error
        with response:
            yield response
    finally:
        connection.close()


def _why(error: Exception, deadline: Deadline | None) -> str:
    """Return the reason of a failure as people say it."""
    if deadline is not None and deadline.passed:
        return "it took too long"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({error.verify_message})"
    if isinstance(error, ssl.SSLError):
        return f"it does not speak TLS as it should ({(error.reason or 'no reason given').lower().replace('_', ' ')})"
    if isinstance(error, TimeoutError):
        return "it does not answer"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower() if error.strerror[1:].islower() else error.strerror
    return "it broke off" if isinstance(error, ConnectionError | HTTPException) else clean(str(error), lines=False)[:200] or "it failed"


def _port(where: Upstream) -> int:
    return where.port or (443 if where.scheme == "https" else 80)


def _connection(where: Upstream, proxy: _Proxy | None, silence: float, deadline: Deadline) -> HTTPConnection:
    """Return a connection to the server, over a proxy where there is one; not yet made."""
    host, port, headers = proxy or (where.host, _port(where), None)
    made: HTTPConnection
    if where.scheme == "https":
        try:
            context = ssl.create_default_context()  # with SSL_CERT_FILE, as OpenSSL has it
        except OSError as error:  # of a file that the environment names
            raise Unreachable(f"TLS is not to be had here: {clean(str(error.filename or error), lines=False)}: {error.strerror}") from error
        made = HTTPSConnection(host, port, timeout=silence, context=context)
    else:
        made = HTTPConnection(host, port, timeout=silence)
    if headers is not None:
        made.set_tunnel(where.host, _port(where), headers)
    usual: Any = made._create_connection  # type: ignore[attr-defined]  # noqa: SLF001 - the one place that has the bare socket before TLS

    def watched(*given: Any, **named: Any) -> Any:
        connection = usual(*given, **named)
        deadline.watch(connection)
        return connection

    made._create_connection = watched  # type: ignore[attr-defined]  # noqa: SLF001
    return made


def _proxy(where: Upstream) -> _Proxy | None:
    """Return host, port and headers of the proxy for an address; None for none. Raise Unreachable for one that cannot be used."""
    from urllib.request import getproxies, proxy_bypass

    named = "" if where.scheme == "http" or proxy_bypass(where.host) else getproxies().get("https", "")
    if not named:
        return None
    try:
        parts = urlsplit(named if "://" in named else f"http://{named}")
        host, port = parts.hostname or "", parts.port or 3128
        usable = parts.scheme == "http" and bool(host)
    except ValueError:
        usable = False
    if not usable:
        raise Unreachable("the proxy that the environment names (https_proxy) is none that can be used; http://HOST:PORT is")
    if parts.username is None:
        return host, port, {}
    word = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return host, port, {"Proxy-Authorization": f"Basic {b64encode(word.encode()).decode()}"}
