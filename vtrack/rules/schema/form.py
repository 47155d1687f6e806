"""A target does not have exactly one form.

The form says what is asked: a value reached by a date (``reach``), kept in every period (``keep``), added up
(``accumulate``), grown (``grow``), compared with another series (``compare``), a state reached (``milestone``), or work
without a figure (``task``). Without a form nothing is asked; with two, two targets hide in one.

目标没有写形式，或者写了不止一种。

形式说明要求的是什么：到期达到（``reach``）、每期保持（``keep``）、累计完成（``accumulate``）、增长（``grow``）、
与另一数列比较（``compare``）、节点（``milestone``）、没有数字的任务（``task``）。一种不写，等于没有要求；
写了两种，就是两项目标混在一起，应分开写。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", at_least: 98, lead: [office]}

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, listed, say
from vtrack.model.bound import BOUND_WORDS
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible
from vtrack.validation.shape import ShapeError

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a target."""
    for error in case.errors_of("form"):
        message, hint = _words(error)
        yield Remark(case.place(error), message, hint)


def _words(error: ShapeError) -> tuple[Message, Message]:
    found, forms = visible(error.found), listed(error.expected)
    if not error.found:
        return say("no form says what is asked of the target"), say("write exactly one of {forms}", forms=forms)
    if error.found in BOUND_WORDS:
        return (
            say("{bound} stands outside of any form", bound=found),
            say("put it into the form that fits, such as {example}", example=visible(error.example)),
        )
    if ", " in error.found:
        return (
            say("the target has several forms: {found}", found=found),
            say("keep one form, and make a target of its own of each other"),
        )
    hint = say("write {instead}", instead=error.instead) if error.instead else say("write one of {forms}", forms=forms)
    return say('"{found}" is none of the forms', found=found), hint
