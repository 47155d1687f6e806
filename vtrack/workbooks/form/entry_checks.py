"""What a spreadsheet says by itself while it is filled in: drop-downs, limits, prompts and colours.

These only help the hand that types. Nothing rests on them: whoever pastes gets round them, and reading a workbook
checks everything anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal

from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.datavalidation import DataValidation

from vtrack.messages import say
from vtrack.model.bound import Bound, Comparison
from vtrack.model.calendar import Each, year_end
from vtrack.model.forms import Keep, Reach
from vtrack.model.plan import Target
from vtrack.model.quantity import written
from vtrack.model.reference import Reportable
from vtrack.workbooks.form.listing import Row
from vtrack.workbooks.form.value_cells import WHOLE, Kind, Words, kind_of, to_report
from vtrack.workbooks.layout import cell_text
from vtrack.workbooks.styles import FILLED, LOCKED_COLOR, MISSING, SHORT, WRONG, painted

_MOST_OF_PROMPT, _GREATEST = 255, "1E+15"
_Type = Literal["list", "custom", "decimal", "date"]
_Style = Literal["stop", "warning"]


def value_validation(row: Row, cell: str, choices: str | None, word: Words) -> DataValidation:
    """What may be entered as the value of a row. ``choices``: the range of its drop-down, where it has one.

    Only a warning where numbers are concerned: ``1.18万`` is no number for a spreadsheet, and yet can be read.
    """
    target, kind = row.target, kind_of(row.target)
    if choices is not None:
        made = _validation("list", choices, word(say("Choose one of the words in the list.")), word)
    elif kind is Kind.SHARE and isinstance(target, Target):
        lowest, highest = (0, WHOLE[target.unit or ""]) if _is_of_whole(target) else (f"-{_GREATEST}", _GREATEST)
        number = _number(cell, target)
        allowed = f"IFERROR(AND({number}>={lowest},{number}<={highest}),FALSE)"
        usual = say(
            "A number such as 98, which means 98 {unit}, or a count of a whole such as 83/85.", unit=target.unit
        )
        made = _validation("custom", allowed, word(usual), word, "warning")
    else:
        made = _validation("decimal", f"-{_GREATEST}", word(say("This is not a plain number.")), word, "warning")
        made.operator, made.formula2 = "between", _GREATEST
    asked = to_report(target)
    note = target.note if isinstance(target, Target) else None
    lines = [None if asked is None else word(asked), note and cell_text(note)]
    made.prompt = "\n".join(line for line in lines if line)[:_MOST_OF_PROMPT] or None
    made.showInputMessage = made.prompt is not None
    made.add(cell)
    return made


def day_validation(cells: str, year: int, word: Words) -> DataValidation:
    """The day of a figure: one of the year."""
    wanted = say("Write a day of {year}, such as {year}-06-30.", year=year)
    made = _validation("date", f"DATE({year},1,1)", word(wanted), word)
    made.operator, made.formula2 = "between", f"DATE({year},12,31)"
    made.add(cells)
    return made


def source_validation(cells: Iterable[str], choices: str, word: Words) -> DataValidation:
    """The source of a figure: one of the format's words."""
    made = _validation("list", choices, word(say("Choose one of the words in the list.")), word)
    for cell in cells:
        made.add(cell)
    return made


def _validation(type_: _Type, formula: str, error: str, word: Words, style: _Style = "stop") -> DataValidation:
    made = DataValidation(type_, formula1=formula, allow_blank=True, errorStyle=style, error=error)
    made.errorTitle = word(say("Please check"))
    made.showErrorMessage = True
    return made


def _is_of_whole(target: Target) -> bool:
    """Whether nothing below 0 or above the whole is to be expected: the plan's own numbers lie between.

    A bound of 0 is one on growth, which may well fall below it.
    """
    form, base = target.form, target.baseline
    if not isinstance(form, Reach | Keep):
        return False
    known = [form.bound.limit, form.bound.upper, base.value if base else None]
    return all(0 < number <= WHOLE[target.unit or ""] for number in known if isinstance(number, Fraction))


def _number(cell: str, target: Reportable) -> str:
    """The formula of the number in a cell; of a share also where it is written as ``83/85`` or with its sign.

    ``ASC`` makes full-width digits plain ones, where the system is an East Asian one.
    """
    whole = WHOLE.get(target.unit or "")
    if whole is None:
        return f"VALUE(ASC({cell}))"
    text = f'SUBSTITUTE(SUBSTITUTE(ASC({cell}),"／","/"),"％","%")'
    slash = f'FIND("/",{text})'
    counted = f"{whole}*VALUE(LEFT({text},{slash}-1))/VALUE(MID({text},{slash}+1,30))"
    return f'IFERROR({counted},VALUE({text})*IF(RIGHT({text},1)="%",100,1))'


def value_colours(row: Row, cell: str, day: str) -> Iterator[Rule]:
    """When the value of a row is painted: it is no number, or does not satisfy the bound that already applies.

    ``day``: the cell of its date.
    """
    if kind_of(row.target) not in (Kind.NUMBER, Kind.SHARE):
        return
    number = _number(cell, row.target)
    yield _rule(f"IF(LEN(TRIM({cell}))=0,FALSE,ISERROR({number}))", WRONG)
    bound = row.target.bound if isinstance(row.target, Target) else None
    applies = _applies(row, day)
    if applies is not None and bound is not None:
        fails = ",".join(_fails(bound, number))
        yield _rule(f"IF(LEN(TRIM({cell}))=0,FALSE,IFERROR(AND({applies},OR({fails})),FALSE))", SHORT)


def row_colours(cell: str) -> Iterator[Rule]:
    """When a row's value is painted as missing or filled in. ``cell``: the value of the first row."""
    yield _rule(f"LEN(TRIM({cell}))=0", MISSING)
    yield _rule(f"LEN(TRIM({cell}))>0", FILLED)


def locked_colours() -> Iterator[Rule]:
    """That a cell among those of a row to be filled in is not one of them."""
    yield _rule("TRUE", LOCKED_COLOR)


def _rule(formula: str, color: str) -> Rule:
    return Rule("expression", dxf=painted(color), formula=[formula], stopIfTrue=True)


def _applies(row: Row, day: str) -> str | None:
    """The formula of whether the bound applies to the figure of a row already; ``None`` where it never does this year.

    A bound to be reached applies to a figure of its deadline, one to be kept to every figure, and to a year's total
    when the year is over.
    """
    form = row.target.form if isinstance(row.target, Target) else None
    if not isinstance(form, Reach | Keep) or form.by.day is None or form.bound.is_placeholder:
        return None
    if isinstance(form, Reach):
        last = form.by.day if form.by.day.year == row.key.year else None
    elif not form.flow:
        return "TRUE"
    else:
        last = year_end(row.key.year) if form.each is Each.YEAR else None
    if last is None:
        return None
    return f"OR(LEN({day})=0,{day}>=DATE({last.year},{last.month},{last.day}))"


def _fails(bound: Bound, number: str) -> Iterator[str]:
    floor, ceiling = bound.floor, bound.ceiling
    if floor is not None:
        yield f"{number}{'<=' if bound.comparison is Comparison.ABOVE else '<'}{written(floor)}"
    if ceiling is not None:
        yield f"{number}{'>=' if bound.comparison is Comparison.BELOW else '>'}{written(ceiling)}"
