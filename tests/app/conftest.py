"""The app's own tests run on a clock that does not wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

import pytest
from hurrying import Hurrying


def pytest_asyncio_loop_factories(config: pytest.Config, item: pytest.Item) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Let no test of the app wait for a clock."""
    return {"hurrying": Hurrying}
