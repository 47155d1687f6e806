"""Look for input that vtrack cannot bear, for as long as is asked, and keep what is found.

    python tools/fuzz.py --what all --seconds 600

Files of the examples are changed at random and checked, figures are entered into them, and workbooks that were changed
at random are imported. What raises an error, or takes longer than ``PATIENCE``, is made as small as it can be and kept
under tests/hostile/seeds, where every run of the tests tries it.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "tests" / "hostile" / "seeds"
PATIENCE = 5.0
"""Seconds that one file of a few kilobytes may take."""
LOT = 200
"""Examples of one way before the next has its turn."""
TARGETS = ("check", "record", "import")


@dataclass
class Hunt:
    """What was tried and found so far, and until when there is time. ``last``: what was tried last, and its ending."""

    end: float
    tried: int = 0
    found: int = 0
    last: tuple[bytes, str] = field(default=(b"", ""))

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() > self.end

    def keep(self, error: BaseException) -> None:
        """Write down what raised an error."""
        data, ending = self.last
        self.found += 1
        SEEDS.mkdir(exist_ok=True)
        kept = SEEDS / f"{hashlib.sha256(data).hexdigest()[:12]}.{ending}"
        kept.write_bytes(data)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        print(f"{type(error).__name__}: {str(error)[:500]} ({place})\n  kept as {kept.relative_to(ROOT)}")


def ways() -> dict[str, tuple[Callable[..., object], tuple[Any, ...], str]]:
    """Of each target what is done, what it is done with, and the ending of the file that is kept."""
    from tests.hostile.fuzzing import entered, examined, imported
    from tests.hostile.mutation import county_files, entries, mutated, workbooks
    from tests.hostile.test_fuzz import parts

    return {
        "check": (lambda file: examined(*file), (mutated(),), "yaml"),
        "record": (lambda file, wanted: entered(*file, wanted), (county_files(), entries()), "yaml"),
        "import": (imported, (workbooks(parts),), "xlsx"),
    }


def hunt(what: str, begin: int, so_far: Hunt) -> None:
    """Try a lot of examples of one way."""
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis.strategies import tuples

    work, drawn, ending = ways()[what]

    @seed(begin)
    @settings(
        max_examples=LOT,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(tuples(*drawn))
    def some(of: tuple[Any, ...]) -> None:
        if so_far.is_over:
            return
        so_far.last = (of[0] if isinstance(of[0], bytes) else of[0][1], ending)
        start = time.monotonic()
        work(*of)
        so_far.tried += 1
        if time.monotonic() - start > PATIENCE:
            raise TimeoutError(f"{what} took more than {PATIENCE} s")

    try:
        some()
    except Exception as error:
        if not so_far.tried:  # it is the hunt that is at fault
            raise
        so_far.keep(error)


def main() -> int:
    """Fuzz until the time is over; the exit code tells whether something was found."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--what", choices=[*TARGETS, "all"], default="all")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    wanted = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    so_far, turn = Hunt(time.monotonic() + wanted.seconds), 0
    chosen = TARGETS if wanted.what == "all" else (wanted.what,)
    while not so_far.is_over:
        hunt(chosen[turn % len(chosen)], wanted.seed + turn, so_far)
        turn += 1
        print(f"{so_far.tried} tried, {so_far.found} found (seed {wanted.seed})", flush=True)
    return int(so_far.found > 0)


if __name__ == "__main__":
    sys.exit(main())
