"""More are counted than there are.

In ``{count: 83, of: 85}`` the count is a part of the whole, so it cannot be the larger number. Mostly the two were
swapped, or count and whole were taken at different times.

Write the part as ``count`` and the whole as ``of``, both of the same day. A ratio that may exceed one hundred percent
is reported as ``value``.

分子大于分母。

``{count: 83, of: 85}`` 里 ``count`` 是 ``of`` 的一部分，不可能比它大。多半是两个数写反了，或者不是同一时点的数。

部分写 ``count``，总数写 ``of``，取同一天的数。本来就可以超过百分之百的比率，请用 ``value`` 填报。

Bad 反例::

    # progress/2024.yaml
    figures:
      sample: {count: 85, of: 83}

Good 正例::

    # progress/2024.yaml
    figures:
      sample: {count: 83, of: 85}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.quantity import written
from vtrack.rules.figure._reported import piece
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report, at the count."""
    for id, figure in case.counts:
        count, whole = figure.count, figure.of
        if count is not None and whole is not None and count > whole:
            message = say(
                "{name}: {count} of {whole} is more than the whole",
                name=case.called(id),
                count=written(count),
                whole=written(whole),
            )
            hint = say("count: is the part and of: the whole, both of the same day")
            yield Remark(piece(figure, "count"), message, hint, id)
