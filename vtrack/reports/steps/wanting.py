"""Why there is nothing to compute: a placeholder, nothing due, nothing reported, no base to start from."""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.messages import Message, say
from vtrack.model.calendar import Each, Stretch, year_end, year_start
from vtrack.model.forms import Grow, Keep
from vtrack.reports.steps.case import Case, due_from, series_name
from vtrack.verdicts.verdict import Status

STATUSES = (Status.PLACEHOLDER, Status.NOT_DUE, Status.NO_DATA, Status.NO_BASELINE)


def steps(case: Case) -> Iterator[Message]:
    """What is missing, and what is known all the same."""
    verdict = case.verdict
    match verdict.status:
        case Status.PLACEHOLDER:
            yield _placeholder(case)
        case Status.NOT_DUE:
            yield from _not_due(case)
        case Status.NO_DATA:
            yield from _no_data(case)
        case _:
            yield _no_baseline(case)
    if verdict.figure is not None:
        yield say("the last figure known is {figure}", figure=case.told(verdict.figure))


def _placeholder(case: Case) -> Message:
    if case.verdict.reason == "deadline":
        return say("the plan's period is a placeholder, so the target's time is not known")
    return say("the bound {bound} is a placeholder, so nothing can be held against it", bound=case.target.bound)


def _not_due(case: Case) -> Iterator[Message]:
    form = case.target.form
    match case.verdict.reason:
        case "no_period":
            yield say("the target would begin after its deadline {deadline}", deadline=form.by.day)
        case "reference":
            yield say("the series {series} that it is compared with has no value yet", series=series_name(case))
        case "earlier_period":
            yield say("a figure cannot be judged before that of an earlier period is reported")
        case "in_year_only":
            yield say("growth is told from whole years, and none since the base year is closed with a figure")
        case _:
            first = _first_period(case)
            day = None if first is None else due_from(first, case.terms)
            if first is not None and day is not None:
                yield say(
                    "nothing is reported, and the first figure, of {period}, is due from {day} on",
                    period=first,
                    day=day,
                )
            else:
                yield say("nothing is reported, and nothing is due")


def _first_period(case: Case) -> Stretch | None:
    """The first period of the target whose figure is still to come due."""
    form = case.target.form
    start, deadline = getattr(form, "start", None), form.by.day
    if isinstance(form, Grow) and form.base_year is not None:
        start = max(start or year_start(form.base_year + 1), year_start(form.base_year + 1))
        deadline = None if deadline is None else year_end(deadline.year)
    if deadline is None:
        return None
    start = min(start or year_start(deadline.year), deadline)
    each = form.each if isinstance(form, Keep) else Each.YEAR
    begun = case.series.begun(each, Stretch(start, deadline))
    pending = [period for period in begun if not case.series.is_due(period.last)]
    if pending:
        return pending[0]
    return Stretch(start, min(year_end(start.year), deadline)) if each is Each.YEAR and not begun else None


def _no_data(case: Case) -> Iterator[Message]:
    missing, terms = case.verdict.workings.missing, case.terms
    assert missing is not None
    if case.verdict.reason == "reference":
        yield say(
            "the figure of {period} is held against {series}, which has no value for it",
            period=missing,
            series=series_name(case),
        )
    else:
        yield say("the figure of {period} is not reported", period=missing)
    yield say(
        "it has been due since {day}: {days} days after {last}",
        day=due_from(missing, terms),
        days=terms.grace_days + 1,
        last=missing.last,
    )


def _no_baseline(case: Case) -> Message:
    form = case.target.form
    match case.verdict.reason:
        case "range":
            return say("a range has no pace: before the deadline a value either lies in it or it does not")
        case "no_base_value":
            year = form.base_year if isinstance(form, Grow) else None
            return say("the value at the end of the base year {year} is not known", year=year)
        case "base_not_positive":
            return say("growth in percent cannot be told from a value of 0 or below")
        case _:
            return say("there is neither a baseline nor a schedule, so no value is expected on the way")
