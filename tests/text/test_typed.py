import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtrack.text.typed import date_meant, half_width, has_scale, number_meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("９８％", "98"),
        ("98%", "98"),
        ("98 ％", "98"),
        ("1.18万", "11800"),
        ("1.18 万人", "11800"),
        ("3千万", "30000000"),
        ("1.5万亿元", "1500000000000"),
        ("0.00001万", "0.1"),
        ("11,800", "11800"),
        ("11，800元", "11800"),
        ("约98", "98"),
        ("≥98", "98"),
        ("不少于98个", "98"),
        ("98以上", "98"),
        ("98个百分点", "98"),
        ("百分之98", "98"),
        ("97。5", "97.5"),
        ("９７．５", "97.5"),
        ("－5", "-5"),
        ("−0.50", "-0.50"),
        ("0098", "98"),
        ("“98”", "98"),
        ("3千米", "3"),
        ("11.5万千瓦", "115000"),
        ("98，", "98"),
        ("2024年", "2024"),
    ],
)
def test_a_number_with_ornaments(typed: str, meant: str) -> None:
    assert number_meant(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "无", "5‰", "3成", "3/4", "1,18", "1,2345", "10-12", "12:30", "2024-06-30", "九十八", "x", "1" * 40]
)
def test_no_number_is_guessed(typed: str) -> None:
    assert number_meant(typed) is None


def test_a_scale_leaves_the_unit_open() -> None:
    assert has_scale("1.18万人")
    assert not has_scale("118人")
    assert not has_scale("万人空巷")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024/6/30", "2024-06-30"),
        ("2024.6.30", "2024-06-30"),
        ("2024-6-30", "2024-06-30"),
        ("20240630", "2024-06-30"),
        ("2024年6月30日", "2024-06-30"),
        ("２０２４年６月３０日", "2024-06-30"),
        ("2024－06－30", "2024-06-30"),
        ("2024—06—30", "2024-06-30"),
        ("2024-06-30 00:00:00", "2024-06-30"),
        ("截至2024年6月30日", "2024-06-30"),
        ("2023.10", "2023-10-31"),
        ("2023年6月", "2023-06-30"),
        ("2023年2月底", "2023-02-28"),
        ("202402", "2024-02-29"),
        ("2024-02-30", "2024-02-29"),
        ("2024年上半年", "2024-06-30"),
        ("2024年第三季度", "2024-09-30"),
        ("2024年1季度末", "2024-03-31"),
        ("2024Q4", "2024-12-31"),
        ("2027年", "2027"),
        ("2027年底", "2027"),
        ("2027年度", "2027"),
        ("2027", "2027"),
    ],
)
def test_a_date_in_the_chinese_way(typed: str, meant: str) -> None:
    assert date_meant(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "6月30日", "24-6-30", "2024-13-01", "2024-06-00", "9999年", "12:30", "98", "上半年"]
)
def test_no_date_is_guessed(typed: str) -> None:
    assert date_meant(typed) is None


def test_half_width_leaves_chinese_alone() -> None:
    assert half_width("Ａ１％，（甲）。、") == "A1%,(甲)。、"
    assert half_width("㎡①㈠") == "㎡①㈠"


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)), st.sampled_from("-/."))
def test_every_day_is_read(day: datetime.date, sign: str) -> None:
    for text in (
        f"{day.year}{sign}{day.month}{sign}{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
    ):
        assert date_meant(text) == day.isoformat()


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_a_number_is_read_exactly(whole: int, part: int) -> None:
    written = f"{whole}.{part:02d}"

    assert number_meant(f"{whole:,}.{part:02d}") == written
    assert Decimal(number_meant(f"{written}万") or "") == Decimal(written) * 10000


@given(st.text())
def test_nothing_raises(text: str) -> None:
    for meant in (number_meant(text), date_meant(text)):
        assert meant is None or meant.isascii()
    has_scale(text)
