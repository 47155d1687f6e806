from tests.rules.cases import findings, hints
from vtrack.text.parsing import MOST_FLAWS

RULE = "text/too-many"


def lines(count: int) -> str:
    return "# plan.yaml\n" + "".join(f"a{number}\u200b: 1\n" for number in range(count))


def test_found_once_at_the_first_that_is_not_listed() -> None:
    assert findings(lines(MOST_FLAWS + 1000), RULE) == [
        "plan.yaml:2001:6 error more than 2000 mistakes here; only the first are listed",
    ]
    assert hints(lines(MOST_FLAWS + 1000), RULE) == [
        "see whether this is the right file; mend the first mistakes and check again"
    ]


def test_the_first_are_listed() -> None:
    assert len(findings(lines(MOST_FLAWS + 1000), "text/invisible-character")) == MOST_FLAWS


def test_as_many_as_are_told() -> None:
    assert findings(lines(MOST_FLAWS), RULE) == []
