"""Whatever a file holds, checking it ends with findings that point into it; what is entered or imported stands there.

The number of examples is small here, so that the tests take seconds; ``tools/fuzz.py`` goes on for as long as it is
asked to and keeps what it finds under ``tests/hostile/seeds``. To keep a file there by hand, save it under a name that
says what it is, as ``.yaml`` (what a plan, a progress file or a list of waivers holds) or ``.xlsx``: nothing else is to
be done. The tests try each in every place, and both they and the fuzzer change it at random.
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
from tests.hostile.mutation import BOOKS, HARD, PLACES, county_files, entries, mutated, workbooks
from vtrack.recording.entry import Amount, Done, Entry, State
from vtrack.text.reading import read


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


ENTRIES = [
    Entry("good-air-days", 2024, Amount("95.20"), reason="更正"),
    Entry("gdp-growth-above-city", 2024, State("开工建设"), reason="更正"),
    Entry("mechanism", 2024, Done(), reason="更正"),
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("seed", [*HARD, *BOOKS], ids=lambda seed: seed.name)
def test_what_was_hard_once(seed: Path, place: str) -> None:
    """In the place of each file of a locality: it is read, checked, entered into and imported into."""
    data = seed.read_bytes()

    assert read(data).sound in (True, False)
    for day in (date(1, 1, 1), date(2026, 11, 21), date(9999, 12, 31)):
        examined(place, data, day)
    for entry in ENTRIES:
        entered(place, data, [entry])
    imported(book(), place, data)


@pytest.mark.parametrize("seed", [*BOOKS, *HARD], ids=lambda seed: seed.name)
def test_what_was_hard_to_import_once(seed: Path) -> None:
    intake = imported(seed.read_bytes())

    assert intake is None or seed in BOOKS


def test_seeds_are_kept() -> None:
    """The fuzzer begins with them, and each is small enough to be looked at."""
    assert len(HARD) > 30
    assert len(BOOKS) > 5
    assert max(seed.stat().st_size for seed in (*HARD, *BOOKS)) < 100_000
