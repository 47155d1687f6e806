"""What was typed for a figure, understood in the terms of its target.

Only what can be read in one way is understood; the rest is refused with what to write instead. Whether an understood
figure is plausible (0.98 where 98 is meant) is left to the rules.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal

from msgspec import Struct

from vtrack.messages import Message, listed, say
from vtrack.model.forms import Milestone, Task
from vtrack.model.plan import Target
from vtrack.model.quantity import is_placeholder
from vtrack.model.reference import Reference, Reportable
from vtrack.naming import meant
from vtrack.recording.entry import Amount, Done, Report, Share, State
from vtrack.recording.units import Mismatch, is_of_shares, power_of
from vtrack.text.characters import INVISIBLE
from vtrack.text.scalars import MAX_DIGITS, Unreadable, resolve
from vtrack.text.typed import half_width, number_meant

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?|[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_NUMBER = re.compile(rf"(?P<number>[+-]? *{_DIGITS}(?:[eE][+-]?[0-9]{{1,2}})?) *(?P<tail>(?![0-9.,]).*|)")
_SHARE = re.compile(rf"(?P<count>{_DIGITS}) */ *(?P<of>{_DIGITS})")
_LEADING_ZERO = re.compile(r"[+-]?0[0-9]")
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_WIDE = Context(prec=80)

_DONE = frozenset("done yes true 是 完成 已完成 完成了 全部完成 办结 已办结 √ ✓ ✔".split())
_NOT_DONE = frozenset("no false 否 未完成 没完成 没有完成 尚未完成 未办结 尚未办结 × ✗".split()) | {"not done"}

_SOURCES = {
    "self": ("自报", "自行填报"),
    "statistics": ("统计", "统计部门", "统计局"),
    "third_party": ("第三方", "第三方评估"),
    "cross_check": ("交叉考核", "交叉核验", "交叉检查"),
    "survey": ("调查", "抽样调查"),
}


class Understood(Struct, frozen=True):
    """What a text reports. ``remark``: what was made of it, where other digits or words than the typed will stand."""

    report: Report
    remark: Message | None = None


class NotUnderstood(Struct, frozen=True):
    """Why a text is no report about its target, and what to write instead."""

    message: Message
    hint: Message | None = None


def understood(text: str, target: Reportable) -> Understood | NotUnderstood:
    """What a text reports about a target: a number in its unit, a count of a whole, a state, or that it is done.

    Of a reference series it is a number in the unit of its targets.
    """
    text = _UNSEEN.sub("", text).strip()
    typed = half_width(text).strip()
    if not typed:
        return NotUnderstood(say("nothing was given"), wanted(target))
    if is_placeholder(typed):
        return NotUnderstood(say("{text} is no figure", text=text), say("leave it out until the figure is known"))
    if isinstance(target, Target) and isinstance(target.form, Milestone):
        return _state(text, target, target.form)
    if isinstance(target, Target) and isinstance(target.form, Task):
        return _done(text, typed, target)
    return _number(text, re.sub(r"(?<=[0-9])[。·](?=[0-9])", ".", typed), target)


def words(text: str | None) -> str:
    """Words that were typed beside a figure, without what cannot be seen; nothing where there are none."""
    return _UNSEEN.sub("", _LINE_END.sub("\n", text or "")).strip()


def source_understood(text: str) -> str | None:
    """The format's word for a source, from that word or its Chinese name; ``None`` where it is neither."""
    plain = half_width(text).strip().casefold()
    words = re.sub("[ -]", "_", plain)
    return next((word for word, names in _SOURCES.items() if words == word or plain in names), None)


def wanted(target: Reportable) -> Message:
    """What to write for a target or reference series."""
    form = target.form if isinstance(target, Target) else None
    if isinstance(form, Milestone):
        return say("write one of: {states}", states=listed(form.states))
    if isinstance(form, Task):
        return say("write done, or not done")
    return say("write the number, in {unit}", unit=target.unit) if target.unit else say("write the number")


def is_share(target: Reportable) -> bool:
    """Whether figures may be given as a count of a whole: those of a target in percent or per mille."""
    return isinstance(target, Target) and is_of_shares(target.unit)


def no_share(text: str, target: Reportable) -> Message:
    """That a count of a whole is no figure of a target or reference series."""
    if isinstance(target, Reference):
        return say("{text} is a count of a whole, and a value to compare with is one number", text=text)
    return say("{text} is a count of a whole, and the target is no share", text=text)


def _state(text: str, target: Target, form: Milestone) -> Understood | NotUnderstood:
    found = meant(text, {state: state for state in form.states})
    if found.id is not None:
        return Understood(State(found.id), None if found.id == text else _read_as(text, found.id))
    if found.ambiguous:
        message = say("{text} may be any of these states: {states}", text=text, states=listed(found.candidates))
        return NotUnderstood(message, say("write the whole of one of them"))
    message = say("{name}: {state} is none of its states", name=target.name, state=text)
    return NotUnderstood(message, say("write one of: {states}", states=listed(form.states)))


def _done(text: str, typed: str, target: Target) -> Understood | NotUnderstood:
    word = typed.casefold().rstrip("。.!")
    if word in _DONE or word in _NOT_DONE:
        return Understood(Done(word in _DONE))
    return NotUnderstood(say("{text} does not say whether the work is done", text=text), wanted(target))


def _number(text: str, typed: str, target: Reportable) -> Understood | NotUnderstood:
    if share := _SHARE.fullmatch(typed):
        return _share(text, share, target)
    found = _NUMBER.fullmatch(typed)
    if found is None:
        return _no_number(text, target)
    digits = _plain(found["number"])
    if digits is None:
        return _no_number(text, target)
    power = power_of(found["tail"], target.unit)
    if isinstance(power, Mismatch):
        return _mismatched(text, target, power)
    if power:
        digits = f"{Decimal(digits).scaleb(power, _WIDE).normalize(_WIDE):f}"
        if len(digits) > MAX_DIGITS:
            return _no_number(text, target)
    return Understood(Amount(digits), None if text.startswith(digits) else _read_as(text, digits))


def _share(text: str, share: re.Match[str], target: Reportable) -> Understood | NotUnderstood:
    count, of = _plain(share["count"]), _plain(share["of"])
    if count is None or of is None:
        return _no_number(text, target)
    if not is_share(target):
        return NotUnderstood(no_share(text, target), wanted(target))
    plain = re.sub(" ", "", text) == f"{count}/{of}"
    return Understood(Share(count, of), None if plain else _read_as(text, f"{count}/{of}"))


def _plain(number: str) -> str | None:
    """A number as it will stand in the file, with the digits that were typed; ``None`` where it cannot be one."""
    plain = re.sub("[ ,+]", "", number)
    if _LEADING_ZERO.match(plain):
        return None
    sign, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    if "e" in digits.lower():
        digits = f"{Decimal(digits):f}"
    whole, point, part = digits.partition(".")
    plain = f"{sign}{whole or '0'}{point if part else ''}{part}"
    try:
        resolve(plain)
    except Unreadable:
        return None
    return plain


def _mismatched(text: str, target: Reportable, mismatch: Mismatch) -> NotUnderstood:
    if mismatch is Mismatch.PERCENT:
        message = say("{text} is a percentage, and the target is not in percent", text=text)
        return NotUnderstood(message, wanted(target))
    if mismatch is Mismatch.UNCLEAR:
        message = say("it is not clear whether {text} is meant in {unit}", text=text, unit=target.unit)
        return NotUnderstood(message, say("write the unit too, or the bare number in {unit}", unit=target.unit))
    if mismatch is Mismatch.NONE or target.unit is None:
        return _no_number(text, target)
    return NotUnderstood(say("{text} is not in {unit}", text=text, unit=target.unit), wanted(target))


def _no_number(text: str, target: Reportable) -> NotUnderstood:
    instead = number_meant(text)
    if instead is None or instead == text:
        return NotUnderstood(say("{text} is no number that can be compared", text=text), wanted(target))
    hint = say("write the bare number, such as {number}; what else there is to say goes into the note", number=instead)
    return NotUnderstood(say("{text} is no number that can be compared", text=text), hint)


def _read_as(text: str, value: str) -> Message:
    return say("{text} was read as {value}", text=text, value=value)
