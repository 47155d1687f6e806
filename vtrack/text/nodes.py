"""YAML text to a tree of nodes with marks: libyaml's C parser where it is installed, ruamel.yaml otherwise.

Only the tree is taken from either library. What a scalar means is decided in :mod:`vtrack.text.scalars`, because
YAML 1.1 and its dates, octals and sexagesimal numbers are not what a clerk writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vtrack.text.flaws import Flaw, Span

# C composing recurses once a level; far below what its stack holds, far above what a plan needs.
_SAFE_DEPTH = 1000
_DEEP_LINE = re.compile(rf"\n[ ?:-]{{{_SAFE_DEPTH // 2}}}")
# Before a search for where they stand, a look whether the characters are there at all: these cost next to nothing.
_MARKS = ("&", "*", "!")
_PROPERTY = re.compile(r"(?:^|[\[{,:?-])[ \t]*(?:[&*](?=\S)|!)", re.M)
_LINES = ("\n---", "\n...", "\n%")


Node = Any
"""A node of either library: ``value``, ``start_mark``, ``end_mark``, and ``style`` or ``flow_style``."""


class SyntaxFault(Exception):
    """The text is not YAML, in the parser's own English words.

    ``problem`` stands at ``line`` and ``column``; ``context`` says what the parser was at and ``began`` where that
    began, where it knows. Places are counted from 0.
    """

    def __init__(
        self, problem: str, line: int = 0, column: int = 0, context: str = "", began: tuple[int, int] | None = None
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line
        self.column = column
        self.context = context
        self.began = began


def compose(text: str) -> Node | None:
    """The root node of a one-document text, or ``None`` for an empty one.

    The text must have passed :func:`guard`, which keeps aliases from sharing nodes and nesting from the C stack.

    Raises:
        SyntaxFault: the text is no YAML.
    """
    try:
        from vtrack.text import libyaml
    except ImportError:
        return _compose_pure(text)
    try:
        return libyaml.compose(text)
    except libyaml.YAMLError as error:
        raise _fault(error) from None


def _compose_pure(text: str) -> Node | None:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(typ="safe", pure=True).compose(text)
    except YAMLError as error:
        raise _fault(error) from None


def _fault(error: Exception) -> SyntaxFault:
    """An error of either library, as far as it says anything."""
    problem, context = getattr(error, "problem", None), getattr(error, "context", None)
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    at = mark or began
    words = str(problem or error).splitlines() or [type(error).__name__]
    return SyntaxFault(
        words[0],
        at.line if at else 0,
        at.column if at else 0,
        str(context or ""),
        (began.line, began.column) if began else None,
    )


def guard(text: str, max_depth: int) -> list[Flaw]:
    """What a text must not hold, by its events: anchors, aliases, tags, merge keys, depth, a second document.

    A text without any of the characters that begin these is let through unread, so an ordinary file pays one
    search. Events cost no memory per level and follow no alias, so this is safe on hostile text.
    """
    lines = f"\n{text}"
    deep = text.count("[") + text.count("{") > _SAFE_DEPTH or _DEEP_LINE.search(lines)
    suspect = "<<" in text or any(mark in lines for mark in _LINES)
    if not suspect and any(mark in text for mark in _MARKS):
        suspect = _PROPERTY.search(text) is not None
    if not suspect and not deep:
        return []
    flaws: list[Flaw] = []
    depth = documents = 0
    for event in _events(text):
        name = type(event).__name__
        if name in ("MappingStartEvent", "SequenceStartEvent"):
            depth += 1
            if depth == max_depth + 1:
                flaws.append(Flaw("depth", _span(event), "", str(max_depth)))
                if deep:
                    break
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            depth -= 1
        elif name == "DocumentStartEvent":
            documents += 1
            if documents == 2:
                flaws.append(Flaw("second-document", _span(event), "---"))
        elif name == "AliasEvent":
            flaws.append(Flaw("alias", _span(event), f"*{event.anchor}"))
            continue
        flaws.extend(_properties(event, name))
    return flaws


def _properties(event: Any, name: str) -> Iterator[Flaw]:
    anchor = getattr(event, "anchor", None)
    if anchor:
        yield Flaw("anchor", _start(event), f"&{anchor}")
    tag = getattr(event, "tag", None)
    if tag:
        yield Flaw("tag", _start(event), str(tag).replace("tag:yaml.org,2002:", "!!"))
    if name == "ScalarEvent" and event.value == "<<" and not event.style:
        yield Flaw("merge-key", _span(event), "<<")


def _events(text: str) -> Iterator[Any]:
    """Parsing events, as far as the text can be parsed; what is wrong further on, composing tells."""
    try:
        from vtrack.text import libyaml
    except ImportError:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import YAMLError

        try:
            yield from YAML(typ="safe", pure=True).parse(text)
        except YAMLError:
            return
    else:
        yield from libyaml.events(text)


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    if end.line != start.line:
        return _start(event)
    return Span(start.line + 1, start.column + 1, end.line + 1, max(end.column, start.column + 1) + 1)


def _start(event: Any) -> Span:
    start = event.start_mark
    return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
