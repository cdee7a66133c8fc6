"""One headless Chromium, driven over a pipe by its own protocol: no port, no library, one process for all that is looked at."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 60  # seconds that one answer may take on a busy machine
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # which the superuser of a container cannot have
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)


class Browser:
    """A page of a browser; what it says on its console, and what fails to load, is kept in `heard`."""

    def __init__(self, asks: int, answers: int) -> None:
        self._asks, self._answers = asks, answers
        self._held = b""
        self._number = 0
        self._session: str | None = None
        self.heard: list[str] = []
        self.loaded = False
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **params: Any) -> Any:
        """Return the answer to one call; AssertionError where the browser refuses it."""
        self._number += 1
        call = {"id": self._number, "method": method, "params": params} | ({"sessionId": self._session} if self._session else {})
        os.write(self._asks, json.dumps(call).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._number:
                assert "error" not in told, f"{method}: {told['error']}"
                return told["result"]
            self._hear(told)

    def open(self, path: Path, *, width: int) -> None:
        """Open a file at so many pixels, and wait until it is there."""
        self.heard.clear()
        self.loaded = False
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.ask("Emulation.setEmulatedMedia", features=[])
        self.ask("Page.navigate", url=path.as_uri())
        while not self.loaded:
            self._hear(self._next())

    def tell(self, script: str) -> Any:
        """Return what an expression comes to in the page; promises are waited for."""
        found = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def pdf(self) -> bytes:
        """Return the page as it is printed, on the paper that its style sheet asks for."""
        return base64.b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._held:
            new = os.read(self._answers, 1 << 20)
            assert new, "the browser has ended"
            self._held += new
        told, _, self._held = self._held.partition(b"\0")
        return dict(json.loads(told))

    def _hear(self, told: dict[str, Any]) -> None:
        method, params = told.get("method", ""), told.get("params", {})
        if method == "Page.loadEventFired":
            self.loaded = True
        elif method == "Log.entryAdded":
            self.heard.append(params["entry"]["text"])
        elif method == "Runtime.consoleAPICalled":
            self.heard.append(str(params["args"]))
        elif method in ("Runtime.exceptionThrown", "Network.loadingFailed"):
            self.heard.append(f"{method}: {params}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser, and end it with all its processes."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    assert found, f"no browser: one of {', '.join(NAMES)} is needed; Debian's package is chromium"
    (theirs_in, asks), (answers, theirs_out) = os.pipe(), os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = ["bash", "-c", f'exec "$0" "$@" 3<&{theirs_in} 4>&{theirs_out}', found, *FLAGS, f"--user-data-dir={folder}"]
        process = subprocess.Popen(command, pass_fds=(theirs_in, theirs_out), stderr=subprocess.DEVNULL, start_new_session=True)
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            yield Browser(asks, answers)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(PATIENCE)
            os.close(asks)
            os.close(answers)


def pages_of(pdf: bytes) -> list[tuple[float, float]]:
    """Return the width and the height of every page of a PDF, in points."""
    boxes = re.findall(rb"/Type\s*/Page\b(?!s).*?/MediaBox\s*\[([\d. ]+)\]", pdf, re.S)
    return [(float(box.split()[2]), float(box.split()[3])) for box in boxes]
