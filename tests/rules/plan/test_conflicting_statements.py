from tests.rules.cases import findings, hints

RULE = "plan/conflicting-statements"


def stated(form: str, *lines: str, extra: str = "") -> str:
    items = "".join(f"\n              - {{{line}}}" for line in lines)
    return f"""
        targets:
          makers:
            name: 农创客
            unit: 名
            {form}
            stated:{items}
{extra}"""


def test_the_statement_that_differs_from_the_target() -> None:
    snippet = stated(
        "accumulate: {at_least: 300}",
        "source: 正文21, at_least: 300",
        "source: 附件32, at_least: 100",
        "source: 附件59, at_least: 300",
    )
    assert findings(snippet, RULE) == [
        "plan.yaml:8:34 warning 农创客: 附件32 says ≥ 100, against ≥ 300 in 正文21, 附件59"
    ]


def test_another_comparison_with_the_same_number() -> None:
    snippet = stated("reach: {at_least: 10}", "source: 附件30, above: 10")
    assert findings(snippet, RULE) == ["plan.yaml:7:31 warning 农创客: 附件30 says > 10, against ≥ 10 in the target"]


def test_about_is_vaguer() -> None:
    snippet = stated("reach: {at_least: 15}", "source: 正文3, at_least: 15", "source: 附件19, about: 15")
    assert findings(snippet, RULE) == ["plan.yaml:8:31 warning 农创客: 附件19 says about 15, against ≥ 15 in 正文3"]
    assert hints(snippet, RULE) == [
        "“about” is vaguer with the same number: have the document say which of the two counts"
    ]


def test_a_tolerance_that_only_the_target_gives_is_no_conflict() -> None:
    assert findings(stated("reach: {about: 15, within: 1}", "source: 附件19, about: 15"), RULE) == []


def test_another_tolerance_is_one() -> None:
    snippet = stated("reach: {about: 15, within: 1}", "source: 附件19, about: 15, within: 2")
    assert findings(snippet, RULE) == [
        "plan.yaml:7:31 warning 农创客: 附件19 says 15 ± 2, against 15 ± 1 in the target"
    ]


def test_the_same_range_in_other_words_is_no_conflict() -> None:
    snippet = stated("reach: {between: [14, 16]}", "source: 附件19, about: 15, within: 1")
    assert findings(snippet, RULE) == []


def test_deadline_and_nature_when_given() -> None:
    snippet = stated(
        "reach: {at_most: 1.54}",
        "source: 正文3, at_most: 1.54, by: 2027",
        "source: 附件5, at_most: 1.54, by: 2025, nature: indicative",
    )
    assert findings(snippet, RULE) == [
        "plan.yaml:8:42 warning 农创客: 附件5 says by 2025-12-31, the target by 2027-12-31",
        "plan.yaml:8:56 warning 农创客: only indicative by 附件5, the target is binding",
    ]


def test_an_indicative_target_that_is_binding_elsewhere() -> None:
    snippet = stated("nature: indicative\n            task: {}", "source: 附件5, at_least: 1, nature: binding")
    assert findings(snippet, RULE) == ["plan.yaml:8:44 warning 农创客: binding by 附件5, the target is indicative"]


def test_statements_of_a_task_against_each_other() -> None:
    snippet = stated("task: {}", "source: 正文3, about: 15", "source: 附件5, at_least: 20")
    assert findings(snippet, RULE) == ["plan.yaml:8:33 warning 农创客: 附件5 says ≥ 20, against about 15 in 正文3"]


def test_another_series() -> None:
    snippet = stated("compare: {above: {reference: city}}", "source: 附件5, above: {reference: province}")
    assert findings(snippet, RULE) == [
        "plan.yaml:7:30 warning 农创客: 附件5 says > province, against > city in the target"
    ]


def test_placeholders_say_nothing() -> None:
    assert findings(stated("reach: {at_least: x}", "source: 附件5, at_least: 20"), RULE) == []
    assert findings(stated("reach: {at_least: 20}", "source: 附件5, at_least: x"), RULE) == []


def test_a_placeholder_period_has_no_deadline_to_differ_from() -> None:
    snippet = stated(
        "reach: {at_least: 20}", "source: 附件5, at_least: 20, by: 2027", extra="        period: {start: x, end: x}"
    )
    assert findings(snippet, RULE) == []
