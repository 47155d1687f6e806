"""Make a corpus of plans and progress for benchmarks: as many localities as wanted, the same ones for the same seed.

    python benchmarks/corpus.py --localities 100 --into DIR

Every locality has one plan and a progress file a year. The files are valid and read like real ones: all seven forms,
Chinese names, lists of quarterly figures, sources and evidence. Everything in them is invented. A locality depends
on the seed and its own number alone, so a small corpus is the beginning of a large one.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TypeVar

T = TypeVar("T")

TABLE = Path(__file__).with_name("indicators.tsv")
START = 2023
"""The first year of every plan and of its progress; plans last five years."""
END = START + 4
BASE = START - 1

NOTICE = "# 性能测试用的数据，全部由程序生成，与任何地方无关。Generated for benchmarks; all of it is invented."
DEPARTMENTS = {
    "development": "县发展改革局",
    "agriculture": "县农业农村局",
    "finance": "县财政局",
    "ecology": "县生态环境局",
    "water": "县水利局",
    "housing": "县住房城乡建设局",
    "transport": "县交通运输局",
    "education": "县教育局",
    "health": "县卫生健康局",
    "culture": "县文化旅游体育局",
    "civil-affairs": "县民政局",
    "labour": "县人力资源社会保障局",
}
STATES = ("前期工作", "开工建设", "主体完工", "投入使用")
GROUPS = ("产业振兴", "人才振兴", "文化振兴", "生态振兴", "组织振兴")
PLACES = "云溪山林泉石谷川岭桥亭湖湾坪塘洲浦岸陂墅"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of ``indicators.tsv``. ``reference``: the series that a comparison is made with."""

    kind: str
    id: str
    name: str
    unit: str
    lead: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One target of a locality: its lines in the plan, and for each year its lines in the progress file."""

    id: str
    plan: tuple[str, ...]
    progress: tuple[str, ...]
    references: tuple[str, ...] = ()


def indicators(targets: int) -> Iterator[Indicator]:
    """As many indicators as wanted, the forms mixed in the same way whatever their number."""
    rows = [Indicator(*line.split("\t")) for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    Random("order").shuffle(rows)
    for place in range(targets):
        turn, row = divmod(place, len(rows))
        one = rows[row]
        if turn:
            suffix = f"-{turn + 1}"
            reference = one.reference and one.reference + suffix
            one = replace(one, id=one.id + suffix, name=f"{one.name}（第{turn + 1}批）", reference=reference)
        yield one


def _share(random: Random, years: int, one: Indicator) -> Entry:
    goal = random.choice((85, 90, 95, 98))
    base = goal - random.randint(150, 400) / 10
    paces = [(n + 1 + random.uniform(-0.4, 0.4)) / 5 for n in range(years)]
    values = [min(base + (goal - base) * pace, 100) for pace in paces]
    whole = random.randint(80, 240)
    if random.random() < 0.3:
        counts = [round(value * whole / 100) for value in values]
        figures = [
            f"{{count: {count}, of: {whole}, evidence: {_paper(random, one.lead, n)}}}" for n, count in _dated(counts)
        ]
    else:
        figures = [_figure(random, one.lead, year, f"{value:.1f}") for year, value in _dated(values)]
    lines = [f"reach: {{at_least: {goal}, by: {END}}}", f"baseline: {{year: {BASE}, value: {base:.1f}}}"]
    return _entry(random, one, lines, figures)


def _total(random: Random, years: int, one: Indicator) -> Entry:
    yearly = random.randint(4, 60)
    running = random.random() < 0.5
    flows = [max(1, round(yearly * random.uniform(0.8, 1.3))) for _ in range(years)]
    values = [sum(flows[: n + 1]) for n in range(years)] if running else flows
    entry = ", entry: running_total" if running else ""
    figures = [_figure(random, one.lead, year, str(value)) for year, value in _dated(values)]
    return _entry(random, one, [f"accumulate: {{at_least: {5 * yearly}{entry}}}"], figures)


def _keep(random: Random, years: int, one: Indicator) -> Entry:
    yearly = random.randint(10, 600)
    values = [round(yearly * random.uniform(1.0, 1.2)) for _ in range(years)]
    figures = [_figure(random, one.lead, year, str(value)) for year, value in _dated(values)]
    return _entry(random, one, [f"keep: {{at_least: {yearly}, entry: flow}}"], figures)


def _level(random: Random, years: int, one: Indicator) -> Entry:
    goal = random.choice((92, 95, 97))
    figures = []
    for n in range(years):
        days = (f"{START + n}-{day}" for day in ("03-31", "06-30", "09-30", "12-31"))
        reports = (
            f"\n    - {{value: {goal + random.uniform(0, 2.9):.1f}, as_of: {day}, source: third_party}}" for day in days
        )
        figures.append("".join(reports))
    return _entry(random, one, [f"keep: {{at_least: {goal}, each: quarter}}"], figures)


def _growth(random: Random, years: int, one: Indicator) -> Entry:
    rate, value = random.randint(5, 9), random.uniform(20, 30) * (1000 if one.unit == "元" else 1)
    lines = [f"grow: {{at_least: {rate}}}", f"baseline: {{year: {BASE}, value: {value:.1f}}}"]
    figures = []
    for n in range(years):
        value *= 1 + (rate + random.uniform(-1, 1.5)) / 100
        figures.append(_figure(random, one.lead, START + n, f"{value:.1f}"))
    return _entry(random, one, lines, figures)


def _compare(random: Random, years: int, one: Indicator) -> Entry:
    others = [random.uniform(4, 7) for _ in range(years)]
    figures = [_figure(random, one.lead, year, f"{o + random.uniform(0.1, 1):.1f}") for year, o in _dated(others)]
    references = [f"{one.reference}: {{value: {o:.1f}, source: 市{year}年统计公报}}" for year, o in _dated(others)]
    lines = [f"compare: {{at_least: {{reference: {one.reference}}}, each: average}}", "nature: indicative"]
    return _entry(random, one, lines, figures, references)


def _milestone(random: Random, years: int, one: Indicator) -> Entry:
    states = ", ".join(STATES)
    expect = f"{{{START + 1}: {STATES[1]}, {START + 2}: {STATES[2]}}}"
    lines = [f"milestone: {{states: [{states}], reach: {STATES[3]}, expect: {expect}}}"]
    figures = [f"{{state: {STATES[min(n, 3)]}, as_of: {START + n}-{random.randint(10, 12)}-15}}" for n in range(years)]
    return _entry(random, one, lines, figures)


def _task(random: Random, years: int, one: Indicator) -> Entry:
    closed = random.randint(0, 4)
    papers = [_paper(random, one.lead, START + n) for n in range(years)]
    done = [f"{{done: true, as_of: {year}-11-30, evidence: {paper}}}" for year, paper in _dated(papers)]
    figures = [figure if n >= closed else "" for n, figure in enumerate(done)]
    return _entry(random, one, [f"task: {{by: {START + random.randint(2, 4)}}}"], figures)


MAKERS = {
    "share": _share,
    "total": _total,
    "keep": _keep,
    "level": _level,
    "growth": _growth,
    "compare": _compare,
    "milestone": _milestone,
    "task": _task,
}


def _entry(
    random: Random, one: Indicator, lines: list[str], figures: list[str], references: Sequence[str] = ()
) -> Entry:
    units = ['unit: "%"' if one.unit == "%" else f"unit: {one.unit}"] if one.unit else []
    other = random.choice([id for id in DEPARTMENTS if id != one.lead])
    assist = [f"assist: [{other}]"] if random.random() < 0.5 else []
    note = ["note: 口径与省级考核办法一致，按年末在册数计算"] if random.random() < 0.3 else []
    source = f"source: 附件{random.randint(1, 80)}"
    plan = [f"name: {one.name}", *units, *lines, f"lead: [{one.lead}]", *assist, source, *note]
    progress = [
        f"{one.id}:{figure}" if figure.startswith("\n") else figure and f"{one.id}: {figure}" for figure in figures
    ]
    return Entry(one.id, tuple(plan), tuple(progress), tuple(references))


def _figure(random: Random, lead: str, year: int, value: str) -> str:
    if random.random() < 0.2:
        return value
    source = random.choice(("statistics", "third_party", "cross_check", "self"))
    note = ", note: 年末数，经县统计局审核" if random.random() < 0.3 else ""
    return f"{{value: {value}, as_of: {year}-12-31, source: {source}, evidence: {_paper(random, lead, year)}{note}}}"


def _paper(random: Random, lead: str, year: int) -> str:
    return f"{DEPARTMENTS[lead]}{year}年第{random.randint(1, 60)}号台账"


def _dated(values: list[T]) -> list[tuple[int, T]]:
    return [(START + n, value) for n, value in enumerate(values)]


def locality(seed: int, number: int, targets: int, years: int) -> dict[str, str]:
    """The files of one locality by their names: ``plan.yaml`` and ``progress/<year>.yaml``."""
    random = Random(f"{seed}/{number}")
    id = f"county-{number:04d}"
    name = f"{random.choice(PLACES)}{random.choice(PLACES)}示例{number}县"
    rows = [MAKERS[one.kind](random, years, one) for one in indicators(targets)]
    lines = [
        NOTICE,
        "format: 1",
        f"locality: {{id: {id}, name: {name}, level: county}}",
        "document:",
        f"  title: {name}推进乡村全面振兴实施方案",
        f"  number: 示例政发〔{START}〕{number}号",
        f"  issuer: {name}人民政府",
        f"  issued: {START}-03-{random.randint(1, 28):02d}",
        f"period: {{start: {START}, end: {END}}}",
        "departments:",
    ]
    used = "\n".join(line for row in rows for line in row.plan if line.startswith(("lead", "assist")))
    lines += [f"  {id}: {name}" for id, name in DEPARTMENTS.items() if id in used]
    lines.append("targets:")
    for place, row in enumerate(rows):
        group = GROUPS[place * len(GROUPS) // len(rows)]
        lines += [f"  {row.id}:", *(f"    {line}" for line in row.plan), f"    group: {group}"]
    files = {"plan.yaml": "\n".join(lines) + "\n"}
    for n in range(years):
        lines = [NOTICE, "format: 1", f"locality: {id}", f"year: {START + n}", "figures:"]
        lines += [f"  {row.progress[n]}" for row in rows if row.progress[n]]
        references = [f"  {row.references[n]}" for row in rows if row.references]
        lines += ["references:", *references] if references else []
        files[f"progress/{START + n}.yaml"] = "\n".join(lines) + "\n"
    return files


def write(into: Path, localities: int = 100, targets: int = 60, years: int = 3, seed: int = 1) -> tuple[int, int]:
    """Write a corpus and return how many files and bytes it has. A folder a locality; existing files are replaced."""
    files = size = 0
    for number in range(1, localities + 1):
        for name, text in locality(seed, number, targets, years).items():
            path = into / f"county-{number:04d}" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = text.encode()
            path.write_bytes(data)
            files, size = files + 1, size + len(data)
    return files, size


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Make a corpus of plans and progress for benchmarks.")
    parser.add_argument("--into", type=Path, required=True, metavar="DIR", help="the folder to write to")
    parser.add_argument("--localities", type=int, default=100, metavar="N")
    parser.add_argument("--targets", type=int, default=60, metavar="N", help="targets a plan")
    parser.add_argument("--years", type=int, default=3, choices=range(1, 4), help="progress files, from 2023")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    files, size = write(given.into, given.localities, given.targets, given.years, given.seed)
    print(f"{files} files, {size / 1e6:.1f} MB in {given.into}")


if __name__ == "__main__":
    main()
