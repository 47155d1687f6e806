"""A figure that was already reported is gone or stands for another day now, and no revision says so.

A figure that disappears leaves no trace: the year looks as if it had never been reported, or an older figure as if it
were the latest. A figure that should not have been reported is taken back with an entry under ``revisions:`` that
keeps its value and gives the reason; so is one that was reported for the wrong day.

Figures of a target that was taken out of the plan stay where they are.

已经报过的数不见了，或者改到了别的日期，却没有更正记录。

数据删掉就不留痕迹：那一年会显得从来没有报过，或者旧数会显得是最新的。不该报的数要撤回，日期报错的要改，
都要在 ``revisions:`` 下写一条，记明原值和原因。

目标取消以后，以前报的数留在原处，不要删。

Bad 反例::

    # earlier
    # progress/2024.yaml
    figures:
      sample:
        - {value: 96.4, as_of: 2024-06-30}
        - {value: 95.1, as_of: 2024-12-31}
    # now
    # progress/2024.yaml
    figures:
      sample: 95.1

Good 正例::

    # earlier
    # progress/2024.yaml
    figures:
      sample:
        - {value: 96.4, as_of: 2024-06-30}
        - {value: 95.1, as_of: 2024-12-31}
    # now
    # progress/2024.yaml
    figures:
      sample: 95.1
    revisions:
      - {target: sample, as_of: 2024-06-30, was: 96.4, on: 2024-10-08, reason: 上半年数据误报，撤回}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.history.changes import FigureChange, reported
from vtrack.messages import say
from vtrack.model.plan import Place
from vtrack.model.record import Figure
from vtrack.rules.history._entries import figure_said, revision
from vtrack.rules.history._unstated import called, figures, is_target, present
from vtrack.rules.rule import Remark, Since

SEVERITY = Severity.ERROR


def check(case: Since) -> Iterator[Remark]:
    """One finding a figure; those of a file that is gone as a whole are left to ``file-removed``."""
    files = present(case)
    for change in figures(case):
        if change.now is None and change.before.place.file in files:
            yield _remark(case, change)


def _remark(case: Since, change: FigureChange) -> Remark:
    before, moved = change.before, _moved(case, change)
    name, commit, value = called(case, change.id), case.past.short, figure_said(before)
    if moved is None:
        at = Place(before.place.file, (change.section, change.id), key=True)
        message = say(
            "{name}: the figure of {day}, {value} in commit {commit}, is gone, and no revision says so",
            name=name,
            day=before.day,
            value=value,
            commit=commit,
        )
    else:
        at = Place(moved.place.file, (*moved.place.path, "as_of"))
        message = say(
            "{name}: {value} stands for {new}, it stood for {day} in commit {commit}, and no revision says so",
            name=name,
            value=value,
            new=moved.day,
            day=before.day,
            commit=commit,
        )
    hint = say("bring it back, or add under revisions: {entry}", entry=revision(change.id, before))
    return Remark(at, message, hint, is_target(case, change.id))


def _moved(case: Since, change: FigureChange) -> Figure | None:
    """The same figure under a day of which nothing was reported then."""
    then, now = getattr(case.past.record, change.section), getattr(case.now.record, change.section)
    known = {figure.day for figure in then[change.id]}
    same = (figure for figure in now.get(change.id, ()) if reported(figure) == reported(change.before))
    return next((figure for figure in same if figure.day not in known), None)
