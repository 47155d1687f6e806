"""``table``: for a person at a terminal. How it fits one is in tests/cli/test_terminal.py."""

from __future__ import annotations

from tests.reports.conftest import Examine, rendered


def test_sections_verdicts_findings_and_counts(examine: Examine) -> None:
    text = rendered("table", examine(), width=120)

    assert "示范县  county/plan.yaml  8 targets" in text
    assert text.count("▲ ahead") == 1
    assert "× missed" in text
    assert "county/plan.yaml:10:3 error  vtrack explain target/missed" in text
    assert "→ " in text, "what to do about it"
    assert "errors " in text


def test_a_narrow_one_leaves_out_what_it_has_no_room_for(examine: Examine) -> None:
    assert "县住建局" in rendered("table", examine(), width=120)
    assert "县住建局" not in rendered("table", examine(), width=80)


def test_findings_for_information_only_are_shown_when_asked_for(examine: Examine) -> None:
    quiet, verbose = (rendered("table", examine(), width=120, verbose=verbose) for verbose in (False, True))

    assert " info " not in quiet
    assert len(verbose) >= len(quiet)


def test_a_figure_just_short_of_the_bound_is_not_rounded_onto_it(examine: Examine) -> None:
    plan = """
        format: 1
        locality: {id: county, name: 示范县}
        period: {start: 2023, end: 2024}
        targets: {near: {name: 近, unit: "%", reach: {at_least: 98}}}
        """
    progress = "format: 1\nlocality: county\nyear: 2024\nfigures: {near: {count: 293999, of: 300000}}\n"
    files = {"county/plan.yaml": plan, "county/progress/2024.yaml": progress}

    for name in ("table", "plain", "markdown", "csv"):
        text = rendered(name, examine(files), width=120)
        assert "97.9997" in text, name
        assert "missed" in text
