"""figure/whole-changed: a share that rose because its whole shrank."""

from __future__ import annotations

import pytest

from tests.rules.cases import findings

RULE = "figure/whole-changed"


def case(first: str, second: str) -> str:
    return f"# progress/2023.yaml\nfigures:\n  sample: {first}\n# progress/2024.yaml\nfigures:\n  sample: {second}\n"


def test_the_new_whole_is_pointed_at() -> None:
    assert findings(case("{count: 70, of: 85}", "{count: 70, of: 72}"), RULE) == [
        "progress/2024.yaml:2:27 info 样例: the whole is 72, after 85 on 2023-12-31, and the share rose"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{count: 70, of: 85}", "{count: 72, of: 85}"),
        ("{count: 70, of: 85}", "{count: 70, of: 81}"),  # less than a twentieth
        ("{count: 70, of: 85}", "{count: 50, of: 72}"),  # the share fell
        ("{count: 70, of: 72}", "{count: 84, of: 85}"),  # the whole grew
        ("{count: 70, of: 85}", "{count: 70, of: 72, note: 行政村撤并}"),
        ("82.4", "{count: 70, of: 72}"),
    ],
)
def test_what_tells_nothing_or_is_explained_is_let_pass(first: str, second: str) -> None:
    assert findings(case(first, second), RULE) == []
