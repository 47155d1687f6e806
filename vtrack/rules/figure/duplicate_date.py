"""A target is reported twice for the same day.

Of two reports for one day only the last one written counts, and nobody can see why the other one stands there.

Keep the report that holds. Where another source measured something else, say so in ``note``; a correction replaces
the figure and is recorded under ``revisions:``.

同一目标在同一天报了两次。

同一天报了几次的，只有写在最后的一条起作用，前面的为什么还留着就说不清了。

只保留算数的那一条。别的来源数字不同，写在 ``note``；更正过的，直接改数并在 ``revisions:`` 记一条。

Bad 反例::

    # progress/2024.yaml
    figures:
      sample:
        - {value: 93.0, as_of: 2024-06-30}
        - {value: 95.2, as_of: 2024-06-30}

Good 正例::

    # progress/2024.yaml
    figures:
      sample:
        - {value: 93.0, as_of: 2024-06-30}
        - {value: 95.2, as_of: 2024-12-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.record import Figure
from vtrack.rules.figure._reported import piece
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report too many, of targets and of reference series.

    Within one file: two files can share a day only where one of them has a wrong year or date, and that is said there.
    """
    for target, name, figures in case.series:
        if len(figures) == len({figure.day for figure in figures}):
            continue
        first: dict[tuple[str, object], Figure] = {}
        for figure in figures:
            if first.setdefault((figure.place.file, figure.day), figure) is not figure:
                message = say("{name}: reported more than once for {day}", name=name, day=figure.day)
                hint = say("keep the one that holds; only the last one counts")
                yield Remark(piece(figure, "as_of"), message, hint, target)
