"""Which golden texts there are, in which files; how a file holds them; and how two versions of one are compared."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from golden import shown

FOLDER = Path(__file__).parent / "texts"
REWRITE = "make golden"
_HEAD = ">>>> "
_SECTION = re.compile(r"^>>>> (.*)\n", re.M)

Texts = dict[str, str]  # by the name of each: an address, a command

SEARCHES = ("toll", "bridge", "ferry bond", "headroom", "mayor", "boat", "Echo", "nowhere-at-all")
# Commands that tell of this machine, or whose whole output is a table that stands elsewhere in the source.
NO_TEXT_OF_THE_BRIEFING = {
    "build", "new", "paths", "schema", "man", "completions", "open",
    "export", "since", "config", "publish", "pull", "trust", "versions",
}  # fmt: skip
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("explain",),
    ("explain", "E604"),
    ("keys",),
    ("compare",),
    ("compare", "--diff"),
    ("compare", "--row", "3"),
    ("compare", "--issue", "money"),
    ("compare", "bellmoor-counter", "party:arden", "--issue", "bridge"),
    ("red-lines",),
    ("red-lines", "--plan", "arden-draft"),
    ("red-lines", "--party", "bellmoor"),
    ("red-lines", "--lines"),
    ("guarantees",),
    ("guarantees", "ferry-bond"),
    ("guarantees", "--questions"),
    ("guarantees", "--axis", "automatic"),
    ("brief",),
    ("brief", "--for", "the ferry board", "--most", "2", "--format", "md"),
    ("brief", "issue/bridge", "plan/arden-draft/3"),
    ("search", "toll"),
    ("search", "bridge", "--most", "2"),
    ("later", "--as-at", "2031-03-10"),
    ("later", "--as-at", "2031-03-10", "--until", "2031-03-17"),
    ("diff", "2031-03-10", "2031-03-18"),
    ("diff", "2031-03-10", "2031-03-18", "--md"),
)


def made(folder: Path) -> dict[str, Texts]:
    """Make all texts, by file; `folder` is empty and may be filled."""
    with shown.fixed():
        path = shown.template(folder / "template")
        (folder / "hostile").mkdir()
        out: dict[str, Texts] = {}
        with shown.Store.open(path) as store:
            pages = shown.addresses(store)
            texts = {address: shown.text_of(page) for address, page in pages.items()}
            for address, text in texts.items():
                out.setdefault(f"addresses/{address.split('/')[0]}.txt", {})[address] = text
            out["who-says.txt"] = {address: text for address, page in pages.items() if (text := shown.who_says(page, address))}
            known = {text: address for address, text in reversed(texts.items())}
            for ident in shown.TABS:
                out[f"panes/{ident}.txt"] = dict(_pane(store, ident, known))
            out["panes/later.txt"] = dict(_listed(shown.later_pane(store, shown.days(store)[0]), "later", known))
            out["panes/changes.txt"] = dict(_listed(shown.changes_pane(store, *shown.days(store)[::2][:2]), "changes", known))
            out["panes/search.txt"] = {
                name: text
                for typed in SEARCHES
                for name, text in _listed(shown.found_pane(store, typed), f"search {typed}", known)
                if not name.endswith(" enter")
            }
            for name, what, text in shown.exported(store):
                outlined = what == "all" and len(shown.parts_of(name)) > 1
                out.setdefault(f"exports/{name}.txt", {})[what] = _outline(text) if outlined else _unstyled(text, what)
            every = shown.ids(store)
            earlier = shown.days(store)[:-1]
        out["earlier.txt"] = {name: text for day in earlier for name, text in shown.earlier(path, day).items()}
        with shown.hostile(folder / "hostile") as store:
            out["exports/hostile.txt"] = {
                f"{name} {what}": _unstyled(text, what) for name, what, text in shown.exported(store) if what == "all" or name == "csv"
            }
        with shown.one_opened():
            out |= _commands(path, every)
        return dict(sorted(out.items()))


def _outline(text: str) -> str:
    """Return the titles of an export of all parts, each of which stands in a text of its own."""
    return "".join(f"{line}\n" for line in text.splitlines() if re.match(r'# |  "\w|.*<h[12]|== |Title|Heading 1', line))


def _unstyled(text: str, what: str) -> str:
    """Return an export with the style sheet of HTML in the first part alone."""
    return text if what == "overview" else re.sub(r"(<style>).*(</style>)", r"\1as in overview\2", text, flags=re.S)


def _pane(store: shown.Store, ident: str, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    known = dict(known)
    for state in shown.states(store, ident):
        yield from _listed(state, " ".join((ident, *state.how)), known)


def _listed(state: shown.State, name: str, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield a pane's list, wide too, and whatever its rows answer that has not been told yet; `known` tells where the rest stands."""
    yield name, state.listed(80)
    yield f"{name}, at 120 columns", state.listed(120)
    for row in state.choosable or (None,):
        whose = f"{name}: {row.key if row else 'no row'}"
        told = [("page", state.beside(row, 80)), ("page at 120 columns", state.beside(row, 120)), *state.answers(row)]
        seen = []
        for what, text in told:
            if text in known:
                seen.append(f"{what}: {known[text]}\n")
            elif what != "page at 120 columns" or sorted(text.split()) != sorted(told[0][1].split()):  # more than wrapped otherwise
                known[text] = f"as in {whose} {what}"
                yield f"{whose} {what}", text
        if seen:
            yield whose, "".join(seen)


def _commands(path: Path, every: Mapping[str, tuple[str, ...]]) -> dict[str, Texts]:
    out: dict[str, Texts] = {"commands/text.txt": {}, "commands/data.txt": {}, "commands/help.txt": {}, "commands/records.txt": {}}
    for asked in (*COMMANDS, *(("list", kind) for kind in every)):
        briefing = path.parent.parent if asked[0] == "check" else path
        out["commands/text.txt"][" ".join(asked)] = shown.said(briefing, *asked) or "(nothing)\n"
        if (
            asked not in (("compare",), ("explain",), ("keys",)) and asked[0] != "explain" and "--md" not in asked
        ):  # an export has the first
            out["commands/data.txt"][" ".join(asked)] = shown.said(briefing, *asked, "--json")
    for ident in shown.TABS:
        text = shown.said(path, ident, "--json")
        same = next((name for name, one in out["commands/data.txt"].items() if one == text), None)
        out["commands/data.txt"][ident] = f"as {same}\n" if same else text
        out.setdefault("ascii.txt", {})[ident] = shown.said(path, ident, "--plain", "--ascii")
    for kind, ids in every.items():
        for ident in ids:
            out["commands/records.txt"][f"show {kind} {ident}"] = shown.said(path, "show", kind, ident, "--json")
    for name in ("", *shown.COMMANDS):
        out["commands/help.txt"][f"{name} --help".strip()] = shown.said(path, *([name] if name else []), "--help")
    return out


def written(texts: Texts) -> str:
    """Return a file that holds texts: each below a line with its name, and an empty line behind it."""
    for name, text in texts.items():
        assert not _SECTION.search(text), f"a line of {name} begins with {_HEAD!r}"
    return "".join(f"{_HEAD}{name}\n{text}\n" for name, text in texts.items())


def read(text: str) -> Texts:
    """Return the texts of a file."""
    parts = _SECTION.split(text)[1:]
    return {name: body[:-1] for name, body in zip(parts[::2], parts[1::2], strict=True)}


def held() -> dict[str, Texts]:
    """Return the texts that the files hold, by file."""
    paths = sorted(path for path in FOLDER.rglob("*") if path.is_file())
    return {path.relative_to(FOLDER).as_posix(): read(path.read_bytes().decode()) for path in paths}


def differences(before: Texts, after: Texts) -> str:
    """Return what differs between two versions of a file, text by text, as a unified diff; empty where nothing does."""
    out: list[str] = []
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name, ""), after.get(name, "")
        if old != new:
            out += difflib.unified_diff(_lines(old), _lines(new), f"{name} (golden)", f"{name} (now)", lineterm="")
    return "\n".join(out)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\\r\n").split("\n")


def rewrite(texts: dict[str, Texts]) -> list[str]:
    """Write the files anew, take away those that are none any more, and name what changed."""
    before = held() if FOLDER.exists() else {}
    for name in before.keys() - texts.keys():
        (FOLDER / name).unlink()
    for name, one in texts.items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(one).encode())
    return sorted(name for name in before.keys() | texts.keys() if before.get(name) != texts.get(name))
