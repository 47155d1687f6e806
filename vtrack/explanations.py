"""Everything that can be explained: rules, statuses, forms, lamps and severities; and which of it a text means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vtrack.errors import CallError
from vtrack.language import translator
from vtrack.messages import Message, listed, say
from vtrack.naming import Meant, meant
from vtrack.prose import Bilingual
from vtrack.reports.words import FORM_TITLES, LAMP_WORDS, SEVERITY_WORDS, STATUS_WORDS
from vtrack.rules.documentation import documentation
from vtrack.rules.registry import FAMILIES, NAMES, rule
from vtrack.topics.topic import TOPICS, explanation, topics

LIST_TITLES = {
    "statuses": say("statuses"),
    "forms": say("forms of a target"),
    "scales": say("lamps and severities"),
    "rules": say("rules"),
}
LISTS = frozenset({*LIST_TITLES, *FAMILIES})
"""What names not one thing but several."""
_KINDS = {name: kind for kind, name in topics()}
_MOST_OFFERED = 8


def text_of(id: str) -> Bilingual:
    """The text of a rule, or of a topic."""
    return documentation(rule(id)).text if "/" in id else explanation(_KINDS[id], id)


def entries(id: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parts of a list with what each holds: of everything, of one kind of topics, of all rules or of a family."""
    for kind, names in TOPICS.items():
        if id in (kind, "all"):
            yield kind, names
    for family in FAMILIES:
        if id in (family, "rules", "all"):
            yield family, tuple(name for name in NAMES if name.startswith(f"{family}/"))


def related(id: str) -> tuple[str, ...]:
    """What else explains it: of a status the rule that speaks of it, of such a rule the status; the rule's family."""
    family, _, short = id.rpartition("/")
    status = short.replace("-", "_")
    if family:
        return (*((status,) if family == "target" and status in TOPICS["statuses"] else ()), family)
    own = f"target/{id.replace('_', '-')}"
    return (*((own,) if own in NAMES else ()), *(("lamp",) if id in TOPICS["statuses"] else ()))


def meant_by(text: str) -> str:
    """What a text names: the id of a rule or of a topic, or of a list.

    A status or a form comes before a rule of the same name, and a rule's name before a part of its title.

    Raises:
        CallError: nothing is named so, or several are; the sentence offers the nearest.
    """
    words, rules = _words(), {name: name.partition("/")[2] for name in NAMES}
    for names in (words, rules):
        found = meant(text, names)
        if found.id is None and found.ambiguous:
            raise CallError(_offer(text, found))
        if found.id is not None:
            return found.id
    in_titles = meant(text, _titles_of_rules())
    if in_titles.id is not None:
        return in_titles.id
    raise CallError(_offer(text, in_titles if in_titles.ambiguous else meant(text, {**rules, **words})))


def _words() -> Mapping[str, str]:
    """Topics and lists by their ids, with their words in both languages."""
    both = (translator("zh"), translator("en"))

    def said(messages: Iterator[Message] | tuple[Message, ...]) -> str:
        told = tuple(messages)
        return " ".join(message.render(translate) for translate in both for message in told)

    names = {status.value: said((word,)) for status, word in STATUS_WORDS.items()}
    names |= {form: word.render(both[0]) for form, word in FORM_TITLES.items()}
    names |= {"lamp": said((say("lamps"), *LAMP_WORDS.values())), "severity": said(tuple(SEVERITY_WORDS.values()))}
    return names | {name: said((title,)) for name, title in LIST_TITLES.items()} | dict.fromkeys(FAMILIES, "")


def _titles_of_rules() -> dict[str, str]:
    """The rules' titles in both languages."""
    texts = {name: documentation(rule(name)).text for name in NAMES}
    return {name: f"{text.english.title} {text.chinese.title}" for name, text in texts.items()}


def _offer(text: str, found: Meant) -> Message:
    offered = listed(found.candidates[:_MOST_OFFERED])
    if found.ambiguous:
        return say("{text} may be any of these: {offered}", text=text, offered=offered)
    if found.candidates:
        return say("there is nothing to explain called {text}; did you mean {offered}?", text=text, offered=offered)
    return say("there is nothing to explain called {text}; vtrack explain alone lists what there is", text=text)
