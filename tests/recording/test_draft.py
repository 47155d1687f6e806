"""Entries drafted into progress files: where they go, how they are written, and why they are refused."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.recording.desks import DAY, FOLDER, examination, in_memory, made, on_disk, text_of, words
from tests.recording.progress_files import PLAN
from vtrack.discovery import LocalityFiles
from vtrack.recording.draft import Draft, difference, draft
from vtrack.recording.entry import Amount, Done, Entry, Report, Share, State

HEAD = "format: 1\nlocality: demo\nyear: 2024\n"
JUNE = date(2024, 6, 30)


def entry(target: str, report: Report | str, as_of: date | None = None, **more: str) -> Entry:
    return Entry(target, 2024, Amount(report) if isinstance(report, str) else report, as_of, **more)


def body(drafted: Draft) -> str:
    """What the file holds behind its head; nothing was refused."""
    assert not drafted.refusals, [words(refusal) for refusal in drafted.refusals]
    head, _, rest = text_of(drafted).partition("year: 2024\n")
    assert head + "year: 2024\n" == HEAD
    return rest


def after(text: str, *entries: Entry) -> str:
    return body(in_memory(*entries, y2024=HEAD + text))


def refused(drafted: Draft) -> list[str]:
    return [words(refusal) for refusal in drafted.refusals]


# Where a new figure goes and how it is written


def test_a_missing_file_is_made() -> None:
    drafted = in_memory(entry("coverage", "95.20"))

    assert body(drafted) == "figures:\n  coverage: 95.20\n"
    assert drafted.held == {FOLDER / "progress/2024.yaml": None}
    assert drafted.files.progress == (FOLDER / "progress/2024.yaml",)


def test_a_made_file_has_the_line_ends_of_the_plan() -> None:
    drafted = in_memory(entry("coverage", "95.20"), plan=PLAN.replace("\n", "\r\n"))

    assert text_of(drafted) == (HEAD + "figures:\n  coverage: 95.20\n").replace("\n", "\r\n")


def test_a_number_alone_is_written_bare_and_anything_more_in_braces() -> None:
    assert after("", entry("roads", "3.10")) == "figures:\n  roads: 3.10\n"
    assert after("", entry("roads", "3.10", JUNE)) == "figures:\n  roads: {value: 3.10, as_of: 2024-06-30}\n"
    whole = entry("roads", "3.10", JUNE, source="survey", evidence="图纸3", note="甲、乙两段")
    pairs = 'value: 3.10, as_of: 2024-06-30, source: survey, evidence: 图纸3, note: "甲、乙两段"'
    assert after("", whole) == f"figures:\n  roads: {{{pairs}}}\n"


def test_the_default_source_is_not_written() -> None:
    assert after("", entry("roads", "3.10", source="self")) == "figures:\n  roads: 3.10\n"


def test_shares_states_and_tasks() -> None:
    assert after("", entry("coverage", Share("83", "85"))) == "figures:\n  coverage: {count: 83, of: 85}\n"
    assert after("", entry("plant", State("建成: 投用"))) == 'figures:\n  plant: {state: "建成: 投用"}\n'
    assert after("", entry("board", Done(), evidence="照片")) == "figures:\n  board: {done: true, evidence: 照片}\n"


def test_new_figures_stand_in_the_order_of_the_plan() -> None:
    entries = [entry("roads", "3"), entry("board", Done(False)), entry("coverage", "95"), entry("villages", "12")]

    lines = ["figures:", "  coverage: 95", "  villages: 12", "  roads: 3", "  board: {done: false}", ""]
    assert after("", *entries) == "\n".join(lines)


def test_comments_stay_with_what_they_speak_of() -> None:
    text = "figures:\n  # 一、生活污水\n  coverage: 95  # 年报\n\n  # 三、道路\n  roads: 3\n  # 完\nrevisions:\n"

    assert after(text, entry("villages", "12")) == text.replace("# 年报\n", "# 年报\n  villages: 12\n")


@pytest.mark.parametrize("empty", ["figures:\n", "figures: {}\n", "figures: null\n", "figures: ~\n", ""])
def test_an_empty_section_gets_its_first_figure(empty: str) -> None:
    assert after(empty, entry("roads", "3")) == "figures:\n  roads: 3\n"


def test_a_key_that_waits_for_its_figure_gets_it() -> None:
    assert after("figures:\n  coverage:  # 待报\n  roads: 3\n", entry("coverage", "95")) == (
        "figures:\n  coverage: 95  # 待报\n  roads: 3\n"
    )


def test_the_way_of_the_file_is_kept() -> None:
    text = "figures:\n    coverage:\n        value: 95\nrevisions:\n    []\n"
    corrected = entry("coverage", "96", reason="复核")

    added = "    - {target: coverage, as_of: 2024-12-31, was: 95, on: 2025-06-30, reason: 复核}\n"
    wanted = text.replace("95", "96\n    roads: 3", 1).partition("revisions")[0]
    assert after(text.replace("\n    []", " []"), corrected, entry("roads", "3")) == f"{wanted}revisions:\n{added}"


def test_figures_in_braces_get_one_more() -> None:
    assert (
        after("figures: {roads: 3}  # 道路\n", entry("coverage", "95")) == "figures: {coverage: 95, roads: 3}  # 道路\n"
    )
    lines = "figures: {\n  coverage: 95,  # 甲\n  roads: 3  # 乙\n}\n"
    wanted = lines.replace("3  # 乙", "3,  # 乙\n  board: {done: true}")
    assert after(lines, entry("board", Done())) == wanted


# A second report of a year


def test_a_bare_number_becomes_the_item_of_a_list() -> None:
    text = "figures:\n  roads: 3.10  # 年底\n  board: {done: true}\n"

    june = "  roads:\n    - {value: 2, as_of: 2024-06-30}\n    - {value: 3.10, as_of: 2024-12-31}  # 年底\n"
    assert after(text, entry("roads", "2", JUNE)) == f"figures:\n{june}  board: {{done: true}}\n"


def test_a_report_in_lines_becomes_the_item_of_a_list() -> None:
    text = "figures:\n  roads:\n    value: 2  # 半年\n    as_of: 2024-06-30\n    note: |\n      一\n\n      二\n"

    wanted = (
        text.replace("    value", "    - value").replace("    as_of", "      as_of").replace("    note", "      note")
    )
    wanted = wanted.replace("      一", "        一").replace("      二", "        二")
    assert after(text, entry("roads", "3")) == f"{wanted}    - {{value: 3, as_of: 2024-12-31}}\n"


def test_a_list_gets_an_item_in_the_order_of_the_days() -> None:
    text = "figures:\n  roads:\n  - {value: 1, as_of: 2024-03-31}\n  # 年底\n  - {value: 3}\n"

    wanted = text.replace("03-31}\n", "03-31}\n  - {value: 2, as_of: 2024-06-30}\n")
    assert after(text, entry("roads", "2", JUNE)) == wanted


# A day already reported


def test_the_same_figure_again_changes_nothing() -> None:
    text = "figures:\n  roads: 3.10\n  coverage: {count: 83, of: 85}\n  plant: {state: 未开工, as_of: 2024-06-30}\n"
    same = (entry("roads", "3.1"), entry("coverage", Share("83", "85")), entry("plant", State("未开工"), JUNE))
    drafted = in_memory(*same, y2024=HEAD + text)

    assert drafted.unchanged == same
    assert not drafted.written
    assert not drafted.refusals
    assert drafted.before is drafted.after


def test_another_figure_of_the_day_wants_a_reason() -> None:
    text = HEAD + "figures:\n  roads: 3.10\n  coverage: {count: 83, of: 85}\n"
    drafted = in_memory(entry("roads", "4"), entry("coverage", Share("84", "85")), y2024=text)

    advice = "give the reason, if that is corrected; a figure of another day needs its day"
    assert refused(drafted) == [
        f"道路硬化: 3.10 is reported for 2024-12-31 already | {advice}",
        f"污水处理设施覆盖率: 83/85 is reported for 2024-12-31 already | {advice}",
    ]
    assert all(refusal.wants_reason for refusal in drafted.refusals)
    assert not drafted.written


def test_a_blank_is_no_reason() -> None:
    assert in_memory(entry("roads", "4", reason="  "), y2024=f"{HEAD}figures: {{roads: 3}}\n").refusals[0].wants_reason


def test_with_a_reason_the_figure_is_replaced_and_the_correction_stated() -> None:
    text = "figures:\n  roads: {value: 3.10, evidence: 图纸, note: 初步}  # 年报\n\nreferences:\n  a: 1\n"

    revision = "revisions:\n  - {target: roads, as_of: 2024-12-31, was: 3.10, on: 2025-06-30, reason: 复核}\n"
    wanted = text.replace("3.10", "4").replace("初步", "终稿")
    assert after(text, entry("roads", "4", note="终稿", reason=" 复核 ")) == wanted + revision


def test_a_revision_goes_behind_those_that_are_there() -> None:
    old = "revisions:\n- target: roads\n  as_of: 2024-12-31\n  was: 2\n  on: 2025-01-05\n  reason: >-\n    重新\n"
    text = f"{old}figures:\n  roads: 3\n"

    added = "- {target: roads, as_of: 2024-12-31, was: 3, on: 2025-06-30, reason: 复核}\n"
    assert after(text, entry("roads", "4", reason="复核")) == f"{old}{added}figures:\n  roads: 4\n"


def test_a_share_in_the_place_of_a_number_and_back() -> None:
    text = "figures:\n  coverage:\n    value: 95.2  # 初报\n    as_of: 2024-06-30\n"
    share = after(text, entry("coverage", Share("83", "85"), JUNE, reason="复核"))
    assert share.startswith("figures:\n  coverage:\n    count: 83  # 初报\n    of: 85\n    as_of: 2024-06-30\n")

    text = "figures:\n  coverage: {count: 83, of: 85, note: 甲}\n"
    number = after(text, entry("coverage", "95.2", reason="复核"))
    assert number.startswith("figures:\n  coverage: {value: 95.2, note: 甲}\n")
    assert "was: {count: 83, of: 85}" in number


def test_the_count_behind_a_percentage_is_no_correction() -> None:
    counted = "figures:\n  coverage: {count: 49, of: 50}\n"
    assert after("figures:\n  coverage: 98\n", entry("coverage", Share("49", "50"))) == counted
    assert in_memory(entry("coverage", "98"), y2024=HEAD + counted).unchanged


def test_evidence_that_is_added_leaves_the_figure_as_it_is_written() -> None:
    wanted = "figures:\n  roads: {value: 3.10, evidence: 图纸}\n"
    assert after("figures:\n  roads: 3.10\n", entry("roads", "3.1", evidence="图纸")) == wanted
    assert after(wanted, entry("roads", "3.1", evidence="图纸")) == wanted


def test_of_two_reports_of_a_day_the_last_one_is_corrected() -> None:
    text = "figures:\n  roads:\n    - {value: 1, as_of: 2024-06-30}\n    - {value: 2, as_of: 2024-06-30}\n"
    assert "{value: 1, as_of: 2024-06-30}\n    - {value: 5, as" in after(text, entry("roads", "5", JUNE, reason="复核"))


def test_two_entries_of_a_day_are_a_correction_too() -> None:
    drafted = in_memory(entry("roads", "3"), entry("roads", "4"))

    assert [refusal.entry.report for refusal in drafted.refusals] == [Amount("4")]
    assert text_of(drafted).endswith("roads: 3\n")


# Refusals


def test_an_unknown_target_and_the_nearest() -> None:
    assert refused(in_memory(entry("coverag", "1"), entry("道路", "1"), entry("x", "1"))) == [
        "the plan has no target coverag | did you mean coverage (污水处理设施覆盖率)?",
        "the plan has no target 道路 | did you mean roads (道路硬化)?",
        "the plan has no target x | the targets and their ids stand in plan.yaml",
    ]


KINDS: dict[str, tuple[str, Report]] = {
    "处理厂: a number is reported where a state belongs": ("plant", Amount("1")),
    "处理厂: 停工 is none of its states": ("plant", State("停工")),
    "公示栏: a number is reported where done or not belongs": ("board", Share("1", "2")),
    "道路硬化: a state is reported where a number belongs": ("roads", State("未开工")),
    "道路硬化: done or not is reported where a number belongs": ("roads", Done()),
    "1/2 is a count of a whole, and the target is no share": ("roads", Share("1", "2")),
    "3公里 is no number that can be compared": ("roads", Amount("3公里")),
    "007 is no number that can be compared": ("roads", Amount("007")),
    "1/x is no number that can be compared": ("coverage", Share("1", "x")),
    "污水处理设施覆盖率: nothing can be counted of a whole of 0": ("coverage", Share("1", "0")),
}
HINTS = {
    "plant": "write one of: 未开工, 开工建设, 建成: 投用",
    "board": "write done, or not done",
    "roads": "write the number, in 公里",
    "coverage": "write ",
}


@pytest.mark.parametrize("said", KINDS)
def test_a_report_of_the_wrong_kind(said: str) -> None:
    target, report = KINDS[said]

    (refusal,) = refused(in_memory(entry(target, report)))
    assert refusal.startswith(f"{said} | {HINTS[target]}")


def test_a_day_outside_the_year() -> None:
    said = "道路硬化: 2023-12-31 in the file of 2024 | correct the day, or enter it for 2023"
    assert refused(in_memory(entry("roads", "3", date(2023, 12, 31)))) == [said]
    said = "24 is no year that figures are reported for | write the year with four digits, such as 2024"
    assert refused(in_memory(Entry("roads", 24, Amount("3")))) == [said]


def test_what_the_rules_call_an_error_is_said_in_their_words() -> None:
    drafted = in_memory(
        entry("coverage", Share("86", "85")), Entry("roads", 2026, Amount("3")), entry("villages", "12")
    )

    assert refused(drafted) == [
        "污水处理设施覆盖率: 86 of 85 is more than the whole | "
        "count: is the part and of: the whole, both of the same day",
        "道路硬化: 2026-12-31 has not come yet | "
        "without as_of it counts as of 31 December: give its day, {value: …, as_of: 2026-MM-DD}",
    ]
    assert [one.target for one in drafted.entered] == ["villages"]
    assert list(drafted.written) == [FOLDER / "progress/2024.yaml"]
    assert text_of(drafted).endswith("figures:\n  villages: 12\n")


def test_a_missed_target_is_no_error_of_its_figure() -> None:
    drafted = in_memory(entry("coverage", "1"), Entry("coverage", 2023, Amount("0.5")))
    assert not drafted.refusals


def test_entries_that_are_right_together_are_not_looked_at_alone() -> None:
    plan = PLAN.replace("keep: {at_least: 1}", "accumulate: {at_least: 9, entry: running_total}")
    years = {"y2023": HEAD.replace("2024", "2023") + "figures: {roads: 3}\n", "y2024": HEAD + "figures: {roads: 4}\n"}
    both = (Entry("roads", 2023, Amount("5"), reason="复核"), Entry("roads", 2024, Amount("6"), reason="复核"))

    assert not in_memory(*both, plan=plan, **years).refusals
    assert refused(in_memory(both[0], plan=plan, **years)) == [
        "道路硬化: the total fell to 4, from 5 on 2023-12-31 | "
        "report all that was added since 2023-01-01; correct a wrong figure with a revision"
    ]


def test_only_the_report_that_is_wrong_is_refused() -> None:
    entries = [entry("coverage", Share(count, "85"), date(2024, month, 28)) for month, count in ((1, "80"), (2, "90"))]
    drafted = in_memory(*entries)

    assert [refusal.entry for refusal in drafted.refusals] == entries[1:]
    assert list(drafted.entered) == entries[:1]


def test_an_error_that_was_there_before_refuses_nothing_else() -> None:
    text = f"{HEAD}figures:\n  coverage: {{count: 90, of: 85}}\n  roads: abc\n"
    drafted = in_memory(entry("villages", "12"), entry("roads", "3"), y2024=text)

    assert [one.target for one in drafted.entered] == ["villages"]
    assert refused(drafted)[0].startswith('progress/2024.yaml:6:10: "abc" is no number | write the number')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD.replace(": demo", "：demo"), "progress/2024.yaml:2:9: a full-width colon stands behind a key"),
        ("", "progress/2024.yaml:1:1: the file is empty"),
        (HEAD + "figure: {}\n", 'progress/2024.yaml:4:1: "figure" is no key that may stand here'),
        (HEAD.replace("2024", "2023"), "the file is named 2024 and states the year 2023"),
        (HEAD.replace("demo", "other"), "the file belongs to other, but lies in the folder of demo"),
        (HEAD.encode("utf-16"), "progress/2024.yaml:1:1: the file is saved as UTF-16, not as UTF-8"),
    ],
)
def test_an_unsound_file_takes_no_entry(text: str | bytes, said: str) -> None:
    drafted = in_memory(entry("roads", "3"), Entry("roads", 2023, Amount("3")), y2024=text)

    assert [refusal.entry.year for refusal in drafted.refusals] == [2024]
    assert refused(drafted)[0].partition(" | ")[0] == said
    assert drafted.refusals[0].hint is not None


def test_a_plan_that_cannot_be_read_takes_no_entry() -> None:
    drafted = in_memory(entry("roads", "3"), plan=PLAN.replace("period: ", "period："))
    assert refused(drafted)[0].startswith("plan.yaml:4:7: a full-width colon stands behind a key | ")
    drafted = in_memory(
        entry("roads", "3"), entry("villages", "12"), plan=PLAN.replace("keep: {at_least: 1}", "keep: {}")
    )
    assert [one.target for one in drafted.entered] == ["villages"]
    assert refused(drafted)[0].startswith("plan.yaml:9:")


def test_a_file_that_nobody_reads_is_named_first(tmp_path: Path) -> None:
    demo = made(tmp_path)
    (demo / "progress" / "2024.yml").write_text(HEAD, encoding="utf-8")

    (said,) = refused(on_disk(demo, entry("roads", "3")))
    assert said.startswith("progress/2024.yml:1:1: ")
    assert "2024.yaml" in said


def test_a_layout_that_no_edit_is_made_for_is_said() -> None:
    drafted = in_memory(entry("roads", "3", JUNE, evidence="a: b"), y2024=f"{HEAD}figures:\n  ? roads\n  : 2\n")

    assert refused(drafted) == [
        "道路硬化: vtrack cannot add to progress/2024.yaml as that is laid out | "
        'add it by hand under figures: roads: {value: 3, as_of: 2024-06-30, evidence: "a: b"}'
    ]


def test_a_file_that_appeared_since_the_locality_was_found_is_read(tmp_path: Path) -> None:
    demo = made(tmp_path)
    found = LocalityFiles(demo, demo / "plan.yaml")
    (demo / "progress" / "2024.yaml").write_text(HEAD + "figures:\n  coverage: 95\n", encoding="utf-8")

    drafted = draft(found, [entry("roads", "3")], examination(), on=DAY)
    assert text_of(drafted) == HEAD + "figures:\n  coverage: 95\n  roads: 3\n"


# The difference


def test_the_difference_is_a_patch(tmp_path: Path) -> None:
    demo = made(tmp_path, y2024=HEAD + "figures:\n  coverage: 95.2\n")
    drafted = on_disk(demo, entry("roads", "3"), Entry("roads", 2023, Amount("2")))

    assert difference(drafted) == (
        "--- /dev/null\n+++ b/progress/2023.yaml\n@@ -0,0 +1,5 @@\n"
        "+format: 1\n+locality: demo\n+year: 2023\n+figures:\n+  roads: 2\n"
        "--- a/progress/2024.yaml\n+++ b/progress/2024.yaml\n@@ -3,3 +3,4 @@\n"
        " year: 2024\n figures:\n   coverage: 95.2\n+  roads: 3\n"
    )
    patch = tmp_path / "a.patch"
    patch.write_text(difference(drafted), encoding="utf-8", newline="\n")
    done = subprocess.run(["git", "apply", "--check", str(patch)], cwd=demo, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_nothing_entered_is_no_difference() -> None:
    assert difference(in_memory(entry("roads", "x"))) == ""
