"""Signatures by `ssh-keygen`: made with the desk's own SSH key, and checked against whom readers trust.

The key stays where it is: in its file, in the agent, on a FIDO token; `ssh-keygen` asks for what it needs as it does for ssh. No private
key is read or written here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from tui.errors import BadInput, MachineError, Refused
from tui.folders import homed, is_file, temporary_folder
from tui.frozen import frozen
from tui.hostile import clean
from tui.travel.echo import echo_kept

NAMESPACE = "briefing"  # a signature that the same key made for a commit or a mail is none for a briefing
_PATIENCE = 20  # seconds that a check may take; it asks nobody
_OWN_KEYS = ("id_ed25519", "id_ed25519_sk", "id_ecdsa", "id_ecdsa_sk", "id_rsa")


@frozen
class Signer:
    """Whose signature it is: the name under which a reader trusts the key, and the key's fingerprint."""

    name: str
    fingerprint: str


def own_key() -> Path:
    """Return the key that ssh itself would take first. Raise BadInput where there is none."""
    folder = homed("~/.ssh")
    found = next((folder / name for name in _OWN_KEYS if is_file(folder / name) or is_file(folder / f"{name}.pub")), None)
    if found is None:
        raise BadInput(f"there is no key in {folder} to sign with; name one by --key, or make one: ssh-keygen -t ed25519")
    return found


def sign(text: bytes, key: Path) -> bytes:
    """Return the signature of a text by a key: a private key's file, or a public one's whose private part the agent has.

    What ssh-keygen asks (a passphrase, a touch) it asks on the terminal. Raise BadInput for a key that is not there, MachineError for one
    that does not sign.
    """
    key = homed(key).absolute()
    if not is_file(key):
        beside = Path(f"{key}.pub")
        if not is_file(beside):
            raise BadInput(f"there is no key {key}")
        key = beside
    with _file_of(text) as held:  # and not by a pipe: ssh-keygen asks for a passphrase where its standard input is the terminal
        done = _ran(["-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE, str(held)], None)
        made = held.with_name(f"{held.name}.sig")
        if done.returncode or not is_file(made):
            raise MachineError(f"ssh-keygen did not sign with {key}; its own words, if any, stand above")
        return made.read_bytes()


def public_key(key: Path) -> str:
    """Return the public key of a key as the line that ssh writes, without its remark. Raise MachineError where it cannot be had."""
    key = homed(key).absolute()
    beside = key if key.suffix == ".pub" else Path(f"{key}.pub")
    if is_file(beside):
        return public_key_in(beside.read_text("utf-8", "replace"), str(beside))
    done = _ran(["-y", "-f", str(key)], None)
    if done.returncode:
        raise MachineError(f"ssh-keygen cannot read {key}")
    return public_key_in(done.stdout.decode("utf-8", "replace"), str(key))


_PUBLIC = re.compile(r"((?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+) +([A-Za-z0-9+/]+={0,3})(?: +([^\n]*))?\s*", re.ASCII)


def public_key_in(text: str, named: str) -> str:
    """Return the type and the key out of a public key's line. Raise BadInput for a private key, and for what is no key."""
    if "PRIVATE KEY" in text:
        raise BadInput(f"{named} is a private key, which goes nowhere; name the public one, {named}.pub")
    match = _PUBLIC.fullmatch(text.strip())
    if match is None:
        raise BadInput(f"{named} is no public SSH key; one begins with ssh-ed25519 or the like")
    return f"{match[1]} {match[2]}"


def remark_of(text: str) -> str:
    """Return the remark at the end of a public key's line."""
    match = _PUBLIC.fullmatch(text.strip())
    return clean(match[3] or "", lines=False).strip() if match else ""


def fingerprint(public: str) -> str:
    """Return the fingerprint of a public key. Raise BadInput for one that ssh-keygen does not take for a key."""
    done = _ran(["-l", "-f", "-"], f"{public}\n".encode())
    match = re.search(rb"SHA256:[A-Za-z0-9+/]{43}", done.stdout)
    if done.returncode or match is None:
        raise BadInput("that is no public key that ssh-keygen knows")
    return match[0].decode()


def verify(text: bytes, signature: bytes, trusted: Sequence[Path]) -> Signer:
    """Return whose good signature it is. Raise Refused where it is nobody's whom these files of allowed signers name."""
    if not signature:
        raise Refused("it is not signed")
    with _file_of(signature) as held:
        for file in trusted:
            for name in _names(file, held):
                good = _ran(["-Y", "verify", "-f", str(file), "-I", name, "-n", NAMESPACE, "-s", str(held)], text)
                if not good.returncode:
                    return Signer(clean(name, lines=False), _fingerprint_in(good))
        sound = _ran(["-Y", "check-novalidate", "-n", NAMESPACE, "-s", str(held)], text)
    if sound.returncode:
        raise Refused("its signature does not fit what it says: it was changed on the way, or signed for something else")
    print_ = _fingerprint_in(sound)
    if not trusted:
        raise Refused(f"it is signed by {print_}, and nobody's signature is trusted here yet; `briefing trust KEY` says whose is")
    raise Refused(f"it is signed by {print_}, which is not trusted here; `briefing trust` tells whose signature is")


def _fingerprint_in(done: subprocess.CompletedProcess[bytes]) -> str:
    match = re.search(rb"SHA256:[A-Za-z0-9+/]{43}", done.stdout + done.stderr)
    return match[0].decode() if match else "a key without a fingerprint"


def _names(file: Path, signature: Path) -> list[str]:
    found = _ran(["-Y", "find-principals", "-f", str(file), "-s", str(signature)], b"")
    return [] if found.returncode else [line for line in found.stdout.decode("utf-8", "replace").splitlines() if line]


@contextmanager
def _file_of(data: bytes) -> Iterator[Path]:
    with temporary_folder() as folder:
        held = folder / "edition"
        held.write_bytes(data)
        yield held


def _ran(words: list[str], given: bytes | None) -> subprocess.CompletedProcess[bytes]:
    """Run ssh-keygen on what it is given; on nothing, it asks the person at the terminal for what it needs, and complains there."""
    program = shutil.which("ssh-keygen")
    if program is None:
        raise MachineError("ssh-keygen is not here; it comes with OpenSSH (Debian: openssh-client)")
    try:
        with echo_kept() if given is None else nullcontext():
            return subprocess.run(  # noqa: S603 - no shell, and a program of the system
                [program, *words],
                input=given,
                stdout=subprocess.PIPE,
                stderr=None if given is None else subprocess.PIPE,
                timeout=None if given is None else _PATIENCE,
                env={**os.environ, "LC_ALL": "C"},
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise MachineError("ssh-keygen does not come to an end") from None
    except OSError as error:
        raise MachineError(f"cannot run ssh-keygen: {error.strerror}") from error
