"""Plain data as YAML in one line, written so that it is read back as the same, in a line of its own or in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from vtrack.text.characters import CONTROL, INVISIBLE, WIDE_SPACE
from vtrack.text.reading import read

# A text that begins with a letter or a Chinese bracket and holds nothing that YAML or a mistyped YAML could mean.
_PLAIN = re.compile(r"[\w《〔（][\w《》〔〕（）()·％%+/.-]*(?: [\w《》〔〕（）()·+/.-]+)*\Z")
_ESCAPED = re.compile(f'[\\\\"\\n\\t{CONTROL}{INVISIBLE}{WIDE_SPACE}]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def scalar(text: str) -> str:
    """A text as a scalar: as it is where that is read back as the same text, else in double quotes.

    What cannot be seen is written by its code; a check finds it there too, so that no file should get any.
    """
    if _PLAIN.match(text) and _is_itself(f"a: {text}", text) and _is_itself(f"a: {{b: {text}, c: 1}}", text):
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def mapping(pairs: Mapping[str, str]) -> str:
    """A mapping in braces; the values are YAML already."""
    return f"{{{', '.join(f'{key}: {value}' for key, value in pairs.items())}}}"


def sequence(items: Iterable[str]) -> str:
    """A list in brackets; the items are YAML already."""
    return f"[{', '.join(items)}]"


def _is_itself(yaml: str, text: str) -> bool:
    reading = read(yaml.encode("utf-8", "replace"))
    data = reading.document.data if reading.sound and reading.document else None
    value = data.get("a") if isinstance(data, dict) else None
    return (value.get("b") if isinstance(value, dict) else value) == text


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    point = ord(character)
    return _ESCAPES.get(character) or (f"\\u{point:04X}" if point < 0x10000 else f"\\U{point:08X}")
