"""The real plans: whole, honest, and holding only what was published."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from vtrack.checking import Examination, check_locality
from vtrack.discovery import LocalityFiles, find_localities
from vtrack.held_files import hold, plan_of, reported
from vtrack.model.plan import Plan
from vtrack.rules.registry import chosen
from vtrack.verdicts.verdict import Status, Terms

PLANS = Path(__file__).resolve().parents[1] / "plans"
LOCALITIES = list(find_localities([PLANS]))
DAY = date(2025, 6, 30)


def name(files: LocalityFiles) -> str:
    return files.folder.name


def plan(files: LocalityFiles) -> Plan:
    found = plan_of(hold("plan.yaml", "plan.yaml", files.plan.read_bytes(), "plan"))
    assert found is not None
    return found


def test_there_are_five() -> None:
    assert [name(files) for files in LOCALITIES] == ["county-x", "daan", "dongtou", "qianshui", "shuangying"]


@pytest.mark.parametrize("files", LOCALITIES, ids=name)
def test_their_text_and_shape_are_faultless(files: LocalityFiles) -> None:
    result = check_locality(files, Examination(Terms(DAY), DAY, chosen(["text", "schema", "figure"]), str))

    assert [f"{one.file}:{one.span.line} {one.rule}" for one in result.findings] == []
    assert result.unjudged == ()


@pytest.mark.parametrize("files", LOCALITIES, ids=name)
def test_every_target_says_where_the_document_has_it(files: LocalityFiles) -> None:
    found = plan(files)

    assert len(found.targets) >= 10
    assert [id for id, target in found.targets.items() if not target.source] == []
    assert found.locality.id == files.folder.name


@pytest.mark.parametrize("files", LOCALITIES, ids=name)
def test_no_target_has_a_baseline_as_the_documents_give_none(files: LocalityFiles) -> None:
    assert [id for id, target in plan(files).targets.items() if target.baseline] == []


@pytest.mark.parametrize("files", LOCALITIES, ids=name)
def test_owners_are_declared_and_nothing_was_revised(files: LocalityFiles) -> None:
    found = plan(files)

    owners = {id for target in found.targets.values() for id in (*target.lead, *target.assist)}
    assert owners <= set(found.departments)
    assert found.amendments == ()


def test_progress_is_what_was_published_and_nothing_else() -> None:
    figures, references = [], []
    for files in LOCALITIES:
        held = [hold(files.name(path), str(path), path.read_bytes(), "progress") for path in files.progress]
        record = reported(plan(files), held).record
        for series, into in ((record.figures, figures), (record.references, references)):
            into += [
                (
                    name(files),
                    id,
                    figure.day.isoformat(),
                    figure.value,
                    bool(figure.evidence) or figure.source != "self",
                )
                for id, several in series.items()
                for figure in several
            ]
        assert record.revisions == ()

    assert figures == [("dongtou", "good-air-days", "2023-06-30", Fraction(96), True)]
    assert references == [
        ("dongtou", "wenzhou-gdp-growth", "2023-12-31", Fraction("6.9"), True),
        ("dongtou", "wenzhou-gdp-growth", "2024-12-31", Fraction("6.3"), True),
    ]


def test_what_was_not_published_is_said_to_be_missing_and_nothing_is_met() -> None:
    verdicts = [
        verdict
        for files in LOCALITIES
        for verdict in check_locality(files, Examination(Terms(DAY), DAY, (), str)).verdicts
    ]

    statuses = {verdict.status for verdict in verdicts}
    assert statuses <= {
        Status.NO_DATA,
        Status.NOT_DUE,
        Status.PLACEHOLDER,
        Status.IN_PROGRESS,
        Status.OVERDUE,
        Status.BEHIND,
        Status.NO_BASELINE,
    }
    assert {verdict.target.id for verdict in verdicts if verdict.figure is not None} == {"good-air-days"}


def test_the_settings_of_this_repository_check_its_plans() -> None:
    from vtrack.commands.call import load_settings

    assert load_settings(PLANS.parent / "vtrack.yaml").plans == ("plans",)
