import pytest

from vtrack.findings import Severity
from vtrack.rules.rule import FileCase
from vtrack.rules.text.unreadable import SEVERITY, check
from vtrack.text.flaws import Flaw, Span

START = Span(1, 1, 1, 2)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Permission denied", "you are not allowed to read it"),
        ("Is a directory", "it is a folder"),
        ("link outside", "it is a link that leads out of its folder"),
        ("no plain file", "it is no plain file"),
        ("Input/output error", "Input/output error"),
    ],
)
def test_what_the_system_says_is_told(reason: str, told: str) -> None:
    (remark,) = check(FileCase("plan.yaml", (Flaw("unreadable", START, reason),)))

    assert remark.at == START
    assert remark.message.render(str) == f"the file cannot be read: {told}"
    assert SEVERITY is Severity.ERROR


def test_a_file_that_was_read() -> None:
    assert list(check(FileCase("plan.yaml"))) == []
