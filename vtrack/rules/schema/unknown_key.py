"""A key stands where the format does not know it.

Most often it is misspelt, written in Chinese, or stands one level too far in or out. What stands under it is not
taken into account, so the piece that it belongs to is not judged until the key is put right.

此处有不认识的键。

多半是拼错了，写成了中文，或者多缩进、少缩进了一级。写在它下面的内容不会被采用，因此改正之前，它所在的目标或数据不作判断。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, 单位: "%", reach: {at_least: 98}, lead: [office]}

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
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
    """One finding a key."""
    for error in case.errors_of("unknown-key"):
        message = say('"{key}" is no key that may stand here', key=visible(error.found))
        yield Remark(case.place(error), message, _hint(error))


def _hint(error: ShapeError) -> Message:
    if error.instead is not None:
        return say("write {instead}", instead=error.instead)
    inside = error.path[:-1]
    if error.belongs is not None and len(error.belongs) > len(inside):
        return say("move it into the braces of {key}", key=visible(str(error.belongs[-1])))
    if error.belongs is not None:
        left = inside[len(error.belongs)]
        if isinstance(left, str):
            return say("move it out of {key}, to stand beside it", key=visible(left))
    return say("the keys that may stand here: {keys}", keys=listed(error.expected))
