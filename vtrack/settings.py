"""The settings of a repository, ``vtrack.yaml``, as frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from msgspec import Struct

SETTINGS_FILE = "vtrack.yaml"


class Settings(Struct, frozen=True):
    """FORMAT §7, ``vtrack.yaml``; what it leaves out is as here.

    plans: folders to check when no path is given, relative to the file.
    pace thresholds: in percentage points.
    """

    language: str | None = None
    plans: tuple[str, ...] = ("plans",)
    grace_days: int = 60
    ahead: Fraction = Fraction(5)
    orange: Fraction = Fraction(-10)
    red: Fraction = Fraction(-30)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def build_settings(data: Mapping[str, Any] | None) -> Settings:
    """The settings that a ``vtrack.yaml`` states; the data has passed the schema."""
    data = data or {}
    pace = data.get("pace") or {}
    default = Settings()
    return Settings(
        language=data.get("language"),
        plans=tuple(data.get("plans") or default.plans),
        grace_days=int(data.get("grace_days", default.grace_days)),
        ahead=Fraction(pace.get("ahead", default.ahead)),
        orange=Fraction(pace.get("orange", default.orange)),
        red=Fraction(pace.get("red", default.red)),
        select=tuple(data.get("select") or ()),
        ignore=tuple(data.get("ignore") or ()),
    )
