"""Entries that are entered at once come to the same as one after the other, and the file is read some times for all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.recording.desks import DAY, FOLDER, in_memory, text_of
from tests.recording.progress_files import Lines, entries, files, values
from tests.recording.test_kept import COMPARED
from vtrack.model.plan import Plan
from vtrack.recording import entering
from vtrack.recording.entering import Entered, enter
from vtrack.recording.entry import Amount, Entry, Refusal
from vtrack.text.layout import YamlText

HEAD = "format: 1\nlocality: demo\nyear: 2024\n"


@pytest.fixture(scope="module")
def plan() -> Plan:
    """A plan with a target of each kind, and with reference series."""
    dossier = in_memory(plan=COMPARED).before.dossier
    assert dossier is not None
    return dossier.plan


def one_by_one(held: bytes, all_of: list[Entry], plan: Plan) -> Entered:
    refusals: dict[int, Refusal] = {}
    unchanged: set[int] = set()
    for place, entry in enumerate(all_of):
        found = enter(held, [(place, entry)], plan, "2024.yaml", DAY)
        refusals.update(found.refusals)
        unchanged |= found.unchanged
        held = found.text
    return Entered(held, refusals, frozenset(unchanged))


def without_indentation(text: bytes) -> list[bytes]:
    return [line.lstrip() for line in text.splitlines(keepends=True)]


@settings(max_examples=200, deadline=None)
@given(files(), st.lists(entries() | values(), max_size=8), st.sets(st.integers(0, 7)))
def test_at_once_is_one_after_the_other(plan: Plan, lines: Lines, all_of: list[Entry], hasty: set[int]) -> None:
    all_of = [replace(entry, reason=None) if place in hasty else entry for place, entry in enumerate(all_of)]
    once = enter(lines.encoded(), list(enumerate(all_of)), plan, "2024.yaml", DAY)
    after = one_by_one(lines.encoded(), all_of, plan)

    # How deep a new list stands depends on those that the file has by then.
    assert without_indentation(once.text) == without_indentation(after.text)
    assert once.refusals == after.refusals
    assert once.unchanged == after.unchanged


def many(count: int) -> tuple[str, list[Entry]]:
    """A plan of many targets, and an entry for each, in another order."""
    target = "{{name: 目标{0}, unit: 个, keep: {{at_least: 1}}, lead: [office]}}"
    targets = "".join(f"  t{number}: {target.format(number)}\n" for number in range(count))
    ids = [f"t{number * 7 % count}" for number in range(count)]
    return (
        f"{COMPARED.partition('targets:')[0]}targets:\n{targets}",
        [Entry(id, 2024, Amount("2"), reason="复核") for id in ids],
    )


@pytest.mark.parametrize(
    "held",
    [
        "figures: {}\n",
        "figures:\n" + "".join(f"  t{n}: 1\n" for n in range(100)),
        "figures:\n" + "".join(f"  t{n}: {{value: 1, as_of: 2024-06-30}}\n" for n in range(100)),
        "figures:\n" + "".join(f"  t{n}:\n    value: 1\n    as_of: 2024-06-30\n" for n in range(100)),
    ],
    ids=["none is reported", "all are corrected", "a second report of each", "a second report of each, in lines"],
)
def test_a_file_is_read_some_times_for_all(held: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plan, all_of = many(100)
    read = 0

    def counted(self: YamlText, encoded: bytes) -> None:
        nonlocal read
        read += 1
        made(self, encoded)

    made = YamlText.__init__
    monkeypatch.setattr(YamlText, "__init__", counted)
    drafted = in_memory(*all_of, plan=plan, y2024=HEAD + held)

    assert drafted.entered == tuple(all_of)
    assert read < 20


def test_targets_come_in_the_order_of_the_plan_whatever_the_order_of_the_entries() -> None:
    plan, all_of = many(30)
    drafted = in_memory(*all_of, plan=plan)

    assert text_of(drafted).partition("figures:\n")[2] == "".join(f"  t{n}: 2\n" for n in range(30))


def test_corrections_are_stated_in_the_order_of_the_entries() -> None:
    plan, all_of = many(9)
    held = f"{HEAD}figures:\n" + "".join(f"  t{n}: 1\n" for n in range(9))
    again = [replace(entry, report=Amount("3")) for entry in all_of]
    drafted = in_memory(*all_of, *again, plan=plan, y2024=held)

    stated = re.findall("target: (t.), as_of: .*?, was: (.)", text_of(drafted))
    assert stated == [*((entry.target, "1") for entry in all_of), *((entry.target, "2") for entry in again)]


def test_of_many_only_the_one_is_refused_that_cannot_be_entered() -> None:
    plan, all_of = many(40)
    drafted = in_memory(*all_of, plan=plan, y2024=f"{HEAD}figures:\n  ? t5\n  : 1\n")

    assert [refusal.entry.target for refusal in drafted.refusals] == ["t5"]
    assert len(drafted.entered) == 39
    assert FOLDER / "progress" / "2024.yaml" in drafted.written


def test_what_meets_at_one_place_is_entered_all_the_same() -> None:
    plan, all_of = many(40)
    inside = ", ".join(f"t{n}: 1" for n in range(40))
    drafted = in_memory(*all_of, plan=plan, y2024=f"{HEAD}figures: {{{inside}}}\n")

    assert drafted.entered == tuple(all_of)
    assert f"figures: {{{inside.replace(': 1', ': 2')}}}\n" in text_of(drafted)


def test_nothing_at_once_that_is_not_right_one_by_one(monkeypatch: pytest.MonkeyPatch, plan: Plan) -> None:
    """Where entries cannot be entered at once, halves are, down to each by itself."""
    tried: list[int] = []
    at_once = entering._AtOnce.enter

    def counted(self: entering._AtOnce, all_of: list[tuple[int, Entry]]) -> Entered:
        tried.append(len(all_of))
        return at_once(self, all_of)

    monkeypatch.setattr(entering._AtOnce, "enter", counted)
    all_of = [Entry(target, 2024, Amount("3"), reason="复核") for target in ("coverage", "villages", "roads", "board")]
    found = enter(f"{HEAD}figures:\n  ? roads\n  : 1\n".encode(), list(enumerate(all_of)), plan, "2024.yaml", DAY)

    assert tried == [4, 2, 2, 1, 1]
    assert list(found.refusals) == [2]
