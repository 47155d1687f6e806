"""Everything about one target: what it asks, what was reported, how the verdict came about, what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vtrack.findings import Finding
from vtrack.messages import Message, say
from vtrack.model.forms import Compare, Keep
from vtrack.model.plan import Plan
from vtrack.model.quantity import decimal_places, rounded, signed, written
from vtrack.model.record import Figure, Record, Revision
from vtrack.reports.drawing import drawing
from vtrack.reports.expectation import MOST_SHOWN, Reported, known_figures, path_of, reported
from vtrack.reports.screen import LAMP_COLORS, drawn
from vtrack.reports.steps.case import Case
from vtrack.reports.steps.verdict import steps_of
from vtrack.reports.table import entries
from vtrack.reports.target_facts import facts
from vtrack.reports.values import figure_value, value_text
from vtrack.reports.verdict_texts import gap_text
from vtrack.reports.words import LAMP_WORDS, SOURCE_WORDS, View, explaining, shown, status_word

_INDENT = (0, 0, 0, 2)


class TargetProfile(Struct, frozen=True):
    """What a target's profile is drawn from.

    id: of the target. place: the plan's file and the line in it. case: its verdict with what it was made from;
    ``None`` where faulty data leaves it without one. findings: those about it. faults: how many errors there are in
    the locality's files themselves, which may hide something.
    """

    id: str
    place: str
    plan: Plan
    record: Record
    case: Case | None
    findings: tuple[Finding, ...] = ()
    faults: int = 0


def render(profile: TargetProfile, view: View) -> str:
    """The profile as text, with escape sequences for colour where the view allows them."""
    return drawn(_pieces(profile, view), view) + "".join(_findings(profile, view))


def _pieces(profile: TargetProfile, view: View) -> Iterator[RenderableType]:
    target, case = profile.plan.targets.get(profile.id), profile.case
    name = target.name if target else profile.id
    heading = Text(f"{shown(profile.plan.locality.name)} · {shown(name)}", style="bold")
    yield heading.append(f"  {profile.id}", style="not bold dim")
    yield _status(case, view)
    if profile.faults:
        yield faults_line(profile.faults, view)
    yield Text()
    if target is not None:
        yield facts_table(list(facts(target, profile.plan, profile.place)), view)
    if case is not None:
        earlier = _earlier(len(known_figures(case)), view)
        known = reported(case)
        yield from _section(say("figures"), [*earlier, _figures(known, case, view)] if known else [], view)
        yield from _section(say("expected path"), _path(case), view)
        yield from _section(say("chart"), list(drawing(case, view)), view)
        yield from _section(say("how the verdict comes about"), list(_steps(case, view)), view)
    revisions = [one for one in profile.record.revisions if one.target == profile.id]
    earlier = _earlier(len(revisions), view)
    shown_ones = [*earlier, _revisions(profile, revisions, view)] if revisions else []
    yield from _section(say("revisions of figures"), shown_ones, view)
    amended = any(one.target == profile.id for one in profile.plan.amendments)
    yield from _section(say("amendments of the target"), [_amendments(profile, view)] if amended else [], view)


def faults_line(faults: int, view: View) -> Text:
    """That the files themselves are faulty, so that something may be missing from what is shown."""
    sentence = say("the files have errors ({count}), so something may be missing here; vtrack check lists them",
                   count=faults)  # fmt: skip
    return Text(view.word(sentence), style="bold red")


def _status(case: Case | None, view: View) -> Text:
    if case is None:
        return Text(view.word(say("not judged for faulty data")), style="bold red")
    verdict = case.verdict
    words = [status_word(verdict.status, view), view.word(say("lamp {lamp}", lamp=LAMP_WORDS[verdict.lamp]))]
    if verdict.pace_gap is not None:
        words.append(view.word(say("gap {gap}", gap=gap_text(verdict))))
    words.append(view.word(say("as of {day}", day=case.terms.day)))
    line = Text(" · ".join(words), style=LAMP_COLORS[verdict.lamp])
    return line.append(f"   {explaining(verdict.status.value)}", style="not bold dim")


def _section(title: Message, pieces: list[RenderableType] | list[Text], view: View) -> Iterator[RenderableType]:
    """A heading with what stands below it; nothing where that is nothing."""
    if pieces:
        yield Text()
        yield _title(title, view)
        yield from pieces


def _title(title: Message, view: View) -> Text:
    return Text(view.word(title), style="bold cyan")


def facts_table(rows: Sequence[tuple[Message, object]], view: View) -> Table:
    """Headings on the left, their words on the right."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for key, value in rows:
        words = view.word(value) if isinstance(value, Message) else shown(str(value))
        table.add_row(Text(view.word(key), style="dim"), Text(words))
    return table


def _figures(rows: Sequence[Reported], case: Case, view: View) -> RenderableType:
    """Every figure with its day, what it was held against, and where it comes from; empty columns are left out."""
    held = say("held against") if isinstance(case.target.form, Keep | Compare) else say("expected")
    columns: list[tuple[Message, bool, list[str]]] = [
        (say("day"), False, [one.figure.day.isoformat() for one in rows]),
        (say("figure"), True, [figure_value(one.figure, case.target, view) for one in rows]),
        (say("counted"), True, [_number(one.attained) for one in rows] if any(map(_is_other, rows)) else []),
        (held, True, [_number(one.expected) for one in rows]),
        (say("gap"), True, ["" if one.gap is None else signed(one.gap) for one in rows]),
        (say("source"), False, [view.word(SOURCE_WORDS[one.figure.source]) for one in rows]),
        (say("evidence, note"), False, [shown("; ".join(_remarks(one.figure))) for one in rows]),
    ]
    told = [column for column in columns if any(column[2])]
    table = _columns([(word, right) for word, right, _ in told], view, fold=len(told) - 1)
    for cells in zip(*(cells for _, _, cells in told), strict=True):
        table.add_row(*map(Text, cells))
    return Padding(table, _INDENT, expand=False)


def _earlier(count: int, view: View) -> list[RenderableType]:
    """That of so many only the last are shown."""
    if count <= MOST_SHOWN:
        return []
    return [Padding(Text(view.word(say("{count} earlier ones are not shown", count=count - MOST_SHOWN))), _INDENT)]


def _is_other(one: Reported) -> bool:
    """Whether what counts is not the figure itself: a total, or a quarter's own amount."""
    return one.attained is not None and one.attained != one.figure.value


def _remarks(figure: Figure) -> tuple[str, ...]:
    return (*figure.evidence, *((figure.note,) if figure.note else ()))


def _number(value: Fraction | None) -> str:
    return "" if value is None else written(value)


def _path(case: Case) -> list[RenderableType]:
    points = path_of(case)
    if not points:
        return []
    unit = f" {case.target.unit}" if case.target.unit else ""
    words = " → ".join(f"{day.isoformat()} {_short(value)}{unit}" for day, value in points)
    return [Padding(Text(shown(words)), _INDENT, expand=False)]


def _short(value: Fraction) -> str:
    places = decimal_places(value)
    return written(value) if places is not None and places <= 4 else f"≈ {rounded(value, 2):f}"


def _steps(case: Case, view: View) -> Iterator[RenderableType]:
    steps = steps_of(case)
    for number, step in enumerate(steps, start=1):
        last = number == len(steps)
        sign = "→ " if last else f"{number}. "
        line = Table(box=None, show_header=False, pad_edge=False, padding=0)
        line.add_column(no_wrap=True)
        line.add_column(overflow="fold")
        line.add_row(Text(f"  {sign}"), Text(view.word(step), style=LAMP_COLORS[case.verdict.lamp] if last else ""))
        yield line


def _revisions(profile: TargetProfile, revisions: list[Revision], view: View) -> RenderableType:
    """Each change of a reported figure: what it was and became, when and why. Later ones of a day follow earlier."""
    table = _columns(
        [(say("figure of"), False), (say("was"), True), (say("became"), True), (say("changed on"), False),
         (say("reason"), False)],
        view,
    )  # fmt: skip
    ordered = sorted(revisions, key=lambda one: (one.as_of, one.on))[-MOST_SHOWN:]
    for place, one in enumerate(ordered):
        later = ordered[place + 1] if place + 1 < len(ordered) else None
        if later is not None and later.as_of == one.as_of:
            became = value_text("", later.was, view)
        else:
            now = [f for f in profile.record.figures.get(profile.id, ()) if f.day == one.as_of]
            became = figure_value(now[-1], profile.plan.targets.get(profile.id), view) if now else "?"
        cells = (one.as_of.isoformat(), value_text("", one.was, view), became, one.on.isoformat(), one.reason or "")
        table.add_row(*(Text(shown(cell)) for cell in cells))
    return Padding(table, _INDENT, expand=False)


def _amendments(profile: TargetProfile, view: View) -> RenderableType:
    """Each change of the target itself: what it was, by which document and why."""
    table = _columns(
        [(say("changed on"), False), (say("document"), False), (say("was"), False), (say("reason"), False)],
        view,
        fold=1,
    )
    for one in sorted(profile.plan.amendments, key=lambda item: item.on):
        if one.target == profile.id:
            was = ", ".join(f"{key}: {value_text(key, value, view)}" for key, value in one.was.items())
            cells = (one.on.isoformat(), one.document, was, one.reason or "")
            table.add_row(*(Text(shown(cell)) for cell in cells))
    return Padding(table, _INDENT, expand=False)


def _columns(columns: Sequence[tuple[Message, bool]], view: View, fold: int = -1) -> Table:
    """A table with these headings, each with whether its column is flush right; from ``fold`` on columns may fold."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    first = fold % len(columns)
    for place, (word, right) in enumerate(columns):
        table.add_column(view.word(word), justify="right" if right else "left", no_wrap=place < first, overflow="fold")
    return table


def _findings(profile: TargetProfile, view: View) -> Iterator[str]:
    if profile.findings:
        yield drawn([Text(), _title(say("findings"), view)], view)
        yield from entries(profile.findings, view)
