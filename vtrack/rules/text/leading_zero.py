"""A number begins with a zero that does not belong there.

``0123`` is read as 123 by some programs, as 83 by others and as a text by others again. If it is a number, the zero
goes; if it is a code, such as a division code or a telephone number, quotes keep the zero.

数字前面多了一个 0。

``0123`` 有的软件读作 123，有的读作 83，还有的当作文字。是数，就去掉前面的 0；是代码（行政区划代码、电话等），就加引号，0 才保得住。

Bad 反例::

    # progress/2024.yaml
    figures:
      facilities: 028

Good 正例::

    # progress/2024.yaml
    figures:
      facilities: 28
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a number."""
    for flaw in case.flaws_of("leading-zero"):
        found = visible(flaw.found)
        yield Remark(
            flaw.span,
            say("{found} begins with a zero", found=found),
            say('write {instead}; or "{found}" in quotes if it is a code', instead=flaw.instead or "0", found=found),
        )
