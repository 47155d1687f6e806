"""A target's numeric figures as they were known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from vtrack.model.calendar import Stretch, due, year_end, year_start
from vtrack.model.plan import Target
from vtrack.model.record import Figure
from vtrack.verdicts.verdict import Terms


class Series:
    """The figures dated on or before the day, in order. A baseline counts as the figure of its year-end.

    Of several reports for one day the last one written counts; a reported figure comes before a baseline.
    """

    def __init__(self, figures: Iterable[Figure], terms: Terms, baseline: Figure | None = None) -> None:
        self.terms = terms
        known = [figure for figure in figures if figure.value is not None and figure.day <= terms.day]
        self.reported = tuple(sorted(known, key=lambda figure: figure.day))
        counted = [*([baseline] if baseline and baseline.day <= terms.day else []), *known]
        self._all = tuple(sorted(counted, key=lambda figure: figure.day))

    def latest(self, until: date | None = None) -> Figure | None:
        """The last figure known, baseline included; of those dated up to ``until`` where that is given."""
        return next((figure for figure in reversed(self._all) if until is None or figure.day <= until), None)

    def last_known(self, until: date) -> Figure | None:
        """The last figure that was reported, up to ``until``."""
        return next((figure for figure in reversed(self.reported) if figure.day <= until), None)

    def last_in(self, stretch: Stretch) -> Figure | None:
        """The last figure of a period."""
        return next((figure for figure in reversed(self._all) if stretch.holds(figure.day)), None)

    def in_year(self, year: int) -> Figure | None:
        """The last figure of a year."""
        return self.last_in(Stretch(year_start(year), year_end(year)))

    def is_due(self, last: date) -> bool:
        """Whether the figure of a period that ends on ``last`` is due."""
        return due(last, self.terms.day, self.terms.grace_days)

    def is_closed(self, stretch: Stretch) -> bool:
        """Whether a period is closed: due, or with a figure dated on its last day."""
        if self.is_due(stretch.last):
            return True
        figure = self.last_in(stretch)
        return figure is not None and figure.day == stretch.last

    def latest_closed(self, periods: Sequence[Stretch]) -> Stretch | None:
        """The latest of ``periods`` (in order) that is closed; ``None`` when none is.

        A year closed early by a figure on its last day makes a gap before it an older one, which hides no verdict.
        """
        return next((period for period in reversed(periods) if self.is_closed(period)), None)


def series_of(target: Target, figures: Iterable[Figure], terms: Terms) -> Series:
    """The series of a target, its baseline included."""
    base = target.baseline
    if base is None:
        return Series(figures, terms)
    return Series(
        figures, terms, Figure(year_end(base.year), target.place("baseline"), value=base.value, year=base.year)
    )
