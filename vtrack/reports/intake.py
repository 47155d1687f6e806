"""What taking workbooks back came to: every fault at its cell, what was understood, what was entered where.

As text for a terminal, or as ``json``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from vtrack.messages import Message, say
from vtrack.reports.json import as_json
from vtrack.reports.screen import drawn
from vtrack.reports.words import View, shown
from vtrack.workbooks.faults import Fault, Remark, Spot
from vtrack.workbooks.outcome import Change, Ending, Intake, LocalityIntake

FORMAT = 1
MOST_FAULTS, MOST_REMARKS = 500, 50
"""So many are listed on a terminal; ``json`` and the marked copy have all."""
_BELOW = (0, 0, 0, 4)

_COUNTS: Mapping[Change, Callable[[int], Message]] = {
    Change.ENTERED: lambda count: say("entered {count}", count=count),
    Change.CORRECTED: lambda count: say("corrected {count}", count=count),
    Change.SUPPLEMENTED: lambda count: say("supplemented {count}", count=count),
    Change.UNCHANGED: lambda count: say("unchanged {count}", count=count),
    Change.EMPTY: lambda count: say("left empty {count}", count=count),
}
_CHANGES = (Change.ENTERED, Change.CORRECTED, Change.SUPPLEMENTED)
_ENDINGS = {
    Ending.SAVED: say("the figures are in the progress files"),
    Ending.TRIED: say("a dry run: nothing was written"),
    Ending.REFUSED: say("nothing was written, because of the faults"),
    Ending.NOTHING: say("nothing to enter: the files say so already"),
}


def render(intake: Intake, view: View, format_: str) -> str:
    """The report in a format: ``table`` or ``json``."""
    return _json(intake, view) if format_ == "json" else drawn(_pieces(intake, view), view)


def spot_text(spot: Spot) -> str:
    """Where something is in a workbook, as spreadsheets write it: ``示范县!E7``; the file where no sheet is meant."""
    if spot.sheet is None:
        return shown(spot.file)
    return shown(f"{spot.sheet}!{spot.cell}" if spot.cell else spot.sheet)


def _pieces(intake: Intake, view: View) -> Iterator[RenderableType]:
    several = len(intake.workbooks) > 1
    for fault in intake.faults[:MOST_FAULTS]:
        yield _head(fault.spot, say("fault"), "bold red", several, view)
        yield Padding(Text(view.word(fault.message)), _BELOW, expand=False)
        if fault.hint is not None:
            yield Padding(Text(f"→ {view.word(fault.hint)}", style="dim"), _BELOW, expand=False)
    yield from _more(len(intake.faults) - MOST_FAULTS, view)
    for remark in intake.remarks[:MOST_REMARKS]:
        yield _head(remark.spot, say("remark"), "cyan", several, view)
        yield Padding(Text(view.word(remark.message)), _BELOW, expand=False)
    yield from _more(len(intake.remarks) - MOST_REMARKS, view)
    for difference in intake.differences:
        yield from _difference(difference)
    if intake.faults or intake.remarks or intake.differences:
        yield Text()
    for locality in intake.localities if intake.ending is not Ending.REFUSED else ():
        yield _counted(locality, intake, view)
    for message in intake.marked:
        yield Text(view.word(message))
    yield Text(_ending(intake, view), style="bold")


def _head(spot: Spot, kind: Message, color: str, several: bool, view: View) -> Text:
    """Where, and what kind of thing is said; the file too, where there are several."""
    head = Text()
    if several and spot.sheet is not None:
        head.append(f"{shown(spot.file)} ", style="dim")
    return head.append(f"{spot_text(spot)} ").append(view.word(kind), style=color)


def _more(count: int, view: View) -> Iterator[Text]:
    if count > 0:
        yield Text(view.word(say("and {count} more; --format json lists all", count=count)), style="dim")


def _difference(difference: str) -> Iterator[Text]:
    for line in difference.splitlines():
        color = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1], "")
        yield Text(shown(line), style=color)


def _counted(locality: LocalityIntake, intake: Intake, view: View) -> Text:
    """How many rows of a locality there are of each kind, and the files that were written."""
    counts = [view.word(_COUNTS[change](count)) for change, count in _told(locality)]
    line = Text(shown(locality.name), style="bold").append(f"  {' · '.join(counts)}", style="not bold")
    if intake.ending is Ending.SAVED and locality.files:
        line.append(f"  {shown(', '.join(locality.files))}", style="not bold dim")
    return line


def _told(locality: LocalityIntake) -> list[tuple[Change, int]]:
    counts = [(change, locality.counts.get(change, 0)) for change in Change]
    return [(change, count) for change, count in counts if count or change is Change.ENTERED]


def _ending(intake: Intake, view: View) -> str:
    ending = _ENDINGS[intake.ending]
    good = sum(one.counts.get(change, 0) for one in intake.localities for change in _CHANGES)
    if intake.ending is Ending.REFUSED and good:
        ending = say("nothing was written, because of the faults; --partial enters the good ones, {count}", count=good)
    if not intake.faults:
        return view.word(ending)
    counted = say("faults {count}", count=len(intake.faults))
    return f"{view.word(counted)} · {view.word(ending)}"


def _json(intake: Intake, view: View) -> str:
    report = {
        "format": FORMAT,
        "ending": intake.ending.value,
        "workbooks": list(intake.workbooks),
        "localities": [
            {
                "locality": one.id,
                "name": one.name,
                **{change.value: one.counts.get(change, 0) for change in Change},
                "files": list(one.files),
            }
            for one in intake.localities
        ],
        "faults": [{**_said(one, view), "hint": view.word(one.hint) if one.hint else None} for one in intake.faults],
        "remarks": [_said(one, view) for one in intake.remarks],
        "differences": list(intake.differences),
        "marked": [view.word(message) for message in intake.marked],
    }
    return as_json(report)


def _said(one: Fault | Remark, view: View) -> dict[str, str | None]:
    return {
        "file": one.spot.file,
        "sheet": one.spot.sheet,
        "cell": one.spot.cell,
        "message": view.word(one.message),
    }
