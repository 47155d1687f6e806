from tests.rules.cases import findings, hints

RULE = "text/full-width-punctuation"


def test_found() -> None:
    snippet = """
        targets:
          a: ｛name: 甲，unit: ％, task: {}｝
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:6 error ｛ is full-width, where YAML wants a half-width sign",
        "plan.yaml:2:14 error ， is full-width, where YAML wants a half-width sign",
        "plan.yaml:2:21 error ％ is full-width, where YAML wants a half-width sign",
        "plan.yaml:2:32 error ｝ is full-width, where YAML wants a half-width sign",
    ]
    assert hints(snippet, RULE) == [
        "write {",
        "write , with a space after it",
        'write "%"',
        "write }",
    ]


def test_left_alone() -> None:
    snippet = """
        targets:
          a: {name: “甲”，含乙［1］, unit: "％", task: {}, source: 附件1、2}
        """
    assert findings(snippet, RULE) == []
