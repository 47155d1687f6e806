"""What is shipped is whole: packages, schemas, the catalogue, the mark of types; installed or not."""

from __future__ import annotations

import configparser
import importlib.metadata
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "vtrack", "schemas")
PLAN = """\
format: 1
locality: {id: demo, name: 示范县}
period: {start: 2023, end: 2027}
targets: {a: {name: 甲, task: {}}}
"""
DATA = (
    "vtrack/py.typed",
    "vtrack/locale/zh/LC_MESSAGES/vtrack.mo",
    *(f"vtrack/templates/{tongue}/{name}.yaml" for tongue in ("en", "zh") for name in ("plan", "progress", "vtrack")),
    *(f"vtrack/schemas/{name}.schema.json" for name in ("plan", "progress", "waivers", "config", "report")),
)


def run(arguments: list[str], cwd: Path, **environment: str) -> str:
    """Run a program and return what it prints; it must succeed."""
    import os

    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VTRACK_LANG")}
    done = subprocess.run(
        arguments,
        cwd=cwd,
        env={**kept, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=180,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources as a checkout has them, so that building leaves nothing behind here."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy2(source, folder / name)
    return folder


@pytest.fixture(scope="session")
def distributions(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist, and with the wheel that is built from that sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", *isolation(), "--outdir", str(folder)], checkout)
    return folder


def isolation() -> list[str]:
    """Build with the setuptools that is here, if it is new enough; else ``build`` fetches one."""
    try:
        version = importlib.metadata.version("setuptools")
    except importlib.metadata.PackageNotFoundError:
        return []
    return ["--no-isolation"] if tuple(map(int, version.split(".")[:2])) >= (77, 0) else []


@pytest.fixture(scope="session")
def installed(distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the wheel is installed in."""
    folder = tmp_path_factory.mktemp("installed")
    (wheel,) = distributions.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    run([*pip, "--target", str(folder), str(wheel)], folder)
    return folder


@pytest.fixture
def locality(tmp_path: Path) -> Path:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path / "demo"


def test_the_packages_that_are_listed_are_those_that_there_are() -> None:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = setup["options"]["packages"].split()
    there = {
        folder.parent.relative_to(ROOT).as_posix().replace("/", ".") for folder in ROOT.glob("vtrack/**/__init__.py")
    }

    assert sorted(listed) == listed
    assert set(listed) == there | {"vtrack.schemas"}


def test_what_is_imported_is_required() -> None:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    required = setup["options"]["install_requires"].lower()

    for library in ("click", "ruamel.yaml", "jsonschema", "jsonschema-rs", "rich", "tabulate", "wcwidth", "pyyaml"):
        assert f"\n{library}>=" in required
    (schemas,) = re.findall(r"jsonschema-rs>=0\.(\d+)", required)
    assert int(schemas) >= 37, "older ones refuse decimal numbers"


def test_the_wheel_is_whole(distributions: Path, checkout: Path) -> None:
    (wheel,) = distributions.glob("vtrack-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (entry,) = (name for name in names if name.endswith("entry_points.txt"))
        assert "vtrack = vtrack.__main__:main" in archive.read(entry).decode()

    modules = {path.relative_to(checkout).as_posix() for path in (checkout / "vtrack").rglob("*.py")}
    assert modules <= names
    assert set(DATA) <= names
    assert not [name for name in names if name.startswith(("tests", "tools", "plans", "schemas"))]
    assert any(name.endswith("LICENSE") for name in names)


def test_the_sdist_holds_what_the_wheel_is_built_from(distributions: Path) -> None:
    (sdist,) = distributions.glob("vtrack-*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {"setup.cfg", "pyproject.toml", "LICENSE", "schemas/plan.schema.json", "vtrack/py.typed"} <= names


def test_an_installed_vtrack_finds_its_schemas_and_its_words(installed: Path, locality: Path) -> None:
    where = run(
        [sys.executable, "-c", "import vtrack.validation.schemas as s; print(s.schema_folder()); s.schema('plan')"],
        locality,
        PYTHONPATH=str(installed),
    )
    assert Path(where.strip()) == installed / "vtrack" / "schemas"

    chinese = run([sys.executable, "-m", "vtrack", "check", "."], locality, PYTHONPATH=str(installed), VTRACK_LANG="zh")
    assert "推进中" in chinese


def test_a_plain_checkout_works_without_being_installed(checkout: Path, locality: Path) -> None:
    """As after ``git clone``: an installed vtrack, which this environment may have, is kept out of sight."""
    code = (
        "import sys, runpy\n"
        "sys.meta_path[:] = [one for one in sys.meta_path if 'editable' not in repr(one).lower()]\n"
        f"sys.path.insert(0, {str(checkout)!r})\n"
        "from vtrack.validation.schemas import schema_folder\n"
        "print(schema_folder())\n"
        f"sys.argv = ['vtrack', 'check', {str(locality)!r}, '--lang', 'zh']\n"
        "runpy.run_module('vtrack', run_name='__main__', alter_sys=True)\n"
    )
    where, _, report = run([sys.executable, "-c", code], checkout).partition("\n")

    assert Path(where) == checkout / "schemas"
    assert "推进中" in report


def test_continuous_integration_runs_the_tests_as_the_readme_says() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = {line for line in readme.splitlines() if "'.[test]'" in line and line.endswith("pytest")}

    assert f"\n{command}\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
