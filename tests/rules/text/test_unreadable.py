from vtrack.findings import Severity
from vtrack.rules.rule import FileCase
from vtrack.rules.text.unreadable import SEVERITY, check
from vtrack.text.flaws import Flaw, Span

START = Span(1, 1, 1, 2)


def test_what_the_system_says_is_told() -> None:
    (remark,) = check(FileCase("plan.yaml", (Flaw("unreadable", START, "Permission denied"),)))

    assert remark.at == START
    assert remark.message.render(str) == "the file cannot be read: Permission denied"
    assert SEVERITY is Severity.ERROR


def test_a_file_that_was_read() -> None:
    assert list(check(FileCase("plan.yaml"))) == []
