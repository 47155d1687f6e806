"""Whatever a progress file looks like, an entry changes its own lines and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from hypothesis import event, given, settings
from msgspec.structs import replace

from tests.recording.desks import DAY, FOLDER, in_memory
from tests.recording.progress_files import PLAN, Lines, entries, files, values
from vtrack.checking import Examined
from vtrack.history.changes import agree
from vtrack.model.plan import Place
from vtrack.model.record import Figure
from vtrack.recording.draft import Draft
from vtrack.recording.entry import Amount, Done, Entry, Share, State
from vtrack.recording.values import words

FILE = FOLDER / "progress" / "2024.yaml"


def drafted(held: bytes, entry: Entry) -> Draft:
    return in_memory(entry, y2024=held)


def lines_of(data: bytes) -> list[bytes]:
    return re.findall(rb"[^\r\n]*(?:\r\n|\n)|[^\r\n]+\Z", data)


def is_kept(before: Iterable[bytes], after: list[bytes]) -> bool:
    """Whether the lines of one are among those of the other, in order.

    The last one may gain a line end, and a block of text there the sign that keeps it from being part of the text.
    """
    rest = iter(after)
    return all(any(other in (line, *_closed(line, other)) for other in rest) for line in before)


def _closed(line: bytes, other: bytes) -> tuple[bytes, ...]:
    end = other[len(other.rstrip(b"\r\n")) :]
    return (line + end, line.replace(b"|\n", b"|-\n"), line.replace(b"|\r\n", b"|-\r\n"))


def figures(examined: Examined) -> dict[str, list[Figure]]:
    assert examined.dossier is not None
    nowhere = Place("")
    return {
        id: [replace(figure, place=nowhere) for figure in sorted(all_of, key=lambda one: one.day)]
        for id, all_of in examined.dossier.record.figures.items()
    }


def says(figure: Figure, entry: Entry) -> bool:
    report = entry.report
    if isinstance(report, Amount):
        return figure.value == Fraction(report.text)
    if isinstance(report, Share):
        return (figure.count, figure.of) == (Fraction(report.count), Fraction(report.of))
    if isinstance(report, State):
        return figure.state == report.name
    return isinstance(report, Done) and figure.done is report.done


@settings(max_examples=250, deadline=None)
@given(files(), entries())
def test_an_entry_changes_its_own_lines_and_nothing_else(lines: Lines, entry: Entry) -> None:
    held = lines.encoded()
    once = drafted(held, entry)
    if once.refusals:
        event("refused: " + once.refusals[0].message.text)
        assert not once.written
        assert once.refusals[0].message.text != "{name}: vtrack cannot add to {file} as that is laid out"
        return
    event("unchanged" if once.unchanged else "entered")
    after = once.written.get(FILE, held)

    own = {entry.target, "figures", "revisions"}
    kept = [line for line, owner in zip(lines_of(held), lines.owner, strict=False) if owner not in own]
    assert is_kept(kept, lines_of(after))
    assert after.startswith(b"\xef\xbb\xbf") is held.startswith(b"\xef\xbb\xbf")
    assert after.endswith((b"\n", b"\r")) is held.endswith((b"\n", b"\r"))

    old, new = figures(once.before), figures(once.after)
    was, now = old.pop(entry.target, []), new.pop(entry.target)
    assert new == old
    assert [one.day for one in now] == sorted({*(one.day for one in was), entry.day})
    for one in now:
        before = next((figure for figure in was if figure.day == one.day), None)
        if one.day != entry.day:
            assert replace(one, dated=True) == replace(before, dated=True) if before else False
            continue
        assert says(one, entry) or (before is not None and agree(before, one))
        assert one.source == (entry.source or (before.source if before else "self"))
        evidence, note = words(entry.evidence), words(entry.note)
        assert one.evidence == ((evidence,) if evidence else before.evidence if before else ())
        assert one.note == (note or (before.note if before else None))
        revised(once, entry, before, one)
    again = drafted(after, replace(entry, reason="x"))
    assert again.unchanged == (replace(entry, reason="x"),)
    assert not again.written


def revised(drafted: Draft, entry: Entry, before: Figure | None, now: Figure) -> None:
    """A corrected figure has one revision more, which says what it was; nothing else has."""
    assert drafted.before.dossier is not None
    assert drafted.after.dossier is not None
    old, new = drafted.before.dossier.record.revisions, drafted.after.dossier.record.revisions
    assert [replace(one, place=Place("")) for one in new[: len(old)]] == [replace(one, place=Place("")) for one in old]
    if before is None or agree(before, now):
        assert len(new) == len(old)
        return
    (added,) = new[len(old) :]
    assert (added.target, added.as_of, added.on, added.reason) == (entry.target, entry.day, DAY, entry.reason)


COMPARED = (
    PLAN
    + """\
  rural: {name: 农村增速, unit: "%", compare: {above: {reference: growth}}, lead: [office]}
  urban: {name: 城镇增速, unit: "%", compare: {above: {reference: income}}, lead: [office]}
"""
)


@settings(max_examples=150, deadline=None)
@given(files(), values())
def test_a_value_to_compare_with_changes_its_own_lines_and_nothing_else(lines: Lines, entry: Entry) -> None:
    held = lines.encoded()
    once = in_memory(entry, plan=COMPARED, y2024=held)
    if once.refusals:
        event("refused: " + once.refusals[0].message.text)
        assert not once.written
        return
    event("unchanged" if once.unchanged else "entered")
    after = once.written.get(FILE, held)

    own = {"references", "revisions"}
    kept = [line for line, owner in zip(lines_of(held), lines.owner, strict=False) if owner not in own]
    assert is_kept(kept, lines_of(after))
    assert after.startswith(b"\xef\xbb\xbf") is held.startswith(b"\xef\xbb\xbf")
    assert after.endswith((b"\n", b"\r")) is held.endswith((b"\n", b"\r"))

    assert figures(once.after) == figures(once.before)
    assert once.before.dossier is not None
    assert once.after.dossier is not None
    old, new = dict(once.before.dossier.record.references), dict(once.after.dossier.record.references)
    was, now = old.pop(entry.target, ()), new.pop(entry.target)
    assert [replace(one, place=Place("")) for id in new for one in new[id]] == [
        replace(one, place=Place("")) for id in old for one in old[id]
    ]
    (value,) = [one for one in now if one.day == entry.day]
    before = next((one for one in was if one.day == entry.day), None)
    assert says(value, entry)
    assert value.source == (words(entry.source) or (before.source if before else "self"))
    revised(once, entry, before, value)
    again = in_memory(entry, plan=COMPARED, y2024=after)
    assert again.unchanged == (entry,)
