from tests.rules.cases import findings, hints
from vtrack.text.reading import MAX_BYTES

RULE = "text/size"


def test_too_large() -> None:
    raw = {"plan.yaml": b"#" * (MAX_BYTES + 1)}

    assert findings("", RULE, raw=raw) == ["plan.yaml:1:1 error the file has more than the 4194304 bytes that are read"]
    assert hints("", RULE, raw=raw) == ["see whether this is the right file; progress is kept in one file a year"]


def test_large_enough_for_any_plan() -> None:
    assert findings("", RULE, raw={"plan.yaml": b"#" * MAX_BYTES}) == []
