"""A key that must be there is missing.

Without it the piece does not say what it means: a target without a name, a baseline without its year, ``about`` (左右)
without the tolerance ``within``, a ``count`` without the ``of`` that it is counted from.

缺少必须写的键。

少了它，意思就不完整：目标没有名称，基期没有年份，``about``（左右）没有写允许偏差 ``within``，
``count``（分子）没有写 ``of``（分母）。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {unit: "%", reach: {at_least: 98}, lead: [office]}

Good 正例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
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
    """One finding a missing key, unless it is there and misspelt."""
    for error in case.errors_of("missing-key"):
        if error.found and not error.at_key:
            continue  # schema/unknown-key tells of the misspelt one
        yield Remark(case.place(error), _message(error), _hint(error))


def _message(error: ShapeError) -> Message:
    (key,) = error.expected
    if error.at_key:
        return say("{found} stands without {key}", found=error.found, key=key)
    where = next((step for step in reversed(error.path) if isinstance(step, str)), None)
    if where is None:
        return say("the file has no {key}", key=key)
    return say("{where} has no {key}", where=visible(where), key=key)


def _hint(error: ShapeError) -> Message:
    (key,) = error.expected
    if key == "within":
        return say("write how far off the value may be, such as within: 1")
    if key == "about":
        return say("within belongs to about alone: delete it, or write about in the place of the other bound")
    if error.example:
        return say("add {key}, such as {key}: {example}", key=key, example=visible(error.example, 80))
    return say("add {key}", key=key)
