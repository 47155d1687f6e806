"""``task``: work without a figure, closed by evidence. FORMAT §5, «task»."""

from tests.verdicts.judge import judge

TASK = "task: {by: 2024}"
DONE = "{done: true, as_of: 2024-06-30, evidence: 会议纪要 2024-3}"


class TestDone:
    def test_with_evidence_it_is_met(self):
        judge(TASK, {2024: DONE}, "2024-06-30").says("met green", figure=True, as_of="2024-06-30", inherited="")

    def test_not_before_the_day_it_is_dated(self):
        judge(TASK, {2024: DONE}, "2024-06-29").says("in_progress grey", figure=None)

    def test_after_its_date_it_is_met_all_the_same(self):
        judge("task: {by: 2023}", {2024: DONE}, "2024-07-01").says("met green")

    def test_several_pieces_of_evidence(self):
        judge(TASK, {2024: "{done: true, evidence: [甲, 乙]}"}, "2024-12-31").says("met green")

    def test_without_evidence_it_is_not_closed(self):
        judge(TASK, {2024: "{done: true, as_of: 2024-06-30}"}, "2024-12-31").says(
            "in_progress grey", reason="no_evidence", figure=True
        )
        judge(TASK, {2024: "{done: true, as_of: 2024-06-30}"}, "2025-01-01").says(
            "overdue red", reason="no_evidence", days_late=1
        )

    def test_evidence_of_an_earlier_report_still_counts(self):
        judge(TASK, {2024: f"[{DONE}, {{done: true, as_of: 2024-09-30}}]"}, "2024-10-01").says(
            "met green", as_of="2024-06-30"
        )

    def test_a_later_report_that_says_otherwise_opens_it_again(self):
        reports = f"[{DONE}, {{done: false, as_of: 2024-09-30}}]"
        judge(TASK, {2024: reports}, "2024-10-01").says("in_progress grey", figure=False)
        again = f"[{DONE}, {{done: false, as_of: 2024-09-30}}, {{done: true, as_of: 2024-10-31}}]"
        judge(TASK, {2024: again}, "2024-11-01").says("in_progress grey", reason="no_evidence")

    def test_unquantified_changes_nothing(self):
        judge("task: {by: 2024, unquantified: true}", {2024: DONE}, "2024-12-31").says("met green")


class TestNotDone:
    def test_its_date_passed(self):
        judge(TASK, {}, "2024-12-31").says("in_progress grey", figure=None)
        judge(TASK, {}, "2025-01-01").says("overdue red", figure=None, days_late=1)
        judge(TASK, {2024: "{done: false}"}, "2025-02-01").says("overdue red", figure=False, days_late=32)

    def test_the_periods_end_where_the_date_is_left_out(self):
        judge("task: {}", {}, "2027-12-31").says("in_progress grey", inherited="by")
        judge("task: {}", {}, "2028-01-01").says("overdue red", days_late=1)

    def test_other_figures_are_no_report(self):
        judge(TASK, {2024: 100}, "2024-12-31").says("in_progress grey", figure=None)


class TestPlaceholder:
    PERIOD = "{start: x, end: x}"

    def test_without_a_deadline_it_cannot_be_said_whether_it_is_late(self):
        judge("task: {}", {}, "2024-06-30", period=self.PERIOD).says(
            "placeholder grey", reason="deadline", inherited="by"
        )
        judge("task: {}", {2023: "{done: true}"}, "2024-06-30", period=self.PERIOD).says(
            "placeholder grey", reason="deadline", figure=True
        )

    def test_what_is_done_is_done(self):
        judge("task: {}", {2024: DONE}, "2024-06-30", period=self.PERIOD).says("met green")

    def test_a_date_of_its_own_is_enough(self):
        judge(TASK, {}, "2025-01-01", period=self.PERIOD).says("overdue red")
