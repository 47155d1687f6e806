"""Where the pieces of a target stand in ``plan.yaml``, for the rules of this family."""

from __future__ import annotations

from collections.abc import Iterable

from vtrack.model.bound import Bound, Series
from vtrack.model.forms import Compare, Keep, form_word
from vtrack.model.plan import Path, Target


def bound_path(target: Target) -> Path:
    """The way to the bound's value within the target, such as ``("reach", "at_least")``."""
    bound = target.bound
    word = form_word(target.form)
    return (word,) if bound is None else (word, bound.comparison.value)


def deadline_path(target: Target) -> Path:
    """The way to the deadline within the target: ``to`` of what is kept or compared, else ``by``."""
    return (form_word(target.form), "to" if isinstance(target.form, Keep | Compare) else "by")


def names_target(bound: Bound | None) -> str | None:
    """The id of the target whose figures give the bound, where another target's do."""
    limit = None if bound is None else bound.limit
    return limit.id if isinstance(limit, Series) and limit.kind == "target" else None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to one that is not known, where one is near."""
    from difflib import get_close_matches  # only a faulty plan needs it

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)
