"""The text is not YAML: it breaks off where the reader cannot go on.

Most often a quote or a bracket is not closed, a colon or a comma is missing, lines of one level do not begin in the
same column, or a value begins with a sign that means something to YAML, such as ``%`` and ``@``. The finding stands at
the mistake as far as it can be told, which may be above the line where reading stopped.

What can be mended with certainty is mended in the mind, to find further mistakes in the same run; the file itself is
never changed, and nothing in it is judged until it is in order.

文本不合 YAML 的写法，读到这里读不下去。

常见的是：引号、括号没有收尾，少了冒号或逗号，同一级的几行没有左对齐，或者值以 ``%``、``@`` 等有特殊含义的符号开头。
位置尽量指到写错的地方，有时在读不下去的那一行之上。

能确定怎么改的，先按改后的样子往下读，好把其余错误一次报全；文件本身不会改动，改好之前整份文件不作判断。

Bad 反例::

    # plan.yaml
    targets:
      coverage: {name: 设施覆盖率, unit: %, reach: {at_least: 98}, lead: [office]}

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
from vtrack.text.flaws import Flaw
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a mistake, as many as can be told apart."""
    for flaw in case.flaws_of("syntax"):
        message, hint = _words(flaw)
        yield Remark(flaw.span, message, hint)


def _words(flaw: Flaw) -> tuple[Message, Message]:
    """The sentence for each problem of :mod:`vtrack.text.syntax`, and what to do about it."""
    found, instead = visible(flaw.found), visible(flaw.instead or "")
    match flaw.detail:
        case "unclosed-quote" | "unclosed-bracket" | "wrong-bracket" | "missing-comma":
            message, hint = _left_open(flaw, found, instead)
        case "reserved-character":
            message, hint = _reserved(flaw, found, instead)
        case "colon-in-text":
            message = say('a second colon in one line: "{found}" reads like a key', found=found)
            hint = say("put the text in quotes: {instead}", instead=instead)
        case "no-key":
            message = say("no key stands before the colon")
            hint = say("write a word before the colon, such as coverage: 95.2")
        case "missing-colon":
            message = say('"{found}" is neither a key with a colon nor a value', found=found)
            hint = say(
                "write a key, a half-width colon, a space and the value; indent what goes on from the line above"
            )
        case "indentation":
            message = say('"{found}" does not begin where the lines of its level begin', found=found)
            hint = say("begin lines of one level in the same column, and what belongs to a key two spaces further in")
        case "mixed":
            message = say("list items and keys stand on the same level")
            hint = say("begin all of these lines with a dash and a space, or none")
        case "after-value" if flaw.instead == "":
            message = say("{found} closes a bracket that was never opened", found=found)
            hint = say("delete it")
        case "after-value":
            message = say('"{found}" stands behind a value that is already whole', found=found)
            hint = say("put the whole value in quotes, or begin a new line")
        case "item-in-line":
            message = say('a list cannot begin in the line of its key: "{found}"', found=found)
            hint = say("write {instead}", instead=instead)
            if not instead:
                hint = say("write the items in brackets, [a, b], or each in a line of its own below the key")
        case "escape":
            message = say("{found} means nothing within double quotes", found=found)
            hint = say("write {instead}, or put the text in single quotes", instead=instead)
        case "block-text":
            message = say('"{found}" stands where only a line break may, behind | or >', found=found)
            hint = say("begin the text in the next line, indented; or take the sign away")
        case "document-end":
            message = say("the text goes on behind the line ...")
            hint = say("delete the line ...")
        case _:
            message = say("the text cannot be read from here on: {words}", words=visible(flaw.detail, 120))
            hint = say("compare colons, commas, quotes, brackets and indentation with a line that is in order")
    return message, hint


def _left_open(flaw: Flaw, found: str, instead: str) -> tuple[Message, Message]:
    match flaw.detail:
        case "unclosed-quote":
            message = say("the quote {quote} opened here is never closed", quote=found)
            hint = say("close it with {quote} at the end of the text", quote=found)
        case "unclosed-bracket":
            message = say("the bracket {bracket} opened here is never closed", bracket=found)
            hint = say("close it with {bracket}", bracket="}" if found == "{" else "]")
        case "wrong-bracket":
            message = say("{found} closes a bracket of another kind", found=found)
            hint = say("write {instead}", instead=instead)
        case _:
            message = say('a comma is missing before "{found}"', found=found)
            hint = say("separate the entries in brackets by a comma and a space: {{a: 1, b: 2}}")
    return message, hint


def _reserved(flaw: Flaw, found: str, instead: str) -> tuple[Message, Message]:
    sign = visible(flaw.found[:1])
    if not instead:
        return say("a line cannot begin with {sign}", sign=sign), say("delete the line, or begin it with a key")
    message = say('a value cannot begin with {sign}: "{found}"', sign=sign, found=found)
    return message, say("put it in quotes: {instead}", instead=instead)
