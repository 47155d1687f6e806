"""Progress files in every layout that people and programs give them, and entries to be made in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hypothesis import strategies as st

from vtrack.recording.entry import Amount, Done, Entry, Report, Share, State

YEAR = 2024
PLAN = """\
format: 1
locality: {id: demo, name: 示范县}
document: {title: 示范县实施方案}
period: {start: 2023, end: 2027}
departments: {office: 县政府办}
targets:
  coverage: {name: 污水处理设施覆盖率, unit: "%", reach: {at_least: 98}, lead: [office]}
  villages: {name: 示范村, unit: 个, keep: {at_least: 10}, lead: [office]}
  roads: {name: 道路硬化, unit: 公里, keep: {at_least: 1}, lead: [office]}
  plant: {name: 处理厂, milestone: {states: [未开工, 开工建设, "建成: 投用"], reach: 开工建设}, lead: [office]}
  board: {name: 公示栏, task: {}, lead: [office]}
"""
TARGETS = ("coverage", "villages", "roads", "plant", "board")
DAYS = (date(YEAR, 3, 31), date(YEAR, 6, 30), date(YEAR, 9, 30), date(YEAR, 12, 31))

numbers = st.sampled_from(["12", "95.2", "95.20", "0.5", "12.0", "100", "31"])
_WORDS = (
    "验收单2024-17|区住建局：验收，合格|a: b|# 一|是|true|2024|他说\"好\"|'引'|x\\y|- 甲|９８％|{甲}|甲 乙|～|null"
    "|2024-12-31|🏗️"
)
words = st.sampled_from(_WORDS.split("|"))
"""What may be written with a figure, in quotes at least."""
oddities = st.sampled_from(
    ["零\u200b宽", "两\n行", "甲\u3000乙", "\x07", "\u2028", " 空 ", "a\tb", "！@#￥%……&*"]
) | st.text(min_size=1)
comments = st.sampled_from(["# 说明", "# a: 1", "#", "# {甲: 乙}", "# “引号”"])


@dataclass
class Style:
    """How a file is laid out."""

    step: int = 2
    list_step: int = 2
    line_ends: list[str] = field(default_factory=lambda: ["\n"])
    mark: bool = False
    final: bool = True
    pad: str = ""


styles = st.builds(
    Style,
    step=st.sampled_from([2, 4, 3]),
    list_step=st.sampled_from([0, 2, 4]),
    line_ends=st.sampled_from([["\n"], ["\r\n"], ["\n", "\r\n"], ["\r\n", "\r\n", "\n"]]),
    mark=st.booleans(),
    final=st.booleans(),
    pad=st.sampled_from(["", " "]),
)


def quoted(text: str, how: str) -> str:
    """A text as a scalar; single quotes where asked for."""
    if how == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def measures(draw: st.DrawFn, target: str) -> dict[str, str]:
    """What a report says of a target, as YAML."""
    if target == "plant":
        return {"state": draw(st.sampled_from(["未开工", "开工建设", '"开工建设"', "'建成: 投用'"]))}
    if target == "board":
        return {"done": draw(st.sampled_from(["true", "false"]))}
    if target == "coverage" and draw(st.booleans()):
        return {"count": draw(st.sampled_from(["83", "80"])), "of": draw(st.sampled_from(["85", "100"]))}
    return {"value": draw(numbers)}


@st.composite
def reports(draw: st.DrawFn, target: str, day: date | None) -> dict[str, str]:
    """A report as keys with YAML, in any order."""
    pairs = draw(measures(target))
    if day is not None:
        pairs["as_of"] = draw(st.sampled_from([str(day), f'"{day}"']))
    if draw(st.booleans()):
        pairs["source"] = draw(st.sampled_from(["self", "statistics", '"survey"']))
    if draw(st.booleans()):
        one = quoted(draw(words), draw(st.sampled_from(["'", '"'])))
        pairs["evidence"] = draw(st.sampled_from([one, f"[{one}]"]))
    if draw(st.booleans()):
        pairs["note"] = quoted(draw(words), draw(st.sampled_from(["'", '"'])))
    keys = draw(st.permutations(list(pairs))) if draw(st.booleans()) else list(pairs)
    return {key: pairs[key] for key in keys}


def flow(pairs: dict[str, str], pad: str = "") -> str:
    """A mapping in braces."""
    return f"{{{pad}{', '.join(f'{key}: {value}' for key, value in pairs.items())}{pad}}}"


class Lines:
    """A file as it is being laid out."""

    def __init__(self, draw: st.DrawFn, style: Style) -> None:
        self.draw = draw
        self.style = style
        self.lines: list[str] = []
        self.owner: list[str] = []
        """To what each line belongs: a target, a section, or nothing."""
        self.owned_by = ""

    def __repr__(self) -> str:
        return f"<<{self.encoded().decode()}>>"

    def add(self, line: str) -> None:
        """A line, perhaps with a comment behind it."""
        if self.draw(st.integers(0, 4)) == 0:
            line += self.draw(st.sampled_from([" ", "  "])) + self.draw(comments)
        self.lines.append(line)
        self.owner.append(self.owned_by)

    def between(self, column: int) -> None:
        """What may stand between two lines: comments, blanks."""
        for _ in range(self.draw(st.sampled_from([0, 0, 0, 1, 2]))):
            indentation = " " * self.draw(st.sampled_from([0, column, column + 2]))
            self.lines.append(self.draw(st.sampled_from(["", "  ", indentation + self.draw(comments)])))
            self.owner.append("")

    def encoded(self) -> bytes:
        """The bytes."""
        ends = self.style.line_ends
        text = "".join(f"{line}{ends[number % len(ends)]}" for number, line in enumerate(self.lines))
        if not self.style.final:
            text = text.rstrip("\r\n")
        return (b"\xef\xbb\xbf" if self.style.mark else b"") + text.encode()


def _block(lines: Lines, column: int, pairs: dict[str, str], first: str = "") -> None:
    """A report in lines of its own; ``first``: a dash that its first line begins with."""
    for number, (key, value) in enumerate(pairs.items()):
        start = f"{' ' * (column - len(first))}{first}" if number == 0 else " " * column
        if key == "note" and lines.draw(st.booleans()):
            lines.add(f"{start}{key}: |")
            lines.lines[-1] = f"{start}{key}: |"
            lines.lines.append(f"{' ' * (column + 2)}一行 # 不是注释")
            lines.owner.append(lines.owned_by)
        elif key == "evidence" and value.startswith("[") and lines.draw(st.booleans()):
            lines.add(f"{start}{key}:")
            lines.add(f"{' ' * (column + lines.style.list_step)}- {value[1:-1]}")
        else:
            lines.add(f"{start}{key}: {value}")


def _figure(lines: Lines, column: int, target: str) -> None:
    draw, style = lines.draw, lines.style
    key = draw(st.sampled_from([target, target, f'"{target}"']))
    start = f"{' ' * column}{key}:"
    days = sorted(draw(st.sets(st.sampled_from(DAYS), min_size=1, max_size=3)))
    kind = draw(st.sampled_from(["bare", "flow", "flow over lines", "block", "list", "blocks in a list", "flow list"]))
    if kind == "bare" and target in ("plant", "board"):
        kind = "flow"
    lines.owned_by = target
    if kind == "bare":
        lines.add(f"{start} {draw(numbers)}")
    elif kind == "flow":
        lines.add(f"{start} {flow(draw(reports(target, draw(st.sampled_from([None, *DAYS])))), style.pad)}")
    elif kind == "flow over lines":
        pairs = draw(reports(target, draw(st.sampled_from(DAYS))))
        lines.add(f"{start} {{")
        for place, (name, value) in enumerate(pairs.items()):
            comma = "," if place < len(pairs) - 1 or draw(st.booleans()) else ""
            lines.add(f"{' ' * (column + 2)}{name}: {value}{comma}")
        lines.add(f"{' ' * (column + draw(st.sampled_from([1, 2])))}}}")
    elif kind == "block":
        lines.add(start)
        _block(lines, column + style.step, draw(reports(target, draw(st.sampled_from([None, *DAYS])))))
    elif kind == "flow list":
        lines.add(f"{start} [{', '.join(flow(draw(reports(target, day))) for day in days)}]")
    else:
        lines.add(start)
        dash = column + style.list_step
        for day in days:
            if kind == "list":
                lines.add(f"{' ' * dash}- {flow(draw(reports(target, day)), style.pad)}")
            else:
                _block(lines, dash + 2, draw(reports(target, day)), first="- ")
    lines.owned_by = ""


def _figures(lines: Lines, reported: list[str]) -> None:
    draw, style = lines.draw, lines.style
    lines.owned_by = "figures"
    if not reported:
        empty = draw(st.sampled_from(["figures:", "figures: {}", "figures: { }", "figures: null", "figures: ~", ""]))
        if empty:
            lines.add(empty)
            lines.between(style.step)
    elif draw(st.integers(0, 4)) == 0:
        inside = ", ".join(f"{target}: {flow(draw(reports(target, None)))}" for target in reported)
        lines.add(f"figures: {{{inside}}}")
    elif draw(st.integers(0, 4)) == 0:
        lines.add("figures: {")
        for place, target in enumerate(reported):
            comma = "," if place < len(reported) - 1 or draw(st.booleans()) else ""
            lines.add(f"{' ' * style.step}{target}: {flow(draw(reports(target, None)))}{comma}")
        lines.add("  }")
    else:
        lines.add("figures:")
        for target in reported:
            lines.between(style.step)
            _figure(lines, style.step, target)
        lines.between(style.step)
    lines.owned_by = ""


def _revisions(lines: Lines) -> None:
    draw, style = lines.draw, lines.style
    old = {"target": "roads", "as_of": "2024-06-30", "was": "95.20", "on": "2024-10-08", "reason": "监测数据复核"}
    kind = draw(st.sampled_from(["", "empty", "list", "blocks", "flow"]))
    lines.owned_by = "revisions"
    if kind == "empty":
        lines.add(draw(st.sampled_from(["revisions:", "revisions: []", "revisions: null"])))
    elif kind == "flow":
        lines.add(f"revisions: [{flow(old)}]")
    elif kind:
        lines.add("revisions:")
        dash = style.list_step
        if kind == "list":
            lines.add(f"{' ' * dash}- {flow(old)}")
        else:
            _block(lines, dash + 2, old, first="- ")
    lines.owned_by = ""


@st.composite
def files(draw: st.DrawFn) -> Lines:
    """A sound progress file."""
    lines = Lines(draw, draw(styles))
    lines.between(0)
    for line in ("format: 1", "locality: demo", f"year: {YEAR}"):
        lines.add(line)
        lines.between(0)
    reported = [target for target in draw(st.permutations(TARGETS)) if draw(st.booleans())]
    sections = draw(st.permutations(["figures", "references", "revisions"]))
    for section in sections:
        if section == "figures":
            _figures(lines, reported)
        elif section == "revisions":
            _revisions(lines)
        elif draw(st.booleans()):
            lines.owned_by = "references"
            lines.add("references:")
            lines.add(f"{' ' * lines.style.step}growth: {{value: 6.9, source: 公报}}")
            lines.owned_by = ""
        lines.between(0)
    return lines


@st.composite
def typed(draw: st.DrawFn, target: str) -> Report:
    """What may be reported of a target."""
    if target == "plant":
        return State(draw(st.sampled_from(["未开工", "开工建设", "建成: 投用"])))
    if target == "board":
        return Done(draw(st.booleans()))
    if target == "coverage" and draw(st.booleans()):
        return Share(draw(st.sampled_from(["83", "84"])), "85")
    return Amount(draw(numbers))


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry that is right by itself, with a reason in case its day is reported."""
    target = draw(st.sampled_from(TARGETS))
    return Entry(
        target,
        YEAR,
        draw(typed(target)),
        draw(st.sampled_from([None, *DAYS])),
        draw(st.sampled_from([None, "self", "statistics", "survey"])),
        draw(st.none() | words | oddities),
        draw(st.none() | words | oddities),
        draw(words),
    )


@st.composite
def values(draw: st.DrawFn) -> Entry:
    """A value to compare with that is right by itself, with a reason in case its day is reported."""
    return Entry(
        draw(st.sampled_from(["growth", "income"])),
        YEAR,
        Amount(draw(numbers)),
        draw(st.sampled_from([None, *DAYS])),
        draw(st.none() | words | oddities),
        note=draw(st.none() | words),
        reason=draw(words),
        section="references",
    )
