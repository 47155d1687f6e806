"""Snippets of two commits to the findings of one rule of the family ``history``.

A line ``# earlier`` begins the files of the earlier commit and ``# now`` those of the present one; what comes before
either belongs to both. Files are written as in :mod:`tests.rules.cases`, and lines are those of the present files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tests.rules.cases import complete, rule_named, split
from vtrack.findings import Finding
from vtrack.held_files import HeldFile, hold, plan_of, reported
from vtrack.history.snapshots import snapshot_of
from vtrack.model.plan import PLAN_FILE
from vtrack.rules.apply import locality_findings
from vtrack.rules.registry import RULE_NAMES
from vtrack.rules.rule import Dossier, Rule, Since
from vtrack.verdicts.assess import assess_all
from vtrack.verdicts.verdict import Terms

COMMIT = "0123456789abcdef0123456789abcdef01234567"
SHORT = COMMIT[:10]
FAMILY = RULE_NAMES["history"]
_STATE = re.compile(r"^[ ]*# (earlier|now)$", re.M)


@dataclass(frozen=True)
class Case:
    """Both states of a locality, and the files as they are now."""

    since: Since
    held: Mapping[str, HeldFile]

    def findings(self, rules: Iterable[Rule]) -> list[Finding]:
        """What the rules say, with lines and columns."""
        paths = {name: name for name in self.held}
        found = locality_findings(rules, self.since, "demo", paths, lambda place: self.held[place.file].span(place))
        return sorted(found, key=lambda one: one.order)


def states(snippet: str) -> tuple[str, str]:
    """The snippet of the earlier commit and that of the present one."""
    pieces = _STATE.split(snippet)
    parts = {"earlier": pieces[0], "now": pieces[0]}
    for state, text in zip(pieces[1::2], pieces[2::2], strict=True):
        parts[state] += text
    return parts["earlier"], parts["now"]


def files_of(snippet: str) -> dict[str, bytes]:
    """The whole files of one state."""
    files, _ = split(snippet)
    return {name: complete(name, text).encode() for name, text in ({PLAN_FILE: ""} | files).items()}


def case_of(earlier: Mapping[str, bytes], now: Mapping[str, bytes], snippet: str = "") -> Case:
    """Two states of a locality's files, by name; nothing is written and no git is asked."""
    past = snapshot_of("demo", COMMIT, earlier)
    _, day = split(snippet)
    held = {name: hold(name, name, data, name.partition("/")[0].removesuffix(".yaml")) for name, data in now.items()}
    plan = plan_of(held[PLAN_FILE])
    assert past.plan is not None, "the earlier plan cannot be relied on"
    assert plan is not None, "the present plan cannot be relied on"
    known = reported(plan, [file for name, file in sorted(held.items()) if name.startswith("progress/")])
    dossier = Dossier(
        folder="demo",
        plan=plan,
        record=known.record,
        verdicts=tuple(assess_all(plan, known.record, Terms(day))) if known.complete else (),
        terms=Terms(day),
        today=day,
        years=tuple((data.file, int(data.data["year"])) for data in known.files),
        owners=tuple((data.file, str(data.data["locality"])) for data in known.files),
        complete=known.complete,
    )
    return Case(Since(dossier, past, past.plan), held)


def case(snippet: str) -> Case:
    """Both states of a snippet."""
    earlier, now = states(snippet)
    return case_of(files_of(earlier), files_of(now), now)


def findings(snippet: str, rule: str) -> list[str]:
    """The findings of one rule, each as ``file:line:column severity message``, in English."""
    found = case(snippet).findings([rule_named(rule)])
    return [
        f"{one.file}:{one.span.line}:{one.span.column} {one.severity.value} {one.message.render(str)}" for one in found
    ]


def hints(snippet: str, rule: str) -> list[str]:
    """The hints of one rule's findings, in English; an empty text for none."""
    found = case(snippet).findings([rule_named(rule)])
    return [one.hint.render(str) if one.hint else "" for one in found]


def all_findings(snippet: str) -> list[str]:
    """The names of all rules of the family that have something to say, once for each finding, in order."""
    found = case(snippet).findings([rule_named(f"history/{name}") for name in FAMILY])
    return sorted(one.rule.partition("/")[2] for one in found)


def pointed(snippet: str, rule: str) -> list[str]:
    """What the findings of one rule point at: the words in the present files."""
    both = case(snippet)
    found = both.findings([rule_named(rule)])
    lines = {name: text.decode().split("\n") for name, text in files_of(states(snippet)[1]).items()}
    return [lines[one.file][one.span.line - 1][one.span.column - 1 : one.span.end_column - 1] for one in found]
