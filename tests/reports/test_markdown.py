"""``markdown``: tables that GitHub and Gitee show as they were meant."""

from __future__ import annotations

import re

import pytest

from tests.reports.conftest import Examine, rendered
from vtrack.reports.markdown import escape

CELL = re.compile(r"(?<!\\)\|")

AWKWARD = """
    format: 1
    locality: {id: county, name: "甲|乙 *县* <b>_x_</b>"}
    period: {start: 2023, end: 2027}
    departments: {office: "局|办"}
    targets:
      a: {name: "a|b `c` <img src=x> [d](e) # f \\\\| g", unit: "个|次", reach: {at_least: 5, by: 2023}, lead: [office]}
      b: {name: "两\\n行", milestone: {states: ["|", "已|"], reach: "已|"}, lead: [office]}
    """


def tables(text: str) -> list[list[str]]:
    """The tables of a report, each as its lines."""
    found: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.startswith("|"):
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [table for table in found if table]


@pytest.mark.parametrize("plan", [None, {"county/plan.yaml": AWKWARD}], ids=["plain", "awkward"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_row_of_a_table_has_the_headers_number_of_cells(
    examine: Examine, plan: dict[str, str] | None, language: str
) -> None:
    found = tables(rendered("markdown", examine(plan), language, verbose=True))

    assert len(found) == 2, "verdicts and findings"
    for header, rule, *rows in found:
        cells = len(CELL.findall(header))
        assert re.fullmatch(r"\|([ :]?-+[ :]?\|)+", rule)
        assert len(CELL.findall(rule)) == cells
        assert rows
        assert {len(CELL.findall(row)) for row in rows} == {cells}
    assert len(found[0]) == 2 + (2 if plan else 8)


def test_no_text_from_a_file_is_taken_for_markup(examine: Examine) -> None:
    text = rendered("markdown", examine({"county/plan.yaml": AWKWARD}))

    assert r"a\|b \`c\` \<img src=x\> \[d\](e) \# f \\\| g" in text
    assert r"甲\|乙 \*县\* \<b\>\_x\_\</b\>" in text
    assert r"局\|办" in text
    assert "两 行" in text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("`x`", r"\`x\`"),
        ("<b>", r"\<b\>"),
        ("*a* _b_ ~~c~~", r"\*a\* \_b\_ \~\~c\~\~"),
        ("[a](b) ![c](d)", r"\[a\](b) \!\[c\](d)"),
        ("&lt;", r"\&lt;"),
        ("\\", "\\\\"),
        ("# a", r"\# a"),
        ("a\n\n b\tc", "a b c"),
        ("≥ 98 %", "≥ 98 %"),
        ("示范县（试点）", "示范县（试点）"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_verdicts_findings_and_counts(examine: Examine) -> None:
    text = rendered("markdown", examine())

    assert text.startswith("## 示范县\n")
    assert "| 设施覆盖率 " in text
    assert "county/plan.yaml:10:3" in text
    assert "target/missed" in text
    assert "targets 8" in text
    assert text.endswith("\n")
