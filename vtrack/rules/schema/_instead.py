"""What the rules of this family share: the words for «write this instead», safe to show."""

from __future__ import annotations

from vtrack.messages import Message, say
from vtrack.text.visible import visible
from vtrack.validation.shape import ShapeError


def write_instead(error: ShapeError) -> Message | None:
    """What to write in the place of an error; else what such a piece looks like; else nothing."""
    if error.instead is not None:
        return say("write {instead}", instead=visible(error.instead, 80))
    if error.example:
        return say("write it like {example}", example=visible(error.example, 80))
    return None
