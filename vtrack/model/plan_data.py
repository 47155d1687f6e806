"""A plan's plain data to the plan it states. The data has passed the schema, or the faulty targets are named."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from vtrack.model.bound import BOUND_WORDS, Bound, Comparison, Series
from vtrack.model.calendar import Each, year_end, year_start
from vtrack.model.forms import (
    FORM_WORDS,
    Accumulate,
    Compare,
    Deadline,
    Form,
    Grow,
    Keep,
    Milestone,
    Reach,
    Task,
)
from vtrack.model.plan import Amendment, Baseline, Locality, Paper, Period, Plan, Statement, Target
from vtrack.model.quantity import Quantity, exact, quantity

Data = Mapping[str, Any]
_COMPARISONS = {word.value: word for word in Comparison}


def build_plan(data: Data, omit: Collection[str] = ()) -> Plan:
    """The plan that ``data`` states, without the targets whose ids are in ``omit`` because their data is faulty."""
    period = Period(_year(data["period"]["start"]), _year(data["period"]["end"]))
    locality = data["locality"]
    paper = data.get("document") or {}
    return Plan(
        locality=Locality(
            locality["id"],
            locality.get("name", locality["id"]),
            locality.get("level"),
            locality.get("code"),
            locality.get("parent"),
        ),
        paper=Paper(paper.get("title", ""), paper.get("number"), paper.get("issuer"), _date(paper.get("issued"))),
        period=period,
        targets={id: _target(id, item, period) for id, item in data["targets"].items() if id not in omit},
        departments=dict(data.get("departments") or {}),
        amendments=tuple(
            Amendment(item["target"], date.fromisoformat(item["on"]), item["document"], item["was"], item.get("reason"))
            for item in data.get("amendments") or ()
        ),
        omitted=frozenset(omit) & frozenset(data["targets"]),
    )


def _target(id: str, data: Data, period: Period) -> Target:
    baseline = data.get("baseline")
    return Target(
        id=id,
        name=data["name"],
        form=_form(data, period),
        unit=data.get("unit"),
        baseline=Baseline(int(baseline["year"]), exact(baseline["value"])) if baseline else None,
        binding=data.get("nature", "binding") == "binding",
        group=data.get("group"),
        lead=tuple(data.get("lead") or ()),
        assist=tuple(data.get("assist") or ()),
        source=data.get("source"),
        note=data.get("note"),
        stated=tuple(map(_statement, data.get("stated") or ())),
        under=data.get("under"),
    )


def _statement(data: Data) -> Statement:
    by = data.get("by")
    return Statement(
        data["source"], _bound(data), None if by is None else _last_day(by), data.get("nature"), "within" in data
    )


def _form(data: Data, period: Period) -> Form:
    word = _word(FORM_WORDS, data)
    keys: Data = data[word] or {}
    by = _deadline(keys.get("to" if word in ("keep", "compare") else "by"), period)
    if word == "reach":
        return Reach(_bound(keys), _start(keys, period), by, _schedule(keys))
    if word == "keep":
        each = Each(keys.get("each", "year"))
        flow = keys.get("entry") == "flow"
        return Keep(_bound(keys), _start(keys, period), by, each, flow, start_inherited="from" not in keys)
    if word == "accumulate":
        running, inherited = keys.get("entry") == "running_total", "from" not in keys
        return Accumulate(_bound(keys), _start(keys, period), by, running, _schedule(keys), inherited)
    if word == "grow":
        return _grow(keys, by, data.get("baseline"), period)
    if word == "compare":
        lag, average = int(keys.get("lag", 0)), keys.get("each") == "average"
        return Compare(_bound(keys), _start(keys, period), by, lag, average, start_inherited="from" not in keys)
    if word == "milestone":
        expect = sorted((_last_day(when), state) for when, state in (keys.get("expect") or {}).items())
        return Milestone(tuple(keys["states"]), keys["reach"], by, tuple(expect))
    return Task(by, bool(keys.get("unquantified", False)))


def _word(words: tuple[str, ...], data: Data) -> str:
    """Which of some words a mapping has; the schema sees to it that it has one."""
    for word in words:
        if word in data:
            return word
    raise KeyError(words)


def _grow(keys: Data, by: Deadline, baseline: Data | None, period: Period) -> Grow:
    base = int(baseline["year"]) if baseline else None if period.start is None else period.start - 1
    basis, every, rates = keys.get("basis", "percent"), keys.get("each") == "every", keys.get("entry") == "rates"
    return Grow(_bound(keys), _start(keys, period), by, base, basis, every, rates)


def _bound(keys: Data) -> Bound:
    word = _word(BOUND_WORDS, keys)
    comparison, value, within = _COMPARISONS[word], keys[word], exact(keys.get("within", 0))
    if comparison is Comparison.BETWEEN:
        return Bound(comparison, quantity(value[0]), quantity(value[1]))
    if isinstance(value, dict):
        ((kind, id),) = value.items()
        return Bound(comparison, Series(kind, id), within=within)
    return Bound(comparison, quantity(value), within=within)


def _schedule(keys: Data) -> tuple[tuple[int, Quantity], ...]:
    schedule = keys.get("schedule")
    return tuple(sorted((int(year), quantity(value)) for year, value in schedule.items())) if schedule else ()


def _deadline(by: int | str | None, period: Period) -> Deadline:
    if by is not None:
        return Deadline(_last_day(by))
    return _inherited(period.end)


@lru_cache(1000)
def _inherited(end: int | None) -> Deadline:
    """The deadline that a period gives, which most of its targets share."""
    return Deadline(None if end is None else year_end(end), inherited=True)


def _start(keys: Data, period: Period) -> date | None:
    start = keys.get("from", period.start)
    if start is None:
        return None
    return date.fromisoformat(start) if isinstance(start, str) else year_start(int(start))


def _last_day(when: int | Decimal | str) -> date:
    if isinstance(when, str) and len(when) > 4:
        return date.fromisoformat(when)
    return year_end(int(when))


def _year(value: int | Decimal | str) -> int | None:
    return None if isinstance(value, str) else int(value)


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
