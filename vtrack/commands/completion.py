"""``vtrack completion SHELL``: print the script by which a shell completes what is typed."""

from __future__ import annotations

from gettext import gettext

import click
from click.shell_completion import BashComplete, FishComplete, ZshComplete

from vtrack.commands.options import language_option
from vtrack.edge import COMPLETION, PROGRAM, show

SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command(
    "completion",
    help=gettext("Print the script that lets a shell complete commands, localities, targets and rules."),
)
@click.argument("shell", type=click.Choice(tuple(SHELLS)))
@language_option
@click.pass_context
def command(ctx: click.Context, shell: str, lang: str | None) -> int:
    """Print the script of one shell; the exit code is 0."""
    script = SHELLS[shell](ctx.find_root().command, {}, PROGRAM, COMPLETION)
    show(script.source())
    return 0
