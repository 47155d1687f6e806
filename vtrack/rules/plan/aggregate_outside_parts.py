"""A target for the whole lies outside those of its parts.

All residents' income shall grow by 7.2 %, that of townspeople by 6 % and that of farmers by 7 %: whoever meets both parts
need not meet the whole, because a mean lies between its parts (people who move to town aside). That is a warning. The
other way round, where the parts are harder, the whole asks for nothing of its own: an info.

Compared are targets with the same unit and deadline whose names are the same without 全体, 城乡, 全社会 … (or nothing) for
the whole, 城镇, 城市 … and 农村, 乡村 … for the parts; all three must be there. They must be growth rates, shares, or
means (人均 …), and all be floors, all be ceilings, or all be exact.

全体的目标与各部分的目标不相称。

全体居民收入增长7.2%，而城镇6%、农村7%：两个部分都达标，全体也未必达标，因为平均数总在各部分之间（人口由乡到城的变动除外），为警告。
反过来，部分定得比全体高，全体这一项就等于没提要求，为提示。

比较的是单位、期限相同，名称只差“全体、城乡、全社会”等（或者不写）与“城镇、城市”“农村、乡村”等的目标，全体、城镇、农村三项都要有；
须是增速、比例或人均类指标，并且都是下限、都是上限或都是定值。

Bad 反例::

    targets:
      all: {name: 全体居民人均可支配收入年增长, unit: "%", keep: {at_least: 7.2}, lead: [office]}
      urban: {name: 城镇居民人均可支配收入年均增长, unit: "%", grow: {at_least: 6, entry: rates}, lead: [office]}
      rural: {name: 农村居民人均可支配收入年均增长, unit: "%", grow: {at_least: 7, entry: rates}, lead: [agriculture]}

Good 正例::

    targets:
      all: {name: 全体居民人均可支配收入年增长, unit: "%", keep: {at_least: 6.5}, lead: [office]}
      urban: {name: 城镇居民人均可支配收入年均增长, unit: "%", grow: {at_least: 6, entry: rates}, lead: [office]}
      rural: {name: 农村居民人均可支配收入年均增长, unit: "%", grow: {at_least: 7, entry: rates}, lead: [agriculture]}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from vtrack.findings import Severity
from vtrack.messages import Message, listed, say
from vtrack.model.bound import Bound, Comparison
from vtrack.model.forms import Grow, Keep, Reach
from vtrack.model.plan import Target
from vtrack.rules.plan._indicators import Side, is_growth, is_mean, side
from vtrack.rules.plan._pieces import bound_path
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING
_WHOLE = Side.WHOLE
_Key = tuple[str, str, str | None, date | None]
"""What whole and parts have in common: the rest of the name, the kind of mean, the unit and the deadline."""


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each whole that is above all of its parts, or below all of them."""
    wholes: dict[_Key, list[Target]] = defaultdict(list)
    parts: dict[_Key, dict[Side, list[Target]]] = defaultdict(lambda: defaultdict(list))
    sides_of = [(target, *side(target.name)) for target, _ in case.outline.numeric]
    in_parts = {stem for _, which, stem in sides_of if which is not _WHOLE}
    for target, which, stem in sides_of:
        kind = _kind(target) if stem in in_parts else None
        if kind is None:
            continue
        key = (stem, kind, target.unit, target.form.by.day)
        if which is _WHOLE:
            wholes[key].append(target)
        else:
            parts[key][which].append(target)
    for key, targets in wholes.items():
        sides = parts.get(key, {})
        if len(sides) > 1:
            for whole in targets:
                yield from _remark(whole, [part for side_parts in sides.values() for part in side_parts])


def _kind(target: Target) -> str | None:
    """Of what a target's number is a mean: of growth, with its basis, or of levels; ``None`` where it is none."""
    form = target.form
    if isinstance(form, Grow):
        return f"growth by {form.basis}" if form.basis != "units" else None
    if is_growth(target):
        return "growth by percent"
    if isinstance(form, Reach) or (isinstance(form, Keep) and not form.flow):
        return "level" if is_mean(target) else None
    return None


def _remark(whole: Target, parts: list[Target]) -> Iterator[Remark]:
    bound = whole.bound
    bounds = [part.bound for part in parts if part.bound is not None]
    if bound is None or {_sense(one) for one in bounds} != {_sense(bound)} or _sense(bound) is None:
        return
    numbers = [one.number for one in bounds]
    if min(numbers) <= bound.number <= max(numbers):
        return
    above = bound.number > max(numbers)
    each = listed(tuple(say("{part} {bound}", part=part.name, bound=part.bound) for part in parts))
    if bound.direction and above != (bound.direction > 0):
        message = say(
            "{name}: {bound} asks for nothing beside its parts: {parts}", name=whole.name, bound=bound, parts=each
        )
        hint = say("check the numbers; whoever meets all the parts has met the whole")
        severity = Severity.INFO
    else:
        message = _outside(whole, bound, each, above)
        hint = say("have the issuing office check the numbers: meeting all the parts does not meet the whole")
        severity = Severity.WARNING
    yield Remark(whole.place(*bound_path(whole)), message, hint, whole.id, severity)


def _outside(whole: Target, bound: Bound, each: Message, above: bool) -> Message:
    if above:
        return say("{name}: {bound} is above all of its parts: {parts}", name=whole.name, bound=bound, parts=each)
    return say("{name}: {bound} is below all of its parts: {parts}", name=whole.name, bound=bound, parts=each)


def _sense(bound: Bound) -> int | None:
    """+1 of a floor, −1 of a ceiling, 0 of an exact number; ``None`` of a range."""
    return bound.direction if bound.direction or bound.comparison is Comparison.EQUAL else None
