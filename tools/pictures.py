"""The pictures of the Chinese guide: real commands at a real terminal, on a copy of the fictional county.

    python tools/pictures.py    write docs/zh/pictures/*.svg

It is the same day in each, and nothing in a picture depends on the machine: a test fails when one of them is not what
this would write. Needs a pseudo-terminal, so Linux or macOS.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.svg import picture  # noqa: E402
from tools.terminal import plain, screen  # noqa: E402

FOLDER = ROOT / "docs" / "zh" / "pictures"
DAY = "2026-03-31"
COLUMNS = 100
_PROMPT = "\x1b[32m>\x1b[0m "
_CUT = "\x1b[2m…\x1b[0m"


@dataclass(frozen=True)
class Call:
    """One call of vtrack in a picture.

    typed: as in a terminal. answers: to its questions, in their order. first, last: how many lines of what is printed
    are shown from its beginning and its end; all, where neither is given. hidden: run, and not shown.
    """

    typed: str
    answers: tuple[str, ...] = ()
    first: int | None = None
    last: int = 0
    hidden: bool = False


@dataclass(frozen=True)
class Edit:
    """A change that a clerk makes in a file, between two calls."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Fill:
    """What a department types into a workbook: by the beginning of a target's name and a heading, the cell."""

    file: str
    cells: Mapping[tuple[str, str], str | int | float]


@dataclass(frozen=True)
class Scene:
    """One picture: its title and what happens in it, one after the other."""

    title: str
    steps: tuple[Call | Edit | Fill, ...]


SCENES: Mapping[str, Scene] = {
    "init": Scene(
        "新建一个地区",
        (
            Call(
                "vtrack init",
                (
                    *("青禾县", "qinghe", "青禾县", "县", "", "", "2023", "2027", "青禾县和美乡村建设实施方案"),
                    *("青政发〔2023〕5号", "青禾县人民政府", "2023-04-20"),
                ),
            ),
        ),
    ),
    "init-check": Scene(
        "检查刚建好的地区",
        (
            Call(
                "vtrack init --id qinghe --name 青禾县 --level county --start 2023 --end 2027 "
                "--title 青禾县和美乡村建设实施方案 --number 青政发〔2023〕5号 --issuer 青禾县人民政府 "
                "--issued 2023-04-20",
                hidden=True,
            ),
            Call("vtrack check plans/qinghe"),
        ),
    ),
    "check": Scene("检查一个地区", (Call("vtrack check plans/baihe"),)),
    "error": Scene(
        "文件写错了",
        (
            Edit("plans/baihe/progress/2025.yaml", "new-enterprises:", "new-enterprises："),
            Call("vtrack check plans/baihe"),
        ),
    ),
    "explain": Scene("查看一种状态", (Call("vtrack explain behind"),)),
    "due": Scene("应报哪些数", (Call("vtrack due --within 30d"),)),
    "record": Scene(
        "填一个数", (Call("vtrack record baihe 莲子加工产值 9850 --as-of 2026-03-31 --evidence 一季度统计月报"),)
    ),
    "record-ask": Scene(
        "按提问逐项填", (Call("vtrack record yunqiao", ("", "", "建成投用", "2026-03-20", "竣工验收备案表", "", "q")),)
    ),
    "record-refused": Scene(
        "填错了会说明", (Call("vtrack record baihe 莲子 九千八"), Call("vtrack record baihe 加工 9850"))
    ),
    "revise": Scene("更正报过的数", (Call("vtrack record baihe lotus-output 9400 --year 2025", ("年报核定数",)),)),
    "export": Scene("导出填报表", (Call("vtrack export plans/baihe"),)),
    "import-faults": Scene(
        "收回填报表，有填错的",
        (
            Call("vtrack export plans/baihe", hidden=True),
            Fill(
                "填报表-2026.xlsx",
                {
                    ("莲子加工产值", "填报值"): "9850左右",
                    ("莲子加工产值", "截至日期"): "2026-03-31",
                    ("莲产品交易市场", "填报值"): "完工",
                    ("莲产品交易市场", "截至日期"): "2026-03-20",
                },
            ),
            Call("vtrack import 填报表-2026.xlsx --marked 填报表-2026-标错.xlsx"),
        ),
    ),
    "import": Scene(
        "收回填报表",
        (
            Call("vtrack export plans/baihe", hidden=True),
            Fill(
                "填报表-2026.xlsx",
                {
                    ("莲子加工产值", "填报值"): 9850,
                    ("莲子加工产值", "截至日期"): "2026-03-31",
                    ("莲子加工产值", "佐证材料"): "一季度统计月报",
                    ("农村生活污水", "填报值"): "31/35",
                    ("农村生活污水", "截至日期"): "2026年3月31日",
                    ("农村生活污水", "佐证材料"): "验收单2026-6",
                },
            ),
            Call("vtrack import 填报表-2026.xlsx --dry-run"),
            Call("vtrack import 填报表-2026.xlsx"),
        ),
    ),
    "show": Scene("看一项目标", (Call("vtrack show baihe lotus-output"),)),
}
"""The pictures, by the names of their files."""


def main() -> int:
    """Write every picture; those that no scene makes are taken away."""
    FOLDER.mkdir(exist_ok=True)
    wanted = {FOLDER / f"{name}.svg": drawn(scene) for name, scene in SCENES.items()}
    for file in FOLDER.glob("*.svg"):
        if file not in wanted:
            file.unlink()
    for file, text in wanted.items():
        file.write_text(text, encoding="utf-8", newline="\n")
    return 0


def drawn(scene: Scene) -> str:
    """A scene, played and drawn."""
    return picture(played(scene), scene.title, COLUMNS)


def played(scene: Scene) -> list[str]:
    """The lines of the terminal at the end of a scene, with their colours."""
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder).resolve()
        _set(place)
        for step in scene.steps:
            if isinstance(step, Edit):
                _edit(place, step)
            elif isinstance(step, Fill):
                _fill(place, step)
            else:
                printed = _printed(step, place)
                if not step.hidden:
                    lines += [*([""] if lines else []), *_typed(step.typed), *_shown(step, printed)]
    return lines


def _set(place: Path) -> None:
    """The stage: the fictional county as somebody's own plans."""
    shutil.copytree(ROOT / "examples" / "county", place / "plans")
    (place / "vtrack.yaml").write_text("language: zh\nplans: [plans]\n", encoding="utf-8")


def _edit(place: Path, step: Edit) -> None:
    file = place / step.file
    text = file.read_text(encoding="utf-8")
    if step.old not in text:
        raise ValueError(f"{step.file} has no {step.old}")
    file.write_text(text.replace(step.old, step.new, 1), encoding="utf-8", newline="\n")


def _fill(place: Path, step: Fill) -> None:
    from openpyxl import load_workbook

    book = load_workbook(place / step.file)
    left = dict(step.cells)
    for sheet in book:
        headings = next((row for row in sheet.iter_rows() if any(cell.value == "指标" for cell in row)), ())
        columns = {cell.value: cell.column for cell in headings}
        for row in range(1, sheet.max_row + 1 if columns else 0):
            name = str(sheet.cell(row, columns["指标"]).value)
            for target, heading in [key for key in left if name.startswith(key[0])]:
                sheet.cell(row, columns[heading]).value = left.pop((target, heading))
    if left:
        raise ValueError(f"{step.file} has no cell for {sorted(left)}")
    book.save(place / step.file)


def _printed(step: Call, place: Path) -> list[str]:
    """What a call shows at a terminal, line by line."""
    program, *arguments = step.typed.split()
    if program != "vtrack":
        raise ValueError(f"no call of vtrack: {step.typed}")
    shown = ""
    command = [sys.executable, "-m", "tests.cli.on_a_day", DAY, *arguments]
    with screen(command, place, _environment(place), COLUMNS) as terminal:
        for answer in step.answers:
            shown += terminal.until_asked()
            terminal.type(f"{answer}\n")
            shown += terminal.until("\n")
        code, rest = terminal.rest()
    if code not in (0, 1, 2):
        raise ValueError(f"{step.typed} ended with {code}: {plain(shown + rest)}")
    return [line.rstrip() for line in (shown + rest).rstrip("\n").split("\n")]


def _environment(place: Path) -> dict[str, str]:
    """What the program knows of its surroundings: nothing of this machine's."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    fixed = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "VTRACK_LANG": "zh", "PYTHONPATH": str(ROOT)}
    return {**kept, **fixed, "VTRACK_CACHE_DIR": str(place / ".cache"), "HOME": str(place)}


def _typed(line: str) -> Iterator[str]:
    """A line as it is typed, wrapped as a terminal wraps it."""
    yield f"{_PROMPT}\x1b[1m{line}\x1b[0m"


def _shown(step: Call, printed: Sequence[str]) -> list[str]:
    """The lines of a call that are shown, with a mark where some are left out."""
    if step.first is None or len(printed) <= step.first + step.last:
        return list(printed)
    return [*printed[: step.first], _CUT, *printed[len(printed) - step.last :]]


if __name__ == "__main__":
    sys.exit(main())
