"""A text does not have the shape that it must have.

A division code (GB/T 2260 or GB/T 10114) has 2, 4, 6, 9 or 12 digits, in quotes. A rule is named by its family and its
name, ``target/behind``, or by its family alone. A text ends without a line break.

文字的格式不合规定。

行政区划代码（GB/T 2260 或 GB/T 10114）是 2、4、6、9 或 12 位数字，要加引号。规则写“类别/名称”，如 ``target/behind``，
也可以只写类别。文字末尾不带换行。

Bad 反例::

    # plan.yaml
    locality: {id: demo, name: 示范县, level: county, code: "33030"}

Good 正例::

    # plan.yaml
    locality: {id: demo, name: 示范县, level: county, code: "330305"}
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
    """One finding a text."""
    for error in case.errors_of("pattern"):
        yield Remark(case.place(error), _message(error), _hint(error))


def _message(error: ShapeError) -> Message:
    if error.found.endswith("\n"):
        return say('"{found}" ends with a line break', found=visible(error.found.rstrip("\n")))
    return say('"{found}" does not have the shape that belongs here', found=visible(error.found))


def _hint(error: ShapeError) -> Message | None:
    return say("delete the line break at its end") if error.found.endswith("\n") else write_instead(error)
