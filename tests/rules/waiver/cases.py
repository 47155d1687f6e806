"""The findings of a rule about waivers: the other rules speak first, because waivers are for what they find."""

from __future__ import annotations

from tests.rules.cases import findings_in
from vtrack.rules.registry import chosen


def findings(snippet: str, rule: str, *, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    """Each finding of ``rule`` as ``file:line:column severity message``, where the rules are chosen as in a call."""
    found = findings_in(snippet, list(chosen(select, ignore)))
    return [
        f"{one.file}:{one.span.line}:{one.span.column} {one.severity.value} {one.message.render(str)}"
        for one in found
        if one.rule == rule
    ]
