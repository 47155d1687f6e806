import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtrack.text.scalars import MAX_DIGITS, Unreadable, resolve


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("98", 98),
        ("-3", -3),
        ("+5", 5),
        ("0", 0),
        ("97.96", Decimal("97.96")),
        ("2023.10", Decimal("2023.10")),
        (".5", Decimal("0.5")),
        ("5.", Decimal("5")),
        ("1e3", Decimal("1000")),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_what_is_a_value(text: str, value: object) -> None:
    assert resolve(text) == value
    assert type(resolve(text)) is type(value)


@pytest.mark.parametrize(
    "text",
    ["yes", "on", "是", "12:30", "2023-06-30", "0x1F", "0o17", "1_000", "11,800", "98%", ".inf", ".nan", "-", "+", ".",
     ".e5", "-e5", "1e", "１２", "x"],
)  # fmt: skip
def test_what_stays_text(text: str) -> None:
    assert resolve(text) == text


def test_a_decimal_keeps_its_zeros() -> None:
    assert str(resolve("2023.10")) == "2023.10"
    assert str(resolve("98.0")) == "98.0"


@pytest.mark.parametrize("text", ["007", "00", "-01", "00.5"])
def test_a_leading_zero_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        resolve(text)
    assert refused.value.kind == "leading-zero"


@pytest.mark.parametrize("text", ["1" * (MAX_DIGITS + 1), "1e31", "1e-31", "1e999999999", "0." + "1" * 40])
def test_a_number_too_long_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        resolve(text)
    assert refused.value.kind == "number-size"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_a_number_is_exactly_what_was_written(number: Decimal) -> None:
    written = f"{number:f}"

    assert str(resolve(written)) == written.replace("-0.0000", "-0.0000")
    assert resolve(written) == number


@given(st.text())
def test_any_text_is_resolved_or_refused_by_name(text: str) -> None:
    with contextlib.suppress(Unreadable):
        resolve(text)
