"""The edge of the program: streams, exit codes, and the one place where errors of any kind end.

Exit codes: 0 no finding that counts, 1 findings, 2 the call is wrong (or something unexpected happened), 130 Ctrl-C.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vtrack.errors import CALL_IS_WRONG, INTERRUPTED, CallError
from vtrack.language import translator
from vtrack.messages import say
from vtrack.text.visible import visible

if TYPE_CHECKING:
    import click

PROGRAM = "vtrack"
_LOT = 100_000
"""Characters of a report that are written at once."""
COMPLETION = "_VTRACK_COMPLETE"
"""The variable by which a shell asks how a line may go on, as the script of ``vtrack completion`` does."""


def prepare_streams() -> None:
    """Let a console that lacks a character show a question mark for it rather than end the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def show(report: str | Iterable[str]) -> None:
    """Print a report: with the line ends it has, and without a byte order mark that the stream cannot hold.

    A reader of a pipe who has seen enough is no mistake, and changes no exit code.

    Raises:
        CallError: there is no room for it where it goes, such as on a disk that is full.
    """
    import click

    stream = sys.stdout
    is_unicode = (stream.encoding or "").lower().replace("-", "").startswith("utf")
    try:
        for text in [report] if isinstance(report, str) else _in_lots(report):
            if "\r\n" in text and isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(newline="")
            click.echo(text if is_unicode else text.removeprefix("\ufeff"), nl=False, color=True)
    except BrokenPipeError:
        _let_go()
    except OSError as error:
        _let_go()
        raise CallError(say("the output cannot be written: {reason}", reason=error.strerror or "")) from None


def _in_lots(pieces: Iterable[str]) -> Iterator[str]:
    """Pieces of a report joined to larger ones, each of which is written at once."""
    lot: list[str] = []
    size = 0
    for piece in pieces:
        lot.append(piece)
        size += len(piece)
        if size > _LOT:
            yield "".join(lot)
            lot, size = [], 0
    yield "".join(lot)


def run(arguments: Sequence[str], language: str) -> int:
    """Run the command line and return the exit code. Nothing is raised."""
    # A check builds much and leaves no cycles: looking for some would take a quarter of its time.
    gc.disable()
    import click

    from vtrack.cli import vtrack

    if COMPLETION in os.environ:
        return _complete(vtrack, os.environ[COMPLETION])
    translate = translator(language)
    try:
        outcome = vtrack.main(list(arguments), prog_name=PROGRAM, standalone_mode=False)
    except click.ClickException as error:
        return _wrong(error.format_message())
    except CallError as error:
        return _wrong(error.message.render(translate))
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click ends the program by itself when a pipe is closed
        _let_go()
        return 0
    except Exception as error:
        from vtrack.unexpected import account, log

        file = log([account(error)])
        sentence = say("something unexpected happened; please send {log} to the maintainers", log=file)
        return _wrong(sentence.render(translate))
    return outcome if isinstance(outcome, int) else 0


def _complete(commands: click.Command, instruction: str) -> int:
    """Answer a shell. It shows whatever is printed in the middle of a line: what goes wrong gives no words at all."""
    from click.shell_completion import shell_complete

    try:
        return shell_complete(commands, {}, PROGRAM, COMPLETION, instruction)
    except Exception:
        return CALL_IS_WRONG


def _wrong(sentence: str) -> int:
    print(f"vtrack: {visible(sentence, len(sentence))}", file=sys.stderr)
    return CALL_IS_WRONG


def _let_go() -> None:
    """Forget what is still buffered for a closed pipe: it has nowhere to go."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
