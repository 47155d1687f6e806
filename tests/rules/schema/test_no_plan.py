from pathlib import Path

from tests.rules.cases import DAY, findings, rule_named
from vtrack.checking import Examination, check_locality
from vtrack.discovery import find_localities
from vtrack.verdicts.verdict import Terms

RULE = "schema/no-plan"


def test_progress_without_a_plan(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    (folder / "progress").mkdir(parents=True)
    (folder / "progress" / "2024.yaml").write_text("format: 1\nlocality: demo\nyear: 2024\n", encoding="utf-8")
    (found,) = find_localities([folder])
    examination = Examination(Terms(DAY), DAY, [rule_named(RULE)], lambda path: path.name)

    (finding,) = check_locality(found, examination).findings

    assert (finding.file, finding.span.line, finding.severity.value) == ("plan.yaml", 1, "error")
    assert finding.message.render(str) == "there is progress here and no plan.yaml"


def test_a_plan() -> None:
    assert findings("targets: {a: {name: 甲, task: {}}}", RULE) == []
