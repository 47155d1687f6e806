from tests.rules.cases import findings, hints

RULE = "plan/no-baseline"


def test_a_level_and_a_growth_that_start_nowhere() -> None:
    snippet = """
        targets:
          coverage: {name: 覆盖率, unit: "%", reach: {at_least: 98}}
          people: {name: 人口, unit: 人, grow: {above: 0, basis: units}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:3 info 覆盖率: no baseline, so its pace towards ≥ 98 cannot be told",
        "plan.yaml:3:3 info 人口: no value for 2022, so its growth cannot be computed",
    ]
    assert hints(snippet, RULE) == [
        "add `baseline: {year: …, value: …}` once the base value is published, or a schedule",
        "add `baseline: {year: 2022, value: …}` once the value is published",
    ]


def test_what_has_a_start_or_needs_none() -> None:
    snippet = """
        targets:
          based: {name: 甲, unit: "%", reach: {at_least: 98}, baseline: {year: 2022, value: 91.4}}
          paced: {name: 乙, unit: "%", reach: {at_least: 98, schedule: {2024: 95}}}
          range: {name: 丙, unit: 个, reach: {between: [10, 12]}}
          near: {name: 丁, unit: 个, reach: {about: 15, within: 1}}
          open: {name: 戊, unit: 个, reach: {at_least: x}}
          rates: {name: 己, unit: "%", grow: {at_least: 6, entry: rates}}
          kept: {name: 庚, unit: "%", keep: {at_least: 96}}
          total: {name: 辛, unit: 个, accumulate: {at_least: 12}}
        """
    assert findings(snippet, RULE) == []


def test_a_schedule_of_placeholders_is_no_start() -> None:
    snippet = 'targets:\n  coverage: {name: 覆盖率, unit: "%", reach: {at_least: 98, schedule: {2024: x}}}'
    assert len(findings(snippet, RULE)) == 1


def test_a_figure_reported_for_the_base_year_serves_a_growth() -> None:
    snippet = """
        targets:
          people: {name: 人口, unit: 人, grow: {above: 0, basis: units}}
        # progress/2022.yaml
        figures: {people: 4100}
        """
    assert findings(snippet, RULE) == []


def test_a_placeholder_period_has_no_pace_anyway() -> None:
    snippet = """
        period: {start: x, end: x}
        targets:
          coverage: {name: 覆盖率, unit: "%", reach: {at_least: 98}}
          people: {name: 人口, unit: 人, grow: {above: 0, basis: units}}
        """
    assert findings(snippet, RULE) == []
