from decimal import Decimal

import pytest

from vtrack.validation import meant
from vtrack.validation.schemas import schema, schema_at


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (98, "98"),
        (Decimal("1E+2"), "100"),
        (True, "true"),
        (None, ""),
        ("个", "个"),
        ("%", '"%"'),
        ("330305", '"330305"'),
        ("007", '"007"'),
        ("true", '"true"'),
        ("", '""'),
        ("a: b", '"a: b"'),
        ('"', '"\\""'),
        ("2024-06-30", "2024-06-30"),
        (["a", 1], "[a, 1]"),
        ({"count": 83, "of": 85}, "{count: 83, of: 85}"),
    ],
)
def test_as_written(value: object, written: str) -> None:
    assert meant.as_written(value) == written


@pytest.mark.parametrize(
    ("text", "truth"), [("是", "true"), ("YES", "true"), ("√", "true"), ("否", "false"), ("也许", None)]
)
def test_truth(text: str, truth: str | None) -> None:
    assert meant.truth_meant(text) == truth


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Coverage Rate", "coverage-rate"),
        ("a_b", "a-b"),
        ("Ａ１", "a1"),
        ("县政府办", "office"),
        ("甲", None),
        ("--", None),
    ],
)
def test_ids(text: str, id: str | None) -> None:
    assert meant.id_meant(text, {"县政府办": "office"}) == id


@pytest.mark.parametrize(
    ("text", "year"),
    [("2024年", "2024"), ("24", "2024"), ("2024年6月", "2024"), ("二四年", None), ("5", None), ("98765", None)],
)
def test_years(text: str, year: str | None) -> None:
    assert meant.year_meant(text) == year


@pytest.mark.parametrize(
    ("word", "level"),
    [("县", "county"), ("区", "county"), ("县级市", "county"), ("市", "prefecture"), ("镇", "township"),
     ("乡镇", "township"), ("街道", "township"), ("社区", "village"), ("County", "county"), ("contry", "county"),
     ("国", None)],
)  # fmt: skip
def test_words_by_what_the_schema_says_of_them(word: str, level: str | None) -> None:
    node = schema_at(schema("plan"), ("locality", "level"))

    assert meant.word_meant(word, node["enum"], node["description"]) == level


def test_the_schema_of_a_place() -> None:
    plan = schema("plan")

    assert schema_at(plan, ("targets", "any-id", "reach", "at_least"))["examples"] == [98, "x"]
    assert schema_at(plan, ("locality", "code"))["pattern"].startswith("^[0-9]{2}")
    assert schema_at(plan, ("targets", "a", "lead", 0))["pattern"].startswith("^[a-z0-9]+")
    assert schema_at(plan, ("nothing", "there")) == {}
