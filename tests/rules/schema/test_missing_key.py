from tests.rules.cases import findings, hints

RULE = "schema/missing-key"


def test_of_a_target_and_its_pieces() -> None:
    snippet = """
        targets:
          a:
            reach: {about: 15}
            baseline: {year: 2022}
          b: {name: 乙, reach: {at_least: 5, within: 1}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 error a has no name",
        "plan.yaml:3:13 error about stands without within",
        "plan.yaml:4:15 error baseline has no value",
        "plan.yaml:5:37 error within stands without about",
    ]
    assert hints(snippet, RULE) == [
        "add name, such as name: 农村生活污水处理设施行政村覆盖率",
        "write how far off the value may be, such as within: 1",
        "add value, such as value: 91.4",
        "within belongs to about alone: delete it, or write about in the place of the other bound",
    ]


def test_of_a_file() -> None:
    raw = {"progress/2024.yaml": b"format: 1\nlocality: demo\n"}

    assert findings("", RULE, raw=raw) == ["progress/2024.yaml:1:1 error the file has no year"]
    assert hints("", RULE, raw=raw) == ["add year, such as year: 2024"]


def test_of_an_item_of_a_list() -> None:
    snippet = """
        # progress/2024.yaml
        revisions:
          - {target: a, as_of: 2024-06-30, was: 5, on: 2024-10-08}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:5 error revisions has no reason",
    ]
    assert hints(snippet, RULE) == [
        "add reason, such as reason: 监测数据复核",
    ]


def test_of_a_count() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: {count: 83}}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:1:15 error count stands without of",
    ]
    assert hints(snippet, RULE) == [
        "add of",
    ]


def test_a_misspelt_key_is_not_missing() -> None:
    snippet = """
        peroid: {start: 2023, end: 2027}
        targets:
          a: {nmae: 甲, task: {}}
        """
    assert findings(snippet, RULE) == []
