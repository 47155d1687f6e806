"""Sentences for people, kept apart from the language they are read in.

A rule or a verdict says *what* it has to say as a :class:`Message`: an English sentence that is also the
catalogue's key, and the values that stand in it. Only a report turns it into words, in the reader's language.
So nothing below the reports depends on a language, and every sentence can be found by the catalogue's extractor,
which looks for :func:`say`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Translate = Callable[[str], str]
_MOST_LISTED = 30


class Message(NamedTuple):
    """One sentence and the values in it. ``text`` has ``{name}`` places; a value may be a message itself."""

    text: str
    values: tuple[tuple[str, object], ...] = ()

    def render(self, translate: Translate) -> str:
        """The sentence in words: ``translate`` maps the English text to the reader's language."""
        words = {name: _word(value, translate) for name, value in self.values}
        return translate(self.text).format_map(words)


def say(text: str, /, **values: object) -> Message:
    """A message whose English text is the key of the catalogue."""
    return Message(text, tuple(values.items()))


def listed(values: tuple[object, ...]) -> Message:
    """Several words in one place, joined as the language joins a list. Of a very long list the end is only counted."""
    if not values:
        return say("none")
    joined: object = values[0]
    for value in values[1:_MOST_LISTED]:
        joined = say("{first}, {then}", first=joined, then=value)
    if len(values) > _MOST_LISTED:
        return say("{first} and {count} more", first=joined, count=len(values) - _MOST_LISTED)
    return joined if isinstance(joined, Message) else say("{only}", only=joined)


def _word(value: object, translate: Translate) -> str:
    return value.render(translate) if isinstance(value, Message) else str(value)
