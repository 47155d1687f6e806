"""A fictional county in a repository of its own: what the tests of the command line are run on."""

from __future__ import annotations

import textwrap
from pathlib import Path

DAY = "2025-06-30"
PLAN = """
format: 1
locality: {id: {id}, name: {name}, level: county}
document: {title: {name}实施方案, number: 示政发〔2023〕1号, issuer: {name}人民政府, issued: 2023-01-15}
period: {start: 2023, end: 2027}
departments: {office: 县政府办公室}
targets:
  coverage:
    name: 农村生活污水处理设施行政村覆盖率
    unit: "%"
    reach: {at_least: 98}
    baseline: {year: 2022, value: 91}
    group: 乡村宜居宜业提升行动
    lead: [office]
    source: 正文一
"""
PROGRESS = """
format: 1
locality: {id}
year: {year}
figures:
  coverage: {value: {value}, source: statistics, evidence: 验收单 {year}-1}
"""
AHEAD, BEHIND = 96, 92
"""Figures of 2024 that are ahead of the way from 91 to 98, and behind it (by 25.7 points: an orange lamp)."""


class Repository:
    """A folder with ``.git``, and the localities that a test puts into it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / ".git").mkdir(parents=True)

    def write(self, path: str, text: str) -> Path:
        """Write a file with the text's common indentation taken off."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
        return file

    def locality(self, folder: str, *, value: float | None = AHEAD, more: str = "", name: str = "示范县") -> Path:
        """A county with one target, reported for 2023 and 2024; ``more`` are further targets, two spaces in."""
        id = Path(folder).name
        plan = PLAN.replace("{id}", id).replace("{name}", name) + textwrap.indent(
            textwrap.dedent(more).strip("\n"), "  "
        )
        self.write(f"{folder}/plan.yaml", plan)
        if value is not None:
            for year, figure in ((2023, 93), (2024, value)):
                text = PROGRESS.replace("{id}", id).replace("{year}", str(year)).replace("{value}", str(figure))
                self.write(f"{folder}/progress/{year}.yaml", text)
        return self.root / folder

    def snapshot(self) -> dict[str, tuple[bytes, int]]:
        """Every name below the root with its bytes and the time of its last change."""
        return {
            str(path.relative_to(self.root)): (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns)
            for path in sorted(self.root.rglob("*"))
        }
