"""Files as a careless or a malicious hand leaves them: real ones with pieces cut, doubled, swapped and put in.

So too figures as somebody may want to enter them, and workbooks as they may come back.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

from hypothesis import strategies as st

from vtrack.recording.entry import Amount, Done, Entry, Report, Share, State
from vtrack.text.reading import read

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "tests" / "hostile" / "seeds"
"""What was hard once, or is known to be: files of plans and progress, and workbooks."""
HARD = sorted(KEPT.glob("*.yaml"))
BOOKS = sorted(KEPT.glob("*.xlsx"))
SEEDS = sorted(file for folder in ("examples/county", "examples/mistakes") for file in (ROOT / folder).rglob("*.yaml"))
"""Sound files, and files with mistakes."""
PLACES = ("plan.yaml", "progress/2024.yaml", "waivers.yaml")
"""Where a file of no name of its own may stand in the example county."""

# What the reader, the schemas and the verdicts treat in a way of their own.
_MARKS = "&a *a !!str ? - : ： ， { } [ ] # ' \" \0 \x1b \u3000 \u200b \u202e \ufeff \u2028"
_WORDS = """
    0 -0 00 1e9 1e999999 .nan -.inf 0x1F 1_000 1:30 99999999999999999999 1/3 98% 1.18万 ０９ null ~ true no
    x ×× 待定 TBD 2024-02-30 0000-00-00 9999-12-31 2199 -1
    format locality period targets figures revisions references value count of as_of state done by within
    reach keep accumulate grow compare milestone task at_least above between about schedule baseline
    each month quarter every entry rates basis points lag expect states
"""
_BREAKS = (
    "&a ",
    "<<: ",
    "- ",
    ": ",
    ", ",
    "|\n",
    ">\n",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "\t",
    "\r",
    "\r\n",
    "\n",
    "\u3000",
)
TOKENS = (*_MARKS.split(" "), *_WORDS.split(), *_BREAKS)


Draw = Callable[[st.SearchStrategy[Any]], Any]


def _changed(draw: Draw, text: bytes, tokens: Sequence[str]) -> bytes:
    """A text with one change at a place drawn by chance."""
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.integers(0, 40)))
    change = draw(st.integers(0, 4))
    if change == 0:
        return text[:start] + text[end:]
    if change == 1:
        return text[:end] + text[start:end] * draw(st.integers(1, 5)) + text[end:]
    if change == 2:
        return text[:start] + tokens[draw(st.integers(0, len(tokens) - 1))].encode() + text[end:]
    if change == 3:
        other = draw(st.integers(0, len(text)))
        return text[:start] + text[other : other + 30] + text[end:]
    return text[:start] + bytes([draw(st.integers(0, 255))]) + text[end:]


def _hard(draw: Draw) -> tuple[str, bytes]:
    """One of the files that were hard once, at one of the places where it may stand."""
    return PLACES[draw(st.integers(0, len(PLACES) - 1))], HARD[draw(st.integers(0, len(HARD) - 1))].read_bytes()


@st.composite
def mutated(draw: Draw) -> tuple[str, bytes]:
    """One of the seeds, its name in a locality, with a few changes at places drawn by chance."""
    if HARD and draw(st.booleans()):
        name, text = _hard(draw)
    else:
        seed = SEEDS[draw(st.integers(0, len(SEEDS) - 1))]
        name = "plan.yaml" if seed.name == "plan.yaml" else f"progress/{seed.name}"
        text = seed.read_bytes()
    for _ in range(draw(st.integers(0, 6))):
        text = _changed(draw, text, TOKENS)
    return name, text


_IN_COUNTY = sorted((ROOT / "examples" / "county" / "yunqiao").rglob("*.yaml"))
_PLAN: Any = cast("Any", read(_IN_COUNTY[0].read_bytes()).document).data["targets"]
_TARGETS = tuple(_PLAN)
_STATES = ("未启动", "x", "a: b", "")
_NUMBERS = ("0", "95", "95.20", "-3", "0.98", "9" * 30, "0." + "0" * 27 + "1", "100.0", "1000000", "3", "98765.4321")
_SAID = (
    None,
    "",
    " ",
    "材料",
    "a: b # c",
    "- x",
    "\u202e\x1b",
    "\n二",
    "'\"",
    "{x}",
    "待定",
    "\udcff",
    "x" * 3000,
    "是",
)


@st.composite
def entries(draw: Draw) -> list[Entry]:
    """A few figures that somebody may want to enter, some of them of no target, no day or no state that there is."""

    def one_of(*values: Any) -> Any:
        return values[draw(st.integers(0, len(values) - 1))]

    def fitting(target: str) -> Report:
        held = _PLAN.get(target, {})
        if "milestone" in held:
            return State(one_of(*held["milestone"]["states"]))
        return Done(one_of(True, False)) if "task" in held else Amount(one_of(*_NUMBERS))

    def entry() -> Entry:
        target, year = one_of(*_TARGETS, "none"), draw(st.integers(2022, 2027))
        day = one_of(None, None, None, date(year, 6, 30), date(year, 2, 28), date(year - 1, 12, 31))
        report = one_of(
            *[fitting(target)] * 6,
            Amount(one_of(*_NUMBERS)),
            Share(one_of("83", "0", "90"), one_of("85", "0")),
            State(one_of(*_STATES)),
            Done(one_of(True, False)),
        )
        source = one_of(None, None, "self", "statistics", "third_party", "cross_check", "survey")
        said = [one_of(None, None, *_SAID) for _ in range(2)]
        return Entry(target, year, report, day, source, *said, one_of("更正", "更正", *_SAID))

    return [entry() for _ in range(draw(st.integers(1, 3)))]


@st.composite
def county_files(draw: Draw) -> tuple[str, bytes]:
    """A file of the example county by its name, as it is or with a change, or what was hard once in its place."""
    if HARD and not draw(st.integers(0, 4)):
        return _hard(draw)
    seed = _IN_COUNTY[draw(st.integers(0, len(_IN_COUNTY) - 1))]
    text = seed.read_bytes()
    for _ in range(draw(st.integers(0, 2))):
        text = _changed(draw, text, TOKENS)
    return seed.relative_to(ROOT / "examples" / "county" / "yunqiao").as_posix(), text


# Any cell, and one of those that are there to be filled in.
_CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*?(?:/>|>.*?</c>)')
_FILLED = re.compile(rb'<c r="([I-N](?:[4-9]|[1-9][0-9]))"[^>]*?(?:/>|>.*?</c>)')
_CELLS = (
    '<c r="{cell}"><v>{value}</v></c>',
    '<c r="{cell}" s="{style}"><v>{value}</v></c>',
    '<c r="{cell}" t="inlineStr"><is><t>{value}</t></is></c>',
    '<c r="{cell}" t="inlineStr"><is><t>{value}</t></is></c>',
    '<c r="{cell}" t="str"><f>1+1</f><v>{value}</v></c>',
    '<c r="{cell}"><f>{value}</f></c>',
    '<c r="{cell}" t="e"><v>{value}</v></c>',
    '<c r="{cell}" t="b"><v>{value}</v></c>',
    '<c r="{cell}" t="s"><v>{value}</v></c>',
    '<c r="{cell}" t="d"><v>{value}</v></c>',
    "",
)
_VALUES = (
    *"98 98.0 0.98 -1 1e400 1e-400 1E5 INF NaN 44561 45657.5 2958466 3 83/85 83／85 98% ９８ 1,234.5 1.18万".split(),
    *"2025/6/30 2025-06-30 2025年6月 6月30日 30/6/2025 45657 2025 =1+1 @x #N/A #REF! TRUE 完成 是 √ 否".split(),
    *"自报 统计 听说 12e".split(),
    *(
        "",
        " ",
        "\n",
        "待定",
        "——",
        "无",
        "x" * 300,
        "_x000D_",
        "&lt;a&gt;",
        "\u202e98",
        "98 个",
        "98\u3000%",
        "yunqiao/none/2025",
    ),
)
_XML = (
    *"<row> </row> <c> </c> <v> </v> <f> <is> <t> <t/> <r> <mergeCells> <rPh> <sheetData> /> > <".split(),
    '<mergeCell ref="I4:I9"/>',
    ' hidden="1"',
    ' r="XFD1048576"',
    ' r="A0"',
    ' t="s"',
    "&amp;",
    "&#0;",
    "&x;",
    "<!--",
    "<![CDATA[",
    "<!DOCTYPE x>",
    "\ufeff",
    'date1904="1"',
)


@st.composite
def workbooks(draw: Draw, parts: Callable[[], Mapping[str, bytes]]) -> bytes:
    """A workbook with these parts, some of its cells filled in, and now and then a part damaged.

    Sometimes it is one that was hard once, a few of its bytes changed.
    """
    if BOOKS and not draw(st.integers(0, 9)):
        return _changed(draw, BOOKS[draw(st.integers(0, len(BOOKS) - 1))].read_bytes(), _XML)
    made = dict(parts())
    sheets = [name for name in made if name.startswith("xl/worksheets/sheet")]
    for _ in range(draw(st.integers(1, 6))):
        if draw(st.integers(0, 14)):
            name = sheets[draw(st.integers(0, len(sheets) - 1))]
            cells = list((_FILLED if draw(st.integers(0, 3)) else _CELL).finditer(made[name]))
            if not cells:
                continue
            old = cells[draw(st.integers(0, len(cells) - 1))]
            form, value = _CELLS[draw(st.integers(0, len(_CELLS) - 1))], _VALUES[draw(st.integers(0, len(_VALUES) - 1))]
            new = form.format(cell=old[1].decode(), value=value, style=draw(st.integers(0, 40))).encode()
            made[name] = made[name][: old.start()] + new + made[name][old.end() :]
        else:
            name = sorted(made)[draw(st.integers(0, len(made) - 1))]
            made[name] = _changed(draw, made[name], _XML)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in made.items():
            archive.writestr(name, part)
    return out.getvalue()
