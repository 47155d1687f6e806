"""An id is not written as one.

Targets, departments, localities and outside series have ids: small letters and digits, joined by hyphens, such as
``sewage-facility-coverage``. They stay the same for years and appear in file names and addresses; so no Chinese
characters, capitals, spaces or underscores. The Chinese name stands beside the id and is what reports show.

代号的写法不对。

目标、单位、地区、外部数列都有代号：小写英文字母和数字，用连字符相连，如 ``sewage-facility-coverage``。
代号多年不变，还会用在文件名和网址里，所以不用汉字、大写、空格和下划线。中文名称另写，报表里显示的是名称。

Bad 反例::

    # plan.yaml
    targets:
      Coverage_Rate: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [县政府办]}

Good 正例::

    # plan.yaml
    targets:
      coverage-rate: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
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
    """One finding an id."""
    for error in case.errors_of("id"):
        yield Remark(case.place(error), say('"{found}" cannot be an id', found=visible(error.found)), _hint(error))


def _hint(error: ShapeError) -> Message:
    if error.instead is not None:
        return say("write {instead}", instead=visible(error.instead))
    if "lead" in error.path or "assist" in error.path:
        return say("write the id that stands before the unit's name under departments")
    return say("write small letters and digits joined by hyphens, such as sewage-coverage")
