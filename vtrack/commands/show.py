"""``vtrack show``: everything about a locality, or about one of its targets. Only reads."""

from __future__ import annotations

from datetime import date
from gettext import gettext
from typing import TYPE_CHECKING

import click

from vtrack.commands import completing
from vtrack.commands.call import ask, called, now, terms_of, view_of
from vtrack.commands.options import color_option, day_option, language_option
from vtrack.edge import show

if TYPE_CHECKING:
    from vtrack.checking import Examined
    from vtrack.model.plan import Plan
    from vtrack.reports.words import View
    from vtrack.verdicts.verdict import Terms

_OF_FILES = ("text/", "schema/")
"""The families of rules that speak of the files themselves."""


@click.command("show", help=gettext("Show everything about a locality, or about one of its targets. Only reads."))
@click.argument("locality", metavar="LOCALITY", shell_complete=completing.localities)
@click.argument("target", metavar="[TARGET]", required=False, shell_complete=completing.targets)
@day_option
@language_option
@color_option
def command(locality: str, target: str | None, as_of: date | None, lang: str | None, color: str) -> int:
    """Find, examine, draw; the exit code is 1 where faulty files leave something out."""
    from vtrack.checking import Examination
    from vtrack.commands.locality import locality_meant, target_meant
    from vtrack.rules.registry import chosen

    asked = ask((), lang)
    terms, rules = terms_of(asked.settings, as_of), chosen(asked.settings.select, asked.settings.ignore)
    examination = Examination(terms, now().astimezone().date(), rules, called)
    examined = locality_meant(locality, asked, examination)
    view, plan = view_of(asked.language, color), examined.result.plan
    faults = _faults(examined)
    if target is None or plan is None:
        _show_locality(examined, terms, faults, view)
    else:
        _show_target(examined, target_meant(target, plan), plan, faults, view)
    return int(faults > 0 or plan is None)


def _faults(examined: Examined) -> int:
    """How many errors there are in the locality's files, so that something in them could not be read."""
    from vtrack.findings import Severity

    return sum(one.severity is Severity.ERROR and one.rule.startswith(_OF_FILES) for one in examined.result.findings)


def _show_locality(examined: Examined, terms: Terms, faults: int, view: View) -> None:
    from vtrack.reports.profile import Profile, render

    show(render(Profile(examined.result, terms.day, faults), view))


def _show_target(examined: Examined, id: str, plan: Plan, faults: int, view: View) -> None:
    from vtrack.model.record import Record
    from vtrack.reports.steps.case import Case
    from vtrack.reports.target_profile import TargetProfile, render

    result, dossier = examined.result, examined.dossier
    verdict = next((one for one in result.verdicts if one.target.id == id), None)
    case = Case(verdict, plan, dossier.record, dossier.terms) if verdict and dossier else None
    profile = TargetProfile(
        id=id,
        place=f"{result.plan_file}:{result.lines.get(id, 1)}",
        plan=plan,
        record=dossier.record if dossier else Record(),
        case=case,
        findings=tuple(one for one in result.findings if one.target == id),
        faults=faults,
    )
    show(render(profile, view))
