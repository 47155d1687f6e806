"""``--output FMT=FILE``: reports to files besides the one that is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.county import BEHIND, DAY, Repository
from vtrack.reports.formats import FORMATS


def test_several_formats_in_one_run(vtrack: Call, repository: Repository, tmp_path: Path) -> None:
    repository.locality("plans/demo", value=BEHIND)

    outcome = vtrack(
        "check", "repository", "--as-of", DAY, "--format", "plain",
        "--output", "json=a.json", "--output", f"csv={tmp_path}/b.csv", "--output", "markdown=c=d.md",
    )  # fmt: skip

    assert outcome.code == 0
    assert "[vtrack explain target/behind]" in outcome.out
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["summary"]["warnings"] == 1
    assert (tmp_path / "b.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "| --" in (tmp_path / "c=d.md").read_text(encoding="utf-8") or "|--" in (tmp_path / "c=d.md").read_text()


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_holds_what_would_be_printed(vtrack: Call, repository: Repository, tmp_path: Path, name: str) -> None:
    repository.locality("plans/demo", value=BEHIND)

    printed = vtrack("check", "repository", "--as-of", DAY, "--format", name)
    vtrack("check", "repository", "--as-of", DAY, "--output", f"{name}=file")

    assert (tmp_path / "file").read_bytes().decode() == printed.out


def test_a_file_has_no_colour(vtrack: Call, repository: Repository, tmp_path: Path) -> None:
    repository.locality("plans/demo", value=BEHIND)

    outcome = vtrack("check", "repository", "--as-of", DAY, "--color", "always", "--output", "table=file")

    assert "\x1b[" in outcome.out
    assert "\x1b" not in (tmp_path / "file").read_text(encoding="utf-8")
