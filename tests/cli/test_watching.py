"""`check --watch`: what is wrong, told again whenever a file changes, until somebody ends it."""

import signal
import subprocess
from pathlib import Path

from session import BRIEFING, environment

from tui.cli.new import write_new


def test_it_tells_of_a_fault_and_of_its_mending_and_ends_when_it_is_interrupted(tmp_path: Path) -> None:
    write_new(tmp_path / "talks", None)
    path = tmp_path / "talks" / "data" / "parties.toml"
    whole = path.read_text()
    words = [*BRIEFING, "--briefing", str(tmp_path / "talks"), "check", "--watch"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()) as child:
        assert child.stdout
        assert child.stdout.readline().endswith(" all is well\n")
        path.write_text(whole + "\nnonsense = 1\n")
        told = ""
        while not told.startswith("-- "):
            told = child.stdout.readline()
            assert told
        assert told.endswith(" 1 finding\n")
        path.write_text(whole)
        assert child.stdout.readline().endswith(" all is well\n")
        child.send_signal(signal.SIGINT)
        assert child.wait(10) == 130
