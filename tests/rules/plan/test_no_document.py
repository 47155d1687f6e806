from tests.rules.cases import findings

RULE = "plan/no-document"


def test_a_title_alone_is_a_warning() -> None:
    assert findings("document: {title: 示范县实施方案}", RULE) == [
        "plan.yaml:1:1 warning the plan's document is not fully identified,"
        " without its number, its issuer, the day it was issued"
    ]


def test_one_missing_piece_is_an_info() -> None:
    snippet = "document: {title: 示范县实施方案, issuer: 示范县人民政府, issued: 2023-01-15}"
    assert findings(snippet, RULE) == [
        "plan.yaml:1:1 info the plan's document is not fully identified, without its number"
    ]


def test_issued_after_the_plan_had_ended() -> None:
    snippet = """
        period: {start: 2021, end: 2022}
        document: {title: 示范县实施方案, number: 示政发〔2023〕1号, issuer: 示范县人民政府, issued: 2023-01-15}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:74 warning the document is dated 2023-01-15, after the plan's last year 2022"
    ]


def test_a_placeholder_period_tells_nothing_about_the_day() -> None:
    assert findings("period: {start: x, end: x}", RULE) == []
