"""Texts from files reach a terminal as text: no escape sequence and no invisible character is sent as it is."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pytest

from tests.reports.conftest import Examine, rendered
from vtrack.reports.formats import FORMATS

HOSTILE = "\x1b[2J\x1b]0;title\x07\x9b31m\u202e\u200b\x00\x7f\u2028"
YAML = '"甲\\e[2J\\e]0;title\\a\\x9b31m\\u202e\\u200b\\0\\x7f\\u2028乙"'
PLAN = f"""
    format: 1
    locality: {{id: county, name: {YAML}}}
    period: {{start: 2023, end: 2024}}
    departments: {{office: {YAML}}}
    targets:
      a: {{name: {YAML}, unit: {YAML}, reach: {{at_least: 5}}, group: {YAML}, lead: [office]}}
      b: {{name: {YAML}, milestone: {{states: [{YAML}, 成], reach: 成}}, lead: [office]}}
      c: {{name: {YAML}, task: {{}}, lead: [office], "bad\\e[31m": 1}}
    """
PROGRESS = f"""
    format: 1
    locality: county
    year: 2024
    figures: {{a: 3, b: {{state: {YAML}}}}}
    """


def unseen(text: str) -> set[str]:
    """The characters of a report that steer a terminal or cannot be seen."""
    allowed = "\n\u3000 "
    return {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") and c not in allowed}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", FORMATS)
def test_no_format_sends_them(examine: Examine, name: str, language: str) -> None:
    result = examine({"county/plan.yaml": PLAN, "county/progress/2024.yaml": PROGRESS})

    text = rendered(name, result, language, width=200, verbose=True)
    if name == "csv":
        text = text.removeprefix("\ufeff").replace("\r\n", "\n")

    assert unseen(text) == set()
    assert "甲" in text


@pytest.mark.parametrize("name", ["plain", "csv"])
def test_people_are_shown_what_stands_there(examine: Examine, name: str) -> None:
    text = rendered(name, examine({"county/plan.yaml": PLAN, "county/progress/2024.yaml": PROGRESS}))

    assert "甲<U+001B>[2J<U+001B>]0;title<U+0007><U+009B>31m<U+202E><U+200B>" in text


def test_json_keeps_them_as_escapes(examine: Examine) -> None:
    data = json.loads(rendered("json", examine({"county/plan.yaml": PLAN, "county/progress/2024.yaml": PROGRESS})))

    assert data["verdicts"][0]["name"] == f"甲{HOSTILE}乙"
    assert data["verdicts"][1]["figure"] == f"甲{HOSTILE}乙"


def test_a_full_width_space_is_no_stranger_to_a_chinese_heading(examine: Examine) -> None:
    plan = """
        format: 1
        locality: {id: county, name: 示范县}
        period: {start: 2023, end: 2024}
        targets: {a: {name: "一　总则", task: {}, group: "第一章　总则"}}
        """
    result = examine({"county/plan.yaml": plan})

    for name in ("table", "plain", "markdown", "json"):
        assert "一　总则" in rendered(name, result, width=120), name
    (_, row) = csv.reader(io.StringIO(rendered("csv", result)))
    assert row[2:4] == ["第一章　总则", "一　总则"]


def test_a_file_name_cannot_steer_either(examine: Examine) -> None:
    folder = "county\x1b[31m"
    result = examine({f"{folder}/plan.yaml": "a: [\n"})

    for name in FORMATS:
        text = rendered(name, result, width=200)
        assert "\x1b" not in text, name
