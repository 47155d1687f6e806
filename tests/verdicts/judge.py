"""What the tests of the verdicts are written in: a target, its figures and a day in, a verdict out.

    judge("reach: {at_least: 98}", {2024: 95.2}, "2025-01-31").says("no_baseline grey", figure="95.2")

Everything goes the way of a real file: text, reading, schema, model, verdict. Numbers are written as in the files,
or as fractions (``"83/85"``), and compared exactly.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vtrack.model.plan import Plan
from vtrack.model.plan_data import build_plan
from vtrack.model.record import Record
from vtrack.model.record_data import ProgressData, build_record
from vtrack.text.reading import read
from vtrack.validation.shape import shape_errors
from vtrack.verdicts.assess import assess
from vtrack.verdicts.verdict import Terms, Verdict

Entry = str | int | float
Number = str | int | None
ANY = "any"
_NUMBERS = frozenset({"gap", "required", "figure", "attained", "expected", "share", "base"})


@dataclass(frozen=True)
class Judgement:
    """A verdict that can be held against what was expected of it."""

    verdict: Verdict

    def says(self, status_and_lamp: str = ANY, **expected: Number) -> None:
        """Assert it, by the names of :func:`facts`.

        Gap, required rate and reason are always compared, with nothing where nothing is said of them; the other
        facts where they are given.
        """
        always = {"status": status_and_lamp, "gap": None, "required": None, "reason": None}
        asked = {name: value for name, value in {**always, **expected}.items() if value != ANY}
        wanted = {name: _number(value) if name in _NUMBERS else value for name, value in asked.items()}
        found = facts(self.verdict)
        assert {name: found[name] for name in wanted} == wanted


def facts(verdict: Verdict) -> dict[str, object]:
    """What a verdict says, by short names.

    status: with the lamp, ``"behind yellow"``. figure, as_of: the figure shown, and its day. The rest are the
    workings; ``judged`` as ``"2023 90 85 √, 2024 80 85 ×"``: each period with its value and what it was held against.
    """
    workings, shown = verdict.workings, verdict.figure
    values = () if shown is None else (shown.value, shown.state, shown.done)
    signs = {True: "√", False: "×"}
    return {
        "status": f"{verdict.status.value} {verdict.lamp.value}",
        "gap": verdict.pace_gap,
        "required": verdict.required_rate,
        "reason": verdict.reason,
        "figure": next((value for value in values if value is not None), None),
        "as_of": None if shown is None else shown.day.isoformat(),
        "attained": workings.attained,
        "expected": workings.expected,
        "share": workings.share,
        "points": ", ".join(f"{day} {value}" for day, value in workings.points),
        "judged": ", ".join(f"{one.stretch} {one.value} {one.limit} {signs[one.holds]}" for one in workings.judged),
        "missing": None if workings.missing is None else str(workings.missing),
        "base": workings.base,
        "years": workings.years,
        "days_late": workings.days_late,
        "inherited": " ".join(verdict.inherited),
    }


def judge(
    target: str,
    figures: Mapping[int, Entry],
    day: str,
    references: Mapping[int, Entry] | None = None,
    *,
    period: str = "{start: 2023, end: 2027}",
    others: str = "",
    other_figures: Mapping[int, str] | None = None,
    terms: Mapping[str, int] | None = None,
) -> Judgement:
    """The verdict on the target ``sample`` as of a day.

    target: the lines of the target but its name. figures: what each year's file says of it. references: what it says
    of the outside series ``city``. others: further targets, with their ids; other_figures: the lines of each year's
    file about them. terms: ``grace_days`` and the thresholds of the pace, where they are not the default.
    """
    plan = plan_of(target, period, others)
    files = [
        progress_of(year, figures.get(year), (references or {}).get(year), (other_figures or {}).get(year, ""))
        for year in sorted({*figures, *(references or {}), *(other_figures or {})})
    ]
    record = build_record(plan, files)
    given = {key: value if key == "grace_days" else Fraction(value) for key, value in (terms or {}).items()}
    return Judgement(assess(plan.targets["sample"], plan, record, Terms(date.fromisoformat(day), **given)))  # type: ignore[arg-type]


def plan_of(target: str, period: str = "{start: 2023, end: 2027}", others: str = "") -> Plan:
    """A plan with the target ``sample``, read from text."""
    lines = [
        "format: 1",
        "locality: {id: demo, name: 示范县}",
        f"period: {period}",
        "targets:",
        "  sample:",
        "    name: 样例",
        textwrap.indent(textwrap.dedent(target).strip("\n"), "    "),
        textwrap.indent(textwrap.dedent(others).strip("\n"), "  "),
    ]
    return build_plan(_data("\n".join(lines) + "\n", "plan"))


def progress_of(year: int, figure: Entry | None, reference: Entry | None = None, others: str = "") -> ProgressData:
    """One year's progress file about ``sample`` and the series ``city``, read from text."""
    lines = ["format: 1", "locality: demo", f"year: {year}", "figures:"]
    if figure is not None:
        lines.append(f"  sample: {figure}")
    lines.append(textwrap.indent(textwrap.dedent(others).strip("\n"), "  "))
    if reference is not None:
        lines += ["references:", f"  city: {reference}"]
    return ProgressData(f"progress/{year}.yaml", _data("\n".join(lines) + "\n", "progress"))


def record_of(plan: Plan, figures: Mapping[int, Entry], references: Mapping[int, Entry] | None = None) -> Record:
    """What was reported about ``sample`` and ``city``."""
    years = sorted({*figures, *(references or {})})
    return build_record(plan, [progress_of(year, figures.get(year), (references or {}).get(year)) for year in years])


def _data(text: str, schema: str) -> dict[str, object]:
    reading = read(text.encode())
    assert reading.sound, reading.flaws
    assert reading.document is not None
    data = reading.document.data
    assert not shape_errors(data, schema), shape_errors(data, schema)
    assert isinstance(data, dict)
    return data  # type: ignore[return-value]


def _number(value: Number) -> object:
    """A number as a fraction; words, ``True`` for done and ``None`` as they are."""
    if value is None or isinstance(value, bool):
        return value
    try:
        return Fraction(value)
    except ValueError:
        return value
