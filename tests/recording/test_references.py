"""Values to compare with, drafted into ``references:``: where they go, how they are written, why they are refused."""

from __future__ import annotations

from datetime import date

import pytest

from tests.recording.desks import DAY, in_memory, text_of, words
from tests.recording.progress_files import PLAN as TARGETS
from vtrack.model.forms import Reach
from vtrack.model.reference import Reference, reportable, reportables
from vtrack.recording.draft import Draft
from vtrack.recording.entry import Amount, Entry, Report, Share, State
from vtrack.recording.values import NotUnderstood, Understood, understood

PLAN = (
    TARGETS
    + """\
  growth: {name: 增速, unit: "%", compare: {above: {reference: city-growth}}, lead: [office]}
  income: {name: 收入增速, unit: "%", compare: {at_least: {reference: city-income}, lag: 1}, lead: [office]}
  rural: {name: 农村增速, unit: "%", compare: {at_least: {reference: city-growth}}, lead: [office]}
"""
)
HEAD = "format: 1\nlocality: demo\nyear: 2024\n"
BULLETIN = "市2024年统计公报"
JUNE = date(2024, 6, 30)


def value(text: str | Report = "5.50", as_of: date | None = None, id: str = "city-growth", **more: str) -> Entry:
    report = Amount(text) if isinstance(text, str) else text
    return Entry(id, 2024, report, as_of, section="references", **more)


def figure(target: str, text: str) -> Entry:
    return Entry(target, 2024, Amount(text))


def drafted(*entries: Entry, plan: str = PLAN, body: str | None = None) -> Draft:
    return in_memory(*entries, plan=plan, **({} if body is None else {"y2024": HEAD + body}))


def after(body: str | None, *entries: Entry) -> str:
    done = drafted(*entries, body=body)
    assert not done.refusals, [words(refusal) for refusal in done.refusals]
    return text_of(done).removeprefix(HEAD)


def refused(*entries: Entry, plan: str = PLAN, body: str | None = None) -> list[str]:
    done = drafted(*entries, plan=plan, body=body)
    assert not done.written
    return [words(refusal) for refusal in done.refusals]


# Where it goes and how it is written


def test_a_file_that_is_missing_is_made() -> None:
    assert after(None, value(source=BULLETIN)) == (
        f"figures: {{}}\nreferences:\n  city-growth: {{value: 5.50, source: {BULLETIN}}}\n"
    )


def test_a_number_alone_is_written_bare() -> None:
    assert after("figures:\n  roads: 3\n", value()) == "figures:\n  roads: 3\nreferences:\n  city-growth: 5.50\n"


def test_the_section_stands_before_the_revisions_and_comments_stay() -> None:
    text = "figures:\n  roads: 3  # 年报\nrevisions:\n  # 更正\n  - " + (
        "{target: roads, as_of: 2024-12-31, was: 2, on: 2025-03-01, reason: 核实}\n"
    )

    made = after(text, value(source=BULLETIN))

    assert made == text.replace(
        "revisions:", f"references:\n  city-growth: {{value: 5.50, source: {BULLETIN}}}\nrevisions:"
    )


def test_values_stand_in_the_order_in_which_the_plan_names_their_series() -> None:
    assert after("figures: {}\nreferences:\n  city-income: 4\n", value()).endswith(
        "references:\n  city-growth: 5.50\n  city-income: 4\n"
    )


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("http://tjj.example.cn/2024.html", '"http://tjj.example.cn/2024.html"'),
        ("公报: 二、综合", '"公报: 二、综合"'),
        ("统计", "统计"),
        ("2024", '"2024"'),
    ],
)
def test_a_citation_is_free_text(source: str, written: str) -> None:
    assert after(None, value(source=source)).endswith(f"city-growth: {{value: 5.50, source: {written}}}\n")


def test_a_later_value_of_the_year_makes_a_list() -> None:
    assert after("references:\n  city-growth: {value: 5.1, as_of: 2024-06-30, source: 季报}\n", value("5.5")).endswith(
        "  city-growth:\n    - {value: 5.1, as_of: 2024-06-30, source: 季报}\n    - {value: 5.5, as_of: 2024-12-31}\n"
    )


def test_a_source_is_added_to_a_value_that_has_none() -> None:
    assert after("references:\n  city-growth: 5.5\n", value("5.5", source=BULLETIN)) == (
        f"references:\n  city-growth: {{value: 5.5, source: {BULLETIN}}}\n"
    )


def test_a_target_and_a_series_of_one_id_are_two() -> None:
    plan = PLAN.replace("reference: city-income", "reference: roads")

    done = drafted(figure("roads", "3"), value("4", id="roads"), plan=plan)

    assert not done.refusals
    assert text_of(done).endswith("figures:\n  roads: 3\nreferences:\n  roads: 4\n")


# A value that was reported before


def test_a_change_without_a_reason_is_refused() -> None:
    done = drafted(value("5.6"), body="references:\n  city-growth: {value: 5.50, source: 快报}\n")

    assert [words(one) for one in done.refusals] == [
        "city-growth: 5.50 is reported for 2024-12-31 already | "
        "give the reason, if that is corrected; a figure of another day needs its day"
    ]
    assert done.refusals[0].wants_reason
    assert not done.written


def test_a_change_with_a_reason_leaves_a_revision_and_the_rules_are_content_with_it() -> None:
    done = drafted(
        value("5.6", source=BULLETIN, reason="公报订正"),
        body="references:\n  city-growth: {value: 5.50, source: 快报}  # 全市\n",
    )

    assert text_of(done).removeprefix(HEAD) == (
        f"references:\n  city-growth: {{value: 5.6, source: {BULLETIN}}}  # 全市\n"
        f"revisions:\n  - {{target: city-growth, as_of: 2024-12-31, was: 5.50, on: {DAY}, reason: 公报订正}}\n"
    )
    assert "figure/revision-unknown" not in {finding.rule for finding in done.after.result.findings}


def test_the_same_value_changes_nothing() -> None:
    done = drafted(value("5.5", source="快报"), body="references:\n  city-growth: {value: 5.50, source: 快报}\n")

    assert not done.written
    assert len(done.unchanged) == 1


# What is refused


def test_a_series_that_nothing_is_compared_with() -> None:
    assert refused(value(id="city-grwth"), value(id="coverage")) == [
        "no target is compared with city-grwth | did you mean city-growth?",
        "no target is compared with coverage | what targets are compared with stands in plan.yaml",
    ]


def test_a_series_that_a_faulty_target_may_compare_with() -> None:
    plan = PLAN.replace("compare: {above:", "compare: {abvoe:").replace("  rural: {", "  # rural: {")

    (sentence,) = refused(value(), plan=plan)

    assert sentence.startswith("plan.yaml:12:")
    assert "abvoe" in sentence


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (value(Share("83", "85")), "83/85 is a count of a whole, and a value to compare with is one number"),
        (value(State("建成")), "city-growth: a state is reported where a number belongs"),
        (value("5,5"), "5,5 is no number that can be compared"),
        (value(evidence="公报"), "city-growth: a value to compare with has a source, and no evidence besides"),
        (value(as_of=date(2023, 6, 30)), "city-growth: 2023-06-30 in the file of 2024"),
    ],
)
def test_what_is_no_value_to_compare_with(entry: Entry, sentence: str) -> None:
    (said,) = refused(entry)

    assert said.startswith(sentence)
    assert not said.endswith("| ")


def test_what_the_rules_refuse_does_not_refuse_what_stands_beside_it() -> None:
    late = Entry("city-growth", 2025, Amount("5"), date(2025, 7, 1), section="references")
    done = in_memory(late, Entry("roads", 2025, Amount("3"), date(2025, 6, 30)), plan=PLAN)

    assert [refusal.entry for refusal in done.refusals] == [late]
    assert "has not come yet" in words(done.refusals[0])
    assert [entry.target for entry in done.entered] == ["roads"]


def test_a_value_that_is_faulty_in_the_file_is_pointed_at() -> None:
    (sentence,) = refused(value(), body="references:\n  city-income: 3\n  city-growth: 百分之五\n")

    assert sentence.startswith("progress/2024.yaml:6:")


# What was typed


@pytest.mark.parametrize(
    ("text", "written"),
    [("5.50", "5.50"), ("５．５％", "5.5"), ("5.5%", "5.5"), ("-0.3", "-0.3"), ("5。5", "5.5")],
)
def test_a_value_is_understood_in_the_unit_of_its_targets(text: str, written: str) -> None:
    found = understood(text, series())

    assert isinstance(found, Understood)
    assert found.report == Amount(written)


@pytest.mark.parametrize("text", ["83/85", "建成", "是", "5.5万", "x", ""])
def test_a_value_that_cannot_be_understood_is_answered(text: str) -> None:
    found = understood(text, series())

    assert isinstance(found, NotUnderstood)
    assert found.hint is not None


def series(id: str = "city-growth") -> Reference:
    dossier = drafted().before.dossier
    assert dossier is not None
    found = reportable(dossier.plan, "references", id)
    assert isinstance(found, Reference)
    return found


def test_a_series_knows_the_targets_that_are_compared_with_it() -> None:
    assert [target.id for target in series().targets] == ["growth", "rural"]
    assert (series().unit, series().name) == ("%", "city-growth")


def test_of_one_id_the_target_comes_first() -> None:
    dossier = drafted(plan=PLAN.replace("reference: city-income", "reference: coverage")).before.dossier
    assert dossier is not None
    one = reportables(dossier.plan)["coverage"]

    assert not isinstance(one, Reference)
    assert isinstance(one.form, Reach)
