"""Names that Excel takes for a sheet, and that every system takes for a file."""

from __future__ import annotations

from collections.abc import Callable, Collection

from vtrack.reports.words import shown

_MOST_OF_TITLE, _MOST_OF_NAME = 31, 80
_NOT_IN_TITLES = str.maketrans(r"[]:*?/\\", "［］：＊？／＼＼")
_NOT_IN_NAMES = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)


def sheet_title(name: str, taken: Collection[str]) -> str:
    """``name`` as the title of a sheet: characters that Excel refuses become their full-width twins.

    At most 31 characters as Excel counts them, with a number behind it where another sheet is called so. ``taken``:
    the other titles; whether letters are large or small makes no difference.
    """
    plain = shown(name).translate(_NOT_IN_TITLES).strip().strip("'") or "-"
    # Excel keeps «History» for itself.
    return _unlike(plain, {"history", *(title.casefold() for title in taken)}, _cut_title)


def file_name(name: str, taken: Collection[str] = ()) -> str:
    """``name`` as the name of a file, without its ending, unlike those that are ``taken``, on Windows too."""
    plain = shown(name).translate(_NOT_IN_NAMES).strip(". ") or "-"
    return _unlike(plain, _RESERVED | {one.casefold() for one in taken}, lambda text, most: text[:most], _MOST_OF_NAME)


def _unlike(name: str, taken: Collection[str], cut: Callable[[str, int], str], most: int = _MOST_OF_TITLE) -> str:
    title, number = cut(name, most), 2
    while title.casefold() in taken:
        ending = f"({number})"
        title, number = cut(name, most - len(ending)) + ending, number + 1
    return title


def _cut_title(text: str, most: int) -> str:
    """At most so many UTF-16 units, which Excel counts, without half a character or an apostrophe at the end."""
    while len(text.encode("utf-16-le")) > 2 * most:
        text = text[:-1]
    return text.rstrip().rstrip("'")
