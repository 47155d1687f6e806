"""What stands here is no number.

Figures are bare numbers: no per cent sign, no unit, no 约 or 以上, no comma between thousands, no quotes. The unit
stands once, in the plan, and 约, 以上 and 以内 are said by the bound word. A figure typed with 万 or 亿 is written out,
or given in the unit of its target.

What is not known is left out. A zero or a stroke would be read as a report.

此处应写数，写的却不是数。

数据只写数字本身：不带百分号和单位，不写“约”“以上”，不加千分位逗号，不加引号。单位在规划里写一次即可，“约”“以上”“以内”由界限词表示。
用“万”“亿”写的，要么展开，要么按该目标的单位填。

没有数的就不写这一项，不要填 0，也不要画杠。

Bad 反例::

    # progress/2024.yaml
    figures:
      coverage: 98%

Good 正例::

    # progress/2024.yaml
    figures:
      coverage: 98
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.bound import BOUND_WORDS
from vtrack.rules.rule import FileCase, Remark
from vtrack.rules.schema._instead import write_instead
from vtrack.text.typed import has_scale
from vtrack.text.visible import visible
from vtrack.validation.meant import range_meant
from vtrack.validation.shape import ShapeError

SEVERITY = Severity.ERROR
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
# What clerks enter in a table where there is nothing to report.
_NOTHING = frozenset("无 暂无 没有 未报 未报送 未统计 不详 空 / \\ - — —— ― － n/a na nil none".split())


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a value."""
    for error in case.errors_of("number"):
        yield Remark(case.place(error), _message(error), _hint(error))


def _message(error: ShapeError) -> Message:
    found = visible(error.found)
    if _NUMBER.fullmatch(error.found):
        return say('"{found}" is a text because of its quotes, and a number belongs here', found=found)
    return say('"{found}" is no number', found=found)


def _hint(error: ShapeError) -> Message | None:
    if error.instead is not None:
        return _write(error.found, visible(error.instead))
    if error.found.strip().lower() in _NOTHING:
        return say("leave the whole entry out where nothing is known")
    if error.path[-1] in BOUND_WORDS and (ends := range_meant(error.found)):
        return say("write a range as between: {ends}", ends=ends)
    if len(error.path) == 2 and error.path[0] == "figures":
        return say("write the number; or {{state: …}} for a milestone, {{done: true, evidence: …}} for a task")
    return write_instead(error)


def _write(found: str, instead: str) -> Message:
    if has_scale(found):
        return say("write {instead}, or the figure in the target's own unit", instead=instead)
    if found.rstrip().endswith(("%", "％")):
        return say("write {instead}; the unit stands in the plan", instead=instead)
    if instead.startswith("{done"):
        return say("write {{done: true, evidence: …}}")
    return say("write {instead}", instead=instead)
