"""Whatever a file holds, checking it ends with findings that point into it; what is entered or imported stands there.

The number of examples is small here, so that the tests take seconds; ``tools/fuzz.py`` goes on for as long as it is
asked to and keeps what it finds under ``tests/hostile/seeds``.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.hostile.fuzzing import book, entered, examined, imported
from tests.hostile.mutation import ROOT, SEEDS, county_files, entries, mutated, workbooks
from vtrack.recording.entry import Amount, Done, Entry, State

KEPT = [seed for seed in SEEDS if "seeds" in seed.parts]
BOOKS = sorted((ROOT / "tests" / "hostile" / "seeds").glob("*.xlsx"))


def examples(count: int) -> Callable[[Any], Any]:
    """So many examples, each as slow as it is."""
    return settings(max_examples=count, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def parts() -> Mapping[str, bytes]:
    """The parts of a sound workbook."""
    with zipfile.ZipFile(io.BytesIO(book())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@given(mutated())
@examples(150)
def test_no_mutation_ends_the_check(file: tuple[str, bytes]) -> None:
    examined(*file)


@given(county_files(), entries())
@examples(40)
def test_what_is_entered_stands_in_the_file(file: tuple[str, bytes], wanted: list[Entry]) -> None:
    entered(*file, wanted)


@given(workbooks(parts))
@examples(25)
def test_what_is_imported_stands_in_the_file(data: bytes) -> None:
    imported(data)


def test_a_sound_workbook_is_imported() -> None:
    intake = imported(book())

    assert intake is not None
    assert not intake.faults


@pytest.mark.parametrize("seed", KEPT, ids=lambda seed: seed.name)
def test_what_was_hard_once(seed: Path) -> None:
    data = seed.read_bytes()
    for name in ("plan.yaml", "progress/2024.yaml", "waivers.yaml"):
        for day in (date(1, 1, 1), date(2026, 11, 21), date(9999, 12, 31)):
            examined(name, data, day)
        for report in (Amount("95.20"), State("开工建设"), Done()):
            for target in ("good-air-days", "gdp-growth-above-city", "mechanism"):
                entered(name, data, [Entry(target, 2024, report, reason="更正")])


@pytest.mark.parametrize("seed", BOOKS, ids=lambda seed: seed.name)
def test_what_was_hard_to_import_once(seed: Path) -> None:
    imported(seed.read_bytes())
