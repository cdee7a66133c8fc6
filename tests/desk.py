"""A desk that publishes and readers who fetch: keys, an invented briefing, a web server with faults, and Debian's nginx."""

from __future__ import annotations

import functools
import hashlib
import os
import re
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from commanded import Said, commanded
from invented import FRAME, MANIFEST, plan, point
from sshd import free_port, key_pair

CEILING = "TLP:GREEN"
FIRST, SECOND = "The catch is 600,000 tonnes.", "The catch is 800,000 tonnes."  # what a point says in two versions


def key(folder: Path, name: str, *options: str) -> Path:
    """A key pair of a desk, or of somebody else; made once for each name, unless it is to be of another kind."""
    path = folder / name
    if options:
        subprocess.run(["ssh-keygen", "-q", "-C", f"{name}@example.org", "-f", str(path), *options], check=True)
        return path
    return key_pair(path, f"{name}@example.org")


@dataclass
class Desk:
    """The sources of a briefing and the key that it is signed with."""

    folder: Path
    key: Path
    day: str = "2031-05-20"
    handling: str = "TLP:GREEN"

    def write(self, text: str = "The catch is 600,000 tonnes.", title: str = "The herring talks") -> None:
        """Write the sources: one plan, whose one point says this."""
        (self.folder / "data").mkdir(parents=True, exist_ok=True)
        manifest = MANIFEST.replace("2031-05-20", self.day).replace("TLP:GREEN", self.handling).replace("The herring talks", title)
        (self.folder / "briefing.toml").write_text(manifest, encoding="utf-8")
        (self.folder / "data" / "all.toml").write_text(FRAME + plan("one", [point("1", text)]), encoding="utf-8")

    def publish(self, destination: object, *options: object, text: str = "", ceiling: bool = True) -> Said:
        """Publish it, with another text where one is given."""
        if text:
            self.write(text)
        more = ("--ceiling", CEILING) if ceiling else ()
        return commanded("publish", destination, "--briefing", self.folder, "--key", self.key, *more, *options)


def desk_in(folder: Path, name: str = "desk") -> Desk:
    """A desk with a key of its own, and with a briefing."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Desk(folder / "talks", key(folder, name))
    made.write()
    return made


Fault = Callable[[BaseHTTPRequestHandler, bytes], None]


@dataclass
class FaultyServer:
    """A web server of a folder that does what a test says to the requests whose path ends so."""

    folder: Path
    port: int = 0
    faults: dict[str, Fault] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)  # path, If-None-Match, Range
    sent: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


@contextmanager
def faulty(folder: Path) -> Iterator[FaultyServer]:
    """Serve a folder as nginx does, but for the faults."""
    made = FaultyServer(folder)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            made.asked.append((self.path, self.headers.get("If-None-Match", ""), self.headers.get("Range", "")))
            self.close_connection = True
            path = folder / self.path.lstrip("/")
            data = path.read_bytes() if path.is_file() else b""
            fault = next((fault for end, fault in made.faults.items() if self.path.endswith(end)), None)
            with suppress(OSError):
                if fault is not None:
                    fault(self, data)
                elif not path.is_file():
                    self.send_error(404)
                else:
                    serve(self, data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            """Who hangs up on us may do so."""

    with Server(("127.0.0.1", 0), Handler) as server:
        made.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield made
        finally:
            server.shutdown()
            thread.join()


def serve(handler: BaseHTTPRequestHandler, data: bytes, most: int | None = None, told: int | None = None) -> None:
    """Answer as a web server does; with `most` it breaks off, with `told` it lies about the length."""
    tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
    if handler.headers.get("If-None-Match") == tag:
        handler.send_response(304)
        handler.send_header("ETag", tag)
        handler.end_headers()
        return
    start = int((handler.headers.get("Range") or "bytes=0-").removeprefix("bytes=").rstrip("-"))
    handler.send_response(206 if start else 200)
    if start:
        handler.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
    handler.send_header("ETag", tag)
    handler.send_header("Content-Length", str(len(data) - start if told is None else told))
    handler.end_headers()
    handler.wfile.write(data[start : None if most is None else start + most])


@dataclass(frozen=True)
class Web:
    """A running nginx: its address, the one over TLS, and the certificate that the second one shows."""

    address: str
    secure: str
    certificate: Path


@functools.cache
def _certificate() -> tuple[str, str]:
    """A certificate of localhost, and its secret key."""
    words = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    words += ["-keyout", "-", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    made = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    found = dict(re.findall(r"(-----BEGIN ([A-Z ]+)-----.+?-----END \2-----\n)", made, re.DOTALL))
    return tuple(next(text for text, kind in found.items() if kind == which) for which in ("CERTIFICATE", "PRIVATE KEY"))


@contextmanager
def nginx(folder: Path, root: Path, places: str = "") -> Iterator[Web]:
    """Debian's nginx on a folder; `places` are the `location` blocks of its server."""
    folder.mkdir(parents=True, exist_ok=True)
    certificate, secret = folder / "certificate.pem", folder / "secret.pem"
    for path, text in zip((certificate, secret), _certificate(), strict=True):
        path.write_text(text)
    port, secure = free_port(), free_port()
    held = "".join(f"{name}_temp_path {folder}/{name}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root; " if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}worker_processes 2; daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
        "events { worker_connections 4096; }\n"
        f"http {{ access_log off; {held}\n"
        f"server {{ listen 127.0.0.1:{port} backlog=4096; listen 127.0.0.1:{secure} ssl backlog=4096; server_name localhost;\n"
        f"ssl_certificate {certificate}; ssl_certificate_key {secret}; root {root};\n{places}\n}} }}\n"
    )
    process = subprocess.Popen(["/usr/sbin/nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and process.poll() is None:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.02)
        yield Web(f"http://127.0.0.1:{port}/", f"https://localhost:{secure}/", certificate)
    finally:
        process.terminate()
        process.wait(10)
