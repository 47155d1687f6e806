"""Links, pipes, devices, odd names and files that are none: nothing is followed out, nothing is waited for."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.hold import PLAN, PROGRESS, checked, folder

SECRET = "password: hunter2\n"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of other systems")


def link_to_a_file_outside(demo: Path) -> None:
    secret = demo.parents[1] / "secret.yaml"
    secret.write_text(SECRET, encoding="utf-8")
    (demo / "progress" / "2023.yaml").symlink_to(secret)


def link_to_a_device(demo: Path) -> None:
    (demo / "progress" / "2023.yaml").symlink_to("/dev/zero")


def link_to_itself(demo: Path) -> None:
    (demo / "progress" / "2023.yaml").symlink_to("2023.yaml")


def pipe(demo: Path) -> None:
    os.mkfifo(demo / "progress" / "2023.yaml")


def end_of_a_connection(demo: Path) -> None:
    here = Path.cwd()
    os.chdir(demo / "progress")  # a path of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as end:
            end.bind("2023.yaml")
    finally:
        os.chdir(here)


def folder_of_that_name(demo: Path) -> None:
    (demo / "progress" / "2023.yaml").mkdir()
    (demo / "progress" / "2023.yaml" / "plan.yaml").write_text(PLAN, encoding="utf-8")


def links_of_the_whole_folder(demo: Path) -> None:
    outside = demo.parents[1] / "outside"
    (demo / "progress").rename(outside)
    (outside / "2024.yaml").write_text(SECRET, encoding="utf-8")
    (demo / "progress").symlink_to(outside)


@pytest.mark.parametrize(
    "make",
    [
        link_to_a_file_outside,
        link_to_a_device,
        link_to_itself,
        pipe,
        end_of_a_connection,
        folder_of_that_name,
        links_of_the_whole_folder,
    ],
)
def test_what_is_no_file_of_the_locality_is_not_read(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(folder(tmp_path / "repository"))

    found = checked(tmp_path / "repository")

    assert found.code == 1
    assert "text/unreadable" in found.rules
    assert found.report["verdicts"] == []
    assert "hunter2" not in found.out + found.err


@pytest.mark.parametrize("name", ["plan.yaml", "waivers.yaml"])
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/urandom")], ids=["pipe", "device"])
def test_nor_a_plan_or_waivers(name: str, make: Callable[[Path], None], tmp_path: Path) -> None:
    path = folder(tmp_path) / name
    path.unlink(missing_ok=True)
    make(path)

    found = checked(tmp_path)

    assert found.code == 1
    assert "text/unreadable" in found.rules


def test_settings_that_are_a_device(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "vtrack.yaml").symlink_to("/dev/zero")
    (tmp_path / ".git").mkdir()

    found = checked(tmp_path)

    assert found.code == 2
    assert "vtrack.yaml" in found.err


def test_a_file_of_holes(tmp_path: Path) -> None:
    with (folder(tmp_path) / "progress" / "2023.yaml").open("wb") as file:
        file.truncate(50_000_000_000)

    assert "text/size" in checked(tmp_path).rules


def test_a_link_within_the_locality_is_read(tmp_path: Path) -> None:
    demo = folder(tmp_path)
    (demo / "2024.yaml").write_text(PROGRESS, encoding="utf-8")
    (demo / "progress" / "2024.yaml").unlink()
    (demo / "progress" / "2024.yaml").symlink_to("../2024.yaml")

    found = checked(tmp_path)

    assert found.code == 0
    assert found.report["verdicts"][0]["figure"] == 95


def test_links_in_a_loop_are_not_walked(tmp_path: Path) -> None:
    demo = folder(tmp_path)
    (demo / "again").symlink_to(tmp_path)
    (tmp_path / "up").symlink_to("..")

    assert len(checked(tmp_path).report["verdicts"]) == 1


def test_folders_without_end(tmp_path: Path) -> None:
    here = Path.cwd()
    folder(tmp_path)
    os.chdir(tmp_path)
    try:
        for _ in range(1500):
            os.mkdir("d")
            os.chdir("d")
    finally:
        os.chdir(here)

    try:
        assert len(checked(tmp_path).report["verdicts"]) == 1
    finally:  # deeper than Python removes folders
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)


@pytest.mark.parametrize(
    "name",
    [
        b"new\nline",
        b"es\x1b[31mcape",
        "中文".encode(),
        "bidi\u202ename".encode(),
        b"\xff\xfe",
        b"-rf",
        b"::error::x",
        b"CASE",
    ],
)
def test_odd_names_of_folders(name: bytes, tmp_path: Path) -> None:
    root = os.fsencode(tmp_path)
    os.rename(os.fsencode(folder(tmp_path)), os.path.join(root, name))

    found = checked(tmp_path)

    assert found.code == 1
    assert "plan/folder-name" in found.rules
    assert "\x1b" not in found.out


def test_names_that_differ_in_case_alone(tmp_path: Path) -> None:
    demo = folder(tmp_path)
    (demo / "PLAN.yaml").write_text(PLAN, encoding="utf-8")
    (demo / "progress" / "2024.YAML").write_text(PROGRESS, encoding="utf-8")

    assert checked(tmp_path).code in (0, 1)
