"""What a cell can hold, in Excel as in WPS."""

from __future__ import annotations

MOST_CHARACTERS = 32_767
"""Of a text."""
MOST_DIGITS = 15
"""Of a number: a spreadsheet counts in doubles, and shows 0.3 where 0.1 and 0.2 are added."""
