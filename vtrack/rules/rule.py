"""What a rule is, what it looks at and what it says."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from msgspec import Struct

from vtrack.cases import Dossier as Dossier
from vtrack.cases import FileCase as FileCase
from vtrack.cases import Since as Since
from vtrack.cases import WaiverCase as WaiverCase
from vtrack.findings import Severity
from vtrack.messages import Message
from vtrack.model.plan import Place, Target
from vtrack.text.flaws import Span


class Scope(Enum):
    """What a rule looks at: one file, a locality, a locality and its past, or the waivers once others have spoken."""

    FILE = "file"
    LOCALITY = "locality"
    HISTORY = "history"
    WAIVER = "waiver"


_SCOPES = {"text": Scope.FILE, "schema": Scope.FILE, "history": Scope.HISTORY, "waiver": Scope.WAIVER}


class Remark(Struct, frozen=True):
    """What a rule says about one place; the rule's name and severity are added to make a finding of it.

    ``severity`` is set where it differs from the rule's own.
    """

    at: Place | Span
    message: Message
    hint: Message | None = None
    target: str | None = None
    severity: Severity | None = None


class Rule(Struct, frozen=True):
    """A rule by its stable name, ``family/name``, and what it looks at. Its module is loaded when it is to speak."""

    name: str
    scope: Scope

    @classmethod
    def named(cls, name: str) -> Rule:
        """The rule of a name, whose module is where the name says."""
        return cls(name, _SCOPES.get(name.partition("/")[0], Scope.LOCALITY))

    @property
    def family(self) -> str:
        """The part of the name before the slash."""
        return self.name.partition("/")[0]

    @property
    def severity(self) -> Severity:
        """How grave its findings are, unless one says otherwise."""
        severity: Severity = _module(self.name).SEVERITY
        return severity

    @property
    def docstring(self) -> str:
        """Its documentation."""
        return _module(self.name).__doc__ or ""

    def check(self, case: Any) -> Iterable[Remark]:
        """What it has to say of a case of its scope."""
        remarks: Iterable[Remark] = _module(self.name).check(case)
        return remarks


@cache
def _module(name: str) -> ModuleType:
    return import_module(f"vtrack.rules.{name.replace('/', '.').replace('-', '_')}")


def about(target: Target, message: Message, hint: Message | None = None, *path: str | int) -> Remark:
    """A remark about a target, or about the piece of it at ``path``."""
    return Remark(target.place(*path), message, hint, target.id)
