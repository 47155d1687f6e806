"""``json``: one object, FORMAT §7, described by ``report.schema.json``."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

from vtrack.findings import Finding
from vtrack.model.forms import Accumulate, form_word
from vtrack.model.quantity import exactly, nonzero
from vtrack.reports.words import View, bound_text, lead_names
from vtrack.result import LocalityResult, Result
from vtrack.verdicts.verdict import Verdict

FORMAT = 1


def render(result: Result, view: View) -> str:
    """The result as JSON text, one line a verdict and a finding, so that two reports can be compared line by line.

    Words of findings are in the reader's language, everything else is English.
    """
    whole = report(result, view)
    lists = {key: whole.pop(key) for key in ("verdicts", "findings")}
    parts = [f"{_text(key)}: {_text(value)}" for key, value in whole.items()]
    for key, items in lists.items():
        lines = ",\n  ".join(map(_text, items))
        parts.append(f"{_text(key)}: [\n  {lines}\n ]" if items else f"{_text(key)}: []")
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def _text(value: object) -> str:
    return _escaped(json.dumps(value, ensure_ascii=False))


def report(result: Result, view: View) -> dict[str, Any]:
    """The result as the object that is written."""
    summary = result.summary
    return {
        "format": FORMAT,
        "as_of": result.as_of.isoformat(),
        "summary": {
            "localities": summary.localities,
            "targets": summary.targets,
            "files": summary.files,
            "status": {status.value: count for status, count in summary.status.items()},
            "errors": summary.errors,
            "warnings": summary.warnings,
            "waived": summary.waived,
        },
        "verdicts": [_verdict(each, one) for each in result.localities for one in each.verdicts],
        "findings": [_finding(one, view) for one in result.findings],
    }


def as_json(data: object) -> str:
    """Data as JSON text that is fit for a terminal: Chinese as it is, what cannot be seen as JSON's escapes."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return "\n".join(map(_escaped, text.split("\n"))) + "\n"


def _escaped(line: str) -> str:
    """A line of JSON with its invisible characters, which only stand in strings, written as JSON's escapes."""
    if line.isprintable():
        return line
    return "".join(one if one.isprintable() or one == "\u3000" else json.dumps(one)[1:-1] for one in line)


def _verdict(locality: LocalityResult, verdict: Verdict) -> dict[str, Any]:
    target, figure = verdict.target, verdict.figure
    by = target.form.by
    return {
        "locality": locality.plan.locality.id if locality.plan else locality.folder,
        "target": target.id,
        "name": target.name,
        "unit": target.unit,
        "form": form_word(target.form),
        "nature": target.nature,
        "bound": bound_text(verdict),
        "by": None if by.day is None else by.day.isoformat(),
        "by_inherited": by.inherited,
        "figure": _figure(verdict),
        "figure_as_of": None if figure is None else figure.day.isoformat(),
        "status": verdict.status.value,
        "lamp": verdict.lamp.value,
        "pace_gap": _number(verdict.pace_gap, 4),
        "required_rate": _number(verdict.required_rate, 4),
        "reason": verdict.reason,
        "lead": list(lead_names(locality, verdict)),
        "file": locality.plan_file,
        "line": locality.lines[target.id],
    }


def _figure(verdict: Verdict) -> int | float | str | bool | None:
    """The figure that decided, or the last one known, as it was reported; of an accumulation the total."""
    figure, attained = verdict.figure, verdict.workings.attained
    if figure is None:
        return None
    if figure.value is not None:
        is_total = isinstance(verdict.target.form, Accumulate)
        return _plain(exactly(attained if is_total and attained is not None else figure.value))
    return figure.state if figure.state is not None else figure.done


def _number(value: Fraction | None, places: int) -> int | float | str | None:
    return None if value is None else _plain(nonzero(value, places))


def _plain(number: Decimal) -> int | float | str:
    """A decimal as JSON's number, with the digits that it has.

    A number of more digits than a double holds would be read as another one; it is written as text.
    """
    if number == number.to_integral_value():
        return int(number)
    double = float(number)
    return double if Decimal(repr(double)) == number else f"{number:f}"


def _finding(finding: Finding, view: View) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": view.word(finding.message),
        "hint": None if finding.hint is None else view.word(finding.hint),
        "file": finding.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "end_column": finding.span.end_column,
        "locality": finding.locality,
        "target": finding.target,
        "waived": finding.waived,
    }
