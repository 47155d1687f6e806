"""What the commands write lies where it belongs: no link, pipe or name leads them to another place."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.hostile.hold import PLAN, PROGRESS, Answer, answer, answers, folder, is_plain
from tests.hostile.test_folders import (
    end_of_a_connection,
    folder_of_that_name,
    link_to_a_device,
    link_to_a_file_outside,
    link_to_itself,
    links_of_the_whole_folder,
    pipe,
)
from vtrack.workbooks.layout import HEADER_ROW, KEY_HEADER

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of other systems")

Make = Callable[[Path], object]
State = dict[str, tuple[int, int, int]]


@pytest.fixture(scope="module")
def filled_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the sound locality for 2024, with another figure filled in."""
    root = tmp_path_factory.mktemp("workbook")
    (root / ".git").mkdir()
    folder(root)
    assert answer("export", ".", "--year", "2024", "-o", "book.xlsx", cwd=root).code == 0
    book = openpyxl.load_workbook(root / "book.xlsx")
    for sheet in book.worksheets:
        if sheet.cell(HEADER_ROW, 1).value == KEY_HEADER:
            columns = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
            sheet.cell(HEADER_ROW + 1, columns["Value"]).value = 96
            sheet.cell(HEADER_ROW + 1, columns["Reason for the change"]).value = "监测数据复核"
    book.save(root / "book.xlsx")
    return root / "book.xlsx"


@pytest.fixture
def repository(tmp_path: Path, filled_in: Path) -> Path:
    """A repository with a locality, and that workbook."""
    root = tmp_path / "repository"
    folder(root)
    (root / ".git").mkdir()
    (root / "vtrack.yaml").write_text("plans: [.]\n", encoding="utf-8")
    shutil.copy(filled_in, root / "book.xlsx")
    return root


def state(root: Path) -> State:
    """Everything in a folder: its kind, its size and the time of its last change, which is no matter of a folder's."""
    found: State = {}
    for here, folders, files in os.walk(root):
        for name in (*folders, *files):
            path = os.path.join(here, name)
            held = os.lstat(path)
            is_folder = name in folders and not os.path.islink(path)
            found[path] = (held.st_mode, *((0, 0) if is_folder else (held.st_size, held.st_mtime_ns)))
    return found


def written(before: State, root: Path) -> set[str]:
    """What is new or other than before, without the locks that vtrack keeps."""
    after = state(root)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    return {os.path.relpath(path, root) for path in changed if ".cache" not in path}


RECORD = ("record", "demo", "one")
CALLS = (
    (*RECORD, "96", "--as-of", "2022-12-31"),
    (*RECORD, "96", "--as-of", "2023-12-31"),
    (*RECORD, "97", "--as-of", "2024-12-31", "--reason", "更正"),
    ("import", "book.xlsx", "--dry-run"),
    ("import", "book.xlsx", "--marked", "marked.xlsx"),
    ("export", ".", "--year", "2024", "-o", "out.xlsx"),
    ("export", ".", "--year", "2024", "-o", "out.xlsx", "--force"),
    ("export", ".", "--format", "csv", "-o", "out.csv", "--force"),
    ("check", ".", "--output", "json=report.json"),
    ("due", "."),
    ("show", "demo", "one"),
)
MAY_BE_WRITTEN = {
    *(f"repository/demo/progress/{year}.yaml" for year in (2022, 2023, 2024)),
    *(f"repository/{name}" for name in ("marked.xlsx", "out.xlsx", "out.csv", "report.json")),
}


def progress_that_is(make: Make) -> Make:
    """What takes the place of the folder of progress."""

    def instead(demo: Path) -> None:
        shutil.rmtree(demo / "progress")
        make(demo / "progress")

    return instead


def file_in_place_of(path: str, make: Make) -> Make:
    """What takes the place of a file, or comes to a place that is empty."""

    def instead(demo: Path) -> None:
        (demo / path).unlink(missing_ok=True)
        make(demo / path)

    return instead


def plan_outside(demo: Path) -> None:
    (demo / "plan.yaml").rename(demo.parents[1] / "plan.yaml")
    (demo / "plan.yaml").symlink_to("../../plan.yaml")


def sound_progress_outside(demo: Path) -> None:
    (demo / "progress").rename(demo.parents[1] / "outside")
    (demo / "progress").symlink_to("../../outside")


def odd_company(demo: Path) -> None:
    """Names that differ in case alone, and hidden files, as editors and systems leave them."""
    (demo / "PLAN.yaml").write_text(PLAN, encoding="utf-8")
    (demo / "progress" / "2024.YAML").write_text(PROGRESS, encoding="utf-8")
    (demo / ".plan.yaml.swp").write_bytes(b"\0")
    (demo / "progress" / ".2023.yaml").mkdir()
    (demo / "progress" / "~$2024.yaml").write_bytes(b"\0")


def leftovers_that_lead_out(demo: Path) -> None:
    """What a writer that was killed may have left, as somebody may make it up."""
    (demo / "progress" / ".2024.yaml.0.vtrack-new").symlink_to("../../../secret.yaml")
    (demo / "progress" / ".2023.yaml.0.vtrack-new").mkdir()


OUTSIDE: dict[str, Make] = {
    "a year is a link out": link_to_a_file_outside,
    "a year is a device": link_to_a_device,
    "a year is a link to itself": link_to_itself,
    "a year is a pipe": pipe,
    "a year is the end of a connection": end_of_a_connection,
    "a year is a folder": folder_of_that_name,
    "a year is a link to nothing": file_in_place_of("progress/2023.yaml", lambda path: path.symlink_to("../../../new")),
    "a year is a link within": file_in_place_of("progress/2024.yaml", lambda path: path.symlink_to("../plan.yaml")),
    "the progress is a link out": links_of_the_whole_folder,
    "sound progress is a link out": sound_progress_outside,
    "the progress is a link to nothing": progress_that_is(lambda path: path.symlink_to("../../new")),
    "the progress is a file": progress_that_is(lambda path: path.write_text("x", encoding="utf-8")),
    "the progress is a pipe": progress_that_is(os.mkfifo),
    "the plan is a link out": plan_outside,
    "the plan is a pipe": file_in_place_of("plan.yaml", os.mkfifo),
    "the plan is a device": file_in_place_of("plan.yaml", lambda path: path.symlink_to("/dev/urandom")),
    "the copy is a link": file_in_place_of("../marked.xlsx", lambda path: path.symlink_to("../secret.yaml")),
    "the copy is a pipe": file_in_place_of("../marked.xlsx", os.mkfifo),
    "the export is a link": file_in_place_of("../out.xlsx", lambda path: path.symlink_to("../secret.yaml")),
    "the table is a link": file_in_place_of("../out.csv", lambda path: path.symlink_to("../new")),
    "the table is a folder": file_in_place_of("../out.csv", os.mkdir),
    "the report is a link": file_in_place_of("../report.json", lambda path: path.symlink_to("../secret.yaml")),
    "odd company": odd_company,
    "what another left": leftovers_that_lead_out,
}


@pytest.mark.parametrize("name", OUTSIDE)
def test_nothing_is_written_elsewhere(name: str, repository: Path) -> None:
    secret = repository.parent / "secret.yaml"
    secret.write_text(PROGRESS, encoding="utf-8")
    OUTSIDE[name](repository / "demo")
    before = state(repository.parent)

    found = answers(CALLS, repository)

    for call, one in zip(CALLS, found, strict=True):
        assert is_plain(one), call
        assert "hunter2" not in one.out + one.err
    changed = written(before, repository.parent)
    links = {f"repository/demo/progress/.{year}.yaml.0.vtrack-new" for year in (2023, 2024)}
    assert changed <= MAY_BE_WRITTEN | links
    for path in changed - links:
        assert (repository.parent / path).is_file()
        assert not (repository.parent / path).is_symlink()


def test_what_is_sound_is_written(repository: Path) -> None:
    """The calls of the test above are such as write."""
    before = state(repository.parent)

    found = answers(CALLS, repository)

    assert [one.code for one in found] == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], found
    assert written(before, repository.parent) == MAY_BE_WRITTEN - {"repository/marked.xlsx"}


def test_a_marked_copy_takes_the_place_of_nothing_else(repository: Path) -> None:
    plan = repository / "demo" / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("  one:", "  other:"), encoding="utf-8")
    (repository / "again.xlsx").symlink_to("book.xlsx")
    (repository / "other.xlsx").write_bytes(b"not ours")
    (repository / "nothing.xlsx").symlink_to("../new.xlsx")
    before = state(repository.parent)

    for name in ("book.xlsx", "again.xlsx", "other.xlsx", "nothing.xlsx", "demo", "/dev/null", "book.xlsx/x.xlsx"):
        one = answer("import", "book.xlsx", "--marked", name, cwd=repository)
        assert is_plain(one), name
        assert one.code in ((1, 2) if name == "demo" else (2,)), (name, one)
    assert written(before, repository.parent) <= {"repository/demo/book.xlsx"}


def rights_count(tmp_path: Path) -> bool:
    """Whether the system keeps this process from what it has no right to, as it does not keep an administrator."""
    file = tmp_path / "no"
    file.write_bytes(b"")
    file.chmod(0)
    return not os.access(file, os.R_OK)


@pytest.mark.parametrize("mode", [0o000, 0o111, 0o444, 0o555])
@pytest.mark.parametrize("closed", ["demo", "demo/progress", "demo/progress/2024.yaml"])
def test_what_may_not_be_read_or_written(mode: int, closed: str, repository: Path, tmp_path: Path) -> None:
    if not rights_count(tmp_path):
        pytest.skip("an administrator may read and write everything")
    (repository / closed).chmod(mode)
    try:
        found = answers([*CALLS, ("check", "demo", "--format", "json")], repository)
    finally:
        (repository / closed).chmod(0o755)

    for call, one in zip(CALLS, found, strict=False):
        assert is_plain(one), call
    # What a folder holds under a name that is known can be read without listing it.
    is_read = mode == 0o555 or (closed, mode) in (("demo", 0o111), ("demo/progress/2024.yaml", 0o444))
    assert is_plain(found[-1])
    assert is_read or found[-1].code == 1, "what was not read is no pass"
    assert is_read or found[-1].rules & {"text/unreadable"}


NAMES = (
    "../x",
    "/etc/x",
    "a/b",
    "..",
    ".",
    "",
    "CON",
    "con",
    "com1",
    "nul",
    "a\nb",
    "a\x1b[31m",
    "x" * 5000,
    "示范",
    "-x",
)
OTHERS = ("--name", "甲", "--level", "county", "--start", "2023", "--end", "2027", "--title", "方案")


def initiated(root: Path, *arguments: str) -> Answer:
    """What ``vtrack init`` answers, of which all but these options are sound."""
    one = answer("init", *arguments, *OTHERS, cwd=root)
    assert is_plain(one), arguments
    return one


def test_no_name_leads_a_new_locality_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "a" / ".git").mkdir(parents=True)
    calls = [("init", "--id", name, *OTHERS) for name in NAMES]

    found = answers(calls, tmp_path / "a")

    for call, one in zip(calls, found, strict=True):
        assert is_plain(one), call
        assert one.code == 2, call
    assert written({}, tmp_path) == {"a", "a/.git"}


@pytest.mark.parametrize("option", ["--name", "--title", "--number", "--issuer"])
def test_no_text_makes_another_plan(option: str, tmp_path: Path) -> None:
    texts = ("甲\ntargets: {}", "甲\x1b[31m", "\u202e甲", "a\x85b", "", '"', "甲: {x}", "# 甲", "${id}$$", "- a", "!!x")
    (tmp_path / ".git").mkdir()
    calls = [("init", "--id", f"n{place}", *OTHERS, option, text) for place, text in enumerate(texts)]

    found = answers([*calls, ("check", "plans", "--format", "json")], tmp_path)

    for place, one in enumerate(found[:-1]):
        assert is_plain(one)
        assert one.code == (2 if place < 5 else 0), (texts[place], one)
    assert not {finding["rule"] for finding in found[-1].report["findings"] if finding["severity"] == "error"}


@pytest.mark.parametrize("link", ["plans", "plans/aa", "plans/aa/plan.yaml", "plans/aa/progress", "vtrack.yaml"])
@pytest.mark.parametrize("there", [True, False], ids=["a folder", "nothing"])
def test_no_link_leads_a_new_locality_elsewhere(link: str, there: bool, tmp_path: Path) -> None:
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    if there:
        (tmp_path / "aa").mkdir()
    here = tmp_path / "repository" / link
    here.parent.mkdir(parents=True, exist_ok=True)
    here.symlink_to(tmp_path / "aa")
    before = state(tmp_path)

    assert initiated(tmp_path / "repository", "--id", "aa").code == 2
    assert written(before, tmp_path) == set()
