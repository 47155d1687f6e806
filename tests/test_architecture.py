"""The floors of the house: data flows one way, and each room knows only those below it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "vtrack").rglob("*.py"))

COMPARING = frozenset(
    f"vtrack.history.{name}"
    for name in ("keys", "easier", "lowered", "changes", "stated", "moves", "difference", "recognition")
)
"""The half of history that compares plans and records; the other half asks git for them."""
_READING = frozenset({"vtrack.text.flaws", "vtrack.text.visible", "vtrack.text.typed", "vtrack.text.scalars"})

# What a room may import of vtrack, besides itself. A name stands for everything below it; the first entry that a
# module's name begins with is its room.
ROOMS: dict[str, frozenset[str]] = {
    "vtrack.__init__": frozenset(),
    "vtrack.messages": frozenset(),
    "vtrack.text": frozenset(),
    "vtrack.model": frozenset(),
    "vtrack.validation": frozenset(
        {"vtrack.text.typed", "vtrack.text.scalars", "vtrack.model.bound", "vtrack.model.forms"}
    ),
    "vtrack.verdicts": frozenset({"vtrack.model"}),
    "vtrack.cases": frozenset({"vtrack.text.flaws", "vtrack.model", "vtrack.validation.shape", "vtrack.verdicts"}),
    "vtrack.errors": frozenset({"vtrack.messages"}),
    "vtrack.findings": frozenset({"vtrack.messages", "vtrack.text.flaws"}),
    "vtrack.result": frozenset({"vtrack.findings", "vtrack.model", "vtrack.verdicts"}),
    **{room: frozenset({"vtrack.model", "vtrack.verdicts"}) | COMPARING for room in sorted(COMPARING)},
    "vtrack.reports": frozenset(
        {
            "vtrack.dues",
            "vtrack.messages",
            "vtrack.prose",
            "vtrack.findings",
            "vtrack.result",
            "vtrack.model",
            "vtrack.verdicts",
            "vtrack.text.visible",
            "vtrack.history.moves",
            "vtrack.workbooks.faults",
            "vtrack.workbooks.outcome",
        }
    ),
    "vtrack.prose": frozenset(),
    "vtrack.topics": frozenset({"vtrack.prose", "vtrack.model", "vtrack.verdicts"}),
    "vtrack.naming": frozenset(),
    "vtrack.places": frozenset(),
    "vtrack.workbooks.faults": frozenset({"vtrack.messages"}),
    "vtrack.workbooks.file": frozenset({"vtrack.messages", "vtrack.text.visible", "vtrack.workbooks.faults"}),
    "vtrack.batch.cache": frozenset(),
    "vtrack.batch.workers": frozenset(),
    "vtrack.unexpected": frozenset(),
    "vtrack.batch.contents": frozenset({"vtrack.discovery"}),
    "vtrack.batch.provenance": frozenset({"vtrack.batch.contents", "vtrack.discovery", "vtrack.validation.schemas"}),
    "vtrack.dues": frozenset({"vtrack.model", "vtrack.verdicts"}),
    "vtrack.waiving": frozenset({"vtrack.messages", "vtrack.findings", "vtrack.model"}),
    "vtrack.rules.text": frozenset({"vtrack.messages", "vtrack.findings", "vtrack.rules", "vtrack.text"}),
    "vtrack.rules.schema": frozenset({"vtrack.messages", "vtrack.findings", "vtrack.model", "vtrack.rules"})
    | {"vtrack.validation", *_READING},
    "vtrack.rules": frozenset(
        {
            "vtrack.cases",
            "vtrack.messages",
            "vtrack.prose",
            "vtrack.findings",
            "vtrack.model",
            "vtrack.verdicts",
            "vtrack.validation.shape",
            "vtrack.waiving",
        }
    )
    | _READING
    | COMPARING,
}
OURS = tuple(ROOMS)

LIBRARIES: dict[str, frozenset[str]] = {
    "click": frozenset({"vtrack.commands", "vtrack.edge", "vtrack.cli", "vtrack.__main__"}),
    "rich": frozenset({"vtrack.reports"}),
    "tabulate": frozenset({"vtrack.reports"}),
    "ruamel": frozenset({"vtrack.text"}),
    "yaml": frozenset({"vtrack.text"}),
    "jsonschema": frozenset({"vtrack.validation"}),
    "jsonschema_rs": frozenset({"vtrack.validation"}),
    "subprocess": frozenset({"vtrack.history"}),
    "openpyxl": frozenset({"vtrack.workbooks"}),
    "filelock": frozenset({"vtrack.recording"}),
    "platformdirs": frozenset({"vtrack.places"}),
    "sqlite3": frozenset({"vtrack.batch.cache"}),
    "multiprocessing": frozenset({"vtrack.batch.workers"}),
}
"""Which rooms know a library; nobody else does."""

PURE = (
    *COMPARING,
    "vtrack.model",
    "vtrack.verdicts",
    "vtrack.rules",
    "vtrack.messages",
    "vtrack.findings",
    "vtrack.result",
    "vtrack.naming",
    "vtrack.prose",
    "vtrack.dues",
)
FILES = frozenset({"os", "io", "pathlib", "shutil", "tempfile", "glob", "sys"})
HEAVY = (
    "multiprocessing",
    "sqlite3",
    "openpyxl",
    "filelock",
    "platformdirs",
    "rich",
    "tabulate",
    "jsonschema",
    "jsonschema_rs",
    "ruamel",
    "yaml",
    "wcwidth",
)


def name(module: Path) -> str:
    return module.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")


def imports(module: Path, *, loading: bool = False) -> Iterator[str]:
    """What a module imports, wherever it does or only while it is loaded; not what it needs for types alone."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for block in list(ast.walk(tree)):
        if isinstance(block, ast.If) and isinstance(block.test, ast.Name) and block.test.id == "TYPE_CHECKING":
            block.body = []
        if loading and isinstance(block, ast.FunctionDef):
            block.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            if node.module == "pathlib" and all(alias.name.startswith("Pure") for alias in node.names):
                continue  # names of files, not files
            for alias in node.names:
                deeper = f"{node.module}.{alias.name}"
                yield deeper if is_module(deeper) else f"{node.module}"


def is_module(dotted: str) -> bool:
    path = ROOT.joinpath(*dotted.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def is_in(dotted: str, rooms: frozenset[str] | tuple[str, ...]) -> bool:
    return any(dotted == room or dotted.startswith(f"{room}.") for room in rooms)


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_room_knows_only_those_below_it(module: Path) -> None:
    room = next((room for room in OURS if is_in(name(module), (room,))), None)
    if room is None:
        return  # the upper floors: checking, commands, the edge
    for imported in imports(module):
        if is_in(imported, ("vtrack",)) and imported != "vtrack":  # whose own module holds the version alone
            assert is_in(imported, ROOMS[room] | {room}), f"{name(module)} imports {imported}"


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_library_is_known_where_it_belongs(module: Path) -> None:
    for imported in imports(module):
        rooms = LIBRARIES.get(imported.partition(".")[0])
        if rooms is not None:
            assert is_in(name(module), rooms), f"{name(module)} imports {imported}"


@pytest.mark.parametrize("module", [one for one in MODULES if is_in(name(one), PURE)], ids=name)
def test_what_is_pure_touches_no_files(module: Path) -> None:
    assert FILES.isdisjoint(imported.partition(".")[0] for imported in imports(module))
    calls = {node.func.id for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}  # fmt: skip
    assert calls.isdisjoint({"open", "print", "input", "exec", "eval"})


def test_reports_know_nothing_of_what_made_the_result() -> None:
    for module in MODULES:
        if is_in(name(module), ("vtrack.reports",)):
            for imported in imports(module):
                assert not is_in(imported, ("vtrack.rules", "vtrack.checking", "vtrack.commands")), name(module)


def test_workbooks_that_are_sent_out_and_those_that_come_back_share_their_layout_alone() -> None:
    for module in MODULES:
        for one, other in (("form", "intake"), ("intake", "form")):
            if is_in(name(module), (f"vtrack.workbooks.{one}",)):
                for imported in imports(module):
                    assert not is_in(imported, (f"vtrack.workbooks.{other}",)), f"{name(module)} imports {imported}"


def test_only_the_edge_writes_to_the_screen_or_ends_the_program() -> None:
    for module in MODULES:
        if is_in(name(module), ("vtrack.commands", "vtrack.edge", "vtrack.cli", "vtrack.__main__")):
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                function = ast.unparse(node.func)
                assert function not in ("print", "sys.exit", "exit"), f"{name(module)}:{node.lineno}"
                assert not function.startswith(("sys.stdout", "sys.stderr")), f"{name(module)}:{node.lineno}"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["check", "--help"], ["check", "nowhere"], ["diff", "--help"]]
)
def test_nothing_heavy_is_loaded_where_nothing_is_checked(arguments: list[str], tmp_path: Path) -> None:
    code = (
        "import sys\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        f"sys.argv = ['vtrack', *{arguments!r}]\n"
        "from vtrack.__main__ import main\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        f"    print(*sorted({{name.partition('.')[0] for name in sys.modules}} & set({HEAVY!r})), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False, text=True, timeout=60
    )

    assert done.stderr.splitlines()[-1] == "", "loaded at start-up"


def test_no_room_is_entered_through_itself() -> None:
    """Loading a module leads in no circle back to it."""
    graph = {name(module).removesuffix(".__init__"): set(imports(module, loading=True)) for module in MODULES}
    done: set[str] = set()

    def visit(dotted: str, way: tuple[str, ...]) -> None:
        assert dotted not in way, " → ".join((*way[way.index(dotted) :], dotted))
        if dotted not in done:
            for imported in sorted(graph.get(dotted, ())):
                visit(imported, (*way, dotted))
            done.add(dotted)

    for dotted in sorted(graph):
        visit(dotted, ())


def test_most_modules_are_short() -> None:
    lengths = [len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES]

    assert sum(length <= 200 for length in lengths) >= 0.9 * len(lengths)


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_can_be_held_in_the_head(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 500
    assert module.stem.strip("_") not in ("utils", "util", "helpers", "helper", "common", "manager", "misc")
