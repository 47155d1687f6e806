"""What all tests have in common: nothing of theirs gets into the user's own folders."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache that begins empty, for this process and those that it starts."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("VTRACK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
