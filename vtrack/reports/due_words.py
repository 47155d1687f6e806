"""What must be reported, in words: groups of rows by department or by locality, their cells, and what is said below."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from vtrack.dues import Agenda, Due, LocalityDues, Wanted
from vtrack.messages import Message, listed, say
from vtrack.model.bound import honest
from vtrack.model.calendar import year_end
from vtrack.reports.words import View, shown

NO_LEAD = say("no lead named")


class Row(Struct, frozen=True):
    """One thing to be reported, as one line. ``department``: that it is asked of; empty where no one is singled out."""

    locality: LocalityDues
    due: Due
    department: str = ""


class Group(Struct, frozen=True):
    """What one department of a locality, or one locality, has to report: what is late first, most days late on top."""

    locality: LocalityDues
    department: str
    rows: tuple[Row, ...]

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(row.due.is_late for row in self.rows)


def groups(agenda: Agenda, by: str, view: View) -> list[Group]:
    """The rows within the days asked for, ``by`` department or locality; the group with the most urgent row first.

    A target that several units lead stands with each of them. Units of the same name in two localities are two.
    """
    found = []
    for locality in agenda.localities:
        parted: dict[str, list[Row]] = {}
        for due in soon(agenda, locality):
            for department in departments(locality, due, view) if by == "department" else ("",):
                parted.setdefault(department, []).append(Row(locality, due, department))
        found += [Group(locality, department, tuple(rows)) for department, rows in parted.items()]
    return sorted(found, key=lambda group: group.rows[0].due.until)


def soon(agenda: Agenda, locality: LocalityDues) -> list[Due]:
    """What is late, or due within the days asked for."""
    return [due for due in locality.dues if due.days_left <= agenda.within]


def departments(locality: LocalityDues, due: Due, view: View) -> tuple[str, ...]:
    """The names of the units that lead a target; that none is named where there is none."""
    names = locality.plan.department_names(due.target.lead) if locality.plan else ()
    return tuple(dict.fromkeys(names)) or (view.word(NO_LEAD),)


def name_of(locality: LocalityDues) -> str:
    """The locality's name, or its folder's where the plan could not be read."""
    return locality.plan.locality.name if locality.plan else locality.folder


def wanted(due: Due, view: View) -> str:
    """What is wanted: ``figure of 2025``, ``value of city-gdp-growth for 2025``, ``state 投产运营``, ``evidence``."""
    if due.wanted is Wanted.STATE:
        return view.word(say("state {state}", state=due.state))
    if due.wanted is Wanted.EVIDENCE:
        return view.word(say("done, with evidence"))
    if due.wanted is Wanted.REFERENCE:
        return view.word(say("value of {series} for {period}", series=due.series, period=due.period))
    return view.word(say("figure of {period}", period=due.period))


def standing(due: Due, view: View) -> str:
    """How late it is or how long there still is, with a sign besides the colour: ``! 31 d late``, ``→ 12 d left``."""
    if due.is_late:
        sign, told = "!", say("{days} d late", days=due.days_late)
    elif due.days_left:
        sign, told = "→", say("{days} d left", days=due.days_left)
    else:
        sign, told = "→", say("last day today")
    return f"{sign} {view.word(told)}"


def known_value(due: Due, view: View) -> str:
    """The last report known, without its unit; empty where there is none."""
    figure = due.known
    if figure is None:
        return ""
    if figure.value is not None:
        bound = due.target.bound if due.wanted is Wanted.FIGURE else None
        return honest(figure.value, bound)
    return figure.state or view.word(say("done") if figure.done else say("not done"))


def known_day(due: Due) -> str:
    """Its day, a year where it is the last day of one."""
    if due.known is None:
        return ""
    return day_text(due.known.day)


def day_text(day: date) -> str:
    """A day, as its year alone where it is the last of one."""
    return str(day.year) if day == year_end(day.year) else day.isoformat()


def known(due: Due, view: View) -> str:
    """Both in one cell, such as ``95.2 (2024)``."""
    return f"{shown(known_value(due, view))} ({known_day(due)})" if due.known else ""


def counts(late: int, soon: int, within: int) -> Message:
    """How many are late, and how many are due within some days."""
    return say("late {late} · due within {within} days {soon}", late=late, within=within, soon=soon)


def summary_lines(agenda: Agenda, view: View) -> Iterator[str]:
    """The closing lines: the counts, when the next reports are due, and of whom not everything could be told."""
    all_dues = [due for locality in agenda.localities for due in locality.dues]
    near = [due for due in all_dues if due.days_left <= agenda.within]
    late = sum(due.is_late for due in near)
    told = counts(late, len(near) - late, agenda.within)
    yield view.word(say("as of {day} · {counts}", day=agenda.as_of, counts=told))
    far = [due for due in all_dues if due.days_left > agenda.within]
    if far:
        next_ = min(far, key=lambda due: due.until)
        count = sum(due.until == next_.until for due in far)
        yield view.word(
            say(
                "the next after that: {count} by {day} (--within {days}d shows them)",
                count=count,
                day=next_.until,
                days=next_.days_left,
            )
        )
    yield from (view.word(line) for line in unknown(agenda))


def unknown(agenda: Agenda) -> Iterator[Message]:
    """Of which localities not everything could be told, and why."""
    for one in agenda.localities:
        if one.plan is None:
            yield say(
                "{locality}: its plan cannot be relied on, so nothing is known of it; vtrack check {file} tells why",
                locality=name_of(one),
                file=one.file,
            )
        elif not one.complete:
            yield say(
                "{locality}: a progress file cannot be relied on, so what is missing is not known; "
                "vtrack check {file} tells why",
                locality=name_of(one),
                file=one.file,
            )
        elif one.unjudged:
            yield say(
                "{locality}: faulty data of {targets}, so what they want is not known; vtrack check {file} tells why",
                locality=name_of(one),
                targets=listed(one.unjudged),
                file=one.file,
            )
