"""Where a briefing is: the one that was named, else the nearest upward, else the one that is shipped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tui.errors import BadInput

MANIFEST = "briefing.toml"
STORE_FOLDER = ".briefing"
EDITION = "edition.signed"  # in a folder to which a desk publishes, and in one that a pull fills
_STORE = "store.db"
_INSTALLED = Path(__file__).parent / "shipped" / MANIFEST
_CHECKOUT = Path(__file__).parent.parent / MANIFEST


def find(named: Path | None = None, start: Path | None = None) -> Path:
    """Return the manifest or the built store to brief from.

    `named` is a folder, a manifest or a built store, as a user gave it. Without it the manifest is looked for from `start` (the current
    folder) upward; the shipped briefing is the last resort.
    """
    if named is not None:
        if not _holds(named.exists):
            raise BadInput(f"there is no briefing at {named}")
        if not (named.is_absolute() or _holds(lambda: bool(Path.cwd()))):
            raise BadInput(f"there is no briefing at {named}: the current folder has been removed")
        return named / MANIFEST if named.is_dir() else named
    try:
        start = (start or Path.cwd()).absolute()
    except FileNotFoundError:  # the current folder has been removed
        return shipped()
    return next((folder / MANIFEST for folder in (start, *start.parents) if _holds((folder / MANIFEST).is_file)), None) or shipped()


def shipped() -> Path:
    """Return the manifest of the briefing that comes with the program: inside the package when installed, beside it in a checkout."""
    return _INSTALLED if _INSTALLED.is_file() else _CHECKOUT


def _holds(question: Callable[[], bool]) -> bool:
    """Return the answer to a question about a path; no, when a folder on the way may not be looked into."""
    try:
        return question()
    except OSError:
        return False


def is_installed(manifest: Path) -> bool:
    """Return whether this is the shipped manifest of an installed program, beside which nothing is to be written."""
    return manifest.absolute() == _INSTALLED


def store_beside(manifest: Path) -> Path:
    """Return the default place of the store of a manifest."""
    name = _STORE if manifest.name == MANIFEST else f"{manifest.name}.db"
    return manifest.parent / STORE_FOLDER / name


def manifest_of(place: Path) -> Path | None:
    """Return the manifest for a folder, a manifest or a built store; None for a store whose sources do not stand at its side."""
    if place.is_dir():
        return place / MANIFEST
    if place.suffix == ".toml":
        return place
    place = place.absolute()
    name = MANIFEST if place.name == _STORE else place.name.removesuffix(".db")
    manifest = place.parent.parent / name
    return manifest if store_beside(manifest) == place and manifest.is_file() else None
