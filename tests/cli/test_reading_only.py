"""Checking only reads."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Call
from tests.cli.county import BEHIND, DAY, Repository
from vtrack.reports.formats import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_below_the_repository_changes(vtrack: Call, repository: Repository, name: str) -> None:
    repository.locality("plans/demo", value=BEHIND, more="broken: {name：坏的}")
    repository.write("vtrack.yaml", "grace_days: 30\n")
    repository.write("plans/demo/waivers.yaml", "format: 1\nwaivers: []\n")
    repository.write("plans/demo/progress/2022.yml", "format: 1\n")
    before = repository.snapshot()

    vtrack("check", "--as-of", DAY, "--format", name, cwd=repository.root)

    assert repository.snapshot() == before
