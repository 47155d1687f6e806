"""A rule's docstring as documentation: see :mod:`vtrack.prose` for its shape."""

from __future__ import annotations

from importlib import import_module

from msgspec import Struct

from vtrack.prose import Bilingual, Prose, bilingual
from vtrack.rules.rule import Rule


class Documentation(Struct, frozen=True):
    """What a rule says of itself."""

    rule: Rule
    text: Bilingual

    @property
    def english(self) -> Prose:
        """The words in English."""
        return self.text.english

    @property
    def chinese(self) -> Prose:
        """The words in Chinese."""
        return self.text.chinese

    @property
    def bad(self) -> str:
        """An example that the rule finds fault with; empty where text cannot show the mistake."""
        return self.text.bad

    @property
    def good(self) -> str:
        """The same as it should be."""
        return self.text.good

    def prose(self, language: str) -> Prose:
        """The words in ``zh`` or ``en``."""
        return self.text.prose(language)


def documentation(rule: Rule) -> Documentation:
    """The documentation of a rule.

    Raises:
        ValueError: the docstring lacks one of the languages.
    """
    # A tab in an example is written as an escape: compilers are free to expand the real one.
    return Documentation(rule, bilingual(rule.docstring.replace("\\t", "\t"), rule.name))


def family_documentation(family: str) -> Bilingual:
    """What the rules of a family have in common: the docstring of its package."""
    return bilingual(import_module(f"vtrack.rules.{family}").__doc__ or "", family)
