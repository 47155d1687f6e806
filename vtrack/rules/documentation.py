"""A rule's docstring as documentation: a title and paragraphs in either language, a bad and a good example.

A docstring begins with the English title, then English paragraphs; the first paragraph with a Chinese character is
the Chinese title. ``Bad 反例::`` and ``Good 正例::`` open the examples, fragments of files.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from vtrack.rules.rule import Rule

_HAN = re.compile("[\u4e00-\u9fff]")
_EXAMPLE = re.compile(r"^(Bad 反例|Good 正例)::\n\n((?:(?: {4}.*)?\n)+)", re.M)


@dataclass(frozen=True, slots=True)
class Prose:
    """A title, a sentence, and the paragraphs below it, each on one line."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Documentation:
    """What a rule says of itself. ``bad`` and ``good`` are empty where text cannot show the mistake."""

    rule: Rule
    english: Prose
    chinese: Prose
    bad: str
    good: str

    def prose(self, language: str) -> Prose:
        """The words in ``zh`` or ``en``."""
        return self.chinese if language == "zh" else self.english


def documentation(rule: Rule) -> Documentation:
    """The documentation of a rule.

    Raises:
        ValueError: the docstring lacks one of the languages.
    """
    # A tab in an example is written as an escape: compilers are free to expand the real one.
    text = textwrap.dedent(rule.docstring).strip("\n").replace("\\t", "\t") + "\n"
    examples = {match[1]: textwrap.dedent(match[2]).strip("\n") + "\n" for match in _EXAMPLE.finditer(text)}
    paragraphs = [part for part in re.split(r"\n{2,}", _EXAMPLE.sub("", text).strip()) if part]
    chinese = next((index for index, part in enumerate(paragraphs) if _HAN.match(_plain(part))), 0)
    if not chinese:
        raise ValueError(f"{rule.name}: the documentation wants English and Chinese")
    return Documentation(
        rule,
        _prose(paragraphs[:chinese], " "),
        _prose(paragraphs[chinese:], ""),
        examples.get("Bad 反例", ""),
        examples.get("Good 正例", ""),
    )


def _prose(paragraphs: list[str], joint: str) -> Prose:
    lines = [_joined(part, joint) for part in paragraphs]
    return Prose(lines[0], tuple(lines[1:]))


def _joined(paragraph: str, joint: str) -> str:
    """A paragraph on one line; lists keep their lines."""
    if paragraph.startswith(("- ", "* ")):
        return paragraph
    return joint.join(line.strip() for line in paragraph.split("\n"))


def _plain(paragraph: str) -> str:
    return paragraph.lstrip("`“”「『《（(*-· 0123456789１２３４５６７８９.%％")
