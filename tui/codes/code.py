"""What a finding code says of itself."""

from __future__ import annotations

from tui.findings import Severity
from tui.frozen import frozen


@frozen
class Code:
    """One rule. Examples are TOML; where a file cannot show the fault (its bytes, its name), they are sentences."""

    code: str
    title: str
    why: str
    example_wrong: str
    example_right: str

    @property
    def severity(self) -> Severity:
        """An error prevents the store, a warning does not."""
        return "error" if self.code.startswith("E") else "warning"
