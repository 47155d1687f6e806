"""What a Chinese keyboard mistypes: what is found, and what is rightly left alone."""

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.text.reads import data, flaws, reading
from vtrack.text import hints
from vtrack.text.characters import CONTROL, INVISIBLE, WIDE_SPACE
from vtrack.text.hints import find_hints
from vtrack.text.repair import Repair
from vtrack.text.suspicion import is_suspect


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # colons
        ("name：甲", ["1:5 full-width-colon ： → : "]),
        ("name： 甲", ["1:5 full-width-colon ： → :"]),
        ("a:\n  name：甲\n  unit：个", ["2:7 full-width-colon ： → : ", "3:7 full-width-colon ： → : "]),
        ("- name：甲", ["1:7 full-width-colon ： → : "]),
        ("a: {b：1, c: {d：2}}", ["1:6 full-width-colon ： → : ", "1:15 full-width-colon ： → : "]),
        ("a: {b: 1,\n    c：2}", ["2:6 full-width-colon ： → : "]),
        ('"a"：1', ["1:4 full-width-colon ： → : "]),
        ('{"a"：1}', ["1:5 full-width-colon ： → : "]),
        ("{2024：94}", ["1:6 full-width-colon ： → : "]),
        ("a: 1\n名称：甲", ["2:3 full-width-colon ： → : "]),
        ("a:\n  名称：甲\n  单位: 个", ["2:5 full-width-colon ： → : "]),
        ("{名称：甲}", ["1:4 full-width-colon ： → : "]),
        ("name:甲", ["1:5 missing-space : → : "]),
        ("a: {b:1}", ["1:6 missing-space : → : "]),
        ("{2024:94}", ["1:6 missing-space : → : "]),
        ('"a":1', ["1:4 missing-space : → : "]),
        # punctuation
        ("a: {b: 1，c: 2}", ["1:9 full-width-punctuation ， → , "]),
        ("a: {b: 甲， c: 2}", ["1:9 full-width-punctuation ， → ,"]),
        ("a: {b: 98，\n    c: 2}", ["1:10 full-width-punctuation ， → ,"]),
        ("a: [1，2]", ["1:6 full-width-punctuation ， → , "]),
        ("a: [office、housing]", ["1:11 full-width-punctuation 、 → , "]),
        ("a: ［1, 2］", ["1:4 full-width-punctuation ［ → [", "1:9 full-width-punctuation ］ → ]"]),
        ("a: ｛b: 1｝", ["1:4 full-width-punctuation ｛ → {", "1:9 full-width-punctuation ｝ → }"]),
        ("a: [1, 2］", ["1:9 full-width-punctuation ］ → ]"]),
        ("－ a\n— b", ["1:1 full-width-punctuation － → -", "2:1 full-width-punctuation — → -"]),
        ("＃ 说明\na: 1", ["1:1 full-width-punctuation ＃ → #"]),
        ("unit: ％", ['1:7 full-width-punctuation ％ → "%"']),
        ("unit: “%”", ['1:7 full-width-punctuation “%” → "%"']),
        ('unit: "%”', ['1:9 full-width-punctuation ” → "']),
        ('unit: “%"', ['1:7 full-width-punctuation “%" → "%"']),
        # spaces
        ("a:　甲", ["1:3 full-width-space 　 →  "]),
        ("a:\n　b: 1", ["2:1 full-width-space 　 →   "]),
        ("a　: 1", ["1:2 full-width-space 　 → "]),
        ("a: 甲　", ["1:5 full-width-space 　 → "]),
        ("a: 甲　# 说明", ["1:5 full-width-space 　 →  "]),
        ("a: [1,　2]", ["1:7 full-width-space 　 →  "]),
        ("a:\u00a01", ["1:3 full-width-space \u00a0 →  "]),
        ("a: 1\n　\nb: 2", ["2:1 full-width-space 　 →   "]),
        # tabs
        ("a:\n\tb: 1", ["2:1 tab \t →   "]),
        ("a:\n    b: 1\n\tc: 2", ["3:1 tab \t →     "]),
        ("a: 1\n\t# 说明\nb: 2", ["2:1 tab \t →   "]),
        # digits
        ("a: ９８", ["1:4 full-width-digits ９８ → 98"]),
        ("a: ９８％", ["1:4 full-width-digits ９８％ → 98"]),
        ("a: 98％", ["1:4 full-width-digits 98％ → 98"]),
        ("a: ９７．５", ["1:4 full-width-digits ９７．５ → 97.5"]),
        ("a: －5", ["1:4 full-width-digits －5 → -5"]),
        ("a: １．１８万", ["1:4 full-width-digits １．１８万 → 11800"]),
        ("a: ２０２４年６月", ["1:4 full-width-digits ２０２４年６月 → 2024-06-30"]),
        ("a: [９８, 1]", ["1:5 full-width-digits ９８ → 98"]),
        ("- ９８", ["1:3 full-width-digits ９８ → 98"]),
        # hidden characters, everywhere
        ("na\u200bme: 甲", ["1:3 invisible-character \u200b → "]),
        ("a: 1 # 甲\u200b\ufeff", ["1:9 invisible-character \u200b\ufeff → "]),
        ('a: "\u202e"', ["1:5 invisible-character \u202e → "]),
        ("a: x\x07", ["1:5 control-character \x07 → "]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert flaws(text) == expected


def test_one_mistake_does_not_hide_the_next() -> None:
    text = "targets：\n  a： {name：甲，reach: ｛at_least：９８％｝，lead：［office］}\n  b:{name: 乙}\n"

    assert data(text) == {
        "targets": {"a": {"name": "甲", "reach": {"at_least": 98}, "lead": ["office"]}, "b": {"name": "乙"}}
    }
    assert [flaw.kind for flaw in reading(text).flaws] == [
        "full-width-colon", "full-width-colon", "full-width-colon", "full-width-punctuation", "full-width-punctuation",
        "full-width-colon", "full-width-digits", "full-width-punctuation", "full-width-punctuation",
        "full-width-colon", "full-width-punctuation", "full-width-punctuation", "missing-space",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "note: 口径：有设施的行政村／全部行政村",
        "evidence: 2023年6月验收单 12:30",
        "evidence: http://www.dongtou.gov.cn/art/2023/6/29/art_1：1.html",
        "evidence: [http://a.cn:8080/x, 12:30, 第5号：甲]",
        "a: {evidence: http://a.cn/x, at: 12:30}",
        "name: ９８小区",
        "name: “5G云诊室”（1家）",
        "name: “千村示范、万村整治”",
        "number: 示政发［2023］1号",
        "number: 示政发〔2023〕14号",
        "number: ［2023］1号",
        "name: 提升98％以上",
        "name: A、B、C三类",
        "source: 附件1、2；正文9",
        "a: {source: 附件1、2, note: 甲，乙：丙}",
        "states: [未启动，含储备, 建成]",
        "a: 'name：甲，９８％'",
        'a: "name：甲，９８％"',
        'a: "第一行：\n  name：甲"\nb: 1',
        "a: |\n  name：甲\n  ９８％\n\n  - x：y\nb: 1",
        "a: >-\n  name：甲\nb: 1",
        "- |\n  name：甲\n- b",
        "# name：甲，９８％\na: 1 # b：２",
        "a: 甲　乙",
        "a: 分两类\n  GDP：现价\n  其他：不变价\nb: 1",
        "a:\n  口径：有设施\n  的行政村\nb: 1",
        "a:\tb",
        "a: {b: 1,\n\tc: 2}",
        "- 口径：甲\n- GDP：乙",
        "a: C:\\x",
        '{"a":1,"b":[2]}',
        "a: x#y：z",
        "a: it's：甲\nb: 1",
        "“a”: 1",
        "2024-06-30: 甲",
        "a: －",
        "a: 甲\n\n\n\n",
    ],
)
def test_left_alone(text: str) -> None:
    assert flaws(text) == []


HAN = st.sampled_from(["甲", "全县", "“一老一小", "《办法》", "2023年度", "附件"])
BITS = st.sampled_from(
    ["口径", "：", "，", "、", "（", "）", "《", "》", "“", "”", "。", "；", "98", "％", "%", "9.5", "年", "12:30",
     "GDP", "A", "／", "/", "-", "—", "－", "９８", "［甲］", "｛1｝", "＃", "http://x.cn/a?b=1", " ", "亿元",
     ":a", "‘", "’",
     "＂", "?", "!", "…", "~", "\u3000乙"]
)  # fmt: skip
CHINESE = st.builds(lambda first, rest: (first + "".join(rest)).rstrip("\u3000 "), HAN, st.lists(BITS, max_size=10))


@given(CHINESE)
def test_no_text_is_taken_for_structure(text: str) -> None:
    assume(": " not in text and not text.endswith(":"))

    assert data(f"a:\n  name: {text}\n  unit: 个\n") == {"a": {"name": text, "unit": "个"}}
    assert data(f"a:\n  - {text}\n  - 乙\n") == {"a": [text, "乙"]}
    assert flaws(f"a:\n  name: {text}\n  unit: 个\nb:\n  - {text}\n  - 乙\nc: 甲\n  {text}\nd: |\n  {text}\n") == []
    assert flaws(f"a: \"{text}\" # {text}\nb: '{text}'\n# {text}\n") == []


@given(CHINESE)
def test_no_text_in_brackets_is_taken_for_structure(text: str) -> None:
    assume(": " not in text and not text.endswith(":") and "?" not in text)

    assert flaws(f"a: {{name: {text}, unit: 个}}\n") == []
    assert flaws(f"a: [{text}, 乙]\n") == []
    assert data(f"a: {{name: {text}, unit: [{text}, 乙]}}\n") == {"a": {"name": text, "unit": [text, "乙"]}}


SIGNS = st.sampled_from(
    ["name", "a", "98", "2024", "：", ":", ": ", "，", ",", ", ", "、", "｛", "{", "}", "｝", "[", "]", "［", "］",
     "\n", "\n  ", "\n- ", "- ", "－ ", "\t", "\u3000", " ", "“", "”", '"', "'", "％", "%", "０９", "甲", "说明",
     "#", " # ", "|", "|\n", "&", "*", "!", "<<", "---\n", "...\n", "\u200b", "\x07", "0", "1.5",
     "?", "@", "\\", "-", "—",
     "http://x", "12:30", "＃", "ｎ", ".", "e5", "x: ", "key：", "\r\n", "\ufeff", "\u2028", "\x85"]
)  # fmt: skip
HOSTILE = st.lists(SIGNS, max_size=30).map("".join) | st.text(max_size=60)


def test_every_character_that_does_not_belong_is_suspect() -> None:
    seldom = re.compile(f"[{CONTROL}{INVISIBLE}{WIDE_SPACE}\t]")

    assert [hex(point) for point in range(0x110000) if seldom.match(chr(point)) and not is_suspect(chr(point))] == []


@given(HOSTILE)
def test_what_is_not_walked_has_nothing_to_find(text: str) -> None:
    if not is_suspect(text):
        assert list(hints._mistyped(text)) == []


@given(HOSTILE)
def test_hints_follow_one_another(text: str) -> None:
    found = find_hints(text)

    assert all(0 <= hint.start < hint.end <= len(text) for hint in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all("\n" not in text[hint.start : hint.end] + hint.instead for hint in found)
    assert Repair(text, found).text.count("\n") == text.count("\n")


def test_lines_too_long_to_be_typed_are_not_walked() -> None:
    assert find_hints("a：" * 5000) == ()
