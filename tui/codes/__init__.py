"""Every finding code: what it is called, why the rule exists, and an example that breaks it beside one that keeps it.

The first digit tells the subject, the letter the severity: E is an error (no store is built), W a warning. No code gets a second meaning.
The examples are whole: the tests put each into a briefing and see that the wrong one gives this finding and no other, the right one none.
"""

from __future__ import annotations

from tui.codes import craft, dates, provenance, reading, references, shape
from tui.codes.code import Code

__all__ = ["CODES", "Code"]

CODES: dict[str, Code] = {code.code: code for module in (reading, shape, references, dates, provenance, craft) for code in module.CODES}
