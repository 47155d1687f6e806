"""A figure's day lies in another year than its file.

A progress file reports one year. A figure dated in another counts for that other year, where nobody looks for it and
a second figure may stand already. Mostly the year of the date was mistyped, or last year's date was copied.

Correct ``as_of``, or move the figure to the file of its year.

数据的截至日期不在本文件的年份内。

一个进度文件只报一年。日期在别的年份的数据会算到那一年去，在那一年的文件里却看不到，还可能与那里的数重复。
多半是年份打错，或者照抄了上年的日期。

请改正 ``as_of``，或者把数据移到当年的文件。

Bad 反例::

    # progress/2024.yaml
    figures:
      sample: {value: 95.2, as_of: 2023-11-30}

Good 正例::

    # progress/2024.yaml
    figures:
      sample: {value: 95.2, as_of: 2024-11-30}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.figure._reported import piece
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a report, of targets and of reference series."""
    for target, name, figures in case.series:
        for figure in figures:
            if figure.day.year != figure.year:
                message = say("{name}: {day} in the file of {year}", name=name, day=figure.day, year=figure.year)
                hint = say("correct as_of, or move the figure to progress/{year}.yaml", year=figure.day.year)
                yield Remark(piece(figure, "as_of"), message, hint, target)
