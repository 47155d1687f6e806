from tests.rules.cases import findings, hints

RULE = "schema/repeated-item"


def test_a_state() -> None:
    snippet = """
        targets:
          a: {name: 甲, milestone: {states: [未启动, 开工, 未启动], reach: 开工}}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:2:46 error "未启动" stands in the list already',
    ]
    assert hints(snippet, RULE) == [
        "delete one of the two",
    ]


def test_each_once() -> None:
    snippet = """
        targets:
          a: {name: 甲, milestone: {states: [未启动, 开工], reach: 开工}}
        """
    assert findings(snippet, RULE) == []
