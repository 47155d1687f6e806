"""What a verdict says, part by part, as a reader wants it: the bound, the deadline, the figure, the gap, who leads."""

from __future__ import annotations

from vtrack.messages import listed, say
from vtrack.model.bound import Series, honest
from vtrack.model.calendar import year_end
from vtrack.model.forms import Accumulate, Compare, Grow, Milestone, Task
from vtrack.model.quantity import signed, written
from vtrack.reports.words import View
from vtrack.result import LocalityResult
from vtrack.verdicts.verdict import Verdict


def bound_text(verdict: Verdict) -> str | None:
    """What the target asks: its bound, the state of a milestone, nothing for a task."""
    form = verdict.target.form
    if isinstance(form, Milestone):
        return form.reach
    return None if isinstance(form, Task) else str(form.bound)


def bound_with_unit(verdict: Verdict, view: View) -> str:
    """The same with its unit: the target's own, or that of a growth; of a series, the value it had instead."""
    text, target = bound_text(verdict) or "", verdict.target
    if target.bound is None:
        return text
    if isinstance(target.bound.limit, Series):
        limit = verdict.workings.expected
        return text if limit is None else f"{text} ({written(limit)})"
    unit = target.unit
    if isinstance(target.form, Grow):
        unit = {"percent": "%", "points": view.word(say("points"))}.get(target.form.basis, unit)
    return text if unit is None else f"{text} {unit}"


def deadline_text(verdict: Verdict) -> str:
    """The deadline: a year where it is the last day of one, else the day."""
    day = verdict.target.form.by.day
    if day is None:
        return ""
    return str(day.year) if day == year_end(day.year) else day.isoformat()


def figure_text(verdict: Verdict, view: View) -> str:
    """The figure that decided, or the last one known, as a reader wants it.

    Of an accumulation the total, of a growth the yearly rate, of a comparison of means the mean: what stands
    against the bound.
    """
    figure = verdict.figure
    if figure is None:
        return ""
    if figure.state is not None:
        return figure.state
    if figure.done is not None:
        return view.word(say("done") if figure.done else say("not done"))
    attained = verdict.workings.attained
    if isinstance(verdict.target.form, Accumulate | Compare | Grow) and attained is not None:
        return honest(attained, verdict.target.form.bound)
    return "" if figure.value is None else honest(figure.value, verdict.target.bound)


def figure_day(verdict: Verdict) -> str:
    """The day of that figure, a year where it is the last day of one."""
    figure = verdict.figure
    if figure is None:
        return ""
    return str(figure.day.year) if figure.day == year_end(figure.day.year) else figure.day.isoformat()


def gap_text(verdict: Verdict) -> str:
    """The pace gap with its sign, in percentage points, with one decimal so that a column lines up."""
    if verdict.pace_gap is None:
        return ""
    text = signed(verdict.pace_gap)
    return text if "." in text else f"{text}.0"


def lead_names(locality: LocalityResult, verdict: Verdict) -> tuple[str, ...]:
    """The names of the units that lead a target."""
    return locality.plan.department_names(verdict.target.lead) if locality.plan else ()


def lead_text(locality: LocalityResult, verdict: Verdict, view: View) -> str:
    """Those names in one line; nothing where nobody leads."""
    names = lead_names(locality, verdict)
    return view.word(listed(names)) if names else ""


def locality_name(locality: LocalityResult) -> str:
    """The locality's name, or its folder's where the plan could not be read."""
    return locality.plan.locality.name if locality.plan else locality.folder
