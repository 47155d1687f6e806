"""The seven forms of a target. FORMAT §3 is the contract; one class a form, its attributes the form's keys.

Where the document leaves out a deadline or a first day, the plan's period gives it: ``Deadline.inherited`` and
``start_inherited`` say so. A period whose years are placeholders gives none; such a deadline has no ``day``.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from vtrack.model.bound import Bound
from vtrack.model.calendar import Each
from vtrack.model.quantity import Quantity


class Deadline(Struct, frozen=True):
    """The last day of a target, and whether it was inherited from the plan's period."""

    day: date | None
    inherited: bool = False


class Reach(Struct, frozen=True):
    """At the deadline the value satisfies the bound. ``schedule``: the value expected at the end of a year.

    ``start`` is the first day of the plan's period: figures are due from there on.
    """

    bound: Bound
    start: date | None
    by: Deadline
    schedule: tuple[tuple[int, Quantity], ...] = ()


class Keep(Struct, frozen=True):
    """In every period the value satisfies the bound. A ``flow`` is a year's total so far, a level a state of things."""

    bound: Bound
    start: date | None
    by: Deadline
    each: Each = Each.YEAR
    flow: bool = False
    start_inherited: bool = False


class Accumulate(Struct, frozen=True):
    """What was added from ``start`` to ``by`` adds up to the bound.

    Reported as each year's flow, or, with ``running``, as the running total. ``schedule``: the running total
    expected at the end of a year.
    """

    bound: Bound
    start: date | None
    by: Deadline
    running: bool = False
    schedule: tuple[tuple[int, Quantity], ...] = ()
    start_inherited: bool = False


class Grow(Struct, frozen=True):
    """Growth from the base year satisfies the bound.

    ``basis``: ``percent`` a year, or ``points`` and ``units`` a year for differences. ``every``: each year alone,
    rather than the average. ``rates``: the yearly rates are reported, rather than the levels.
    ``start`` is the first day of the plan's period: figures are due from there on.
    """

    bound: Bound
    start: date | None
    by: Deadline
    base_year: int | None
    basis: str = "percent"
    every: bool = False
    rates: bool = False


class Compare(Struct, frozen=True):
    """The value satisfies a bound that another series gives, ``lag`` years earlier."""

    bound: Bound
    start: date | None
    by: Deadline
    lag: int = 0
    average: bool = False
    start_inherited: bool = False


class Milestone(Struct, frozen=True):
    """A state is reached by a date. ``states`` in their order; ``expect``: the state expected at a day."""

    states: tuple[str, ...]
    reach: str
    by: Deadline
    expect: tuple[tuple[date, str], ...] = ()

    def rank(self, state: str | None) -> int:
        """The place of a state in the order; −1 for one that is unknown or none at all."""
        return self.states.index(state) if state in self.states else -1


class Task(Struct, frozen=True):
    """Work without a figure, closed by evidence. ``unquantified``: the text promises a number it does not give."""

    by: Deadline
    unquantified: bool = False


Form = Reach | Keep | Accumulate | Grow | Compare | Milestone | Task
FORM_WORDS = ("reach", "keep", "accumulate", "grow", "compare", "milestone", "task")


def form_word(form: Form) -> str:
    """The form's name in the file format."""
    return type(form).__name__.lower()


def inherited_keys(form: Form) -> tuple[str, ...]:
    """The keys of a form that its target leaves out and the plan's period gives, in the words of the format."""
    first = isinstance(form, Keep | Accumulate | Compare) and form.start_inherited
    last = "to" if isinstance(form, Keep | Compare) else "by"
    return (*(("from",) if first else ()), *((last,) if form.by.inherited else ()))
