"""Whether a target asks less than it did: its bound, its first and last day, its period, its states. Pure."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from vtrack.model.bound import Bound, Comparison, Series
from vtrack.model.calendar import Each
from vtrack.model.forms import Accumulate, Compare, Form, Grow, Keep, Milestone

_FINENESS = (Each.YEAR, Each.QUARTER, Each.MONTH)


def is_easier(old: Bound, new: Bound) -> bool:
    """Whether some value satisfies the new bound that does not satisfy the old one.

    A placeholder in the place of a number is easier, a number in the place of a placeholder is not; another series to
    compare with may be.
    """
    if old.is_placeholder:
        return False
    if new.is_placeholder:
        return True
    if isinstance(old.limit, Series) or isinstance(new.limit, Series):
        return old.limit != new.limit or is_easier(old.around(Fraction(0)), new.around(Fraction(0)))
    if _is_empty(new):
        return False
    return _is_empty(old) or _reaches_further(old, new, -1) or _reaches_further(old, new, 1)


def _is_empty(bound: Bound) -> bool:
    """Whether nothing satisfies a bound: a range whose ends are reversed."""
    floor, ceiling = bound.floor, bound.ceiling
    return floor is not None and ceiling is not None and floor > ceiling


def _reaches_further(old: Bound, new: Bound, side: int) -> bool:
    """Whether the new bound lets values through on one side that the old one does not."""
    then, now = (old.floor, new.floor) if side < 0 else (old.ceiling, new.ceiling)
    if then is None or now is None:
        return then is not None
    strict = Comparison.ABOVE if side < 0 else Comparison.BELOW
    if then == now:
        return old.comparison is strict and new.comparison is not strict
    return now < then if side < 0 else now > then


def ends_easier(old: Form, new: Form) -> bool:
    """Whether the last day moved to where less is asked: later for what is to be attained by then.

    What must hold in every period asks less when it ends sooner; a mean, and a total that must not go too far either,
    is another one whichever way its end moves.
    """
    then, now = old.by.day, new.by.day
    if then is None or then == now:
        return False
    if now is None:
        return True
    later, sooner = _ways(old, by_last_day=True)
    return later if now > then else sooner


def starts_easier(old: Form, new: Form) -> bool:
    """Whether the first day moved to where less is asked; of a growth every move does, it changes the base year."""
    then, now = _start(old), _start(new)
    if then is None or then == now:
        return False
    if now is None:
        return True
    later, sooner = _ways(old, by_last_day=False)
    return later if now > then else sooner


def _start(form: Form) -> date | None:
    return form.start if isinstance(form, Keep | Accumulate | Compare | Grow) else None


def _ways(form: Form, *, by_last_day: bool) -> tuple[bool, bool]:
    """Whether less is asked when the first or last day moves later, and when it moves sooner."""
    match form:
        case Keep() | Compare(average=False):
            return (not by_last_day, by_last_day)
        case Compare():
            return (True, True)
        case Grow(every=every):
            return (not every, every) if by_last_day else (True, True)
        case Accumulate(bound=bound):
            way = bound.direction if by_last_day else -bound.direction
            return (way >= 0, way <= 0)
        case _:
            return (True, False)


def each_easier(old: Form, new: Form) -> bool:
    """Whether the periods that are judged became fewer: a year for a month, the average for every year.

    Of a flow kept every quarter rather than every year neither asks less, it is another demand.
    """
    match old, new:
        case Keep(), Keep():
            if old.flow or new.flow:
                return old.each is not new.each
            return _FINENESS.index(new.each) < _FINENESS.index(old.each)
        case Grow(), Grow():
            return old.every and not new.every
        case Compare(), Compare():
            return new.average and not old.average
    return False


def states_easier(old: Milestone, new: Milestone) -> bool:
    """Whether some state now counts as reached that did not. A state that was not known then did not."""
    return old.rank(old.reach) >= 0 and not counting(new, new.reach) <= counting(old, old.reach)


def counting(form: Milestone, state: str) -> set[str]:
    """The states that count as having reached one: it and those after it; none for an unknown one."""
    rank = form.rank(state)
    return set(form.states[rank:]) if rank >= 0 else set()
