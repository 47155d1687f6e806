"""LibreOffice without a screen: it opens a workbook and saves it again as something else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
needed = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")


def converted(file: Path, kind: str, folder: Path) -> Path:
    """``file`` opened and saved in ``folder`` as another ``kind``, such as ``pdf``."""
    assert PROGRAM is not None
    out = folder / "saved"
    subprocess.run(
        [
            PROGRAM,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(out),
            str(file),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return out / f"{file.stem}.{kind}"
