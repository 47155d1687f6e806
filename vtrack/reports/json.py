"""``json``: one object, FORMAT §7, described by ``report.schema.json``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from msgspec import json, to_builtins

from vtrack.findings import Finding
from vtrack.model.forms import Accumulate, form_word
from vtrack.model.quantity import exactly, nonzero
from vtrack.reports.material import Material, to_bytes, to_text
from vtrack.reports.verdict_texts import bound_text, lead_names
from vtrack.reports.words import View
from vtrack.result import LocalityResult, Summary
from vtrack.verdicts.verdict import Verdict

FORMAT = 1
_ENCODER = json.Encoder()
_ASCII = bytes([*b"\n", *range(0x20, 0x7F)])
"""What is plainly seen of it."""
_NEXT = ",\n  "


def section(locality: LocalityResult, _: View) -> str:
    """The verdicts of a locality, one a line."""
    return _fit(_NEXT.encode().join([_written(_verdict(locality, verdict)) for verdict in locality.verdicts]))


def entries(findings: Sequence[Finding], view: View) -> list[str]:
    """The findings, one a line. Their words are in the reader's language, everything else is English."""
    return [one_line(_finding(finding, view)) for finding in findings]


def document(material: Material, _: View) -> Iterator[str]:
    """The object, one line a verdict and a finding, so that two reports can be compared line by line."""
    head = {"format": FORMAT, "as_of": material.as_of, "summary": _summary(material.summary)}
    yield "{\n " + ",\n ".join(f"{one_line(key)}: {one_line(value)}" for key, value in head.items())
    for key, lines in (("verdicts", material.sections), ("findings", material.entries)):
        yield f",\n {one_line(key)}: ["
        between, end = "\n  ", "]"
        for line in filter(None, lines):
            yield between + line
            between, end = _NEXT, "\n ]"
        yield end
    yield "\n}\n"


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "localities": summary.localities,
        "targets": summary.targets,
        "files": summary.files,
        "status": summary.status,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "waived": summary.waived,
    }


def one_line(value: object) -> str:
    """Data as one line of JSON."""
    return _fit(_written(value))


def as_json(data: object) -> str:
    """Data as JSON text that is fit for a terminal: Chinese as it is, what cannot be seen as JSON's escapes."""
    return _fit(_written(data, 1)) + "\n"


def indented(text: str, depth: int) -> str:
    """JSON text as an item of an array, ``depth`` levels below the top: without its last line end."""
    return "\n".join(" " * depth + line for line in text.rstrip("\n").split("\n"))


def array(items: Iterable[str], depth: int) -> Iterator[str]:
    """An array piece by piece, laid out as :func:`as_json` does; ``items`` are indented one level deeper than it."""
    between, end = "[\n", "[]"
    for item in items:
        yield between + item
        between, end = ",\n", "\n" + " " * depth + "]"
    yield end


def _written(data: object, indent: int = 0) -> bytes:
    """Data with so many spaces a level, or in one line: a day by ISO 8601, a word of an enumeration by its value."""
    try:
        return json.format(_ENCODER.encode(data), indent=indent)
    except UnicodeEncodeError:  # the name of a file may be no text
        from json import dumps

        return to_bytes(dumps(to_builtins(data), ensure_ascii=False, indent=indent or None))


def _fit(written: bytes) -> str:
    """JSON with what cannot be seen or may be taken for a command, in strings all, as JSON's escapes."""
    text = to_text(written)
    # Most of it is plain ASCII, and soon passed over.
    if b"##" not in written and to_text(written.translate(None, _ASCII)).isprintable():
        return text
    from json import dumps

    text = text.replace("##", "#\\u0023")
    return "".join(one if one.isprintable() or one in "\n\u3000" else dumps(one)[1:-1] for one in text)


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
        "by": by.day,
        "by_inherited": by.inherited,
        "figure": _figure(verdict),
        "figure_as_of": None if figure is None else figure.day,
        "status": verdict.status,
        "lamp": verdict.lamp,
        "pace_gap": _number(verdict.pace_gap, 4),
        "required_rate": _number(verdict.required_rate, 4),
        "reason": verdict.reason,
        "lead": lead_names(locality, verdict),
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
        return plain_number(exactly(attained if is_total and attained is not None else figure.value))
    return figure.state if figure.state is not None else figure.done


def _number(value: Fraction | None, places: int) -> int | float | str | None:
    return None if value is None else plain_number(nonzero(value, places))


def plain_number(number: Decimal) -> int | float | str:
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
        "severity": finding.severity,
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
