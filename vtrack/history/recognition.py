"""What a locality is known again by, when it lies in another folder than before."""

from __future__ import annotations

from vtrack.model.plan import Locality


def likeness(now: Locality, before: Locality) -> int:
    """How much speaks for two localities being one. Where both have a division code, it decides."""
    if now.code is not None and before.code is not None:
        return 4 if now.code == before.code else 0
    if now.parent != before.parent and now.parent is not None and before.parent is not None:
        return 0
    return 2 * (now.name == before.name) + 2 * (now.id == before.id)


def traits(folder_name: str, locality: Locality | None) -> list[tuple[str, str]]:
    """What a locality may be known again by."""
    found = [("folder", folder_name)]
    if locality is not None:
        found += [("name", locality.name), ("id", locality.id)]
        found += [("code", locality.code)] if locality.code is not None else []
    return found
