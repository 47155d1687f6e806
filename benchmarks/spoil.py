"""Make one mistake in every file of a corpus, of the kinds that people make, each at a line that is told.

    python benchmarks/spoil.py --corpus DIR

Which mistake a file gets depends on its place among the files alone.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random


@dataclass(frozen=True, slots=True)
class Mistake:
    """A kind of mistake: what is written, and what it becomes."""

    name: str
    right: re.Pattern[str]
    wrong: str


def _mistake(name: str, right: str, wrong: str) -> Mistake:
    return Mistake(name, re.compile(right, re.MULTILINE), wrong)


PLAN = (
    _mistake("a bound's word", r"at_least: (\d)", r"at_lest: \1"),
    _mistake("full-width digits", r"at_least: \d+", "at_least: ９８"),
    _mistake("a full-width colon", r"^    name: ", "    name："),
    _mistake("a key that there is not", r"^    group: ", "    grop: "),
    _mistake("a text for a list", r"lead: \[([a-z-]+)\]", r"lead: \1"),
    _mistake("a tab", r"^    group: ", "\tgroup: "),
    _mistake("a department that there is not", r"lead: \[[a-z-]+\]", "lead: [nobody]"),
    _mistake("a number for a text", r"^    source: .+$", "    source: 80"),
)
PROGRESS = (
    _mistake("a thousands comma", r"value: (\d)", r'value: "1,\1", note: 甲, x: \1'),
    _mistake("a day that there is not", r"as_of: (\d{4})-\d\d-\d\d", r"as_of: \1-02-30"),
    _mistake("a key that there is not", r"evidence: ", "evidense: "),
    _mistake("a source that there is not", r"source: (statistics|third_party|cross_check|self)", "source: phone"),
    _mistake("a missing space", r"^  ([a-z-]+): \{value", r"  \1:{value"),
    _mistake("a full-width comma", r", as_of", "，as_of"),
)


def spoil(text: str, mistake: Mistake, random: Random) -> tuple[str, int] | None:
    """The text with the mistake at one of the places where it can be made, and its line; ``None`` without such one."""
    places = list(mistake.right.finditer(text))
    if not places:
        return None
    place = random.choice(places)
    return text[: place.start()] + place.expand(mistake.wrong) + text[place.end() :], text.count(
        "\n", 0, place.start()
    ) + 1


def spoil_all(folder: Path, seed: int = 1) -> Iterator[tuple[Path, str, int]]:
    """Make a mistake in every file below a folder; each file with the mistake's name and line."""
    for number, path in enumerate(sorted(folder.rglob("*.yaml"))):
        random = Random(f"{seed}/{number}")
        kinds = PLAN if path.name == "plan.yaml" else PROGRESS
        first = random.randrange(len(kinds))
        text = path.read_text(encoding="utf-8")
        for mistake in (*kinds[first:], *kinds[:first]):
            if spoiled := spoil(text, mistake, random):
                path.write_text(spoiled[0], encoding="utf-8", newline="")
                yield path, mistake.name, spoiled[1]
                break


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Make one mistake in every file of a corpus.")
    parser.add_argument("--corpus", type=Path, required=True, metavar="DIR")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for path, name, line in spoil_all(given.corpus, given.seed):
        print(f"{path}:{line}: {name}")


if __name__ == "__main__":
    main()
