"""A locality is its own parent.

`parent` is the id of the locality above, whose plan this one is compared with. A locality that stands above itself
is compared with itself, and never with the plan that it has to meet.

上级地区写成了自己。

`parent` 填上级地区的代号，用来与上级规划对照。写成自己，就只能同自己对照，真正的上级目标反而没有核对。

Bad 反例::

    locality: {id: demo, name: 示范县, level: county, parent: demo}

Good 正例::

    locality: {id: demo, name: 示范县, level: county, parent: shifan-city}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.plan import PLAN_FILE, Place
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for a locality above itself."""
    locality = case.plan.locality
    if locality.parent == locality.id:
        yield Remark(
            Place(PLAN_FILE, ("locality", "parent")),
            say("{name} is given as its own parent", name=locality.name),
            say("write the id of the locality above, or leave `parent` out"),
        )
