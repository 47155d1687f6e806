"""A figure that was already reported is another one now, and no revision says so.

Past figures are what verdicts, bulletins and rankings were made from. They may be corrected, but not quietly: each
correction has an entry under ``revisions:`` with the old value and the reason.

The figure of the same day is compared, wherever it is written now. Another order, another way of writing the same
number, a source or note that was added are no changes. A percentage may also be written as the count it comes from,
if the value is exactly the same.

已经报过的数改了，却没有更正记录。

以往报过的数，已经用于评判、通报和排名。可以更正，但不能悄悄改：每次更正都要在 ``revisions:`` 下写一条，记明原值和原因。

比较的是同一天的数，写在哪个文件里都一样。换了顺序、同一个数换了写法、补了来源和说明，都不算改动。
比率改写成分子、分母，只要数值完全相等，也不算。

Bad 反例::

    # earlier
    # progress/2024.yaml
    figures:
      sample: {value: 96.4, as_of: 2024-06-30}
    # now
    # progress/2024.yaml
    figures:
      sample: {value: 95.1, as_of: 2024-06-30}

Good 正例::

    # earlier
    # progress/2024.yaml
    figures:
      sample: {value: 96.4, as_of: 2024-06-30}
    # now
    # progress/2024.yaml
    figures:
      sample: {value: 95.1, as_of: 2024-06-30}
    revisions:
      - {target: sample, as_of: 2024-06-30, was: 96.4, on: 2024-10-08, reason: 监测数据复核}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.plan import Place
from vtrack.model.record import Figure
from vtrack.rules.history._entries import figure_said, revision
from vtrack.rules.history._unstated import called, figures, is_target
from vtrack.rules.rule import Remark, Since

SEVERITY = Severity.ERROR


def check(case: Since) -> Iterator[Remark]:
    """One finding a figure."""
    for change in figures(case):
        now = change.now
        if now is None:
            continue
        message = say(
            "{name}: the figure of {day} is {new}, it was {old} in commit {commit}, and no revision says so",
            name=called(case, change.id),
            day=now.day,
            new=figure_said(now),
            old=figure_said(change.before),
            commit=case.past.short,
        )
        hint = say(
            "bring back {old}, or add under revisions: {entry}",
            old=figure_said(change.before),
            entry=revision(change.id, change.before),
        )
        yield Remark(_value(now), message, hint, is_target(case, change.id))


def _value(figure: Figure) -> Place:
    """Where the number or state of a figure stands."""
    kinds = (("count", figure.count), ("value", figure.value), ("state", figure.state), ("done", figure.done))
    key = next(key for key, value in kinds if value is not None)
    return Place(figure.place.file, (*figure.place.path, key))
