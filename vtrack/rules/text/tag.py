"""A value carries a type mark that begins with ``!``.

Tags such as ``!!str`` tell a program how to read a value. The format needs none: numbers, texts, lists and mappings
are told apart by how they are written, and some programs run code for a tag. A text that merely begins with an
exclamation mark belongs in quotes.

值的前面有以 ``!`` 开头的类型标记。

``!!str`` 一类的标记是告诉程序怎样读这个值。本格式用不着：数字、文字、清单从写法就能分清，而且有的程序见了标记会去执行代码。
文字本身以叹号开头的，加引号。

Bad 反例::

    # plan.yaml
    locality: {id: demo, name: !!str 示范县, level: county}

Good 正例::

    # plan.yaml
    locality: {id: demo, name: 示范县, level: county}
"""

from __future__ import annotations

from collections.abc import Iterator

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.rules.rule import FileCase, Remark
from vtrack.text.visible import visible

SEVERITY = Severity.ERROR


def check(case: FileCase) -> Iterator[Remark]:
    """One finding a tag."""
    for flaw in case.flaws_of("tag"):
        found = visible(flaw.found)
        yield Remark(
            flaw.span,
            say("{found} is a type mark", found=found),
            say("delete {found}; a text that begins with ! is put in quotes", found=found),
        )
