"""What is shown of a target before its figure is asked for, and what is explained about it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from vtrack.dues import Due
from vtrack.messages import listed, say
from vtrack.model.forms import Milestone, Task
from vtrack.model.plan import Plan, Target
from vtrack.reports.due_words import known, standing, wanted
from vtrack.reports.screen import drawn
from vtrack.reports.words import View, bound_with_unit, figure_day, figure_text, shown
from vtrack.verdicts.verdict import Verdict


def item(plan: Plan, verdict: Verdict, due: Due | None, count: str, view: View) -> str:
    """A target with what it wants until when, what it asks, what was last known of it, and who leads it.

    count: how many are asked for, such as ``3/12``.
    """
    return drawn(_lines(plan, verdict, due, count, view), view)


def _lines(plan: Plan, verdict: Verdict, due: Due | None, count: str, view: View) -> Iterator[Text]:
    target = verdict.target
    head = Text(f"({count}) ", style="dim").append(shown(target.name), style="not dim bold")
    yield head.append(f"  {shown(target.id)}", style="not bold dim")
    if due is not None:
        style = "bold red" if due.is_late else "yellow"
        line = Text("  ").append(view.word(say("{wanted}, by {day}", wanted=wanted(due, view), day=due.until)))
        yield line.append("  ").append(standing(due, view), style=style)
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


def explanation(target: Target, view: View) -> str:
    """How to write what is wanted of a target, and what its plan says about it."""
    return drawn((Text(f"    {line}") for line in _explained(target, view)), view)


def _explained(target: Target, view: View) -> Iterator[str]:
    if isinstance(target.form, Milestone):
        yield view.word(say("write the state that is reached, or its number:"))
        for number, state in enumerate(target.form.states, start=1):
            yield f"  {number}  {shown(state)}"
    elif isinstance(target.form, Task):
        yield view.word(say("write done when the work is done, or not done to take an earlier report back"))
    elif target.unit in ("%", "‰"):
        yield view.word(say("write the number in {unit}, such as 95.2, or a count of a whole: 83/85", unit=target.unit))
    elif target.unit:
        yield view.word(say("write the number in {unit}, such as 95.2", unit=target.unit))
    else:
        yield view.word(say("write the number, such as 1.54"))
    if target.note:
        yield view.word(say("note in the plan: {note}", note=target.note))
    if target.source:
        yield view.word(say("in the document: {source}", source=target.source))
    yield view.word(say("Enter skips it; q ends, and what was entered before stays"))
