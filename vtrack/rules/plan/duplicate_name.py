"""Two targets have the same name.

Tables, bulletins and spreadsheets show names: with the same name twice nobody knows which of the two is behind, and
figures are entered in the wrong row. Often it is one target that was entered twice.

两项目标重名。

表格、通报里显示的是名称。两项重名，看不出滞后的是哪一项，填表时也容易填错行；还有可能是同一项目标录了两遍。

Bad 反例::

    targets:
      roads: {name: 农村公路, unit: 公里, accumulate: {at_least: 20}, lead: [office]}
      road-upkeep: {name: 农村公路, unit: "%", keep: {at_least: 95}, lead: [office]}

Good 正例::

    targets:
      roads: {name: 新改建农村公路, unit: 公里, accumulate: {at_least: 20}, lead: [office]}
      road-upkeep: {name: 农村公路优良率, unit: "%", keep: {at_least: 95}, lead: [office]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.plan._indicators import plain
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each further target of a name."""
    first: dict[str, str] = {}
    for id, target in case.plan.targets.items():
        known = first.setdefault(plain(target.name), id)
        if known != id:
            message = say("{name}: this is the name of {other}, too", name=target.name, other=known)
            hint = say("say in the name what differs, or take one of the two out if they are the same")
            yield about(target, message, hint, "name")
