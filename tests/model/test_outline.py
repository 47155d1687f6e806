from typing import Any

from vtrack.model.outline import is_numeric, outline
from vtrack.model.plan_data import build_plan


def plan(targets: dict[str, Any]) -> Any:
    named = {id: {"name": id, "unit": "%", **data} for id, data in targets.items()}
    data = {"locality": {"id": "demo"}, "period": {"start": 2023, "end": 2027}, "targets": named}
    return build_plan(data)


def ids(entries: Any) -> list[str]:
    return [entry[0].id for entry in entries]


def test_targets_by_their_forms_in_the_order_of_the_plan() -> None:
    found = outline(
        plan(
            {
                "b": {"reach": {"at_least": 98}},
                "k": {"keep": {"at_least": 90}},
                "a": {"reach": {"at_least": 3}},
                "s": {"accumulate": {"at_least": 3}},
                "g": {"grow": {"at_least": 3}},
                "c": {"compare": {"above": {"target": "a"}}},
                "m": {"milestone": {"states": ["未开工", "建成"], "reach": "建成"}},
                "t": {"task": {}},
            }
        )
    )
    forms = (found.reach, found.keep, found.accumulate, found.grow, found.compare, found.milestone, found.task)
    assert [ids(form) for form in forms] == [["b", "a"], ["k"], ["s"], ["g"], ["c"], ["m"], ["t"]]
    assert all(target.form is form for entries in forms for target, form in entries)
    assert ids(found.spanned) == ["k", "s", "c"]


def test_bounds_with_numbers_of_their_own_and_without() -> None:
    found = outline(
        plan(
            {
                "number": {"reach": {"at_least": 98}},
                "range": {"reach": {"between": [1, 2]}},
                "open-range": {"reach": {"between": [1, "x"]}},
                "placeholder": {"reach": {"at_least": "待定"}},
                "series": {"compare": {"above": {"reference": "city"}}},
                "task": {"task": {}},
            }
        )
    )
    assert ids(found.numeric) == ["number", "range"]
    assert ids(found.unnumbered) == ["open-range", "placeholder", "series"]
    assert all(bound is target.bound for target, bound in (*found.numeric, *found.unnumbered))
    assert not is_numeric(None)


def test_schedules_statements_and_units() -> None:
    stated = [{"source": "附件1", "at_least": 97}, {"source": "附件2", "at_least": 98}]
    found = outline(
        plan(
            {
                "a": {"reach": {"at_least": 98, "schedule": {2025: 90}}, "lead": ["office"], "assist": ["water"]},
                "b": {"reach": {"at_least": 98}, "stated": stated, "lead": ["water"]},
            }
        )
    )
    assert ids(found.scheduled) == ["a"]
    assert [(target.id, place, line.source) for target, place, line in found.statements] == [
        ("b", 0, "附件1"),
        ("b", 1, "附件2"),
    ]
    assert found.named == {"office", "water"}
