"""A progress file, or a locality with all its files, is no longer there.

A whole year of reports that disappears is not a correction. A file that was named or dated wrongly keeps its figures:
they are found again in the file where they stand now. What really has to be taken back is taken back figure by
figure, with an entry under ``revisions:``, which may stand in any year's file.

进度文件，或者一个地区的全部文件，不见了。

整年的数据消失，不是更正。文件名、年份写错的，把数据移到正确的文件里即可，只要日期和数值不变，就不算丢失。
确实要撤回的，一条一条撤回，在 ``revisions:`` 下写明，写在哪一年的文件里都可以。

Bad 反例::

    # earlier
    # progress/2023.yaml
    figures:
      sample: 91
    # progress/2024.yaml
    figures:
      sample: 95
    # now
    # progress/2024.yaml
    figures:
      sample: 95

Good 正例::

    # earlier
    # progress/2023.yaml
    figures:
      sample: 91
    # progress/2024.yaml
    figures:
      sample: 95
    # now
    # progress/2024.yaml
    figures:
      sample: 95
    revisions:
      - {target: sample, as_of: 2023-12-31, was: 91, on: 2025-03-01, reason: 2023年尚未开始统计}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.history.stated import lost_revisions
from vtrack.messages import Message, say
from vtrack.model.plan import PLAN_FILE, Place
from vtrack.rules.history._unstated import figures, present
from vtrack.rules.rule import Remark, Since

SEVERITY = Severity.ERROR


def check(case: Since) -> Iterator[Remark]:
    """One finding a file. Nothing is said while a present file cannot be read: it may be the one that is missed."""
    if not case.now.complete:
        return
    gone = sorted(case.past.files - present(case) - {PLAN_FILE})
    lost = [change.before.place.file for change in figures(case) if change.now is None]
    entries = {item.place.file for item in lost_revisions(case.past.record, case.now.record)}
    for file in gone:
        count = lost.count(file)
        # Of a file that could not be read then it is not known what it held.
        if count or file in entries or not (case.past.complete or _was_read(case, file)):
            yield Remark(
                Place(PLAN_FILE, ("locality",), key=True),
                _message(case, file, count),
                say("bring the file back; a wrong figure is corrected in it, with an entry under revisions:"),
            )


def _message(case: Since, file: str, count: int) -> Message:
    if not count:
        return say("{file}, in commit {commit}, is gone", file=file, commit=case.past.short)
    return say(
        "{file}, in commit {commit}, is gone; figures lost with it: {count}",
        file=file,
        commit=case.past.short,
        count=count,
    )


def _was_read(case: Since, file: str) -> bool:
    record = case.past.record
    of_all = (figure for section in (record.figures, record.references) for each in section.values() for figure in each)
    return any(figure.place.file == file for figure in of_all)
