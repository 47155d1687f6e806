"""``vtrack record`` takes the values that targets are compared with, and says what they make of the verdicts."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Call, Outcome
from tests.cli.county import Repository
from tests.cli.on_a_day import MIDYEAR as DAY

pytestmark = pytest.mark.usefixtures("midyear")
BULLETIN = "市2024年统计公报"
MORE = """
growth:
  name: 增速高于全市
  unit: "%"
  compare: {above: {reference: city-growth}, from: 2024}
  lead: [office]
rural-growth:
  name: 农村增速高于全市
  unit: "%"
  compare: {above: {reference: city-growth}, from: 2024}
  lead: [office]
income:
  name: 收入增速
  unit: "%"
  compare: {at_least: {reference: city-income}, lag: 1, from: 2024, to: 2025}
  lead: [office]
short:
  name: 已到期目标
  unit: 个
  compare: {at_least: {reference: coverage-of-old}, from: 2023, to: 2023}
  lead: [office]
"""


@pytest.fixture
def county(repository: Repository) -> Repository:
    """Both growths of 2024 are reported, and nothing that they are compared with."""
    folder = repository.locality("plans/demo", value=92, more=MORE)
    with (folder / "progress/2024.yaml").open("a", encoding="utf-8") as file:
        file.write("  growth: 6.1\n  rural-growth: 5.0\n")
    with (folder / "progress/2023.yaml").open("a", encoding="utf-8") as file:
        file.write("references: {coverage-of-old: 3}\n")
    return repository


@pytest.fixture
def record(vtrack: Call, county: Repository) -> Call:
    """``vtrack record demo …`` in the county's repository."""

    def call(*arguments: str) -> Outcome:
        return vtrack("record", "demo", *arguments, cwd=county.root)

    return call


def progress(county: Repository, year: int) -> str:
    return (county.root / f"plans/demo/progress/{year}.yaml").read_text(encoding="utf-8")


def refused(outcome: Outcome, *sentences: str, code: int = 1) -> None:
    assert (outcome.code, outcome.out) == (code, "")
    for sentence in sentences:
        assert sentence in outcome.err


@pytest.mark.parametrize("name", ["city-growth", "CITY-GROWTH", "city-gr"])
def test_a_value_goes_under_references_and_all_verdicts_are_shown(record: Call, county: Repository, name: str) -> None:
    before = progress(county, 2024)

    outcome = record(name, "5.50", "--source", BULLETIN)

    assert outcome.code == 0, outcome.err
    assert progress(county, 2024) == (before + f"references:\n  city-growth: {{value: 5.50, source: {BULLETIN}}}\n")
    lines = [line.split() for line in outcome.out.splitlines()]
    assert lines[0] == ["city-growth", "示范县"]
    assert ["taken", "as", "the", "value", "for", "2024,", "which", "is", "wanted"] in lines
    first, second = lines.index(["增速高于全市"]), lines.index(["农村增速高于全市"])
    assert lines[first + 2][:4] == ["before", "○", "not", "reported"]
    assert lines[first + 3][:4] == ["now", "●", "on", "pace"]
    assert lines[second + 2][:4] == ["before", "○", "not", "reported"]
    assert lines[second + 3][:3] == ["now", "■", "breached"]
    assert "source" not in lines[1]


def test_a_value_without_a_source_is_entered_and_a_source_suggested(record: Call, county: Repository) -> None:
    outcome = record("city-growth", "5.5")

    assert outcome.code == 0
    assert "  city-growth: 5.5\n" in progress(county, 2024)
    assert "the same call with --source says where the value is published" in outcome.out

    outcome = record("city-growth", "5.5", "--source", BULLETIN)

    assert outcome.code == 0, outcome.err
    assert "taken as the value of 2024-12-31, which is reported already" in outcome.out
    assert "--source" not in outcome.out
    assert progress(county, 2024).endswith(f"  city-growth: {{value: 5.5, source: {BULLETIN}}}\n")
    assert not (county.root / "plans/demo/progress/2025.yaml").exists()


def test_another_value_needs_a_reason_and_leaves_a_revision(record: Call, county: Repository) -> None:
    assert record("city-growth", "5.5", "--source", "快报").code == 0
    before = county.snapshot()
    refused(record("city-growth", "5.6", "--year", "2024"), "5.5 is reported for 2024-12-31 already", "the reason")
    assert county.snapshot() == before

    outcome = record("city-growth", "5.6", "--year", "2024", "--source", BULLETIN, "--reason", "公报订正")

    assert outcome.code == 0
    assert progress(county, 2024).endswith(
        f"  city-growth: {{value: 5.6, source: {BULLETIN}}}\n"
        "revisions:\n  - {target: city-growth, as_of: 2024-12-31, was: 5.5, on: 2025-06-30, reason: 公报订正}\n"
    )


class TestWhichYear:
    """What is taken where the call does not say it."""

    def test_the_year_of_the_series_where_the_target_looks_back(self, record: Call, county: Repository) -> None:
        plan = county.root / "plans/demo/plan.yaml"
        plan.write_text(plan.read_text("utf-8").replace("to: 2025}", "to: 2024}"), "utf-8")

        outcome = record("city-income", "4", "--source", "甲")

        assert "taken as the value for 2023, which is wanted" in outcome.out
        assert "city-income: {value: 4, source: 甲}" in progress(county, 2023)

    def test_of_several_years_none_is_chosen(self, record: Call, county: Repository) -> None:
        refused(record("city-income", "4"), "say which by --as-of: 2023-12-31, 2024-12-31", code=2)
        assert record("city-income", "4", "--year", "2024", "--source", "甲").code == 0
        assert progress(county, 2024).endswith("  city-income: {value: 4, source: 甲}\n")

    def test_today_in_the_running_year(self, record: Call, county: Repository) -> None:
        assert record("city-growth", "5.5", "--source", "甲").code == 0

        assert "taken as of today, 2025-06-30" in record("city-growth", "5.2", "--source", "季报").out
        assert "city-growth: {value: 5.2, as_of: 2025-06-30, source: 季报}" in progress(county, 2025)

    def test_none_after_the_deadline_of_its_targets(self, record: Call) -> None:
        refused(record("coverage-of-old", "4"), "coverage-of-old ended on 2023-12-31", code=2)


def test_a_target_goes_before_a_series(vtrack: Call, repository: Repository) -> None:
    more = """
    growth:
      name: 增速
      unit: "%"
      compare: {above: {reference: coverage}, from: 2025}
      lead: [office]
    gdp:
      name: 生产总值增速
      unit: "%"
      compare: {above: {reference: growth-of-all}, from: 2025}
      lead: [office]
    """
    folder = repository.locality("plans/demo", value=92, more=more)

    def record(*arguments: str) -> Outcome:
        return vtrack("record", "demo", *arguments, cwd=repository.root)

    assert record("coverage", "94", "--as-of", DAY).code == 0
    assert record("growth", "5", "--as-of", DAY).code == 0
    assert record("增速", "5.1", "--as-of", "2025-03-31").code == 0
    text = (folder / "progress/2025.yaml").read_text("utf-8")
    assert "references" not in text
    assert "coverage: {value: 94" in text
    assert text.count("value: 5") == 2
    refused(record("grow", "5"), "growth (增速), growth-of-all (to compare with)", code=2)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("city-growth", "83/85"), "83/85 is a count of a whole"),
        (("city-growth", "5.5万"), "5.5万 is not in %"),
        (("city-growth", "x"), "x is no figure"),
        (("city-growth", "5.5", "--evidence", "公报"), "has a source, and no evidence besides"),
        (("city-growth", "5.5", "--as-of", "2025-07-01"), "2025-07-01 has not come yet"),
        (("city-growth", "5.5", "--year", "2024", "--as-of", "2025-06-01"), "2025-06-01 in the file of 2024"),
    ],
)
def test_what_is_no_value_to_compare_with_is_refused(
    record: Call, county: Repository, arguments: tuple[str, ...], sentence: str
) -> None:
    before = county.snapshot()

    refused(record(*arguments), sentence, "→ ")

    assert county.snapshot() == before


def test_a_series_that_there_is_not_is_answered_with_the_nearest(record: Call) -> None:
    refused(record("city-grwth", "5.5"), "there is no target city-grwth; did you mean city-growth (to compare", code=2)


def test_what_the_rules_remark_on_it_is_told_and_on_nothing_else(record: Call) -> None:
    outcome = record("city-growth", "5.5", "--year", "2025", "--as-of", DAY, "--dry-run")

    assert outcome.code == 0
    assert "figure/" not in outcome.out
    assert "+  city-growth: {value: 5.5, as_of: 2025-06-30}" in outcome.out
