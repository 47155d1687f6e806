"""Nothing of the user's git settings may decide a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history.repositories import SETTINGS, Work


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, SETTINGS[name])


@pytest.fixture
def work(tmp_path: Path) -> Work:
    """An empty repository in a folder with a space and a Chinese name."""
    return Work(tmp_path / "县 规划")
