"""``milestone``: a state is reached by a date. FORMAT §5, «milestone»."""

from tests.verdicts.judge import judge

ROAD = "milestone: {states: [谋划储备, 开工建设, 建成通车], reach: 开工建设, by: 2024}"
STAGED = """
    milestone:
      states: [谋划储备, 开工建设, 建成通车]
      reach: 建成通车
      expect: {2023: 谋划储备, 2024-06-30: 开工建设, 2026: 建成通车}
"""


class TestReached:
    def test_the_required_state(self):
        judge(ROAD, {2024: "{state: 开工建设, as_of: 2024-09-30}"}, "2024-10-01").says(
            "met green", figure="开工建设", as_of="2024-09-30", inherited=""
        )

    def test_a_state_past_it(self):
        judge(ROAD, {2024: "{state: 建成通车, as_of: 2024-09-30}"}, "2024-10-01").says("met green")

    def test_the_first_state_may_be_the_required_one(self):
        target = "milestone: {states: [启动, 建成], reach: 启动, by: 2024}"
        judge(target, {2024: "{state: 启动, as_of: 2024-03-31}"}, "2024-04-01").says("met green")
        judge(target, {}, "2024-04-01").says("in_progress grey")

    def test_after_the_date_it_is_still_reached(self):
        judge(ROAD, {2025: "{state: 开工建设, as_of: 2025-02-01}"}, "2025-02-01").says("met green")

    def test_not_before_the_day_it_is_dated(self):
        figures = {2024: "{state: 开工建设, as_of: 2024-09-30}"}
        judge(ROAD, figures, "2024-09-29").says("in_progress grey", figure=None)

    def test_without_a_day_it_is_of_the_years_end(self):
        judge(ROAD, {2024: "{state: 开工建设}"}, "2024-12-30").says("in_progress grey")
        judge(ROAD, {2024: "{state: 开工建设}"}, "2024-12-31").says("met green")

    def test_the_last_state_counts_even_if_it_went_backwards(self):
        states = "[{state: 开工建设, as_of: 2024-03-31}, {state: 谋划储备, as_of: 2024-06-30}]"
        judge(ROAD, {2024: states}, "2024-07-01").says("in_progress grey", figure="谋划储备")


class TestOverdue:
    def test_the_date_passed_without_it(self):
        judge(ROAD, {2024: "{state: 谋划储备, as_of: 2024-09-30}"}, "2024-12-31").says("in_progress grey")
        judge(ROAD, {2024: "{state: 谋划储备, as_of: 2024-09-30}"}, "2025-01-01").says(
            "overdue red", figure="谋划储备", days_late=1
        )

    def test_nothing_reported(self):
        judge(ROAD, {}, "2025-12-31").says("overdue red", figure=None, days_late=365)

    def test_a_date_within_the_year_and_no_grace(self):
        target = "milestone: {states: [未启动, 建成], reach: 建成, by: 2024-02-29}"
        judge(target, {}, "2024-02-29").says("in_progress grey")
        judge(target, {}, "2024-03-01").says("overdue red", days_late=1)

    def test_the_periods_end_where_the_date_is_left_out(self):
        target = "milestone: {states: [未启动, 建成], reach: 建成}"
        judge(target, {}, "2027-12-31").says("in_progress grey", inherited="by")
        judge(target, {}, "2028-01-01").says("overdue red", inherited="by")

    def test_overdue_comes_before_the_expectations(self):
        judge(STAGED, {2027: "{state: 开工建设}"}, "2028-01-01").says("overdue red")


class TestExpectations:
    def test_before_the_first_of_them(self):
        judge(STAGED, {}, "2023-12-30").says("in_progress grey")

    def test_the_latest_on_or_before_the_day_counts(self):
        states = {2023: "{state: 谋划储备, as_of: 2023-05-31}"}
        judge(STAGED, states, "2023-12-31").says("on_pace green", figure="谋划储备")
        judge(STAGED, states, "2024-06-29").says("on_pace green")
        judge(STAGED, states, "2024-06-30").says("behind yellow", figure="谋划储备")

    def test_past_it_is_on_pace(self):
        judge(STAGED, {2023: "{state: 开工建设, as_of: 2023-05-31}"}, "2024-01-31").says("on_pace green")

    def test_nothing_reported_is_short_of_it(self):
        judge(STAGED, {}, "2023-12-31").says("behind yellow", figure=None)

    def test_the_state_expected_on_the_way_may_be_the_required_one(self):
        judge(STAGED, {2024: "{state: 开工建设}"}, "2026-12-30").says("on_pace green")
        judge(STAGED, {2024: "{state: 开工建设}"}, "2026-12-31").says("behind yellow")


class TestUnknownStates:
    def test_reported(self):
        judge(STAGED, {2024: "{state: 开工}"}, "2025-01-31").says("behind yellow", figure="开工")
        judge(ROAD, {2024: "{state: 开工}"}, "2024-12-31").says("in_progress grey")

    def test_required_is_never_reached(self):
        target = "milestone: {states: [未启动, 建成], reach: 通车, by: 2024}"
        judge(target, {2024: "{state: 建成}"}, "2024-12-31").says("in_progress grey")
        judge(target, {}, "2025-01-01").says("overdue red")

    def test_expected_tells_nothing(self):
        target = "milestone: {states: [未启动, 建成], reach: 建成, expect: {2023: 通车}}"
        judge(target, {}, "2024-06-30").says("in_progress grey")


class TestPlaceholder:
    PERIOD = "{start: 2023, end: x}"
    TARGET = "milestone: {states: [未启动, 建成], reach: 建成}"

    def test_without_a_deadline_it_cannot_be_said_whether_it_is_late(self):
        judge(self.TARGET, {}, "2024-06-30", period=self.PERIOD).says("placeholder grey", reason="deadline")
        judge(self.TARGET, {2023: "{state: 未启动}"}, "2024-06-30", period=self.PERIOD).says(
            "placeholder grey", reason="deadline", figure="未启动"
        )

    def test_what_is_reached_is_reached(self):
        judge(self.TARGET, {2023: "{state: 建成}"}, "2024-06-30", period=self.PERIOD).says("met green")

    def test_a_date_of_its_own_is_enough(self):
        target = "milestone: {states: [未启动, 建成], reach: 建成, by: 2024}"
        judge(target, {}, "2025-01-01", period=self.PERIOD).says("overdue red")
