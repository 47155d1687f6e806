"""What is generated of the documentation, in English and in Chinese.

- a page for each rule family, and their index, from the rules
- the parts of ``statuses.md`` and ``forms.md`` between ``<!-- generated: … -->`` and ``<!-- end -->``, from the topics
  that ``vtrack explain`` shows

    python tools/docs.py    write them

A test fails when one of them is not what this would write.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from vtrack.language import translator
from vtrack.prose import Claim, Example, example
from vtrack.reports.words import LAMP_WORDS, STATUS_SYMBOLS, STATUS_WORDS
from vtrack.rules import registry
from vtrack.rules.documentation import Documentation, documentation, family_documentation
from vtrack.topics.topic import explanation
from vtrack.verdicts.verdict import LAMP_OF, Lamp, Status

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {"en": ROOT / "docs" / "rules", "zh": ROOT / "docs" / "zh" / "rules"}
NOTE = "<!-- generated from the rules by tools/docs.py -->"
TITLES = {"en": "Rules", "zh": "规则"}
WORDS = {
    "en": {"bad": "Bad", "good": "Good", "error": "error", "warning": "warning", "info": "info", "rule": "Rule"},
    "zh": {"bad": "反例", "good": "正例", "error": "错误", "warning": "警告", "info": "提示", "rule": "规则"},
}
HEADS = {"en": ("Rule", "Severity", "What it finds"), "zh": ("规则", "级别", "查什么")}
STATUS_HEADS = {
    "en": ("status", "", "in tables", "中文", "lamp", "when"),
    "zh": ("状态", "符号", "中文", "灯色", "什么情形"),
}
PIECE = re.compile(r"(?<=^<!-- generated: )([a-z_]+)( -->\n).*?(?=^<!-- end -->$)", re.M | re.S)


def pages() -> Iterator[tuple[Path, str]]:
    """Every generated page with its text."""
    documents = [documentation(rule) for rule in registry.every_rule()]
    for language, folder in FOLDERS.items():
        yield folder / "README.md", _index(documents, language)
        for family in registry.FAMILIES:
            of_family = [document for document in documents if document.rule.family == family]
            yield folder / f"{family}.md", _page(family, of_family, language)


def _index(documents: list[Documentation], language: str) -> str:
    lines = [NOTE, "", f"# {TITLES[language]}", ""]
    for family in registry.FAMILIES:
        what, head = family_documentation(family).prose(language).title, HEADS[language]
        lines += [f"## [{family}/]({family}.md)", "", what, "", f"| {' | '.join(head)} |", "| --- | --- | --- |"]
        for document in documents:
            rule = document.rule
            if rule.family == family:
                title = _cell(document.prose(language).title)
                severity = WORDS[language][rule.severity.value]
                lines.append(f"| [`{rule.name}`]({family}.md#{_anchor(rule.name)}) | {severity} | {title} |")
        lines.append("")
    return "\n".join(lines)


def _page(family: str, documents: list[Documentation], language: str) -> str:
    words = WORDS[language]
    prose = family_documentation(family).prose(language)
    lines = [NOTE, "", f"# {family}/", ""]
    for paragraph in (prose.title, *prose.paragraphs):
        lines += [_markdown(paragraph), ""]
    for document in documents:
        prose = document.prose(language)
        severity = words[document.rule.severity.value]
        lines += [f"## {document.rule.name}", "", f"**{prose.title}** ({severity})", ""]
        for paragraph in prose.paragraphs:
            lines += [_markdown(paragraph), ""]
        for word, fragment in ((words["bad"], document.bad), (words["good"], document.good)):
            if fragment:
                lines += [
                    f"{word}:" if language == "en" else f"{word}：",
                    "",
                    "```yaml",
                    fragment.rstrip("\n"),
                    "```",
                    "",
                ]
    return "\n".join(lines)


def filled_pages() -> Iterator[tuple[Path, str]]:
    """The pages that are generated in part, as they should be."""
    for language, folder in FOLDERS.items():
        for name in ("statuses.md", "forms.md"):
            page = folder.parent / name
            yield page, filled(page.read_text(encoding="utf-8"), language)


def filled(text: str, language: str) -> str:
    """A page with its generated parts written anew."""
    return PIECE.sub(lambda match: match[1] + match[2] + "\n" + _piece(match[1], language) + "\n", text)


def _piece(name: str, language: str) -> str:
    """What is generated under a name: the table of the statuses, a section for each of them, or one form."""
    if name == "table":
        return "\n".join(_status_table(language)) + "\n"
    if name == "statuses":
        return "\n".join(line for status in Status for line in _status_section(status, language))
    return "\n".join(_topic("forms", name, language))


def _status_table(language: str) -> Iterator[str]:
    chinese, heads = translator("zh"), STATUS_HEADS[language]
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for status in Status:
        word, name = STATUS_WORDS[status].text, STATUS_WORDS[status].render(chinese)
        lamp = LAMP_WORDS[LAMP_OF.get(status, Lamp.GREY)].render(translator(language))
        if status is Status.BEHIND:
            lamp = "by the gap" if language == "en" else "看差距"
        when = _cell(explanation("statuses", status.value).prose(language).title)
        link = f"[`{status.value}`](#{_heading_anchor(status, language)})"
        words = (word, name) if language == "en" else (name,)
        yield f"| {' | '.join((link, f'`{STATUS_SYMBOLS[status]}`', *words, lamp, when))} |"


def _heading(status: Status, language: str) -> str:
    return status.value if language == "en" else f"{status.value} {STATUS_WORDS[status].render(translator('zh'))}"


def _heading_anchor(status: Status, language: str) -> str:
    return _heading(status, language).replace(" ", "-")


def _status_section(status: Status, language: str) -> Iterator[str]:
    yield from (f"### {_heading(status, language)}", "")
    yield from _topic("statuses", status.value, language)


def _topic(kind: str, name: str, language: str) -> Iterator[str]:
    """A topic's text and examples; the marks between are what the tests of the documentation check."""
    text, words = explanation(kind, name), WORDS[language]
    prose = text.prose(language)
    yield from (f"*{_markdown(prose.title)}*", "")
    for paragraph in prose.paragraphs:
        yield from (_markdown(paragraph), "")
    for word, source in ((words["bad"], text.bad), (words["good"], text.good)):
        yield from (f"**{word}**", "")
        yield from _example(example(source), language)


def _example(shown: Example, language: str) -> Iterator[str]:
    for part in re.split(r"^(?=# (?:plan|progress/[0-9]{4})\.yaml$)", shown.text, flags=re.M):
        if part:
            kind = "plan" if part.startswith("# plan.yaml") else "progress"
            lines = part.rstrip("\n").removeprefix("# plan.yaml\n")
            yield from (f"<!-- check: {kind} -->", "```yaml", lines, "```", "")
    for claim in shown.claims:
        yield f"<!-- verdict: {claim.target} {shown.day} {claim.status} {claim.lamp} {claim.gap} -->"
    yield ""
    for claim in shown.claims:
        yield f"- {_claim(claim, shown.day or '', language)}"
    yield ""


def _claim(claim: Claim, day: str, language: str) -> str:
    status, lamp = (
        word.render(translator(language)) for word in (STATUS_WORDS[Status(claim.status)], LAMP_WORDS[Lamp(claim.lamp)])
    )
    gap = "" if claim.gap == "-" else claim.gap
    if language == "zh":
        return f"截至{day}，`{claim.target}`：{STATUS_SYMBOLS[Status(claim.status)]} {status}，{lamp}灯" + (
            f"，差距{gap}个百分点" if gap else ""
        )
    told = f"`{claim.target}` as of {day}: {STATUS_SYMBOLS[Status(claim.status)]} {status}, lamp {lamp}"
    return told + (f", gap {gap} points" if gap else "")


def _markdown(paragraph: str) -> str:
    return paragraph.replace("``", "`")


def _cell(text: str) -> str:
    return _markdown(text).replace("|", "\\|")


def _anchor(name: str) -> str:
    return re.sub(r"[^a-z0-9-]", "", name)


def main() -> int:
    """Write the pages."""
    for path, text in (*pages(), *filled_pages()):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
