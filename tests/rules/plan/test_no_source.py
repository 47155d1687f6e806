from tests.rules.cases import findings

RULE = "plan/no-source"


def test_no_clause_at_all() -> None:
    assert findings("targets:\n  roads: {name: 农村公路, task: {}}", RULE) == [
        "plan.yaml:2:3 info 农村公路: no clause of the document is given for it"
    ]


def test_a_clause_or_a_statement_will_do() -> None:
    snippet = """
        targets:
          roads: {name: 农村公路, task: {}, source: 附件48}
          makers: {name: 农创客, unit: 名, accumulate: {at_least: 300}, stated: [{source: 附件59, at_least: 300}]}
        """
    assert findings(snippet, RULE) == []
