"""What is shown of a target before its figure is asked for, and what is explained about it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from vtrack.dues import Due
from vtrack.messages import Message, listed, say
from vtrack.model.forms import Milestone, Task
from vtrack.model.plan import Plan, Target
from vtrack.model.reference import Reference, Reportable
from vtrack.reports.due_words import known, standing, wanted
from vtrack.reports.screen import drawn
from vtrack.reports.verdict_texts import bound_with_unit, figure_day, figure_text
from vtrack.reports.words import View, shown
from vtrack.verdicts.verdict import Verdict


def item(plan: Plan, verdict: Verdict, due: Due | None, count: str, view: View) -> str:
    """A target with what it wants until when, what it asks, what was last known of it, and who leads it.

    count: how many are asked for, such as ``3/12``.
    """
    return drawn(_lines(plan, verdict, due, count, view), view)


def reference_item(reference: Reference, due: Due | None, count: str, view: View) -> str:
    """A reference series with what is wanted of it until when, the targets that need it, and what was last known."""
    return drawn(_reference_lines(reference, due, count, view), view)


def _reference_lines(reference: Reference, due: Due | None, count: str, view: View) -> Iterator[Text]:
    yield _head(reference.id, view.word(say("to compare with")), count)
    if due is not None:
        yield _until(due, view)
    facts = [view.word(say("needed for: {targets}", targets=shown(view.word(_targets(reference)))))]
    if due is not None and (last := known(due, view)):
        facts.append(view.word(say("last known: {figure}", figure=last)))
    yield Text("  " + " · ".join(facts))


def _targets(reference: Reference) -> Message:
    return listed(tuple(target.name for target in reference.targets))


def _head(name: str, beside: str, count: str) -> Text:
    head = Text(f"({count}) ", style="dim").append(shown(name), style="not dim bold")
    return head.append(f"  {shown(beside)}", style="not bold dim")


def _until(due: Due, view: View) -> Text:
    style = "bold red" if due.is_late else "yellow"
    line = Text("  ").append(view.word(say("{wanted}, by {day}", wanted=wanted(due, view), day=due.until)))
    return line.append("  ").append(standing(due, view), style=style)


def _lines(plan: Plan, verdict: Verdict, due: Due | None, count: str, view: View) -> Iterator[Text]:
    target = verdict.target
    yield _head(target.name, target.id, count)
    if due is not None:
        yield _until(due, view)
    facts = []
    if bound := bound_with_unit(verdict, view):
        facts.append(view.word(say("target: {bound}", bound=shown(bound))))
    last = known(due, view) if due else _figure(verdict, view)
    if last:
        facts.append(view.word(say("last known: {figure}", figure=last)))
    if target.lead:
        facts.append(view.word(listed(plan.department_names(target.lead))))
    if facts:
        yield Text("  " + " · ".join(facts))


def _figure(verdict: Verdict, view: View) -> str:
    return f"{shown(figure_text(verdict, view))} ({figure_day(verdict)})" if verdict.figure else ""


def explanation(about: Reportable, view: View) -> str:
    """How to write what is wanted of a target or reference series, and what the plan says about it."""
    told = _reference_explained(about, view) if isinstance(about, Reference) else _explained(about, view)
    return drawn((Text(f"    {line}") for line in told), view)


def _reference_explained(reference: Reference, view: View) -> Iterator[str]:
    yield _number(reference.unit, view)
    yield view.word(say("it is the figure of others, as they published it, that targets are compared with"))
    for target in reference.targets:
        yield view.word(say("{name}: {bound}", name=shown(target.name), bound=shown(str(target.bound or ""))))
    yield view.word(_SKIPS)


_SKIPS = say("Enter skips it; q ends, and what was entered before stays")


def _number(unit: str | None, view: View) -> str:
    if unit:
        return view.word(say("write the number in {unit}, such as 95.2", unit=unit))
    return view.word(say("write the number, such as 1.54"))


def _explained(target: Target, view: View) -> Iterator[str]:
    if isinstance(target.form, Milestone):
        yield view.word(say("write the state that is reached, or its number:"))
        for number, state in enumerate(target.form.states, start=1):
            yield f"  {number}  {shown(state)}"
    elif isinstance(target.form, Task):
        yield view.word(say("write done when the work is done, or not done to take an earlier report back"))
    elif target.unit in ("%", "‰"):
        yield view.word(say("write the number in {unit}, such as 95.2, or a count of a whole: 83/85", unit=target.unit))
    else:
        yield _number(target.unit, view)
    if target.note:
        yield view.word(say("note in the plan: {note}", note=target.note))
    if target.source:
        yield view.word(say("in the document: {source}", source=target.source))
    yield view.word(_SKIPS)
