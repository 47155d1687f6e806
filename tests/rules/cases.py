"""Snippets of YAML to the findings of one rule: what the tests of the rules are written in.

A snippet may hold several files: a line ``# progress/2024.yaml`` begins that file, ``# as of 2025-06-30`` sets the
day of the check. Keys of the first level that a file leaves out are appended from a whole, faultless file, so the
lines of a snippet are the lines of the file.
"""

from __future__ import annotations

import re
import tempfile
import textwrap
from datetime import date
from pathlib import Path

from vtrack.checking import Examination, check_locality
from vtrack.discovery import find_localities
from vtrack.findings import Finding
from vtrack.rules.rule import Rule
from vtrack.verdicts.verdict import Terms

DAY = date(2025, 6, 30)

_PLAN = {
    "format": "format: 1",
    "locality": "locality: {id: demo, name: 示范县, level: county}",
    "document": "document: {title: 示范县实施方案, number: 示政发〔2023〕1号, issuer: 示范县人民政府, issued: 2023-01-15}",
    "period": "period: {start: 2023, end: 2027}",
    "departments": "departments: {office: 县政府办, agriculture: 县农业农村局, housing: 县住建局}",
    "targets": 'targets: {sample: {name: 样例, unit: "%", reach: {at_least: 98}, lead: [office]}}',
}
_PROGRESS = {"format": "format: 1", "locality": "locality: demo", "year": "year: {year}"}
_FILE = re.compile(r"# (plan\.yaml|waivers\.yaml|progress/\S+)$")
_AS_OF = re.compile(r"# as of (\d{4}-\d{2}-\d{2})$")


def rule_named(name: str) -> Rule:
    """A rule by its name, whether the registry lists it or not."""
    return Rule.named(name)


def split(snippet: str) -> tuple[dict[str, str], date]:
    """The files of a snippet by name, as written, and the day of the check."""
    files: dict[str, list[str]] = {}
    day, current = DAY, "plan.yaml"
    for line in textwrap.dedent(snippet.lstrip("\n")).rstrip(" \n").split("\n"):
        if match := _FILE.match(line):
            current = match[1]
            files.setdefault(current, [])
        elif match := _AS_OF.match(line):
            day = date.fromisoformat(match[1])
        else:
            files.setdefault(current, []).append(line)
    return {name: "\n".join(lines) + "\n" for name, lines in files.items()}, day


def complete(name: str, text: str) -> str:
    """A file's snippet with the keys of the first level that it leaves out."""
    if name == "plan.yaml":
        whole = _PLAN
    elif name.startswith("progress/"):
        whole = {key: line.replace("{year}", Path(name).stem) for key, line in _PROGRESS.items()}
    else:
        return text
    given = set(re.findall(r"^[\"']?([a-z_]+)[\"']?[ ]*[:：]", text, re.M))
    return text + "".join(f"{line}\n" for key, line in whole.items() if key not in given)


def findings_in(
    snippet: str, rules: list[Rule], *, today: date | None = None, raw: dict[str, bytes] | None = None
) -> list[Finding]:
    """The findings of ``rules`` in the files of a snippet, written to a folder of their own."""
    files, day = split(snippet)
    files.setdefault("plan.yaml", "")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "demo"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(complete(name, text).encode())
        for name, data in (raw or {}).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        (found,) = find_localities([folder])
        call = lambda path: path.relative_to(folder).as_posix()  # noqa: E731
        return list(check_locality(found, Examination(Terms(day), today or day, rules, call)).findings)


def findings(snippet: str, rule: str, *, today: date | None = None, raw: dict[str, bytes] | None = None) -> list[str]:
    """The findings of one rule, each as ``file:line:column severity message``, in English."""
    found = findings_in(snippet, [rule_named(rule)], today=today, raw=raw)
    return [
        f"{one.file}:{one.span.line}:{one.span.column} {one.severity.value} {one.message.render(str)}" for one in found
    ]


def hints(snippet: str, rule: str, **given: object) -> list[str]:
    """The hints of one rule's findings, in English; an empty text for none."""
    found = findings_in(snippet, [rule_named(rule)], **given)  # type: ignore[arg-type]
    return [one.hint.render(str) if one.hint else "" for one in found]
