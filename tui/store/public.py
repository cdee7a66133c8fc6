"""What only the publication of a plan tells, kept from a reader as at a day before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from tui.model import Plan, Record

R = TypeVar("R", bound=Record)


def as_public(record: R, as_at: str) -> R:
    """Return a plan that is talked of before it is public, without what only its publication tells: until then no text of it is at hand."""
    if not isinstance(record, Plan) or record.made_public is None or record.made_public.lower <= as_at:
        return record
    return replace(record, text="none", made_public=None, how=None, how_in_words=None, gaps=()).placed(record.where)
