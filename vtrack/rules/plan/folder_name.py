"""The locality's id is not the name of its folder.

Progress files, waivers and the plans of other localities name a locality by its id, and people find it by its folder.
Both must be the same word, or figures and comparisons go astray.

地区代号与文件夹名称不一致。

进度文件、豁免文件和上下级规划都用代号指认一个地区，人查找时看文件夹名称。两者必须相同，否则数据和对照会对不上号。

Bad 反例::

    # the folder is named demo
    locality: {id: shifan, name: 示范县, level: county}

Good 正例::

    # the folder is named demo
    locality: {id: demo, name: 示范县, level: county}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.plan import PLAN_FILE, Place
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding where id and folder differ."""
    id = case.plan.locality.id
    if case.folder and id != case.folder:
        yield Remark(
            Place(PLAN_FILE, ("locality", "id")),
            say("the locality's id is {id}, its folder is named {folder}", id=id, folder=case.folder),
            say("write `id: {folder}`, or rename the folder", folder=case.folder),
        )
