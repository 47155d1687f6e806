"""Values of plans and progress files in about the way that the files write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from vtrack.messages import listed, say
from vtrack.model.bound import honest
from vtrack.model.calendar import year_end, year_start
from vtrack.model.forms import Milestone, form_word
from vtrack.model.plan import Target
from vtrack.model.quantity import written
from vtrack.model.record import Figure
from vtrack.reports.words import View, shown


def figure_value(figure: Figure | None, target: Target | None, view: View) -> str:
    """What a figure reports; of a count of a whole the share with both numbers."""
    if figure is None:
        return ""
    if figure.count is not None and figure.of is not None and figure.value is not None:
        share = honest(figure.value, target.bound if target else None)
        return f"{share} ({written(figure.count)}/{written(figure.of)})"
    if figure.value is not None:
        return honest(figure.value, target.bound if target else None)
    return shown(figure.state or view.word(say("done") if figure.done else say("not done")))


def value_text(key: str, value: object, view: View) -> str:
    """The value of a key in about the way that a file writes it."""
    if value is None:
        return ""
    if isinstance(value, Target):
        return _demand(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        whole = (year_start if key == "from" else year_end)(value.year)
        return str(value.year) if value == whole else value.isoformat()
    if isinstance(value, Fraction):
        return written(value)
    if isinstance(value, int | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{word}: {value_text('', item, view)}" for word, item in value.items())
    if key == "between" and isinstance(value, tuple | list):
        return "–".join(value_text("", item, view) for item in value)
    if key == "baseline" and isinstance(value, tuple):
        year, number = value
        return f"{value_text('', number, view)} ({year})"
    if key in ("schedule", "expect") and isinstance(value, tuple):
        return ", ".join(f"{value_text('', when, view)}: {value_text('', item, view)}" for when, item in value)
    if isinstance(value, tuple | list):
        return view.word(listed(tuple(value_text("", item, view) for item in value)))
    return str(value)


def _demand(target: Target) -> str:
    """What a target asks: its bound with the unit, the state of a milestone, that it is a task."""
    form = target.form
    if isinstance(form, Milestone):
        return form.reach
    if target.bound is None:
        return form_word(form)
    return f"{target.bound} {target.unit}" if target.unit else str(target.bound)
