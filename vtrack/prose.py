"""Explanations: a title and paragraphs in either language, a bad and a good example, in one plain text.

Such a text begins with the English title, then English paragraphs; the first paragraph that begins with a Chinese
character is the Chinese title. ``Bad 反例::`` and ``Good 正例::`` open the examples, fragments of files.
"""

from __future__ import annotations

import re
import textwrap

from msgspec import Struct

_HAN = re.compile("[\u4e00-\u9fff]")
_BAD, _GOOD = "Bad 反例", "Good 正例"
_EXAMPLE = re.compile(rf"^({_BAD}|{_GOOD})::\n\n((?:(?: {{4}}.*)?\n)+)", re.M)
_AS_OF = re.compile(r"# as of (\d{4}-\d{2}-\d{2})$")
_CLAIM = re.compile(r"# verdict: (\S+) (\S+) (\S+) (\S+)$")


class Prose(Struct, frozen=True):
    """A title, a sentence, and the paragraphs below it, each on one line; lists keep their lines."""

    title: str
    paragraphs: tuple[str, ...]


class Bilingual(Struct, frozen=True):
    """An explanation in both languages. ``bad`` and ``good`` are empty where text cannot show the mistake."""

    english: Prose
    chinese: Prose
    bad: str = ""
    good: str = ""

    def prose(self, language: str) -> Prose:
        """The words in ``zh`` or ``en``."""
        return self.chinese if language == "zh" else self.english


class Claim(Struct, frozen=True):
    """What an example says that a target comes to. ``gap``: with its sign, in points, or ``-`` for none."""

    target: str
    status: str
    lamp: str
    gap: str


class Example(Struct, frozen=True):
    """Fragments of files, the day on which they are judged, and what they come to."""

    text: str
    day: str | None = None
    claims: tuple[Claim, ...] = ()


def bilingual(text: str, name: str) -> Bilingual:
    """The explanation that a text holds; ``name`` is what it is called when it is faulty.

    Raises:
        ValueError: the text lacks one of the languages.
    """
    text = textwrap.dedent(text).strip("\n") + "\n"
    examples = {match[1]: textwrap.dedent(match[2]).strip("\n") + "\n" for match in _EXAMPLE.finditer(text)}
    paragraphs = [part for part in re.split(r"\n{2,}", _EXAMPLE.sub("", text).strip()) if part]
    chinese = next((index for index, part in enumerate(paragraphs) if _HAN.match(_plain(part))), 0)
    if not chinese:
        raise ValueError(f"{name}: the documentation wants English and Chinese")
    return Bilingual(
        _prose(paragraphs[:chinese], " "),
        _prose(paragraphs[chinese:], ""),
        examples.get(_BAD, ""),
        examples.get(_GOOD, ""),
    )


def example(text: str) -> Example:
    """An example taken apart: its files without the lines that tell the day and the verdicts."""
    day, claims, lines = None, [], []
    for line in text.rstrip("\n").split("\n") if text else ():
        if match := _AS_OF.match(line):
            day = match[1]
        elif match := _CLAIM.match(line):
            claims.append(Claim(*match.groups()))
        else:
            lines.append(line)
    return Example("\n".join(lines), day, tuple(claims))


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
