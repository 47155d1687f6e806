"""Strategies for whatever the schemas let pass: targets of every form, figures and days, plain and absurd."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

PLAIN = st.integers(-3, 12) | st.decimals(-1, 120, places=2)
ABSURD = st.integers(-(10**29), 10**29) | st.decimals(-1, 1, places=28) | st.just(Decimal("1E+29"))
NUMBERS = st.one_of([PLAIN] * 9 + [ABSURD])
QUANTITIES = st.one_of([NUMBERS] * 19 + [st.sampled_from(["x", "××", "待定"])])
TOLERANCES = st.integers(0, 5) | st.decimals(0, 2, places=2)
YEARS = st.one_of([st.integers(2022, 2028)] * 7 + [st.integers(1900, 2199)])
FAR_DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
DAYS = st.one_of([st.dates(date(2024, 1, 15), date(2028, 12, 31))] * 7 + [FAR_DAYS])
DATES = DAYS.map(date.isoformat)
MOMENTS = YEARS | DATES
STATES = ("谋划储备", "开工建设", "投产运营")


def optional(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping that has any of ``keys``."""
    return st.fixed_dictionaries({}, optional=keys)


def bounds(limits: st.SearchStrategy[Any], *, with_tolerance: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """Any one bound word; ``about`` with its tolerance, the others with one where that is allowed."""
    words = ["at_least", "above", "at_most", "below", "equal"]
    within = {"within": TOLERANCES}
    one_sided = [st.fixed_dictionaries({word: limits}, optional=within if with_tolerance else {}) for word in words]
    return st.one_of(*one_sided, st.fixed_dictionaries({"about": limits, **within}))


BOUNDS = bounds(QUANTITIES) | st.fixed_dictionaries({"between": st.lists(QUANTITIES, min_size=2, max_size=2)})
SCHEDULES = st.dictionaries(YEARS.map(str), QUANTITIES, min_size=1, max_size=4)
SERIES = st.sampled_from([{"reference": "city"}, {"target": "sample"}, {"target": "other"}])


def _form(
    word: str, bound: st.SearchStrategy[dict[str, Any]], **keys: st.SearchStrategy[Any]
) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(lambda limits, rest: {word: {**limits, **rest}}, bound, optional(**keys))


FORMS = st.one_of(
    _form("reach", BOUNDS, by=MOMENTS, schedule=SCHEDULES),
    _form(
        "keep",
        BOUNDS,
        each=st.sampled_from(["year", "quarter", "month"]),
        to=MOMENTS,
        entry=st.sampled_from(["level", "flow"]),
        **{"from": MOMENTS},
    ),
    _form(
        "accumulate",
        BOUNDS,
        by=MOMENTS,
        entry=st.sampled_from(["flow", "running_total"]),
        schedule=SCHEDULES,
        **{"from": MOMENTS},
    ),
    _form(
        "grow",
        BOUNDS,
        basis=st.sampled_from(["percent", "points", "units"]),
        each=st.sampled_from(["average", "every"]),
        by=MOMENTS,
        entry=st.sampled_from(["levels", "rates"]),
    ),
    _form(
        "compare",
        bounds(SERIES, with_tolerance=True),
        lag=st.integers(0, 3) | st.integers(0, 10**9),
        each=st.sampled_from(["every", "average"]),
        to=MOMENTS,
        **{"from": MOMENTS},
    ),
    st.builds(
        lambda reach, rest: {"milestone": {"states": list(STATES), "reach": reach, **rest}},
        st.sampled_from([*STATES, "通车"]),
        optional(by=MOMENTS, expect=st.dictionaries(MOMENTS.map(str), st.sampled_from(STATES), min_size=1, max_size=3)),
    ),
    st.builds(lambda rest: {"task": rest}, optional(by=MOMENTS, unquantified=st.booleans())),
)
BASELINES = st.fixed_dictionaries({"year": YEARS, "value": NUMBERS})
TARGETS = st.builds(
    lambda form, rest: {"name": "样例", **form, **rest},
    FORMS,
    optional(baseline=BASELINES, unit=st.sampled_from(["%", "‰"])),
)
PERIODS = st.one_of(
    [st.just({"start": 2023, "end": 2027})] * 4
    + [st.fixed_dictionaries({"start": YEARS | st.just("x"), "end": YEARS | st.just("x")})]
)

MEASURES = st.one_of(
    st.fixed_dictionaries({"value": NUMBERS}),
    st.fixed_dictionaries({"value": NUMBERS}),
    st.fixed_dictionaries({"count": st.integers(0, 100), "of": st.integers(1, 100)}),
    st.fixed_dictionaries({"state": st.sampled_from([*STATES, "通车"])}),
    st.fixed_dictionaries({"done": st.booleans()}, optional={"evidence": st.just("会议纪要")}),
)
REPORTS = st.builds(lambda measure, rest: {**measure, **rest}, MEASURES, optional(as_of=DATES))
REFERENCES = st.builds(lambda value, rest: {"value": value, **rest}, NUMBERS, optional(as_of=DATES))
ENTRIES = st.one_of(NUMBERS, NUMBERS, REPORTS, st.lists(REPORTS, min_size=1, max_size=5))
REFERENCE_ENTRIES = st.one_of(NUMBERS, NUMBERS, REFERENCES, st.lists(REFERENCES, min_size=1, max_size=3))


def by_year(entries: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[int, Any]]:
    """What each year's file says: of every year in a row, or of any years at all."""
    row = st.lists(entries, min_size=2, max_size=8).map(lambda found: dict(enumerate(found, start=2021)))
    return row | row | st.dictionaries(st.integers(2020, 2028) | st.integers(1900, 2199), entries, max_size=9)


FIGURES = by_year(ENTRIES)
REFERENCE_FIGURES = by_year(REFERENCE_ENTRIES)
