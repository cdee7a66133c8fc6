"""What tests in every folder share. That this file is here also puts the folder on the path, for `invented` and `session`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from invented import Ask, store_of


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Ask]:
    """Stores of invented briefings."""
    with ExitStack() as stack:
        yield lambda *parts, as_at=None: stack.enter_context(store_of(tmp_path, *parts, as_at=as_at))
