"""One file among sound ones, checked in this process, and what must hold of the findings whatever it says."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from tests.hostile.mutation import ROOT
from vtrack.checking import Examination, examine
from vtrack.discovery import LocalityFiles
from vtrack.language import translator
from vtrack.reports.formats import renderer
from vtrack.reports.words import View
from vtrack.result import LocalityResult, Result
from vtrack.rules.registry import chosen
from vtrack.verdicts.verdict import Terms

COUNTY = ROOT / "examples" / "county" / "yunqiao"
FILES = LocalityFiles(
    COUNTY, COUNTY / "plan.yaml", tuple(sorted((COUNTY / "progress").glob("*.yaml"))), COUNTY / "waivers.yaml"
)
RULES = chosen()
FORMATS = ("json", "plain", "csv", "github")


@cache
def sound(path: Path) -> bytes:
    """What a file of the example holds."""
    return path.read_bytes() if path.exists() else b"[]\n"


def examined(name: str, data: bytes, day: date = date(2026, 11, 21)) -> LocalityResult:
    """The example county with one file of other contents, checked and reported in several formats.

    Every finding must point into its file, and every report must be made.
    """
    hostile = COUNTY / name

    def bytes_of(path: Path) -> bytes:
        return data if path == hostile else sound(path)

    examination = Examination(Terms(day), date(2026, 11, 21), RULES, str, day, bytes_of=bytes_of)
    result = examine(FILES, examination).result
    lines = data.count(b"\n") + data.count(b"\r") + 8 * data.count(b"\xe2\x80") + data.count(b"\xc2\x85") + 1
    for finding in result.findings:
        span = finding.span
        assert span.line >= 1
        assert span.column >= 1
        assert (span.end_line, span.end_column) > (span.line, span.column)
        if finding.file == str(hostile):
            assert span.line <= lines
    view = View(translator("zh"))
    for form in FORMATS:
        assert renderer(form)(Result(day, (result,)), view)
    return result
