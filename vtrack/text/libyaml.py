"""The C parser that PyYAML carries (libyaml 0.2), as a source of nodes and events only.

Importing this module fails where PyYAML was built without libyaml; the caller then reads with ruamel.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yaml import YAMLError as YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]


class _Composer(CParser):
    """A parser whose nodes carry no tags: resolving them is the slow half of composing, and not wanted."""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Nothing to resolve."""

    def ascend_resolver(self) -> None:
        """Nothing to resolve."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> None:
        """Nothing to resolve."""


def compose(text: str) -> Any:
    """The root node, or ``None`` for an empty text. Raises :class:`YAMLError`."""
    return _Composer(text).get_single_node()


def events(text: str) -> Iterator[Any]:
    """The events of ``text`` as far as it can be parsed."""
    try:
        parser = _Composer(text)
        while parser.check_event():
            yield parser.get_event()
    except YAMLError:
        return
