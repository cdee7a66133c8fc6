"""axe-core, which knows what keeps people from reading a page: fetched once by npm, and kept beside the tests' other caches."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

VERSION = "4.11.0"
KEPT = Path(__file__).parents[2] / ".pytest_cache" / f"axe-core-{VERSION}.js"


def axe() -> str:
    """Return the script; AssertionError where it cannot be had."""
    if not KEPT.exists():
        npm = shutil.which("npm")
        assert npm, "npm is needed to fetch axe-core"
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([npm, "pack", "--silent", f"axe-core@{VERSION}"], cwd=folder, capture_output=True, text=True, check=False)
            assert done.returncode == 0, f"npm cannot fetch axe-core: {done.stderr}"
            with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
                held = archive.extractfile("package/axe.min.js")
                assert held
                KEPT.parent.mkdir(exist_ok=True)
                KEPT.write_bytes(held.read())
    return KEPT.read_text(encoding="utf-8")
