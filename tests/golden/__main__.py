"""Rewrite the golden texts and the digest of the schema, or compare the texts: `python -m golden [--check]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from golden.digest import renew
from golden.texts import REWRITE, differences, held, made, rewrite

DIFFER = 4  # the exit code where texts differ: that of no failure of Python's or of ours


def main() -> int:
    """Rewrite or compare; return the exit code."""
    parser = argparse.ArgumentParser(prog="golden", description=__doc__)
    parser.add_argument("--check", action="store_true", help=f"change nothing, and end with {DIFFER} where a text differs")
    asked = parser.parse_args()
    renewed = [] if asked.check else renew()
    with tempfile.TemporaryDirectory() as folder:
        texts = made(Path(folder))
    if not asked.check:
        print("\n".join([*renewed, *rewrite(texts)]) or "nothing changed")
        return 0
    before = held()
    told = [differences(before.get(name, {}), texts.get(name, {})) for name in sorted(before.keys() | texts.keys())]
    if not any(told):
        return 0
    print("\n".join(filter(None, told)), f"\n{REWRITE} rewrites the golden texts")
    return DIFFER


if __name__ == "__main__":
    sys.exit(main())
