"""A task is reported as done, without evidence.

A task has no figure that could be checked: it is closed by what can be shown for it, a document, an inspection record
or an address. Without evidence ``done: true`` is not counted, and after its date the task is overdue.

Add ``evidence:`` with the document's name and number. Only a task's last report is looked at.

任务报了办结，却没有佐证。

任务没有数可核，凭佐证销号：文件、验收单、网址都可以。没有佐证，``done: true`` 不计入，过了期限就是逾期。

请补写 ``evidence:``，写明材料名称和编号。只看任务最近一次的填报。

Bad 反例::

    # plan.yaml
    targets:
      task-force: {name: 成立工作专班, task: {by: 2023}, lead: [office]}
    # progress/2023.yaml
    figures:
      task-force: {done: true}

Good 正例::

    # plan.yaml
    targets:
      task-force: {name: 成立工作专班, task: {by: 2023}, lead: [office]}
    # progress/2023.yaml
    figures:
      task-force: {done: true, evidence: 示政办发〔2023〕6号}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.figure._reported import piece
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a task, at its last report."""
    for target, _ in case.outline.task:
        reports = [figure for figure in case.record.figures.get(target.id, ()) if figure.done is not None]
        if not reports:
            continue
        last = reports[-1]
        if last.done and not any(text.strip() for text in last.evidence):
            message = say("{name}: done without evidence, which is not counted", name=target.name)
            hint = say("add evidence: with the name and number of what shows it")
            yield Remark(piece(last, "done"), message, hint, target.id)
