"""``vtrack diff REF``: what changed, in a reviewer's words."""

from __future__ import annotations

import re
import shutil

import pytest
from wcwidth import wcswidth

from tests.cli.commits import Commits
from tests.cli.conftest import Call
from tests.cli.county import DAY

PLAN, Y2023, Y2024, Y2025 = (
    f"plans/demo/{name}" for name in ("plan.yaml", "progress/2023.yaml", "progress/2024.yaml", "progress/2025.yaml")
)
NAME = "农村生活污水处理设施行政村覆盖率"
MORE = """
    roads:
      name: 具备条件的自然村通硬化路比例以及村内主要道路硬化和亮化比例
      unit: 公里
      accumulate: {at_least: 100}
      lead: [office]
      source: 正文二
    bypass:
      name: 环岛公路
      milestone: {states: [谋划储备, 开工建设, 建成通车], reach: 建成通车}
      lead: [office]
      source: 正文三
    growth:
      name: 生产总值增速
      compare: {above: {reference: city-growth}}
      unit: "%"
      lead: [office]
      source: 正文四
"""
Rows = list[tuple[str, str, str, str]]


def shown(vtrack: Call, commits: Commits, *arguments: str, language: str = "en") -> str:
    """What diff prints for a comment."""
    call = ("diff", "main", *arguments, "--as-of", DAY, "--format", "markdown", "--lang", language)
    outcome = vtrack(*call, cwd=commits.root)
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out


def rows(text: str) -> Rows:
    """The rows of its tables."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
    return [(one[0], one[1], one[2], one[3]) for one in cells if one[0] != "target" and not one[0].startswith("-")]


def report(commits: Commits, figures: str, *, year: int = 2025) -> None:
    """A progress file with figures, a line each."""
    lines = "".join(f"  {line}\n" for line in figures.strip().splitlines())
    commits.write(f"plans/demo/progress/{year}.yaml", f"format: 1\nlocality: demo\nyear: {year}\nfigures:\n{lines}")


@pytest.fixture
def county(commits: Commits) -> Commits:
    """The county with more targets, committed."""
    commits.locality("plans/demo", more=MORE)
    commits.commit("more targets")
    return commits


@pytest.mark.parametrize("format_", ["table", "markdown"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_changed_is_said(vtrack: Call, commits: Commits, language: str, format_: str) -> None:
    commits.append(PLAN, "# a comment\n")
    commits.replace(Y2024, "value: 96,", "value: 96.0,")
    call = ("diff", "main", "--as-of", DAY, "--format", format_, "--lang", language)

    outcome = vtrack(*call, cwd=commits.root)

    assert outcome.code == 0
    (line,) = outcome.out.splitlines()
    assert commits.git("rev-parse", "HEAD")[:10] in line
    if language == "en":
        assert line.startswith("nothing changed in figures, verdicts or targets since commit")


def test_a_report_and_what_it_does_to_the_verdict(vtrack: Call, commits: Commits) -> None:
    report(commits, "coverage: {value: 93.5, as_of: 2025-06-30}")

    text = shown(vtrack, commits)

    assert text.startswith("## 示范县\n")
    assert rows(text) == [
        (NAME, "figure of 2025-06-30 added", "", "93.5"),
        (NAME, "verdict", "▲ ahead 96 (+31.4)", "▼ behind 93.5 (-14.3)"),
    ]


def test_the_same_in_chinese(vtrack: Call, commits: Commits) -> None:
    commits.replace(Y2024, "value: 96", "value: 93")
    commits.commit("behind")
    commits.replace(Y2024, "value: 93", "value: 96")

    text = shown(vtrack, commits, language="zh")

    assert "▼ 滞后" in text
    assert "▲ 快于预期" in text
    assert re.search(r"2024-12-31.*\| 93 +\| 96 ", text)


def test_the_lamp_is_named_where_it_alone_moved(vtrack: Call, commits: Commits) -> None:
    commits.replace(Y2024, "value: 96", "value: 93.5")
    commits.commit("yellow")
    commits.replace(Y2024, "value: 93.5", "value: 92")

    assert rows(shown(vtrack, commits))[-1] == (
        NAME,
        "verdict",
        "▼ behind yellow 93.5 (-4.3)",
        "▼ behind orange 92 (-25.7)",
    )


def test_figures_changed_and_removed_with_the_reason(vtrack: Call, commits: Commits) -> None:
    commits.replace(Y2024, "value: 96", "value: 95")
    commits.append(
        Y2024, "revisions:\n  - {target: coverage, as_of: 2024-12-31, was: 96, on: 2025-02-01, reason: 监测数据复核}\n"
    )
    (commits.root / Y2023).unlink()

    assert rows(shown(vtrack, commits)) == [
        (NAME, "figure of 2023-12-31 removed", "93", ""),
        (NAME, "figure of 2024-12-31 changed", "96", "95"),
        (NAME, "revision of 2025-02-01", "96", "监测数据复核"),
        (NAME, "verdict", "▲ ahead 96 (+31.4)", "▲ ahead 95 (+17.1)"),
    ]


def test_figures_of_every_kind(vtrack: Call, county: Commits) -> None:
    report(county, "coverage: {count: 82, of: 85}\nbypass: {state: 开工建设, as_of: 2025-03-31}", year=2025)
    county.replace(Y2025, "of: 85", "of: 85, as_of: 2025-03-31")
    county.append(Y2025, "references:\n  city-growth: {value: 6.9, source: 公报}\n")

    found = rows(shown(vtrack, county))

    assert (NAME, "figure of 2025-03-31 added", "", "96.47 (82/85)") in found
    assert ("环岛公路", "figure of 2025-03-31 added", "", "开工建设") in found
    assert found[-1] == ("city-growth", "figure of 2025-12-31 added", "", "6.9")


def test_keys_of_a_target(vtrack: Call, commits: Commits) -> None:
    commits.replace(
        PLAN,
        f"""    name: {NAME}
    unit: "%"
    reach: {{at_least: 98}}
    baseline: {{year: 2022, value: 91}}
    group: 乡村宜居宜业提升行动
    lead: [office]
""",
        """    name: 污水设施覆盖率
    unit: 个
    reach: {between: [90, 95], by: 2026, schedule: {2024: 92, 2025: 93.5}}
    baseline: {year: 2021, value: 90.5}
    nature: indicative
    lead: [office, housing]
""",
    )
    commits.replace(PLAN, "office: 县政府办公室", "office: 县府办, housing: 县住建局")

    found = [row[1:] for row in rows(shown(vtrack, commits)) if row[1] != "verdict"]

    assert sorted(found) == sorted(
        [
            ("name changed", NAME, "污水设施覆盖率"),
            ("group removed", "乡村宜居宜业提升行动", ""),
            ("lead changed", "县政府办公室", "县府办, 县住建局"),
            ("nature changed", "binding", "indicative"),
            ("by changed", "2027", "2026"),
            ("unit changed", "%", "个"),
            ("baseline changed", "91 (2022)", "90.5 (2021)"),
            (r"at\_least removed", "98", ""),
            ("between added", "", "90–95"),
            ("schedule added", "", "2024: 92, 2025: 93.5"),
        ]
    )


def test_an_amendment_stands_beside_what_it_changed(vtrack: Call, commits: Commits) -> None:
    commits.replace(PLAN, "at_least: 98", "at_least: 95")
    commits.append(
        PLAN,
        "amendments:\n  - {target: coverage, on: 2025-03-01, document: 示政办发〔2025〕3号, reason: 村庄撤并, "
        "was: {at_least: 98}}\n",
    )

    assert rows(shown(vtrack, commits))[:2] == [
        (NAME, r"at\_least changed", "98", "95"),
        (NAME, "amendment of 2025-03-01", r"at\_least: 98", "示政办发〔2025〕3号 村庄撤并"),
    ]


def test_targets_added_and_removed(vtrack: Call, commits: Commits) -> None:
    plan = (commits.root / PLAN).read_text(encoding="utf-8")
    (commits.root / PLAN).write_text(plan.replace("  coverage:", "  reworded:"), encoding="utf-8")
    for path in (Y2023, Y2024):
        commits.replace(path, "coverage:", "reworded:")

    found = rows(shown(vtrack, commits))

    assert [row[1:] for row in found if row[1].startswith("target")] == [
        ("target added", "", "≥ 98 %"),
        ("target removed", "≥ 98 %", ""),
    ]
    assert ("verdict", "", "▲ ahead 96 (+31.4)") in [row[1:] for row in found]
    assert ("verdict", "▲ ahead 96 (+31.4)", "") in [row[1:] for row in found]


def test_the_order_of_the_plan(vtrack: Call, county: Commits) -> None:
    report(county, "growth: 7\nbypass: {state: 开工建设}\nroads: 30\ncoverage: 97")

    names = list(dict.fromkeys(row[0] for row in rows(shown(vtrack, county))))

    assert [name[:4] for name in names] == ["农村生活", "具备条件", "环岛公路", "生产总值"]


def test_grouped_by_locality(vtrack: Call, commits: Commits) -> None:
    commits.locality("plans/other", name="邻县")
    commits.locality("plans/quiet", name="静县")
    commits.commit()
    for folder in ("demo", "other"):
        commits.replace(f"plans/{folder}/progress/2024.yaml", "value: 96", "value: 97")

    text = shown(vtrack, commits)

    assert re.findall("^## (.*)$", text, re.M) == ["示范县", "邻县"]
    assert "figures 2 · targets 0 · verdicts 2" in text
    assert re.findall("^## (.*)$", shown(vtrack, commits, "plans/other"), re.M) == ["邻县"]


def test_localities_new_and_gone(vtrack: Call, commits: Commits) -> None:
    commits.locality("plans/new", name="新县")
    shutil.rmtree(commits.root / "plans/demo")
    commits.replace("plans/new/plan.yaml", "id: new, name: 新县", 'id: new, name: 新县, code: "330305"')

    text = shown(vtrack, commits)
    gone = shown(vtrack, commits, "plans/demo")

    new, _, old = text.partition("## 示范县")
    assert "## 新县\n\na new locality\n" in new
    assert (NAME, "target added", "", "≥ 98 %") in rows(new)
    assert (NAME, "figure of 2024-12-31 added", "", "96") in rows(new)
    assert (NAME, "verdict", "", "▲ ahead 96 (+31.4)") in rows(new)
    for part in (old, gone):
        assert "the locality is gone, with all its files" in part
        assert (NAME, "target removed", "≥ 98 %", "") in rows(part)
        assert (NAME, "figure of 2024-12-31 removed", "96", "") in rows(part)


def test_a_renamed_locality_is_the_same_one(vtrack: Call, commits: Commits) -> None:
    commits.git("mv", "plans/demo", "plans/renamed")
    for name in ("plan.yaml", "progress/2023.yaml", "progress/2024.yaml"):
        commits.replace(f"plans/renamed/{name}", "demo", "renamed")
    commits.replace("plans/renamed/progress/2024.yaml", "value: 96", "value: 97")

    text = shown(vtrack, commits)

    assert rows(text)[0][1:] == ("figure of 2024-12-31 changed", "96", "97")
    assert "gone" not in text


@pytest.mark.parametrize("now", [True, False], ids=["now", "then"])
def test_a_plan_that_cannot_be_read_is_named(vtrack: Call, commits: Commits, now: bool) -> None:
    if now:
        commits.write(PLAN, "format：1\n")
    else:
        good = (commits.root / PLAN).read_text(encoding="utf-8")
        commits.write(PLAN, "format: 1\nlocality: [\n")
        commits.commit("broken")
        commits.write(PLAN, good)

    text = shown(vtrack, commits)

    assert rows(text) == []
    assert f"its plan {'cannot be relied on now' if now else 'could not be relied on then'}" in text
    assert "示范县" in text


@pytest.mark.parametrize("now", [True, False], ids=["now", "then"])
def test_a_progress_file_that_cannot_be_read_is_named(vtrack: Call, commits: Commits, now: bool) -> None:
    """Nothing of it is said to be new or gone, and no verdict is made of the rest."""
    good = (commits.root / Y2024).read_text(encoding="utf-8")
    commits.replace(Y2024, "figures:", "figure:")
    if not now:
        commits.commit("broken")
        commits.write(Y2024, good)
    commits.replace(Y2023, "value: 93", "value: 92")

    text = shown(vtrack, commits)

    assert rows(text) == [(NAME, "figure of 2023-12-31 changed", "93", "92")]
    assert f"a progress file {'cannot be relied on now' if now else 'could not be relied on then'}" in text


@pytest.mark.parametrize("now", [True, False], ids=["now", "then"])
@pytest.mark.parametrize("path", [PLAN, Y2024])
def test_a_target_or_figure_that_cannot_be_read_is_named(vtrack: Call, commits: Commits, path: str, now: bool) -> None:
    good = (commits.root / path).read_text(encoding="utf-8")
    commits.replace(path, *(("at_least: 98", "at_least: much") if path == PLAN else ("value: 96", "value: much")))
    if not now:
        commits.commit("broken")
        commits.write(path, good)

    found = rows(shown(vtrack, commits))

    assert found[0][1] == ("cannot be read now" if now else "could not be read then")
    assert not any("removed" in row[1] or "added" in row[1] for row in found)
    verdicts = [row[2:] for row in found if row[1] == "verdict"]
    assert verdicts == [("▲ ahead 96 (+31.4)", "not judged") if now else ("not judged", "▲ ahead 96 (+31.4)")]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [50, 80, 120])
def test_a_table_keeps_within_its_width(vtrack: Call, county: Commits, width: int, language: str) -> None:
    report(county, "roads: {value: 30, as_of: 2025-06-30}\ncoverage: {value: 97, as_of: 2025-06-30}")
    county.replace(PLAN, "name: 环岛公路", "name: 环岛公路及其连接线和配套停车场、观景平台、驿站、充电设施等一期工程")
    call = ("diff", "main", "--as-of", DAY)

    lines = vtrack(*call, cwd=county.root, VTRACK_LANG=language, COLUMNS=str(width)).out.splitlines()

    assert len(lines) > 8
    assert max(map(wcswidth, lines)) <= width
    (rule,) = (number for number, line in enumerate(lines) if line.strip() and set(line.strip()) <= {"─", " "})
    assert wcswidth(lines[rule + 1].rstrip()) <= wcswidth(lines[rule].rstrip())


def test_a_table_names_a_target_once(vtrack: Call, commits: Commits) -> None:
    commits.replace(Y2024, "value: 96", "value: 97")

    out = vtrack("diff", "main", "--as-of", DAY, cwd=commits.root).out

    assert out.count(NAME) == 1
    assert out.startswith("示范县  plans/demo\n")


def test_colour_is_the_lamps_and_only_asked_for(vtrack: Call, commits: Commits) -> None:
    commits.replace(Y2024, "value: 96", "value: 92")
    call = ("diff", "main", "--as-of", DAY)

    plain, colored = (vtrack(*call, *more, cwd=commits.root).out for more in ((), ("--color", "always")))

    assert "\x1b" not in plain
    assert "\x1b[32m▲ ahead" in colored
    assert re.search(r"\x1b\[38;5;208m▼ behind", colored)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain
    assert "\x1b" not in vtrack(*call, "--color", "always", "--format", "markdown", cwd=commits.root).out


def test_names_of_files_are_no_markup(vtrack: Call, commits: Commits) -> None:
    commits.replace(PLAN, f"name: {NAME}", 'name: "[bold]a|b*c*"')

    assert r"\[bold\]a\|b\*c\*" in shown(vtrack, commits)
    table = vtrack("diff", "main", "--as-of", DAY, "--color", "never", cwd=commits.root).out
    assert "[bold]a|b*c*" in table
    assert "\x1b" not in table


@pytest.mark.parametrize("arguments", [["diff"], ["diff", "main", "--format", "json"]])
def test_a_wrong_call(vtrack: Call, commits: Commits, arguments: list[str]) -> None:
    outcome = vtrack(*arguments, cwd=commits.root)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
