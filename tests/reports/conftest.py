"""Results to report: real files, checked."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from vtrack.checking import Examination, check
from vtrack.discovery import find_localities
from vtrack.language import translator
from vtrack.reports.formats import renderer
from vtrack.reports.words import View
from vtrack.result import Result
from vtrack.rules.registry import chosen
from vtrack.verdicts.verdict import Terms

DAY = date(2025, 6, 30)
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


@pytest.fixture
def examine(tmp_path: Path) -> Examine:
    """The result of checking the files of a repository: by name, their text; without any, those of a whole county."""

    def result(files: dict[str, str] | None = None, day: date = DAY) -> Result:
        for name, text in (files or COUNTY).items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
        rules = [rule for rule in chosen() if rule.family in ("text", "schema", "target")]
        call = lambda path: path.relative_to(tmp_path).as_posix()  # noqa: E731
        return check(find_localities([tmp_path]), Examination(Terms(day), day, rules, call))

    return result


def rendered(name: str, result: Result, language: str = "en", **view: bool | int) -> str:
    """A result in one of the formats."""
    return renderer(name)(result, View(translator(language), **view))  # type: ignore[arg-type]
