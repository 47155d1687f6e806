"""How a call can end apart from its findings: exit codes, and the error that is one sentence."""

from __future__ import annotations

from vtrack.messages import Message

CALL_IS_WRONG = 2
INTERRUPTED = 130


class CallError(Exception):
    """The call is wrong, or nothing was found to check: one sentence, exit code 2."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message
