"""``csv``: what Excel and WPS open without a question."""

from __future__ import annotations

import csv
import io

import pytest

from tests.reports.conftest import Examine, rendered
from vtrack.reports.csv import inert


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_it_begins_with_a_byte_order_mark_and_its_lines_end_as_a_spreadsheets(examine: Examine) -> None:
    text = rendered("csv", examine())

    assert text.startswith("\ufeff")
    assert text.count("\ufeff") == 1
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == 9


def test_one_row_a_target_under_one_header(examine: Examine) -> None:
    header, *targets = rows(rendered("csv", examine()))

    assert header == [
        "locality", "target id", "section", "target", "unit", "form", "nature", "bound", "deadline", "figure",
        "figure as of", "status", "lamp", "gap", "lead units",
    ]  # fmt: skip
    assert {len(row) for row in targets} == {len(header)}
    assert targets[0] == [
        "示范县", "coverage", "一", "设施覆盖率", "%", "reach", "binding", "≥ 98", "2027-12-31", "95.2",
        "2024-12-31", "ahead", "green", "+17.6", "县政府办公室, 县住建局",
    ]  # fmt: skip
    assert [row[9] for row in targets] == ["95.2", "97.65", "94.9", "6.995", "未开工", "done", "", ""] or [
        row[9] for row in targets
    ][:3] == ["95.2", "97.65", "94.9"]
    assert targets[6][10] == "", "no figure, no day"


def test_in_chinese_the_header_and_the_words_are_chinese(examine: Examine) -> None:
    header, first, *_ = rows(rendered("csv", examine(), "zh"))

    assert all(any("\u4e00" <= character <= "\u9fff" for character in column) for column in header)
    assert "快于预期" in first


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "\t=1", "\r=1", "\n=1"]
)
def test_no_text_is_a_formula(text: str) -> None:
    assert inert(text).startswith("'")


def test_no_text_from_a_file_is_a_formula(examine: Examine) -> None:
    plan = """
        format: 1
        locality: {id: county, name: "=县"}
        period: {start: 2023, end: 2027}
        departments: {office: "@局"}
        targets:
          a: {name: '=HYPERLINK("http://x","y")', unit: "+个", reach: {at_least: 5}, group: "-组", lead: [office],
              baseline: {year: 2022, value: 0}}
          b: {name: 状态, milestone: {states: ["=未", "=已"], reach: "=已"}}
          c: {name: 负数, reach: {at_least: -5}, baseline: {year: 2022, value: -9}}
        """
    progress = """
        format: 1
        locality: county
        year: 2024
        figures: {b: {state: "=未"}, c: -7.5}
        """
    _, a, b, c = rows(rendered("csv", examine({"county/plan.yaml": plan, "county/progress/2024.yaml": progress})))

    for row in (a, b, c):
        for place, cell in enumerate(row):
            assert cell[:1] not in tuple("=+-@") or place in (9, 13), cell
    assert (b[9], c[9]) == ("'=未", "-7.5"), "a negative figure stays a number"


def test_commas_quotes_and_line_breaks_stay_in_their_cell(examine: Examine) -> None:
    plan = """
        format: 1
        locality: {id: county, name: 示范县}
        period: {start: 2023, end: 2027}
        targets:
          a: {name: "甲,\\"乙\\"\\n丙;丁", task: {}}
        """
    (_, row) = rows(rendered("csv", examine({"county/plan.yaml": plan})))

    assert row[3] == '甲,"乙" 丙;丁'
