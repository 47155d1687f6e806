"""``vtrack record``: one figure into the right file, or a refusal that says what to do and writes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Outcome, environment
from tests.cli.county import Repository
from tests.cli.on_a_day import MIDYEAR as DAY

pytestmark = pytest.mark.usefixtures("midyear")
MORE = """
projects:
  name: 每年推进重点项目
  unit: 个
  keep: {at_least: 90, entry: flow}
  lead: [office]
quarters:
  name: 断面水质达标率
  unit: "%"
  keep: {at_least: 90, each: quarter, from: 2025}
  lead: [office]
balance:
  name: 人口净流入
  unit: 万人
  reach: {at_least: 0, by: 2026}
  lead: [office]
short:
  name: 已到期目标
  unit: 个
  reach: {at_least: 3, by: 2023}
  lead: [office]
bypass:
  name: 环岛公路
  milestone: {states: [谋划储备, 开工建设, 建成通车], reach: 建成通车}
  lead: [office]
office-work:
  name: 建立工作机制
  task: {by: 2025}
  lead: [office]
"""


@pytest.fixture
def county(repository: Repository) -> Repository:
    """One target is reported for 2023 and 2024; the others are not."""
    folder = repository.locality("plans/demo", value=92, more=MORE)
    with (folder / "progress/2023.yaml").open("a", encoding="utf-8") as file:
        file.write("  short: 3\n  projects: 95\n  balance: 1\n")
    return repository


@pytest.fixture
def record(vtrack: Call, county: Repository) -> Call:
    """``vtrack record demo …`` in the county's repository."""

    def call(*arguments: str, locality: str = "demo") -> Outcome:
        return vtrack("record", locality, *arguments, cwd=county.root)

    return call


def progress(county: Repository, year: int) -> str:
    return (county.root / f"plans/demo/progress/{year}.yaml").read_text(encoding="utf-8")


def added(county: Repository, year: int, before: str) -> list[str]:
    """The lines that a file has now and had not."""
    return [line for line in progress(county, year).splitlines() if line not in before.splitlines()]


def refused(outcome: Outcome, *sentences: str, code: int = 1) -> None:
    assert (outcome.code, outcome.out) == (code, "")
    for sentence in sentences:
        assert sentence in outcome.err


def test_a_figure_goes_into_its_file_and_the_verdict_is_shown(record: Call, county: Repository) -> None:
    before = progress(county, 2024)

    outcome = record("projects", "97")

    assert outcome.code == 0
    assert added(county, 2024, before) == ["  projects: 97"]
    lines = [line.split() for line in outcome.out.splitlines()]
    assert ["taken", "as", "the", "figure", "of", "2024,", "which", "is", "wanted"] in lines
    assert ["plans/demo/progress/2024.yaml:6", "projects:", "97"] in lines
    assert ["before", "○", "not", "reported", "95", "2023"] in lines
    assert ["now", "●", "on", "pace", "97", "2024"] in lines


def test_what_is_said_of_it_goes_with_it(record: Call, county: Repository) -> None:
    before = progress(county, 2024)

    outcome = record("projects", "97", "--source", "统计", "--evidence", "验收单 17", "--note", "口径: 含续建")

    assert outcome.code == 0
    assert added(county, 2024, before) == [
        '  projects: {value: 97, source: statistics, evidence: 验收单 17, note: "口径: 含续建"}'
    ]


def test_a_file_that_is_missing_is_made(record: Call, county: Repository) -> None:
    assert record("projects", "20", "--as-of", "2025-03-31").code == 0

    assert progress(county, 2025).endswith("figures:\n  projects: {value: 20, as_of: 2025-03-31}\n")
    assert county.root.joinpath("plans/demo/progress/2025.yaml").read_bytes().startswith(b"format: 1\n")


@pytest.mark.parametrize(
    ("target", "value", "line"),
    [
        ("coverage", "83/85", "{count: 83, of: 85, as_of: 2025-06-30}"),
        ("环岛公路", "开工", "{state: 开工建设, as_of: 2025-06-30}"),
        ("工作机制", "done", "{done: true, as_of: 2025-06-30}"),
        ("工作机制", "未完成", "{done: false, as_of: 2025-06-30}"),
        ("coverage", "９５．２０", "{value: 95.20, as_of: 2025-06-30}"),
        ("污水处理", "95.20%", "{value: 95.20, as_of: 2025-06-30}"),
        ("balance", "-0.5", "{value: -0.5, as_of: 2025-06-30}"),
    ],
)
def test_whatever_is_reported(record: Call, county: Repository, target: str, value: str, line: str) -> None:
    outcome = record(target, value, "--as-of", DAY)

    assert outcome.code == 0, outcome.err
    assert progress(county, 2025).rstrip().endswith(line)


@pytest.mark.parametrize(
    "arguments",
    [
        ("balance", "-0.5", "--as-of", DAY, "--note", "-5"),
        ("--as-of", DAY, "--note", "-5", "balance", "-0.5"),
        ("--note", "-5", f"--as-of={DAY}", "balance", "--", "-0.5"),
        ("--dry-run", "balance", "-0.5", "--as-of", DAY, "--note", "-5"),
    ],
)
def test_a_number_below_zero_is_no_option(record: Call, county: Repository, arguments: tuple[str, ...]) -> None:
    outcome = record(*arguments)

    assert (outcome.code, outcome.err) == (0, "")
    assert 'balance: {value: -0.5, as_of: 2025-06-30, note: "-5"}' in outcome.out


@pytest.mark.parametrize("name", ["demo", "示范县", "示范", "plans/demo", "plans/demo/plan.yaml"])
def test_the_locality_by_any_name(vtrack: Call, county: Repository, name: str) -> None:
    county.locality("plans/other", name="邻县")

    assert vtrack("record", name, "coverage", "95", "--as-of", DAY, cwd=county.root).code == 0
    assert "coverage: {value: 95" in progress(county, 2025)


def test_a_locality_elsewhere_by_its_folder(vtrack: Call, county: Repository, tmp_path: Path) -> None:
    outcome = vtrack("record", "repository/plans/demo", "coverage", "95", "--as-of", DAY, cwd=tmp_path)

    assert outcome.code == 0
    assert "repository/plans/demo/progress/2025.yaml:" in outcome.out


def test_names_that_are_unknown_or_mean_several_are_answered_with_what_there_is(
    vtrack: Call, record: Call, county: Repository
) -> None:
    county.locality("plans/other", name="示范乡")
    before = county.snapshot()

    refused(record("coverege", "95"), "did you mean coverage (农村生活污水处理设施行政村覆盖率)?", code=2)
    refused(record("目标", "95", locality="nosuch"), "there is no locality nosuch", code=2)
    refused(record("coverage", "95", locality="示范"), "demo (示范县), other (示范乡)", code=2)
    refused(record("率", "95"), "may be any of these targets", code=2)
    assert county.snapshot() == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("coverage", "九十五"), "九十五 is no number"),
        (("coverage", "x"), "x is no figure"),
        (("coverage", "101/85", "--as-of", DAY), "101"),
        (("coverage", "95", "--as-of", "2025-07-01"), "2025-07-01 has not come yet"),
        (("coverage", "95", "--year", "2025", "--as-of", "2024-07-01"), "2024-07-01 in the file of 2025"),
        (("coverage", "95", "--year", "2026"), "2026-12-31 has not come yet"),
        (("projects", "83/85"), "83/85 is a count of a whole"),
        (("projects", "98%"), "98% is a percentage"),
        (("bypass", "通车了"), "通车了 is none of its states"),
        (("office-work", "3"), "3 does not say whether the work is done"),
    ],
)
def test_what_the_rules_call_an_error_is_refused(
    record: Call, county: Repository, arguments: tuple[str, ...], sentence: str
) -> None:
    before = county.snapshot()

    refused(record(*arguments), sentence, "→ ")

    assert county.snapshot() == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("coverage", "95", "--as-of", "June"), "June is no day"),
        (("coverage", "95", "--as-of", "2025-02-30"), "2025-02-30 is no day"),
        (("coverage", "95", "--source", "邻居"), "there is no source 邻居; write self"),
        (("coverage", "95", "--year", "25"), "25"),
    ],
)
def test_a_call_that_is_wrong(record: Call, county: Repository, arguments: tuple[str, ...], sentence: str) -> None:
    before = county.snapshot()

    refused(record(*arguments), sentence, code=2)

    assert county.snapshot() == before


def test_a_missed_target_is_no_reason_to_keep_an_honest_figure_out(record: Call) -> None:
    outcome = record("short", "2", "--year", "2023", "--reason", "核减")

    assert outcome.code == 0
    assert "× missed" in outcome.out


class TestWhichYearAndDay:
    """What is taken where the call does not say it."""

    def test_the_period_that_is_wanted(self, record: Call, county: Repository) -> None:
        assert "taken as the figure of 2024, which is wanted" in record("projects", "97").out
        assert "  projects: 97\n" in progress(county, 2024)

    def test_today_where_nothing_is_wanted(self, record: Call, county: Repository) -> None:
        assert "taken as of today, 2025-06-30; another day is given by --as-of" in record("coverage", "94").out
        assert "coverage: {value: 94, as_of: 2025-06-30}" in progress(county, 2025)

    def test_today_in_the_running_year(self, record: Call, county: Repository) -> None:
        assert "taken as of today, 2025-06-30" in record("coverage", "94", "--year", "2025").out
        assert "coverage: {value: 94, as_of: 2025-06-30}" in progress(county, 2025)

    def test_the_last_day_of_a_year_that_is_over(self, record: Call, county: Repository) -> None:
        assert "taken as" not in record("projects", "97", "--year", "2024").out
        assert "  projects: 97\n" in progress(county, 2024)

    def test_the_last_day_of_a_quarter(self, record: Call, county: Repository) -> None:
        assert record("quarters", "97", "--as-of", "2025-06-30").code == 0
        assert "taken as the figure of 2025-Q1, which is wanted" in record("quarters", "97").out
        assert "{value: 97, as_of: 2025-03-31}" in progress(county, 2025)

    def test_of_several_periods_none_is_chosen(self, record: Call, county: Repository) -> None:
        before = county.snapshot()

        refused(record("quarters", "97"), "say which by --as-of: 2025-03-31, 2025-06-30", code=2)
        refused(record("quarters", "97", "--year", "2025"), "say which by --as-of", code=2)

        assert county.snapshot() == before

    def test_none_after_the_deadline(self, record: Call) -> None:
        refused(record("short", "4"), "已到期目标 ended on 2023-12-31 and wants no more figures", code=2)

    def test_a_state_and_work_are_of_today(self, record: Call, county: Repository) -> None:
        assert record("bypass", "开工").code == record("office-work", "完成", "--evidence", "纪要").code == 0
        assert "bypass: {state: 开工建设, as_of: 2025-06-30}" in progress(county, 2025)
        assert "office-work: {done: true, as_of: 2025-06-30, evidence: 纪要}" in progress(county, 2025)
        assert record("bypass", "谋划", "--year", "2024").code == 0
        assert "  bypass: {state: 谋划储备}\n" in progress(county, 2024)

    def test_the_same_call_made_twice_makes_no_figure_of_today(self, record: Call, county: Repository) -> None:
        assert record("projects", "97").code == 0
        before = county.snapshot()

        refused(record("projects", "97"), "97 is reported for 2024-12-31 already", "--as-of today")

        assert county.snapshot() == before
        assert record("projects", "97", "--as-of", "today").code == 0


class TestWhatIsReportedAlready:
    """A figure of the same day is changed with a reason, or not at all."""

    def test_it_is_refused_without_a_reason(self, record: Call, county: Repository) -> None:
        before = county.snapshot()

        refused(
            record("coverage", "95", "--year", "2024"), "92 is reported for 2024-12-31 already", "→ give the reason"
        )

        assert county.snapshot() == before

    def test_with_a_reason_it_is_changed_and_the_revision_written(self, record: Call, county: Repository) -> None:
        outcome = record("coverage", "95", "--year", "2024", "--reason", "统计部门复核")

        assert outcome.code == 0
        text = progress(county, 2024)
        assert "  coverage: {value: 95, source: statistics, evidence: 验收单 2024-1}\n" in text
        assert text.endswith(
            "revisions:\n  - {target: coverage, as_of: 2024-12-31, was: 92, on: 2025-06-30, reason: 统计部门复核}\n"
        )

    def test_the_same_figure_changes_nothing(self, record: Call, county: Repository) -> None:
        before = county.snapshot()

        outcome = record("coverage", "92.0", "--year", "2024")

        assert outcome.code == 0
        assert "the file says so already; nothing was written" in outcome.out
        assert county.snapshot() == before


def test_a_dry_run_shows_the_difference_and_writes_nothing(record: Call, county: Repository) -> None:
    before = county.snapshot()

    outcome = record("projects", "97", "--dry-run")

    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert "+++ b/plans/demo/progress/2024.yaml" in lines
    assert "+  projects: 97" in lines
    assert "a dry run: nothing was written" in lines
    assert "● on pace" in outcome.out
    assert county.snapshot() == before


def test_what_the_rules_remark_is_told(record: Call) -> None:
    assert "figure/unit-mixup" in record("coverage", "0.93").out

    outcome = record("office-work", "done")

    assert outcome.code == 0
    assert "warning figure/no-evidence" in outcome.out
    assert "→ add evidence:" in outcome.out


def test_nothing_is_entered_where_the_files_cannot_be_relied_on(record: Call, county: Repository) -> None:
    (county.root / "plans/demo/progress/2024.yaml").write_text(
        "format: 1\nlocality: demo\nyear: 2024\nfigures: 7\n", encoding="utf-8"
    )
    before = county.snapshot()
    refused(record("projects", "97", "--year", "2024"), "plans/demo/progress/2024.yaml:4:10", "→ ")

    (county.root / "plans/demo/plan.yaml").write_text("format: 1\ntargets: [\n", encoding="utf-8")
    refused(record("projects", "97"), "plans/demo/plan.yaml cannot be relied on, so nothing is entered")

    assert {**county.snapshot(), "plans/demo/plan.yaml": before["plans/demo/plan.yaml"]} == before


def test_a_target_that_is_faulty_is_no_unknown_one(record: Call, county: Repository) -> None:
    plan = county.root / "plans/demo/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("at_least: 90, entry", "at_laest: 90, entry"), "utf-8")

    refused(record("projects", "97"), "projects is faulty in plans/demo/plan.yaml, so nothing is entered")


def test_where_faulty_data_hides_what_is_wanted_the_day_must_be_said(record: Call, county: Repository) -> None:
    (county.root / "plans/demo/progress/2023.yaml").write_text("figures: 7\n", encoding="utf-8")

    refused(record("projects", "97"), "faulty data hides which figure of 每年推进重点项目 is wanted", code=2)
    assert record("projects", "97", "--as-of", "2024-12-31").code == 0


@pytest.mark.parametrize("arguments", [(), ("demo",), ("demo", "coverage")])
def test_without_a_terminal_nobody_is_asked(vtrack: Call, county: Repository, arguments: tuple[str, ...]) -> None:
    outcome = vtrack("record", *arguments, cwd=county.root)

    refused(outcome, "without a terminal there is nobody to ask", code=2)
    assert len(outcome.err.splitlines()) == 1


def test_options_need_their_figure(vtrack: Call, county: Repository) -> None:
    refused(vtrack("record", "demo", "coverage", "--year", "2024", cwd=county.root), "needs the figure", code=2)


def test_it_speaks_chinese_to_an_old_console(county: Repository) -> None:
    """GBK in, GBK out."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.on_a_day", DAY, "record", "示范县", "环岛公路", "开工建设"],
        cwd=county.root,
        env=environment({"VTRACK_LANG": "zh", "PYTHONIOENCODING": "gbk"}),
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert "推进中" in done.stdout.decode("gbk")


def test_two_at_once_lose_nothing(county: Repository) -> None:
    figures = {"coverage": "93", "projects": "44", "balance": "1.5", "bypass": "开工建设"}
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.cli.on_a_day", DAY, "record", "demo", target, value, "--as-of", DAY],
            cwd=county.root,
            env=environment({}),
            stdout=subprocess.DEVNULL,
        )
        for target, value in figures.items()
    ]

    assert [process.wait(timeout=60) for process in processes] == [0, 0, 0, 0]
    text = progress(county, 2025)
    assert all(f"{target}: {{" in text for target in figures)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever runs this may write anywhere")
def test_a_file_that_cannot_be_written_is_said(record: Call, county: Repository) -> None:
    folder = county.root / "plans/demo/progress"
    folder.chmod(0o555)
    try:
        refused(record("projects", "97"), "cannot write", "nothing was changed", code=2)
    finally:
        folder.chmod(0o755)
