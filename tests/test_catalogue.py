"""Every sentence for people is in the catalogue, in both languages, and its translation fits it."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import catalogue

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "vtrack").rglob("*.py"))
PERCENT = re.compile(r"%\((\w+)\)")
QUOTED = re.compile(r"`[^`]*`")
HAN = re.compile("[\u3400-\u9fff]")
RANGE = re.compile("[\u3400\u4e00]-[\u4dbf\u9fff]")
"""All of Chinese, as in «has this any Chinese in it»."""
A_WORD = re.compile("[\u4e00-\u9fff/／]{1,4}|(Bad|Good) [\u4e00-\u9fff]{2}")
"""A single word that a rule compares with a piece of a file, or the heading of an example."""
WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")

WORD_LISTS = (
    "vtrack/rules/",
    "vtrack/text/",
    "vtrack/prose.py",
    "vtrack/validation/meant.py",
    "vtrack/model/quantity.py",
    "vtrack/recording/units.py",
    "vtrack/recording/values.py",
    "vtrack/workbooks/intake/cells.py",
    "vtrack/workbooks/intake/days.py",
    "vtrack/workbooks/styles.py",
    "vtrack/commands/entry/days.py",
    "vtrack/commands/due.py",
    "vtrack/commands/entry/prompts.py",
)
"""Where constants may list Chinese words: what vtrack looks for in files."""
SPEAKS = {"echo", "print", "Text", "append", "add_column", "secho", "style", "CallError", "Remark", "UsageError"}


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def calls(file: Path, *functions: str) -> Iterator[ast.Call]:
    """The calls of functions by their names."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call) and called(node) in functions:
            yield node


def test_nothing_is_missing() -> None:
    assert catalogue.missing() == []


def test_nothing_is_left_over() -> None:
    """A sentence that nobody says any more is taken out by ``python tools/catalogue.py update``."""
    said = {text if isinstance(text, str) else text[0] for text in every_sentence()}

    assert [text for text in translations() if text not in said] == []


def test_the_committed_catalogue_is_what_the_translations_compile_to() -> None:
    assert catalogue.MO.read_bytes() == catalogue.compiled(), "run: python tools/catalogue.py compile"


def test_a_translation_has_the_places_of_its_sentence() -> None:
    own = set(catalogue.own_sentences())
    for text, chinese in translations().items():
        if chinese and text in own:
            assert places(chinese) == places(text), text
        elif chinese and PERCENT.search(text):
            assert set(PERCENT.findall(chinese)) == set(PERCENT.findall(text)), text
        elif chinese:
            assert {place.partition("!")[0] for place in places(chinese)} <= places(text), text


def places(text: str) -> set[str]:
    """The ``{places}`` of a sentence; doubled braces are braces."""
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def test_a_translation_is_chinese_and_its_sentence_is_not() -> None:
    for text, chinese in translations().items():
        assert not HAN.search(QUOTED.sub("", text)), f"{text}: only what one is to type may be Chinese"
        if chinese and re.search(r"[A-Za-z]{3}", re.sub(r"\{\w*\}|`[^`]*`", "", text)):
            assert HAN.search(chinese), text


def test_a_translation_is_written_with_chinese_punctuation() -> None:
    """A half-width comma or question mark after a Chinese character is a slip of the keyboard."""
    slips = re.compile("[\u4e00-\u9fff][,;?!]")
    for text, chinese in translations().items():
        assert not slips.search(chinese), f"{text}: {chinese}"


def translations() -> dict[str, str]:
    """Every sentence of the catalogue with its translation; of a plural its only form."""
    found = {}
    for message in catalogue.load():
        if message.id:
            text = message.id if isinstance(message.id, str) else message.id[0]
            string = message.string if isinstance(message.string, str) else (message.string or ("",))[0]
            found[text] = string or ""
    return found


def every_sentence() -> Iterator[str | tuple[str, ...]]:
    import click

    yield from catalogue.sentences(ROOT / "vtrack", catalogue.OWN)
    yield from catalogue.sentences(Path(click.__file__).parent, catalogue.OF_CLICK)


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_a_sentence_is_written_out_where_it_is_said(file: Path) -> None:
    """The extractor sees literals only: no f-string, no sum, no variable."""
    for call in calls(file, "say", "gettext"):
        if name(file) in ("vtrack/cli.py", "vtrack/language.py", "vtrack/messages.py") and not isinstance(
            call.args[0], ast.Constant
        ):
            continue
        assert isinstance(call.args[0], ast.Constant), f"line {call.lineno}"
        assert isinstance(call.args[0].value, str)


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_what_stands_in_a_sentence_is_what_is_given_for_it(file: Path) -> None:
    for call in calls(file, "say"):
        if call.args and isinstance(call.args[0], ast.Constant) and all(word.arg for word in call.keywords):
            text = str(call.args[0].value)
            assert places(text) == {word.arg for word in call.keywords}, f"line {call.lineno}: {text}"
            assert all(place.isidentifier() for place in places(text)), f"line {call.lineno}: {text}"


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_no_words_are_said_outside_the_catalogue(file: Path) -> None:
    for call in calls(file, *SPEAKS):
        for argument in [*call.args, *(word.value for word in call.keywords if word.arg != "style")]:
            for text in literals(argument):
                assert not WORDS.search(text), f"line {call.lineno}: {text!r}"


def literals(node: ast.expr) -> Iterator[str]:
    """The literal texts of an expression, f-strings included, without those that are handed to the catalogue."""
    if isinstance(node, ast.Call) and called(node) in ("say", "gettext"):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield from literals(child)


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_no_chinese_is_written_into_the_code(file: Path) -> None:
    module = tree(file)
    excused = {id(node) for node in docstrings(module)}
    if name(file).startswith(WORD_LISTS):
        for statement in module.body:
            if isinstance(statement, ast.Assign | ast.AnnAssign):
                excused |= {id(node) for node in ast.walk(statement)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in excused:
            text = RANGE.sub("", QUOTED.sub("", node.value))
            word = name(file).startswith("vtrack/rules/") and A_WORD.fullmatch(text)
            assert word or not HAN.search(text), f"line {node.lineno}: {node.value!r}"


def docstrings(module: ast.Module) -> Iterator[ast.expr]:
    """The docstrings of a module, attributes' included: texts that stand for themselves."""
    for node in ast.walk(module):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
