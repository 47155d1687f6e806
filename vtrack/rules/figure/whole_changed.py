"""A share rose while its whole shrank.

With ``{count: 70, of: 85}`` one year and ``{count: 70, of: 72}`` the next, the share rises although nothing was done.
Villages merge and lists are cleaned, so this can be right; but what counts as the whole is the target's definition,
and it is worth a look when it shrinks by more than a twentieth.

Keep to the definition in the target's ``note``, or say in the figure's ``note`` why the whole is another one. A report
with a ``note`` is not remarked.

比率上升，而分母变小了。

上年 ``{count: 70, of: 85}``，今年 ``{count: 70, of: 72}``，什么都没做，比率却上升了。村庄撤并、名单清理都会这样，
不一定有错；但分母就是口径，缩小超过二十分之一的，值得核对。

请按目标 ``note`` 里的口径取数，或者在这条数据的 ``note`` 写明分母为什么变了；写了 ``note`` 的不再提示。

Bad 反例::

    # progress/2023.yaml
    figures:
      sample: {count: 70, of: 85}
    # progress/2024.yaml
    figures:
      sample: {count: 70, of: 72}

Good 正例::

    # progress/2023.yaml
    figures:
      sample: {count: 70, of: 85}
    # progress/2024.yaml
    figures:
      sample: {count: 70, of: 72, note: 2024年行政村撤并为72个}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.quantity import written
from vtrack.rules.figure._reported import piece
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.INFO
LEAST_LOSS = Fraction(1, 20)
_KEPT = 1 - LEAST_LOSS


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report, at its whole."""
    for found in case.shares:
        shares = [(figure, value, figure.of) for figure, value in found.reports if figure.of is not None]
        for (before, earlier, whole), (after, later, rest) in pairwise(shares):
            if after.note is not None or rest >= whole or later <= earlier or rest >= whole * _KEPT:
                continue
            message = say(
                "{name}: the whole is {rest}, after {whole} on {day}, and the share rose",
                name=found.target.name,
                rest=written(rest),
                whole=written(whole),
                day=before.day,
            )
            hint = say("keep to the definition, or say in note: why the whole is another one")
            yield Remark(piece(after, "of"), message, hint, found.target.id)
