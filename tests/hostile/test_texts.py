"""Texts made to crash, to hang or to fill the memory: each gets findings, in bounded time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.hold import PLAN, PROGRESS, answer, checked, folder
from vtrack.text.reading import MAX_BYTES

TARGETS = PLAN.index("targets:\n") + len("targets:\n")
FULL = MAX_BYTES - 4096


def with_targets(text: str) -> str:
    return PLAN[:TARGETS] + text + PLAN[TARGETS:]


def with_figure(text: str) -> str:
    return PROGRESS.replace("95", text)


def filled(piece: str, begin: str = "", end: str = "") -> str:
    """A text about as long as one that is still read."""
    return begin + piece * ((FULL - len((begin + end).encode())) // len(piece.encode())) + end


def numbered(line: str, count: int) -> str:
    return "".join(line.format(number) for number in range(count))


NO_PLAN = {"schema/missing-key", "schema/unknown-key"}
PLANS: dict[str, tuple[str | bytes, set[str]]] = {
    "alias bomb": (
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n",
        {"text/alias", "text/anchor"},
    ),
    "merge bomb": (
        "a: &a {x: 1}\nb: &b {<<: [*a,*a,*a,*a]}\nc: &c {<<: [*b,*b,*b,*b]}\n" * 2000,
        {"text/alias", "text/anchor", "text/merge-key", "text/too-many"},
    ),
    "an alias to itself": ("a: &a [*a]\n", {"text/alias", "text/anchor"}),
    "a line of 100 MB": (b'note: "' + b"x" * 100_000_000 + b'"\n', {"text/size"}),
    "a long line": (filled("x", 'note: "', '"\n'), {"schema/missing-key", "schema/unknown-key"}),
    "100,000 targets": (
        with_targets(numbered("  t{0}: {{name: 指标{0}, unit: 个, reach: {{at_least: 1}}}}\n", 100_000)),
        {"text/size"},
    ),
    "many targets that are nothing": (
        with_targets(numbered("  t{0}: 1\n", 20_000)),
        {"schema/too-many", "schema/type"},
    ),
    "many ids that are none": (with_targets(numbered("  目标{0}: {{}}\n", 20_000)), {"schema/too-many", "schema/id"}),
    "many unknown keys": (
        PLAN + numbered("zz{0}: 1\n", 20_000),
        {"schema/too-many", "schema/unknown-key"},
    ),
    "one key again and again": (PLAN + "  one: {name: x}\n" * 5_000, {"text/duplicate-key", "text/too-many"}),
    "brackets that close": ("x: " + "[" * 100_000 + "]" * 100_000 + "\n", {"text/depth"}),
    "brackets that never close": (filled("[", "x: "), {"text/depth"}),
    "braces that never close": (filled("{", "x: "), {"text/depth"}),
    "lists in lists": (filled("- "), {"text/depth"}),
    "keys that are asked for": (filled("? "), {"text/depth"}),
    "blocks in blocks": ("".join(f"{' ' * depth}a:\n" for depth in range(2_500)), {"text/depth"}),
    "a list of nothing but numbers": (filled("- 1\n", "x:\n"), {"schema/missing-key", "schema/unknown-key"}),
    "nothing but commas": (filled(",", "x: [", "]\n"), {"text/syntax"}),
    "nothing but full-width colons": (filled("：", "x: "), {"schema/missing-key", "schema/unknown-key"}),
    "nothing but quotes": (filled('"'), {"text/syntax"}),
    "nothing but tabs": (filled("\t"), {"text/syntax"}),
    "nothing but line breaks": (filled("\n"), {"schema/type"}),
    "nothing but colons": (filled(": "), {"text/syntax"}),
    "documents without end": (PLAN + f"---\n{PLAN}" * 1000, {"text/second-document"}),
    "bytes that are no text": (b"name: \xff\xfe\xfa\n", {"text/encoding"}),
    "UTF-16": (PLAN.encode("utf-16"), {"text/encoding"}),
    "half a character": ('name: "\\ud800"\n', {"text/syntax"}),
    "a null character": (b"name: a\0b\n", {"text/control-character", "schema/missing-key", "schema/unknown-key"}),
    "only null characters": (b"\0" * 100_000, {"text/control-character", "text/encoding"}),
    "code in a tag": (PLAN.replace("98", '!!python/object/apply:os.system ["touch owned"]'), {"text/tag"}),
    "a version from the future": ("%YAML 9.9\n---\n" + PLAN, {"text/syntax"}),
    "empty": (b"", {"schema/type"}),
    "mistypings without number": (filled("x：1\n"), {"text/too-many", "text/full-width-colon"}),
    "hidden characters in one line": (filled("a\u200b", 'x: "', '"\n'), {"text/too-many", "text/invisible-character"}),
    "escapes in one line": (filled("\\ea", 'x: "', '"\n'), {"text/too-many", "text/control-character"} | NO_PLAN),
}


@pytest.mark.parametrize("name", PLANS)
def test_a_hostile_plan_gets_findings(name: str, tmp_path: Path) -> None:
    plan, rules = PLANS[name]

    found = checked(folder(tmp_path, plan, None).parent)

    assert found.code == 1
    assert found.rules == rules
    assert found.report["verdicts"] == []
    assert not (tmp_path / "owned").exists()


FIGURES: dict[str, tuple[str, set[str]]] = {
    "an exponent": ("1e999999999", {"text/number-size"}),
    "a small exponent": ("1e-999999999", {"text/number-size"}),
    "a million digits": ("9" * 1_000_000, {"text/number-size"}),
    "a long fraction": ("0." + "1" * 200_000, {"text/number-size"}),
    "no number": (".nan", {"schema/number"}),
    "without end": (".inf", {"schema/number"}),
    "sixteen": ("0x1F", {"schema/number"}),
    "sixty": ("1:30:00", {"schema/number"}),
    "a million reports": (
        "\n" + "    - {value: 1, as_of: 2024-06-30}\n" * 20_000,
        {"figure/duplicate-date"},
    ),
}


@pytest.mark.parametrize("name", FIGURES)
def test_a_hostile_figure_gets_a_finding(name: str, tmp_path: Path) -> None:
    figure, rules = FIGURES[name]

    found = checked(folder(tmp_path, progress=with_figure(figure)).parent)

    assert found.code in (0, 1)
    assert rules <= found.rules


ENTRIES = {
    "revisions": "  - {{target: one, as_of: 2024-12-31, was: {0}, on: 2025-01-01, reason: x}}\n",
    "references": "  gdp{0}: {{value: {0}, source: 公报}}\n",
    "figures of other targets": "  one{0}: 3\n",
}


@pytest.mark.parametrize("name", ENTRIES)
def test_many_entries_end_in_bounded_time(name: str, tmp_path: Path) -> None:
    lines = numbered(ENTRIES[name], 30_000)
    head = "" if name.startswith("figures") else f"{name}:\n"

    found = checked(folder(tmp_path, progress=PROGRESS + head + lines).parent)

    assert found.code in (0, 1)


NAMES = {
    "targets of one name": "  t{0}: {{name: 指标同名甲乙丙丁, unit: 个, reach: {{at_least: 5}}}}\n",
    "targets of alike names": "  t{0}: {{name: 完成指标甲乙丙丁{0}个, unit: 个, reach: {{at_least: 5}}}}\n",
    "growths and levels": "  t{0}: {{name: 居民收入增长{0}, unit: '%', grow: {{at_least: 5, entry: rates}}}}\n",
    "aggregates": "  t{0}: {{name: 全县公路里程其中{0}, unit: 公里, accumulate: {{at_least: {0}}}}}\n",
}


@pytest.mark.parametrize("name", NAMES)
def test_many_targets_are_compared_in_bounded_time(name: str, tmp_path: Path) -> None:
    found = checked(folder(tmp_path, with_targets(numbered(NAMES[name], 10_000)), None).parent)

    assert found.code == 0
    assert len(found.report["verdicts"]) == 10_001


@pytest.mark.parametrize("by", ["department", "locality"])
def test_many_targets_are_due_in_bounded_time(by: str, tmp_path: Path) -> None:
    line = "  t{0}: {{name: 完成指标甲乙丙丁{0}个, unit: 个, reach: {{at_least: 5}}, lead: [office]}}\n"
    folder(tmp_path, with_targets(numbered(line, 10_000)), None)

    found = answer("due", ".", "--as-of", "2026-01-20", "--by", by, cwd=tmp_path)

    assert found.code == 0
    assert found.out.count("! ") > 10_000


def test_many_departments_are_compared_in_bounded_time(tmp_path: Path) -> None:
    units = numbered("  b{0}: 农业农村{0}局办公室\n", 20_000)
    plan = PLAN.replace("departments: {office: 甲局}\n", f"departments:\n  office: 甲局\n{units}")

    found = checked(folder(tmp_path, plan, None).parent)

    assert found.code == 0


def test_many_statements_and_states_end_in_bounded_time(tmp_path: Path) -> None:
    stated = "    stated:\n" + numbered("      - {{source: 附件{0}, at_least: {0}}}\n", 10_000)
    states = ", ".join(f"s{number}" for number in range(20_000))
    plan = f"{PLAN}{stated}  two: {{name: 指标二, milestone: {{states: [{states}], reach: s7}}, lead: [office]}}\n"

    found = checked(folder(tmp_path, plan, with_figure("95\n  two: {state: s9x}")).parent)

    assert found.code == 1
    assert "figure/unknown-state" in found.rules


def test_periods_without_number(tmp_path: Path) -> None:
    plan = PLAN.replace("start: 2023, end: 2027", "start: 1900, end: 2199")
    monthly = plan.replace("reach: {at_least: 98}", "keep: {at_least: 1, each: month}")

    found = checked(folder(tmp_path, monthly).parent)

    assert found.code in (0, 1)
    assert len(found.report["verdicts"]) == 1
