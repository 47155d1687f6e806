"""Targets that are judged period by period: what ``keep`` and ``compare`` have in common. FORMAT §5."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from vtrack.model.calendar import Stretch
from vtrack.model.plan import Target
from vtrack.verdicts.series import Series
from vtrack.verdicts.verdict import Judged, Status, Verdict, Workings, failing, settled


class Tally(Struct, frozen=True):
    """What became of a target's periods up to the day.

    closed, still_open: the periods that were judged, in order.
    complete: whether every period of the target is closed and judged.
    missing: the latest period whose figure is due and was not reported.
    missing_reference: likewise of the series that a figure is compared with.
    waits_for: why a figure that was reported may not be judged yet, as the reason of a verdict.
    """

    closed: tuple[Judged, ...]
    still_open: tuple[Judged, ...]
    complete: bool
    missing: Stretch | None
    missing_reference: Stretch | None = None
    waits_for: str = "earlier_period"

    @property
    def judged(self) -> tuple[Judged, ...]:
        """All the periods that were judged."""
        return self.closed + self.still_open

    @property
    def latest(self) -> Judged | None:
        """The last of them."""
        judged = self.still_open or self.closed
        return judged[-1] if judged else None


def each_alone(target: Target, tally: Tally, series: Series, span: Stretch) -> Verdict:
    """The verdict where every period must hold: one closed period that fails cannot be made good."""
    broken, slipping = failing(tally.closed), failing(tally.still_open)
    latest = tally.latest
    shown = broken or slipping or latest
    workings = workings_of(tally, shown)
    if broken is not None:
        return settled(target, Status.BREACHED, series.last_in(broken.stretch), workings=workings)
    if latest is None or is_wanting(tally):
        return wanting(target, tally, series, span, workings)
    status = Status.MET if tally.complete else Status.BEHIND if slipping else Status.ON_PACE
    return settled(target, status, series.last_in(latest.stretch), workings=workings)


def workings_of(tally: Tally, shown: Judged | None) -> Workings:
    """The arithmetic of a verdict that rests on one of the judgements."""
    if shown is None:
        return Workings()
    return Workings(value=shown.value, expected=shown.limit, judged=tally.judged)


def is_wanting(tally: Tally) -> bool:
    """Whether something that is due is missing."""
    return tally.missing is not None or tally.missing_reference is not None


def wanting(target: Target, tally: Tally, series: Series, span: Stretch, workings: Workings) -> Verdict:
    """The verdict where something that is due is missing, or nothing can be judged yet."""
    if is_wanting(tally):
        reason = None if tally.missing else "reference"
        workings = replace(workings, missing=tally.missing or tally.missing_reference)
        return settled(target, Status.NO_DATA, series.latest(span.last), reason=reason, workings=workings)
    waiting = series.last_in(span)
    return settled(target, Status.NOT_DUE, waiting, reason=tally.waits_for if waiting else None, workings=workings)
