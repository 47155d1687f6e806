from tests.rules.cases import findings, hints

RULE = "schema/word"


def test_chinese_and_slips() -> None:
    snippet = """
        locality: {id: demo, name: 示范县, level: 县}
        targets:
          a: {name: 甲, task: {}, nature: 约束性}
          b: {name: 乙, task: {}, nature: Indicative}
          c: {name: 丙, task: {}, nature: 软}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:1:40 error "县" is none of the words that may stand here',
        'plan.yaml:3:34 error "约束性" is none of the words that may stand here',
        'plan.yaml:4:34 error "Indicative" is none of the words that may stand here',
        'plan.yaml:5:34 error "软" is none of the words that may stand here',
    ]
    assert hints(snippet, RULE) == [
        "write county; the words are province, prefecture, county, township, village",
        "write binding; the words are binding, indicative",
        "write indicative; the words are binding, indicative",
        "write one of binding, indicative",
    ]


def test_the_source_of_a_figure() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: {value: 1, source: 自评}, b: {value: 1, source: 公报}}
        """
    assert findings(snippet, RULE) == [
        'progress/2024.yaml:1:33 error "自评" is none of the words that may stand here',
        'progress/2024.yaml:1:60 error "公报" is none of the words that may stand here',
    ]
    assert hints(snippet, RULE) == [
        "write self; the words are self, statistics, third_party, cross_check, survey",
        "write one of self, statistics, third_party, cross_check, survey",
    ]


def test_the_version_of_the_format() -> None:
    snippet = """
        format: 2
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:1:9 error 2 is no version of the format that is known here",
    ]
    assert hints(snippet, RULE) == [
        "write 1",
    ]


def test_the_version_in_quotes() -> None:
    snippet = """
        format: "1"
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:1:9 error "1" is no version of the format that is known here',
    ]
    assert hints(snippet, RULE) == [
        "write 1",
    ]


def test_nothing() -> None:
    snippet = """
        targets:
          a: {name: 甲, task: {}, nature: }
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:34 error nothing stands behind the colon, where a word belongs",
    ]
    assert hints(snippet, RULE) == [
        "write one of binding, indicative",
    ]


def test_the_right_words() -> None:
    snippet = """
        targets:
          a: {name: 甲, task: {}, nature: binding}
        """
    assert findings(snippet, RULE) == []
