"""Everything about a locality: its document, how its targets stand, and the ids that single targets are shown by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from vtrack.messages import Message, listed, say
from vtrack.model.plan import Plan
from vtrack.reports.screen import LAMP_COLORS, drawn
from vtrack.reports.table import WIDE, entries
from vtrack.reports.target_profile import facts_table, faults_line
from vtrack.reports.verdict_texts import bound_with_unit, deadline_text, figure_text, gap_text
from vtrack.reports.words import LAMP_WORDS, LEVEL_WORDS, View, shown, status_word, summary_lines
from vtrack.result import LocalityResult, Summary
from vtrack.verdicts.verdict import Lamp, Verdict


class Profile(Struct, frozen=True):
    """What a locality's profile is drawn from. ``faults``: how many errors there are in its files themselves."""

    result: LocalityResult
    day: date
    faults: int = 0


def render(profile: Profile, view: View) -> str:
    """The profile as text; of a plan that cannot be relied on, why."""
    if profile.result.plan is None:
        heading = [Text(shown(profile.result.folder), style="bold"), faults_line(profile.faults, view), Text()]
        return drawn(heading, view) + "".join(entries(profile.result.findings, view))
    return drawn(_pieces(profile, profile.result.plan, view), view)


def _pieces(profile: Profile, plan: Plan, view: View) -> Iterator[RenderableType]:
    result = profile.result
    yield Text(shown(plan.locality.name), style="bold").append(f"  {plan.locality.id}", style="not bold dim")
    if profile.faults:
        yield faults_line(profile.faults, view)
    yield Text()
    yield facts_table(list(_facts(result, plan)), view)
    yield Text()
    if result.verdicts:
        yield _table(result, view)
    if result.unjudged:
        names = [plan.targets[id].name if id in plan.targets else "" for id in result.unjudged]
        named = tuple(f"{id} {name}".strip() for id, name in zip(result.unjudged, names, strict=True))
        yield Text(view.word(say("not judged for faulty data: {targets}", targets=listed(named))), style="bold red")
        yield Text()
    for line in summary_lines(profile.day, Summary() + result.summary, view):
        yield Text(line)
    lamps = Counter(verdict.lamp for verdict in result.verdicts)
    if lamps:
        yield _lamps(lamps, view)
    yield Text()
    if plan.targets:
        command = f"vtrack show {result.folder} {next(iter(plan.targets))}"
        yield Text(view.word(say("everything about one target: {command}", command=command)), style="dim")


def _facts(result: LocalityResult, plan: Plan) -> Iterator[tuple[Message, object]]:
    paper, period, place = plan.paper, plan.period, plan.locality
    if paper.title:
        yield say("document"), paper.title
    told = [one for one in (paper.number, paper.issuer, paper.issued) if one is not None]
    if told:
        yield say("issued"), listed(tuple(told))
    start, end = (("x" if year is None else year) for year in (period.start, period.end))
    yield say("period"), f"{start}–{end}"
    if place.level:
        yield say("level"), LEVEL_WORDS.get(place.level, place.level)
    if place.code:
        yield say("division code"), place.code
    if place.parent:
        yield say("locality above"), place.parent
    if plan.departments:
        yield say("departments"), listed(tuple(plan.departments.values()))
    yield say("written in"), result.plan_file


def _table(result: LocalityResult, view: View) -> Table:
    """The targets by their sections; where there is no room for a column of ids, the id stands below the name."""
    wide = view.width >= WIDE
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), width=view.width, header_style="bold")
    if wide:
        table.add_column(view.word(say("id")), overflow="fold")
    table.add_column(view.word(say("target")), overflow="fold", ratio=3)
    table.add_column(view.word(say("bound")), overflow="fold", ratio=2 if wide else 1)
    table.add_column(view.word(say("deadline")), no_wrap=True)
    table.add_column(view.word(say("figure")), justify="right", overflow="fold", max_width=14)
    if wide:
        table.add_column(view.word(say("gap")), justify="right", no_wrap=True)
    table.add_column(view.word(say("status")), no_wrap=True)
    group = None
    for verdict in result.verdicts:
        if verdict.target.group != group:
            group = verdict.target.group
            if group:
                table.add_row(*([""] * wide), Text(shown(group), style="bold cyan"))
        table.add_row(*_row(verdict, view, wide=wide))
    return table


def _row(verdict: Verdict, view: View, *, wide: bool) -> Iterator[Text]:
    color, target = LAMP_COLORS[verdict.lamp], verdict.target
    if wide:
        yield Text(target.id, style="dim")
    name = Text(shown(target.name))
    yield name if wide else name.append(f"\n{target.id}", style="dim")
    yield Text(shown(bound_with_unit(verdict, view)))
    yield Text(deadline_text(verdict))
    yield Text(shown(figure_text(verdict, view)))
    if wide:
        yield Text(gap_text(verdict), style=color)
    yield Text(status_word(verdict.status, view), style=color)


def _lamps(lamps: Counter[Lamp], view: View) -> Text:
    line = Text()
    for lamp in Lamp:
        if lamps[lamp]:
            line.append(" · " if line else "").append(f"{view.word(LAMP_WORDS[lamp])} {lamps[lamp]}", LAMP_COLORS[lamp])
    return line
