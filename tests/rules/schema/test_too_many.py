from tests.rules.cases import findings, hints
from vtrack.validation.shape import MOST_ERRORS

RULE = "schema/too-many"


def test_a_file_of_mistakes() -> None:
    snippet = "targets:\n" + "".join(f"  t{number}: 1\n" for number in range(MOST_ERRORS + 1))

    assert findings(snippet, RULE) == [
        "plan.yaml:1:1 error more than 2000 mistakes here; only the first are listed",
    ]
    assert hints(snippet, RULE) == ["see whether this is the right file; mend the first mistakes and check again"]


def test_a_target_of_unknown_keys() -> None:
    keys = "".join(f"    key_{number}: 1\n" for number in range(201))
    snippet = f"targets:\n  a:\n    name: 甲\n    reach: {{at_least: 1}}\n{keys}"

    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 error more than 200 mistakes here; only the first are listed",
    ]


def test_many_mistakes_that_are_all_listed() -> None:
    snippet = "targets:\n" + "".join(f"  t{number}: 1\n" for number in range(100))

    assert findings(snippet, RULE) == []
