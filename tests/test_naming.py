"""Which of several named things is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtrack.naming import Meant, meant

NAMES = {
    "sewage-facility-coverage": "农村生活污水处理设施行政村覆盖率",
    "sewage-treatment-rate": "农村生活污水治理率",
    "good-air-days": "空气质量优良天数比例",
    "air": "空气",
    "road-1": "等级公路",
    "road-2": "等级公路",
}


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("good-air-days", "good-air-days"),
        ("空气质量优良天数比例", "good-air-days"),
        ("优良天数", "good-air-days"),
        ("治理率", "sewage-treatment-rate"),
        ("treatment", "sewage-treatment-rate"),
        ("air", "air"),  # an exact id, though a part of another
        ("空气", "air"),  # an exact name, though a part of another
        ("ＧＯＯＤ－AIR", "good-air-days"),
        ("  road-1 ", "road-1"),
    ],
)
def test_an_id_a_name_or_a_part_of_one_alone(text: str, id: str) -> None:
    assert meant(text, NAMES) == Meant(id)


def test_a_part_of_several_names_is_ambiguous() -> None:
    assert meant("污水", NAMES) == Meant(None, ("sewage-facility-coverage", "sewage-treatment-rate"), ambiguous=True)


def test_a_name_that_two_have_is_ambiguous() -> None:
    assert meant("等级公路", NAMES) == Meant(None, ("road-1", "road-2"), ambiguous=True)


def test_nothing_of_that_name_offers_the_nearest() -> None:
    found = meant("good-air-day5", NAMES)

    assert found.id is None
    assert not found.ambiguous
    assert found.candidates[0] == "good-air-days"


@pytest.mark.parametrize("text", ["", "   ", "　"])
def test_nothing_names_nothing(text: str) -> None:
    assert meant(text, NAMES) == Meant(None)


@given(st.text(max_size=20))
def test_whatever_is_typed_the_candidates_are_things_there_are(text: str) -> None:
    found = meant(text, NAMES)

    assert {*found.candidates, *([found.id] if found.id else [])} <= set(NAMES)
    assert not (found.id and found.candidates)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), st.text(min_size=1, max_size=8), min_size=1
    )
)
def test_an_id_always_names_its_own(names: dict[str, str]) -> None:
    for id in names:
        assert meant(id, names).id == id
