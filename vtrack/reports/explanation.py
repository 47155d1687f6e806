"""An explanation for a terminal: what a rule, a status or a form means, with a bad and a good example; and the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vtrack.findings import Severity
from vtrack.messages import Message, listed, say
from vtrack.model.quantity import written
from vtrack.prose import Claim, Example, Prose, example
from vtrack.reports.screen import LAMP_COLORS, drawn
from vtrack.reports.table import SEVERITY_COLORS
from vtrack.reports.words import (
    FORM_TITLES,
    LAMP_WORDS,
    SEVERITY_WORDS,
    STATUS_WORDS,
    View,
    explaining,
    shown,
    status_word,
)
from vtrack.verdicts.verdict import LAMP_OF, Lamp, Status, Terms

STATUS_NAMES = frozenset(status.value for status in Status)
_CODE = re.compile("``([^`]+)``")
_INDENT = (0, 0, 0, 2)


class Explained(Struct, frozen=True):
    """One thing that is explained: its name as it is typed, and its text.

    bad, good: examples; empty where there are none. severity: of a rule. see: the names of what else explains it.
    terms: of the lamp, the thresholds that hold here.
    """

    name: str
    prose: Prose
    bad: str = ""
    good: str = ""
    severity: Severity | None = None
    see: tuple[str, ...] = ()
    terms: Terms | None = None


class Section(Struct, frozen=True):
    """One part of a list: a title, a sentence below it, and what it lists."""

    title: str
    entries: tuple[Explained, ...]
    prose: Prose | None = None


def render(explained: Explained, view: View) -> str:
    """The whole explanation as text."""
    return drawn(_pieces(explained, view), view)


def render_list(sections: Sequence[Section], view: View) -> str:
    """Everything that can be explained, or a part of it, one line each."""
    return drawn(_list(sections, view), view)


def _word(explained: Explained, view: View) -> Text:
    """Of a rule its severity, of a status its symbol and word, of a form a few words."""
    name, severity = explained.name, explained.severity
    if severity is not None:
        return Text(view.word(SEVERITY_WORDS[severity]), style=SEVERITY_COLORS[severity])
    if name in FORM_TITLES:
        return Text(view.word(FORM_TITLES[name]))
    if name in STATUS_NAMES:
        return Text(status_word(Status(name), view), style=LAMP_COLORS[LAMP_OF.get(Status(name), Lamp.GREY)])
    return Text()


def _pieces(explained: Explained, view: View) -> Iterator[RenderableType]:
    yield Text(explained.name, style="bold").append("  ", style="not bold").append_text(_word(explained, view))
    yield Text()
    yield _words(explained.prose.title, view, style="bold")
    for paragraph in explained.prose.paragraphs:
        yield Text()
        yield from _paragraph(paragraph, view)
    if explained.terms is not None:
        yield Text()
        yield from (Text(view.word(line), style=LAMP_COLORS[lamp]) for lamp, line in _lamps(explained.terms))
    for title, style, text in ((say("Bad"), "bold red", explained.bad), (say("Good"), "bold green", explained.good)):
        if text:
            yield Text()
            yield Text(view.word(title), style=style)
            yield from _example(example(text), view)
    if explained.see:
        yield Text()
        commands = listed(tuple(map(explaining, explained.see)))
        yield Text(view.word(say("see also: {commands}", commands=commands)), style="dim")


def _words(text: str, view: View, style: str = "") -> Text:
    """A text with what is to be typed set off: by colour where there is one, else by back quotes."""
    words = Text(style=style)
    for place, piece in enumerate(_CODE.split(text)):
        if place % 2:
            words.append(piece if view.color else f"`{piece}`", style="cyan")
        else:
            words.append(piece)
    return words


def _paragraph(paragraph: str, view: View) -> Iterator[RenderableType]:
    if not paragraph.startswith("- "):
        yield _words(paragraph, view)
        return
    for item in re.split(r"\n(?=- )", paragraph):
        yield _grid("- ", _words(" ".join(item[2:].split("\n")), view))


def _grid(sign: str, text: Text) -> Table:
    """A text whose lines all stand behind a sign."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=0)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(Text(f"  {sign}", style="dim"), text)
    return table


def _example(one: Example, view: View) -> Iterator[RenderableType]:
    for line in one.text.split("\n"):
        yield _grid("| ", Text(shown(line), style="dim" if line.startswith("#") else ""))
    if one.day and not one.claims:
        yield Padding(Text(view.word(say("as of {day}", day=one.day)), style="dim"), _INDENT)
    for claim in one.claims:
        yield Padding(_claim(claim, one.day or "", view), _INDENT)


def _claim(claim: Claim, day: str, view: View) -> Text:
    """What a target of an example comes to: ``→ ▼ behind, yellow, -5 (homes, as of 2025-01-31)``."""
    status, lamp = Status(claim.status), Lamp(claim.lamp)
    words: list[object] = [status_word(status, view), say("lamp {lamp}", lamp=LAMP_WORDS[lamp])]
    if claim.gap != "-":
        words.append(say("gap {gap}", gap=claim.gap))
    told = say("{target}: {words} (as of {day})", target=claim.target, words=listed(tuple(words)), day=day)
    return Text(f"→ {view.word(told)}", style=LAMP_COLORS[lamp])


def _lamps(terms: Terms) -> Iterator[tuple[Lamp, Message]]:
    """What each lamp stands for under the thresholds that hold here."""
    orange, red = written(terms.orange), written(terms.red)
    gaps = {
        Lamp.GREEN: say("0 or more"),
        Lamp.YELLOW: say("below 0, down to {orange}", orange=orange),
        Lamp.ORANGE: say("below {orange}, down to {red}", orange=orange, red=red),
        Lamp.RED: say("below {red}", red=red),
    }
    for lamp in Lamp:
        words = tuple(STATUS_WORDS[status] for status in Status if LAMP_OF.get(status, Lamp.GREY) is lamp)
        if lamp is Lamp.GREY:
            line = say("{lamp}: without a gap {statuses}", lamp=LAMP_WORDS[lamp], statuses=listed(words))
        elif words:
            line = say("{lamp}: gap {gap}; without a gap {statuses}",
                       lamp=LAMP_WORDS[lamp], gap=gaps[lamp], statuses=listed(words))  # fmt: skip
        else:
            line = say("{lamp}: gap {gap}", lamp=LAMP_WORDS[lamp], gap=gaps[lamp])
        yield lamp, line


def _list(sections: Sequence[Section], view: View) -> Iterator[RenderableType]:
    names = max((len(one.name) for section in sections for one in section.entries), default=0)
    for section in sections:
        yield Text(section.title, style="bold cyan")
        if section.prose is not None:
            for words in (section.prose.title, *section.prose.paragraphs):
                yield _words(words, view)
        table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), width=view.width)
        table.add_column(no_wrap=True, min_width=names)
        table.add_column(overflow="fold", ratio=1)
        table.add_column(no_wrap=True)
        for one in section.entries:
            table.add_row(Text(f"  {one.name}", style="bold"), _words(one.prose.title, view), _word(one, view))
        yield table
        yield Text()
    yield Text(view.word(say("one of them: {command}", command="vtrack explain NAME")), style="dim")
