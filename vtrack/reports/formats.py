"""Every output format there is, by the name it has on the command line."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from vtrack.reports.gathering import Gathering
from vtrack.reports.material import Format, contribute
from vtrack.reports.words import View
from vtrack.result import Result

FORMATS = ("table", "json", "markdown", "csv", "plain", "github", "gitlab", "junit", "sarif")


def format_of(name: str) -> Format:
    """The format of a name; its library is loaded only now."""
    module: Any = import_module(f"vtrack.reports.{name}")
    format_: Format = module
    return format_


def renderer(name: str) -> Callable[[Result, View], str]:
    """The function that renders a whole result in a format, as one text."""
    report = format_of(name)

    def render(result: Result, view: View) -> str:
        gathering = Gathering()
        for locality in result.localities:
            gathering.add(contribute(locality, [(report, view)]))
        return "".join(report.document(gathering.material(0, result.as_of), view))

    return render
