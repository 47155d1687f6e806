"""Any locality as plain data, and many ways to write the same data down: for property tests."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]
IDS = ("a", "b-2", "coverage", "income-ratio")
STATES = ("谋划", "在建", "通车", "验收: 合格", "yes")
YEARS = st.integers(2021, 2029)
NUMBERS = st.integers(-300, 3000).map(lambda tenths: Decimal(tenths) / 10)
QUANTITIES = st.one_of(NUMBERS, NUMBERS, NUMBERS, st.sampled_from(["x", "××", "待定"]))
DAYS = st.builds(
    lambda year, month, day: f"{year}-{month:02}-{day:02}", YEARS, st.integers(1, 12), st.sampled_from([1, 15, 28])
)
MOMENTS = st.one_of(YEARS, DAYS)
SERIES = st.sampled_from([{"reference": "city"}, {"reference": "province"}, {"target": "a"}])


PERIODS = [(2023, 2027), (2022, 2027), (2023, 2026), (2023, 2030), ("x", 2027), (2023, "x")]


@dataclass(frozen=True)
class Locality:
    """The data of a plan, and of its progress by year."""

    plan: dict[str, Any]
    progress: dict[int, dict[str, Any]]


def bounds(limits: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A bound with its one word."""
    words = st.sampled_from(["at_least", "above", "at_most", "below", "equal"])
    tolerance = st.integers(0, 30).map(lambda tenths: Decimal(tenths) / 10)
    return st.one_of(
        st.builds(lambda word, limit: {word: limit}, words, limits),
        st.builds(lambda limit, within: {"about": limit, "within": within}, limits, tolerance),
    )


NUMERIC = st.one_of(bounds(QUANTITIES), st.builds(lambda low, high: {"between": [low, high]}, QUANTITIES, QUANTITIES))
SCHEDULES = st.dictionaries(YEARS.map(str), QUANTITIES, min_size=1, max_size=3)


def with_some(base: st.SearchStrategy[dict[str, Any]], **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The keys of ``base`` and some of the optional ones; an underscore stands before a keyword."""
    extra = st.fixed_dictionaries({}, optional={key.strip("_"): values for key, values in optional.items()})
    return st.builds(lambda one, other: {**one, **other}, base, extra)


FORMS: dict[str, st.SearchStrategy[Any]] = {
    "reach": with_some(NUMERIC, by=MOMENTS, schedule=SCHEDULES),
    "keep": with_some(
        NUMERIC,
        from_=MOMENTS,
        to=MOMENTS,
        each=st.sampled_from(["year", "quarter", "month"]),
        entry=st.sampled_from(["level", "flow"]),
    ),
    "accumulate": with_some(
        NUMERIC, from_=MOMENTS, by=MOMENTS, schedule=SCHEDULES, entry=st.sampled_from(["flow", "running_total"])
    ),
    "grow": with_some(
        NUMERIC,
        by=MOMENTS,
        basis=st.sampled_from(["percent", "points", "units"]),
        each=st.sampled_from(["average", "every"]),
        entry=st.sampled_from(["levels", "rates"]),
    ),
    "compare": with_some(
        bounds(SERIES), from_=MOMENTS, to=MOMENTS, lag=st.integers(0, 2), each=st.sampled_from(["average", "every"])
    ),
    "milestone": with_some(
        st.builds(
            lambda states, size, reach: {"states": list(states[:size]), "reach": states[reach % size]},
            st.permutations(STATES),
            st.integers(2, len(STATES)),
            st.integers(0, len(STATES)),
        ),
        by=MOMENTS,
        expect=st.dictionaries(MOMENTS.map(str), st.sampled_from(STATES), min_size=1, max_size=3),
    ),
    "task": with_some(st.just({}), by=MOMENTS, unquantified=st.booleans()),
}
BASELINES = st.builds(lambda year, value: {"year": year, "value": value}, YEARS, NUMBERS)


def form(word: str) -> st.SearchStrategy[dict[str, Any]]:
    """One of the forms, under its word."""
    return FORMS[word].map(lambda keys: {word: keys})


@st.composite
def targets(draw: Draw) -> dict[str, Any]:
    """Some targets by their ids, each with a name of its own."""
    return {
        id: draw(
            with_some(
                st.sampled_from(sorted(FORMS)).flatmap(form),
                unit=st.sampled_from(["%", "‰", "个", "亿元"]),
                baseline=BASELINES,
                nature=st.sampled_from(["binding", "indicative"]),
                lead=st.just(["office"]),
                note=st.sampled_from(["口径：全部行政村", "见附件 2"]),
            )
        )
        | {"name": f"指标 {id}"}
        for id in draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True))
    }


@st.composite
def figures(draw: Draw, year: int) -> Any:
    """What may stand under an id: a number, a report, or several."""
    report = st.one_of(
        NUMBERS.map(lambda value: {"value": value}),
        st.builds(lambda count, of: {"count": count, "of": of}, st.integers(0, 90), st.integers(1, 90)),
        st.sampled_from(STATES).map(lambda state: {"state": state}),
        st.booleans().map(lambda done: {"done": done}),
    )
    days = st.sampled_from([f"{year}-03-31", f"{year}-06-30", f"{year}-11-30", f"{year}-12-31"])
    dated = st.builds(lambda one, day: {**one, "as_of": day}, report, days)
    listed = st.lists(dated, min_size=1, max_size=3, unique_by=lambda one: one["as_of"])
    return draw(st.one_of(NUMBERS, report, dated, listed))


@st.composite
def progress(draw: Draw) -> dict[int, dict[str, Any]]:
    """The figures and references of some years."""
    return {
        year: {
            "figures": {id: draw(figures(year)) for id in draw(st.lists(st.sampled_from(IDS), unique=True))},
            "references": {"city": {"value": draw(NUMBERS), "source": "统计公报"}} if draw(st.booleans()) else {},
            "revisions": [],
        }
        for year in draw(st.lists(st.integers(2023, 2025), unique=True))
    }


@st.composite
def localities(draw: Draw) -> Locality:
    """A locality without entries that state a change."""
    start, end = draw(st.sampled_from(PERIODS))
    plan = {"period": {"start": start, "end": end}, "targets": draw(targets()), "amendments": []}
    return Locality(plan, draw(progress()))


@st.composite
def later(draw: Draw, earlier: Locality) -> Locality:
    """A locality in which some of the keys of targets, and some figures, are others."""
    now = copy.deepcopy(earlier)
    other = draw(localities())
    if draw(st.booleans()):
        now.plan["period"] = other.plan["period"]
    for id, target in now.plan["targets"].items():
        (word,) = FORMS.keys() & target.keys()
        fresh = draw(FORMS[word])
        if fresh.keys() & target[word].keys() and draw(st.booleans()):
            target[word] |= {key: value for key, value in fresh.items() if key in target[word] and key != "within"}
        elif draw(st.booleans()):
            target[word] = fresh
        if id in other.plan["targets"] and draw(st.booleans()):
            target |= {key: value for key, value in other.plan["targets"][id].items() if key not in FORMS}
    for year in other.progress.keys() & now.progress.keys():
        now.progress[year]["figures"] |= other.progress[year]["figures"]
    return now


def files_of(locality: Locality, write: Callable[[Any], str] | None = None) -> dict[str, bytes]:
    """A locality's files, each written by ``write``."""
    write = write or written
    head = {
        "format": 1,
        "locality": {"id": "demo", "name": "示范县"},
        "departments": {"office": "县政府办"},
    }
    files = {"plan.yaml": write({**head, **locality.plan}).encode()}
    for year, data in locality.progress.items():
        whole = {"format": 1, "locality": "demo", "year": year, **data}
        files[f"progress/{year}.yaml"] = write(whole).encode()
    return files


def written(data: Any) -> str:
    """Data as YAML, in the most ordinary way: one line, in the order of the data."""
    return f"{_flow(data, str)}\n"


def written_anyhow(draw: Draw) -> Callable[[Any], str]:
    """A way to write data: in any order, over one line or several, with other line ends and ways to write numbers."""
    broken, quoted, mark = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    line_end = draw(st.sampled_from(["\n", "\r\n", "\n\n", "  # 已核\n"]))
    number = draw(st.sampled_from([str, lambda value: f"{value:.3f}", lambda value: f"{value:.5e}"]))

    def write(data: Any) -> str:
        text = (
            _block(_shuffled(data, draw), 0, number) if broken else _flow(_shuffled(data, draw), number, quoted) + "\n"
        )
        return ("\ufeff" if mark else "") + text.replace("\n", line_end)

    return write


def _shuffled(data: Any, draw: Draw) -> Any:
    if isinstance(data, dict):
        keys = list(data) if not data else draw(st.permutations(list(data)))
        return {key: _shuffled(data[key], draw) for key in keys}
    return [_shuffled(item, draw) for item in data] if isinstance(data, list) else data


def _flow(data: Any, number: Callable[[Decimal], str], quoted: bool = True) -> str:
    if isinstance(data, dict):
        pairs = (f"{_key(key, quoted)}: {_flow(value, number, quoted)}" for key, value in data.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(data, list):
        return f"[{', '.join(_flow(item, number, quoted) for item in data)}]"
    return _scalar(data, number)


def _block(data: Any, depth: int, number: Callable[[Decimal], str]) -> str:
    """Mappings over several lines, all else in one."""
    if (not depth and isinstance(data, dict)) or (depth < 3 and isinstance(data, dict) and data):
        lines = []
        for key, value in data.items():
            nested = depth < 2 and isinstance(value, dict) and value
            text = f"\n{_block(value, depth + 1, number)}" if nested else f" {_flow(value, number)}\n"
            lines.append(f"{'  ' * depth}{_key(key, False)}:{text}")
        return "".join(lines)
    return _flow(data, number)


def _key(key: str, quoted: bool) -> str:
    return json.dumps(key, ensure_ascii=False) if quoted else key


def _scalar(data: Any, number: Callable[[Decimal], str]) -> str:
    if isinstance(data, Decimal):
        return number(data)
    return json.dumps(data, ensure_ascii=False)


def was() -> st.SearchStrategy[dict[str, Any]]:
    """What the schema lets an amendment say that a target was; it need not be true, nor fit the target's form."""
    year = st.sampled_from([2027, Decimal("2027.00"), Decimal("2.027E+3")])
    limits = st.one_of(QUANTITIES, SERIES)
    states = st.lists(st.sampled_from(STATES), min_size=2, max_size=3, unique=True)
    keys = {
        **dict.fromkeys(("at_least", "above", "at_most", "below", "equal", "about"), limits),
        "between": st.lists(QUANTITIES, min_size=2, max_size=2),
        "within": st.sampled_from([0, Decimal("0.50")]),
        **dict.fromkeys(("by", "from", "to"), st.one_of(year, DAYS)),
        "each": st.sampled_from(["year", "quarter", "month", "average", "every"]),
        "entry": st.sampled_from(["level", "flow", "running_total", "levels", "rates"]),
        "basis": st.sampled_from(["percent", "points", "units"]),
        "lag": st.sampled_from([0, 1, Decimal("1.0")]),
        "schedule": SCHEDULES,
        "states": states,
        "reach": st.sampled_from(STATES),
        "expect": st.dictionaries(MOMENTS.map(str), st.sampled_from(STATES), min_size=1, max_size=2),
        "unquantified": st.booleans(),
        "form": st.sampled_from(sorted(FORMS)),
        **dict.fromkeys(("name", "unit", "group", "source", "note"), st.sampled_from(["指标 a", "%", "甲：乙"])),
        "baseline": BASELINES,
        "nature": st.sampled_from(["binding", "indicative"]),
        **dict.fromkeys(("lead", "assist"), st.lists(st.just("office"), max_size=2)),
        "stated": st.just([{"source": "正文9", "at_least": 98, "by": 2027}]),
        "under": st.just("parent"),
    }
    return st.lists(st.sampled_from(sorted(keys)), min_size=1, max_size=4, unique=True).flatmap(
        lambda chosen: st.fixed_dictionaries({key: keys[key] for key in chosen})
    )


@st.composite
def with_entries(draw: Draw, locality: Locality) -> Locality:
    """A locality that states changes, whatever they are."""
    stating = copy.deepcopy(locality)
    days, ids = st.sampled_from(["2024-03-01", "2025-03-01"]), st.sampled_from(IDS)
    amendment = st.fixed_dictionaries(
        {"target": ids, "on": days, "document": st.sampled_from(["甲〔2024〕1号", "乙"]), "was": was()},
        optional={"reason": st.just("村合并")},
    )
    stating.plan["amendments"] = draw(st.lists(amendment, max_size=3))
    values = st.one_of(
        NUMBERS, st.booleans(), st.sampled_from(STATES), st.builds(lambda n: {"count": n, "of": 85}, st.integers(0, 9))
    )
    revision = st.fixed_dictionaries(
        {
            "target": st.sampled_from([*IDS, "city"]),
            "as_of": st.sampled_from(["2024-06-30", "2024-12-31"]),
            "was": values,
            "on": days,
            "reason": st.just("复核"),
        }
    )
    for data in stating.progress.values():
        data["revisions"] = draw(st.lists(revision, max_size=3))
    return stating
