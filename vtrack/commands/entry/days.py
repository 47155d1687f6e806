"""A day as people type it: 2025-12-31, 2025/12/31, 2025.12.31, 2025年12月31日, or today."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

from vtrack.errors import CallError
from vtrack.messages import say
from vtrack.text.typed import written_out

_TODAY = ("today", "今天")


def day_meant(text: str, today: date) -> date:
    """The day that a text names.

    Raises:
        CallError: it names none, or one that no month has.
    """
    plain = re.sub(r"\s", "", normalize("NFKC", text)).casefold()
    if plain in _TODAY:
        return today
    found = written_out(plain)
    try:
        if found is not None:
            return date(*found)
    except ValueError:
        pass
    raise CallError(say("{day} is no day; write it as year, month and day, like 2025-12-31", day=text))
