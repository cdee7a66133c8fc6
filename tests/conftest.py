"""What tests in every folder share. That this file is here also puts the folder on the path, for `invented` and `session`."""

from __future__ import annotations

import asyncio
import fcntl
import gc
import itertools
import os
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from commanded import one_opened
from harbour import DIGESTS, MANIFEST, RECORDS
from hurrying import Hurrying
from hypothesis import HealthCheck, settings
from invented import Ask, Once, store_of
from touching import touched
from unclosed import watch

from tui.cli.new import write_new
from tui.compile.build import build
from tui.locate import MANIFEST as MANIFEST_NAME
from tui.locate import shipped as shipped_manifest
from tui.store import examining
from tui.store.examining import examine
from tui.store.read import Store
from tui.store.write import write

# What a launcher or a person's shell may have set, and the program or what it is built on would act upon.
FOREIGN = ("BRIEFING_", "_BRIEFING_", "TEXTUAL_", "XDG_", "LC_", "SSH_", "COMP_", "PYTHON")
ALIEN = {
    "LANGUAGE",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLORTERM",
    "COLUMNS",
    "LINES",
    "ESCDELAY",
    "TMUX",
    "STY",
    "EDITOR",
    "VISUAL",
    "PAGER",
    "LESS",
}
ALIEN |= {"BROWSER", "TERM_PROGRAM", "SOURCE_DATE_EPOCH", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}

# How long an example takes says how busy the machine is; and what an earlier run has found is no part of this one.
settings.register_profile("tests", max_examples=60, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("tests"), max_examples=15)
settings.load_profile("tests")


def pytest_configure(config: pytest.Config) -> None:
    """Take nothing from whoever started the tests: a shell in the background, cron or nohup hands down signals to be ignored."""
    config.addinivalue_line("markers", "terminal: has a terminal, or drives the app as if it had one (found, never written)")
    config.addinivalue_line("markers", "process: starts a process (found, never written)")
    config.addinivalue_line("markers", "sweep: goes through all there is, for half a second or more; `make quick` leaves it to `make test`")
    watch()
    gc.disable()  # while all is imported, which stays
    signal.pthread_sigmask(signal.SIG_UNBLOCK, signal.valid_signals())
    for number in (signal.SIGHUP, signal.SIGQUIT, signal.SIGTERM, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    os.umask(0o022)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what has a terminal or starts a process, so that `make quick` can leave it out; where nothing is left out, nobody asks."""
    for item in items if config.option.markexpr else ():
        for marker in touched(item) if isinstance(item, pytest.Function) else ():
            item.add_marker(marker)


def pytest_collection_finish() -> None:
    """Collect garbage less often: what has been loaded stays, and it is looked through each time."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(200_000, 20, 1_000)


def pytest_sessionfinish() -> None:
    """Collect garbage once, whole, before pytest does so ten times to see whether anything was thrown away open."""
    gc.collect()
    gc.freeze()


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Let no test that drives the app in this process wait for a clock."""
    return {"hurrying": Hurrying}


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new home each time, for the tests of one worker."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path]) -> Iterator[Path]:
    """A home of the test's own, where the program keeps what it keeps, and an environment without what the launcher has set."""
    before = dict(os.environ)
    for name in before:
        if name in ALIEN or name.startswith(FOREIGN):
            del os.environ[name]
    home = next(homes)
    home.mkdir()
    os.environ |= {"HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color"}
    yield home
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="session", autouse=True)
def examined_once() -> Iterator[None]:
    """Examine a store that is named again and again in one process only once: a reader's process names one, once."""
    seen: set[tuple[str, int, int, int]] = set()

    def once(path: Path) -> None:
        found = path.stat()
        key = (str(path), found.st_ino, found.st_mtime_ns, found.st_size)
        if key not in seen:
            examine(path)
            seen.add(key)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(examining, "examine", once)
        yield


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Callable[[tuple[str, ...]], Path]:
    """The store of an invented briefing, by its parts: built for the first test that asks, and only read by all of them."""
    built: dict[tuple[str, ...], Path] = {}

    def found(parts: tuple[str, ...]) -> Path:
        if parts not in built:
            folder = tmp_path_factory.mktemp("invented")
            store_of(folder, *parts).close()
            built[parts] = folder / "store.db"
        return built[parts]

    return found


@pytest.fixture
def ask(invented: Callable[[tuple[str, ...]], Path]) -> Iterator[Ask]:
    """Stores of invented briefings."""
    with ExitStack() as stack:
        yield lambda *parts, as_at=None: stack.enter_context(Store.open(invented(parts), as_at))


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """The store of the harbour talks, written from records made in memory."""
    path = tmp_path / "store.db"
    write(path, MANIFEST, RECORDS, DIGESTS)
    return path


@pytest.fixture(scope="session")
def once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Once:
    """What is made by the first worker that asks, and only read by all of them."""
    own = tmp_path_factory.getbasetemp()
    common = own.parent if hasattr(request.config, "workerinput") else own

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder = common / name
        with (common / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                begun = common / f"{name}.begun"
                shutil.rmtree(begun, ignore_errors=True)
                begun.mkdir()
                make(begun)
                begun.rename(folder)
        return folder

    return made


@pytest.fixture(scope="session")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the template: the talks on a ferry and a bridge, with records of every kind; each worker's own, with its sources."""
    folder = tmp_path_factory.mktemp("ferry")
    write_new(folder, None)
    return build(folder / MANIFEST_NAME, folder / ".briefing" / "store.db").path


@pytest.fixture
def ferry_talks(ferry: Path, tmp_path: Path) -> Path:
    """A folder with the template and its store, to be changed: a copy of what was built."""
    return shutil.copytree(ferry.parent.parent, tmp_path / "ferry")


@pytest.fixture(scope="session")
def shipped(once: Once) -> Path:
    """A store of the shipped briefing, outside the checkout."""
    return once("shipped", lambda folder: build(shipped_manifest(), folder / "store.db")) / "store.db"


@pytest.fixture(scope="module")
def kept_open() -> Iterator[None]:
    """For a module that asks much of the same stores by commands: each is opened once, as the app opens it, and not by every command."""
    with one_opened():
        yield
