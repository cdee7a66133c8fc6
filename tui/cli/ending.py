"""How a command ends: the one place where an error becomes a sentence and an exit code. Our own bugs pass through, with their traceback."""

from __future__ import annotations

import os
import sys

import click

from tui.cli import output
from tui.cli.commands import group
from tui.findings import BriefingError, Exit, HasFindings

INTERRUPTED = 130


def run(arguments: list[str]) -> int:
    """Run the command line; gives the exit code."""
    try:
        code = group().main(arguments, prog_name="briefing", standalone_mode=False)
        sys.stdout.flush()
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
    except click.Abort:
        return INTERRUPTED
    except KeyboardInterrupt:
        return INTERRUPTED
    except click.ClickException as error:
        output.remark(f"briefing: {error.format_message()}")
        return Exit.USAGE
    except BrokenPipeError:
        # Whoever read us has gone, as `head` does; Python must not complain about it again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.WELL
    return code if isinstance(code, int) else Exit.WELL
