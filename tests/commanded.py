"""How a command ended; and one that is run here, where its process is not what is tested."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tui.cli.ending import run
from tui.store.read import Store


@dataclass
class Said:
    """The exit code of a command, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Said]


def commanded(*words: object) -> Said:
    """Run a command in this process, with streams as a pipe has them."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(word) for word in words])
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode())
    return Said(code, *texts)


@contextmanager
def one_opened() -> Iterator[None]:
    """Have the commands that are run meanwhile ask one opened store, as the app does, and not open it each for itself."""
    held: dict[tuple[Path, str | None], Store] = {}
    opened, closed = Store.open, Store.close

    def once(path: Path, as_at: str | None = None) -> Store:
        if (path, as_at) not in held:
            held[path, as_at] = opened(path, as_at)
        return held[path, as_at]

    def close(store: Store) -> None:
        if store not in held.values():
            closed(store)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "open", once)
        patch.setattr(Store, "close", close)
        yield
    for store in held.values():
        store.close()
