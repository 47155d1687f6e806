"""About how much, in step with what: no tolerance is given.

“About 15” (15个左右) can be judged only when the document says how far from 15 still counts, and two growth rates that
shall be equal (同步) never are, to the last digit. Nobody but the issuing office may set the tolerance.

“左右”“同步”没有给允许偏差。

“15个左右”，差多少还算数，文件不写就没法判定；要求两个增速“同步”（相等），不给偏差就几乎不可能达到。允许偏差只能由发文机关定。

Bad 反例::

    targets:
      villages:
        name: 重点培育中心村
        unit: 个
        reach: {at_least: 15}
        lead: [agriculture]
        stated:
          - {source: 附件19, about: 15}

Good 正例::

    targets:
      villages:
        name: 重点培育中心村
        unit: 个
        reach: {about: 15, within: 1}
        lead: [agriculture]
        stated:
          - {source: 附件19, about: 15}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.bound import Bound, Comparison
from vtrack.rules.plan._pieces import bound_path
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each “about” and each equal comparison without a tolerance."""
    for target, form in case.outline.compare:
        bound = form.bound
        if bound.comparison is Comparison.EQUAL and not bound.within:
            message = say(
                "{name}: must equal {series} to the last digit, no tolerance is given",
                name=target.name,
                series=bound.limit,
            )
            hint = say("add `within` with the tolerance that the issuing office sets, or write `at_least`")
            yield about(target, message, hint, *bound_path(target))
    for target, index, line in case.outline.statements:
        if _is_about(target.bound):
            continue  # the target gives the tolerance that its statements lack
        if _is_about(line.bound) and not line.tolerance_given:
            message = say(
                "{name}: {source} says about how much, without a tolerance", name=target.name, source=line.source
            )
            hint = say("have the issuing office say how far off still counts, and add it as `within`")
            yield about(target, message, hint, "stated", index, Comparison.ABOUT.value)


def _is_about(bound: Bound | None) -> bool:
    return bound is not None and bound.comparison is Comparison.ABOUT
