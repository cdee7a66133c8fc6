"""Whether this is a kiosk: the session of a guest, in which no program is started and no file written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def in_kiosk(environ: Mapping[str, str], arguments: Sequence[str] = ()) -> bool:
    """Return whether the environment, or what was asked on the command line, says so."""
    return environ.get("BRIEFING_KIOSK", "") not in ("", "0") or "--kiosk" in arguments
