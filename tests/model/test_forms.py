"""The seven forms. FORMAT §3."""

from datetime import date

from vtrack.model.forms import Deadline, Milestone, Task, form_word

ROAD = Milestone(("谋划储备", "开工建设", "投产运营"), "投产运营", Deadline(date(2027, 12, 31)))


def test_states_are_ordered():
    assert [ROAD.rank(state) for state in ("谋划储备", "开工建设", "投产运营")] == [0, 1, 2]


def test_an_unknown_state_and_none_at_all_come_before_the_first():
    assert ROAD.rank("通车") == -1
    assert ROAD.rank(None) == -1


def test_their_names_in_the_format():
    assert form_word(ROAD) == "milestone"
    assert form_word(Task(Deadline(None, inherited=True))) == "task"
