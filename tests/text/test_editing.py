"""Edits of a YAML text: the fewest changed lines, in whatever layout, and never anything else than was meant."""

from __future__ import annotations

import re
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtrack.text import editing
from vtrack.text.characters import CONTROL, INVISIBLE
from vtrack.text.editing import Edit, as_written, enlist, insert, made, provide, put, remove, rename
from vtrack.text.emission import mapping, scalar, sequence
from vtrack.text.layout import Splice, Uneditable, YamlText
from vtrack.text.reading import read

HIDDEN = re.compile(f"[{INVISIBLE}{CONTROL}]")


@pytest.fixture(params=["libyaml", "ruamel.yaml"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every test is made with the nodes of either library."""
    if request.param == "ruamel.yaml":
        monkeypatch.setitem(sys.modules, "vtrack.text.libyaml", None)
    return str(request.param)


def edited(text: str, *edits: Edit) -> str:
    return made(YamlText(text.encode()), edits).encoded.decode()


def put_b(text: str, value: str = "2", order: str = "abc") -> str:
    """A text with the key ``b`` of the mapping ``m`` set."""
    return edited(text, put(("m", "b"), value, list(order)))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("m:\n", "m:\n  b: 2\n"),
        ("m:", "m:\n  b: 2"),
        ("m: {}\n", "m:\n  b: 2\n"),
        ("m: { }  # 空\n", "m:  # 空\n  b: 2\n"),
        ("m: null # 空\nn: 1\n", "m: # 空\n  b: 2\nn: 1\n"),
        ("m:\n  # 说明\n\nn: 1\n", "m:\n  # 说明\n  b: 2\n\nn: 1\n"),
        ("m:\n# 说明\nn: 1\n", "m:\n  b: 2\n# 说明\nn: 1\n"),
        ("x:\n    y: 1\nm:\n", "x:\n    y: 1\nm:\n    b: 2\n"),
        ("{m: }\n", "{m: {b: 2} }\n"),
        ("{m: {}, n: 1}\n", "{m: {b: 2}, n: 1}\n"),
    ],
)
def test_the_first_key_of_a_mapping(text: str, after: str) -> None:
    assert put_b(text) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("m:\n  a: 1\n", "m:\n  a: 1\n  b: 2\n"),
        ("m:\n  a: 1", "m:\n  a: 1\n  b: 2"),
        ("m:\n  a: 1  # 一\n        # 续\n\n  c: 3\n", "m:\n  a: 1  # 一\n        # 续\n  b: 2\n\n  c: 3\n"),
        ("m:\n  # 三\n  c: 3\n", "m:\n  b: 2\n  # 三\n  c: 3\n"),
        ("m:\n  c: 3\n  a: 1\n  d: 4\n", "m:\n  c: 3\n  a: 1\n  b: 2\n  d: 4\n"),
        ("m:\n  z: 3\n", "m:\n  z: 3\n  b: 2\n"),
        ("m:\n  a:\n  - k: 2\n    l: 3 # 三\n  c: 3\n", "m:\n  a:\n  - k: 2\n    l: 3 # 三\n  b: 2\n  c: 3\n"),
        ("m:\n  a:\n  - 1\n  # 末\n", "m:\n  a:\n  - 1\n  b: 2\n  # 末\n"),
        ("m:\n  a: {k: 1,\n    l: 2} # 二\n  c: 3\n", "m:\n  a: {k: 1,\n    l: 2} # 二\n  b: 2\n  c: 3\n"),
        ("m:\n  a: |\n    一\n\n    二\n\n\n  c: 3\n", "m:\n  a: |\n    一\n\n    二\n  b: 2\n\n\n  c: 3\n"),
        ("m:\n  a: |+\n    一\n\n  c: 3\n", "m:\n  a: |+\n    一\n\n  b: 2\n  c: 3\n"),
        ("m:\n  a: |\n    一", "m:\n  a: |-\n    一\n  b: 2"),
        ("m:\n  a: >2\n    一", "m:\n  a: >2-\n    一\n  b: 2"),
        ('m:\n  a: "一\n    二"\n', 'm:\n  a: "一\n    二"\n  b: 2\n'),
        ("m:\n  a: 一\n    二 # 二\n", "m:\n  a: 一\n    二 # 二\n  b: 2\n"),
        ("m:\n  a:\n", "m:\n  a:\n  b: 2\n"),
        ("m:\n  'a' : 1\t# 一\n", "m:\n  'a' : 1\t# 一\n  b: 2\n"),
        ("---\nm:\n  a: 1\n", "---\nm:\n  a: 1\n  b: 2\n"),
    ],
)  # fmt: skip
def test_one_more_key_in_lines(text: str, after: str) -> None:
    assert put_b(text) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("m: {a: 1}  # 一\n", "m: {a: 1, b: 2}  # 一\n"),
        ("m: {a: 1, c: 3}\n", "m: {a: 1, b: 2, c: 3}\n"),
        ("m: { c: 3 }\n", "m: { b: 2, c: 3 }\n"),
        ("m: {a: 1, }\n", "m: {a: 1, b: 2, }\n"),
        ("m: {a: [1, 2], c: {d: 4}}\n", "m: {a: [1, 2], b: 2, c: {d: 4}}\n"),
        ("m: {\n  a: 1,  # 一\n  c: 3   # 三\n}\n", "m: {\n  a: 1,  # 一\n  b: 2,\n  c: 3   # 三\n}\n"),
        ("m: {\n  a: 1  # 一\n}\n", "m: {\n  a: 1,  # 一\n  b: 2\n}\n"),
        ("m: {\n  a: 1,  # 一\n}\n", "m: {\n  a: 1,  # 一\n  b: 2,\n}\n"),
        ("m: {a: 1,\n    z: 3}\n", "m: {a: 1,\n    b: 2,\n    z: 3}\n"),
    ],
)
def test_one_more_key_in_braces(text: str, after: str) -> None:
    assert put_b(text) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("m:\n  b: 1  # 一\n", "m:\n  b: 2  # 一\n"),
        ("m:\n  b:    1\n", "m:\n  b:    2\n"),
        ("m:\n  b:  # 无\n  c: 3\n", "m:\n  b: 2  # 无\n  c: 3\n"),
        ("m:\n  b:\n    1  # 一\n", "m:\n  b:\n    2  # 一\n"),
        ("m:\n  b: '一\n    二'  # 二\n", "m:\n  b: 2  # 二\n"),
        ("m:\n  b: {x: 1,\n    y: 2}  # 二\n", "m:\n  b: 2  # 二\n"),
        ("m:\n  b:  # 几份\n    - 一  # 甲\n    - 二\n  c: 3\n", "m:\n  b: 2  # 几份\n  c: 3\n"),
        ("m:\n  b: |  \n    一\n\n    二\n\n  c: 3\n", "m:\n  b: 2\n\n  c: 3\n"),
        ("m: {b: 1, c: 3}\n", "m: {b: 2, c: 3}\n"),
        ('{"m":{"b":1}}\n', '{"m":{"b":2}}\n'),
    ],
)
def test_another_value(text: str, after: str) -> None:
    assert put_b(text) == after


def test_line_ends_and_the_byte_order_mark_stay_what_they_are() -> None:
    mixed = "\ufeffm:\r\n  a: 1\n  c: 3\r\n  d: 4"

    assert put_b(mixed) == "\ufeffm:\r\n  a: 1\n  b: 2\n  c: 3\r\n  d: 4"
    assert put_b(mixed, order="cb") == "\ufeffm:\r\n  a: 1\n  c: 3\r\n  b: 2\r\n  d: 4"
    assert put_b(mixed, order="") == "\ufeffm:\r\n  a: 1\n  c: 3\r\n  d: 4\r\n  b: 2"
    assert put_b("m:\r  a: 1\r") == "m:\r  a: 1\r  b: 2\r"


@pytest.mark.parametrize(
    ("text", "place", "after"),
    [
        ("l:\n", 0, "l:\n  - 9\n"),
        ("l: []  # 空\n", 0, "l:  # 空\n  - 9\n"),
        ("x:\n- 1\nl: []\n", 0, "x:\n- 1\nl:\n- 9\n"),
        ("x:\n    - 1\nl:\n", 0, "x:\n    - 1\nl:\n    - 9\n"),
        ("l:\n  # 一\n  - 1\n", 0, "l:\n  - 9\n  # 一\n  - 1\n"),
        ("l:\n- 1 # 一\n-   a: 1\n    b: 2\n", 1, "l:\n- 1 # 一\n- 9\n-   a: 1\n    b: 2\n"),
        ("l:\n- 1\n-   a: 1\n    b: 2 # 二\nm: 1\n", 2, "l:\n- 1\n-   a: 1\n    b: 2 # 二\n- 9\nm: 1\n"),
        ("l:\n  - 1", 5, "l:\n  - 1\n  - 9"),
        ("l: [1, 2]\n", 1, "l: [1, 9, 2]\n"),
        ("l: [1, 2]\n", 2, "l: [1, 2, 9]\n"),
        ("l: [\n  1, # 一\n  2 # 二\n]\n", 2, "l: [\n  1, # 一\n  2, # 二\n  9\n]\n"),
        ("{l: []}\n", 0, "{l: [9]}\n"),
    ],
)
def test_one_more_item(text: str, place: int, after: str) -> None:
    assert edited(text, insert(("l",), place, "9")) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("m:\n  b: 1  # 一\n", "m:\n  b:\n    - 1  # 一\n"),
        ("x:\n- 1\nm:\n    b: {c: 1}\n", "x:\n- 1\nm:\n    b:\n    - {c: 1}\n"),
        ("m:\n  b:  # 一\n    {c: 1}\n", "m:\n  b:  # 一\n    - {c: 1}\n"),
        ("m:\n  b: {c: 1,\n    d: 2}\n", "m:\n  b:\n    - {c: 1,\n    d: 2}\n"),
        ("m:\n  b:\n    # 一\n    c: |\n      文\n\n    d: 2", "m:\n  b:\n    # 一\n    - c: |\n        文\n\n      d: 2"),  # noqa: E501
        ("m: {b: 1, c: 2}\n", "m: {b: [1], c: 2}\n"),
    ],
)  # fmt: skip
def test_a_value_becomes_the_item_of_a_list(text: str, after: str) -> None:
    assert edited(text, enlist(("m", "b"))) == after


def test_a_key_gets_another_name() -> None:
    assert edited("m: {'a': 1, c: 3} # 一\n", rename(("m", "a"), "b")) == "m: {b: 1, c: 3} # 一\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("m:\n  a: 1\n  b: 2  # 二\n  c: 3\n", "m:\n  a: 1\n  c: 3\n"),
        ("m:\n  a: 1\n  b: 2", "m:\n  a: 1"),
        ("m:\n  b:\n    - 1\n    - 2\n  c: 3\n", "m:\n  c: 3\n"),
        ("m: {a: 1, b: 2, c: 3}\n", "m: {a: 1, c: 3}\n"),
        ("m: {b: 2, c: 3}\n", "m: {c: 3}\n"),
        ("m: {a: 1, # 一\n  b: 2}\n", "m: {a: 1, # 一\n  }\n"),
        ("m: {\n  a: 1,\n  b: 2\n}\n", "m: {\n  a: 1\n}\n"),
    ],
)
def test_a_key_is_taken_out(text: str, after: str) -> None:
    assert edited(text, remove(("m", "b"))) == after


def test_a_key_behind_a_dash_is_taken_out() -> None:
    assert edited("l:\n  - b: 1\n    c: 2\n", remove(("l", 0, "b"))) == "l:\n  - c: 2\n"


@pytest.mark.parametrize(
    "text",
    [
        "m:\n",
        "m: {}  # 空\n",
        "m:\n  a: 1  # 一\n    # 续\n  e: 5\n",
        "m:\n  # 五\n  e: 5\n",
        "m:\n    # 五\n  e: 5\n",
        "m: {a: 1, e: 5}\n",
        "m: {\n  a: 1, # 一\n  e: 5 # 五\n}\n",
        "m: {\n  a: 1 # 一\n}\n",
        "m:\n  a: |\n    一",
        "\ufeffm:\r\n  a: 1\n  e: 5",
    ],
)
@pytest.mark.parametrize("keys", ["bcd", "dcb", "cbd", "fb"])
def test_keys_that_are_put_in_at_once_stand_as_one_by_one(text: str, keys: str) -> None:
    edits = [put(("m", key), "2", list("abcdef")) for key in keys]
    after = text
    for edit in edits:
        after = edited(after, edit)

    assert edited(text, *edits) == after


def test_edits_at_once_change_each_its_own() -> None:
    text = "m:\n  a: 1\n  b: 2\n  c: {d: 4}\nl:\n  - 1\n"
    edits = (
        put(("m", "b"), "9"),
        insert(("l",), None, "8"),
        enlist(("m", "a")),
        put(("m", "c", "e"), "7"),
        insert(("l",), None, "6"),
        provide(("n",), "{}"),
        provide(("n",), "{}"),
    )
    assert edited(text, *edits) == "m:\n  a:\n    - 1\n  b: 9\n  c: {d: 4, e: 7}\nl:\n  - 1\n  - 8\n  - 6\nn: {}\n"


def test_what_is_there_is_not_provided_anew() -> None:
    assert edited("m: {a: 1}\n", provide(("m",), "{}"), provide(("l",), "[]")) == "m: {a: 1}\nl: []\n"


def test_too_much_at_one_place_is_refused() -> None:
    keys = "abcdefghijk"
    text = f"m: {{{', '.join(f'{key}: 1' for key in keys)}}}\n"
    with pytest.raises(Uneditable):
        edited(text, *(put(("m", key), "2") for key in keys))


def test_digits_are_those_of_the_file() -> None:
    text = YamlText(b"m: {a: 95.20, b: '007', c: {d: 1}}\n")

    assert (as_written(text, ("m", "a")), as_written(text, ("m", "b"))) == ("95.20", "007")
    with pytest.raises(Uneditable):
        as_written(text, ("m", "c"))
    with pytest.raises(Uneditable):
        as_written(text, ("m", "x"))


UNEDITABLE: dict[str, tuple[str, Edit]] = {
    "a text with flaws": ("m：\n  a: 1\n", put(("m", "b"), "2")),
    "an empty text": ("# 无\n", put(("m",), "2")),
    "a mapping that is not there": ("m: {}\n", put(("n", "b"), "2")),
    "a value where keys belong": ("m: 1\n", put(("m", "b"), "2")),
    "a list where keys belong": ("m: [1]\n", put(("m", "b"), "2")),
    "keys where items belong": ("m: {a: 1}\n", insert(("m",), 0, "2")),
    "a key set apart from its value": ("? m\n: {}\n", put(("m", "b"), "2")),
    "a value that is no YAML": ("m:\n", put(("m", "b"), "{")),
    "a value that is two": ("m: {a: 1}\n", put(("m", "b"), "1, 2")),
    "a value with a comment": ("m: {a: 1}\n", put(("m", "b"), "1 # 一")),
    "a value of several lines": ("m:\n", put(("m", "b"), "1\nn: 2")),
    "the only key": ("m:\n  b: 1\n", remove(("m", "b"))),
    "the name of another key": ("m: {a: 1, b: 2}\n", rename(("m", "a"), "b")),
    "an item's name": ("m: [1]\n", rename(("m", 0), "b")),
    "an item in its own list": ("m: [1]\n", enlist(("m", 0))),
}


@pytest.mark.parametrize("what", UNEDITABLE)
def test_what_cannot_be_edited_is_refused(what: str) -> None:
    text, edit = UNEDITABLE[what]
    with pytest.raises(Uneditable):
        edited(text, edit)


def test_a_text_that_would_say_something_else_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever may be wrong with where an edit goes, what comes out is compared with what was meant."""

    def astray(text: YamlText, *_: object) -> list[Splice]:
        return [Splice((0, 0), (0, 0), "x: 1\n")]

    monkeypatch.setattr(editing, "added", astray)
    with pytest.raises(Uneditable):
        put_b("m:\n  a: 1\n")


@pytest.mark.parametrize(
    ("text", "yaml"),
    [
        ("区住建局验收单 2024-17", "区住建局验收单 2024-17"),
        ("示政发〔2023〕1号", "示政发〔2023〕1号"),
        ("《公报》（初稿）", "《公报》（初稿）"),
        ("85%", "85%"),
        ("是", "是"),
        ("true", '"true"'),
        ("2024", '"2024"'),
        ("007", '"007"'),
        ("~", '"~"'),
        ("", '""'),
        ("a: b", '"a: b"'),
        ("# 一", '"# 一"'),
        ("甲，乙", '"甲，乙"'),
        ("９８％", '"９８％"'),
        (" 甲", '" 甲"'),
        ('他说"好"', '"他说\\"好\\""'),
        ("x\\y", '"x\\\\y"'),
        ("一\n二\t三", '"一\\n二\\t三"'),
        ("零\u200b宽", '"零\\u200B宽"'),
        ("\U0001f3d7", '"\U0001f3d7"'),
    ],
)
def test_a_text_is_quoted_where_it_would_be_read_as_something_else(text: str, yaml: str) -> None:
    assert scalar(text) == yaml


@given(st.text().filter(lambda text: not HIDDEN.search(text)))
def test_every_text_that_can_be_seen_is_read_back_as_it_is(text: str) -> None:
    yaml = f"a: {scalar(text)}\nb: {mapping({'c': scalar(text), 'd': sequence([scalar(text), '1.50'])})}\n"
    reading = read(yaml.encode())

    assert reading.sound
    assert reading.document is not None
    assert reading.document.data == {"a": text, "b": {"c": text, "d": [text, Decimal("1.50")]}}


@given(st.text(st.sampled_from("甲\u200b\u202e\x1b\x85\n"), min_size=1))
def test_what_cannot_be_seen_is_written_by_its_code(text: str) -> None:
    reading = read(f"a: {scalar(text)}\n".encode())

    assert reading.document is not None
    assert reading.document.data == {"a": text}
    assert reading.sound is not bool(HIDDEN.search(text)), "a check finds it"
