"""An error that nobody foresaw: told once, in one sentence, with a log that holds nothing of the user's."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call, vtrack
from tests.hostile.hold import PLAN, PROGRESS

__all__ = ["vtrack"]
SECRETS = ("保密", "示范县", "甲局", "secret-county", "31415", "hunter2", "plan.yaml")
DAY = ("--as-of", "2026-11-21")


class Unforeseen(Exception):
    """What code might run into. Its words are the worst there can be: all that was at hand."""


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three localities below the test's folder, and the folder that logs go to."""
    folder = tmp_path / "logs"
    folder.mkdir()
    (tmp_path / ".git").mkdir()  # no settings above are looked for
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    for name in ("aa", "secret-county", "zz"):
        progress = tmp_path / "plans" / name / "progress"
        progress.mkdir(parents=True)
        plan = PLAN.replace("id: demo", f"id: {name}").replace("指标一", f"保密 {name}")
        (progress.parent / "plan.yaml").write_text(plan, encoding="utf-8")
        text = PROGRESS.replace("demo", name).replace("one: 95", "one: {value: 31415, note: hunter2}")
        (progress / "2024.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def fail_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """``fail_in("module.function")``: let something unforeseen happen there to one of the localities."""

    def fail(where: str) -> None:
        module, _, name = where.rpartition(".")
        really = getattr(importlib.import_module(module), name)

        def failing(*arguments: Any, **options: Any) -> Any:
            if "secret-county" in repr(arguments):
                raise Unforeseen(repr(arguments))
            return really(*arguments, **options)

        monkeypatch.setattr(where, failing)

    return fail


def told(logs: Path) -> str:
    """What the one log says."""
    (log,) = logs.iterdir()
    return log.read_text(encoding="utf-8")


PLACES = (
    "vtrack.rules.figure.jump.check",
    "vtrack.rules.plan.no_lead.check",
    "vtrack.checking.assess_all",
    "vtrack.held_files.build_plan",
)


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("form", ["json", "table", "github", "sarif"])
def test_every_other_locality_is_checked(
    where: str, form: str, logs: Path, vtrack: Call, fail_in: Callable[[str], None]
) -> None:
    before = vtrack("check", "plans", "--format", form, *DAY)
    fail_in(where)

    outcome = vtrack("check", "plans", "--format", form, "--jobs", "1", *DAY)

    assert before.code < 2
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert "something unexpected happened in plans/secret-county/plan.yaml; all else was checked" in outcome.err
    if form == "json":
        assert [one["locality"] for one in outcome.json["verdicts"]] == ["aa", "zz"]
        assert [one["locality"] for one in before.json["verdicts"]] == ["aa", "secret-county", "zz"]
        others = [one for one in before.json["findings"] if one["locality"] != "secret-county"]
        assert outcome.json["findings"] == others
    log = told(logs)
    assert "Unforeseen\n" in log
    assert not [secret for secret in SECRETS if secret in log]


@pytest.mark.parametrize(
    "call",
    [
        ("due", "plans", *DAY),
        ("export", "plans", "--format", "csv", *DAY),
        ("show", "secret-county", *DAY),
        ("record", "secret-county", "one", "3"),
        ("diff", "HEAD"),
        ("check", "plans", "--against", "HEAD"),
    ],
    ids=lambda call: call[0],
)
def test_any_command_ends_in_one_sentence(
    call: tuple[str, ...], logs: Path, vtrack: Call, fail_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **_: object) -> None:
        raise Unforeseen(f"保密 示范县 {arguments}")

    monkeypatch.setattr("vtrack.checking.examine", fail)
    monkeypatch.setattr("vtrack.history.earlier.since", fail)

    outcome = vtrack(*call)

    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("vtrack: something unexpected happened; please send ")
    assert outcome.err.count("\n") == 1
    log = told(logs)
    assert "Unforeseen\n" in log
    assert not [secret for secret in SECRETS if secret in log]


def test_memory_that_runs_out_is_one_too(logs: Path, vtrack: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("vtrack.checking.assess_all", fail)

    outcome = vtrack("check", "plans", "--jobs", "1")

    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert "MemoryError" in told(logs)


def test_nesting_that_is_too_deep_for_python_is_one_too(
    logs: Path, vtrack: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        fail(*arguments)

    monkeypatch.setattr("vtrack.checking.assess_all", fail)

    outcome = vtrack("check", "plans", "--jobs", "1")

    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    log = told(logs)
    assert "RecursionError\n" in log
    assert len(log) < 20_000
