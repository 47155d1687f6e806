"""Questions at a terminal: a line each, with what is taken where nothing is typed, and ``?`` for what is wanted.

Nothing but whole lines is read, so that any terminal will do.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import click
from msgspec import Struct

from vtrack.commands.entry.days import day_meant
from vtrack.errors import CallError
from vtrack.messages import Message, say
from vtrack.reports.words import View

_END = ("q", "ｑ", "quit", "退出")
_HELP = ("?", "？")


class Ended(Exception):
    """Whoever is asked wants no more questions, or the input has ended."""


class Prompts(Struct, frozen=True):
    """The questions, in the reader's language. ``today``: the real day."""

    view: View
    today: date

    def tell(self, message: Message, *, indent: int = 2) -> None:
        """Say one sentence."""
        click.echo(" " * indent + self.view.word(message))

    def line(self, prompt: Message, explain: Message | Callable[[], None]) -> str:
        """What is typed, without the space around it; ``explain`` says what is wanted, where ``?`` is typed.

        Raises:
            Ended: «q» was typed, or the input has ended.
        """
        while True:
            click.echo(f"  {self.view.word(prompt)} ", nl=False)
            try:
                text = input().strip()
            except EOFError:
                click.echo()
                raise Ended from None
            except UnicodeDecodeError:
                self.tell(say("that could not be read; please type it again"), indent=4)
                continue
            if text.casefold() in _END:
                raise Ended
            if text not in _HELP:
                return text
            if isinstance(explain, Message):
                self.tell(explain, indent=4)
            else:
                explain()

    def day(self, default: date | None) -> date:
        """The day that a figure is of; ``default`` where nothing is typed."""
        prompt = say("as of:") if default is None else say("as of [{day}]:", day=default)
        explain = say("the day up to which it was counted, like 2025-12-31; of a whole year its last day")
        while True:
            text = self.line(prompt, explain)
            if not text and default is not None:
                return default
            try:
                return day_meant(text, self.today)
            except CallError as error:
                self.tell(error.message, indent=4)

    def evidence(self, *, needed: bool) -> str | None:
        """What proves a figure; ``needed``: without it a task does not count as done."""
        prompt = say("evidence (without it the work does not count as done):") if needed else say("evidence [none]:")
        return self.line(prompt, say("what proves it, such as the number of a document or of a protocol")) or None

    def source(self) -> str | None:
        """One of the format's words for where a figure comes from; ``None`` for the default, ``self``."""
        from vtrack.recording.values import source_understood

        explain = say(
            "one of: self (reported by the locality), statistics, third_party, cross_check, survey; Enter takes self"
        )
        while True:
            text = self.line(say("source [self]:"), explain)
            word = source_understood(text) if text else "self"
            if word is not None:
                return None if word == "self" else word
            self.tell(explain, indent=4)

    def citation(self) -> str | None:
        """Where a value to compare with is published; ``None`` where nothing is typed."""
        explain = say("the bulletin or letter that the value is from, so that anybody can look it up")
        return self.line(say("published in [not stated]:"), explain) or None

    def reason(self) -> str | None:
        """Why a figure that was reported before is changed; ``None`` where nothing is typed, to leave it as it is."""
        explain = say("it is written down with the old figure under revisions:, for whoever looks at it later")
        return self.line(say("reason for the change [leave it as it is]:"), explain) or None
