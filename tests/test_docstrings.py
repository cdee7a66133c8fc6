"""A function says what it does: its docstring begins with the verb. D401 of ruff asks no property, and knows not all that is no verb."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from trees import nodes_of

import tui

ROOT = Path(tui.__file__).parent.parent
# Words that begin a sentence and are no command. There are few such words, and a noun is mostly led in by one of them.
NO_VERB = re.compile(
    r"""(?i:(?:
    a | all | an | and | another | any | as | at | back | both | by | each | either | every | everything | everybody | first | for
    | from | half | he | her | his | how | if | in | into | it | its | last | less | more | most | my | neither | next | no |
    nobody | none | nothing | of | on | one | other | our | out | over | own | per | previous | she | some | somebody | such |
    that | the | their | these | they | this | those | three | threads | to | two | under | up | we | what | when | where |
    whether | which | who | whose | why | with | within | without
    )\b) | [^A-Z]""",
    re.VERBOSE,
)


def said_first(path: Path) -> dict[str, str]:
    """Return the first word of every function's docstring in a file, by where the function stands."""
    functions = [one for one in nodes_of(path) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
    told = {f"{path.relative_to(ROOT)}:{one.lineno} {one.name}": ast.get_docstring(one) for one in functions}
    return {name: text.split()[0] for name, text in told.items() if text}


def test_a_function_says_what_it_does_verb_first() -> None:
    words = {name: word for path in sorted((ROOT / "tui").rglob("*.py")) for name, word in said_first(path).items()}
    assert {name: word for name, word in words.items() if NO_VERB.match(word)} == {}
