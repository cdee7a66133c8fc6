"""`briefing trust`: whose signature under a briefing is trusted."""

from __future__ import annotations

import click

from tui.cli import output
from tui.cli.asked import Asked
from tui.cli.asking import FILE, asks
from tui.errors import BadInput
from tui.folders import homed, plain_file
from tui.views.data import json_text


@click.command("trust")
@click.argument("key", nargs=-1, type=FILE)
@click.option("--as", "name", metavar="NAME", default=None, help="Under which name; without, the remark at the end of the key.")
@click.option("--no-more", metavar="WHO", help="Trust this name or fingerprint no more.")
@asks
def command(asked: Asked, key: tuple[str, ...], name: str | None, no_more: str | None) -> int:
    """Trust the briefings that KEY signs from now on: a public SSH key, or the file of one. Without KEY, tell who is trusted.

    Compare the fingerprint with the desk by another way, such as the telephone. Whom the administrator trusts stands in
    /etc/briefing/allowed_signers.
    """
    from tui.travel.trusted import all_trusted, trust, trust_no_more  # 19 ms: help and completions load every command

    if no_more is not None:
        if key:
            raise BadInput("--no-more takes no KEY beside it")
        told = [("trusted no more", one) for one in trust_no_more(no_more)]
    elif key:
        text, named = _key(" ".join(key))
        told = [("trusted", trust(text, named, name or ""))]
    else:
        told = [("trusted", one) for one in all_trusted()]
    if asked.json:
        output.data(json_text([{"name": one.name, "fingerprint": one.fingerprint, "file": str(one.file)} for _, one in told]))
        return 0
    for what, one in told:
        output.data(output.one_line(f"{one.name}  {one.fingerprint}  {what} by {one.file}") + "\n")
    if not told:
        output.remark("nobody is trusted yet; `briefing trust KEY` says whose briefings are opened")
    return 0


def _key(given: str) -> tuple[str, str]:
    """Return the text of a key that was given, or of the file that was, and what to call it."""
    path = homed(given)
    if given.startswith(("ssh-", "ecdsa-", "sk-")) and " " in given:
        return given, "what was given"
    try:
        with plain_file(path) as file:
            return file.read(1 << 16).decode(errors="replace"), given
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BadInput(f"cannot read the key {given}: {why}") from error
