"""What a verdict is: a status, a lamp, and the arithmetic that led to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from fractions import Fraction

from msgspec import Struct, field

from vtrack.model.calendar import Stretch
from vtrack.model.forms import inherited_keys
from vtrack.model.plan import Target
from vtrack.model.quantity import order
from vtrack.model.record import Figure
from vtrack.verdicts.growth import Growth


class Status(str, Enum):
    """The thirteen words of FORMAT §5."""

    PLACEHOLDER = "placeholder"
    NOT_DUE = "not_due"
    NO_DATA = "no_data"
    NO_BASELINE = "no_baseline"
    MET = "met"
    MISSED = "missed"
    MET_EARLY = "met_early"
    AHEAD = "ahead"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    BREACHED = "breached"
    OVERDUE = "overdue"
    IN_PROGRESS = "in_progress"


class Lamp(str, Enum):
    """The lamps of supervision practice, and grey where there is nothing to warn of yet."""

    GREEN = "green"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"
    GREY = "grey"


LAMP_OF = {
    Status.MET: Lamp.GREEN,
    Status.MET_EARLY: Lamp.GREEN,
    Status.AHEAD: Lamp.GREEN,
    Status.ON_PACE: Lamp.GREEN,
    Status.BEHIND: Lamp.YELLOW,
    Status.MISSED: Lamp.RED,
    Status.BREACHED: Lamp.RED,
    Status.OVERDUE: Lamp.RED,
}
"""The lamp of a status where no pace gap decides it; the others are grey."""


class Terms(Struct, frozen=True):
    """By what a verdict is made: the day, the grace for reporting, and the pace thresholds in percentage points."""

    day: date
    grace_days: int = 60
    ahead: Fraction = Fraction(5)
    orange: Fraction = Fraction(-10)
    red: Fraction = Fraction(-30)

    def lamp(self, gap: Fraction) -> Lamp:
        """By FORMAT §5: green ≥ 0 > yellow ≥ orange's threshold > orange ≥ red's threshold > red."""
        if gap.numerator >= 0:
            return Lamp.GREEN
        if order(gap, self.orange) >= 0:
            return Lamp.YELLOW
        return Lamp.ORANGE if order(gap, self.red) >= 0 else Lamp.RED


class Judged(Struct, frozen=True):
    """One period judged alone: what was compared with what.

    ``limit`` is the bound's number after any prorating, of a range its lower end, of a comparison the other value.
    """

    stretch: Stretch
    value: Fraction
    limit: Fraction
    holds: bool


class Workings(Struct, frozen=True):
    """The arithmetic of a verdict, for showing it.

    value: the value that was compared, or the growth that gives it; see :attr:`attained`.
    expected: what it was compared with on the way: E(t) of a pace, the scheduled share of an accumulation in percent,
        the limit of the period that was judged alone.
    share: the share of the bound that an accumulation has reached, in percent.
    points: the expected path, as (last day, value).
    whole: of a pace the way that its gap is a percentage of: from the baseline to the bound, or the expected value.
    judged: the periods that were judged alone.
    missing: the period whose figure is due and was not reported.
    base: the base year's value of a growth, years: the years since.
    days_late: of a milestone or task that is overdue.
    """

    value: Fraction | Growth | None = None
    expected: Fraction | None = None
    share: Fraction | None = None
    points: tuple[tuple[date, Fraction], ...] = ()
    whole: Fraction | None = None
    judged: tuple[Judged, ...] = ()
    missing: Stretch | None = None
    base: Fraction | None = None
    years: int | None = None
    days_late: int | None = None

    @property
    def attained(self) -> Fraction | None:
        """The value that was compared: a level, a total, a yearly growth in the bound's unit.

        An average growth takes a root, which no verdict needs; so it is worked out when it is asked for.
        """
        return self.value.yearly_rate if isinstance(self.value, Growth) else self.value


class Verdict(Struct, frozen=True):
    """The verdict on one target as of a day.

    figure: the report that decided, or the last one known.
    pace_gap: in percentage points, positive is better; ``None`` where the form or the state of things has no pace.
    required_rate: of a growth that is behind, the yearly rate that the remaining years need, in the bound's unit.
    reason: a code for why a status is what it is, where the status alone does not say:
        ``reference``: the series to compare with has no value yet, or none although it is due;
        ``no_base_value``, ``base_not_positive``: of a growth;
        ``in_year_only``: of a growth, only figures within a year were reported;
        ``range``: a ``between`` or ``about`` has no pace, with a baseline or without;
        ``earlier_period``: a figure cannot be judged before that of an earlier period is reported;
        ``no_evidence``: a task was reported as done without evidence;
        ``deadline``: the plan's period is a placeholder, so the time of the target is not known;
        ``no_period``: the target would begin after its deadline.
    """

    target: Target
    status: Status
    lamp: Lamp
    figure: Figure | None = None
    pace_gap: Fraction | None = None
    required_rate: Fraction | None = None
    reason: str | None = None
    workings: Workings = field(default_factory=Workings)

    @property
    def inherited(self) -> tuple[str, ...]:
        """The keys that the plan's period gave, such as ``by`` and ``from``."""
        return inherited_keys(self.target.form)


_NOTHING = Workings()


def settled(
    target: Target,
    status: Status,
    figure: Figure | None = None,
    *,
    reason: str | None = None,
    required_rate: Fraction | None = None,
    workings: Workings | None = None,
) -> Verdict:
    """A verdict whose lamp follows from its status alone."""
    lamp = LAMP_OF.get(status, Lamp.GREY)
    return Verdict(target, status, lamp, figure, None, required_rate, reason, workings or _NOTHING)


def paced(target: Target, gap: Fraction, figure: Figure, terms: Terms, workings: Workings) -> Verdict:
    """A verdict that a pace gap decides, status and lamp both."""
    is_ahead = order(gap, terms.ahead) >= 0
    status = Status.AHEAD if is_ahead else Status.ON_PACE if gap.numerator >= 0 else Status.BEHIND
    return Verdict(target, status, terms.lamp(gap), figure, gap, workings=workings)


def failing(judged: Sequence[Judged]) -> Judged | None:
    """The last of the judged periods that failed."""
    for one in reversed(judged):
        if not one.holds:
            return one
    return None
