"""The message catalogue: collect what the code says, and compile what was translated.

    python tools/catalogue.py update    collect every sentence of vtrack and of click into vtrack.po
    python tools/catalogue.py compile   write vtrack.mo from vtrack.po
    python tools/catalogue.py missing   list what has no translation

Needs Babel, which the tests install. The compiled catalogue is committed, so that a plain checkout speaks Chinese.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PO = ROOT / "vtrack" / "locale" / "zh" / "LC_MESSAGES" / "vtrack.po"
MO = PO.with_suffix(".mo")
OWN = {"say": None, "gettext": None}
OF_CLICK = {"_": None, "ngettext": (1, 2), "gettext": None}


def sentences(folder: Path, keywords: dict[str, tuple[int, ...] | None]) -> Iterator[str | tuple[str, ...]]:
    """The sentences in a folder of code: the first argument of every call of a keyword."""
    for _, _, message, _, _ in extract_from_dir(folder, keywords=keywords):
        yield message


def own_sentences() -> list[str]:
    """Every sentence that vtrack itself says."""
    return sorted({message for message in sentences(ROOT / "vtrack", OWN) if isinstance(message, str)})


def load() -> Catalog:
    """The catalogue as it was translated."""
    with PO.open("rb") as file:
        return read_po(file, locale="zh")


def update() -> None:
    """Collect every sentence; translations of the same words are kept, those of words no longer said are dropped."""
    import click

    template = Catalog(project="vtrack", locale="zh", charset="utf-8", fuzzy=False)
    for message in [*own_sentences(), *sentences(Path(click.__file__).parent, OF_CLICK)]:
        template.add(message)
    catalogue = load() if PO.exists() else Catalog(locale="zh", fuzzy=False)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    with PO.open("wb") as file:
        write_po(file, catalogue, sort_output=True, omit_header=False, no_location=True, width=120)


def compiled() -> bytes:
    """The bytes of the compiled catalogue."""
    out = io.BytesIO()
    write_mo(out, load())
    return out.getvalue()


def missing() -> list[str]:
    """What vtrack says and nobody has translated."""
    catalogue = load()
    return [text for text in own_sentences() if not (catalogue.get(text) and catalogue[text].string)]


def main() -> int:
    """Do what the first argument says."""
    match sys.argv[1:]:
        case ["update"]:
            update()
        case ["compile"]:
            MO.write_bytes(compiled())
        case ["missing"]:
            print("\n".join(missing()))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
