"""Two targets ask for the same number of things that have almost the same name.

A thing that two sections of a document name differently may be one thing: counted twice it is reported twice, by two
units, and the totals are too high. Looked at are counts added up (`accumulate`) with the same number, unit and
deadline whose names end with the same six characters or more; names that differ in a level (省级, 市级), in town and
country, in a year or in a place are left alone.

两项目标数量相同、名称相近，可能是同一件事。

文件前后两处叫法不同的，可能说的是一件事；当成两项，就会由两个单位各报一次，合计也会偏大。只比较累计完成类（`accumulate`）
中数值、单位、期限都相同，且名称末尾至少六个字相同的目标；级别（省级、市级）、城乡、年份、地名不同的不算。确是两件事的，不必理会。

Bad 反例::

    targets:
      party-led-clusters: {name: 党建引领乡村连片提升示范区, unit: 个, accumulate: {at_least: 4}, lead: [office]}
      village-clusters: {name: 和美乡村连片提升示范区, unit: 个, accumulate: {at_least: 4}, lead: [agriculture]}

Good 正例::

    targets:
      clusters: {name: 和美乡村连片提升示范区, unit: 个, accumulate: {at_least: 4}, lead: [agriculture]}
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.outline import is_numeric
from vtrack.model.plan import Target
from vtrack.rules.plan._indicators import WHOLE_OF_UNIT
from vtrack.rules.plan._pieces import bound_path
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.INFO
_SAME_END = 6
# What makes a real difference: a level, town or country, a time, a place, an order.
_DISTINCT = r"(?<!乡)[国省市区县镇乡村]级?$|国家|[省市区县镇乡村]级|城|农村|街道|社区|[年季月0-9一二三四五六七八九十第新老旧]|男|女"


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each pair, at the number of the second."""
    ends: dict[str, list[Target]] = defaultdict(list)
    for target, form in case.outline.accumulate:
        if is_numeric(form.bound) and target.unit not in WHOLE_OF_UNIT:
            ends[target.name[-_SAME_END:]].append(target)
    groups: dict[object, list[Target]] = defaultdict(list)
    for end, alike in ends.items():
        for target in alike if len(alike) > 1 else ():
            groups[end, target.bound, target.form.by.day, target.unit].append(target)
    for group in groups.values():
        for first, second in combinations(group, 2):
            if _may_be_one(first.name, second.name):
                yield about(
                    second,
                    say(
                        "{name}: may be the same as {other}, both ask for {bound}",
                        name=second.name,
                        other=first.name,
                        bound=second.bound,
                    ),
                    say("have the issuing office say whether these are one; if so, keep one target for it"),
                    *bound_path(second),
                )


def _may_be_one(name: str, other: str) -> bool:
    same = _same_end(name, other)
    if same < _SAME_END or same >= min(len(name), len(other)):
        return False
    return not (re.search(_DISTINCT, name[:-same]) or re.search(_DISTINCT, other[:-same]))


def _same_end(name: str, other: str) -> int:
    """How many characters two names share at their ends."""
    pairs = zip(reversed(name), reversed(other), strict=False)
    return next((count for count, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(name), len(other)))
