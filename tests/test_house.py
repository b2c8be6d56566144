"""The house stands as ARCHITECTURE.md draws it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from onionskin import workbench

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "src" / "onionskin"
MODULES = sorted(PACKAGE.rglob("*.py"))
LEXICON = sorted((PACKAGE / "lexicon").rglob("*.toml"))

LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
NAMES_WITHOUT_A_NOUN = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "core",
    "manager",
    "service",
    "services",
    "misc",
}
# A command is imported when it is called, a format or an engine when it is needed.
MAY_IMPORT_BY_NAME = {
    "cli/desk/__init__.py",
    "cli/main.py",
    "cli/output.py",
    "scans/engines/rapid.py",
    "scans/registry.py",
    "search/sqlite_fts.py",
    "store/migrations/__init__.py",
    "workbench/__init__.py",
    "workbench/collection.py",
    "workbench/desk_public.py",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef
Floor = tuple[frozenset[str], frozenset[str]]
"""The parts of one row: those that stand, and those that are planned."""


def place(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


@dataclass(frozen=True, slots=True)
class Written:
    """What is looked for in one module, whose tree is not kept: 760 of them would burden every later test."""

    imports: frozenset[str]
    late: frozenset[str]
    """Imported inside a function."""
    of_package: frozenset[str]
    """Names taken from the package itself."""
    functions: frozenset[tuple[str, int]]
    """Their names and lines."""


@cache
def written(module: Path) -> Written:
    nodes = list(ast.walk(ast.parse(module.read_text("utf-8"), filename=str(module))))
    functions = [node for node in nodes if isinstance(node, Function)]
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module == "onionskin"]
    return Written(
        frozenset(name for node in nodes for name in imported(node)),
        frozenset(name for each in functions for node in ast.walk(each) for name in imported(node)),
        frozenset(alias.name for node in froms for alias in node.names),
        frozenset((each.name, own_lines(each)) for each in functions),
    )


def own_lines(function: Function) -> int:
    """Its lines without those of the functions inside it."""
    inner = [each for each in ast.walk(function) if isinstance(each, Function) and each is not function]
    covered = {line for each in inner for line in range(each.lineno, (each.end_lineno or 0) + 1)}
    return len(set(range(function.lineno, (function.end_lineno or 0) + 1)) - covered)


def imported(node: ast.AST) -> list[str]:
    """The dotted names that one node imports; none for nodes of other kinds."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return []


def floors_of_contract() -> list[Floor]:
    contracts = ConfigParser()
    contracts.read(REPOSITORY / ".importlinter", encoding="utf-8")
    rows = contracts["importlinter:contract:floors"]["layers"].split("\n")
    return [split(re.split(r"[|:]", row), planned="(") for row in rows if row.strip()]


def floors_of_page() -> list[Floor]:
    page = (REPOSITORY / "ARCHITECTURE.md").read_text("utf-8")
    section = page.split("## The floors", 1)[1].split("\n## ", 1)[0]
    rows = [row.split("|")[2] for row in section.splitlines() if row.startswith("|")]
    return [split(row.split(","), planned="(planned)") for row in rows if "`" in row]


def split(parts: list[str], *, planned: str) -> Floor:
    def names(*, ahead: bool) -> frozenset[str]:
        return frozenset(re.sub(r"\(planned\)|[`()\s]", "", part) for part in parts if (planned in part) is ahead)

    return names(ahead=False), names(ahead=True)


def parts_on_disk() -> set[str]:
    folders = {module.parent.name for module in PACKAGE.glob("*/*.py")}
    return folders | {module.stem for module in PACKAGE.glob("*.py") if not module.stem.startswith("__")}


def test_the_page_and_the_contract_draw_the_same_floors() -> None:
    assert floors_of_page() == floors_of_contract()


def test_every_part_that_stands_is_on_disk_and_no_planned_one_is() -> None:
    standing = frozenset[str]().union(*(stand for stand, _ in floors_of_page()))
    assert standing == parts_on_disk()


def test_importing_the_package_loads_the_standard_library_only() -> None:
    asked = "import sys; before = set(sys.modules); import onionskin; print(*sorted(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-I", "-c", asked], capture_output=True, text=True, check=True).stdout
    roots = {name.split(".")[0] for name in loaded.split()}
    assert roots <= sys.stdlib_module_names | {"onionskin"}


@pytest.mark.parametrize(
    ("command", "unused"),
    [
        ("list", {"alembic", "lxml", "rich", "onionskin.readers.standard", "onionskin.workbench.reading"}),
        ("find", {"alembic", "lxml", "rich", "onionskin.readers.standard", "onionskin.workbench.reading"}),
        ("read", {"alembic", "lxml", "rich", "onionskin.editions.documents", "onionskin.workbench.importing"}),
    ],
)
def test_a_command_loads_nothing_that_it_does_not_use(tmp_path: Path, command: str, unused: set[str]) -> None:
    """Not when it opens a collection either, nor when it begins one."""
    asked = (
        "import sys; from pathlib import Path; from onionskin.settings import Settings\n"
        f"import onionskin.cli.{command}; from onionskin.workbench import open_collection\n"
        f"open_collection(Settings(collection=Path({str(tmp_path)!r})), create=True).close(); print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert unused.isdisjoint(loaded.split())


def test_an_act_at_the_desk_loads_nothing_of_what_the_public_is_shown_by() -> None:
    asked = "import sys, onionskin.cli.desk.acting, onionskin.workbench.desk; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    shows = {f"onionskin.workbench.{name}" for name in ("collection", "linking", "desk_publishing")}
    assert (shows | {"alembic", "lxml", "rich", "numpy"}).isdisjoint(loaded.split())


def test_the_engine_cannot_tell_its_makers_that_it_runs(tmp_path: Path) -> None:
    """OpenVINO sends an event over the network when it is imported, if its telemetry package is there."""
    (tmp_path / "openvino_telemetry.py").write_text("raise SystemExit('it was imported')", "utf-8")
    asked = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import onionskin.scans.engines.rapid, openvino.tools.ovc"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)


def test_the_vocabulary_rests_on_the_standard_library_and_errors() -> None:
    outside = {
        (place(module), name)
        for module in MODULES
        if module.parent == PACKAGE / "record"
        for name in written(module).imports
        if name.split(".")[0] not in sys.stdlib_module_names
        and not name.startswith(("onionskin.record", "onionskin.errors"))
    }
    assert outside == set()


def test_a_module_is_short() -> None:
    lengths = {place(module): len(module.read_text("utf-8").splitlines()) for module in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_a_function_is_short() -> None:
    lengths = {(place(module), *each) for module in MODULES for each in written(module).functions}
    assert {(module, name) for module, name, length in lengths if length > LONGEST_FUNCTION} == set()


def test_a_module_has_a_noun_for_its_name() -> None:
    names = {place(module): module.relative_to(PACKAGE).with_suffix("").parts for module in MODULES}
    assert [name for name, parts in names.items() if not NAMES_WITHOUT_A_NOUN.isdisjoint(parts)] == []


def test_own_modules_are_imported_at_the_top() -> None:
    late = {(place(module), name) for module in MODULES for name in written(module).late}
    assert {(module, name) for module, name in late if name.startswith("onionskin")} == set()


def test_modules_are_imported_by_name_only_where_nobody_should_pay_for_the_unused() -> None:
    by_name = {place(module) for module in MODULES if "importlib" in written(module).imports}
    assert by_name == MAY_IMPORT_BY_NAME


def test_no_module_takes_its_parts_from_the_package_itself() -> None:
    known = {"__version__"} | parts_on_disk()
    taken = {(place(module), name) for module in MODULES for name in written(module).of_package}
    assert {(module, name) for module, name in taken if name not in known} == set()


def test_what_the_workbench_is_asked_for_is_called_as_no_module_of_it() -> None:
    # Whoever imports the module would put it in the place of the use case, for everybody.
    modules = {module.stem for module in (PACKAGE / "workbench").glob("*.py")}
    assert modules.isdisjoint(workbench.__all__)


@pytest.mark.parametrize("lists", LEXICON, ids=place)
def test_every_entry_of_the_lexicon_names_its_source(lists: Path) -> None:
    content = tomllib.loads(lists.read_text("utf-8"))
    sourceless = [entry for entry in entries(content) if not str(entry.get("source", "")).strip()]
    assert list(entries(content))
    assert sourceless == []


def entries(content: dict[str, Any]) -> list[dict[str, Any]]:
    """The tables of every list of tables in the file, at whatever depth."""
    found: list[dict[str, Any]] = []
    for value in content.values():
        if isinstance(value, dict):
            found += [value] if "source" in value else entries(value)
        elif isinstance(value, list):
            found += [entry for entry in value if isinstance(entry, dict)]
    return found
