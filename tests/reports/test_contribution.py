"""What localities contribute to reports: encoded and back, laid aside, and joined in order."""

from __future__ import annotations

from datetime import date
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.conftest import AWKWARD, Examine, rendered
from vtrack.language import translator
from vtrack.model.plan import Locality
from vtrack.reports.encoding import decode, encode
from vtrack.reports.formats import FORMATS, format_of
from vtrack.reports.gathering import Gathering, NoRoom
from vtrack.reports.material import Contribution, Order, contribute, to_bytes, to_text
from vtrack.reports.words import View
from vtrack.result import LocalityResult, Summary
from vtrack.verdicts.verdict import Status

COUNT = st.integers(0, 10**6)
NAME = st.text(st.characters() | st.characters(categories=["Cs"]), max_size=20)
"""Of a file, which need not be text."""
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
BYTES = NAME.map(to_bytes)
SUMMARIES = st.builds(
    Summary,
    *[COUNT] * 3,
    st.dictionaries(st.sampled_from(Status), st.integers(1, 99)),
    *[COUNT] * 6,
)
ORDERS = st.tuples(BYTES, COUNT, COUNT, TEXT, TEXT)
CONTRIBUTIONS = st.integers(0, 3).flatmap(
    lambda reports: st.builds(
        Contribution,
        SUMMARIES,
        st.tuples(*[BYTES] * reports),
        st.lists(st.tuples(ORDERS, st.tuples(*[BYTES] * reports)), max_size=4).map(tuple),
        st.none() | st.builds(Locality, TEXT, TEXT, *[st.none() | TEXT] * 3),
        st.none() | st.tuples(BYTES, BYTES),
    )
)


@given(CONTRIBUTIONS)
def test_a_contribution_comes_back_as_it_was(one: Contribution) -> None:
    assert decode(encode(one)) == one


@given(NAME)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert to_text(to_bytes(text)) == text


@given(SUMMARIES, SUMMARIES, SUMMARIES)
def test_counts_add_up_in_any_order(one: Summary, other: Summary, third: Summary) -> None:
    assert one + other == other + one
    assert (one + other) + third == one + (other + third)
    assert list((one + other).status) == [word for word in Status if word in {*one.status, *other.status}]


@given(st.lists(st.tuples(BYTES, st.lists(st.tuples(ORDERS, BYTES), max_size=3)), max_size=6), st.integers(0, 200))
def test_what_is_laid_aside_comes_back_in_order(
    localities: list[tuple[bytes, list[tuple[Order, bytes]]]], room: int
) -> None:
    gathering = Gathering(room)
    for section, entries in localities:
        texts = tuple((order, (text, b"")) for order, text in entries)
        gathering.add(Contribution(Summary(localities=1), (section, b"other"), texts))
    material = gathering.material(0, date(2025, 6, 30))

    assert material.summary.localities == len(localities)
    assert [*material.sections] == [*material.sections] == [to_text(section) for section, _ in localities]
    every = [entry for _, entries in localities for entry in entries]
    assert [*material.entries] == [to_text(text) for _, text in sorted(every, key=lambda entry: entry[0])]
    assert [*gathering.material(1, date(2025, 6, 30)).sections] == ["other"] * len(localities)
    gathering.close()


def test_a_folder_without_room_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))

    with pytest.raises(NoRoom) as told:
        Gathering(room=10).add(Contribution(Summary(localities=1), (b"more than ten bytes",)))
    assert told.value.filename == str(tmp_path / "missing")


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_the_same_through_bytes(examine: Examine, name: str) -> None:
    result, view, report = examine(AWKWARD), View(translator("zh")), format_of(name)
    gathering = Gathering(room=100)
    for locality in result.localities:
        gathering.add(decode(encode(contribute(locality, [(report, view)]))))

    document = "".join(report.document(gathering.material(0, result.as_of), view))

    assert gathering.summary == reduce(Summary.__add__, [one.summary for one in result.localities], Summary())
    if name != "sarif":  # which explains its rules where it can
        assert document == rendered(name, result, "zh")


def test_a_plan_that_cannot_be_read_is_counted() -> None:
    summary = LocalityResult("county", "county/plan.yaml", 3).summary

    assert (summary.localities, summary.unread, summary.files) == (1, 1, 3)
    assert summary.fails()
    assert not LocalityResult("gone", "gone/plan.yaml", 0).summary.fails()
