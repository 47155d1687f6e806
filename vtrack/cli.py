"""The command line: which commands there are, each loaded when it is called."""

from __future__ import annotations

from gettext import gettext
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING

import click

from vtrack import __version__
from vtrack.errors import CALL_IS_WRONG
from vtrack.messages import say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "init": say("Make a new locality: its plan, this year's progress file and the settings."),
    "check": say("Check plans and progress, and show where every target stands."),
    "due": say("Show what must be reported, by whom and until when, and what is late."),
    "record": say("Enter one figure into a locality's progress."),
    "export": say("Write workbooks for filling in, or all figures and verdicts for analysis."),
    "import": say("Take filled-in workbooks back into the progress files."),
    "show": say("Show everything about a locality or one of its targets."),
    "diff": say("Show what changed since an earlier commit: figures, verdicts, targets."),
    "explain": say("Explain a rule, a status or a form."),
    "completion": say("Print the script that lets a shell complete commands, localities, targets and rules."),
}
"""Each command's name and what it does, in the order of a clerk's day. Its module has the same name."""


class _Commands(click.Group):
    """A group that imports a command's module only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of a clerk's day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; ``None`` when there is none."""
        if cmd_name not in COMMANDS:
            return None
        # A word of the language, such as «import», is no name for a module that others import.
        module = import_module(f"vtrack.commands.{cmd_name}{'_' * iskeyword(cmd_name)}")
        command: click.Command = module.command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands that begin so, without loading them, and the options."""
        from click.shell_completion import CompletionItem

        fits = [name for name in COMMANDS if name.startswith(incomplete)]
        named = [CompletionItem(name, help=gettext(COMMANDS[name].text)) for name in fits]
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(name, gettext(what.text)) for name, what in COMMANDS.items()])


def _of_commands(ctx: click.Context, _: click.Parameter, language: str | None) -> None:
    """A language that stands before the command's name is the command's, unless it has one of its own."""
    if language is not None:
        ctx.default_map = {name: {"lang": language} for name in COMMANDS}


@click.command(
    cls=_Commands,
    invoke_without_command=True,
    help=gettext("vtrack tracks the targets of local development plans and checks the figures reported against them."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="vtrack", message="%(prog)s %(version)s")
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    expose_value=False,
    callback=_of_commands,
    help=gettext("The language: zh or en."),
)
@click.pass_context
def vtrack(ctx: click.Context) -> int:
    """The group of all commands. Called without one it shows its help; the exit code says that nothing was checked."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        return CALL_IS_WRONG
    return 0
