"""What a parser's complaint comes to: the mistake that was made, at the place where it was made.

A parser says where it gave up, which may be lines behind the mistake, and in terms of its own grammar. Here the
complaint and the text around it are turned into one of few problems, each of which has its sentence in the rule
``text/syntax``.
"""

from __future__ import annotations

import re
from itertools import accumulate

from vtrack.text.flaws import Flaw, Span
from vtrack.text.nodes import SyntaxFault
from vtrack.text.walk import walk

_ORDINARY_COLON = re.compile(r":(?= |\Z)")
_VALUE = re.compile(r"[^\n]*?(?=[ \t]+#|[ \t]*(?:\n|\Z))")
_FLOW_VALUE = re.compile(r"[^\n,{}\[\]]*[^\s,{}\[\]]|[^\s]")
_NUMBER = re.compile(r"- +([0-9]+(?:\.[0-9]+)?)\Z")
_TWINS = {"{": "}", "[": "]"}


def diagnose(text: str, fault: SyntaxFault) -> Flaw:
    """The flaw behind ``fault``. Its span is in ``text``; with ``instead`` it can be mended by writing that there.

    ``detail`` is ``unclosed-quote``, ``unclosed-bracket``, ``wrong-bracket``, ``missing-comma``, ``no-key``,
    ``reserved-character``, ``colon-in-text``, ``missing-colon``, ``indentation``, ``mixed``, ``after-value``,
    ``item-in-line``, ``escape``, ``block-text``, ``document-end``, or else the parser's own words.
    """
    return _Complaint(text, fault).flaw()


class _Complaint:
    def __init__(self, text: str, fault: SyntaxFault) -> None:
        self.text = text
        self.fault = fault
        self.lines = text.split("\n")
        self.begins = [0, *accumulate(len(line) + 1 for line in self.lines)]
        self.at = self._offset(fault.line, fault.column)

    def flaw(self) -> Flaw:
        words = self.fault.problem
        if left_open := self._left_open():
            return left_open
        if self.text[self.at : self.at + 1] == ":" and not self._line_before(self.at).strip(" -{[,"):
            return self._flaw("no-key", self.at, ":")
        if "',' or '" in words:
            return self._in_brackets()
        if "mapping values are not allowed" in words:
            return self._colon()
        if "could not find expected ':'" in words:
            return self._line_flaw("missing-colon", *(self.fault.began or (self.fault.line, self.fault.column)))
        if "sequence entries are not allowed" in words:
            return self._item_in_line()
        if "unknown escape character" in words:
            return self._escape()
        if "block scalar" in self.fault.context or "chomping or indentation" in words:
            return self._flaw("block-text", self.at, self._rest(self.at))
        if "<block end>" in words or "expected key" in words or "'-' indicator" in words:
            return self._behind_block()
        if "<document start>" in words and "..." in (line.rstrip() for line in self.lines[: self.fault.line]):
            return self._line_flaw("document-end", self.fault.line, self.fault.column)
        if "directive" in words or "directive" in self.fault.context:
            return self._line_flaw("reserved-character", self.fault.line, 0)
        if character := self._reserved():
            return character
        return self._flaw(words, self.at, self.text[self.at : self.at + 1].strip("\n"))

    # -- one problem each ---------------------------------------------------------------------------------------------

    def _left_open(self) -> Flaw | None:
        for place in walk(self.text)[1]:
            if place <= self.at:
                opening = self.text[place]
                problem = "unclosed-quote" if opening in "\"'" else "unclosed-bracket"
                return Flaw("syntax", self._span(place, place + 1), opening, None, problem)
        return None

    def _in_brackets(self) -> Flaw:
        found = self.text[self.at : self.at + 1]
        began = self.fault.began
        opening = self.text[self._offset(*began)] if began else ""
        if found in ("]", "}") and opening in _TWINS:
            return self._flaw("wrong-bracket", self.at, found, _TWINS[opening])
        if found in (":", ""):  # the key before it is where the comma is missing
            before = self.text[: self.at]
            place = len(before) - len(re.split(r"[\s,\[\]{}]", before)[-1])
            return self._flaw("missing-comma", place, self.text[place : self.at])
        return self._flaw("missing-comma", self.at, self._rest(self.at))

    def _colon(self) -> Flaw:
        line = self.lines[self.fault.line]
        if key := _ORDINARY_COLON.search(line[: self.fault.column]):
            begin = self._offset(self.fault.line, key.end())
            begin += len(self.text[begin:]) - len(self.text[begin:].lstrip(" "))
            found = self._rest(begin)
            return self._flaw("colon-in-text", begin, found, _quoted(found))
        above = self.fault.line - 1
        while above > 0 and not self.lines[above].strip():
            above -= 1
        if above >= 0 and not _ORDINARY_COLON.search(self.lines[above]) and self._indent(above) == self._indent():
            return self._line_flaw("missing-colon", above, self._indent(above))
        return self._line_flaw("indentation", self.fault.line, self._indent())

    def _item_in_line(self) -> Flaw:
        found = self._rest(self.at)
        if number := _NUMBER.match(found):
            return self._flaw("item-in-line", self.at, found, f"-{number[1]}")
        item = found[1:].strip()
        plain = item and not re.search(r"[,\[\]{}:#\"']", item)
        return self._flaw("item-in-line", self.at, found, f"[{item}]" if plain else None)

    def _escape(self) -> Flaw:
        place = self.text.rfind("\\", 0, self.at + 1)
        found = self.text[place : place + 2]
        return self._flaw("escape", place, found, f"\\{found}")

    def _behind_block(self) -> Flaw:
        """A line that fits no line above it, or something behind a value that was already whole."""
        line = self.lines[self.fault.line]
        if line[: self.fault.column].strip():
            found = self._rest(self.at)
            return self._flaw("after-value", self.at, found, None if found.strip("]}") else "")
        is_item = re.match(r"-(?: |\Z)", line[self.fault.column :])
        began = self.fault.began
        level = began is not None and began[1] == self.fault.column
        mixed = level and (is_item or "'-'" in self.fault.problem or "'?'" in self.fault.problem)
        return self._line_flaw("mixed" if mixed else "indentation", self.fault.line, self.fault.column)

    def _reserved(self) -> Flaw | None:
        """A value that begins with a sign which means something to YAML."""
        place = self.at
        if self.fault.began and self.text[self._offset(*self.fault.began)] in ("&", "*", "!"):
            place = self._offset(*self.fault.began)
        character = self.text[place : place + 1]
        if not character or character not in "%@`&*!?,]}|>\t":
            return None
        found = self._rest(place)
        line = self._line_before(place)
        if line.count("{") > line.count("}") or line.count("[") > line.count("]"):
            match = _FLOW_VALUE.match(self.text, place)
            found = match[0] if match else character
        return self._flaw("reserved-character", place, found, _quoted(found) if line.strip() else None)

    # -- places -------------------------------------------------------------------------------------------------------

    def _offset(self, line: int, column: int) -> int:
        return min(self.begins[min(line, len(self.lines))] + column, max(len(self.text) - 1, 0))

    def _line_before(self, place: int) -> str:
        return self.text[self.text.rfind("\n", 0, place) + 1 : place]

    def _indent(self, line: int | None = None) -> int:
        text = self.lines[self.fault.line if line is None else line]
        return len(text) - len(text.lstrip(" "))

    def _rest(self, place: int) -> str:
        match = _VALUE.match(self.text, place)
        return match[0] if match else ""

    def _line_flaw(self, problem: str, line: int, column: int) -> Flaw:
        place = self._offset(line, column)
        return self._flaw(problem, place, self._rest(place))

    def _flaw(self, problem: str, place: int, found: str, instead: str | None = None) -> Flaw:
        return Flaw("syntax", self._span(place, place + len(found)), found, instead, problem)

    def _span(self, start: int, end: int) -> Span:
        line = self.text.count("\n", 0, start)
        column = start - (self.text.rfind("\n", 0, start) + 1)
        return Span(line + 1, column + 1, line + 1, column + 1 + max(end - start, 1))


def _quoted(text: str) -> str:
    """``text`` in quotes that leave it as it is."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"
