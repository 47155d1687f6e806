"""A file lies where nobody reads it, because of its name.

A plan is named ``plan.yaml``, a year's progress ``progress/2024.yaml``, waivers ``waivers.yaml``. With another ending
or a longer name the file is passed over, and what it reports seems never to have been reported.

文件名不对，没有人会读它。

规划叫 ``plan.yaml``，一年的进度叫 ``progress/2024.yaml``，豁免叫 ``waivers.yaml``。扩展名不同、多了字，文件就会被略过，
里面报的数等于没有报。

Bad 反例::

    # progress/2024.yml
    figures:
      coverage: 98

Good 正例::

    # progress/2024.yaml
    figures:
      coverage: 98
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible
from vtrack.validation.shape import ShapeError

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a file: an error where the right name is plain, otherwise a warning."""
    for error in case.errors_of("file-name"):
        severity = Severity.ERROR if error.instead else Severity.WARNING
        message = say("no file of the name {name} is read", name=visible(error.found))
        yield Remark(case.place(error), message, _hint(error), severity=severity)


def _hint(error: ShapeError) -> Message:
    if error.instead:
        return say("rename it to {instead}", instead=visible(error.instead))
    return say("name progress by its year, such as progress/2024.yaml; keep other files in another folder")
