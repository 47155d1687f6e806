from tests.rules.cases import findings, hints

RULE = "text/encoding"
PLAN = "format: 1\nlocality: {id: demo, name: 示范县}\n"


def test_gbk() -> None:
    raw = {"plan.yaml": PLAN.encode("gbk")}

    assert findings("", RULE, raw=raw) == ["plan.yaml:2:28 error the file is saved as GBK, not as UTF-8"]
    assert hints("", RULE, raw=raw) == ["choose «Save as» in Notepad or WPS, and the encoding UTF-8"]


def test_utf16() -> None:
    raw = {"plan.yaml": PLAN.encode("utf-16")}

    assert findings("", RULE, raw=raw) == ["plan.yaml:1:1 error the file is saved as UTF-16, not as UTF-8"]


def test_a_spreadsheet() -> None:
    raw = {"plan.yaml": b"PK\x03\x04\x14\x00"}

    assert findings("", RULE, raw=raw) == ["plan.yaml:1:1 error this is a spreadsheet or a Word file, not a text file"]
    assert hints("", RULE, raw=raw) == [
        "copy its figures into a text file; changing a file's name does not change what it is"
    ]


def test_a_broken_byte() -> None:
    raw = {"plan.yaml": PLAN.encode() + b"note: \xff\n"}

    assert findings("", RULE, raw=raw) == ["plan.yaml:3:7 error the byte 0xFF is not UTF-8"]
    assert hints("", RULE, raw=raw) == ["save the file as UTF-8; if it was damaged on the way, fetch it again"]


def test_utf8_with_a_mark_is_in_order() -> None:
    assert findings("", RULE, raw={"plan.yaml": PLAN.encode("utf-8-sig")}) == []
