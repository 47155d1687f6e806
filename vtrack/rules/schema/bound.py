"""A form does not have exactly one bound.

The bound is the number that is asked for, and the word says on which side of it the value must lie: ``at_least`` (以上),
``above`` (超), ``at_most`` (以内), ``below`` (不满), ``equal``, ``between`` (both ends), ``about`` (左右, with
``within``). A range is written with ``between``, not with two words.

没有写界限，或者写了不止一个。

界限就是要求的那个数，界限词说明数值应落在哪一边：``at_least``（以上）、``above``（超）、``at_most``（以内）、``below``（不满）、
``equal``（等于）、``between``（区间，含两端）、``about``（左右，另写 ``within``）。区间用 ``between``，不要写两个界限词。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 95, at_most: 98}, lead: [office]}

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {between: [95, 98]}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, listed, say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible
from vtrack.validation.shape import ShapeError

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a form, a statement or an old bound."""
    for error in case.errors_of("bound"):
        message, hint = _words(error)
        yield Remark(case.place(error), message, hint)


def _words(error: ShapeError) -> tuple[Message, Message]:
    found, words = visible(error.found), listed(error.expected)
    if not error.found:
        return say("no bound says which number is asked for"), say("write exactly one of {words}", words=words)
    if ", " in error.found:
        return (
            say("several bounds stand here: {found}", found=found),
            say("keep one; a range is written between: [10, 12]"),
        )
    hint = say("write {instead}", instead=error.instead) if error.instead else say("write one of {words}", words=words)
    return say('"{found}" is no bound', found=found), hint
