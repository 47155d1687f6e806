"""The document promises a number and does not give it.

A number of (一批), several (若干), markedly higher (明显提高): whatever is done can be called enough, so nothing can be judged,
and the task is closed by evidence only. Ask the issuing office for the number.

文件说要有数，却没有给数。

“一批”“若干”“明显提高”，做多少都可以说完成了，无从判定，只能凭佐证材料销号。应请发文机关给出数字。

Bad 反例::

    targets:
      pilots: {name: 单项试点, task: {unquantified: true}, lead: [office]}

Good 正例::

    targets:
      pilots: {name: 单项试点, unit: 个, accumulate: {at_least: 5}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each promise without a number."""
    for target, form in case.outline.task:
        if form.unquantified:
            message = say("{name}: promises a number without giving it", name=target.name)
            hint = say("ask the issuing office for the number, then write it as `accumulate`, `reach` or `grow`")
            yield about(target, message, hint, "task", "unquantified")
