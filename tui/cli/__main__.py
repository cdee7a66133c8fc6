"""`python -m tui.cli` is `briefing`."""

from tui.cli import main

main()
