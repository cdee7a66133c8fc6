"""What the tests of travelling briefings share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from desk import FIRST, SECOND, desk_in, key


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that has published twice; `first` is the folder as it was in between."""
    folder = tmp_path_factory.mktemp("desk")
    desk = desk_in(folder)
    assert desk.publish(folder / "web", text=FIRST).code == 0
    shutil.copytree(folder / "web", folder / "first")
    assert desk.publish(folder / "web", text=SECOND).code == 0
    key(folder, "stranger")
    return folder
