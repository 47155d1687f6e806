"""Files as a careless or a malicious hand leaves them: real ones with pieces cut, doubled, swapped and put in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted(
    file
    for folder in ("examples/county", "examples/mistakes", "tests/hostile/seeds")
    for file in (ROOT / folder).rglob("*.yaml")
)
"""Sound files, files with mistakes, and what earlier runs found to be hard."""

# What the reader, the schemas and the verdicts treat in a way of their own.
_MARKS = "&a *a !!str ? - : ： ， { } [ ] # ' \" \0 \x1b \u3000 \u200b \u202e \ufeff \u2028"
_WORDS = """
    0 -0 00 1e9 1e999999 .nan -.inf 0x1F 1_000 1:30 99999999999999999999 1/3 98% 1.18万 ０９ null ~ true no
    x ×× 待定 TBD 2024-02-30 0000-00-00 9999-12-31 2199 -1
    format locality period targets figures revisions references value count of as_of state done by within
    reach keep accumulate grow compare milestone task at_least above between about schedule baseline
    each month quarter every entry rates basis points lag expect states
"""
_BREAKS = (
    "&a ",
    "<<: ",
    "- ",
    ": ",
    ", ",
    "|\n",
    ">\n",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "\t",
    "\r",
    "\r\n",
    "\n",
    "\u3000",
)
TOKENS = (*_MARKS.split(" "), *_WORDS.split(), *_BREAKS)


@st.composite
def mutated(draw: Callable[[st.SearchStrategy[int]], int]) -> tuple[str, bytes]:
    """One of the seeds, its name in a locality, with a few changes at places drawn by chance."""
    seed = SEEDS[draw(st.integers(0, len(SEEDS) - 1))]
    text = seed.read_bytes()
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        change = draw(st.integers(0, 4))
        if change == 0:
            text = text[:start] + text[end:]
        elif change == 1:
            text = text[:end] + text[start:end] * draw(st.integers(1, 5)) + text[end:]
        elif change == 2:
            text = text[:start] + TOKENS[draw(st.integers(0, len(TOKENS) - 1))].encode() + text[end:]
        elif change == 3:
            other = draw(st.integers(0, len(text)))
            text = text[:start] + text[other : other + 30] + text[end:]
        else:
            text = text[:start] + bytes([draw(st.integers(0, 255))]) + text[end:]
    name = "plan.yaml" if seed.name == "plan.yaml" else f"progress/{seed.name}"
    return name, text
