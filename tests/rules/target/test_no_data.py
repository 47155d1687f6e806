from tests.rules.cases import findings, hints

RULE = "target/no-data"


def test_what_is_due_and_was_not_reported() -> None:
    snippet = """
        targets:
          a: {name: 甲, unit: 个, reach: {at_least: 5}, baseline: {year: 2022, value: 1}, lead: [office]}
          b: {name: 乙, unit: 个, keep: {at_least: 5}, lead: [office]}
        # progress/2023.yaml
        figures: {a: 3}
        # as of 2025-06-30
        """

    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 warning 甲: nothing reported for 2024; last known 3 as of 2023-12-31",
        "plan.yaml:3:3 warning 乙: nothing reported for 2024",
    ]
    assert hints(snippet, RULE) == [
        "add the figure to progress/2024.yaml under a:",
        "add the figure to progress/2024.yaml under b:",
    ]


def test_a_reference_of_an_earlier_year_is_asked_for_in_that_year() -> None:
    snippet = """
        targets:
          growth: {name: 居民收入增速, unit: "%", compare: {at_least: {reference: gdp}, lag: 1}, lead: [office]}
        # progress/2023.yaml
        figures: {growth: 7}
        # as of 2024-06-30
        """

    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 warning 居民收入增速: the series gdp to compare with has no value for 2022",
    ]
    assert hints(snippet, RULE) == [
        "add its value under references: in progress/2022.yaml, with its source",
    ]


def test_a_reference_is_asked_for_under_references() -> None:
    snippet = """
        targets:
          growth: {name: 居民收入增速, unit: "%", compare: {at_least: {reference: gdp}}, lead: [office]}
        # progress/2024.yaml
        figures: {growth: 7}
        references: {}
        # progress/2023.yaml
        figures: {growth: 7}
        references: {gdp: {value: 6, source: 公报}}
        # as of 2025-06-30
        """

    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 warning 居民收入增速: the series gdp to compare with has no value for 2024",
    ]
    assert hints(snippet, RULE) == [
        "add its value under references: in progress/2024.yaml, with its source",
    ]


def test_a_target_to_compare_with_is_asked_for_itself() -> None:
    snippet = """
        targets:
          growth: {name: 居民收入增速, unit: "%", compare: {at_least: {target: town}}, lead: [office]}
          town: {name: 城镇居民收入增速, unit: "%", keep: {at_least: 1}, lead: [office]}
        # progress/2023.yaml
        figures: {growth: 7}
        # as of 2024-06-30
        """

    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 warning 居民收入增速: the series town to compare with has no value for 2023",
        "plan.yaml:3:3 warning 城镇居民收入增速: nothing reported for 2023",
    ]
    assert hints(snippet, RULE) == [
        "add the figure to progress/2023.yaml under town:",
        "add the figure to progress/2023.yaml under town:",
    ]
