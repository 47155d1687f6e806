"""``vtrack show``: everything about a locality or one of its targets."""

from __future__ import annotations

import os
import shutil
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from wcwidth import wcswidth

from tests.cli.conftest import ROOT, Call, environment, run
from tests.cli.county import DAY, Repository
from tests.reports.test_steps import value_of

COUNTY = ROOT / "examples" / "county"
AS_OF = "2026-03-31"
REVISED = """
format: 1
locality: demo
year: 2024
figures:
  coverage:
    - {value: 94.5, as_of: 2024-06-30, source: third_party, evidence: 验收单 17, note: 年中}
    - {value: 96, as_of: 2024-12-31}
revisions:
  - {target: coverage, as_of: 2024-12-31, was: 95, on: 2025-02-01, reason: 漏报一村}
  - {target: coverage, as_of: 2024-12-31, was: 95.5, on: 2025-03-01, reason: 复核}
  - {target: coverage, as_of: 2024-06-30, was: 94.9, on: 2024-09-01, reason: 监测}
"""


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """The county of the examples, in a folder of its own."""
    return Path(shutil.copytree(COUNTY, tmp_path / "plans"))


def block(text: str, title: str) -> list[str]:
    """The lines below a title, up to the next empty one, without their outer blanks."""
    return text[text.index(f"\n{title}\n") :].split("\n\n", maxsplit=1)[0].splitlines()[2:]


class TestOneTarget:
    def test_what_the_plan_says(self, vtrack: Call, county: Path) -> None:
        out = vtrack("show", "yunqiao", "sewage-coverage", "--as-of", AS_OF).out

        for words in (
            "云桥县 · 农村生活污水治理行政村覆盖率  sewage-coverage",
            "▼ behind · lamp yellow · gap -3.7 · as of 2026-03-31   vtrack explain behind",
            "form             reach (value at the deadline)",
            "bound            ≥ 90 %",
            "deadline         2027 (from the plan's period)",
            "baseline         62 % at the end of 2022",
            "nature           binding",
            "lead units       县生态环境局",
            "assisting units  县住房城乡建设局",
            "source clause    二（二）7；附件10",
            "written in       plans/yunqiao/plan.yaml:139",
        ):
            assert words in out

    def test_every_place_that_states_it(self, vtrack: Call, county: Path) -> None:
        out = vtrack("show", "yunqiao", "waste-sorting", "--as-of", AS_OF).out

        stated = [" ".join(line.split()) for line in out.splitlines() if line.startswith("stated in")]
        assert stated == ["stated in 二（二）8: ≥ 95", "stated in 附件11: ≥ 95, due by 2027-12-31"]

    def test_every_figure_with_what_was_expected(self, vtrack: Call, county: Path) -> None:
        out = vtrack("show", "yunqiao", "sewage-coverage", "--as-of", AS_OF).out

        rows = [" ".join(line.split()) for line in block(out, "figures")]
        assert rows[0] == "day figure expected gap source evidence, note"
        assert rows[2:] == [
            "2023-12-31 68.25 (86/126) 67.6 +2.3 self-reported",
            "2024-12-31 73.02 (92/126) 73.2 -0.7 self-reported 县生态环境局验收单2024-31",
            "2025-12-31 77.78 (98/126) 78.8 -3.7 self-reported 县生态环境局验收单2025-28",
        ]
        assert block(out, "expected path") == ["  2022-12-31 62 % → 2027-12-31 90 %"]

    def test_figures_after_the_day_are_not_known(self, vtrack: Call, county: Path) -> None:
        out = vtrack("show", "yunqiao", "sewage-coverage", "--as-of", "2025-03-31").out

        assert "2024-12-31  73.02" in out
        assert "2025-12-31" not in out

    def test_the_totals_of_an_accumulation(self, vtrack: Call, county: Path) -> None:
        rows = block(vtrack("show", "yunqiao", "new-enterprises", "--as-of", AS_OF).out, "figures")

        assert [row.split()[1:5] for row in rows[2:]] == [
            ["4", "4", "5", "-4"],
            ["5", "9", "10", "-4"],
            ["3", "12", "15", "-12"],
            ["1", "13", "16.25", "-13"],
        ]

    def test_what_was_changed_and_why(self, vtrack: Call, repository: Repository) -> None:
        repository.locality("plans/demo")
        repository.write("plans/demo/progress/2024.yaml", REVISED)
        plan = repository.root / "plans" / "demo" / "plan.yaml"
        amendment = "{target: coverage, on: 2024-03-01, document: 示政发〔2024〕3号, reason: 评估, was: {at_least: 95}}"
        plan.write_text(f"{plan.read_text(encoding='utf-8')}\namendments:\n  - {amendment}\n", encoding="utf-8")

        out = vtrack("show", "demo", "coverage", "--as-of", DAY, cwd=repository.root, VTRACK_LANG="en").out

        assert [row.split() for row in block(out, "revisions of figures")[2:]] == [
            ["2024-06-30", "94.9", "94.5", "2024-09-01", "监测"],
            ["2024-12-31", "95", "95.5", "2025-02-01", "漏报一村"],
            ["2024-12-31", "95.5", "96", "2025-03-01", "复核"],
        ]
        assert block(out, "amendments of the target")[2].split() == [
            "2024-03-01", "示政发〔2024〕3号", "at_least:", "95", "评估",
        ]  # fmt: skip
        assert "third party" in out
        assert "验收单 17; 年中" in out

    def test_the_states_of_a_milestone(self, vtrack: Call, county: Path) -> None:
        out = vtrack("show", "yunqiao", "sewage-plant", "--as-of", AS_OF).out

        assert block(out, "chart") == [
            "  [x] 前期工作  reported 2023-12-31",
            "  [x] 开工建设  reported 2026-03-25  expected 2024-12-31",
            "  [ ] 主体完工  expected 2025-12-31",
            "  [ ] 投入运行  required 2026-12-31",
        ]

    def test_the_findings_about_it(self, vtrack: Call, county: Path) -> None:
        outcome = vtrack("show", "yunqiao", "village-doctors", "--as-of", AS_OF)

        assert "error  vtrack explain target/missed" in outcome.out
        assert outcome.code == 0, "the verdict is shown whole; whether it is good is not asked here"

    def test_a_target_by_a_part_of_its_name(self, vtrack: Call, county: Path) -> None:
        assert "income-ratio" in vtrack("show", "云桥县", "收入比", "--as-of", AS_OF).out

    def test_all_that_the_example_holds(self, vtrack: Call, county: Path) -> None:
        """Every status and form, in 80 columns, with the arithmetic that comes to the gap that a check reports."""
        verdicts = vtrack("check", "plans/yunqiao", "--as-of", AS_OF, "--format", "json").json["verdicts"]
        assert len({verdict["status"] for verdict in verdicts}) == 13
        for verdict in verdicts:
            out = vtrack("show", "yunqiao", verdict["target"], "--as-of", AS_OF, VTRACK_LANG="en", COLUMNS="80").out
            assert all(wcswidth(line) <= 80 for line in out.splitlines())
            steps = " ".join(" ".join(block(out, "how the verdict comes about")).split())
            assert "lamp " + verdict["lamp"] in steps
            if verdict["pace_gap"] is not None:
                formula = steps.partition("the gap in points is ")[2]
                formula = formula[: min(place for sign in "=≈" if (place := formula.find(sign)) > 0)]
                assert abs(value_of(formula.strip()) - Fraction(str(verdict["pace_gap"]))) < Fraction(1, 10**4)


class TestTheLocality:
    def test_document_and_people(self, vtrack: Call, county: Path) -> None:
        out = vtrack("show", "yunqiao", "--as-of", AS_OF).out

        assert "document     云桥县推进乡村全面振兴五年行动方案（2023—2027年）" in out
        assert "issued       云桥政发〔2023〕6号, 云桥县人民政府, 2023-03-20" in out
        assert "period       2023–2027" in out
        assert "县委组织部" in out

    @pytest.mark.parametrize("columns", ["80", "120"])
    def test_every_target_with_the_id_to_use_next(self, vtrack: Call, county: Path, columns: str) -> None:
        out = vtrack("show", "yunqiao", "--as-of", AS_OF, VTRACK_LANG="en", COLUMNS=columns).out

        for id in ("gdp-growth-above-city", "bridging-funds-industry-share", "digital-village"):
            assert id in out.split()
        assert "vtrack show yunqiao gdp-growth-above-city" in out
        assert all(wcswidth(line) <= int(columns) for line in out.splitlines())

    def test_the_counts_are_those_of_a_check(self, vtrack: Call, county: Path) -> None:
        shown = vtrack("show", "yunqiao", "--as-of", AS_OF).out
        checked = vtrack("check", "plans/yunqiao", "--as-of", AS_OF).out.rstrip("\n").splitlines()[-4:]

        assert " ".join(checked[-1].split()) in " ".join(shown.split())
        assert "green 14 · yellow 3 · orange 1 · red 6 · grey 6" in shown

    def test_by_its_folder(self, vtrack: Call, county: Path) -> None:
        assert "云桥县  yunqiao" in vtrack("show", "plans/yunqiao", "--as-of", AS_OF).out


class TestFaultyFiles:
    def test_a_target_that_is_left_out(self, vtrack: Call, repository: Repository) -> None:
        repository.locality("plans/demo", more="bad: {name: 坏的, reach: {at_least: many}}")

        whole = vtrack("show", "demo", "--as-of", DAY, cwd=repository.root, VTRACK_LANG="en")
        one = vtrack("show", "demo", "coverage", "--as-of", DAY, cwd=repository.root, VTRACK_LANG="en")

        assert (whole.code, one.code) == (1, 1)
        assert "not judged for faulty data: bad" in whole.out
        assert "the files have errors (1), so something may be missing here" in one.out
        assert "how the verdict comes about" in one.out, "what can be told is told"

    def test_progress_that_cannot_be_read(self, vtrack: Call, repository: Repository) -> None:
        repository.locality("plans/demo")
        repository.write("plans/demo/progress/2025.yaml", "figures: [")

        outcome = vtrack("show", "demo", "coverage", "--as-of", DAY, cwd=repository.root, VTRACK_LANG="en")

        assert outcome.code == 1
        assert "not judged for faulty data" in outcome.out
        assert "bound" in outcome.out

    def test_a_plan_that_cannot_be_read_is_answered_with_its_errors(self, vtrack: Call, repository: Repository) -> None:
        repository.write("plans/demo/plan.yaml", "targets: [")

        for arguments in (["demo"], ["demo", "coverage"]):
            outcome = vtrack("show", *arguments, cwd=repository.root, VTRACK_LANG="en")
            assert outcome.code == 1
            assert "plan.yaml:1:" in outcome.out
            assert "vtrack explain text/syntax" in outcome.out


class TestNames:
    def test_nothing_of_that_name(self, vtrack: Call, county: Path) -> None:
        unknown, slip = vtrack("show", "nowhere"), vtrack("show", "yunqiao", "sewage-covrage")

        assert (unknown.code, slip.code) == (2, 2)
        assert "there is no locality nowhere" in unknown.err
        assert "did you mean sewage-coverage (农村生活污水治理行政村覆盖率)" in slip.err

    def test_a_part_that_several_have(self, vtrack: Call, county: Path) -> None:
        outcome = vtrack("show", "yunqiao", "覆盖率")

        assert outcome.code == 2
        assert "may be any of these targets" in outcome.err
        assert "waste-sorting" in outcome.err

    def test_a_day_that_is_none(self, vtrack: Call, county: Path) -> None:
        assert vtrack("show", "yunqiao", "--as-of", "2025-02-30").code == 2


class TestTerminals:
    def test_colour_where_it_is_asked_for(self, vtrack: Call, county: Path) -> None:
        plain = vtrack("show", "yunqiao", "fertiliser-use", "--as-of", AS_OF).out
        coloured = vtrack("show", "yunqiao", "fertiliser-use", "--as-of", AS_OF, "--color", "always").out

        assert "\x1b[" not in plain
        assert "\x1b[" in coloured

    def test_an_old_chinese_console_loses_nothing(self, county: Path) -> None:
        outcome = run(
            ["show", "yunqiao", "sewage-coverage", "--as-of", AS_OF], county.parent,
            PYTHONIOENCODING="gbk", VTRACK_LANG="zh",
        )  # fmt: skip

        assert outcome.err == b""
        assert "?" not in outcome.out.decode("gbk")

    @pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
    def test_at_a_terminal_it_has_colour_and_fits(self, county: Path) -> None:
        import pty

        pid, terminal = pty.fork()
        if pid == 0:  # pragma: no cover - the other process
            os.chdir(county.parent)
            given = environment({"VTRACK_LANG": "en", "COLUMNS": "60", "TERM": "xterm-256color"})
            os.execve(sys.executable, [sys.executable, "-m", "vtrack", "show", "yunqiao", "tap-water"], given)
        data = b""
        while True:
            try:
                piece = os.read(terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            data += piece
        os.close(terminal)

        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
        assert b"\x1b[" in data
        assert "农村自来水普及率" in data.decode()

    def test_hostile_text_is_named_and_not_sent(self, vtrack: Call, repository: Repository) -> None:
        repository.locality("plans/demo", more='evil: {name: "红\\e[31m", unit: "\\u202e", note: "a\\u0007", task: {}}')

        out = vtrack("show", "demo", "evil", "--as-of", DAY, cwd=repository.root, VTRACK_LANG="en").out

        assert not {"\x1b", "\u202e", "\x07"} & set(out)
        assert r"\e stands for a control character: U+001B" in out
