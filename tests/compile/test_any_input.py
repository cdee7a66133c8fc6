"""Whatever stands in the files, findings come back and never a traceback; and no finding carries what may not reach a terminal."""

import random
import tempfile
from pathlib import Path

from border_talks import FRAME, MANIFEST, findings, write
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.checks.codes import codes
from tui.hostile import bad_characters

VALUES = (
    '""', '" "', "1", "-1.5", "inf", "nan", "true", "2030-01-01", "2030-01-01T00:00:00Z", "07:32:00", "[]", "{}", "[[]]", "{ a = 1 }",
    '["a", 1, {}]', '[{ id = "x" }]', '"x"', '"\\u202e"', '"\\u001b[31m"', "0xFFFFFFFFFFFFFFFFFFFFFFFF", "1e400", '"2030-13"', '"a/b/c/d"',
    '"plan/draft/1"', '"/"', '"draft/"', '"north"', '["north", "north"]', '[["herald"]]', '"\\U0010FFFF"', "[{}]", "[[{}]]",
    '[{ number = "1" }]', '[{ letter = "a" }]', "{ int = 1, float = 2 }", "'''\n[[plan]]\n'''",
)  # fmt: skip
HEADERS = ("plan", "plan.point", "plan.point.clause", "plan.gaps", "party", "red_line.movement", "guarantee", "judgement", "nonsense")
KEYS = (
    "id",
    "name",
    "text",
    "sources",
    "mode",
    "said_by",
    "said_on",
    "issues",
    "number",
    "clause",
    "numbers",
    "point",
    "derives",
    "members",
)
PIECES = [*(code.example_wrong for code in codes().values() if "[[" in code.example_wrong), FRAME]


def mutated(text: str, seed: int) -> str:
    """A text with a few accidents in it: values of other types, headers, lines lost or doubled, odd characters."""
    chance = random.Random(seed)
    lines = text.split("\n")
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(lines))
        key = lines[at].partition("=")[0] or chance.choice(KEYS)
        accident = chance.choice(("value", "value", "header", "double", "lose", "character"))
        if accident == "value":
            lines[at] = f"{key}= {chance.choice(VALUES)}"
        elif accident == "header":
            lines.insert(at, chance.choice(("[[{}]]", "[{}]")).format(chance.choice(HEADERS)))
        elif accident == "double":
            lines.insert(at, lines[chance.randrange(len(lines))])
        elif accident == "lose" and len(lines) > 1:
            del lines[at]
        else:
            place = chance.randint(0, len(lines[at]))
            odd = chance.choice("\x00\t\r\x1b\"'[]{}=#\u202e\ufeff\u2028é\U0001f600\udc80")
            lines[at] = lines[at][:place] + odd + lines[at][place + chance.randint(0, 2) :]
    return "\n".join(lines)


def harmless(folder: Path) -> None:
    """All findings of a briefing have codes that are explained, and may be shown."""
    for finding in findings(folder):
        assert finding.code in codes()
        assert finding.where.line >= 1
        assert finding.where.column >= 1
        assert bad_characters(str(finding)) == []


@settings(deadline=None)  # the first load imports what all others use
@given(st.binary(max_size=200), st.binary(max_size=80))
def test_any_bytes_give_findings(data: bytes, manifest: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = write(Path(folder), data)
        harmless(place)
        (place / "briefing.toml").write_bytes(manifest)
        harmless(place)


@settings(deadline=None)  # the first load imports what all others use
@given(st.text(max_size=200))
def test_any_text_gives_findings(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        harmless(write(Path(folder), text))


@settings(deadline=None)  # the first load imports what all others use
@given(st.sampled_from(PIECES), st.integers(0, 2**32))
def test_any_accident_to_a_data_file_gives_findings(text: str, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        if text == FRAME:
            harmless(write(Path(folder), frame=mutated(text, seed)))
        else:
            harmless(write(Path(folder), mutated(text, seed)))


@settings(deadline=None)  # the first load imports what all others use
@given(st.integers(0, 2**32))
def test_any_accident_to_a_manifest_gives_findings(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = write(Path(folder))
        (place / "briefing.toml").write_bytes(mutated(MANIFEST + 'compare = ["draft"]\n', seed).encode("utf-8", "surrogatepass"))
        harmless(place)
