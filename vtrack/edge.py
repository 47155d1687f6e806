"""The edge of the program: streams, exit codes, and the one place where errors of any kind end.

Exit codes: 0 no finding that counts, 1 findings, 2 the call is wrong (or something unexpected happened), 130 Ctrl-C.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from vtrack import __version__
from vtrack.errors import CALL_IS_WRONG, INTERRUPTED, CallError
from vtrack.language import translator
from vtrack.messages import say
from vtrack.text.visible import visible


def prepare_streams() -> None:
    """Let a console that lacks a character show a question mark for it rather than end the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def show(text: str) -> None:
    """Print a report: with the line ends it has, and without a byte order mark that the stream cannot hold.

    A reader of a pipe who has seen enough is no mistake, and changes no exit code.
    """
    import click

    stream = sys.stdout
    if "\r\n" in text and isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(newline="")
    if not (stream.encoding or "").lower().replace("-", "").startswith("utf"):
        text = text.removeprefix("\ufeff")
    try:
        click.echo(text, nl=False, color=True)
    except BrokenPipeError:
        _let_go()


def run(arguments: Sequence[str], language: str) -> int:
    """Run the command line and return the exit code. Nothing is raised."""
    # A check builds much and leaves no cycles: looking for some would take a quarter of its time.
    gc.disable()
    import click

    from vtrack.cli import vtrack

    translate = translator(language)
    try:
        outcome = vtrack.main(list(arguments), prog_name="vtrack", standalone_mode=False)
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
        log = _log(error)
        sentence = say("something unexpected happened; please send {log} to the maintainers", log=log)
        return _wrong(sentence.render(translate))
    return outcome if isinstance(outcome, int) else 0


def _wrong(sentence: str) -> int:
    print(f"vtrack: {visible(sentence, len(sentence))}", file=sys.stderr)
    return CALL_IS_WRONG


def _let_go() -> None:
    """Forget what is still buffered for a closed pipe: it has nowhere to go."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _log(error: BaseException) -> Path:
    """A file that tells where an unexpected error came from: types and lines of code, no data of the user's."""
    import tempfile
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"vtrack {__version__}, Python {sys.version.split()[0]}, {sys.platform}", type(error).__name__]
    lines += [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    with tempfile.NamedTemporaryFile("w", prefix="vtrack-", suffix=".log", delete=False, encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return Path(file.name)
