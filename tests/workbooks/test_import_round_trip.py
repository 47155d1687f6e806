"""What is exported, filled in and taken back is exactly what was typed, also after LibreOffice saved it anew."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.workbook import Content, County, county
from tests.workbooks.exporting import examined
from vtrack.checking import Examination
from vtrack.discovery import find_localities
from vtrack.model.record import Figure
from vtrack.recording.draft import draft
from vtrack.recording.saving import save
from vtrack.verdicts.verdict import Terms
from vtrack.workbooks.file.reading import read_workbook
from vtrack.workbooks.intake.register import Register
from vtrack.workbooks.intake.taking import take
from vtrack.workbooks.layout import Column

__all__ = ["county"]
DAY = date(2025, 2, 1)
STATES = ("谋划储备", "开工建设", "建成通车")


class Typed(NamedTuple):
    """What a clerk types into the cell of a value, how the cell shows it, and the number that is meant."""

    cell: Content
    shown: str | None
    value: Fraction


def full_width(text: str) -> str:
    return text.translate({ord(half): ord(half) + 0xFEE0 for half in "0123456789.%/,"})


@st.composite
def shares(draw: st.DrawFn) -> Typed:
    """A share in percent, in one of the ways of writing it."""
    number = draw(st.decimals(min_value=1, max_value=100, places=draw(st.integers(0, 6))))
    plain, way = f"{number:f}", draw(st.integers(0, 5))
    if way == 0:
        return Typed(plain, "@", Fraction(plain))
    if way == 1:
        return Typed(float(number), "General", Fraction(plain))
    if way == 2:
        return Typed(float(number) / 100, "0.00%", Fraction(plain))
    if way == 3:
        return Typed(f"{full_width(plain)}％", "@", Fraction(plain))
    of = draw(st.integers(1, 400))
    count = draw(st.integers(0, of))
    return Typed(f"{count}{'/' if way == 4 else '／'}{of}", "@", Fraction(100 * count, of))


@st.composite
def amounts(draw: st.DrawFn) -> Typed:
    """A number of households, in one of the ways of writing it."""
    number = draw(st.integers(0, 10**9))
    way = draw(st.integers(0, 4))
    if way == 0:
        return Typed(number, None, Fraction(number))
    if way == 1:
        return Typed(f"{number:,}", "@", Fraction(number))
    if way == 2:
        return Typed(f"{Decimal(number) / 10000:f}万", "@", Fraction(number))
    if way == 3:
        return Typed(f"{full_width(str(number))}户", "@", Fraction(number))
    return Typed(float(number), "#,##0", Fraction(number))


@st.composite
def ratios(draw: st.DrawFn) -> Typed:
    """A plain decimal, as many digits as a spreadsheet keeps."""
    number = draw(st.decimals(min_value=Decimal("0.01"), max_value=9, places=draw(st.integers(2, 13))))
    return Typed(float(number), draw(st.sampled_from(["General", "0.00"])), Fraction(number))


def days() -> st.SearchStrategy[tuple[Content, date]]:
    """A day of the year, and how it is written; the last one where the cell stays empty."""
    ways = ("{0:%Y-%m-%d}", "{0:%Y}/{0.month}/{0.day}", "{0:%Y}年{0.month}月{0.day}日", "{0.month}月{0.day}日")
    day = st.dates(date(2024, 1, 1), date(2024, 12, 31))
    written = st.tuples(day, st.sampled_from(ways)).map(lambda pair: (pair[1].format(pair[0]), pair[0]))
    return st.one_of(st.just((None, date(2024, 12, 31))), day.map(lambda one: (one, one)), written)


def taken(county: County) -> dict[str, Figure]:
    """The figures of the year after the county's workbook was taken back."""
    examination = Examination(Terms(DAY), DAY, (), str)
    localities = list(find_localities([county.root / "plans"]))
    found = take({"book": read_workbook(county.book.read_bytes())}, Register(localities, examination))
    assert found.faults == ()
    for locality in found.localities:
        drafted = draft(locality.locality.files, locality.entries, examination, on=DAY)
        assert drafted.refusals == ()
        save(drafted)
    dossier = examined(county.root / "plans", day=DAY)[0].dossier
    assert dossier is not None
    return {id: figures[-1] for id, figures in dossier.record.figures.items()}


@given(share=shares(), amount=amounts(), ratio=ratios(), state=st.sampled_from(STATES), done=st.booleans(), day=days())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_figures_are_exactly_those_that_were_typed(
    county: County, share: Typed, amount: Typed, ratio: Typed, state: str, done: bool, day: tuple[Content, date]
) -> None:
    shutil.rmtree(county.root / "plans", ignore_errors=True)
    county.locality()
    page = county.export()
    for target, typed in (("coverage", share), ("households", amount), ("income-ratio", ratio)):
        page.fill(target, typed.cell, shown=typed.shown)
    page.fill("road", state).fill("mechanism", "已完成" if done else "未完成")
    page.fill("coverage", day[0], Column.AS_OF).save()

    figures = taken(county)

    assert figures["coverage"].value == share.value
    assert figures["households"].value == amount.value
    assert figures["income-ratio"].value == ratio.value
    assert figures["road"].state == state
    assert figures["mechanism"].done is done
    assert figures["coverage"].day == day[1]


def resaved(file: Path, ending: str = "xlsx:Calc MS Excel 2007 XML") -> Path:
    """The file as LibreOffice opens and saves it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    out = file.parent / "saved"
    profile = f"-env:UserInstallation={(file.parent / 'office').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", ending, "--outdir", str(out), str(file)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return out / f"{file.stem}.{ending.partition(':')[0]}"


def test_a_workbook_that_libreoffice_saved(county: County) -> None:
    county.locality()
    page = county.export()
    page.fill("coverage", 0.9796, shown="0.00%").fill("households", "=100*321").fill("income-ratio", 0.1 + 0.2)
    page.fill("road", "开工建设").fill("road", date(2024, 9, 30), Column.AS_OF)
    page.fill("mechanism", "已完成").fill("mechanism", "县政办发〔2024〕27号\n会议纪要", Column.EVIDENCE)
    next(page.sheets).merge_cells("L4:L5")
    page.save()
    county.book.write_bytes(resaved(county.book).read_bytes())

    figures = taken(county)

    assert figures["coverage"].value == Fraction("97.96")
    assert figures["households"].value == 32100
    assert figures["income-ratio"].value == Fraction("0.3")
    assert (figures["road"].state, figures["road"].day) == ("开工建设", date(2024, 9, 30))
    assert figures["mechanism"].evidence == ("县政办发〔2024〕27号；会议纪要",)


def test_an_untouched_workbook_that_libreoffice_saved(county: County) -> None:
    county.locality(
        _2024="""
        coverage: {count: 83, of: 85, source: statistics, evidence: [验收单一, 验收单二], note: 含试点}
        households: {value: 32100.50, as_of: 2024-11-30}
        income-ratio: 1.70
        road: {state: 开工建设}
        mechanism: {done: false}
        """
    )
    before = county.progress()
    county.export()
    county.book.write_bytes(resaved(county.book).read_bytes())

    taken(county)

    assert county.progress() == before


@pytest.mark.parametrize(
    ("ending", "why"), [("xls:MS Excel 97", "an old workbook"), ("ods", "OpenDocument"), ("csv", "a text file")]
)
def test_what_libreoffice_saves_in_other_formats(county: County, ending: str, why: str) -> None:
    from vtrack.workbooks.faults import Unreadable

    county.locality()
    county.export()
    other = resaved(county.book, ending)

    with pytest.raises(Unreadable) as raised:
        read_workbook(other.read_bytes())

    assert why in raised.value.message.text


def test_a_marked_copy_opens_in_libreoffice(county: County) -> None:
    from vtrack.language import translator
    from vtrack.workbooks.intake.marking import is_marked, mark

    county.locality()
    page = county.export().fill("coverage", "很多").fill("road", "竣工")
    page.save()
    data = county.book.read_bytes()
    workbook = read_workbook(data)
    localities = list(find_localities([county.root / "plans"]))
    found = take({"book": workbook}, Register(localities, Examination(Terms(DAY), DAY, (), str)))
    county.book.write_bytes(mark(data, workbook, found.faults, translator("en")).data)

    saved = read_workbook(resaved(county.book).read_bytes())

    assert is_marked(saved)
    assert [re.sub("<.*?>", "", row.cells[2].text) for row in saved.sheets[0].rows[1:]] == ["I4", "I7"]
