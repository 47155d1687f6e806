"""A figure that is due was not reported.

A year's figure is due after its last day and a grace (``grace_days``, 60 where ``vtrack.yaml`` does not say
otherwise), a quarter's or month's likewise. A comparison also needs the value of the series that it compares with.
Without the figure there is no verdict: vtrack does not guess one from older figures, it shows the last one known.

未报送：应报的数据没有报。

年度数据在年末加宽限期（``grace_days``，默认 60 天）之后应报；季度、月度数据同理。比较类目标还需要参照数据。
没有数据就没有结论：vtrack 不拿旧数推算，只列出最近一次的已报数。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 88}, lead: [office]}
    # progress/2024.yaml
    figures: {}
    # as of 2025-06-30

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 88}, lead: [office]}
    # progress/2024.yaml
    figures:
      coverage: 93
    # as of 2025-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.model.bound import Series
from vtrack.model.forms import Compare
from vtrack.model.quantity import written
from vtrack.rules.on_verdicts import remarks
from vtrack.rules.rule import Dossier, Remark
from vtrack.verdicts.verdict import Status, Verdict

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a target without a figure that is due."""
    return remarks(case, Status.NO_DATA, _message, _hint)


def _message(verdict: Verdict) -> Message:
    name, period, figure = verdict.target.name, verdict.workings.missing, verdict.figure
    series = _series(verdict)
    if series is not None:
        return say(
            "{name}: the series {series} to compare with has no value for {period}",
            name=name,
            series=series.id,
            period=_year_compared(verdict),
        )
    if figure is None or figure.value is None:
        return say("{name}: nothing reported for {period}", name=name, period=period)
    return say(
        "{name}: nothing reported for {period}; last known {value} as of {day}",
        name=name,
        period=period,
        value=written(figure.value),
        day=figure.day,
    )


def _hint(verdict: Verdict) -> Message:
    missing, series = verdict.workings.missing, _series(verdict)
    if series is not None and series.kind == "reference":
        year = _year_compared(verdict)
        return say("add its value under references: in progress/{year}.yaml, with its source", year=year)
    id = series.id if series is not None else verdict.target.id
    year = _year_compared(verdict) if series is not None else str(missing.last.year) if missing else ""
    return say("add the figure to progress/{year}.yaml under {id}:", year=year, id=id)


def _series(verdict: Verdict) -> Series | None:
    """The series to compare with, where it is what is missing."""
    limit = verdict.target.bound.limit if verdict.target.bound else None
    return limit if verdict.reason == "reference" and isinstance(limit, Series) else None


def _year_compared(verdict: Verdict) -> str:
    """The year of the value to compare with, which may lie before that of the figure."""
    form, missing = verdict.target.form, verdict.workings.missing
    lag = form.lag if isinstance(form, Compare) else 0
    return str(missing.last.year - lag) if missing else ""
