"""The document states a target in several places, and they disagree.

`stated` lists what each place says. Where one of them gives another number, another word for it (以上 here, 超 there),
another deadline or another nature than the target, whoever reports can pick the easier one. An “about” is vaguer than
“at least” even with the same number. The target keeps the reading that was chosen until the issuing office decides.

文件几处写到同一目标，说法不一致。

`stated` 逐处列出原文的说法。某一处的数值、界限（一处“以上”、一处“超”）、期限或性质与本目标不同，填报时就可能挑容易的报。
数字相同，“左右”也比“以上”含糊。发文机关明确之前，以本目标选定的为准。

Bad 反例::

    targets:
      makers:
        name: 引育农创客
        unit: 名
        accumulate: {at_least: 300}
        lead: [agriculture]
        stated:
          - {source: 二(七)21, at_least: 300}
          - {source: 附件32, at_least: 100}

Good 正例::

    targets:
      makers:
        name: 引育农创客
        unit: 名
        accumulate: {at_least: 300}
        lead: [agriculture]
        stated:
          - {source: 二(七)21, at_least: 300}
          - {source: 附件32, at_least: 300}
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from vtrack.findings import Severity
from vtrack.messages import Message, listed, say
from vtrack.model.bound import Bound, Comparison, Series
from vtrack.model.outline import is_numeric
from vtrack.model.plan import Statement, Target
from vtrack.model.quantity import written
from vtrack.rules.plan._intervals import interval
from vtrack.rules.rule import Dossier, Remark, about

SEVERITY = Severity.WARNING


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each stated bound, deadline or nature that differs from the target's."""
    for target in case.plan.targets.values():
        if target.stated:
            yield from _bounds(target)
            yield from _deadlines(target)
            yield from _natures(target)


def _bounds(target: Target) -> Iterator[Remark]:
    """Each statement against the target's bound, or against the first statement where the form has none."""
    first = target.stated[0]
    chosen = target.bound or first.bound
    tolerance_given = target.bound is not None or first.tolerance_given
    agree = [line.source for line in target.stated if _agree(line, chosen)]
    for index, line in enumerate(target.stated):
        if not _agree(line, chosen):
            yield about(
                target,
                say(
                    "{name}: {source} says {bound}, against {chosen} in {others}",
                    name=target.name,
                    source=line.source,
                    bound=_shown(line.bound, line.tolerance_given),
                    others=_others(agree),
                    chosen=_shown(chosen, tolerance_given),
                ),
                _hint(line.bound, chosen),
                "stated",
                index,
                line.bound.comparison.value,
            )


def _agree(line: Statement, chosen: Bound) -> bool:
    """Whether a statement asks the same. A placeholder says nothing; a tolerance may be given by the target alone."""
    bound = line.bound
    if bound == chosen or bound.is_placeholder or chosen.is_placeholder:
        return True
    if bound.comparison is chosen.comparison and not line.tolerance_given:
        bound = replace(bound, within=chosen.within)
    if bound == chosen:
        return True
    if _is_bare_about(line) or not (is_numeric(bound) and is_numeric(chosen)):
        return False
    return interval(bound) == interval(chosen)


def _is_bare_about(line: Statement) -> bool:
    return line.bound.comparison is Comparison.ABOUT and not line.tolerance_given


def _shown(bound: Bound, tolerance_given: bool) -> Message | Bound:
    if bound.comparison is Comparison.ABOUT and not tolerance_given:
        limit = bound.limit
        return say("about {number}", number=limit if isinstance(limit, Series) else written(limit))
    return bound


def _others(sources: list[str]) -> Message:
    if not sources:
        return say("the target")
    return listed(tuple(sources))


def _hint(bound: Bound, chosen: Bound) -> Message:
    if bound.comparison is Comparison.ABOUT and bound.limit == chosen.limit:
        return say("“about” is vaguer with the same number: have the document say which of the two counts")
    return say("have the issuing office say which of the two counts, and note it at the target")


def _deadlines(target: Target) -> Iterator[Remark]:
    day = target.form.by.day
    if day is None:
        return
    for index, line in enumerate(target.stated):
        if line.by is not None and line.by != day:
            yield about(
                target,
                say(
                    "{name}: {source} says by {by}, the target by {day}",
                    name=target.name,
                    source=line.source,
                    by=line.by,
                    day=day,
                ),
                say("have the issuing office say which of the two counts, and note it at the target"),
                "stated",
                index,
                "by",
            )


def _natures(target: Target) -> Iterator[Remark]:
    for index, line in enumerate(target.stated):
        if line.nature is not None and line.nature != target.nature:
            binding = line.nature == "binding"
            yield about(
                target,
                say("{name}: binding by {source}, the target is indicative", name=target.name, source=line.source)
                if binding
                else say(
                    "{name}: only indicative by {source}, the target is binding", name=target.name, source=line.source
                ),
                say("have the issuing office say which of the two counts, and note it at the target"),
                "stated",
                index,
                "nature",
            )
