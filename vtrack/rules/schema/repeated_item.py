"""An item stands twice in a list that has each once.

The states of a milestone follow one another in their order. A state that comes twice would be both before and after
what stands between.

清单里有重复的项。

节点的各个状态按先后排列，同一状态写两次，就分不清在前还是在后。

Bad 反例::

    # plan.yaml
    targets:
      bypass: {name: 绕城公路, milestone: {states: [未启动, 开工, 未启动], reach: 开工}, lead: [office]}

Good 正例::

    # plan.yaml
    targets:
      bypass: {name: 绕城公路, milestone: {states: [未启动, 开工], reach: 开工}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a list."""
    for error in case.errors_of("repeated-item"):
        item = visible(error.found)
        yield Remark(
            case.place(error), say('"{item}" stands in the list already', item=item), say("delete one of the two")
        )
