"""`frozen` makes what the standard decorator makes, and defines it cheaply."""

import copy
import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace

import pytest
from pydantic import TypeAdapter

from tui.frozen import frozen


@frozen(kw_only=True)
class Ours:
    """One of each sort of field, made by us."""

    name: str
    size: int = 1
    parts: list[str] = field(default_factory=list)
    where: str | None = field(default=None, init=False, compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Theirs:
    """The same fields, made by the standard decorator."""

    name: str
    size: int = 1
    parts: list[str] = field(default_factory=list)
    where: str | None = field(default=None, init=False, compare=False, repr=False)


@frozen
class Pair:
    """Two values in order."""

    left: int
    right: int = 0


@frozen
class Triple(Pair):
    """What a pair has, and one more."""

    third: int = 3


def test_it_is_a_dataclass_like_any_other() -> None:
    ours, theirs = Ours(name="a", size=2), Theirs(name="a", size=2)
    assert is_dataclass(ours)
    assert [one.name for one in fields(ours)] == [one.name for one in fields(theirs)]
    assert asdict(ours) == asdict(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert replace(ours, size=3) == Ours(name="a", size=3)
    assert TypeAdapter(Ours).validate_python({"name": "a", "size": 2}) == ours
    assert pickle.loads(pickle.dumps(ours)) == ours == copy.copy(ours)


def test_equality_is_of_class_and_fields_and_leaves_out_what_is_not_compared() -> None:
    placed = Ours(name="a")
    object.__setattr__(placed, "where", "here")
    assert placed == Ours(name="a")
    assert Ours(name="a") != Ours(name="b")
    assert Pair(1, 3) != Triple(1, 3)
    assert len({Pair(1, 2), Pair(1, 2), Pair(2, 1)}) == 2


def test_a_default_list_is_not_shared() -> None:
    first = Ours(name="a")
    first.parts.append("x")
    assert Ours(name="a").parts == []


def test_nothing_can_be_set_or_deleted() -> None:
    pair = Pair(1)
    with pytest.raises(FrozenInstanceError, match="left"):
        pair.left = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="left"):
        del pair.left


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda: Pair(), "lacks left"),  # type: ignore[call-arg]
        (lambda: Pair(1, 2, 3), "too many"),  # type: ignore[call-arg]
        (lambda: Pair(1, left=1), "given twice"),  # type: ignore[misc]
        (lambda: Pair(1, up=1), "has no up"),  # type: ignore[call-arg]
        (lambda: Ours("a"), "too many"),  # type: ignore[call-arg]
        (lambda: Ours(name="a", where="here"), "has no where"),  # type: ignore[call-arg]
    ],
)
def test_a_wrong_call_says_what_is_wrong(made: object, says: str) -> None:
    assert callable(made)
    with pytest.raises(TypeError, match=says):
        made()


def test_a_subclass_may_say_otherwise() -> None:
    @frozen
    class Loud:
        """A value with its own words."""

        word: str

        def __repr__(self) -> str:
            return self.word.upper()

    assert repr(Loud("a")) == "A"


def test_no_class_compiles_code_of_its_own() -> None:
    code = (  # from Python 3.13 on one function that makes the others is compiled even where there are none
        "import dataclasses, tui.frozen\nmade = []\n"
        "dataclasses.exec = lambda text, *more: (made.append(text.count('def ') - 1), exec(text, *more))\n"
        "import tui.model, tui.findings, tui.views.blocks\nprint(sum(made))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "0\n", done.stderr
