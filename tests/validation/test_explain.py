"""One error a mistake: where it stands, which rule explains it, and what to write instead."""

import pytest

from vtrack.text.reading import read
from vtrack.validation.shape import ShapeError, shape_errors

PLAN = """\
format: 1
locality: {{id: demo, name: 示范县}}
period: {{start: 2023, end: 2027}}
departments: {{office: 县政府办, housing: 县住建局}}
targets:
  a: {{name: 甲, {target}}}
"""


def errors(text: str, schema: str = "plan") -> list[ShapeError]:
    document = read(text.encode()).document
    assert document is not None, text
    return sorted(shape_errors(document.data, schema), key=lambda error: list(map(str, error.path)))


def told(found: list[ShapeError]) -> list[str]:
    """Each error as ``where kind found → instead``; ``@`` marks a key."""
    lines = []
    for error in found:
        where = "@" * error.at_key + ".".join(map(str, error.path))
        instead = "" if error.instead is None else f" → {error.instead}"
        lines.append(f"{where} {error.kind} {error.found}{instead}".replace("  ", " ").rstrip())
    return lines


def in_target(target: str) -> list[str]:
    return [line.replace("targets.a", "") for line in told(errors(PLAN.format(target=target)))]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("reach: {at_least: 98}", []),
        # forms
        ("unit: 个", [" form"]),
        ("at_least: 98", ["@.at_least form at_least"]),
        ("at_least: 98, by: 2027", ["@.at_least form at_least"]),
        ("reach: {at_least: 1}, keep: {at_least: 1}", ["@.keep form reach, keep"]),
        ("reech: {at_least: 98}", ["@.reech form reech → reach"]),
        ("到期达到: {at_least: 98}", ["@.到期达到 form 到期达到 → reach"]),
        ("goal: {at_least: 98}", ["@.goal form goal"]),
        # bounds
        ("reach: {by: 2027}", [".reach bound"]),
        ("reach: {at_least: 95, at_most: 98}", ["@.reach.at_most bound at_least, at_most"]),
        ("reach: {atleast: 98}", ["@.reach.atleast bound atleast → at_least"]),
        ("reach: {至少: 98}", ["@.reach.至少 bound 至少 → at_least"]),
        ("reach: {value: 98}", ["@.reach.value bound value"]),
        ("reach: {about: 15, at_least: 3}", ["@.reach.about bound at_least, about"]),
        ("reach: {about: 15}", ["@.reach.about missing-key about"]),
        ("reach: {at_least: 15, within: 1}", ["@.reach.within missing-key within"]),
        ("reach: 98", [".reach type 98"]),
        ("reach: 98%", [".reach type 98%"]),
        # keys
        ("reach: {at_least: 98}, 单位: 个", ["@.单位 unknown-key 单位 → unit"]),
        ("reach: {at_least: 98}, 牵头单位: [office]", ["@.牵头单位 unknown-key 牵头单位 → lead"]),
        ("reach: {at_least: 98}, Unit: 个", ["@.Unit unknown-key Unit → unit"]),
        ("reach: {at_least: 98}, ｕｎｉｔ: 个", ["@.ｕｎｉｔ unknown-key ｕｎｉｔ → unit"]),
        ("reach: {at_least: 98}, leader: [office]", ["@.leader unknown-key leader → lead"]),
        ("reach: {at_least: 98}, zzz: 1", ["@.zzz unknown-key zzz"]),
        ("reach: {at_least: 98}, by: 2027", ["@.by unknown-key by"]),
        ("reach: {at_least: 98, unit: 个}", ["@.reach.unit unknown-key unit"]),
        ("reach: {at_least: 98}, baseline: {year: 2022}", [".baseline missing-key"]),
        ("reach: {at_least: 98}, baseline: {year: 2022, valu: 5}", ["@.baseline.valu unknown-key valu → value"]),
        # numbers
        ('reach: {at_least: "98"}', [".reach.at_least number 98 → 98"]),
        ("reach: {at_least: 98%}", [".reach.at_least number 98% → 98"]),
        ("reach: {at_least: 约98}", [".reach.at_least number 约98 → 98"]),
        ("reach: {at_least: 98个}", [".reach.at_least number 98个 → 98"]),
        ("reach: {at_least: 1.18万}", [".reach.at_least number 1.18万 → 11800"]),
        ("reach: {at_least: 10-12}", [".reach.at_least number 10-12"]),
        ("reach: {at_least: xx}", [".reach.at_least number xx"]),
        ("reach: {at_least: true}", [".reach.at_least type true"]),
        ("reach: {at_least: }", [".reach.at_least type"]),
        ("reach: {at_least: [98]}", [".reach.at_least type […]"]),
        ("reach: {about: 5, within: -1}", [".reach.within range -1"]),
        # lists
        ("reach: {between: 10-12}", [".reach.between type 10-12 → [10, 12]"]),
        ("reach: {between: 10至12%}", [".reach.between type 10至12% → [10, 12]"]),
        ("reach: {between: [10]}", [".reach.between length […]"]),
        ("reach: {between: [1, 2, 3]}", [".reach.between length […]"]),
        ("task: {}, lead: office", [".lead type office → [office]"]),
        ("task: {}, lead: 'office, housing'", [".lead type office, housing → [office, housing]"]),
        ("task: {}, lead: 县政府办、县住建局", [".lead type 县政府办、县住建局 → [office, housing]"]),
        ("task: {}, lead: 某局", [".lead type 某局"]),
        ("task: {}, lead: [县住建局]", [".lead.0 id 县住建局 → housing"]),
        ("task: {}, lead: [Housing_Dept]", [".lead.0 id Housing_Dept → housing-dept"]),
        ("task: {}, lead: [某局]", [".lead.0 id 某局"]),
        ("milestone: {states: 未启动、建成, reach: 建成}", [".milestone.states type 未启动、建成 → [未启动, 建成]"]),
        ("milestone: {states: [未启动、建成], reach: 建成}", [".milestone.states length […] → [未启动, 建成]"]),
        ("milestone: {states: [甲, 乙, 甲], reach: 甲}", [".milestone.states.2 repeated-item 甲"]),
        # texts
        ("task: {}, source: 20", ['.source type 20 → "20"']),
        ("task: {}, source: [正文9]", [".source type […] → 正文9"]),
        ('task: {}, note: ""', [".note length"]),
        ("task: {}, note: ", [".note type"]),
        # words and truth
        ("task: {}, nature: 约束性", [".nature word 约束性 → binding"]),
        ("task: {}, nature: Indicative", [".nature word Indicative → indicative"]),
        ("task: {}, nature: soft", [".nature word soft"]),
        ("task: {unquantified: 是}", [".task.unquantified type 是 → true"]),
        ("task: {unquantified: no}", [".task.unquantified type no → false"]),
        ("task: ", [".task type → {}"]),
        # dates
        ("reach: {at_least: 98, by: 2027年}", [".reach.by date 2027年 → 2027"]),
        ('reach: {at_least: 98, by: "2027"}', [".reach.by date 2027 → 2027"]),
        ("reach: {at_least: 98, by: 2027年6月}", [".reach.by date 2027年6月 → 2027-06-30"]),
        ("reach: {at_least: 98, by: 20270630}", [".reach.by date 20270630 → 2027-06-30"]),
        ("reach: {at_least: 98, by: 2027.12}", [".reach.by date 2027.12 → 2027-12-31"]),
        ("reach: {at_least: 98, by: 27}", [".reach.by range 27 → 2027"]),
        ("reach: {at_least: 98, by: 3000}", [".reach.by range 3000"]),
        ("reach: {at_least: 98, schedule: {2024年: 94}}", ["@.reach.schedule.2024年 year-key 2024年 → 2024"]),
        ("reach: {at_least: 98, schedule: {甲: 94}}", ["@.reach.schedule.甲 year-key 甲"]),
        # series
        ("compare: {above: 5}", [".compare.above type 5"]),
        ("compare: {above: {}}", [".compare.above length {}"]),
        ("compare: {above: {reference: r, target: t}}", [".compare.above length {…}"]),
    ],
)  # fmt: skip
def test_a_target(target: str, expected: list[str]) -> None:
    assert in_target(target) == expected


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("95.2", []),
        ("98%", [" number 98% → 98"]),
        ("83/85", [" number 83/85 → {count: 83, of: 85}"]),
        ("是", [" number 是 → {done: true}"]),
        ("true", [" type true → {done: true}"]),
        ("开工建设", [" number 开工建设"]),
        ("", [" type"]),
        ("[]", [" length []"]),
        ("[5]", [".0 type 5"]),
        ("{value: 98％以上}", [".value number 98％以上 → 98"]),
        ("{value: 无}", [".value number 无"]),
        ("{vlaue: 5}", ["@.vlaue report vlaue → value"]),
        ("{as_of: 2024-06-30}", [" report"]),
        ("{value: 5, count: 3, of: 4}", ["@.count report value, count"]),
        ("{count: 3}", ["@.count missing-key count"]),
        ("{count: 3, of: 0}", [".of range 0"]),
        ("{done: 已完成, evidence: 1}", [".done type 已完成 → true", '.evidence type 1 → "1"']),
        ("{value: 5, source: 自评}", [".source word 自评 → self"]),
        ("{value: 5, source: 统计局}", [".source word 统计局 → statistics"]),
        ("{value: 5, source: 上级}", [".source word 上级"]),
        ("{value: 5, as_of: 2024/6/30}", [".as_of date 2024/6/30 → 2024-06-30"]),
        ("{value: 5, as_of: 2024.6.30}", [".as_of date 2024.6.30 → 2024-06-30"]),
        ("{value: 5, as_of: 2024-6-30}", [".as_of date 2024-6-30 → 2024-06-30"]),
        ("{value: 5, as_of: 20240630}", [".as_of date 20240630 → 2024-06-30"]),
        ("{value: 5, as_of: 2024年6月30日}", [".as_of date 2024年6月30日 → 2024-06-30"]),
        ("{value: 5, as_of: 2024-02-30}", [".as_of date 2024-02-30 → 2024-02-29"]),
        ("{value: 5, as_of: 2023.10}", [".as_of date 2023.10 → 2023-10-31"]),
        ("{value: 5, as_of: 2024}", [".as_of date 2024 → 2024-12-31"]),
        ("{value: 5, as_of: 年底}", [".as_of date 年底"]),
        ("{value: 5, as_of: true}", [".as_of type true"]),
    ],
)
def test_a_figure(figure: str, expected: list[str]) -> None:
    text = f"format: 1\nlocality: demo\nyear: 2024\nfigures:\n  a: {figure}\n"

    assert [line.replace("figures.a", "") for line in told(errors(text, "progress"))] == expected


@pytest.mark.parametrize(
    ("text", "schema", "expected"),
    [
        ("", "plan", [" type"]),
        ("甲", "plan", [" type 甲"]),
        ("- 1", "plan", [" type […]"]),
        (
            "{format: 1, locality: {id: a, name: 甲}, period: {start: 2023, end: 2027}}",
            "plan",
            [" missing-key"],
        ),
        (
            'format: "1"\nlocality: {id: Demo, name: 甲, level: 县, code: 330305}\nperiod: 2023-2027年\n'
            "departments: {住建局: 县住建局, housing: 1}\ntargets: {}\namendments: {}\n",
            "plan",
            [
                "amendments type {}",
                "departments.housing type 1 → \"1\"",
                "@departments.住建局 id 住建局",
                'format word "1" → 1',
                'locality.code type 330305 → "330305"',
                "locality.id id Demo → demo",
                "locality.level word 县 → county",
                "period type 2023-2027年 → {start: 2023, end: 2027}",
                "targets length {}",
            ],
        ),
        ("format: 2\nlocality: a\nyear: 2024年\n", "progress", ["format word 2", "year number 2024年 → 2024"]),
        ("format: 1\nlocality: a\nyear: 24\n", "progress", ["year range 24 → 2024"]),
        (
            "format: 1\nlocality: a\nyear: 2024\nfigure: {}\nfigures: {覆盖率: 98}\n",
            "progress",
            ["@figure unknown-key figure", "@figures.覆盖率 id 覆盖率"],
        ),
        (
            "format: 1\nwaivers: [{rule: 目标/滞后, reason: x, approved_by: y, expires: 2025年底}]\n",
            "waivers",
            ["waivers.0.expires date 2025年底 → 2025-12-31", "waivers.0.rule pattern 目标/滞后"],
        ),
        ("language: cn\ngrace_days: -1\npace: {ahead: 多}\n", "config",
         ["grace_days range -1", "language word cn", "pace.ahead number 多"]),
    ],
)  # fmt: skip
def test_a_file(text: str, schema: str, expected: list[str]) -> None:
    assert told(errors(text, schema)) == expected


def test_a_misspelt_section_is_told_once_and_known_to_be_missing() -> None:
    found = errors(
        "format: 1\nlocality: {id: a, name: 甲}\nperoid: {start: 2023, end: 2027}\ntargets: {a: {name: 甲, task: {}}}"
    )

    assert [(error.kind, error.path, error.found) for error in found] == [
        ("missing-key", (), "peroid"),
        ("unknown-key", ("peroid",), "peroid"),
    ]


def test_a_key_at_the_wrong_level_is_told_where_it_belongs() -> None:
    (outside,) = errors(PLAN.format(target="reach: {at_least: 98}, by: 2027"))
    (inside,) = errors(PLAN.format(target="reach: {at_least: 98, unit: 个}"))

    assert outside.belongs == ("targets", "a", "reach")
    assert inside.belongs == ("targets", "a")


@pytest.mark.parametrize(
    ("target", "example"),
    [
        ("reach: 98", "{at_least: 98}"),
        ("task: {}, lead: 某局", "[agriculture]"),
        ("task: {}, baseline: 91.4", "{year: 2022, value: 91.4}"),
        ("at_least: 95", "reach: {at_least: 95}"),
        ("reach: {at_least: 98, by: 年底}", "2027"),
    ],
)
def test_the_schema_gives_an_example(target: str, example: str) -> None:
    (error,) = errors(PLAN.format(target=target))

    assert error.example == example
