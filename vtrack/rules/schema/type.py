"""A value is of another kind than the one that belongs here.

Some places take a number, others a text, a list in brackets such as ``[agriculture, housing]``, a mapping in braces
such as ``{at_least: 98}``, or true and false. A text that looks like a number, such as a division code, needs quotes.
A key with nothing behind it says nothing: it is filled in or deleted.

值的种类不对。

有的地方要写数，有的要写文字，有的要写方括号里的清单（如 ``[agriculture, housing]``），有的要写花括号里的内容
（如 ``{at_least: 98}``），有的只写 true 或 false。像数字的文字（如行政区划代码）要加引号。冒号后面什么都没写的，要么补上，要么把这一行删去。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: office}

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.rules.rule import FileCase, Remark
from vtrack.rules.schema._instead import write_instead
from vtrack.text.visible import visible
from vtrack.validation.shape import ShapeError

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a value."""
    for error in case.errors_of("type"):
        yield Remark(case.place(error), _message(error), _hint(error))


def _message(error: ShapeError) -> Message:
    if not error.path:
        return say("the file is empty") if not error.found else say("the file does not hold keys and their values")
    wanted = _wanted(error.expected)
    if not error.found:
        return say("nothing stands behind the colon, where {wanted} belongs", wanted=wanted)
    return say("{found} stands where {wanted} belongs", found=_found(error.found), wanted=wanted)


def _hint(error: ShapeError) -> Message | None:
    if not error.path:
        return say("begin the file with format: 1, and give each key a line of its own")
    if error.instead is None and not error.found:
        if error.example:
            return say("write it like {example}, or delete the line", example=visible(error.example, 80))
        return say("write the value, or delete the line")
    return write_instead(error)


def _found(found: str) -> Message:
    if found in ("{…}", "{}"):
        return say("a mapping")
    if found in ("[…]", "[]"):
        return say("a list")
    return say('"{found}"', found=visible(found))


def _wanted(kinds: tuple[str, ...]) -> Message:
    words = [_kind(kind) for kind in kinds]
    wanted = words[0]
    for word in words[1:]:
        wanted = say("{first} or {then}", first=wanted, then=word)
    return wanted


def _kind(kind: str) -> Message:
    match kind:
        case "mapping":
            return say("a mapping in braces or on lines of its own")
        case "list":
            return say("a list")
        case "text":
            return say("a text")
        case "whole number":
            return say("a whole number")
        case "number":
            return say("a number")
        case _:
            return say("true or false")
