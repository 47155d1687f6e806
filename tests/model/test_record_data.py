"""Progress files' plain data to the record of what was reported. FORMAT §4."""

from datetime import date
from fractions import Fraction

from vtrack.model.plan_data import build_plan
from vtrack.model.record_data import ProgressData, build_record
from vtrack.text.reading import read

PLAN = build_plan(
    read(
        """
locality: {id: a}
period: {start: 2023, end: 2027}
targets:
  t: {name: 某, unit: "%", reach: {at_least: 5}}
  deaths: {name: 率, unit: ‰, reach: {at_most: 5}}
""".encode()
    ).document.data
)


def progress(year: int, text: str, **omit) -> ProgressData:
    reading = read(f"format: 1\nlocality: a\nyear: {year}\n{text}".encode())
    assert reading.sound, reading.flaws
    return ProgressData(f"progress/{year}.yaml", reading.document.data, **omit)


def figures(text: str, id: str = "t"):
    return build_record(PLAN, [progress(2024, f"figures:\n  {id}: {text}\n")]).figures[id]


class TestFigures:
    def test_a_bare_value_is_of_31_december(self):
        (figure,) = figures("95.20")
        assert (figure.value, figure.day, figure.dated, figure.year) == (
            Fraction("95.2"),
            date(2024, 12, 31),
            False,
            2024,
        )
        assert (figure.source, figure.evidence, figure.note) == ("self", (), None)
        assert (figure.place.file, figure.place.path) == ("progress/2024.yaml", ("figures", "t"))

    def test_with_its_day_and_source(self):
        (figure,) = figures("{value: 28, as_of: 2024-11-30, source: statistics, evidence: 验收单, note: 说明}")
        assert (figure.day, figure.dated, figure.source) == (date(2024, 11, 30), True, "statistics")
        assert (figure.evidence, figure.note) == (("验收单",), "说明")

    def test_a_count_of_a_whole_is_the_exact_fraction_in_percent(self):
        (figure,) = figures("{count: 83, of: 85}")
        assert (figure.value, figure.count, figure.of) == (100 * Fraction(83, 85), 83, 85)

    def test_or_in_per_mille_where_that_is_the_unit(self):
        (figure,) = figures("{count: 3, of: 1000}", "deaths")
        assert figure.value == 3

    def test_states_and_done(self):
        (figure,) = figures("{state: 开工建设, as_of: 2024-09-30}")
        assert (figure.state, figure.value, figure.done) == ("开工建设", None, None)
        (figure,) = figures("{done: true, evidence: [甲, 乙]}")
        assert (figure.done, figure.evidence, figure.day) == (True, ("甲", "乙"), date(2024, 12, 31))

    def test_several_reports_in_the_order_of_their_days(self):
        found = figures("[{value: 2, as_of: 2024-12-31}, {value: 1, as_of: 2024-06-30}, {value: 3}]")
        assert [figure.value for figure in found] == [1, 2, 3]
        assert found[0].place.path == ("figures", "t", 1)

    def test_over_the_years(self):
        record = build_record(PLAN, [progress(2024, "figures: {t: 2}"), progress(2023, "figures: {t: 1}")])
        assert [figure.value for figure in record.figures["t"]] == [1, 2]

    def test_of_an_id_that_the_plan_does_not_know(self):
        record = build_record(PLAN, [progress(2024, "figures: {unheard-of: {count: 1, of: 4}}")])
        assert record.figures["unheard-of"][0].value == 25


class TestReferences:
    def test_with_free_text_for_a_source(self):
        record = build_record(PLAN, [progress(2024, "references: {city: {value: 6.9, source: 统计公报}}")])
        (figure,) = record.references["city"]
        assert (figure.value, figure.source, figure.place.path) == (
            Fraction("6.9"),
            "统计公报",
            ("references", "city"),
        )
        assert record.figures == {}


class TestRevisions:
    TEXT = """revisions:
  - {target: t, as_of: 2024-06-30, was: 96.4, on: 2024-10-08, reason: 复核}
  - {target: t, as_of: 2024-06-30, was: true, on: 2024-10-09, reason: 复核}
"""

    def test_every_later_change(self):
        first, _ = build_record(PLAN, [progress(2024, self.TEXT)]).revisions
        assert (first.target, first.as_of, first.on, first.reason) == (
            "t",
            date(2024, 6, 30),
            date(2024, 10, 8),
            "复核",
        )
        assert first.place.path == ("revisions", 0)

    def test_faulty_ones_are_left_out(self):
        (only,) = build_record(PLAN, [progress(2024, self.TEXT, omit_revisions=frozenset({0}))]).revisions
        assert only.place.path == ("revisions", 1)


class TestFaulty:
    def test_entries_are_left_out_and_named(self):
        file = progress(
            2024,
            "figures: {t: 1, deaths: 2}\nreferences: {city: 3}",
            omit_figures=frozenset({"t"}),
            omit_references=frozenset({"city"}),
        )
        record = build_record(PLAN, [file])
        assert list(record.figures) == ["deaths"]
        assert record.references == {}
        assert record.unreadable == {"t", "city"}

    def test_empty_sections(self):
        record = build_record(PLAN, [progress(2024, "figures:\nreferences:\nrevisions:\n")])
        assert (record.figures, record.references, record.revisions) == ({}, {}, ())
