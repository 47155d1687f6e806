"""A year is over, and the last figure of a yearly amount does not cover it to the end.

The figure of an amount that adds up over the year (``entry: flow``) is that year's total so far. When nothing is
reported after June, the half counts for the whole: the year seems to have brought less than it did.

Report the whole year's figure. Where the figure is the whole year's, leave ``as_of`` out or give the year's last day.
A last month that is missing is let pass. The same holds of a quarter that is judged alone.

一年已过，按年计量的数却没有报到年底。

按年计量的数（``entry: flow``）报的是当年截至某日的合计。六月以后没有再报，半年的数就当成全年的数，
这一年就显得比实际少。

请补报全年数。已经是全年数的，不写 ``as_of``，或者写当年最后一天。只差最后一个月的不提示。按季度评判的，季度同理。

Bad 反例::

    # plan.yaml
    targets:
      key-projects: {name: 每年推进重点项目数, unit: 个, keep: {at_least: 90, entry: flow}, lead: [office]}
    # progress/2024.yaml
    figures:
      key-projects: {value: 52, as_of: 2024-06-30}
    # as of 2025-06-30

Good 正例::

    # plan.yaml
    targets:
      key-projects: {name: 每年推进重点项目数, unit: 个, keep: {at_least: 90, entry: flow}, lead: [office]}
    # progress/2024.yaml
    figures:
      key-projects:
        - {value: 52, as_of: 2024-06-30}
        - {value: 97, as_of: 2024-12-31}
    # as of 2025-06-30
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.calendar import Each, Stretch, months
from vtrack.model.forms import Keep
from vtrack.rules.figure._reported import piece
from vtrack.rules.rule import Dossier, Remark
from vtrack.verdicts.series import Series

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a period, at the day of its last figure."""
    for found in case.totals:
        if not found.flow or all(_ends_year(figure.day) for figure, _ in found.reports):
            continue
        target, form = found.target, found.form
        start, deadline = form.start, form.by.day
        if start is None or deadline is None or target.id in case.record.unreadable:
            continue
        series = Series((figure for figure, _ in found.reports), case.terms)
        each = form.each if isinstance(form, Keep) else Each.YEAR
        for period in series.begun(each, Stretch(start, deadline)):
            last = series.last_in(period)
            if last is None or not series.is_due(period.last) or months(period.last) - months(last.day) <= 1:
                continue
            message = say(
                "{name}: the last figure of {period} is of {day}, and counts for all of it",
                name=target.name,
                period=period,
                day=last.day,
            )
            hint = say("report the figure up to {last}; if this is it, give that day", last=period.last)
            yield Remark(piece(last, "as_of"), message, hint, target.id)


def _ends_year(day: date) -> bool:
    return day.month == 12 and day.day == 31
