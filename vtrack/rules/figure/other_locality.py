"""A progress file says that it belongs to another locality than the folder that it lies in.

Most often the file was copied from a neighbour. Its figures are taken for those of the plan in the same folder, so a
wrong ``locality:`` may mean that the whole file is somebody else's.

进度文件写的地区与所在文件夹不一致。

多半是从别处复制来的文件。vtrack 按文件所在的文件夹认定数据归属，``locality:`` 不一致，可能整个文件都是别处的数据，请核对。

Bad 反例::

    # plan.yaml
    targets:
      sample: {name: 样例, unit: "%", reach: {at_least: 98}, lead: [office]}
    # progress/2024.yaml
    locality: another
    figures:
      sample: 95

Good 正例::

    # plan.yaml
    targets:
      sample: {name: 样例, unit: "%", reach: {at_least: 98}, lead: [office]}
    # progress/2024.yaml
    locality: demo
    figures:
      sample: 95
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.plan import Place
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a file that names another locality."""
    own = case.plan.locality.id
    for file, named in case.owners:
        if named != own:
            yield Remark(
                Place(file, ("locality",)),
                say("the file belongs to {named}, but lies in the folder of {own}", named=named, own=own),
                say("write locality: {own}, or move the file to where it belongs", own=own),
            )
