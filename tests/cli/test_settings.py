"""The reader's settings: a commented file, exact findings, and keys that hold for the whole program."""

import os
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest
from commanded import commanded
from forked import PROGRAM
from textual.keys import _character_to_key

from tui.cli.settings import commented, settings_of
from tui.keys import KEYS, Key, bound, find, meant, rebind
from tui.settings import LOOKS, Settings, config_file
from tui.views import TABS


@pytest.fixture
def file(home: Path) -> Iterator[Path]:
    before = {key.name: key.keys for key in KEYS}
    path = home / ".config" / "briefing" / "config.toml"
    path.parent.mkdir(parents=True)
    yield path
    rebind(before)


def test_the_file_is_where_platformdirs_has_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for named in (None, "", "/somewhere/config"):
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
        if named is not None:
            monkeypatch.setenv("XDG_CONFIG_HOME", named)
        assert config_file() == platformdirs.user_config_path("briefing") / "config.toml", named


def test_config_writes_a_file_that_sets_nothing_and_once_uncommented_sets_what_holds_anyway(home: Path) -> None:
    path = config_file()
    assert commanded("config").out == f"{path}\n"
    text = path.read_text()
    assert text == commented() == commanded("config", "--print").out
    assert settings_of() == (Settings(keys=settings_of()[0].keys), [])
    assert settings_of()[0].own_keys == {}
    path.write_text("\n".join(line.removeprefix("# ") if " = " in line else line for line in text.split("\n")))
    found, findings = settings_of()
    assert [str(one) for one in findings] == []
    assert found.own_keys == {key.name: key.keys for key in KEYS}
    assert (found.first, found.place, found.look, found.mouse, found.watch) == ("overview", True, "auto", False, True)
    assert all(f'"{name}"' in text for name in LOOKS)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mouse = yes\n", "config.toml:1:9: error E101"),
        ('look = "auto"\nmuose = true\n', "config.toml:2:1: error E202 unknown key `muose`"),
        ("mouse = 1\n", "config.toml:1:9: error E204 `mouse` must be true or false"),
        ('look = "sixten"\n', 'mend: write "sixteen"'),
        ('[keys]\ndwon = ["j"]\n', "config.toml:2:1: error E202 unknown key `dwon`"),
        ('[keys]\ndown = ["ctrl+pp"]\n', "config.toml:2:9: error E205 'ctrl+pp' is no key"),
        ('[keys]\ndown = ["q"]\n', "config.toml:2:9: error E205 'q' does back already"),
    ],
)
def test_every_fault_is_told_with_its_line_and_how_to_mend_it_and_none_of_the_settings_holds(file: Path, text: str, told: str) -> None:
    file.write_text(text)
    said = commanded("config")
    assert said.code == 1
    assert told in said.out
    assert settings_of()[0] == Settings()


def test_keys_that_are_set_hold_and_two_may_change_places(file: Path) -> None:
    file.write_text('[keys]\nnews = ["q"]\nback = ["N", "ctrl+n"]\n')
    found, findings = settings_of()
    assert findings == []
    rebind(found.own_keys)
    assert find("news").keys == ("q",)
    for name, way in (("news", "q"), ("back", "N"), ("news", "й")):
        key = meant(way, next(iter(TABS)))
        assert key is not None
        assert key.name == name


def test_a_file_without_a_fault_loads_nothing_slow(file: Path) -> None:
    file.write_text('look = "none"\n[keys]\nnews = ["ctrl+n"]\n')
    code = "import sys; from tui.cli.settings import settings_of; print(settings_of()[0].look, [n for n in sys.modules if 'pydantic' in n])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "none []"


def test_every_example_of_the_documentation_is_a_file_without_a_fault(file: Path) -> None:
    text = (Path(__file__).parent.parent.parent / "docs" / "settings.md").read_text()
    examples = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    assert len(examples) == 4
    for example in examples:
        file.write_text(example)
        assert [str(one) for one in settings_of()[1]] == []


def test_signs_have_the_names_that_the_app_hears() -> None:
    for sign in "&\"'(-_@;:!*/.?,<>[]+|=#~$%^{}é":
        assert bound(Key("x", (sign,), "", "", twins=False)) == _character_to_key(sign)


@pytest.mark.parametrize("odd", ["pipe", "device", "folder", "huge", "nested"])
def test_what_stands_in_the_place_of_the_file_and_is_none_is_told_and_not_waited_for(file: Path, odd: str) -> None:
    if odd == "pipe":
        os.mkfifo(file)
    elif odd == "device":
        file.symlink_to("/dev/zero")
    elif odd == "folder":
        file.mkdir()
    elif odd == "huge":
        file.touch()
        os.truncate(file, 3 << 30)
    else:
        file.write_text(f"look = {'[' * 5000}")
    settings, [finding] = settings_of()
    assert settings == Settings()
    assert finding.code == ("E107" if odd == "nested" else "E103")
    assert commanded("config").code == 1


def test_a_file_that_could_not_be_written_whole_is_not_left_behind(home: Path) -> None:
    path = config_file()
    path.parent.mkdir(parents=True)

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    done = subprocess.run([*PROGRAM, "config"], preexec_fn=limited, capture_output=True, text=True, check=False)
    assert (done.returncode, "cannot write" in done.stderr) == (3, True)
    assert not path.exists()
