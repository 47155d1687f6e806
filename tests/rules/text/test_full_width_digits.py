from tests.rules.cases import findings, hints

RULE = "text/full-width-digits"


def test_found() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: ９８％
          b: ９７．５
          c: {value: １．１８万, as_of: ２０２４年６月}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:6 error ９８％ is typed in full-width characters",
        "progress/2024.yaml:3:6 error ９７．５ is typed in full-width characters",
        "progress/2024.yaml:4:14 error １．１８万 is typed in full-width characters",
        "progress/2024.yaml:4:28 error ２０２４年６月 is typed in full-width characters",
    ]
    assert hints(snippet, RULE) == [
        "write 98; the unit stands in the plan",
        "write 97.5",
        "write 11800, or the figure in the target's own unit",
        "write 2024-06-30",
    ]


def test_left_alone() -> None:
    snippet = """
        targets:
          a: {name: ９８小区, task: {}, note: 第９条}
        """
    assert findings(snippet, RULE) == []
