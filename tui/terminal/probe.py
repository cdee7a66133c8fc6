"""What this terminal can do, decided from the environment before Textual is imported: Textual reads several of these at import."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tui.errors import BadInput
from tui.frozen import frozen
from tui.kiosk import in_kiosk

# Terminals that cannot draw lines or letters beyond ASCII whatever the locale says.
_ASCII_TERMS = ("linux", "vt100", "vt102", "vt220", "ansi", "cons25")

# Locales that know no letter beyond ASCII.
_NO_LETTERS = ("C", "POSIX")

# What Textual may read of its own variables: set below, or harmless in a reader's hands.
_READ = ("TEXTUAL_ANIMATIONS", "TEXTUAL_DISABLE_KITTY_KEY", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FPS")
_NUMBERS = {"TEXTUAL_FPS": 240, "ESCDELAY": 5000}  # up to where a number is one: beyond it nothing would be drawn, or Esc never be heard


@frozen
class Terminal:
    """How to draw here; in a kiosk the app starts no program and writes no file.

    `true_colour` tells that it can be asked for. `ground` is what it is made for where the app begins with it: `dark` or `light` as the
    terminal tells, `either` where it does not; empty where the app begins with the terminal's own sixteen colours.
    """

    colour: bool
    ascii: bool
    mouse: bool
    kiosk: bool = False
    true_colour: bool = False
    ground: str = ""


def refuse_unless_usable(environ: Mapping[str, str]) -> None:
    """Raise BadInput with a sentence where an app on the screen cannot work: keys come from 0, the screen is 2."""
    for descriptor, name in ((0, "standard input"), (2, "standard error")):
        try:
            is_terminal = os.isatty(descriptor)
        except OSError:
            is_terminal = False
        if not is_terminal:
            raise BadInput(f"{name} is no terminal, so the app cannot run here; `briefing --plain` prints the same as text")
    if environ.get("TERM", "") == "dumb":
        raise BadInput("TERM is dumb, so the app cannot draw here; `briefing --plain` prints the same as text")


def decide(environ: Mapping[str, str], *, ascii_only: bool = False, mouse: bool = False, kiosk: bool = False) -> Terminal:
    """Return what to use here; NO_COLOR counts when it is not empty (no-color.org)."""
    deep = environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") and not _is_old(environ)
    return Terminal(
        colour=not environ.get("NO_COLOR"),
        ascii=ascii_only or bool(environ.get("BRIEFING_ASCII")) or _needs_ascii(environ),
        mouse=mouse,
        kiosk=kiosk or in_kiosk(environ),
        true_colour=deep,
        ground=_ground(environ) if deep and not _is_remote(environ) else "",
    )


def looking(terminal: Terminal, look: str) -> Terminal:
    """Return a terminal with the look that a reader has set, as far as it can show that."""
    if look in ("auto", ""):
        return terminal
    if look == "none":
        return replace(terminal, colour=False)
    return replace(terminal, ground=look if look != "sixteen" and terminal.true_colour else "")


def _ground(environ: Mapping[str, str]) -> str:
    """Return whether the terminal says that its ground is dark or light: the last of the numbers in COLORFGBG, as rxvt, Konsole and others
    set it. No question is put to the terminal: the answer would come in the middle of what is typed, and over a slow line too late.
    """
    told = environ.get("COLORFGBG", "").rpartition(";")[2]
    if not told.isdigit() or int(told) > 15:
        return "either"
    return "light" if int(told) in (7, *range(9, 16)) else "dark"


def _is_remote(environ: Mapping[str, str]) -> bool:
    """Return whether this is a session over SSH, where every byte costs time and nobody can tell what the reader's terminal shows."""
    return any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


def _is_old(environ: Mapping[str, str]) -> bool:
    return environ.get("TERM", "").split("-", 1)[0] in _ASCII_TERMS


def _needs_ascii(environ: Mapping[str, str]) -> bool:
    if _is_old(environ):
        return True
    encoding = (getattr(sys.__stderr__, "encoding", None) or "").lower().replace("_", "-")
    if encoding not in ("utf-8", "utf8"):
        return True
    return _knows_no_letters(environ)


def text_in_ascii(environ: Mapping[str, str], encoding: str) -> bool:
    """Return whether printed text is to be ASCII alone: it was asked for, the locale knows no more, or the stream holds no more.

    A stream in the coding that the locale names can have what that holds. One in UTF-8 beside such a locale means that the machine does not
    have it, and that the terminal would show other letters.
    """
    told = encoding.lower().replace("_", "-")
    asked = bool(environ.get("BRIEFING_ASCII")) or _locale(environ) in _NO_LETTERS or told in ("ascii", "us-ascii")
    return asked or (told in ("utf-8", "utf8") and _knows_no_letters(environ))


def _knows_no_letters(environ: Mapping[str, str]) -> bool:
    """Return whether the locale is one without letters beyond ASCII, or of another coding than UTF-8."""
    named = _locale(environ)
    return named in _NO_LETTERS or (bool(named) and "." in named and "utf" not in named.lower())


def _locale(environ: Mapping[str, str]) -> str:
    return environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""


def original_environment() -> dict[str, str]:
    """Return the environment that the process was given: Python sets LC_CTYPE when LANG is C (PEP 538), which would hide LANG=C."""
    try:
        data = Path("/proc/self/environ").read_bytes()
    except OSError:
        return dict(os.environ)
    pairs = (os.fsdecode(entry).partition("=") for entry in data.split(b"\0") if entry)
    return {name: value for name, _, value in pairs}


def prepare(environ: dict[str, str] | os._Environ[str]) -> None:
    """Set what Textual reads at import: no animation, no kitty keys, the terminal's own colours. What the user has set stays."""
    environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    environ["TEXTUAL_THEME"] = "ansi-dark"
    environ["TEXTUAL_COLOR_SYSTEM"] = "standard"
    # We draw without colour ourselves; Textual's own way with NO_COLOR would turn it into shades of grey.
    environ.pop("NO_COLOR", None)
    # The rest are a developer's: they would write logs and pictures, load other code, press keys by themselves, or filter colours.
    # And the terminal knows its own size: a variable would hold on to another one for ever.
    for name in list(environ):
        if name in ("TEXTUAL", "COLUMNS", "LINES") or (name.startswith("TEXTUAL_") and name not in _READ):
            del environ[name]
    for name, most in _NUMBERS.items():
        told = environ.get(name, "1")
        if not (told.isascii() and told.isdigit() and len(told) <= len(str(most)) and 1 <= int(told) <= most):
            del environ[name]
