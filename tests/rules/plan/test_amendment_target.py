from tests.rules.cases import findings, hints

RULE = "plan/amendment-target"


def amended(was: str, target: str = "covrage", on: str = "2025-03-01") -> str:
    return f"""
        targets:
          coverage: {{name: 设施覆盖率, unit: "%", reach: {{at_least: 96}}}}
        amendments:
          - {{target: {target}, on: {on}, document: 示政发〔2025〕3号, was: {{{was}}}}}
        """


def test_a_target_that_is_not_there() -> None:
    assert findings(amended("by: 2026"), RULE) == [
        "plan.yaml:4:14 warning the amended target «covrage» is not in the plan"
    ]
    assert hints(amended("by: 2026"), RULE) == [
        "write coverage if 设施覆盖率 is meant; for a target taken out, its old bound"
    ]
    assert hints(amended("by: 2026", "zzz"), RULE) == [
        "correct the id; for a target that was taken out, write its old bound under `was`"
    ]


def test_a_target_taken_out_says_what_it_was() -> None:
    assert findings(amended("at_least: 98", "sewage"), RULE) == []
    assert findings(amended("form: task", "sewage"), RULE) == []


def test_before_the_document_was_issued() -> None:
    assert findings(amended("at_least: 98", "coverage", "2022-12-31"), RULE) == [
        "plan.yaml:4:28 warning amended on 2022-12-31, before the document was issued on 2023-01-15"
    ]


def test_a_sound_amendment() -> None:
    assert findings(amended("at_least: 98", "coverage"), RULE) == []
