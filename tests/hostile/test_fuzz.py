"""Whatever a file holds, checking it ends with findings that point into it.

The number of examples is small here, so that the tests take seconds; ``tools/fuzz.py`` goes on for as long as it is
asked to and keeps what it finds under ``tests/hostile/seeds``.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.hostile.fuzzing import examined
from tests.hostile.mutation import SEEDS, mutated


@given(mutated())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_mutation_ends_the_check(file: tuple[str, bytes]) -> None:
    examined(*file)


@pytest.mark.parametrize("seed", [seed for seed in SEEDS if "seeds" in seed.parts], ids=lambda seed: seed.name)
def test_what_was_hard_once(seed: Path) -> None:
    for name in ("plan.yaml", "progress/2024.yaml", "waivers.yaml"):
        for day in (date(1, 1, 1), date(2026, 11, 21), date(9999, 12, 31)):
            examined(name, seed.read_bytes(), day)
