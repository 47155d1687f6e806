"""What a rule is, what it looks at and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from types import ModuleType
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says about one place; the rule's name and severity are added to make a finding of it.

    ``severity`` is set where it differs from the rule's own.
    """

    at: Place | Span
    message: Message
    hint: Message | None = None
    target: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its stable name, ``family/name``."""

    name: str
    severity: Severity
    check: Callable[[Any], Iterable[Remark]]
    docstring: str

    @classmethod
    def of(cls, module: ModuleType) -> Rule:
        """The rule that a module holds; its name is where the module lies."""
        family, name = module.__name__.split(".")[-2:]
        return cls(f"{family}/{name.replace('_', '-')}", module.SEVERITY, module.check, module.__doc__ or "")

    @property
    def family(self) -> str:
        """The part of the name before the slash."""
        return self.name.partition("/")[0]

    @property
    def scope(self) -> Scope:
        """What the rules of the family look at."""
        return _SCOPES.get(self.family, Scope.LOCALITY)


def about(target: Target, message: Message, hint: Message | None = None, *path: str | int) -> Remark:
    """A remark about a target, or about the piece of it at ``path``."""
    return Remark(target.place(*path), message, hint, target.id)
