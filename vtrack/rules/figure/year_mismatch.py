"""A progress file's name and its ``year`` are different years.

Every figure without a day counts as of 31 December of the file's ``year``. When last year's file was copied and the
year inside left as it was, this year's figures are counted for last year, and two files report the same one.

Correct ``year``, or rename the file.

进度文件的文件名与文件里的 ``year`` 不是同一年。

没有写日期的数据，一律算作 ``year`` 那一年12月31日的数。复制上年的文件而忘了改年份，今年的数就会算到去年，
同一年也会有两个文件。

请改正 ``year``，或者改文件名。

Bad 反例::

    # progress/2024.yaml
    year: 2023
    figures:
      sample: 95.2

Good 正例::

    # progress/2024.yaml
    year: 2024
    figures:
      sample: 95.2
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.plan import Place
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.ERROR


def check(case: Dossier) -> Iterator[Remark]:
    """One finding a file."""
    for file, year in case.years:
        name = PurePosixPath(file).stem
        if not name.isdecimal() or int(name) == year:
            continue
        message = say("the file is named {name} and states the year {year}", name=name, year=year)
        same = next((other for other, stated in case.years if other != file and stated == year), None)
        if same is None:
            hint = say("write year: {name}, or rename the file", name=name)
        else:
            hint = say("write year: {name}; the year {year} is reported in {file}", name=name, year=year, file=same)
        yield Remark(Place(file, ("year",)), message, hint)
