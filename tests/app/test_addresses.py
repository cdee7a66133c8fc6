"""An address of the web is shown and copied; nothing on the server opens it."""

import base64
import re
from pathlib import Path

from session import BRIEFING, ROOT, Session, environment
from watching import Watch

ADDRESS = "https://lb.ua/world/2025/12/08/710812_zelenskiy_rosiya_napolyagaie.html"


def test_the_address_of_a_source_is_shown_and_copied_and_never_opened(shipped: Path, tmp_path: Path) -> None:
    watch = Watch(tmp_path / "watch")
    env = environment(PYTHONPATH=f"{watch.folder}:{ROOT}", BROWSER="touch opened", DISPLAY=":0")
    command = [*BRIEFING, "--briefing", str(shipped), "open", "--mouse", "sources/lb-ua-1208"]
    with Session(command, columns=200, lines=50, env=env, cwd=tmp_path) as session:
        session.until(ADDRESS)
        watch.forget()
        line, column = next((y, words.index(ADDRESS)) for y, words in enumerate(session.text().split("\n")) if ADDRESS in words)
        click = "".join(f"\x1b[<{button};{column + 5};{line + 1}{end}" for button in (0, 16) for end in "Mm")  # 16: with Ctrl
        session.press(click * 2, "\t", "\r", "q", "i", "\r", "q")
        session.press("7")
        session.press("y")
        copied = base64.b64decode(re.findall(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)", session.raw)[-1]).decode()
        assert b"\x1b]8;" not in session.raw, "nor is the terminal asked to"
        session.press("Q")
        assert session.wait() == 0
    assert ADDRESS in copied
    assert watch.programs() == []
    assert not (tmp_path / "opened").exists()
