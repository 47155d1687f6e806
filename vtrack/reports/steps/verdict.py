"""The steps of any verdict: from what was reported to the status and the lamp."""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.messages import Message, say
from vtrack.model.forms import Accumulate, Compare, Grow, Keep, Milestone, Reach
from vtrack.model.quantity import signed, written
from vtrack.reports.steps import accumulate, grow, periods, reach, states, wanting
from vtrack.reports.steps.case import Case
from vtrack.reports.words import LAMP_WORDS, STATUS_WORDS
from vtrack.verdicts.verdict import Lamp, Status


def steps_of(case: Case) -> list[Message]:
    """Every step, one sentence each; the last says the status and the lamp, and why."""
    return [*_working(case), _conclusion(case)]


def _working(case: Case) -> Iterator[Message]:
    form = case.target.form
    if isinstance(form, Milestone):
        return states.milestone_steps(case, form)
    if not isinstance(form, Reach | Keep | Accumulate | Grow | Compare):
        return states.task_steps(case, form)
    if case.verdict.status in wanting.STATUSES:
        return wanting.steps(case)
    if isinstance(form, Reach):
        return reach.steps(case, form)
    if isinstance(form, Keep):
        return periods.keep_steps(case, form)
    if isinstance(form, Accumulate):
        return accumulate.steps(case, form)
    return grow.steps(case, form) if isinstance(form, Grow) else periods.compare_steps(case, form)


def _conclusion(case: Case) -> Message:
    verdict, terms = case.verdict, case.terms
    status, lamp, gap = STATUS_WORDS[verdict.status], LAMP_WORDS[verdict.lamp], verdict.pace_gap
    if gap is None:
        return say("{status}, lamp {lamp}", status=status, lamp=lamp)
    ahead, orange, red = written(terms.ahead), written(terms.orange), written(terms.red)
    shown = signed(gap)
    if verdict.status is Status.AHEAD:
        return say("{status}: {gap} is {ahead} or more; lamp {lamp}",
                   status=status, gap=shown, ahead=ahead, lamp=lamp)  # fmt: skip
    if verdict.status is Status.ON_PACE:
        return say("{status}: {gap} is 0 or more and below {ahead}; lamp {lamp}",
                   status=status, gap=shown, ahead=ahead, lamp=lamp)  # fmt: skip
    if verdict.lamp is Lamp.RED:
        return say("{status}: {gap} is below 0; lamp {lamp}: below {red}",
                   status=status, gap=shown, lamp=lamp, red=red)  # fmt: skip
    if verdict.lamp is Lamp.ORANGE:
        return say("{status}: {gap} is below 0; lamp {lamp}: below {orange}, not below {red}",
                   status=status, gap=shown, lamp=lamp, orange=orange, red=red)  # fmt: skip
    return say("{status}: {gap} is below 0; lamp {lamp}: not below {orange}",
               status=status, gap=shown, lamp=lamp, orange=orange)  # fmt: skip
