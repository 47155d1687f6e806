from tests.rules.cases import findings, hints

RULE = "schema/date"


def test_written_otherwise() -> None:
    snippet = """
        # progress/2024.yaml
        figures:
          a: {value: 1, as_of: 2024/6/30}
          b: {value: 1, as_of: 2024.6.30}
          c: {value: 1, as_of: 2024-6-30}
          d: {value: 1, as_of: 20240630}
          e: {value: 1, as_of: 2024年6月30日}
          f: {value: 1, as_of: 2024.10}
          g: {value: 1, as_of: 2024年上半年}
          h: {value: 1, as_of: 2024}
          i: {value: 1, as_of: 年底}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:2:24 error 2024/6/30 is not written as a date",
        "progress/2024.yaml:3:24 error 2024.6.30 is not written as a date",
        "progress/2024.yaml:4:24 error 2024-6-30 is not written as a date",
        "progress/2024.yaml:5:24 error 20240630 is not written as a date",
        "progress/2024.yaml:6:24 error 2024年6月30日 is not written as a date",
        "progress/2024.yaml:7:24 error 2024.10 is not written as a date",
        "progress/2024.yaml:8:24 error 2024年上半年 is not written as a date",
        "progress/2024.yaml:9:24 error 2024 is not written as a date",
        "progress/2024.yaml:10:24 error 年底 is not written as a date",
    ]
    assert hints(snippet, RULE) == [
        "write 2024-06-30",
        "write 2024-06-30",
        "write 2024-06-30",
        "write 2024-06-30",
        "write 2024-06-30",
        "write 2024-10-31",
        "write 2024-06-30",
        "write 2024-12-31",
        "write year, month and day like 2024-06-30",
    ]


def test_no_such_day() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {a: {value: 1, as_of: 2024-02-30}, b: {value: 1, as_of: 2024-13-01}}
        """
    assert findings(snippet, RULE) == [
        "progress/2024.yaml:1:32 error there is no day 2024-02-30 in the calendar",
        "progress/2024.yaml:1:66 error there is no day 2024-13-01 in the calendar",
    ]
    assert hints(snippet, RULE) == [
        "write the day that is meant; the last one of that month is 2024-02-29",
        "write year, month and day like 2024-06-30",
    ]


def test_a_year_will_do() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {at_least: 1, by: 2027年}}
          b: {name: 乙, reach: {at_least: 1, by: 2027年6月}}
          c: {name: 丙, reach: {at_least: 1, by: "2027"}}
          d: {name: 丁, reach: {at_least: 1, by: 20270630}}
        """
    assert findings(snippet, RULE) == [
        "plan.yaml:2:41 error 2027年 is written neither as a year nor as a date",
        "plan.yaml:3:41 error 2027年6月 is written neither as a year nor as a date",
        "plan.yaml:4:41 error 2027 is written neither as a year nor as a date",
        "plan.yaml:5:41 error 20270630 is written neither as a year nor as a date",
    ]
    assert hints(snippet, RULE) == [
        "write 2027",
        "write 2027-06-30",
        "write 2027",
        "write 2027-06-30",
    ]


def test_dates_and_years() -> None:
    snippet = """
        targets:
          a: {name: 甲, reach: {at_least: 1, by: 2027}}
          b: {name: 乙, reach: {at_least: 1, by: 2024-02-29}}
        """
    assert findings(snippet, RULE) == []
