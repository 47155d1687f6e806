from tests.rules.cases import findings, hints

RULE = "schema/length"


def test_of_lists_and_texts() -> None:
    snippet = """
        targets:
          a: {name: "", milestone: {states: [未启动、建成], reach: 建成}}
          b: {name: 乙, reach: {between: [1, 2, 3]}}
          c: {name: 丙, compare: {above: {}}}
          d: {name: 丁, compare: {above: {reference: r, target: a}}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:13 error the text is empty",
        "plan.yaml:2:37 error fewer than 2 entries stand in here",
        "plan.yaml:3:33 error more entries stand in here than the 2 that may",
        "plan.yaml:4:33 error nothing stands in here",
        "plan.yaml:5:33 error more entries stand in here than the 1 that may",
    ]
    assert hints(snippet, RULE) == [
        "write it like 农村生活污水处理设施行政村覆盖率",
        "write [未启动, 建成]",
        "write it like [10, 12]",
        "write it like {reference: wenzhou-gdp-growth}",
        "write it like {reference: wenzhou-gdp-growth}",
    ]


def test_of_a_plan() -> None:
    snippet = """
        targets: {}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:1:10 error nothing stands in here",
    ]
    assert hints(snippet, RULE) == [
        "add an entry, or delete the line",
    ]


def test_of_reports() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: []}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:1:14 error nothing stands in here",
    ]


def test_enough() -> None:
    snippet = """
        targets:
          a: {name: 甲, milestone: {states: [未启动, 建成], reach: 建成}}
        """
    assert findings(snippet, RULE) == []
