"""The document behind the plan is not fully identified, or was issued after the plan had ended.

A target counts because a document says so. Without its number, issuer and day of issue nobody can look it up, and
whether a later change came from a higher authority cannot be told. What the source does not give stays left out:
then the finding says what is missing. It is a warning where nothing but the title is known, otherwise an info.

规划依据的文件不完整，或者印发日期晚于规划期。

目标以文件为凭。没有文号、发文机关、印发日期，别人查不到原件，以后调整目标也说不清依据。原文确实没有的，照旧不写，
由检查结果说明缺什么。只有标题的为警告，只缺一两项的为提示。印发日期晚于规划期末的，多半是日期或规划期写错了。

Bad 反例::

    document: {title: 示范县实施方案}

Good 正例::

    document: {title: 示范县实施方案, number: 示政发〔2023〕1号, issuer: 示范县人民政府, issued: 2023-01-15}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import listed, say
from vtrack.model.plan import PLAN_FILE, Place
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """At most one finding for what is missing, and one for a day of issue that cannot be."""
    paper, end = case.plan.paper, case.plan.period.end
    given = (paper.number, paper.issuer, paper.issued)
    words = (say("its number"), say("its issuer"), say("the day it was issued"))
    missing = tuple(word for word, value in zip(words, given, strict=True) if value is None)
    if missing:
        yield Remark(
            Place(PLAN_FILE, ("document",), key=True),
            say("the plan's document is not fully identified, without {missing}", missing=listed(missing)),
            say("add what the published document gives; leave out what it does not"),
            severity=Severity.WARNING if len(missing) == len(given) else Severity.INFO,
        )
    if paper.issued is not None and end is not None and paper.issued.year > end:
        yield Remark(
            Place(PLAN_FILE, ("document", "issued")),
            say("the document is dated {issued}, after the plan's last year {end}", issued=paper.issued, end=end),
            say("check the day of issue and the plan's period"),
        )
