"""Look for input that vtrack cannot bear, for as long as is asked, and keep what is found.

    python tools/fuzz.py --seconds 600

Files of the examples are changed at random and checked. One that raises an error, or takes longer than
``PATIENCE``, is made as small as it can be and kept under tests/hostile/seeds, where every run of the tests tries it.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "tests" / "hostile" / "seeds"
PATIENCE = 5.0
"""Seconds that one file of a few kilobytes may take."""


def main() -> int:
    """Fuzz until the time is over; the exit code tells whether something was found."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    wanted = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    from hypothesis import HealthCheck, Phase, given, seed, settings

    from tests.hostile.fuzzing import examined
    from tests.hostile.mutation import mutated

    end, tried, found = time.monotonic() + wanted.seconds, 0, 0
    last: list[bytes] = [b""]

    def hard(name: str, data: bytes) -> None:
        last[0] = data
        begin = time.monotonic()
        examined(name, data)
        if time.monotonic() - begin > PATIENCE:
            raise TimeoutError(f"took more than {PATIENCE} s")

    while time.monotonic() < end:

        @seed(wanted.seed + tried)
        @settings(
            max_examples=200,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        @given(mutated())
        def some(file: tuple[str, bytes]) -> None:
            if time.monotonic() < end:
                hard(*file)

        try:
            some()
        except Exception as error:
            found += 1
            SEEDS.mkdir(exist_ok=True)
            kept = SEEDS / f"{hashlib.sha256(last[0]).hexdigest()[:12]}.yaml"
            kept.write_bytes(last[0])
            print(f"{type(error).__name__}: {error}\n  kept as {kept.relative_to(ROOT)}")
        tried += 200
        print(f"{tried} files, {found} found (seed {wanted.seed})", flush=True)
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
