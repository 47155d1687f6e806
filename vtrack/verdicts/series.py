"""A target's numeric figures as they were known on a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import MINYEAR, date
from fractions import Fraction
from functools import lru_cache
from itertools import takewhile
from operator import attrgetter

from vtrack.model.calendar import Each, Stretch, due_through, stretches, whole_year, year_end
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.verdict import Terms

_DAY = attrgetter("day")


class Series:
    """The figures dated on or before the day, in order. A baseline counts as the figure of its year-end.

    Of several reports for one day the last one written counts; a reported figure comes before a baseline.
    """

    def __init__(self, figures: Iterable[Figure], terms: Terms, baseline: Figure | None = None) -> None:
        self.terms = terms
        day = terms.day
        self._due_through = due_through(day, terms.grace_days)
        known = [figure for figure in figures if figure.value is not None and figure.day <= day]
        self._baseline = baseline if baseline is not None and baseline.day <= day else None
        if self._baseline is not None:
            known.insert(0, self._baseline)
        known.sort(key=_DAY)  # of one day as they stand: the baseline before what was reported for it
        self._all = known
        self._days = list(map(_DAY, known))

    @property
    def reported(self) -> tuple[Figure, ...]:
        """The figures without the baseline."""
        return tuple([figure for figure in self._all if figure is not self._baseline])

    def latest(self, until: date) -> Figure | None:
        """The last figure dated up to ``until``, baseline included."""
        place = bisect_right(self._days, until)
        return self._all[place - 1] if place else None

    def last_in(self, stretch: Stretch) -> Figure | None:
        """The last figure of a period."""
        place = bisect_right(self._days, stretch.last)
        return self._all[place - 1] if place and self._days[place - 1] >= stretch.first else None

    def in_year(self, year: int) -> Figure | None:
        """The last figure of a year."""
        return self.last_in(whole_year(year)) if year >= MINYEAR else None

    def is_reported(self, figure: Figure) -> bool:
        """Whether a figure was reported, and is not the plan's baseline."""
        return figure is not self._baseline

    def is_due(self, last: date) -> bool:
        """Whether the figure of a period that ends on ``last`` is due."""
        return last.toordinal() <= self._due_through

    def is_closed(self, stretch: Stretch) -> bool:
        """Whether a period is closed: due, or with a figure dated on its last day."""
        if self.is_due(stretch.last):
            return True
        figure = self.latest(stretch.last)
        return figure is not None and figure.day == stretch.last

    def begun(self, each: Each, span: Stretch) -> tuple[Stretch, ...]:
        """The periods of a span that have begun by the day."""
        return _begun(each, span.first, span.last, self.terms.day)

    def latest_closed_year(self, span: Stretch) -> Stretch | None:
        """The latest year of a span that is closed; ``None`` when none is.

        A year closed early by a figure on its last day makes a gap before it an older one, which hides no verdict.
        """
        for year in range(min(span.last.year, self.terms.day.year), span.first.year - 1, -1):
            stretch = span.year(year)
            if self.is_closed(stretch):
                return stretch
        return None


def series_of(target: Target, figures: Iterable[Figure], terms: Terms) -> Series:
    """The series of a target, its baseline included."""
    base = target.baseline
    if base is None:
        return Series(figures, terms)
    return Series(
        figures, terms, Figure(year_end(base.year), target.place("baseline"), value=base.value, year=base.year)
    )


def amount(figure: Figure) -> Fraction:
    """The number of a figure of a series, which holds no others."""
    assert figure.value is not None
    return figure.value


@lru_cache(16)  # most targets of a plan, and of all plans, have the same periods
def _begun(each: Each, first: date, last: date, day: date) -> tuple[Stretch, ...]:
    return tuple(takewhile(lambda one: one.first <= day, stretches(each, first, last)))
