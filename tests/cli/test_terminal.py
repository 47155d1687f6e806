"""A terminal, a pipe, an old console: colour, width, alignment, encodings."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from wcwidth import wcswidth, wcwidth

from tests.cli.conftest import Call, environment, run
from tests.cli.county import BEHIND, DAY, Repository
from vtrack.language import translator
from vtrack.reports.plain import COLUMNS
from vtrack.reports.table import WIDE

fcntl, pty, termios = (
    pytest.importorskip(name, reason="a pseudo-terminal is Unix's") for name in ("fcntl", "pty", "termios")
)
ESCAPE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
MORE = """
    roads:
      name: 具备条件的自然村通硬化路比例以及村内主要道路硬化和亮化比例
      unit: "%"
      reach: {at_least: 100, by: 2024}
      baseline: {year: 2022, value: 80}
      nature: indicative
      group: 基础设施
      lead: [office, transport, housing]
      source: 正文二
    bypass:
      name: 环岛公路
      milestone: {states: [谋划储备, 开工建设, 建成通车], reach: 建成通车}
      group: 基础设施
      lead: [office]
      source: 正文三
"""


@pytest.fixture
def county(repository: Repository) -> Repository:
    """Long Chinese names, short ones, several sections and statuses."""
    folder = repository.locality("plans/demo", value=BEHIND, more=MORE)
    plan = folder / "plan.yaml"
    departments = "office: 县政府办公室, transport: 县交通运输局, housing: 县住房和城乡建设局"
    text = plan.read_text(encoding="utf-8").replace("office: 县政府办公室", departments)
    plan.write_text(text, encoding="utf-8")
    with (folder / "progress" / "2024.yaml").open("a", encoding="utf-8") as file:
        file.write("  roads: {count: 83, of: 85, evidence: 验收单}\n  bypass: {state: 开工建设, evidence: 开工令}\n")
    return repository


def at_terminal(arguments: list[str], cwd: Path, columns: int, **changes: str) -> str:
    """What vtrack sends to a terminal of so many columns."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "vtrack", *arguments],
        cwd=cwd,
        env=environment({"TERM": "xterm-256color", **changes}),
        stdin=its,
        stdout=its,
        stderr=its,
    )
    os.close(its)
    pieces = []
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux's way to say that the other end is closed
            break
        if not piece:
            break
        pieces.append(piece)
    os.close(ours)
    assert process.wait(timeout=60) in (0, 1)
    return b"".join(pieces).decode().replace("\r\n", "\n")


def columns_of(line: str) -> list[str]:
    """A line by columns of the terminal; the second column of a wide character is empty."""
    cells: list[str] = []
    for character in line:
        cells += [character, *[""] * (wcwidth(character) - 1)]
    return cells


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_a_terminal_gets_colour_within_its_width_and_columns_that_line_up(
    county: Repository, width: int, language: str
) -> None:
    arguments = ["check", "--as-of", DAY, "--lang", language, "-v"]

    text = at_terminal(arguments, county.root, width)

    assert "\x1b[" in text
    lines = ESCAPE.sub("", text).split("\n")
    assert "\x1b" not in "".join(lines)
    assert max(map(wcswidth, lines)) <= width

    (rule,) = (number for number, line in enumerate(lines) if line.strip() and set(line.strip()) <= {"─", " "})
    header = [translator(language)(column.text) for column in COLUMNS]
    if width < WIDE:
        header = [word for number, word in enumerate(header) if number not in (4, 7)]  # the day and the lead units
    assert lines[rule - 1].split("  ")[0].strip() == header[0]
    starts = dict(zip(header, places_of(header, lines[rule - 1]), strict=True))
    rows = []
    for line in lines[rule + 1 :]:
        if not line.strip():
            break
        rows.append(columns_of(line.ljust(width)))
    assert len(rows) >= 5, "three targets and two sections"
    bound, deadline, status = (translator(language)(word) for word in ("bound", "deadline", "status"))
    for word in (bound, deadline, status):
        for row in rows:
            assert row[starts[word] - 1] == " ", "no cell reaches into the next column"
    for word in (deadline, status):
        assert sum(bool(row[starts[word]].strip()) for row in rows) == 3, "each target's begins in the same column"


def places_of(words: list[str], line: str) -> Iterator[int]:
    """The columns in which words begin, one after the other."""
    at = 0
    for word in words:
        at = line.index(word, at)
        yield wcswidth(line[:at])
        at += len(word)


def test_a_narrow_terminal_is_not_overrun(county: Repository) -> None:
    lines = ESCAPE.sub("", at_terminal(["check", "--as-of", DAY, "--lang", "zh"], county.root, 40)).split("\n")

    assert max(map(wcswidth, lines)) <= 40


@pytest.mark.parametrize(
    ("arguments", "changes"),
    [([], {"NO_COLOR": "1"}), (["--color", "never"], {}), ([], {"TERM": "dumb"}), (["--format", "plain"], {})],
    ids=["NO_COLOR", "never", "a dumb terminal", "plain"],
)
def test_a_terminal_without_colour(county: Repository, arguments: list[str], changes: dict[str, str]) -> None:
    text = at_terminal(["check", "--as-of", DAY, *arguments], county.root, 100, **changes)

    assert "\x1b" not in text
    assert "示范县" in text


def test_a_pipe_has_no_colour_unless_it_is_asked_for(vtrack: Call, county: Repository) -> None:
    arguments = ("check", "repository", "--as-of", DAY)

    assert "\x1b" not in vtrack(*arguments).out
    assert "\x1b[" in vtrack(*arguments, "--color", "always").out
    assert "\x1b[" in vtrack(*arguments, "--color", "always", VTRACK_LANG="en", NO_COLOR="1").out
    assert "\x1b[" in vtrack(*arguments, "--color", "always", VTRACK_LANG="en", TERM="dumb").out


def test_colour_changes_no_words(vtrack: Call, county: Repository) -> None:
    arguments = ("check", "repository", "--as-of", DAY, "-v")
    for terminal in ("xterm-256color", "dumb"):
        colored = vtrack(*arguments, "--color", "always", VTRACK_LANG="en", TERM=terminal).out

        assert ESCAPE.sub("", colored) == vtrack(*arguments, "--color", "never").out


def test_every_status_has_a_sign_besides_its_colour(vtrack: Call, county: Repository) -> None:
    out = vtrack("check", "repository", "--as-of", DAY).out

    assert "▼ behind" in out
    assert "× missed" in out
    assert "→ in progress" in out


@pytest.mark.parametrize("name", ["table", "plain", "json", "markdown", "csv"])
def test_an_old_chinese_console_never_breaks(county: Repository, name: str) -> None:
    """GBK has no 𠮷 and no ✓: a question mark stands in their place, and the rest is as it was."""
    plan = county.root / "plans/demo/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("name: 环岛公路", "name: 𠮷岛公路✓"), encoding="utf-8")

    outcome = run(["check", "--as-of", DAY, "--format", name], county.root, PYTHONIOENCODING="gbk", VTRACK_LANG="zh")

    text = outcome.out.decode("gbk")
    assert outcome.err == b""
    assert outcome.code == 0
    assert "?岛公路?" in text
    assert "?" not in text.replace("?岛公路?", ""), "nothing of vtrack's own is lost"


def test_an_old_chinese_console_shows_help_and_mistakes(tmp_path: Path) -> None:
    for arguments in (["--help"], ["check", "--nosuch"], ["check", "𠮷"]):
        outcome = run(arguments, tmp_path, PYTHONIOENCODING="gbk", VTRACK_LANG="zh")
        assert outcome.code in (0, 2)
        assert "Traceback" not in (outcome.out + outcome.err).decode("gbk")


@pytest.mark.parametrize("arguments", [["check", "--as-of", DAY, "--strict"], ["--help"]])
def test_a_reader_who_has_seen_enough_is_no_mistake(county: Repository, arguments: list[str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "vtrack", *arguments],
        cwd=county.root,
        env=environment({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()

    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == (1 if "--strict" in arguments else 0), "the code is the check's all the same"
    process.stderr.close()


def test_csv_keeps_its_line_ends_on_the_way_out(county: Repository) -> None:
    out = run(["check", "--as-of", DAY, "--format", "csv"], county.root).out

    assert out.count(b"\n") == out.count(b"\r\n") == 4
