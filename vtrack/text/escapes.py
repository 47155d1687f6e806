r"""Characters that a text in double quotes writes by their codes: ``"\e[2J"`` steers a terminal as the raw one does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from vtrack.text.characters import CONTROL, INVISIBLE
from vtrack.text.hints import Hint
from vtrack.text.nodes import Node

_CODE = r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)"
_ESCAPE = re.compile(_CODE, re.S)
_RUN = re.compile(f"(?:{_CODE})+", re.S)
_MAY_HIDE = re.compile(r"\\[xuU0abvfreNLP]")
_SHORT = dict(zip("0abvfreNLP", "\0\a\b\v\f\r\x1b\x85\u2028\u2029", strict=True))
_HIDDEN = re.compile(f"(?P<invisible>[{INVISIBLE}])|(?P<control>[{CONTROL}])")


def find_escapes(root: Node | None, text: str) -> Iterator[Hint]:
    """The runs of escapes in a tree that stand for control or invisible characters, by their places in its text.

    The characters themselves, :mod:`vtrack.text.hints` finds. They must not stand in ``text`` any more.
    """
    if root is not None and _MAY_HIDE.search(text):
        for node in _double_quoted(root):
            if _HIDDEN.search(node.value):
                yield from _in_quotes(text, node.start_mark.index, node.end_mark.index)


def is_escaped(found: str) -> bool:
    """Whether the characters of a flaw are written by their codes, and do not stand there themselves."""
    return found.startswith("\\")


def unescaped(found: str) -> str:
    """The characters that escapes stand for; those that can be seen are left out."""
    return "".join(_character(escape) for escape in _ESCAPE.findall(found))


def _double_quoted(root: Node) -> Iterator[Node]:
    """The texts in double quotes of a tree, keys among them, in their order."""
    left = [root]
    while left:
        node = left.pop()
        if isinstance(node.value, str):
            if node.style == '"':
                yield node
        else:
            for part in reversed(node.value):
                left += reversed(part) if isinstance(part, tuple) else (part,)


def _in_quotes(text: str, start: int, end: int) -> Iterator[Hint]:
    for run in _RUN.finditer(text, start, end):
        for kind, escapes in groupby(_ESCAPE.finditer(text, *run.span()), key=_kind):
            if kind:
                places = [escape.span() for escape in escapes]
                yield Hint(f"{kind}-character", places[0][0], places[-1][1], "")


def _kind(escape: re.Match[str]) -> str | None:
    """``invisible`` or ``control``, or nothing for an escape of what can be seen."""
    hidden = _HIDDEN.match(_character(escape[0]))
    return hidden and hidden.lastgroup


def _character(escape: str) -> str:
    return chr(int(escape[2:], 16)) if escape[1] in "xuU" and len(escape) > 2 else _SHORT.get(escape[1], "")
