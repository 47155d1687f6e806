"""A figure does not report exactly one thing.

A figure reports a value, a count and what it is counted from, the state of a milestone, or that a task is done. Which
of them counts could not be said if there were two; and with none there is no figure.

一条数据没有写报的是什么，或者写了不止一样。

一条数据只报一样：数值（``value``）、分子和分母（``count`` 与 ``of``）、节点的状态（``state``），或任务是否办结（``done``）。
写了两样，说不清以哪样为准；一样没写，就没有数据。

Bad 反例::

    # progress/2024.yaml
    figures:
      coverage: {value: 97.6, count: 83, of: 85}

Good 正例::

    # progress/2024.yaml
    figures:
      coverage: {count: 83, of: 85}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible
from vtrack.validation.shape import ShapeError

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a report."""
    for error in case.errors_of("report"):
        message, hint = _words(error)
        yield Remark(case.place(error), message, hint)


def _words(error: ShapeError) -> tuple[Message, Message]:
    one_of = say("write exactly one of value, count with of, state, and done")
    found = visible(error.found)
    if not error.found:
        return say("this figure reports nothing"), one_of
    if ", " in error.found:
        return say("this figure reports several things: {found}", found=found), say("keep the one that was reported")
    hint = say("write {instead}", instead=error.instead) if error.instead else one_of
    return say('"{found}" is nothing that a figure can report', found=found), hint
