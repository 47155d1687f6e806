"""A figure is dated after the day of the check.

Nothing can have been counted on a day that has not come. Often the day was simply left out: a figure without
``as_of`` counts as of 31 December, so in the year that is running every figure needs its day.

With ``--as-of`` in the past, figures that were only known later are left out of the verdicts; one note a file says
how many.

数据的截至日期在检查日之后。

还没到的日子不可能有数。常见的是没写日期：不写 ``as_of`` 就算作12月31日的数，所以当年的数据每个都要写明日期。

用 ``--as-of`` 查看过去某一天的情况时，那天以后的数据不参与评判；每个文件提示一次有多少条。

Bad 反例::

    # progress/2025.yaml
    figures:
      sample: 95.2
    # as of 2025-06-30

Good 正例::

    # progress/2025.yaml
    figures:
      sample: {value: 95.2, as_of: 2025-06-30}
    # as of 2025-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.record import Figure
from vtrack.rules.figure._reported import piece
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report of a day that has not come; one a file for all that this check leaves out.

    A day in another year than the file's is the business of ``figure/date-outside-year``.
    """
    day = case.terms.day
    left_out: dict[str, list[Figure]] = {}
    for target, name, figures in case.series:
        if not figures or figures[-1].day <= day:
            continue
        for figure in figures:
            if figure.day <= day or figure.day.year != figure.year:
                continue
            if figure.day > case.today:
                message = say("{name}: {day} has not come yet", name=name, day=figure.day)
                yield Remark(piece(figure, "as_of" if figure.dated else "value"), message, _hint(figure), target)
            else:
                left_out.setdefault(figure.place.file, []).append(figure)
    for late in left_out.values():
        message = say("figures dated after {day}, which this check leaves out: {count}", day=day, count=len(late))
        first = late[0]
        yield Remark(piece(first, "as_of"), message, say("check without --as-of to count them"), severity=Severity.INFO)


def _hint(figure: Figure) -> Message:
    if figure.dated:
        return say("write the day for which the figure was counted")
    example = f"{{value: …, as_of: {figure.year}-MM-DD}}" if figure.value is not None else f"as_of: {figure.year}-MM-DD"
    return say("without as_of it counts as of 31 December: give its day, {example}", example=example)
