"""An older year has no figure, though a later one was reported.

The figure of every year of the plan is due after the year and a grace. A verdict that rests on the latest figure alone
(a value to be reached, a running total, an average growth) is made all the same, but the way there cannot be followed,
and a bad year left out would stay unseen.

Add the figure of that year to its file; where it was never surveyed, waive the finding with the reason. The latest
due year is not meant here: without its figure there is no verdict, and ``target/no-data`` says so.

中间缺了一年的数据，后来的年份却报了。

规划期内每年的数据，年终过宽限期后都应当报。只看最近一次数据的目标（达到某值、累计数、年均增长）照样得出结论，
但来路就断了，某一年不好看、略过不报也看不出来。

请在那一年的文件里补报；确实没有统计的，登记豁免并写明原因。最近一个应报年份不在此列：缺了它就没有结论，
由 ``target/no-data`` 提示。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 91.4}, lead: [office]}
    # progress/2024.yaml
    figures:
      coverage: 95.2
    # as of 2025-06-30

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 91.4}, lead: [office]}
    # progress/2023.yaml
    figures:
      coverage: 93
    # progress/2024.yaml
    figures:
      coverage: 95.2
    # as of 2025-06-30
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.calendar import year_end
from vtrack.model.forms import Accumulate, Grow, Reach
from vtrack.model.numbers import Numbers, NumericForm
from vtrack.model.plan import Place
from vtrack.rules.rule import Dossier, Remark
from vtrack.verdicts.series import Series, series_of
from vtrack.verdicts.verdict import Status, Verdict

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a target and year, at the key of the next figure that was reported."""
    sparse = {found.target.id: found for found in case.numbers if _rests_on_latest(found) and _has_gap(found)}
    for verdict in case.verdicts:
        target, found = verdict.target, sparse.get(verdict.target.id)
        if found is None or verdict.status is Status.PLACEHOLDER:
            continue
        series = series_of(target, case.record.figures[target.id], case.terms)
        for year in _gaps(found.form, series):
            later = next((figure for figure in series.reported if figure.day > year_end(year)), None)
            if later is None or year == _said(verdict):
                continue
            yield Remark(
                Place(later.place.file, ("figures", target.id), key=True),
                say("{name}: nothing reported for {year}, before this figure", name=target.name, year=year),
                say("add the figure to progress/{year}.yaml under {id}:", year=year, id=target.id),
                target.id,
            )


def _rests_on_latest(found: Numbers) -> bool:
    """Whether a gap hides no verdict; of the other forms the verdict itself says what is missing."""
    form = found.form
    if isinstance(form, Accumulate):
        return form.running
    return isinstance(form, Reach) or (isinstance(form, Grow) and not form.every and not form.rates)


def _has_gap(found: Numbers) -> bool:
    """Whether a year before the last report has none: of most targets no more need be asked."""
    start, last = found.form.start, found.reports[-1][0].day
    years = {figure.day.year for figure, _ in found.reports}
    return start is not None and not years.issuperset(range(start.year, last.year))


def _gaps(form: NumericForm, series: Series) -> Iterator[int]:
    """The due years without a figure."""
    if form.start is None or form.by.day is None:
        return
    for year in range(form.start.year, min(form.by.day.year, series.terms.day.year) + 1):
        if series.is_due(min(year_end(year), form.by.day)) and series.in_year(year) is None:
            yield year


def _said(verdict: Verdict) -> int | None:
    """The year whose absence is the verdict already."""
    missing = verdict.workings.missing
    return missing.last.year if missing is not None and verdict.status is Status.NO_DATA else None
