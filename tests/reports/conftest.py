"""Results to report: real files, checked."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from vtrack.checking import Examination, check
from vtrack.commands.call import explainer
from vtrack.discovery import find_localities
from vtrack.language import translator
from vtrack.reports.formats import renderer
from vtrack.reports.words import View
from vtrack.result import Result
from vtrack.rules.registry import chosen
from vtrack.verdicts.verdict import Terms

DAY = date(2025, 6, 30)
FAMILIES = ("text", "schema", "target")
Examine = Callable[..., Result]

COUNTY = {
    "county/plan.yaml": """
        format: 1
        locality: {id: county, name: 示范县, level: county}
        document: {title: 示范县实施方案, number: 示政发〔2023〕1号, issuer: 示范县人民政府, issued: 2023-01-15}
        period: {start: 2023, end: 2027}
        departments: {office: 县政府办公室, housing: 县住建局}
        targets:
          coverage:
            {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 91.4}, group: 一,
             lead: [office, housing], source: 一}
          villages:
            {name: 建成村, unit: "%", reach: {at_least: 98, by: 2024}, group: 一, lead: [office], source: 二}
          air: {name: 空气优良率, unit: "%", keep: {at_least: 95}, nature: indicative, lead: [office], source: 三}
          income: {name: 收入增速, unit: "%", grow: {at_least: 7, entry: rates}, lead: [office], source: 四}
          road: {name: 路, milestone: {states: [未开工, 建成], reach: 建成, by: 2026-06-30}, lead: [office], source: 五}
          system: {name: 工作机制, task: {}, lead: [office], source: 六}
          open: {name: 占位, unit: 个, reach: {at_least: x}, lead: [office], source: 七}
          silent: {name: 没报的, unit: 个, accumulate: {at_least: 100000000000}, lead: [office], source: 八}
        """,
    "county/progress/2023.yaml": """
        format: 1
        locality: county
        year: 2023
        figures: {coverage: {value: 93, evidence: 单}, air: {value: 96, evidence: 单}, income: {value: 8, evidence: 单}}
        """,
    "county/progress/2024.yaml": """
        format: 1
        locality: county
        year: 2024
        figures:
          coverage: {value: 95.2, as_of: 2024-12-31, source: statistics, evidence: 单}
          villages: {count: 83, of: 85, evidence: 单}
          air: {value: 94.9, evidence: 单}
          income: {value: 6, evidence: 单}
          road: {state: 未开工, as_of: 2024-09-30, evidence: 单}
          system: {done: true, as_of: 2024-11-30, evidence: 文件}
        """,
}


MACHINES = ("text", "schema", "plan", "figure", "target", "waiver")
"""The families that speak in the results for machines."""
HOSTILE = "甲::error::乙,丙=丁%0A\\n::warning::戊\\r##[error]己\\e[31m ]]> <b> & 50%"
"""What a file's text may hold: workflow commands of two kinds, escapes of theirs, line breaks, markup; for YAML."""
WAIVERS = """
    waivers:
      - {rule: target/missed, target: villages, reason: "省厅同意延期, 50%", approved_by: 县政府办, expires: 2025-06-30}
    """
WAIVED = {**COUNTY, "county/waivers.yaml": WAIVERS}
AWKWARD = {
    "示范 县%20#1/plan.yaml": f"""
        format: 1
        locality: {{id: demo, name: "{HOSTILE}", level: county}}
        period: {{start: 2023, end: 2024}}
        departments: {{office: "{HOSTILE}"}}
        targets:
          files: {{name: "{HOSTILE}", unit: 个, reach: {{at_least: 5}}, lead: [office, nobody]}}
          late: {{name: "{HOSTILE}", milestone: {{states: ["{HOSTILE}", 成], reach: 成}}, nature: indicative}}
          "bad::error::": {{name: 坏, task: {{}}}}
          worse: {{name: 更坏}}
        """,
    "示范 县%20#1/progress/2024.yaml": f"""
        format: 1
        locality: demo
        year: 2024
        figures: {{files: 3, late: {{state: "{HOSTILE}"}}, "no::such": 3, "none::such": 4}}
        """,
    "示范 县%20#1/waivers.yaml": f"""
        - {{rule: target/overdue, target: late, reason: "{HOSTILE}", approved_by: "{HOSTILE}", expires: 2025-06-30}}
        """,
}
"""A locality in a folder with an awkward name, its texts hostile, with findings of every severity, one waived."""


def below(text: str, lines: int = 3) -> str:
    """A file's text with comments inserted above it."""
    return "# 说明\n" * lines + textwrap.dedent(text).lstrip("\n")


@pytest.fixture
def examine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Examine:
    """The result of checking the files of a repository: by name, their text; without any, those of a whole county.

    What is written by its code in quotes is let through: a report makes it harmless, though the reader refuses it.
    """
    monkeypatch.setattr("vtrack.text.parsing.find_escapes", lambda *_: ())

    def result(files: dict[str, str] | None = None, day: date = DAY, families: tuple[str, ...] = FAMILIES) -> Result:
        for name, text in (files or COUNTY).items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
        rules = chosen(families)
        call = lambda path: path.relative_to(tmp_path).as_posix()  # noqa: E731
        return check(find_localities([tmp_path]), Examination(Terms(day), day, rules, call))

    return result


def rendered(name: str, result: Result, language: str = "en", **view: bool | int) -> str:
    """A result in one of the formats."""
    return renderer(name)(result, View(translator(language), explain=explainer(language), **view))  # type: ignore[arg-type]
