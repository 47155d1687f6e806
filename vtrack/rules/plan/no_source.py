"""A target does not say where in the document it stands.

With the clause at hand anyone can check the target against the original in a minute. Write the clause or the row of
the annex, never its sentences.

目标没有写出处。

写明条款号或附件序号，别人一翻原文就能核对。只写条款号，不抄原文。

Bad 反例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}

Good 正例::

    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office], source: 二(三)9}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.INFO


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each target without a clause of its own or of its statements."""
    for target in case.plan.targets.values():
        if not target.source and not target.stated:
            message = say("{name}: no clause of the document is given for it", name=target.name)
            yield about(target, message, say("write its clause, such as `source: 二(三)9`"))
