"""What became of a figure that was entered: where it stands, the verdict before and now, what the rules remark."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vtrack.findings import Finding
from vtrack.messages import Message, say
from vtrack.model.plan import Target
from vtrack.reports.screen import LAMP_COLORS, drawn
from vtrack.reports.verdict_texts import figure_day, figure_text, gap_text
from vtrack.reports.words import SEVERITY_WORDS, View, shown, status_word
from vtrack.verdicts.verdict import Verdict

_INDENT = (0, 0, 0, 2)


class Effect(Struct, frozen=True):
    """The verdict on a target without a figure and with it; ``None`` where none can be made."""

    target: Target
    before: Verdict | None
    after: Verdict | None


class Recorded(Struct, frozen=True):
    """One figure, or value to compare with, that was entered.

    name: of its target or series. place: ``file:line`` of it. line: what stands there. effects: on its target, or on
    all that are compared with it. remarks: what was made of the call. findings: what the rules newly say of it.
    difference: what would be written, in a dry run. saved: whether a file was changed.
    """

    locality: str
    name: str
    place: str
    line: str
    effects: tuple[Effect, ...]
    remarks: tuple[Message, ...] = ()
    findings: tuple[Finding, ...] = ()
    difference: str = ""
    saved: bool = False


def render(one: Recorded, view: View) -> str:
    """The entry as text for a terminal."""
    return drawn(_pieces(one, view), view)


def _pieces(one: Recorded, view: View) -> Iterator[RenderableType]:
    yield Text(shown(one.name), style="bold").append(f"  {shown(one.locality)}", style="not bold dim")
    for remark in one.remarks:
        yield Padding(Text(view.word(remark)), _INDENT, expand=False)
    if one.saved:
        yield Padding(
            Text(f"{shown(one.place)}  ", style="dim").append(shown(one.line), style="not dim"), _INDENT, expand=False
        )
    for effect in one.effects:
        if effect.target.name != one.name:
            yield Padding(Text(shown(effect.target.name)), _INDENT, expand=False)
        yield Padding(_verdicts(effect, view), _INDENT, expand=False)
    for finding in one.findings:
        word = view.word(SEVERITY_WORDS[finding.severity])
        yield Padding(Text(f"{word} {finding.rule}: {view.word(finding.message)}"), _INDENT, expand=False)
        if finding.hint is not None:
            yield Padding(Text(f"→ {view.word(finding.hint)}", style="dim"), (0, 0, 0, 4), expand=False)
    if one.difference:
        yield from _difference(one.difference)
        yield Text(view.word(say("a dry run: nothing was written")))
    elif not one.saved:
        yield Padding(Text(view.word(say("the file says so already; nothing was written"))), _INDENT, expand=False)


def _verdicts(effect: Effect, view: View) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("")
    table.add_column(view.word(say("status")), no_wrap=True)
    table.add_column(view.word(say("figure")), justify="right", overflow="fold")
    table.add_column(view.word(say("as of")), no_wrap=True)
    table.add_column(view.word(say("gap")), justify="right", no_wrap=True)
    for word, verdict in ((say("before"), effect.before), (say("now"), effect.after)):
        table.add_row(Text(view.word(word)), *_cells(verdict, view))
    return table


def _cells(verdict: Verdict | None, view: View) -> tuple[Text, ...]:
    if verdict is None:
        return (Text(view.word(say("not judged"))),)
    color = LAMP_COLORS[verdict.lamp]
    return (
        Text(status_word(verdict.status, view), style=color),
        Text(shown(figure_text(verdict, view))),
        Text(figure_day(verdict)),
        Text(gap_text(verdict), style=color),
    )


def _difference(text: str) -> Iterator[Text]:
    colors = {"+": "green", "-": "red", "@": "cyan"}
    for line in text.splitlines():
        yield Text(shown(line), style=colors.get(line[:1], ""))
