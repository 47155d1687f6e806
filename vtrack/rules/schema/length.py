"""A list, a text or a mapping has too few or too many entries.

A text is not empty; ``between`` has two ends; a milestone has at least two states; a comparison names one other
series. States written as one text with Chinese commas are one state to the program.

清单、文字或一段内容的项数不对。

文字不能为空；``between`` 写两端两个数；节点至少有两个状态；比较只能指向一个数列。几个状态用顿号连写成一段文字的，程序只当一个状态。

Bad 反例::

    # plan.yaml
    targets:
      bypass: {name: 绕城公路, milestone: {states: [未启动、建成], reach: 建成}, lead: [office]}

Good 正例::

    # plan.yaml
    targets:
      bypass: {name: 绕城公路, milestone: {states: [未启动, 建成], reach: 建成}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.rules.rule import FileCase, Remark
from vtrack.rules.schema._instead import write_instead
from vtrack.validation.shape import ShapeError

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a value."""
    for error in case.errors_of("length"):
        yield Remark(
            case.place(error), _message(error), write_instead(error) or say("add an entry, or delete the line")
        )


def _message(error: ShapeError) -> Message:
    limit, number = error.expected
    match limit:
        case "minLength":
            return say("the text is empty")
        case "minItems" | "minProperties" if number == "1":
            return say("nothing stands in here")
        case "minItems" | "minProperties":
            return say("fewer than {number} entries stand in here", number=number)
        case _:
            return say("more entries stand in here than the {number} that may", number=number)
