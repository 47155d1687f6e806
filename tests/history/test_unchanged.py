"""Properties of the whole family: what is the same, stricter or stated is no finding, however it is written."""

from __future__ import annotations

import copy
import re
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.history.localities import Locality, files_of, later, localities, with_entries, written, written_anyhow
from tests.rules.cases import rule_named
from tests.rules.history.cases import FAMILY, case_of
from vtrack.findings import Finding
from vtrack.text.reading import read

RULES = [rule_named(f"history/{name}") for name in FAMILY]
PAIRS = localities().flatmap(lambda one: st.tuples(st.just(one), st.one_of(later(one), later(one), localities())))
"""Two states of one locality, mostly alike."""
OPEN = {"on": "2026-01-05", "document": "示政发〔2026〕1号", "reason": "复核"}
_ENTRY = re.compile(r"- (\{target: .*\})\Z")
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def found(earlier: dict[str, bytes], now: dict[str, bytes]) -> list[Finding]:
    """What the family finds; every finding has its place in a present file."""
    findings = case_of(earlier, now).findings(RULES)
    for finding in findings:
        lines = now[finding.file].decode("utf-8-sig").split("\n")
        assert 1 <= finding.span.line <= len(lines)
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
    return findings


@SLOW
@given(localities(), st.data())
def test_the_same_data_written_in_any_way_is_no_finding(locality: Locality, data: st.DataObject) -> None:
    one, other = (files_of(locality, written_anyhow(data.draw)) for _ in range(2))
    assert found(one, other) == []


@SLOW
@given(localities(), st.data())
def test_what_is_added_is_no_finding(locality: Locality, data: st.DataObject) -> None:
    """Targets, figures, years, notes: a plan that grows."""
    larger = copy.deepcopy(locality)
    left_out = data.draw(st.sampled_from(sorted(larger.plan["targets"])))
    less = copy.deepcopy(locality)
    del less.plan["targets"][left_out]
    assume(less.plan["targets"])
    for year in list(less.progress):
        if data.draw(st.booleans()):
            del less.progress[year]
        else:
            for id in list(less.progress[year]["figures"]):
                if data.draw(st.booleans()):
                    del less.progress[year]["figures"][id]
    for target in less.plan["targets"].values():
        for key in ("unit", "baseline", "note", "lead"):
            if key in target and data.draw(st.booleans()) and not (key == "unit" and target[key] in ("%", "‰")):
                del target[key]
    assert found(files_of(less), files_of(larger)) == []


@SLOW
@given(PAIRS)
def test_what_the_hints_say_states_every_change(pair: tuple[Locality, Locality]) -> None:
    """Whatever became of a locality: with the entries that the hints give, only what has to be brought back is left."""
    before, after = files_of(pair[0]), copy.deepcopy(pair[1])
    for _ in range(40):
        findings = found(before, files_of(after))
        entries = [entry for finding in findings if (entry := entry_of(finding)) is not None]
        if not entries:
            break
        for section, entry in entries:
            if section == "amendments":
                after.plan["amendments"].append(entry)
            else:
                after.progress.setdefault(2026, {"figures": {}, "revisions": []})["revisions"].append(entry)
    assert {finding.rule for finding in findings} <= {"history/file-removed"}


def entry_of(finding: Finding) -> tuple[str, Any] | None:
    """The entry in a finding's hint, with what only a clerk knows filled in, and the section it belongs to."""
    assert finding.hint is not None
    words = finding.hint.render(str)
    match = _ENTRY.search(words)
    if match is None:
        return None
    document = read(match[1].encode()).document
    assert document is not None
    assert isinstance(document.data, dict)
    assert "…" in document.data.values()
    entry = {key: OPEN[key] if value == "…" else value for key, value in document.data.items()}
    return ("revisions" if "as_of" in entry else "amendments"), entry


@SLOW
@given(PAIRS)
def test_the_findings_do_not_depend_on_how_either_state_is_written(pair: tuple[Locality, Locality]) -> None:
    def said(findings: list[Finding]) -> list[tuple[str, str | None]]:
        return sorted((one.rule, one.target or "") for one in findings)

    spread = [files_of(one, lambda data: written(data).replace(", ", ",\n  ")) for one in pair]
    assert said(found(*map(files_of, pair))) == said(found(*spread))


@SLOW
@given(PAIRS, st.data())
def test_nothing_is_said_twice_and_nothing_fails_whatever_is_stated(
    pair: tuple[Locality, Locality], data: st.DataObject
) -> None:
    before, after = (data.draw(with_entries(one)) for one in pair)
    said = [(one.rule, one.file, one.span, one.message.render(str)) for one in found(files_of(before), files_of(after))]
    assert len(said) == len(set(said)) or any(rule == "history/entry-removed" for rule, *_ in said)


@SLOW
@given(localities(), st.data())
def test_entries_that_are_kept_are_no_finding_however_they_are_written(locality: Locality, data: st.DataObject) -> None:
    stating = data.draw(with_entries(locality))
    one, other = (files_of(stating, written_anyhow(data.draw)) for _ in range(2))
    assert found(one, other) == []
