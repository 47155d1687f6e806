"""Two ids are declared for one unit.

Two ids with the same name split a unit's targets in two: its list, its ranking and its workload are each only half.

同一个单位列了两个代号。

名称相同、代号不同，一个单位的目标会被拆成两份，清单、排名和任务数都只算了一半。请统一用一个代号。

Bad 反例::

    departments: {office: 县政府办, agriculture: 县农业农村局, rural: 县农业农村局}

Good 正例::

    departments: {office: 县政府办, agriculture: 县农业农村局}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.plan import PLAN_FILE, Place
from vtrack.rules.plan._indicators import plain
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each further id of a unit."""
    first: dict[str, str] = {}
    for id, name in case.plan.departments.items():
        known = first.setdefault(plain(name), id)
        if known != id:
            yield Remark(
                Place(PLAN_FILE, ("departments", id)),
                say("{name} is declared twice, as {first} and as {id}", name=name, first=known, id=id),
                say("write {first} wherever {id} stands, and take {id} out", first=known, id=id),
            )
