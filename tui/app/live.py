"""Live sources: the program notices that they, or the store, have changed, and brings what they say now to the screen.

A look is a stat of each file, twice a second, while nobody waits: no byte is sent for it. What has changed, and is the same at the next
look, is built in a thread of its own, so that keys are answered meanwhile. A broken edit leaves the screen as it is, and the number of
errors stands above it until it is mended.
"""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from contextlib import suppress
from contextvars import copy_context
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from tui.errors import BriefingError, MachineError
from tui.findings import HasFindings
from tui.origin import Sources, identity
from tui.terminal.signals import unheard

if TYPE_CHECKING:
    from tui.app.briefing_app import BriefingApp
    from tui.store.read import Store

EVERY = 0.5  # seconds between two looks
Result = Path | BriefingError


class Live:
    """Looks at the sources, where there are any, and at the store that is read; `path` is where that is."""

    def __init__(self, app: BriefingApp, path: Path, sources: Sources | None, broken: HasFindings | None = None) -> None:
        self.path = path
        self.broken: HasFindings | None = None
        self.since = ""
        self._app = app
        self._sources = sources
        self._state = sources.state(app.store.manifest.data) if sources else None
        self._moving = self._state  # as the files were at the last look: what is still being saved is not read
        self._store = identity(path)
        self._building = False
        self._result: Result | None = None  # what was built, and could not be shown yet
        self._said = ""  # what to say of a store that has come from elsewhere
        self._next: TimerHandle | None = None
        if broken is not None:
            self._break(broken)

    @property
    def alarm(self) -> str:
        """Return what is to stand above the screen while the sources are at fault: `1 error since 16:14: ! shows it`."""
        if self.broken is None:
            return ""
        count = sum(finding.severity == "error" for finding in self.broken.findings)
        return f"{count} error{'s' * (count != 1)} since {self.since}: ! shows {'it' if count == 1 else 'them'}"

    def begin(self) -> None:
        """Look for the first time in a while; then again and again. The loop's own timer is used, since an app's would redraw."""
        self._next = get_running_loop().call_later(EVERY, self._look)

    def end(self) -> None:
        """Look no more."""
        if self._next is not None:
            self._next.cancel()

    def built(self, result: Result) -> None:
        """Take what a build has given, now or as soon as the reader types no answer and chooses nothing."""
        self._result = result
        self._show()

    def came(self, path: Path, said: str) -> None:
        """Show a store that has come from elsewhere, and say what it is; of one that is shown already say it now."""
        self._said = said
        if identity(path) == self._store and self._result is None:
            self._tell_what_came()
        else:
            self._store = identity(path)
            self.built(path)

    def _tell_what_came(self) -> None:
        """Say what has come from elsewhere, and the key that lists it."""
        said, self._said = self._said, ""
        self._app.say(f"{said} N lists what is new." if self._app.opening.own else said)

    def seen(self) -> None:
        """Take the files as they are now for known: somebody has just built from them."""
        self._state = self._sources.state(self._app.store.manifest.data) if self._sources else None
        self._store = identity(self.path)

    def _look(self) -> None:
        self.begin()
        if self._building or self._app.leaving:
            return
        if self._result is not None:
            self._show()
            return
        if (own := self._app.opening.own) and self._app.reader:
            own.keep_place(self._app.reader)
        state = self._sources.state(self._app.store.manifest.data) if self._sources else None
        resting, self._moving = state == self._moving, state
        if self._sources and state != self._state:
            if resting:
                self._state = state
                self._build(self._sources)
        elif (store := identity(self.path)) != self._store and store is not None:
            self._store = store
            self.built(self.path)

    def _build(self, sources: Sources) -> None:
        self._building = True
        loop, context = get_running_loop(), copy_context()

        def work() -> None:
            result: Result
            try:
                result = sources.rebuild()
            except BriefingError as error:
                result = error
            except OSError as error:
                result = MachineError(f"the sources cannot be read: {error.strerror}")
            with suppress(RuntimeError):  # the app has ended meanwhile
                loop.call_soon_threadsafe(self._done, result, context=context)

        with unheard():
            Thread(target=work, name="build", daemon=True).start()

    def _done(self, result: Result) -> None:
        self._building = False
        self.built(result)

    def _show(self) -> None:
        screen, result = self._app.reader_screen(), self._result
        if result is None or screen is None or screen.prompt is not None or screen.place.pane.passing:
            return  # the next look tries again
        self._result = None
        if isinstance(result, HasFindings):
            self._break(result)
            self._app.say(f"{self.alarm}. The briefing is shown as it was before.")
        elif isinstance(result, BriefingError):
            self._app.say(f"The sources have changed, and the store could not be made: {result}.")
        else:
            self._take(result)

    def _break(self, error: HasFindings) -> None:
        if self.broken is None:
            self.since = f"{datetime.now():%H:%M}"  # noqa: DTZ005 (the reader's own time)
        self.broken = error

    def _take(self, path: Path) -> None:
        """Show the new store at the same place, and say what changed."""
        mended = "The sources are well again. " if self.broken is not None else ""
        self.broken = None
        from tui.store.examining import examine  # 1.4 ms: only once there is another store

        before = _digests(self._app.store)
        try:
            examine(path)  # whoever put it there
            self._app.anew(path)
        except BriefingError as error:
            why = "" if self._app.terminal.kiosk else f": {error}"  # whose guests shall learn no path
            self._app.say(f"The store was replaced by one that cannot be read{why}.")
            return
        self.path, self._store = path, identity(path)
        after = _digests(self._app.store)
        changed = [address for address in before.keys() | after.keys() if before.get(address) != after.get(address)]
        own = self._app.opening.own
        if own is not None:
            own.turn(self._app.store, path)
        if self._said:
            self._tell_what_came()
        elif changed:
            what = f"{len(changed)} record{'s' * (len(changed) != 1)} changed{': N' if own else ''}."
            self._app.say(f"{mended}{what}")
        elif mended:
            self._app.say(f"{mended}Nothing has changed by it.")
        if (screen := self._app.reader_screen()) is not None:
            screen.show()


def _digests(store: Store) -> dict[str, str]:
    """Return the digests of a store, by address; none where it is damaged there."""
    try:
        return store.digests()
    except MachineError:
        return {}
