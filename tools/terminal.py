"""A program at a pseudo-terminal: what is typed, and what is shown up to some words. Nothing sleeps. Unix alone."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

WAIT = 60
"""Seconds after which a program that says nothing is taken for dead."""
_ESCAPE = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07|[=>])")
_ASKED = re.compile("(?::|：|[?]|？) \\Z".encode())
"""The end of a question: a colon or a question mark, of either width, and a space."""


class Screen:
    """The keyboard and the screen of one program."""

    def __init__(self, descriptor: int, process: subprocess.Popen[bytes]) -> None:
        self._descriptor, self._process = descriptor, process
        self._unread = b""

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._descriptor, text.encode())

    def until(self, words: str) -> str:
        """What is shown up to some words, without colour; what comes after them is kept for the next call."""
        wanted = words.encode()
        while wanted not in self._unread:
            self._read(f"no {words!r}")
        shown, _, self._unread = self._unread.partition(wanted)
        return plain(_decoded(shown + wanted))

    def until_asked(self) -> str:
        """What is shown up to a question, with its colours."""
        while not _ASKED.search(self._unread):
            self._read("no question")
        shown, self._unread = self._unread, b""
        return _decoded(shown)

    def rest(self) -> tuple[int, str]:
        """The exit code, and all that is shown until the program ends, with its colours."""
        while piece := self._piece():
            self._unread += piece
        return self._process.wait(timeout=WAIT), _decoded(self._unread)

    def _read(self, lacking: str) -> None:
        piece = self._piece()
        if not piece:
            raise EOFError(f"{lacking} in {_decoded(self._unread)}")
        self._unread += piece

    def _piece(self) -> bytes:
        if not select.select([self._descriptor], [], [], WAIT)[0]:
            raise TimeoutError(f"the program says nothing after {_decoded(self._unread)}")
        try:
            return os.read(self._descriptor, 65536)
        except OSError:  # Linux's way to say that the other end is closed
            return b""


def plain(shown: str) -> str:
    """What a terminal shows, without colours."""
    return _ESCAPE.sub("", shown)


def _decoded(shown: bytes) -> str:
    return shown.decode(errors="replace").replace("\r\n", "\n")


@contextmanager
def screen(command: Sequence[str], cwd: Path, environment: Mapping[str, str], columns: int = 100) -> Iterator[Screen]:
    """Start a program at a terminal of its own; it is ended with the block."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env=environment,
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  so that Ctrl-C reaches it
    )
    os.close(its)
    try:
        yield Screen(ours, process)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
