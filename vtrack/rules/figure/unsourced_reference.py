"""A reference series has a value without a source.

A verdict that compares with the figures of others is only as good as these figures. They come from a bulletin or a
letter that anybody can look up, if the file says which.

Write ``source:`` with the value: the name of the bulletin, its number or its address; of a copy, that it is one.

外部数列的数没有注明出处。

与外部数据比较得出的结论，可靠与否全看外部数据。它们出自公报、函件，写明是哪一份，别人才能核对。

请在数值后写 ``source:``：公报名称、文号或网址；转载的，注明是转载。

Bad 反例::

    # plan.yaml
    targets:
      gdp-growth: {name: 地区生产总值增速, unit: "%", compare: {above: {reference: city-gdp-growth}}, lead: [office]}
    # progress/2024.yaml
    references:
      city-gdp-growth: 6.3

Good 正例::

    # plan.yaml
    targets:
      gdp-growth: {name: 地区生产总值增速, unit: "%", compare: {above: {reference: city-gdp-growth}}, lead: [office]}
    # progress/2024.yaml
    references:
      city-gdp-growth: {value: 6.3, source: 全市2024年统计公报}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.reference import citation
from vtrack.rules.figure._reported import piece
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.INFO


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a value without a source."""
    for id, figures in case.record.references.items():
        for figure in figures:
            if citation(figure) is None:
                yield Remark(
                    piece(figure, "value"),
                    say("{id}: the value of {day} has no source", id=id, day=figure.day),
                    say("write {example}", example="{value: …, source: …}"),
                )
