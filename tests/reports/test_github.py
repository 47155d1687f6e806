"""``github``: what the runner makes of the log, by the rules that GitHub documents for workflow commands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import pytest

from tests.reports.conftest import AWKWARD, HOSTILE, MACHINES, WAIVED, Examine, rendered
from vtrack.language import translator
from vtrack.reports.markdown import SUMMARY_LIMIT, fitting
from vtrack.reports.words import View

KINDS = ["error", "warning", "notice"]


@dataclass(frozen=True)
class Command:
    """A workflow command as the runner reads it."""

    kind: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """Every command in a log: ``::name key=value,key=value::data`` at the beginning of a line, blanks aside.

    A line without one may hold a command of the older form, ``##[name]data``, anywhere.
    """
    found = []
    for line in re.split(r"\r\n|\r|\n", log):
        text = line.lstrip()
        if text.startswith("::") and (end := text.find("::", 2)) >= 0:
            name, _, listed = text[2:end].partition(" ")
            pairs = [pair.partition("=") for pair in listed.strip().split(",") if pair]
            properties = {key: unescaped(value, property_=True) for key, _, value in pairs if value}
            found.append(Command(name, properties, unescaped(text[end + 2 :])))
        elif old := re.search(r"##\[([^\]]*)\](.*)", text):
            found.append(Command(f"##{old[1]}", {}, old[2]))
    return found


def unescaped(text: str, *, property_: bool = False) -> str:
    for escape, character in (("%0D", "\r"), ("%0A", "\n")):
        text = text.replace(escape, character)
    if property_:
        text = text.replace("%3A", ":").replace("%2C", ",")
    return text.replace("%25", "%")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_finding_is_one_command_that_reads_as_it_was_meant(examine: Examine, language: str) -> None:
    result = examine(AWKWARD, families=MACHINES)
    expected = [one for one in result.findings if not one.waived]
    expected.sort(key=lambda one: ["error", "warning", "info"].index(one.severity.value))
    view = View(translator(language))

    read = commands(rendered("github", result, language, verbose=True))

    assert {one.severity.value for one in expected} == {"error", "warning", "info"}
    assert len(read) == len(expected)
    for command, finding in zip(read, expected, strict=True):
        assert command.kind == {"info": "notice"}.get(finding.severity.value, finding.severity.value)
        assert command.properties["file"] == finding.file
        assert command.properties["title"] == finding.rule
        assert (command.properties["line"], command.properties["endLine"]) == (
            str(finding.span.line),
            str(finding.span.end_line),
        )
        assert command.data.startswith(view.word(finding.message))
        assert finding.hint is None or command.data.endswith(f" → {view.word(finding.hint)}")


def test_columns_are_told_of_one_line_alone(examine: Examine) -> None:
    result = examine(AWKWARD, families=MACHINES)

    for command, finding in zip(
        commands(rendered("github", result, verbose=True)),
        sorted((one for one in result.findings if not one.waived), key=lambda one: one.severity.rank),
        strict=True,
    ):
        of_one_line = finding.span.line == finding.span.end_line
        assert ("col" in command.properties) == of_one_line
        if of_one_line:
            assert command.properties["col"] == str(finding.span.column)
            assert command.properties["endColumn"] == str(finding.span.end_column)


def test_nothing_in_a_file_is_a_command(examine: Examine) -> None:
    result = examine(AWKWARD, families=MACHINES)

    read = commands(rendered("github", result, verbose=True))

    assert {one.kind for one in read} <= set(KINDS)
    assert all(set(one.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"} for one in read)
    assert any("甲: :error: :乙,丙=丁%0A" in one.data for one in read), "and is shown nearly as it stands there"
    assert "\\n" in HOSTILE
    assert all("\n" not in one.data and "\r" not in one.data for one in read)


def test_the_gravest_come_first_as_the_runner_shows_ten_of_a_kind(examine: Examine) -> None:
    kinds = [one.kind for one in commands(rendered("github", examine(AWKWARD, families=MACHINES), verbose=True))]

    assert kinds == sorted(kinds, key=KINDS.index)


def test_what_is_for_information_is_a_notice_only_when_it_is_asked_for(examine: Examine) -> None:
    result = examine(AWKWARD, families=MACHINES)

    asked = [one.kind for one in commands(rendered("github", result, verbose=True))]
    unasked = [one.kind for one in commands(rendered("github", result))]

    assert "notice" in asked
    assert unasked == [kind for kind in asked if kind != "notice"]


def test_a_waived_finding_is_counted_and_not_shown(examine: Examine) -> None:
    log = rendered("github", examine(WAIVED))
    after = rendered("github", examine(WAIVED, day=date(2025, 7, 1)))

    assert "target/missed" not in log
    assert log.splitlines()[-1].endswith("waived 1")
    assert "title=target/missed" in after


def test_the_last_lines_are_counts(examine: Examine) -> None:
    last = [line for line in rendered("github", examine(WAIVED)).splitlines() if not line.startswith("::")]

    assert last[0] == "as of 2025-06-30 · localities 1 · targets 8 · files 4"
    assert last[-1].startswith("errors ")
    assert commands("\n".join(last)) == []


def test_the_steps_summary_is_the_markdown_report(examine: Examine) -> None:
    whole = rendered("markdown", examine(WAIVED))

    assert fitting([whole], View(translator("en"))) == whole


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_long_summary_is_cut_at_the_end_of_a_line_below_the_runners_limit(examine: Examine, language: str) -> None:
    targets = "\n".join(f"          t{n}: {{name: {'长' * 60}, task: {{}}}}" for n in range(6000))
    plan = "        format: 1\n        locality: {id: county, name: 县}\n        period: {start: 2023, end: 2027}\n"
    result = examine({"county/plan.yaml": f"{plan}        targets:\n{targets}\n"}, families=("text",))
    view = View(translator(language))

    whole = rendered("markdown", result, language)
    text = fitting(whole.splitlines(keepends=True), view)

    assert len(whole.encode()) > SUMMARY_LIMIT
    assert 0.9 * SUMMARY_LIMIT < len(text.encode()) <= SUMMARY_LIMIT <= 1024 * 1024
    *lines, last = text.strip().splitlines()
    assert lines[-2].endswith("|"), "a whole row"
    assert last.startswith("…")
    assert len(fitting([whole], view, 200).encode()) <= 200, "where earlier commands of the step used up the room"
