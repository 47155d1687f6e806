from tests.rules.cases import findings, hints

RULE = "text/depth"


def test_found() -> None:
    snippet = "targets: [[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]\n"
    assert findings(snippet, RULE) == [
        "plan.yaml:1:29 error more than 20 levels of brackets or indentation",
    ]
    assert hints(snippet, RULE) == [
        "close the brackets that were left open before, or move the block to where it belongs",
    ]


def test_left_alone() -> None:
    snippet = "targets: [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]\n"
    assert findings(snippet, RULE) == []
