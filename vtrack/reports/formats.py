"""Every output format there is, by the name it has on the command line."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from vtrack.reports.words import View
from vtrack.result import Result

FORMATS = ("table", "json", "markdown", "csv", "plain", "github", "gitlab", "junit", "sarif")


def renderer(name: str) -> Callable[[Result, View], str]:
    """The function that renders a format; its library is loaded only now."""
    render: Callable[[Result, View], str] = import_module(f"vtrack.reports.{name}").render
    return render
