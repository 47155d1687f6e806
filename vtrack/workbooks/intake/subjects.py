"""Which target or reference series of which locality and year a row of a filled-in table is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TypeVar

from msgspec import Struct

from vtrack.messages import Message, listed, say
from vtrack.model.plan import Plan
from vtrack.model.record import Figure
from vtrack.model.reference import Reference, Reportable, reportable, reportables, section_of
from vtrack.naming import meant
from vtrack.workbooks.faults import Fault, Remark
from vtrack.workbooks.intake.register import Register, Registered, plain
from vtrack.workbooks.intake.tables import Facts, Line, Table
from vtrack.workbooks.layout import Column, Key, key_in

_WHOLE_NAME = say("write the whole name as it stands in the plan, or take the row out")
_Value = TypeVar("_Value")
_COPY_KEY = say("take the row from a new export, or leave its hidden key empty so that the indicator's name counts")


class Subject(Struct, frozen=True):
    """What a row is about. ``named``: found by the indicator's name, because the row has no key."""

    locality: Registered
    plan: Plan
    target: Reportable
    year: int
    named: bool = False

    @property
    def key(self) -> Key:
        """The key that the row has or should have."""
        return Key(self.plan.locality.id, self.target.id, self.year, section_of(self.target))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What the year's own file reports of the target or series, in the order of the days."""
        record = self.locality.record
        section = record.references if isinstance(self.target, Reference) else record.figures
        return tuple(figure for figure in section.get(self.target.id, ()) if figure.year == self.year)


class Context(Struct, frozen=True):
    """What a row without a key takes from its sheet: the locality's id and the year of the others, where they agree."""

    locality: str | None
    year: int | None


def context_of(table: Table, facts: Facts, register: Register) -> Context:
    """What the rows of a table have in common; the sheet's name may be a locality's."""
    keys = [key for line in table.lines if (key := key_in(line.text(Column.KEY))) is not None]
    locality = _only(key.locality for key in keys)
    if locality is None and not keys:
        locality = meant(table.sheet.name, register.names).id
    return Context(locality, facts.year or _only(key.year for key in keys))


def subject_of(line: Line, context: Context, facts: Facts, register: Register) -> Subject | Fault:
    """What a row is about, or why that cannot be told."""
    text = line.text(Column.KEY)
    if not text:
        return _by_name(line, context, register)
    key = key_in(text)
    if key is None:
        return Fault(line.at(Column.KEY), say("{text} is no key of a row", text=text[:80]), _COPY_KEY)
    if facts.year is not None and key.year != facts.year:
        message = say("the row's key is of {year}, the workbook of {other}", year=key.year, other=facts.year)
        return Fault(line.at(Column.KEY), message, _COPY_KEY)
    held = _locality(line, key.locality, Column.KEY, register)
    if isinstance(held, Fault):
        return held
    registered, plan = held
    target = reportable(plan, key.section, key.target)
    if target is None:
        return _no_target(line, Column.KEY, key.target, plan)
    return _contradicted(line, registered, plan, target) or Subject(registered, plan, target, key.year)


def renamed(line: Line, subject: Subject) -> Remark | None:
    """That the indicator has another name in the plan than in the row."""
    name = line.text(Column.INDICATOR)
    if subject.named or not name or plain(name).startswith(plain(subject.target.name)):
        return None
    message = say("the plan calls this indicator {name}; its key counts", name=subject.target.name)
    return Remark(line.at(Column.INDICATOR), message)


def _by_name(line: Line, context: Context, register: Register) -> Subject | Fault:
    name = line.text(Column.INDICATOR).partition("\n")[0]  # below it may stand which number is wanted
    if not name:
        message = say("this value stands in a row without an indicator")
        return Fault(line.at(Column.VALUE), message, say("write it into the row of its indicator"))
    locality = context.locality
    if line.text(Column.LOCALITY):
        locality = meant(line.text(Column.LOCALITY), register.names).id
    if locality is None or context.year is None:
        message = say("the row has no key, and its sheet does not tell which locality and year it is of")
        return Fault(line.at(Column.INDICATOR), message, say("take the row from a new export"))
    held = _locality(line, locality, Column.INDICATOR, register)
    if isinstance(held, Fault):
        return held
    registered, plan = held
    known = reportables(plan)
    found = meant(name, {id: one.name for id, one in known.items()})
    if found.id is not None:
        target = known[found.id]
        return _other_unit(line, target) or Subject(registered, plan, target, context.year, named=True)
    if found.ambiguous:
        offered = _offered(plan, found.candidates)
        message = say("{text} may be any of these targets: {offered}", text=name, offered=offered)
        return Fault(line.at(Column.INDICATOR), message, _WHOLE_NAME)
    return _no_target(line, Column.INDICATOR, name, plan, found.candidates)


def _locality(line: Line, id: str, column: Column, register: Register) -> tuple[Registered, Plan] | Fault:
    found = register.of(id)
    if not found:
        message = say("there is no locality {text} among the plans", text=id)
        near = get_close_matches(id, register.names, n=3)
        offered = listed(tuple(f"{one} ({register.names[one]})" for one in near))
        hint = say("did you mean {offered}?", offered=offered) if near else say("name the folder of its plan with --to")
        return Fault(line.at(column), message, hint)
    if len(found) > 1:
        message = say("there are {count} localities {text} among the plans", count=len(found), text=id)
        return Fault(line.at(column), message, say("name the folder of the one that is meant with --to"))
    plan = found[0].plan
    if plan is None:
        message = say("the plan of {locality} cannot be relied on, so nothing is entered for it", locality=id)
        return Fault(line.at(column), message, say("vtrack check tells what is wrong with it"))
    return found[0], plan


def _no_target(line: Line, column: Column, text: str, plan: Plan, candidates: tuple[str, ...] | None = None) -> Fault:
    if text in plan.omitted:
        message = say("the plan's target {text} is faulty, so nothing is entered for it", text=text)
        return Fault(line.at(column), message, say("vtrack check tells what is wrong with it"))
    names = {id: one.name for id, one in reportables(plan).items()}
    near = meant(text, names) if candidates is None else None
    offered = _offered(plan, candidates if near is None else near.candidates or ((near.id,) if near.id else ()))
    message = say("{locality} has no target {text}", locality=plan.locality.name, text=text)
    if offered:
        return Fault(line.at(column), message, say("did you mean {offered}?", offered=offered))
    return Fault(line.at(column), message, _COPY_KEY if column is Column.KEY else _WHOLE_NAME)


def _offered(plan: Plan, ids: Iterable[str] | None) -> Message | None:
    known = reportables(plan)
    named = [known[id] for id in ids or ()]
    if not named:
        return None
    # A series has no name but its id.
    return listed(tuple(one.id if isinstance(one, Reference) else f"{one.name} ({one.id})" for one in named))


def _contradicted(line: Line, locality: Registered, plan: Plan, target: Reportable) -> Fault | None:
    """That what can be seen of a row says otherwise than its hidden key: it was sorted or pasted without it."""
    name = line.text(Column.INDICATOR)
    other = locality.named(name)
    if other is not None and plain(other.name) != plain(target.name):
        message = say("the row shows {shown}, its hidden key is that of {name}", shown=other.name, name=target.name)
        return Fault(line.at(Column.INDICATOR), message, _COPY_KEY)
    place = plain(line.text(Column.LOCALITY))
    if place and place != plain(plan.locality.name):
        message = say(
            "the row shows {shown}, its hidden key is that of {name}",
            shown=line.text(Column.LOCALITY),
            name=plan.locality.name,
        )
        return Fault(line.at(Column.LOCALITY), message, _COPY_KEY)
    return _other_unit(line, target)


def _other_unit(line: Line, target: Reportable) -> Fault | None:
    unit = line.text(Column.UNIT)
    if not unit or plain(unit) == plain(target.unit or ""):
        return None
    message = say("the unit is {shown} here, and {unit} in the plan", shown=unit, unit=target.unit or say("none"))
    return Fault(line.at(Column.UNIT), message, say("write the value in the plan's unit, and that unit here"))


def _only(values: Iterable[_Value]) -> _Value | None:
    counted = Counter(values)
    return next(iter(counted)) if len(counted) == 1 else None
