"""What the rules of this family share: the words for «write this instead», safe to show."""

from __future__ import annotations

from vtrack.messages import Message, say
from vtrack.text.flaws import Flaw
from vtrack.text.visible import visible


def write_instead(flaw: Flaw) -> Message | None:
    """What to type in the place of a flaw, or nothing where that is not certain."""
    if flaw.instead is None:
        return None
    if not flaw.instead:
        return say("delete it")
    shown = visible(flaw.instead.strip() or flaw.instead)
    if flaw.instead != flaw.instead.strip():
        return say("write {instead} with a space after it", instead=shown)
    return say("write {instead}", instead=shown)
