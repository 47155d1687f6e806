"""A folder holds progress and no plan.

Figures mean nothing without the targets they belong to. Either ``plan.yaml`` is missing or has another name, or the
folder ``progress`` lies in the wrong place.

A bad example: a folder with ``progress/2024.yaml`` and without ``plan.yaml``.

文件夹里有进度，没有规划。

没有目标，数据就没有着落。或是缺了 ``plan.yaml``，或是它叫了别的名字，或是 ``progress`` 文件夹放错了地方。

反例：文件夹里有 ``progress/2024.yaml``，没有 ``plan.yaml``。
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """At most one finding a folder."""
    for error in case.errors_of("no-plan"):
        yield Remark(
            case.place(error),
            say("there is progress here and no plan.yaml"),
            say("add plan.yaml to this folder, or move progress to the folder that holds the plan"),
        )
