"""A word is none of those that may stand here.

Some keys take one of a few words: ``nature`` is binding or indicative, ``source`` of a figure self, statistics,
third_party, cross_check or survey. They are English so that every program knows them; reports show them in Chinese.

用词不在规定的几个之内。

有些键只能从几个词里选一个：``nature`` 写 binding（约束性）或 indicative（预期性）；数据的 ``source`` 写 self（自报）、
statistics（统计部门）、third_party（第三方）、cross_check（交叉考核）、survey（调查）。文件里用英文词，报表里显示中文。

Bad 反例::

    # progress/2024.yaml
    figures:
      coverage: {value: 98, source: 自评}

Good 正例::

    # progress/2024.yaml
    figures:
      coverage: {value: 98, source: self}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import Message, listed, say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible
from vtrack.validation.shape import ShapeError

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a word."""
    for error in case.errors_of("word"):
        yield Remark(case.place(error), _message(error), _hint(error))


def _message(error: ShapeError) -> Message:
    found = visible(error.found)
    if not found:
        return say("nothing stands behind the colon, where a word belongs")
    if error.path == ("format",):
        return say("{found} is no version of the format that is known here", found=found)
    return say('"{found}" is none of the words that may stand here', found=found)


def _hint(error: ShapeError) -> Message:
    if len(error.expected) == 1:
        return say("write {instead}", instead=error.expected[0])
    words = listed(error.expected)
    if error.instead is not None:
        return say("write {instead}; the words are {words}", instead=error.instead, words=words)
    return say("write one of {words}", words=words)
