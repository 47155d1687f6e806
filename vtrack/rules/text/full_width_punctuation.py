"""A bracket, a comma, a quote or a dash that belongs to YAML is full-width.

Lists and mappings in brackets are written with half-width signs: ``[agriculture, housing]``, ``{at_least: 98}``. With
full-width ones YAML reads the whole as one text. A unit of per cent is written ``"%"``, half-width and quoted.
Within a text full-width punctuation is right and stays.

括号、逗号、引号或短横用了全角。

写在括号里的清单和内容，标点都用半角：``[agriculture, housing]``、``{at_least: 98}``。用了全角，YAML 会把整段当成一句话。
百分号作单位时写 ``"%"``，半角并加引号。文字里面的全角标点不受影响，照常使用。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [agriculture、housing]}

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [agriculture, housing]}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.rules.text._instead import write_instead
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a sign."""
    for flaw in case.flaws_of("full-width-punctuation"):
        found = visible(flaw.found)
        yield Remark(
            flaw.span,
            say("{found} is full-width, where YAML wants a half-width sign", found=found),
            write_instead(flaw),
        )
