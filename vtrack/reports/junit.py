"""``junit``: one suite a locality, one test case a target and one for what is wrong apart from targets.

A case fails by its errors; its warnings and its verdict stand in ``system-out``. A target that waivers set aside is
skipped, with the sentences that were waived and their grounds. The order and the places of all pieces are those of
the schema that JUnit tests its own reports with, the strictest of those in use that has room for a skipped case.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, fromstring, indent, tostring

from vtrack.findings import Finding, Severity
from vtrack.reports.material import Material
from vtrack.reports.plain import finding_line
from vtrack.reports.verdict_texts import figure_text, locality_name
from vtrack.reports.words import View, grounds_text, shown, status_word
from vtrack.result import LocalityResult

FILES = "(files)"
"""The case of the findings that speak of no target; no target's id has parentheses."""


def section(locality: LocalityResult, view: View) -> str:
    """The suite of a locality. Test names are unique in it: the id and name of the target."""
    suite = _suite(locality, view)
    indent(suite, " ", level=1)
    return tostring(suite, encoding="unicode")


def entries(findings: Sequence[Finding], _: View) -> list[str]:
    """Nothing of findings: each stands in the case that it belongs to."""
    return [""] * len(findings)


def document(material: Material, _: View) -> Iterator[str]:
    """The result as JUnit's XML."""
    totals = Counter({"tests": 0, "failures": 0, "errors": 0})
    for suite in map(fromstring, material.sections):
        totals.update({count: int(suite.get(count, 0)) for count in totals})
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    counts = "".join(f' {name}="{count}"' for name, count in totals.items())
    yield f'<testsuites name="vtrack"{counts}>'
    for text in material.sections:
        yield f"\n {text}"
    yield "\n</testsuites>\n"


def _suite(locality: LocalityResult, view: View) -> Element:
    by_case: defaultdict[str, list[Finding]] = defaultdict(list)
    verdicts = {verdict.target.id: verdict for verdict in locality.verdicts}
    targets = {*verdicts, *locality.unjudged}
    for finding in locality.findings:
        by_case[finding.target if finding.target in targets else FILES].append(finding)
    name = f"{locality.folder} {locality_name(locality)}" if locality.plan else locality.folder
    suite = Element("testsuite", name=shown(name))
    names: Counter[str] = Counter()
    for case in (FILES, *verdicts, *locality.unjudged):
        verdict = verdicts.get(case)
        words = f"{status_word(verdict.status, view)} {figure_text(verdict, view)}".strip() if verdict else ""
        label = shown(case if verdict is None else f"{case} {verdict.target.name}")
        names[label] += 1
        if names[label] > 1:  # faulty ids may differ in what cannot be seen
            label = f"{label} ({names[label]})"
        _case(suite, shown(locality.plan_file), label, by_case.get(case, []), shown(words), view)
    cases = list(suite)
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("errors", "0")
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    return suite


def _case(suite: Element, file: str, name: str, findings: Sequence[Finding], verdict: str, view: View) -> None:
    case = SubElement(suite, "testcase", classname=file, name=name, time="0")
    errors = [one for one in findings if one.severity is Severity.ERROR and not one.waived]
    waived = [f"{finding_line(one, view)} {grounds_text(one, view)}" for one in findings if one.waived]
    others = [finding_line(one, view) for one in findings if one.severity is not Severity.ERROR and not one.waived]
    lines = [verdict, *others] if verdict else others
    if errors:
        failure = SubElement(case, "failure", message=view.word(errors[0].message), type=errors[0].rule)
        failure.text = "\n".join(finding_line(one, view) for one in errors)
        lines += waived
    elif waived:
        SubElement(case, "skipped").text = "\n".join(waived)
    if lines:
        SubElement(case, "system-out").text = "\n".join(lines)
