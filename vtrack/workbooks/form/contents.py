"""What the cells of a target's row hold before it is filled in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from vtrack.messages import say
from vtrack.model.plan import Target
from vtrack.model.quantity import written
from vtrack.model.reference import Reportable, citation
from vtrack.reports.words import NATURE_WORDS
from vtrack.workbooks.form.listing import Row
from vtrack.workbooks.form.value_cells import Words, content, to_report
from vtrack.workbooks.layout import SOURCE_WORDS, Column, cell_text, evidence_text

TO_COMPARE_WITH = say("to compare with")
Content = str | Decimal | date | int | None


def contents_of(row: Row, index: int, word: Words) -> dict[Column, Content]:
    """What the cells of a row hold."""
    target, figure = row.target, row.figure
    known: dict[Column, Content] = {
        Column.KEY: str(row.key),
        Column.INDEX: index,
        Column.LOCALITY: cell_text(row.locality),
        Column.INDICATOR: "\n".join(_indicator(target, word)),
        Column.NATURE: word(NATURE_WORDS[target.nature] if isinstance(target, Target) else TO_COMPARE_WITH),
        Column.UNIT: cell_text(target.unit or ""),
        Column.BASELINE: "\n".join(_baseline(target, word)),
        Column.GOAL: word(row.goal),
        Column.LEAD: "\n".join(map(cell_text, row.lead)),
        Column.VALUE: content(row, word)[0],
    }
    if figure is None:
        return known
    return {
        **known,
        Column.AS_OF: figure.day,
        Column.SOURCE: (
            word(SOURCE_WORDS[figure.source]) if isinstance(target, Target) else cell_text(citation(figure) or "")
        ),
        Column.EVIDENCE: evidence_text(figure),
        Column.NOTE: cell_text(figure.note or ""),
    }


def _indicator(target: Reportable, word: Words) -> Iterator[str]:
    yield cell_text(target.name)
    asked = to_report(target)
    if asked is not None:
        yield word(say("({what})", what=asked))


def _baseline(target: Reportable, word: Words) -> Iterator[str]:
    base = target.baseline if isinstance(target, Target) else None
    if base is not None:
        yield written(base.value)
        yield word(say("({year})", year=base.year))
