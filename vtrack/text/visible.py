"""Pieces of a file made fit for a sentence: what cannot be seen is named by its code point, what is long is cut.

Nor is anything left that a machine that reads along takes for a command, as those do that run checks.
"""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp", "Zs"})
# Letters and marks that Unicode does not count as unseen and that draw nothing all the same.
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")


def visible(text: str, most: int = 40) -> str:
    """``text`` with each control, invisible or unusual blank character as ``<U+200B>``, of at most ``most`` characters.

    A line break is shown as a space. No terminal can be steered and no reader misled by the result.
    """
    short = text if len(text) <= most else f"{text[:most]}…"
    return mute("".join(_shown(character) for character in short))


def mute(text: str) -> str:
    """``text`` with spaces in what GitHub and Azure take for a command where it stands in a log.

    They are ``::`` at the beginning of a line, which any word may come to be when a line is wrapped, and ``##[`` and
    ``##vso[`` anywhere.
    """
    if "::" in text:
        text = text.replace("::", ": :").replace("::", ": :")  # of three, two are left
    return text.replace("##", "# #").replace("##", "# #") if "##" in text else text


def code_points(text: str, most: int = 4) -> str:
    """The code points of ``text``, each once, such as ``U+200B``; of many the first ``most`` and an ellipsis."""
    points = list(dict.fromkeys(f"U+{ord(character):04X}" for character in text))
    return " ".join(points[:most]) + (" …" if len(points) > most else "")


def _shown(character: str) -> str:
    if character == "\n":
        return " "
    if character.isascii() and character.isprintable():
        return character
    return f"<U+{ord(character):04X}>" if _is_unseen(character) else character


def _is_unseen(character: str) -> bool:
    point = ord(character)
    never_a_character = point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
    return never_a_character or character in _BLANK_LETTERS or unicodedata.category(character) in _UNSEEN
