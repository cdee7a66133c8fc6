"""The store of the invented briefing."""

from pathlib import Path

import pytest
from harbour import DIGESTS, MANIFEST, RECORDS

from tui.store.write import write


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    write(path, MANIFEST, RECORDS, DIGESTS)
    return path
