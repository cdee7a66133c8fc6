"""`briefing publish`: check, build, sign, and put it where readers fetch it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import output
from tui.cli.asked import Asked, ProgressBar
from tui.cli.asking import FILE, FOLDER, asks
from tui.errors import BadInput
from tui.folders import temporary_folder
from tui.locate import manifest_of
from tui.store.read import Store
from tui.store.schema import VERSION
from tui.views.data import json_text

if TYPE_CHECKING:
    from tui.travel.destination import Destination
    from tui.travel.publishing import Facts, Published, Wish


@click.command("publish")
@click.argument("destination", metavar="DEST", type=FOLDER)
@click.option(
    "--key", metavar="FILE", type=FILE, help="The SSH key to sign with; a public one, where the agent or a token has the private part."
)
@click.option("--unsigned", is_flag=True, help="Do not sign; readers open it only where they ask for that in as many words.")
@click.option("--ceiling", multiple=True, metavar="MARK", help="The highest handling mark that may stand there; kept there from the first.")
@click.option("--keep", type=click.IntRange(0, 500), default=10, show_default=True, help="How many earlier versions stay there.")
@click.option("--takes-back", is_flag=True, help="An older day than the one published is meant.")
@click.option("--back-to", type=click.IntRange(1), metavar="N", help="Publish the earlier version N anew, as the next one.")
@click.option("--anew", is_flag=True, help="Begin another series, whatever stands there; readers must forget the one before.")
@click.option("--ssh-config", metavar="FILE", type=FILE, help="A configuration for ssh, as of ssh -F.")
@asks
def command(asked: Asked, destination: str, back_to: int | None, ssh_config: str | None, **wishes: object) -> int:
    """Check and build the briefing, sign it, and put it into DEST: a folder, HOST:FOLDER or ssh://USER@HOST:PORT/FOLDER.

    Nobody who reads there sees half of it. What has errors, or a higher handling mark than DEST takes, is not published. The key is the one
    that ssh would take first, unless --key names another.
    """
    from tui.travel import publishing  # 12 ms: help and completions load every command

    place = _place(destination, ssh_config)
    wish = _wish(**wishes)  # type: ignore[arg-type]
    if back_to is not None:
        _tell(asked, publishing.back_to(back_to, place, wish), place)
        return 0
    with temporary_folder() as folder:
        store, facts = _built(asked, folder / "store.db")
        published = publishing.publish(store, facts, place, wish)
    _tell(asked, published, place)
    return 0


def _place(destination: str, ssh_config: str | None) -> Destination:
    from tui.travel.destination import Folder, host_of  # 10 ms: help and completions load every command
    from tui.travel.ssh_destination import SshDestination

    if destination.startswith(("http:", "https:", "file:")):
        raise BadInput("a web server is not published to: name the folder that it serves, or HOST:FOLDER")
    host = host_of(destination)
    return Folder(Path(destination)) if host is None else SshDestination(host, Path(ssh_config) if ssh_config else None, output.remark)


def _wish(*, key: str | None, unsigned: bool, ceiling: Sequence[str], keep: int, takes_back: bool, anew: bool) -> Wish:
    from tui.travel.arriving import vouching  # 40 ms: help and completions load every command
    from tui.travel.publishing import Wish
    from tui.travel.signing import own_key, public_key, sign, verify
    from tui.travel.trusted import files

    if unsigned:
        if key:
            raise BadInput("--key and --unsigned exclude each other")
        vouch = vouching(unverified=True)
        return Wish(sign=lambda _: b"", vouched=vouch, keep=keep, ceiling=ceiling, takes_back=takes_back, anew=anew)
    by = Path(key) if key else own_key()

    def vouched(text: bytes, signature: bytes) -> object:
        """Hold what stands there to our own key too, whom we need not have said to trust."""
        with temporary_folder() as folder:
            own = folder / "own"
            own.write_text(f'own namespaces="briefing" {public_key(by)}\n', encoding="utf-8")
            return verify(text, signature, [own, *files()])

    return Wish(sign=lambda text: sign(text, by), vouched=vouched, keep=keep, ceiling=ceiling, takes_back=takes_back, anew=anew)


def _built(asked: Asked, store: Path) -> tuple[Path, Facts]:
    """Return a store that is built anew, the same bytes for the same sources, and what it says of itself."""
    from tui.compile.build import build  # 12 ms: help and completions load every command
    from tui.travel.publishing import Facts

    manifest = manifest_of(asked.place())
    if manifest is None:
        raise BadInput(
            f"{asked.place()} is a built store without its sources beside it; a desk publishes from the sources, which are checked"
        )
    with ProgressBar() as bar:
        built = build(manifest, store, bar, whole=True)
    for finding in built.findings:
        output.remark(str(finding))
    with Store.open(store) as opened:
        of = opened.manifest
        return store, Facts(title=of.title, as_of=of.as_of.upper, handling=of.handling, format=VERSION)


def _tell(asked: Asked, published: Published, place: Destination) -> None:
    from tui.travel.edition import in_short, size_in_words  # 4 ms: help and completions load every command

    edition = published.edition
    if asked.json:
        output.data(json_text({"edition": edition, "new": published.new, "bytes": published.bytes}))
    elif published.new:
        size = size_in_words(published.bytes)
        output.data(f"{place.name}: {in_short(edition.now)}, {size}; {len(edition.earlier)} earlier kept\n")
    else:
        output.data(f"{place.name}: {in_short(edition.now)} stands already, and nothing has changed since\n")
