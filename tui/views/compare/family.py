"""All texts as a tree: which is based on which, as each says itself; what is based on none stands by itself."""

from __future__ import annotations

from collections.abc import Iterator

from tui.address import written
from tui.dates import NEVER
from tui.frozen import frozen
from tui.model import Plan
from tui.store.read import Store
from tui.views.plans import living, publication


@frozen
class Branch:
    """A text, how deep it stands, for each level above it whether another branch of that level follows below, and what is told of it."""

    id: str
    short: str
    told: str
    living: bool
    chosen: bool
    follows: tuple[bool, ...]

    @property
    def depth(self) -> int:
        """Return how many texts it is based on, one on the other."""
        return len(self.follows)

    @property
    def address(self) -> str:
        """Return where the program shows the text."""
        return written("plan", self.id)


@frozen
class Family:
    """Every text from the roots on, each followed by what is based on it."""

    branches: tuple[Branch, ...]

    def sentence(self) -> str:
        """Return in words what the tree has."""
        roots = [one for one in self.branches if not one.depth]
        chief = next((one.short for one in self.branches if one.living), "")
        told = f"{len(self.branches)} text{'s' * (len(self.branches) != 1)}, {len(roots)} of them based on no other."
        return told + (f" The living text is {chief}." if chief else "")


def family(store: Store, chosen: str = "") -> Family:
    """Return all texts known as at the store's day, the earliest first; `chosen` is the id of one to mark."""
    plans = {plan.id: plan for plan in store.cards("plan") if isinstance(plan, Plan)}
    chief = living(store)

    def day(plan: Plan) -> str:
        return plan.made_public.lower if plan.made_public else NEVER

    below: dict[str, list[Plan]] = {}
    for plan in sorted(plans.values(), key=day):
        below.setdefault(plan.based_on if plan.based_on in plans else "", []).append(plan)
    seen: set[str] = set()

    def walk(under: str, follows: tuple[bool, ...]) -> Iterator[Branch]:
        own = [plan for plan in below.get(under, ()) if plan.id not in seen]
        for place, plan in enumerate(own):
            seen.add(plan.id)
            held = (*follows, place < len(own) - 1) if under else ()
            alive = chief is not None and plan.id == chief.id
            told = publication(plan.how, plan.made_public, plan.text) + ("; the living text" if alive else "")
            yield Branch(plan.id, plan.short, told, alive, plan.id == chosen, held)
            yield from walk(plan.id, held)

    return Family(tuple(walk("", ())))
