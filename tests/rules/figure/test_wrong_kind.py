"""figure/wrong-kind: a report of another kind than its target."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings, hints

RULE = "figure/wrong-kind"
PLAN = """
targets:
  coverage: {name: 覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
  villages: {name: 示范村, unit: 个, accumulate: {at_least: 20}, lead: [office]}
  ratio: {name: 城乡居民收入比, unit: 倍, reach: {at_most: 1.54}, lead: [office]}
  plain: {name: 达标率, reach: {at_least: 98}, lead: [office]}
  mortality: {name: 孕产妇死亡率, unit: "‰", keep: {at_most: 5}, lead: [office]}
  road: {name: 绕城公路, milestone: {states: [未开工, 在建, 通车], reach: 通车}, lead: [office]}
  force: {name: 工作专班, task: {}, lead: [office]}
"""


@pytest.mark.parametrize(
    ("figure", "message", "hint"),
    [
        ("coverage: {state: 在建}", "覆盖率: a state is reported where a number belongs", "write the number, in %"),
        ("plain: {state: 在建}", "达标率: a state is reported where a number belongs", "write the number"),
        (
            "coverage: {done: true}",
            "覆盖率: done or not is reported where a number belongs",
            "write the number, in %",
        ),
        (
            "road: 60",
            "绕城公路: a number is reported where a state belongs",
            "write {state: …} with one of: 未开工, 在建, 通车",
        ),
        (
            "road: {value: 60, as_of: 2024-06-30}",
            "绕城公路: a number is reported where a state belongs",
            "write {state: …} with one of: 未开工, 在建, 通车",
        ),
        (
            "force: {count: 3, of: 4}",
            "工作专班: a number is reported where done or not belongs",
            "write {done: true, evidence: …}",
        ),
        (
            "villages: {count: 3, of: 20}",
            "示范村: the share 3 of 20 is reported for a target in 个",
            "write value: 3, if that is the number in 个",
        ),
        (
            "ratio: {count: 52000, of: 34000}",
            "城乡居民收入比: the share 52000 of 34000 is reported for a target in 倍",
            "write value: 52000, if that is the number in 倍",
        ),
    ],
)
def test_the_piece_of_the_wrong_kind_is_pointed_at(figure: str, message: str, hint: str) -> None:
    text = f"{PLAN}# progress/2024.yaml\nfigures:\n  {figure}\n"
    column = 3 + figure.index(": ", figure.find("{") + 1) + 2  # the first value
    assert findings(text, RULE) == [f"progress/2024.yaml:2:{column} error {message}"]
    assert hints(text, RULE) == [hint]


def test_one_report_of_a_list_is_found() -> None:
    text = f"""{PLAN}
# progress/2024.yaml
figures:
  road:
    - {{state: 在建, as_of: 2024-06-30}}
    - {{value: 80, as_of: 2024-12-31}}
"""
    assert findings(text, RULE) == [
        "progress/2024.yaml:4:15 error 绕城公路: a number is reported where a state belongs"
    ]


@pytest.mark.parametrize(
    "figure",
    [
        "coverage: 95",
        "coverage: {count: 83, of: 85}",
        "plain: {count: 83, of: 85}",
        "mortality: {count: 1, of: 900}",
        "villages: {value: 3}",
        "road: {state: 在建}",
        "force: {done: false}",
    ],
)
def test_what_fits_is_let_pass(figure: str) -> None:
    assert findings(f"{PLAN}# progress/2024.yaml\nfigures:\n  {figure}\n", RULE) == []
