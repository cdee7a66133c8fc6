"""Every reference leads somewhere, and to a record of the kind that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.checks.briefing import Briefing
from tui.checks.parts import Reference
from tui.findings import Finding
from tui.model import KINDS
from tui.source.loaded import Known

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SPEAKERS = ("person", "party")


class Target(NamedTuple):
    """What a well-formed reference names: a kind of record (for a speaker one of two), an id, and for points a number."""

    kinds: tuple[str, ...]
    id: str
    number: str | None = None


class Malformed(ValueError):
    """A reference that names nothing because of its form; says how to write it."""


def target_of(reference: Reference) -> Target | None:
    """What a reference names; None for a speaker in free words, Malformed for what cannot be a reference of its kind."""
    text, kind = reference.text, reference.kind
    if kind == "speaker":
        return Target(_SPEAKERS, text) if _ID.fullmatch(text) else None
    if kind == "point":
        plan, slash, number = text.removeprefix("plan/").partition("/")
        if not (slash and plan and number) or text.startswith("plan/"):
            raise Malformed("a point is PLAN/NUMBER, such as draft/2 or draft/2a")
        return Target(("plan",), plan, number)
    if kind == "any":
        first, _, rest = text.partition("/")
        record_id, _, number = rest.partition("/")
        if first not in KINDS or not record_id or (number and first != "plan") or text.endswith("/"):
            raise Malformed("put the kind before the id, such as red_line/north-river; a point is plan/PLAN/NUMBER")
        return Target((first,), record_id, number or None)
    if text.startswith(f"{kind}/"):
        raise Malformed(f'the kind is known here, so write only the id: "{text.partition("/")[2]}"')
    return Target((kind,), text)


def links(briefing: Briefing) -> Iterator[Finding]:
    """Unknown ids, ids of another kind, points that their plan has not, references in the wrong form."""
    for subject, reference in briefing.references:
        try:
            target = target_of(reference)
        except Malformed as form:
            yield briefing.find(subject, "E303", reference.path, f"{reference.text!r} is no reference of this kind", str(form))
            continue
        if target is None or any(briefing.known.has(kind, target.id) for kind in target.kinds):
            if target is not None and target.number is not None and not briefing.known.has_point(target.id, target.number):
                near = briefing.known.nearest_point(target.id, target.number)
                fix = f'write "{_with(reference, target.id, near)}"' if near else f"give plan {target.id!r} that point, or name another"
                yield briefing.find(subject, "E301", reference.path, f"plan {target.id!r} has no point {target.number!r}", fix)
            continue
        code, message, fix = _stray(briefing.known, reference, target)
        if code == "E302" or not briefing.known.blind:
            yield briefing.find(subject, code, reference.path, message, fix)


def _stray(known: Known, reference: Reference, target: Target) -> tuple[str, str, str]:
    """The code, message and mending of a reference to a record that is not there."""
    wanted = " or ".join(target.kinds)
    near = known.nearest(target.kinds, target.id)
    fix = f'write "{_with(reference, near, target.number)}"' if near else f"add this {wanted}, or name one that is there"
    others = known.kinds_of(target.id)
    if others:
        return "E302", f"{target.id!r} is of kind {' and '.join(others)}, and a {wanted} is meant here", fix
    return "E301", f"there is no {wanted} {target.id!r}", fix


def _with(reference: Reference, record_id: str, number: str | None) -> str:
    """The reference, written with another id or number."""
    parts = [record_id] if number is None else [record_id, number]
    if reference.kind == "any":
        parts.insert(0, reference.text.partition("/")[0])
    return "/".join(parts)
