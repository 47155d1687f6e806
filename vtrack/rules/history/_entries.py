"""Entries of ``amendments:`` and ``revisions:`` as a clerk would write them, for hints and messages.

An ellipsis stands where only the clerk knows what to write.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from vtrack.messages import Message, say
from vtrack.model.bound import Series
from vtrack.model.calendar import year_end, year_start
from vtrack.model.plan import Amendment
from vtrack.model.quantity import Placeholder, decimal_places, is_placeholder, rounded, written
from vtrack.model.record import Figure, Revision
from vtrack.text.scalars import Unreadable, resolve

OPEN = "…"
_PLAIN = re.compile(r"[^\W_][\w〔〕-]*\Z")


def amendment(target: str, was: Mapping[str, object]) -> str:
    """The entry that states what a target was. ``was``: values as :mod:`vtrack.history.keys` gives them."""
    data = {key: _data(key, value) for key, value in was.items()}
    return f"- {{target: {target}, on: {OPEN}, document: {OPEN}, reason: {OPEN}, was: {flow(data)}}}"


def revision(id: str, figure: Figure) -> str:
    """The entry that states what a figure was."""
    return f"- {{target: {id}, as_of: {figure.day}, was: {was_of(figure)}, on: {OPEN}, reason: {OPEN}}}"


def written_amendment(item: Amendment) -> str:
    """An amendment as its file wrote it, in one line."""
    data = {"target": item.target, "on": item.on, "document": item.document, "reason": item.reason, "was": item.was}
    return f"- {flow({key: value for key, value in data.items() if value is not None})}"


def written_revision(item: Revision) -> str:
    """A revision as its file wrote it, in one line."""
    data = {"target": item.target, "as_of": item.as_of, "was": item.was, "on": item.on, "reason": item.reason}
    return f"- {flow({key: value for key, value in data.items() if value is not None})}"


def was_of(figure: Figure) -> str:
    """What a revision writes as ``was`` for a figure."""
    if figure.count is not None and figure.of is not None:
        return flow({"count": figure.count, "of": figure.of})
    if figure.value is not None:
        return flow(figure.value)
    return flow(figure.done if figure.state is None else figure.state)


def figure_said(figure: Figure) -> str | Message:
    """What a figure says, in a sentence; a count with its whole, so that no rounding makes two figures look alike."""
    if figure.count is not None and figure.of is not None:
        return f"{_number(figure.count)}/{_number(figure.of)}"
    if figure.value is not None:
        return _number(figure.value)
    if figure.state is not None:
        return f"«{figure.state}»"
    return say("done") if figure.done else say("not done")


def key_said(key: str, value: object) -> str | Message:
    """The value of a target's key, in a sentence."""
    if value is None:
        return say("none")
    data = _data(key, value)
    return data if isinstance(data, str) else flow(data)


def key_text(key: str, value: object) -> str:
    """A key of an amendment's ``was`` with its value, as a file holds it."""
    return f"{key}: {flow(_data(key, value))}"


def flow(data: Any) -> str:
    """Plain data as YAML in one line."""
    if isinstance(data, Mapping):
        return f"{{{', '.join(f'{key}: {flow(value)}' for key, value in data.items())}}}"
    if isinstance(data, list | tuple):
        return f"[{', '.join(map(flow, data))}]"
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, int | Decimal | Fraction):
        return _number(Fraction(data))
    return data.isoformat() if isinstance(data, date) else _text(str(data))


def _data(key: str, value: Any) -> Any:
    """The value of a key as plain data that a file may hold."""
    if isinstance(value, Series):
        return {value.kind: value.id}
    if isinstance(value, Placeholder):
        return value.text
    if isinstance(value, date):
        return value.year if value == (year_start if key == "from" else year_end)(value.year) else value
    if key == "baseline":
        return dict(zip(("year", "value"), value, strict=True))
    if key in ("schedule", "expect"):
        return {str(_data("", when)): _data("", item) for when, item in value}
    return [_data(key, item) for item in value] if isinstance(value, tuple) else value


def _number(value: Fraction) -> str:
    """A number with all its decimals; one that has no end of them, such as a third, to a few."""
    places = decimal_places(value)
    return written(value) if places is None else f"{rounded(value, places):f}"


def _text(text: str) -> str:
    """A text as a YAML scalar, in quotes wherever it might be read as something else."""
    try:
        plain = is_placeholder(text) or (_PLAIN.match(text) is not None and isinstance(resolve(text), str))
    except Unreadable:
        plain = False
    if plain:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
