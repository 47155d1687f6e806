"""Drawing for a terminal: rich's tables and texts as one text of the view's width. Colour is the lamp's."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from vtrack.reports.words import View
from vtrack.verdicts.verdict import Lamp

if TYPE_CHECKING:
    from rich.console import RenderableType

LAMP_COLORS = {
    Lamp.GREEN: "green",
    Lamp.YELLOW: "yellow",
    Lamp.ORANGE: "dark_orange",
    Lamp.RED: "bold red",
    Lamp.GREY: "dim",
}
_HEIGHT = 25
"""Of no consequence, but rich asks the terminal for both of its sizes unless it is told both."""


def drawn(pieces: Iterable[RenderableType], view: View) -> str:
    """The pieces one below the other, with escape sequences for colour where the view allows them."""
    return "".join(drawn_apart([pieces], view))


def drawn_apart(groups: Iterable[Iterable[RenderableType]], view: View) -> list[str]:
    """The pieces of each group one below the other, each group a text of its own."""
    from rich.console import Console  # of no use to whoever only asks for a colour

    out = io.StringIO()
    console = Console(
        file=out,
        width=view.width,
        height=_HEIGHT,
        force_terminal=view.color,
        color_system="256" if view.color else None,
        no_color=not view.color,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
    texts = []
    for pieces in groups:
        for piece in pieces:
            console.print(piece)
        texts.append(out.getvalue())
        out.seek(0)
        out.truncate()
    return texts
