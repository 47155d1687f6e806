"""``history/figure-changed``."""

from __future__ import annotations

import pytest

from tests.rules.history.cases import SHORT, all_findings, findings, hints

RULE = "history/figure-changed"
TWO_KINDS = """
    targets:
      road: {name: 绕城公路, milestone: {states: [谋划, 在建, 通车], reach: 通车}, lead: [office]}
      law: {name: 建立健全机制, task: {}, lead: [office]}
      sewage: {name: 污水处理设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
"""


def of_2024(earlier: str, now: str, *, plan: str = "") -> str:
    """A snippet in which only the progress of 2024 differs."""
    lines = ["# earlier", "# progress/2024.yaml", "figures:", earlier, "# now", "# progress/2024.yaml", "figures:", now]
    return plan + "\n".join(f"    {line}" for line in lines)


def test_points_at_the_new_value_and_tells_the_old_one_and_its_commit() -> None:
    snippet = of_2024("  sample: {value: 96.4, as_of: 2024-06-30}", "  sample: {value: 95.1, as_of: 2024-06-30}")
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:19 error 样例: the figure of 2024-06-30 is 95.1, it was 96.4 in commit "
        f"{SHORT}, and no revision says so"
    ]
    assert hints(snippet, RULE) == [
        "bring back 96.4, or add under revisions: - {target: sample, as_of: 2024-06-30, was: 96.4, on: …, reason: …}"
    ]


@pytest.mark.parametrize(
    ("earlier", "now", "column"),
    [
        ("  sample: 95", "  sample: 96", "2:11"),
        ("  sample: 95", "  sample: {value: 96}", "2:19"),
        ("  sample: {value: 95}", "  sample: 96", "2:11"),
        ("  sample: {count: 83, of: 85}", "  sample: {count: 84, of: 85}", "2:19"),
        ("  sample: {count: 83, of: 85}", "  sample: {count: 166, of: 170}", "2:19"),
        ("  sample: {count: 83, of: 85}", "  sample: 97.65", "2:11"),
        ("  sample: 97.65", "  sample: {count: 83, of: 85}", "2:19"),
        ("  sample: [{value: 1, as_of: 2024-03-31}, {value: 2, as_of: 2024-06-30}]",
         "  sample: [{value: 1, as_of: 2024-03-31}, {value: 3, as_of: 2024-06-30}]", "2:51"),
    ],
)  # fmt: skip
def test_a_number_that_is_another(earlier: str, now: str, column: str) -> None:
    (found,) = findings(of_2024(earlier, now), RULE)
    assert found.startswith(f"progress/2024.yaml:{column} error")


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("  sample: 95", "  sample: 95.0"),
        ("  sample: 95", "  sample: 9.5e1"),
        ("  sample: 95.2", "  sample: {value: 95.20, as_of: 2024-12-31, source: statistics, note: 已核实}"),
        ("  sample: {value: 95.2, as_of: 2024-12-31}", "  sample: 95.2"),
        ("  sample: 97.5", "  sample: {count: 39, of: 40}"),
        ("  sample: {count: 39, of: 40}", "  sample: 97.5"),
        ("  sample: {count: 83, of: 85}", "  sample: {of: 85.0, count: 83.0}"),
        ("  sample: {value: 96, as_of: 2024-06-30}",
         "  sample: [{value: 97, as_of: 2024-12-31}, {value: 96, as_of: 2024-06-30}]"),
        ("  sample: 95", "  other: 1\n      sample: 95"),
        ("  sample: 95", "  # checked on 3 March\n      sample: 95  # 复核无误"),
    ],
)  # fmt: skip
def test_the_same_number_written_otherwise(earlier: str, now: str) -> None:
    assert all_findings(of_2024(earlier, now)) == []


def test_a_state_and_a_task() -> None:
    snippet = of_2024(
        "  road: {state: 在建, as_of: 2024-06-30}\n      law: {done: true, evidence: 县政办〔2024〕1号}",
        "  road: {state: 谋划, as_of: 2024-06-30}\n      law: {done: false}",
        plan=TWO_KINDS,
    )
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:17 error 绕城公路: the figure of 2024-06-30 is «谋划», it was «在建» in commit "
        f"{SHORT}, and no revision says so",
        "progress/2024.yaml:3:15 error 建立健全机制: the figure of 2024-12-31 is not done, it was done in commit "
        f"{SHORT}, and no revision says so",
    ]
    assert [hint.partition("was: ")[2] for hint in hints(snippet, RULE)] == [
        "在建, on: …, reason: …}",
        "true, on: …, reason: …}",
    ]


def test_a_count_is_shown_with_its_whole_so_that_no_rounding_hides_the_change() -> None:
    (found,) = findings(of_2024("  sample: {count: 83, of: 85}", "  sample: 97.65"), RULE)
    assert "is 97.65, it was 83/85 in commit" in found
    (hint,) = hints(of_2024("  sample: {count: 83, of: 85}", "  sample: 97.65"), RULE)
    assert "was: {count: 83, of: 85}" in hint


def test_every_decimal_of_a_long_number_is_told() -> None:
    (found,) = findings(of_2024("  sample: 95.12345678901234567", "  sample: 95.12345678901234568"), RULE)
    assert "is 95.12345678901234568, it was 95.12345678901234567 in commit" in found


def test_a_reference_value_is_a_figure_too() -> None:
    snippet = """
    # earlier
    # progress/2024.yaml
    references:
      city-growth: {value: 6.9, source: 全市统计公报}
    # now
    # progress/2024.yaml
    references:
      city-growth: {value: 6.1, source: 全市统计公报}
    """
    (found,) = findings(snippet, RULE)
    assert found.startswith("progress/2024.yaml:2:24 error city-growth: the figure of 2024-12-31 is 6.1, it was 6.9")
    assert all_findings(snippet + "revisions: [{target: city-growth, as_of: 2024-12-31, was: 6.9, on: 2025-03-01, "
                        "reason: 统计局修订}]\n") == []  # fmt: skip


@pytest.mark.parametrize("was", ["96.4", "96.40", "95"])
def test_a_revision_of_that_day_states_the_change_whatever_it_says(was: str) -> None:
    """A wrong ``was`` is left to ``wrong-was``."""
    snippet = of_2024("  sample: {value: 96.4, as_of: 2024-06-30}", "  sample: {value: 95.1, as_of: 2024-06-30}")
    entry = f"{{target: sample, as_of: 2024-06-30, was: {was}, on: 2024-10-08, reason: 复核}}"
    assert findings(f"{snippet}\n    revisions: [{entry}]", RULE) == []


@pytest.mark.parametrize(
    "entry",
    [
        "{target: sample, as_of: 2024-12-31, was: 96.4, on: 2024-10-08, reason: 复核}",
        "{target: other, as_of: 2024-06-30, was: 96.4, on: 2024-10-08, reason: 复核}",
    ],
)
def test_a_revision_of_another_day_or_target_does_not(entry: str) -> None:
    snippet = of_2024("  sample: {value: 96.4, as_of: 2024-06-30}", "  sample: {value: 95.1, as_of: 2024-06-30}")
    assert len(findings(f"{snippet}\n    revisions: [{entry}]", RULE)) == 1


def test_an_old_revision_does_not_state_a_new_change() -> None:
    """The figure went from 96.4 to 95.1 with a revision, and goes to 94 without one."""
    old = "{target: sample, as_of: 2024-06-30, was: 96.4, on: 2024-10-08, reason: 复核}"
    new = "{target: sample, as_of: 2024-06-30, was: 95.1, on: 2024-11-08, reason: 再次复核}"
    snippet = f"""
    # earlier
    # progress/2024.yaml
    figures:
      sample: {{value: 95.1, as_of: 2024-06-30}}
    revisions: [{old}]
    # now
    # progress/2024.yaml
    figures:
      sample: {{value: 94, as_of: 2024-06-30}}
    revisions: [{old}]
    """
    (found,) = findings(snippet, RULE)
    assert "is 94, it was 95.1" in found
    head, _, _ = snippet.rpartition("revisions")
    assert all_findings(f"{head}revisions: [{old}, {new}]") == []


def test_the_revision_may_stand_in_any_years_file() -> None:
    snippet = (
        of_2024("  sample: 95", "  sample: 96")
        + """
    # progress/2025.yaml
    figures: {}
    revisions: [{target: sample, as_of: 2024-12-31, was: 95, on: 2025-03-01, reason: 年报复核}]
    """
    )
    assert all_findings(snippet) == []


def test_a_figure_that_moved_to_another_file_with_its_day_is_the_same() -> None:
    snippet = """
    # earlier
    # progress/2023.yaml
    figures:
      sample: [{value: 90, as_of: 2023-12-31}, {value: 93, as_of: 2024-06-30}]
    # progress/2024.yaml
    figures: {}
    # now
    # progress/2023.yaml
    figures:
      sample: 90
    # progress/2024.yaml
    figures:
      sample: [{value: 93, as_of: 2024-06-30}]
    """
    assert all_findings(snippet) == []


def test_a_second_report_of_the_same_day_counts_instead_of_the_first() -> None:
    snippet = (
        of_2024("  sample: {value: 96, as_of: 2024-06-30}", "  sample: {value: 96, as_of: 2024-06-30}")
        + """
    # progress/2025.yaml
    figures:
      sample: [{value: 90, as_of: 2024-06-30}]
    """
    )
    (found,) = findings(snippet, RULE)
    assert found.startswith("progress/2025.yaml:2:20 error")


def test_a_count_is_compared_as_it_was_counted_whatever_the_unit_makes_of_it() -> None:
    """From per cent to per mille the same count is ten times the value; that is the unit's change, not the figure's."""
    plan = "    targets: {{sample: {{name: 样例, unit: {unit}, reach: {{at_least: 98}}, lead: [office]}}}}\n"
    progress = "    # progress/2024.yaml\n    figures:\n      sample: {count: 83, of: 85}\n"
    snippet = (
        "    # earlier\n" + plan.format(unit='"%"') + progress + "    # now\n" + plan.format(unit='"‰"') + progress
    )
    assert all_findings(snippet) == ["target-redefined"]


def test_entries_that_cannot_be_read_then_or_now_are_no_changes() -> None:
    faulty, sound = "  sample: {value: ninety, as_of: 2024-06-30}", "  sample: {value: 90, as_of: 2024-06-30}"
    assert all_findings(of_2024(faulty, sound)) == []
    assert all_findings(of_2024(sound, faulty)) == []


def test_a_fault_in_one_year_does_not_hide_a_change_in_another() -> None:
    snippet = (
        of_2024("  sample: 95", "  sample: 96")
        + """
    # progress/2025.yaml
    figures:
      sample: {value: ninety}
    """
    )
    assert all_findings(snippet) == ["figure-changed"]
