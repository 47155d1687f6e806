"""What ``vtrack init`` wants to know of a new locality: each answer is checked, and a wrong one asked for again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from unicodedata import normalize

from msgspec import Struct

from vtrack.commands.entry.days import day_meant
from vtrack.commands.entry.prompts import Prompts
from vtrack.errors import CallError
from vtrack.messages import Message, listed, say
from vtrack.naming import is_id, meant
from vtrack.reports.words import LEVEL_WORDS, View

_CODE = re.compile(r"[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?)?")
_OF_WINDOWS = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for devices: a repository with such a folder cannot be checked out there."""
_WIDE_SPACE = "\u3000"


class Answerer(Struct, frozen=True):
    """Who answers: the language is that of the ``view``, ``today`` the real day."""

    view: View
    today: date


class Question(Struct, frozen=True):
    """One thing to be known of a new locality.

    key: the name of its option. prompt, explain: as they are asked. needed: whether it can be left out.
    read: what a text means, for the model; raises ``CallError`` where it means nothing.
    """

    key: str
    prompt: Message
    explain: Message
    read: Callable[[str, Answerer], Any]
    needed: bool = True


def ask_for(given: Mapping[str, Any], try_: Callable[[Mapping[str, Any]], None], answerer: Answerer) -> dict[str, Any]:
    """Everything that is to be known: what is given, and the answers to the other questions.

    try_: raises ``CallError`` where what is known so far cannot be, or contradicts itself.

    Raises:
        Ended: whoever is asked wants no more questions.
    """
    known = dict(given)
    prompts = Prompts(answerer.view, answerer.today)
    prompts.tell(say("A new locality. Nothing is written before the last answer; ? explains, q ends."), indent=0)
    for question in QUESTIONS:
        while question.key not in given:
            text = prompts.line(question.prompt, question.explain)
            try:
                if text:
                    try_({**known, question.key: question.read(text, answerer)})
                    known[question.key] = question.read(text, answerer)
                elif question.needed:
                    raise CallError(say("this is needed: {explain}", explain=question.explain))
                break
            except CallError as error:
                prompts.tell(error.message, indent=4)
    return known


def contradiction(known: Mapping[str, Any]) -> Message | None:
    """What of that which is known cannot hold together."""
    if "start" in known and "end" in known and known["start"] > known["end"]:
        return say("the last year, {end}, is before the first, {start}", end=known["end"], start=known["start"])
    if "id" in known and known["id"] == known.get("parent"):
        return say("a locality is not its own parent: {id}", id=known["id"])
    return None


def _id(text: str, _: Answerer) -> str:
    if _OF_WINDOWS.fullmatch(text):
        raise CallError(say("Windows allows no folder of the name {text}; choose another id", text=text))
    if is_id(text):
        return text
    raise CallError(
        say("{text} is no id; write lower-case letters and digits, joined by hyphens, such as dongtou", text=text)
    )


def _text(text: str, _: Answerer) -> str:
    from vtrack.text.visible import visible

    one_line = text.replace(_WIDE_SPACE, " ").strip()
    if one_line and visible(one_line, len(one_line)) == one_line:
        return one_line
    raise CallError(say("{text} cannot stand in a name: it is empty, or has characters that are not seen", text=text))


def _level(text: str, answerer: Answerer) -> str:
    names = {word: answerer.view.word(name) for word, name in LEVEL_WORDS.items()}
    found = meant(text, names).id
    if found is None:
        levels = tuple(word if word == name else f"{word} ({name})" for word, name in names.items())
        raise CallError(say("there is no level {text}; write one of {levels}", text=text, levels=listed(levels)))
    return found


def _code(text: str, _: Answerer) -> str:
    code = normalize("NFKC", text)
    if _CODE.fullmatch(code):
        return code
    raise CallError(say("{text} is no division code; it has 2, 4, 6, 9 or 12 digits", text=text))


def _year(text: str, _: Answerer) -> int:
    from vtrack.text.typed import date_meant

    year = date_meant(text)
    if year is not None and year.isdecimal():
        return int(year)
    raise CallError(say("{text} is no year; write four digits, such as 2023", text=text))


def _day(text: str, answerer: Answerer) -> date:
    day = day_meant(text, answerer.today)
    _year(str(day.year), answerer)
    return day


QUESTIONS = (
    Question(
        "id",
        say("id (the folder's name, such as dongtou):"),
        say("lower-case letters and digits, joined by hyphens; it stays once it is chosen"),
        _id,
    ),
    Question("name", say("full name:"), say("the locality's full name, as documents write it"), _text),
    Question(
        "level",
        say("level (province, prefecture, county, township, village):"),
        say("the locality's own level; a district is a county, a subdistrict a township, a community a village"),
        _level,
    ),
    Question(
        "code",
        say("division code, such as 330305 [none]:"),
        say("the code of GB/T 2260 or GB/T 10114: 2, 4, 6, 9 or 12 digits; Enter leaves it out"),
        _code,
        needed=False,
    ),
    Question(
        "parent",
        say("id of the locality above, such as wenzhou [none]:"),
        say("the name of its folder, where its plan is kept here too; Enter leaves it out"),
        _id,
        needed=False,
    ),
    Question(
        "start",
        say("first year of the plan, such as 2023:"),
        say("targets that state no beginning of their own begin with it"),
        _year,
    ),
    Question(
        "end",
        say("last year of the plan, such as 2027:"),
        say("targets that state no deadline of their own end with it"),
        _year,
    ),
    Question("title", say("title of the document:"), say("the document that the plan comes from, in full"), _text),
    Question(
        "number",
        say("the document's number [none]:"),
        say("as it stands on the document; Enter leaves it out"),
        _text,
        needed=False,
    ),
    Question(
        "issuer",
        say("issued by [none]:"),
        say("the office that issued the document; Enter leaves it out"),
        _text,
        needed=False,
    ),
    Question(
        "issued",
        say("issued on, such as 2023-06-29 [none]:"),
        say("the day on which the document was issued; Enter leaves it out"),
        _day,
        needed=False,
    ),
)
"""In the order in which they are asked; each is an option of the command too."""
