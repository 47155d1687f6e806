"""A number or a date is typed in full-width characters.

``９８`` and ``98％`` are texts to YAML, however they look. Figures are written in half-width digits and without a per
cent sign, since the unit stands in the plan. A name that holds such digits, such as a ``９８小区``, is left alone.

数字或日期用了全角字符。

``９８``、``98％`` 看着是数，在 YAML 里却是文字。数要用半角数字，不带百分号，单位写在规划里。
名称中的全角数字（如“９８小区”）不受影响。

Bad 反例::

    # progress/2024.yaml
    figures:
      coverage: ９８％

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
from vtrack.rules.text._instead import write_instead
from vtrack.text.flaws import Flaw
from vtrack.text.typed import has_scale
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a number or date."""
    for flaw in case.flaws_of("full-width-digits"):
        yield Remark(
            flaw.span, say("{found} is typed in full-width characters", found=visible(flaw.found)), _hint(flaw)
        )


def _hint(flaw: Flaw) -> Message | None:
    instead = visible(flaw.instead or "")
    if has_scale(flaw.found):
        return say("write {instead}, or the figure in the target's own unit", instead=instead)
    if flaw.found.endswith(("%", "％")):
        return say("write {instead}; the unit stands in the plan", instead=instead)
    return write_instead(flaw)
