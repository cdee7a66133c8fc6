"""How a command ends: the one place where an error becomes a sentence and an exit code. Our own bugs pass through, with their traceback."""

from __future__ import annotations

import click

from tui.cli import INTERRUPTED, output
from tui.cli.commands import group
from tui.findings import BriefingError, Exit, HasFindings


def run(arguments: list[str]) -> int:
    """Run the command line; gives the exit code."""
    try:
        with output.failing():  # click writes its help by itself
            code = group().main(arguments, prog_name="briefing", standalone_mode=False)
    except HasFindings as error:
        for finding in error.findings:
            output.remark(str(finding))
        output.remark(f"briefing: {error}; `briefing explain CODE` says why a rule exists")
        return error.code
    except BriefingError as error:
        output.remark(f"briefing: {error}")
        return error.code
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        output.remark(f"briefing: {error.format_message()}")
        return Exit.USAGE
    except output.ReaderGone:
        return Exit.WELL
    return code if isinstance(code, int) else Exit.WELL
