"""What is typed for a figure, and what it is taken for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtrack.model.bound import Bound, Comparison
from vtrack.model.forms import Deadline, Form, Milestone, Reach, Task
from vtrack.model.plan import Target
from vtrack.model.quantity import quantity
from vtrack.recording.entry import Amount, Done, Report, Share, State
from vtrack.recording.values import NotUnderstood, Understood, source_understood, understood, words

REACH = Reach(Bound(Comparison.AT_LEAST, quantity(98)), None, Deadline(None))
ROAD = Milestone(("未开工", "开工建设", "建成通车"), "建成通车", Deadline(None))


def target(unit: str | None = None, form: Form = REACH) -> Target:
    return Target("sample", "样例", form, unit)


def report(text: str, unit: str | None = None, form: Form = REACH) -> Report | str:
    """What a text is taken for, or in English why it is not understood and what to write."""
    found = understood(text, target(unit, form))
    if isinstance(found, Understood):
        return found.report
    hint = found.hint.render(str) if found.hint else ""
    return f"{found.message.render(str)} | {hint}"


def remark(text: str, unit: str | None = None, form: Form = REACH) -> str:
    found = understood(text, target(unit, form))
    assert isinstance(found, Understood)
    return found.remark.render(str) if found.remark else ""


@pytest.mark.parametrize(
    ("text", "unit", "digits"),
    [
        ("95.20", "%", "95.20"),
        (" 95.2 ", "%", "95.2"),
        ("９５．２", "%", "95.2"),
        ("95。2", "%", "95.2"),
        ("98%", "%", "98"),
        ("98 ％", "％", "98"),
        ("5‰", "‰", "5"),
        ("0.98", "%", "0.98"),
        ("-5", "%", "-5"),
        ("－5", "%", "-5"),
        ("+5", "%", "5"),
        (".5", "%", "0.5"),
        ("5.", "%", "5"),
        ("0", "个", "0"),
        ("83个", "个", "83"),
        ("83 个", "个", "83"),
        ("3个", "个/年", "3"),
        ("0.5个百分点", "百分点", "0.5"),
        ("11,800", "个", "11800"),
        ("１１，８００．５０", "亩", "11800.50"),
        ("1.18万", "亩", "11800"),
        ("1.18万亩", "亩", "11800"),
        ("1.18万亩", "万亩", "1.18"),
        ("11800亩", "万亩", "1.18"),
        ("12000万元", "亿元", "1.2"),
        ("1.2万亿元", "亿元", "12000"),
        ("0.3亿", "元", "30000000"),
        ("3千瓦时", "千瓦时", "3"),
        ("1.18万", None, "11800"),
        ("1.2e4", "个", "12000"),
        ("9\u200b5", "%", "95"),
    ],
)
def test_a_number_is_read_exactly(text: str, unit: str | None, digits: str) -> None:
    assert report(text, unit) == Amount(digits)


def test_digits_that_are_kept_need_no_remark() -> None:
    assert [remark(text, "%") for text in ("95.20", " 98% ", "98％")] == ["", "", ""]
    assert remark("83个", "个") == ""


def test_other_digits_than_the_typed_are_said() -> None:
    assert remark("１．１８万", "亩") == "１．１８万 was read as 11800"
    assert remark("11,800", "亩") == "11,800 was read as 11800"
    assert remark("83／85", "%") == "83／85 was read as 83/85"


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("", "%", "nothing was given | write the number, in %"),
        ("待定", "%", "待定 is no figure | leave it out until the figure is known"),
        ("98%", "个", "98% is a percentage, and the target is not in percent | write the number, in 个"),
        ("0.5%", "百分点", "0.5% is a percentage, and the target is not in percent | write the number, in 百分点"),
        ("5%", None, "5% is a percentage, and the target is not in percent | write the number"),
        ("83/85", "个", "83/85 is a count of a whole, and the target is no share | write the number, in 个"),
        ("83座", "个", "83座 is not in 个 | write the number, in 个"),
        ("1.18公顷", "亩", "1.18公顷 is not in 亩 | write the number, in 亩"),
        (
            "1.18万",
            "万亩",
            "it is not clear whether 1.18万 is meant in 万亩 | write the unit too, or the bare number in 万亩",
        ),
        ("1.18万", "%", "1.18万 is not in % | write the number, in %"),
        ("九十八", "%", "九十八 is no number that can be compared | write the number, in %"),
        ("1,18", "个", "1,18 is no number that can be compared | write the number, in 个"),
        ("2024-12-31", "%", "2024-12-31 is no number that can be compared | write the number, in %"),
        ("1/2/3", "%", "1/2/3 is no number that can be compared | write the number, in %"),
        ("9" * 31, "个", f"{'9' * 31} is no number that can be compared | write the number, in 个"),
        ("1e31", "个", "1e31 is no number that can be compared | write the number, in 个"),
        ("未开工", "个", "未开工 is no number that can be compared | write the number, in 个"),
    ],
)
def test_what_is_no_number_of_the_target_is_refused(text: str, unit: str | None, said: str) -> None:
    assert report(text, unit) == said


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("约98", "98"),
        ("98以上", "98"),
        ("80多", "80"),
        ("3千", "3000"),
        ("007", "7"),
        ("百分之98", "98"),
        ("≥98", "98"),
    ],
)
def test_words_around_a_number_are_refused_with_the_number(text: str, number: str) -> None:
    hint = f"write the bare number, such as {number}; what else there is to say goes into the note"
    assert report(text, "个") == f"{text} is no number that can be compared | {hint}"


@pytest.mark.parametrize(
    ("text", "unit", "share"),
    [
        ("83/85", "%", Share("83", "85")),
        ("83／85", "%", Share("83", "85")),
        ("８３ / ８５", "％", Share("83", "85")),
        ("1,083/1,285", "%", Share("1083", "1285")),
        ("3/1000", "‰", Share("3", "1000")),
        ("12.5/20", "%", Share("12.5", "20")),
    ],
)
def test_a_count_of_a_whole(text: str, unit: str, share: Share) -> None:
    assert report(text, unit) == share


def test_a_state_by_its_name_or_a_part_that_only_it_has() -> None:
    assert report("开工建设", form=ROAD) == State("开工建设")
    assert remark("开工建设", form=ROAD) == ""
    assert report("通车", form=ROAD) == State("建成通车")
    assert remark("通车", form=ROAD) == "通车 was read as 建成通车"


def test_what_may_be_several_states_or_is_none() -> None:
    assert (
        report("开工", form=ROAD)
        == "开工 may be any of these states: 未开工, 开工建设 | write the whole of one of them"
    )
    assert report("竣工", form=ROAD) == "样例: 竣工 is none of its states | write one of: 未开工, 开工建设, 建成通车"
    assert report("", form=ROAD) == "nothing was given | write one of: 未开工, 开工建设, 建成通车"


@pytest.mark.parametrize("text", ["done", "DONE", "完成", "已完成", "已完成。", "是", "办结", "√", "true"])
def test_a_task_that_is_done(text: str) -> None:
    assert report(text, form=Task(Deadline(None))) == Done()


@pytest.mark.parametrize("text", ["not done", "未完成", "没有完成", "否", "no"])
def test_a_task_that_is_not_done(text: str) -> None:
    assert report(text, form=Task(Deadline(None))) == Done(False)


@pytest.mark.parametrize("text", ["80", "完成80%", "快完成了"])
def test_a_task_is_done_or_not(text: str) -> None:
    said = f"{text} does not say whether the work is done | write done, or not done"
    assert report(text, form=Task(Deadline(None))) == said


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("statistics", "statistics"),
        ("统计", "statistics"),
        ("统计部门", "statistics"),
        ("自报", "self"),
        ("第三方", "third_party"),
        ("第三方评估", "third_party"),
        ("Third-Party", "third_party"),
        ("交叉考核", "cross_check"),
        ("交叉核验", "cross_check"),
        ("调查", "survey"),
        ("抽样调查", "survey"),
        ("听说", None),
        ("", None),
    ],
)
def test_a_source_by_its_word_or_its_chinese_name(text: str, word: str | None) -> None:
    assert source_understood(text) == word


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_every_plain_decimal_is_itself(number: Decimal) -> None:
    assert report(f"{number:f}", "亩") == Amount(f"{number:f}")


@given(st.integers(0, 10**9), st.integers(0, 4), st.sampled_from([("万", 4), ("亿", 8), ("千万", 7), ("万亿", 12)]))
def test_ten_thousands_are_multiplied_out_exactly(digits: int, places: int, scale: tuple[str, int]) -> None:
    typed = Decimal(digits).scaleb(-places)
    found = report(f"{typed:f}{scale[0]}元", "元")

    assert isinstance(found, Amount)
    assert Decimal(found.text) == typed * 10 ** scale[1]
    assert "E" not in found.text


@given(
    st.text(max_size=30),
    st.sampled_from(["%", "万亩", "个", None]),
    st.sampled_from([REACH, ROAD, Task(Deadline(None))]),
)
def test_any_text_is_understood_or_refused(text: str, unit: str | None, form: Form) -> None:
    assert isinstance(understood(text, target(unit, form)), Understood | NotUnderstood)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, ""),
        (" \u200b\ufeff ", ""),
        ("零\u200b宽\u202e度", "零宽度"),
        ("一\r\n二\u2028三\x85", "一\n二\n三"),
        ("甲\u3000乙\t丙", "甲\u3000乙\t丙"),
        ("\x1b[31m", "\x1b[31m"),
    ],
)
def test_words_are_taken_without_what_cannot_be_seen(text: str | None, said: str) -> None:
    assert words(text) == said
