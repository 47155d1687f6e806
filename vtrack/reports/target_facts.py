"""What a plan says of a target, as lines of a heading and its words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from vtrack.messages import Message, listed, say
from vtrack.model.bound import Series
from vtrack.model.calendar import Each, year_end, year_start
from vtrack.model.forms import Accumulate, Compare, Grow, Keep, Milestone, Task, form_word
from vtrack.model.plan import Plan, Statement, Target
from vtrack.model.quantity import written
from vtrack.reports.words import FORM_TITLES

_EACH = {Each.YEAR: say("each year"), Each.QUARTER: say("each quarter"), Each.MONTH: say("each month")}
_BASIS = {"percent": say("in percent"), "points": say("in percentage points"), "units": say("in units")}

Fact = tuple[Message, object]


def facts(target: Target, plan: Plan, place: str) -> Iterator[Fact]:
    """The lines, in the order of a reader's questions: what, until when, who, where it is said.

    place: where the target stands, as file and line.
    """
    yield say("form"), _form(target)
    if not isinstance(target.form, Task):
        yield say("bound"), _bound(target)
    yield from _time(target)
    if target.baseline is not None:
        base = target.baseline
        yield say("baseline"), say("{value} at the end of {year}", value=_with_unit(base.value, target), year=base.year)
    yield say("nature"), say("binding") if target.binding else say("indicative")
    if target.group:
        yield say("section"), target.group
    for word, ids in ((say("lead units"), target.lead), (say("assisting units"), target.assist)):
        if ids:
            yield word, listed(plan.department_names(ids))
    if target.source:
        yield say("source clause"), target.source
    for statement in target.stated:
        yield say("stated in"), _statement(statement)
    if target.under:
        yield say("part of"), say("{target} of the locality {parent}", target=target.under, parent=plan.locality.parent)
    if target.note:
        yield say("note"), target.note
    yield say("written in"), place


def _form(target: Target) -> Message:
    """The form's name, what it is, and the keys that change how it is judged."""
    form, more = target.form, list[object]()
    match form:
        case Keep():
            more = [_EACH[form.each], *([say("the year's amount so far is reported")] if form.flow else [])]
        case Accumulate(running=True):
            more = [say("running totals are reported")]
        case Accumulate():
            more = [say("each year's amount is reported")]
        case Grow():
            more = [_BASIS[form.basis], say("each year alone") if form.every else say("average a year")]
            more += [say("yearly rates are reported")] if form.rates else []
        case Compare():
            more = [say("means over the years") if form.average else say("each year")]
            more += [say("with the value {lag} years earlier", lag=form.lag)] if form.lag else []
        case Task(unquantified=True):
            more = [say("the text promises a number it does not give")]
    word = form_word(form)
    return listed((say("{form} ({words})", form=word, words=FORM_TITLES[word]), *more))


def _bound(target: Target) -> object:
    form, bound = target.form, target.bound
    if isinstance(form, Milestone):
        return form.reach
    if bound is None or isinstance(bound.limit, Series):
        return bound
    if isinstance(form, Grow) and form.basis != "units":
        return f"{bound} %" if form.basis == "percent" else say("{bound} points", bound=bound)
    return f"{bound} {target.unit}" if target.unit else bound


def _time(target: Target) -> Iterator[Fact]:
    form = target.form
    if isinstance(form, Keep | Accumulate | Compare) and form.start is not None:
        start: object = form.start.year if form.start == year_start(form.start.year) else form.start
        inherited = form.start_inherited
        yield say("begins"), say("{day} (from the plan's period)", day=start) if inherited else start
    day = form.by.day
    if day is None:
        yield say("deadline"), say("not known: the plan's period is a placeholder")
        return
    until: object = day.year if day == year_end(day.year) else day
    yield say("deadline"), say("{day} (from the plan's period)", day=until) if form.by.inherited else until


def _statement(statement: Statement) -> Message:
    words: list[object] = [statement.bound]
    if statement.by is not None:
        words.append(say("due by {day}", day=statement.by))
    if statement.nature is not None:
        words.append(say("binding") if statement.nature == "binding" else say("indicative"))
    return say("{source}: {words}", source=statement.source, words=listed(tuple(words)))


def _with_unit(value: Fraction, target: Target) -> str:
    return f"{written(value)} {target.unit}" if target.unit else written(value)
