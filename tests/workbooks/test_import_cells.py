"""What was typed into a cell, and what of a cell is nobody's typing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtrack.workbooks.file.grid import Cell, Kind
from vtrack.workbooks.file.texts import Shown, shown_by
from vtrack.workbooks.intake.cells import Typed, Untypable, digits, typed_text, typed_value
from vtrack.workbooks.intake.days import Day, typed_day


def number(text: str, shown: Shown = Shown.PLAIN, *, formula: bool = False) -> Cell:
    return Cell(Kind.NUMBER, text, shown, formula)


def text(text: str) -> Cell:
    return Cell(Kind.TEXT, text)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", Shown.PLAIN),
        ('General"个"', Shown.PLAIN),
        ("0.00", Shown.PLAIN),
        ("#,##0", Shown.PLAIN),
        ("0.00E+00", Shown.PLAIN),
        ("@", Shown.PLAIN),
        ('0.00"%"', Shown.PLAIN),  # a sign that only stands there
        ("0%", Shown.PERCENT),
        ("0.00%;[Red]-0.00%", Shown.PERCENT),
        ("# ?/?", Shown.FRACTION),
        ("# ??/100", Shown.FRACTION),
        ("yyyy-mm-dd", Shown.DAY),
        ('yyyy"年"m"月"d"日"', Shown.DAY),
        ('[$-804]yyyy"年"m"月";@', Shown.DAY),
        ("[$-F800]dddd, mmmm dd, yyyy", Shown.DAY),
        ("m/d/yy h:mm", Shown.DAY),
        ("[h]:mm:ss", Shown.TIME),
        ("h:mm AM/PM", Shown.TIME),
    ],
)
def test_number_formats(code: str, shown: Shown) -> None:
    assert shown_by(code) is shown


@pytest.mark.parametrize(
    ("cell", "typed"),
    [
        (number("95.2"), "95.2"),
        (number("95"), "95"),
        (number("0.30000000000000004"), "0.3"),
        (number("95.200000000000003"), "95.2"),
        (number("1.18E4"), "11800"),
        (number("1E-3"), "0.001"),
        (number("-0"), "0"),
        (number("123456789012345"), "123456789012345"),
        (number("0.98", Shown.PERCENT), "98%"),
        (number("0.97960000000000003", Shown.PERCENT), "97.96%"),
        (number("1.1000000000000001", Shown.PERCENT), "110%"),
        (number("0.0007", Shown.PERCENT), "0.07%"),
        (text(" 95.20 "), "95.20"),
        (text("'95.2"), "95.2"),
        (text("８３／８５"), "８３／８５"),  # understood elsewhere
        (Cell(Kind.BOOLEAN, "1"), "是"),
    ],
)
def test_what_was_typed_as_a_value(cell: Cell, typed: str) -> None:
    found = typed_value(cell)

    assert isinstance(found, Typed)
    assert found.text == typed


@pytest.mark.parametrize(
    "cell",
    [
        number("45973", Shown.DAY),  # 11/12, which a spreadsheet took for a day
        number("0.5", Shown.TIME),
        number("0.976470588235294", Shown.FRACTION),
        number("1E308"),
        number("1e-300"),
        number("NaN"),
        number("INF"),
        number("1_000"),
        number("12345678901234567"),
        Cell(Kind.ERROR, "#REF!"),
        Cell(Kind.VOID, "", formula=True),
    ],
)
def test_what_nobody_typed_as_a_value(cell: Cell) -> None:
    found = typed_value(cell)

    assert isinstance(found, Untypable)
    assert found.hint is not None


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_a_double_is_the_decimal_that_was_typed(typed: Decimal) -> None:
    held = repr(float(typed))

    assert Fraction(digits(held) or "?") == Fraction(typed)


@given(st.decimals(min_value=0, max_value=100, places=6))
def test_a_percentage_is_the_decimal_that_was_typed(typed: Decimal) -> None:
    found = typed_value(number(repr(float(typed) / 100), Shown.PERCENT))

    assert isinstance(found, Typed)
    assert Fraction(found.text.removesuffix("%")) == Fraction(typed)


@given(st.text(max_size=40))
def test_no_number_of_a_file_is_too_odd(written: str) -> None:
    typed_value(number(written))
    typed_day(number(written, Shown.DAY), 2025)
    typed_day(text(written), 2025)
    typed_text(text(written))
    shown_by(written)


LAST = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("cell", "day", "is_plain"),
    [
        (text("2025-12-31"), LAST, True),
        (text("2025/12/31"), LAST, True),
        (text("2025.12.31"), LAST, True),
        (text("2025年12月31日"), LAST, True),
        (text(" 2025-12-31\n"), LAST, True),
        (number("46022", Shown.DAY), LAST, True),
        (number("46022.75", Shown.DAY), LAST, False),
        (number("46022"), LAST, False),
        (number("20251231"), LAST, False),
        (text("20251231"), LAST, False),
        (text("2025-12-31 00:00:00"), LAST, False),
        (text("2025-12-31T08:30:00"), LAST, False),
        (text("２０２５年１２月３１日"), LAST, False),
        (text("2025 年 12 月 31 日"), LAST, False),
        (text("12月31日"), LAST, False),
        (text("12/31"), LAST, False),
        (text("2025年6月"), date(2025, 6, 30), False),
        (text("2025-06"), date(2025, 6, 30), False),
        (text("6月底"), date(2025, 6, 30), False),
        (text("2025.12"), LAST, False),
        (number("2025.12"), LAST, False),
        (number("202512"), LAST, False),
        (text("2025年"), LAST, False),
        (number("2025"), LAST, False),
        (text("年底"), LAST, False),
        (text("三季度末"), date(2025, 9, 30), False),
        (text("2025年上半年"), date(2025, 6, 30), False),
    ],
)
def test_the_day_that_was_typed(cell: Cell, day: date, is_plain: bool) -> None:
    found = typed_day(cell, 2025)

    assert isinstance(found, Day)
    assert found.day == day
    assert (found.remark is None) == is_plain


def test_days_counted_from_1904() -> None:
    assert typed_day(number("44560", Shown.DAY), 2025, from_1904=True) == Day(LAST)


@pytest.mark.parametrize(
    "cell",
    [
        text("2025-02-30"),
        text("2025-13"),
        text("2025.1"),  # January, or October without its last zero
        number("2025.1"),
        text("31/12/2025"),
        text("25-12-31"),
        text("去年底"),
        text("2025-12/31"),
        number("12.5"),
        number("1e300", Shown.DAY),
        number("0", Shown.DAY),
        number("9999999", Shown.DAY),
        Cell(Kind.ERROR, "#N/A"),
        Cell(Kind.VOID, "", formula=True),
    ],
)
def test_no_day(cell: Cell) -> None:
    assert isinstance(typed_day(cell, 2025), Untypable)


def test_an_empty_day_is_none() -> None:
    assert typed_day(text("　 "), 2025) is None
