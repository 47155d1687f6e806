"""The generated pages of the documentation: one page a rule family, in English and in Chinese, and their index.

    python tools/docs.py    write the pages

A test fails when a page is not what this would write.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from vtrack.rules import registry
from vtrack.rules.documentation import Documentation, documentation

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {"en": ROOT / "docs" / "rules", "zh": ROOT / "docs" / "zh" / "rules"}
NOTE = "<!-- generated from the rules by tools/docs.py -->"
TITLES = {"en": "Rules", "zh": "规则"}
WORDS = {
    "en": {"bad": "Bad", "good": "Good", "error": "error", "warning": "warning", "info": "info", "rule": "Rule"},
    "zh": {"bad": "反例", "good": "正例", "error": "错误", "warning": "警告", "info": "提示", "rule": "规则"},
}
HEADS = {"en": ("Rule", "Severity", "What it finds"), "zh": ("规则", "级别", "查什么")}
FAMILIES = {
    "text": ("The bytes and the YAML of a file.", "文件的编码和 YAML 写法。"),
    "schema": ("The shape of the data: keys, words, dates, ids.", "数据的样式：栏目、用词、日期、代号。"),
    "plan": ("The plan's own soundness.", "方案自身是否自洽、可考核。"),
    "figure": ("The reported figures.", "填报的数据。"),
    "target": ("The verdicts that fail.", "未通过的结论。"),
    "history": (
        "What changed since an earlier commit without a stated reason.",
        "与以前的提交相比，没有说明就改动了什么。",
    ),
    "waiver": ("The waivers themselves.", "豁免本身。"),
}


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
        what = FAMILIES[family][language == "zh"]
        head = HEADS[language]
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
    lines = [NOTE, "", f"# {family}/", "", FAMILIES[family][language == "zh"], ""]
    for document in documents:
        prose = document.prose(language)
        severity = words[document.rule.severity.value]
        lines += [f"## {document.rule.name}", "", f"**{prose.title}** ({severity})", ""]
        for paragraph in prose.paragraphs:
            lines += [_markdown(paragraph), ""]
        for word, example in ((words["bad"], document.bad), (words["good"], document.good)):
            if example:
                lines += [
                    f"{word}:" if language == "en" else f"{word}：",
                    "",
                    "```yaml",
                    example.rstrip("\n"),
                    "```",
                    "",
                ]
    return "\n".join(lines)


def _markdown(paragraph: str) -> str:
    return paragraph.replace("``", "`")


def _cell(text: str) -> str:
    return _markdown(text).replace("|", "\\|")


def _anchor(name: str) -> str:
    return re.sub(r"[^a-z0-9-]", "", name)


def main() -> int:
    """Write the pages."""
    for path, text in pages():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
