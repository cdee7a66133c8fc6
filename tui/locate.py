"""Where a briefing is: the one that was named, else the nearest upward, else the one that is shipped."""

from __future__ import annotations

from pathlib import Path

from tui.errors import BadInput
from tui.folders import is_file, is_folder, is_own, is_there

MANIFEST = "briefing.toml"
STORE_FOLDER = ".briefing"
EDITION = "edition.signed"  # in a folder to which a desk publishes, and in one that a pull fills
KNOWN = "known.json"  # what `briefing pull` notes in a folder that it fills, from its first question on
_STORE = "store.db"
_INSTALLED = Path(__file__).parent / "shipped" / MANIFEST
_CHECKOUT = Path(__file__).parent.parent / MANIFEST


def find(named: Path | None = None, start: Path | None = None) -> Path:
    """Return the manifest or the built store to brief from.

    `named` is a folder, a manifest or a built store, as a user gave it. Without it the manifest is looked for from `start` (the current
    folder) upward; the shipped briefing is the last resort. One that somebody else put above the current folder is not taken unasked: it
    decides what is shown, and a store would be written beside it.
    """
    if named is not None:
        if not is_there(named):
            raise BadInput(f"there is no briefing at {named}")
        if not (named.is_absolute() or _has_current_folder()):
            raise BadInput(f"there is no briefing at {named}: the current folder has been removed")
        return named / MANIFEST if is_folder(named) else named
    try:
        start = (start or Path.cwd()).absolute()
    except OSError:  # the current folder has been removed, or may not be entered
        return shipped()
    found = next((folder / MANIFEST for folder in (start, *start.parents) if is_file(folder / MANIFEST)), None)
    if found is not None and found != _CHECKOUT and not (is_own(found) and is_own(found.parent)):
        raise BadInput(f"{found} belongs to somebody else, so it is taken only when it is named: --briefing {found.parent}")
    return found or shipped()


def shipped() -> Path:
    """Return the manifest of the briefing that comes with the program: inside the package when installed, beside it in a checkout."""
    return _INSTALLED if is_file(_INSTALLED) else _CHECKOUT


def _has_current_folder() -> bool:
    try:
        return bool(Path.cwd())
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
    if is_folder(place):
        return place / MANIFEST
    if place.suffix == ".toml":
        return place
    place = place.absolute()
    name = MANIFEST if place.name == _STORE else place.name.removesuffix(".db")
    manifest = place.parent.parent / name
    return manifest if store_beside(manifest) == place and is_file(manifest) else None
