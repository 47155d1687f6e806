"""The steps of ``grow``: the yearly growth since the base year, and the level that the bound leads to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from vtrack.messages import Message, say
from vtrack.model.calendar import year_end
from vtrack.model.forms import Grow
from vtrack.model.quantity import written
from vtrack.reports.steps.arithmetic import Formula, exact, relation
from vtrack.reports.steps.case import Case
from vtrack.reports.steps.reach import held
from vtrack.verdicts.growth import grown, level_bound
from vtrack.verdicts.series import amount
from vtrack.verdicts.verdict import Status


def steps(case: Case, form: Grow) -> Iterator[Message]:
    """Each year alone, or the average since the base year with the exact comparison behind it."""
    yield from _each_year(case, form) if form.every else _average(case, form)


def _each_year(case: Case, form: Grow) -> Iterator[Message]:
    for one in case.verdict.workings.judged:
        year = one.stretch.first.year
        before, now = case.series.in_year(year - 1), case.series.in_year(year)
        rate: object = written(one.value)
        if not form.rates and before is not None and now is not None:
            old, new = exact(amount(before)), exact(amount(now))
            expression = f"100 × ({new} - {old}) / {old}" if form.basis == "percent" else f"{new} - {old}"
            rate = Formula(expression, one.value)
        told = relation(form.bound, one.value)
        if one.holds:
            yield say("growth of {year}: {rate}; {relation}, holds", year=year, rate=rate, relation=told)
        else:
            yield say("growth of {year}: {rate}; {relation}, does not hold", year=year, rate=rate, relation=told)
    if case.verdict.status is Status.BREACHED:
        yield say("one closed year that fails is not made good by later ones")


def _average(case: Case, form: Grow) -> Iterator[Message]:
    verdict, workings, base_year = case.verdict, case.verdict.workings, form.base_year
    assert base_year is not None
    assert workings.years is not None
    years, until = workings.years, base_year + workings.years
    base, value, expression = _levels(case, form, base_year, until)
    ratio = f"{expression} / {exact(base)}" if base != 1 or not form.rates else expression
    if workings.attained is not None:
        yield say(
            "growth a year from {base} to {until}, {years} years: {formula}",
            base=base_year,
            until=until,
            years=years,
            formula=Formula(_yearly(form, base, value, years, ratio, expression), workings.attained),
        )
    bound = level_bound(form.bound, lambda rate: grown(base, rate, years, form.basis))
    if not form.rates:
        yield from _exact_level(form, base, years, until)
        yield held(relation(bound, value), holds=bound.holds(value))
    elif workings.attained is not None:
        yield held(relation(form.bound, workings.attained), holds=bound.holds(value))
    else:
        yield held(relation(bound, value), holds=bound.holds(value))
    if verdict.required_rate is not None and form.by.day is not None:
        last = form.by.day.year
        yield say(
            "what each year from {first} to {last} needs so that the average still holds: {rate}",
            first=until + 1,
            last=last,
            rate=_required(form, base, expression, (last - base_year, last - until), verdict.required_rate),
        )


def _levels(case: Case, form: Grow, base_year: int, until: int) -> tuple[Fraction, Fraction, str]:
    """The levels at both ends, and how the later one is written; of reported rates they begin with 1, or with 0."""
    if not form.rates:
        ends = [case.series.in_year(year) for year in (base_year, until)]
        base, value = (amount(figure) for figure in ends if figure is not None)
        return base, value, exact(value)
    base = value = Fraction(1 if form.basis == "percent" else 0)
    pieces = []
    for year in range(base_year + 1, until + 1):
        figure = case.series.in_year(year)
        assert figure is not None
        rate = amount(figure)
        value = grown(value, rate, 1, form.basis)
        pieces.append(f"(1 + {exact(rate)}/100)" if form.basis == "percent" else exact(rate))
    return base, value, (" × " if form.basis == "percent" else " + ").join(pieces)


def _yearly(form: Grow, base: Fraction, value: Fraction, years: int, ratio: str, expression: str) -> str:
    if form.basis != "percent":
        rise = f"({expression})" if form.rates else f"({exact(value)} - {exact(base)})"
        return f"{rise} / {years}"
    return f"100 × ({ratio} - 1)" if years == 1 else f"100 × (({ratio})^(1/{years}) - 1)"


def _exact_level(form: Grow, base: Fraction, years: int, until: int) -> Iterator[Message]:
    """The level that the bound's number leads to: what is compared, so that nothing is rounded."""
    bound = form.bound
    if bound.within or bound.upper is not None or (form.basis == "percent" and bound.number < -100):
        return
    number = exact(bound.number)
    expression = (
        f"{exact(base)} × (1 + {number}/100)^{years}"
        if form.basis == "percent"
        else f"{exact(base)} + {number} × {years}"
    )
    level = grown(base, bound.number, years, form.basis)
    yield say(
        "the bound leads to this level at the end of {year}: {formula}",
        year=year_end(until).year,
        formula=Formula(expression, level),
    )


def _required(form: Grow, base: Fraction, now: str, years: tuple[int, int], rate: Fraction) -> object:
    """The required rate with its formula, where the bound has one number that the level is to reach.

    years: from the base year to the deadline, and those that remain.
    """
    whole, left = years
    now = now if now.replace(".", "").isdigit() else f"({now})"
    bound, number = form.bound, exact(form.bound.number)
    if bound.within or bound.upper is not None or (form.basis == "percent" and bound.number < -100):
        return written(rate)
    if form.basis != "percent":
        start = f"{exact(base)} + " if base else ""
        return Formula(f"({start}{number} × {whole} - {now}) / {left}", rate)
    start = f"{exact(base)} × " if base != 1 or not form.rates else ""
    ratio = f"{start}(1 + {number}/100)^{whole} / {now}"
    return Formula(f"100 × ({ratio} - 1)" if left == 1 else f"100 × (({ratio})^(1/{left}) - 1)", rate)
