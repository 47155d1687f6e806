"""Many localities: the same answer whichever way it comes, by one process or several, checked anew or kept."""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.history.repositories import Work
from vtrack.batch import contributions as batch
from vtrack.batch import provenance, workers
from vtrack.commands import check
from vtrack.errors import CALL_IS_WRONG, CallError
from vtrack.reports.formats import FORMATS

ROOT = Path(__file__).parents[2]
PROGRAM = provenance.program
"""The real one, which most of these tests do without: it reads all of vtrack."""
DAY = "2026-03-31"
sys.path.insert(0, str(ROOT / "benchmarks"))
import corpus  # noqa: E402

MISTAKES = (
    b"\xff",
    "：".encode(),
    b"\t",
    b"&a ",
    b"]",
    "９８".encode(),
    b"\n\n---\n",
    b"0.98",
    b"x",
    "\u202e".encode(),
    b"{" * 60,
)


@pytest.fixture(autouse=True)
def all_ways_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes and the cache are used for any number of localities."""
    monkeypatch.setattr(batch, "WORTH_KEEPING", 1)
    monkeypatch.setattr(workers, "HERE_FIRST", {"fork": 1, "spawn": 1})
    monkeypatch.setattr(workers, "LOT", 1)
    monkeypatch.setattr(provenance, "program", lambda: b"the program")


def called(*arguments: str) -> tuple[int, str]:
    """The exit code and the output of ``vtrack check``."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = check.command.main(["--as-of", DAY, *arguments], standalone_mode=False)
        except CallError as error:  # nothing is left to check
            return CALL_IS_WRONG, str(error.message)
    assert err.getvalue() == ""
    return code, out.getvalue()


def folder_of(random: Random, into: Path, localities: int, spoiled: int) -> None:
    """A repository: localities like real ones, one below another, some files spoiled, missing or not to be read."""
    for number in range(localities):
        home = into / random.choice(("", "a/", "a-b/", "b/c/")) / f"county-{number + 1:04d}"
        for name, text in corpus.locality(random.randint(1, 5), number + 1, 10, 2).items():
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    files = sorted(into.rglob("*.yaml"))
    for path in random.sample(files, min(spoiled, len(files))):
        data = path.read_bytes()
        place = random.randrange(len(data))
        match random.randrange(6):
            case 0:
                path.unlink()
            case 1:
                path.rename(path.with_suffix(".yml"))
            case 2:
                path.unlink()
                path.mkdir()
            case _:
                path.write_bytes(data[:place] + random.choice(MISTAKES) + data[place:])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False), st.integers(1, 7), st.integers(0, 6), st.sampled_from(FORMATS))
def test_the_same_answer_everywhere(random: Random, localities: int, spoiled: int, other: str) -> None:
    with TemporaryDirectory() as temporary, pytest.MonkeyPatch.context() as patched:
        top = Path(temporary)
        patched.chdir(top)
        patched.setenv("VTRACK_CACHE_DIR", str(top / "cache"))
        (top / "plans").mkdir()
        folder_of(random, top / "plans", localities, spoiled)
        parts = sorted(path.as_posix() for path in Path("plans").rglob("plan.yaml"))
        random.shuffle(parts)
        for format_ in ("json", other):
            asked = ("--format", format_)
            plain = called("plans", *asked, "--jobs", "1", "--no-cache")
            assert called("plans", *asked, "--jobs", "3", "--no-cache") == plain, "many processes"
            assert called("plans", *asked, "--jobs", "2") == plain, "nothing kept yet"
            assert called("plans", *asked, "--jobs", "2") == plain, "everything kept"
            assert called("plans", *asked, "--jobs", "1") == plain, "everything kept, one process"
            assert called(*parts, "plans", *asked) == plain, "in another order"


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three localities, and a cache that is empty."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VTRACK_CACHE_DIR", str(tmp_path / "cache"))
    corpus.write(tmp_path / "plans", 3, 6, 2)
    return tmp_path / "plans"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """The localities that are checked anew by a call, in this process."""
    seen: list[str] = []
    really = batch.check_locality
    monkeypatch.setattr(
        batch, "check_locality", lambda files, how: seen.append(files.folder_name) or really(files, how)
    )

    def call(*arguments: str) -> list[str]:
        seen.clear()
        called(*arguments, "--jobs", "1")
        return list(seen)

    return call


ALL = ["county-0001", "county-0002", "county-0003"]


def test_what_was_checked_is_not_checked_again(county: Path, checked: Callable[..., list[str]]) -> None:
    assert checked("plans") == ALL
    assert checked("plans") == []
    assert checked("plans/county-0002") == []
    assert checked("plans", "--no-cache") == ALL


def test_a_change_of_a_file_counts_and_its_time_does_not(county: Path, checked: Callable[..., list[str]]) -> None:
    checked("plans")
    plan, year = county / "county-0001/plan.yaml", county / "county-0002/progress/2023.yaml"
    times = plan.stat(), year.stat()

    os.utime(plan, (1, 1))
    os.utime(year, (4e9, 4e9))
    assert checked("plans") == []

    for path, time in zip((plan, year), times, strict=True):
        path.write_bytes(path.read_bytes().replace(b"1", b"2", 1))  # as long as before
        os.utime(path, ns=(time.st_atime_ns, time.st_mtime_ns))
    assert checked("plans") == ALL[:2]


@pytest.mark.parametrize(
    "change",
    [
        lambda home: (home / "waivers.yaml").write_text("waivers: []\n"),
        lambda home: (home / "progress/2023.yaml").unlink(),
        lambda home: (home / "progress/2023.yaml").rename(home / "progress/2022.yaml"),
        lambda home: (home / "progress/2023.yml").write_text(""),
        lambda home: (home / "plan.yml").write_text(""),
        lambda home: (home / "plan.yaml").unlink(),
    ],
)
def test_files_that_come_and_go_count(
    county: Path, checked: Callable[..., list[str]], change: Callable[[Path], object]
) -> None:
    checked("plans")
    change(county / "county-0003")

    assert checked("plans") == ALL[2:]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--as-of", "2026-04-01"),
        ("--select", "target"),
        ("--ignore", "figure/jump"),
        ("--lang", "en"),
        ("--format", "json"),
        ("--color", "always"),
        ("--verbose",),
        ("--output", "csv=out.csv"),
    ],
)
def test_what_is_asked_for_counts(county: Path, checked: Callable[..., list[str]], arguments: tuple[str, ...]) -> None:
    checked("plans", "--lang", "zh")

    assert checked("plans", "--lang", "zh", *arguments) == ALL
    assert checked("plans", "--lang", "zh", *arguments) == []


def test_settings_count(county: Path, checked: Callable[..., list[str]]) -> None:
    checked("plans")
    (county.parent / "vtrack.yaml").write_text("grace_days: 61\n")

    assert checked("plans") == ALL


def test_what_files_are_called_counts(
    county: Path, checked: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked("plans")
    monkeypatch.chdir(county)

    assert checked(".") == ALL


def test_another_program_checks_anew(
    county: Path, checked: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked("plans")
    monkeypatch.setattr(provenance, "program", lambda: b"another")

    assert checked("plans") == ALL


def test_a_program_is_known_by_its_files_and_libraries(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    whole = shutil.copytree(Path(provenance.__file__).parents[1], tmp_path / "vtrack")
    monkeypatch.setattr(provenance, "__file__", str(whole / "batch" / "provenance.py"))
    same = PROGRAM()
    assert PROGRAM() == same

    module = whole / "verdicts" / "reach.py"
    time = module.stat()
    module.write_bytes(module.read_bytes().replace(b"1", b"2", 1))
    os.utime(module, ns=(time.st_atime_ns, time.st_mtime_ns))
    assert PROGRAM() != same

    monkeypatch.setattr(provenance, "_version", lambda _: "0")
    assert len({same, PROGRAM()}) == 2


def test_few_localities_leave_no_cache_behind(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "WORTH_KEEPING", 20)
    called("plans")

    assert not (county.parent / "cache").exists()


def test_nothing_is_written_beside_the_cache(county: Path) -> None:
    before = sorted(county.rglob("*"))
    called("plans")

    assert sorted(county.rglob("*")) == before
    assert {path.name for path in county.parent.iterdir()} == {"plans", "cache"}


def test_the_same_answer_against_an_earlier_commit(county: Path) -> None:
    work = Work(county.parent)
    corpus.write(county, 6, 6, 2)
    (county.parent / ".gitignore").write_text("/cache/\n")
    work.commit()
    asked = ("plans", "--format", "json", "--against", "HEAD")
    unchanged = called("plans", "--format", "json")
    assert called(*asked) == unchanged == called(*asked, "--no-cache")

    changed = county / "county-0002/progress/2023.yaml"
    changed.write_bytes(changed.read_bytes().replace(b"value: ", b"value: 1"))
    shutil.rmtree(county / "county-0004")
    (county / "county-0005").rename(county / "moved-0005")
    without = called("plans", "--format", "json")
    plain = called(*asked, "--no-cache", "--jobs", "1")

    assert "history/figure-changed" in plain[1]
    assert "history/file-removed" in plain[1]
    assert "history/" not in without[1]
    for how in (("--jobs", "3"), ("--jobs", "1"), ("--no-cache", "--jobs", "3")):
        assert called(*asked, *how) == plain
        assert called("plans", "--format", "json", *how) == without
    for how in (("--no-cache", "--jobs", "1"), ("--jobs", "2"), ("--jobs", "2")):
        code, out = called("plans", "--format", "json", "--changed", "HEAD", *how)
        assert code == 1
        assert set(re.findall('"locality": "([a-z0-9-]+)"', out)) == {"county-0002", "county-0005"}


def test_what_differs_from_an_earlier_commit_is_checked_by_several_processes(
    county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work(county.parent)
    corpus.write(county, 9, 6, 2)
    shutil.rmtree(county / "county-0009")
    work.commit()
    corpus.write(county, 9, 6, 2)  # the last one is new
    for plan in county.rglob("plan.yaml"):
        plan.write_bytes(plan.read_bytes().replace(b"at_least: ", b"at_least: 0.", 1))
    (county / "county-0002").rename(county / "moved-0002")
    shutil.rmtree(county / "county-0003")
    asked = ("plans", "--format", "json", "--against", "HEAD", "--no-cache", "--jobs")
    plain = called(*asked, "1")
    assert plain[1].count('"history/target-relaxed"') >= 6
    assert "history/file-removed" in plain[1]

    here: list[str] = []
    really = batch.check_locality
    monkeypatch.setattr(
        batch, "check_locality", lambda files, how: here.append(files.folder_name) or really(files, how)
    )
    assert called(*asked, "2") == plain
    # The first task, and what is new where another is gone: which it was is known to the first process alone.
    assert here == ["county-0001", "county-0009", "moved-0002"]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Something unexpected happens in the second locality."""
    really = batch.check_locality

    def check_locality(files: object, how: object) -> object:
        if files.folder_name == "county-0002":  # type: ignore[attr-defined]
            raise RuntimeError("秘密")
        return really(files, how)  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "check_locality", check_locality)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_unexpected_error_stops_no_other_locality(
    county: Path, failing: None, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["plans", "--as-of", DAY, "--format", "json", "--lang", "en", "--jobs", jobs]
    for _ in range(2):  # and nothing of it is kept
        code = check.command.main(arguments, standalone_mode=False)
        out, err = capsys.readouterr()

        assert code == 2
        assert '"locality": "county-0001"' in out
        assert '"locality": "county-0002"' not in out
        assert '"locality": "county-0003"' in out
        assert '"localities": 3' in out
        assert err.count("\n") == 1
        assert "plans/county-0002/plan.yaml" in err
        (log,) = county.parent.glob("*.log")
        told = log.read_text(encoding="utf-8")
        log.unlink()
        assert "RuntimeError\n" in told
        assert "秘密" not in told
