"""Whom readers trust: files of allowed signers as ssh-keygen reads them, the administrator's and the reader's own.

Each line is a name, `namespaces="briefing"` and a public key; see ALLOWED SIGNERS in ssh-keygen(1). A line that ends in a certificate
authority or in days of validity is ssh-keygen's to judge.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from tui.errors import BadInput, MachineError
from tui.folders import is_file
from tui.frozen import frozen
from tui.travel.signing import NAMESPACE, fingerprint, public_key_in, remark_of

ADMINISTRATORS = Path("/etc/briefing/allowed_signers")
_NAME = re.compile(r"[\w.+@-]{1,100}")


@frozen
class Trusted:
    """A line of a file of allowed signers."""

    name: str
    fingerprint: str
    file: Path


def own_file() -> Path:
    """Return the reader's own file."""
    import platformdirs

    return platformdirs.user_config_path("briefing") / "allowed_signers"


def files() -> list[Path]:
    """Return the files that there are, the administrator's first."""
    return [path for path in (ADMINISTRATORS, own_file()) if is_file(path) and os.access(path, os.R_OK)]


def all_trusted() -> list[Trusted]:
    """Return whom these files name, in their order; a line that holds no plain key is told without its fingerprint."""
    found = []
    for path in files():
        for line in _lines(path):
            name, _, rest = line.partition(" ")
            match = re.search(r"(?:^| )((?:ssh|ecdsa|sk-ssh|sk-ecdsa)-\S+ +\S+)", rest)
            try:
                print_ = fingerprint(match[1]) if match else ""
            except BadInput:
                print_ = ""
            found.append(Trusted(name, print_ or "no key that ssh-keygen knows", path))
    return found


def trust(text: str, named: str, name: str) -> Trusted:
    """Trust a public key from now on, under a name: its own remark where none is given. Raise BadInput for what is no such key."""
    public = public_key_in(text, named)
    print_ = fingerprint(public)
    name = name or remark_of(text) or print_.removeprefix("SHA256:")[:12]
    if not _NAME.fullmatch(name):
        raise BadInput(f"{name!r} is no name for a signer: letters, digits and .+@- alone; --as gives another")
    path = own_file()
    line = f'{name} namespaces="{NAMESPACE}" {public}'
    lines = _lines(path) if is_file(path) else []
    if line not in lines:
        _write(path, [*lines, line])
    return Trusted(name, print_, path)


def trust_no_more(which: str) -> list[Trusted]:
    """Take the lines of a name or of a fingerprint out of the reader's own file, and return them. Raise BadInput where there is none."""
    path = own_file()
    gone = [one for one in all_trusted() if which in (one.name, one.fingerprint)]
    own = [one for one in gone if one.file == path]
    if not own:
        where = f"; {gone[0].file} is the administrator's" if gone else ""
        raise BadInput(f"{which} stands not in {path}{where}")
    prints = {one.fingerprint for one in own}
    kept = []
    for line in _lines(path):
        match = re.search(r" ((?:ssh|ecdsa|sk-ssh|sk-ecdsa)-\S+ +\S+)", line)
        if not (line.partition(" ")[0] == which or (match and which in prints and fingerprint(match[1]) == which)):
            kept.append(line)
    _write(path, kept)
    return own


def _lines(path: Path) -> list[str]:
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError as error:
        raise MachineError(f"cannot read {path}: {error.strerror}") from error
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _write(path: Path, lines: list[str]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            new.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
            new.chmod(0o644)
            new.replace(path)
        except OSError:
            new.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise MachineError(f"cannot write {path}: {error.strerror}") from error
