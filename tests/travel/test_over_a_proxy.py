"""Fetching over TLS by way of the proxy that the environment names, as behind the wall of a ministry."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from commanded import commanded
from desk import desk_in, nginx
from sshd import free_port


@contextmanager
def proxy(asked: list[str], words: list[str], *, stalls: bool = False) -> Iterator[str]:
    """A proxy that connects to whom it is asked for; or one that takes the question and says nothing. `words` are what lets through."""
    released = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            asked.append(self.path)
            words.append(self.headers.get("Proxy-Authorization", ""))
            if stalls:
                released.wait(20)
                return
            host, _, port = self.path.rpartition(":")
            with socket.create_connection((host, int(port))) as other:
                self.send_response(200)
                self.end_headers()
                ends = {self.connection: other, other: self.connection}
                while ready := select.select(list(ends), [], [], 5)[0]:
                    for end in ready:
                        data = end.recv(65536)
                        if not data:
                            return
                        ends[end].sendall(data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            released.set()
            server.shutdown()
            thread.join()


def test_the_proxy_of_the_environment_is_used_and_one_that_is_of_no_use_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desk_in(tmp_path)
    desk.publish(tmp_path / "www" / "talks")
    commanded("trust", f"{desk.key}.pub")
    asked: list[str] = []
    words: list[str] = []
    with nginx(tmp_path / "nginx", tmp_path / "www") as web:
        address = f"{web.secure}talks/"
        monkeypatch.setenv("SSL_CERT_FILE", str(web.certificate))
        with proxy(asked, words) as named:
            monkeypatch.setenv("https_proxy", named)
            assert commanded("pull", address).code == 0
            assert set(words) == {""}
            monkeypatch.setenv("https_proxy", named.replace("//", "//me:open%20sesame@"))
            assert commanded("pull", address).code == 0
            assert words[-1] == "Basic bWU6b3BlbiBzZXNhbWU="
            assert set(asked) == {web.secure.removeprefix("https://").strip("/")}
        port = free_port()
        monkeypatch.setenv("https_proxy", f"http://me:secret@127.0.0.1:{port}")
        said = commanded("pull", address)  # it is not the server that refuses
        assert said.err == f"briefing: {address} cannot be reached by the proxy 127.0.0.1:{port}: connection refused\n"
        monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:1")
        assert "the proxy that the environment names" in commanded("pull", address).err
        for useless in ("http://127.0.0.1:99999999", "http://[::1", "http://"):
            monkeypatch.setenv("https_proxy", useless)
            assert "the proxy that the environment names" in commanded("pull", address).err
        monkeypatch.setenv("no_proxy", "localhost")
        assert commanded("pull", address).code == 0


def test_a_proxy_that_says_nothing_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.travel.asking.SILENCE", 0.3)
    with proxy([], [], stalls=True) as named:
        monkeypatch.setenv("https_proxy", named)
        said = commanded("pull", "https://web.example.org/talks/")
    assert (said.code, "it does not answer" in said.err) == (3, True)
