from tests.rules.cases import findings, hints

RULE = "text/full-width-colon"


def test_found() -> None:
    snippet = """
        # progress/2024.yaml
        figures：
          a：5
          b： {value：5}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:1:8 error a full-width colon stands behind a key",
        "progress/2024.yaml:2:4 error a full-width colon stands behind a key",
        "progress/2024.yaml:3:4 error a full-width colon stands behind a key",
        "progress/2024.yaml:3:12 error a full-width colon stands behind a key",
    ]
    assert hints(snippet, RULE) == [
        "write :",
        "write : with a space after it",
        "write :",
        "write : with a space after it",
    ]


def test_left_alone() -> None:
    snippet = """
        targets:
          a:
            name: 甲
            task: {}
            note: 口径：有设施的行政村
              GDP：现价
        """
    assert findings(snippet, RULE) == []
