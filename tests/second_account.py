"""Another account of this machine, with a real sshd before it: where a desk publishes to."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sshd import Server, serving

SFTP = "Subsystem sftp internal-sftp\n"
ONLY_SFTP = 'restrict,command="internal-sftp"'  # before the key, as docs/deploy.md has it


@contextmanager
def account(home: Path) -> Iterator[str]:
    """A second account of this machine where we may make one; else our own."""
    if os.geteuid():
        yield pwd.getpwuid(os.geteuid()).pw_name
        return
    name = f"talks{os.getpid()}"
    subprocess.run(["useradd", "-d", str(home), "-s", "/bin/sh", "-p", "*", name], check=True)
    try:
        shutil.chown(home, name)
        yield name
    finally:
        subprocess.run(["userdel", name], check=True, stderr=subprocess.DEVNULL)


@contextmanager
def host(config: str) -> Iterator[tuple[str, Path, Path]]:
    """An sshd with an account to publish to; yields its address for ssh, the configuration that reaches it, and the account's home.

    Where it has SFTP, the desk's key may do nothing else. They are in a folder that every account may enter, which those of pytest are not.
    """
    folder = Path(tempfile.mkdtemp(prefix="briefing-test-"))
    folder.chmod(0o755)
    home = folder / "account"
    home.mkdir()
    (folder / "server").mkdir()
    try:
        with account(home) as user, serving(folder / "server", key=ONLY_SFTP if config == SFTP else "", config=config) as server:
            (folder / "server" / "authorized").chmod(0o644)
            yield f"{user}@host", _client(folder, server), home
    finally:
        shutil.rmtree(folder)


def _client(folder: Path, server: Server) -> Path:
    config = folder / "ssh config"
    config.write_text(
        f"Host host\nHostname 127.0.0.1\nPort {server.port}\nIdentityFile {server.key}\nIdentitiesOnly yes\n"
        "StrictHostKeyChecking no\nUserKnownHostsFile /dev/null\nLogLevel ERROR\nKexAlgorithms curve25519-sha256\n"
    )
    return config
