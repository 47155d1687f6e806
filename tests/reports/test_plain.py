"""``plain``: text for logs and mail, whose columns line up."""

from __future__ import annotations

import re

import pytest
from wcwidth import wcswidth, wcwidth

from tests.reports.conftest import Examine, rendered


def columns_of(line: str) -> list[str]:
    """A line by columns; the second column of a wide character is empty."""
    cells: list[str] = []
    for character in line:
        cells += [character, *[""] * (wcwidth(character) - 1)]
    return cells


@pytest.mark.parametrize("language", ["en", "zh"])
def test_columns_line_up_where_a_chinese_character_is_two_wide(examine: Examine, language: str) -> None:
    lines = rendered("plain", examine(), language).split("\n")
    (rule,) = (number for number, line in enumerate(lines) if re.fullmatch(r"-+(  -+)+", line))
    gaps = [match.start() for match in re.finditer("  ", lines[rule])]
    table = [lines[rule - 1], *lines[rule + 1 : rule + 9]]

    assert len(gaps) == 7
    for line in table:
        cells = columns_of(line.ljust(len(lines[rule])))
        for gap in gaps:
            assert cells[gap : gap + 2] == [" ", " "], f"a cell reaches into the next: {line}"
    assert max(map(wcswidth, table)) <= len(lines[rule])


def test_numbers_are_left_as_they_are_written(examine: Examine) -> None:
    text = rendered("plain", examine())

    assert re.search(r"≥ 98 % +2027 +95\.2 +2024 +▲ ahead +\+17\.6 +县政府办公室, 县住建局", text)
    assert re.search(r"≥ 98 % +2024 +97\.65 +2024 +× missed", text)
    assert "≥ 100000000000 个" in text


def test_a_finding_is_one_line_that_editors_can_open(examine: Examine) -> None:
    lines = rendered("plain", examine()).split("\n")

    (missed,) = (line for line in lines if "[vtrack explain target/missed]" in line)
    assert re.fullmatch(r"county/plan\.yaml:10:3: error: .*97\.65.* → .* \[vtrack explain target/missed\]", missed)


def test_neither_colour_nor_trailing_spaces_nor_wrapping(examine: Examine) -> None:
    text = rendered("plain", examine(), color=True, width=20)

    assert "\x1b" not in text
    assert text == rendered("plain", examine(), width=200)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
