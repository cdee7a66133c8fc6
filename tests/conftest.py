"""What tests in every folder share. That this file is here also puts the folder on the path, for `invented` and `session`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from harbour import DIGESTS, MANIFEST, RECORDS
from invented import Ask, store_of

from tui.compile.build import build
from tui.locate import MANIFEST as MANIFEST_NAME
from tui.locate import shipped as shipped_manifest
from tui.store.write import write
from tui.template import write_new


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Ask]:
    """Stores of invented briefings."""
    with ExitStack() as stack:
        yield lambda *parts, as_at=None: stack.enter_context(store_of(tmp_path, *parts, as_at=as_at))


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """The store of the harbour talks, written from records made in memory."""
    path = tmp_path / "store.db"
    write(path, MANIFEST, RECORDS, DIGESTS)
    return path


@pytest.fixture(scope="session")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the template: the talks on a ferry and a bridge, with records of every kind."""
    folder = tmp_path_factory.mktemp("ferry")
    write_new(folder, None)
    return build(folder / MANIFEST_NAME, folder / ".briefing" / "store.db").path


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the shipped briefing, outside the checkout."""
    return build(shipped_manifest(), tmp_path_factory.mktemp("shipped") / "store.db").path
