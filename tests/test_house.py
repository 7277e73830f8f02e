"""The rules of the house: floors, sizes, what may be imported where, and what lies at the top."""

from __future__ import annotations

import ast
import fnmatch
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "quizengine"

#: A floor imports only from lower floors; rooms on one floor do not know each other.
FLOORS = (
    {"display_width", "errors", "lazy", "resources", "seeded", "unseen"},
    {"maths", "one_question"},
    {"answers", "figures"},
    {"item"},
    {"bank", "draw"},
    {"grade", "paper", "journal"},
    {"sheet", "practice", "check"},
    {"quiz"},
    {"cli"},
    {"__main__"},
)
FLOOR = {folder: number for number, folders in enumerate(FLOORS) for folder in folders}

TOP = {"CHANGELOG.md", "LICENSE", "README.md", "pyproject.toml", "question_bank", "quizengine", "templates", "tests"}

MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 50
OUTSIDE_CLI = {"sys", "os", "time", "random", "secrets", "getpass", "platformdirs", "click", "rich", "prompt_toolkit"}
MAY_USE = {
    ("journal", "os"): "the store is made whole or not at all",
    ("sheet", "os"): "files appear whole or not at all",
    ("maths", "sys"): "the work that SymPy does is counted by a trace of its calls",
}

Import = tuple[str, int]  # module, line

FILES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in FILES}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(tree: ast.AST) -> Iterator[Import]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def folder_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "quizengine" and len(parts) > 1 and parts[1] in FLOOR else None


def where(path: Path, line: int = 1) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def test_every_folder_has_a_floor() -> None:
    folders = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert folders - {"__init__"} == set(FLOOR)


def test_a_floor_imports_only_from_lower_floors() -> None:
    broken = [
        f"{where(path, line)} {folder} (floor {FLOOR[folder]}) imports {other} (floor {FLOOR[other]})"
        for path in FILES
        if (folder := folder_of(name_of(path))) is not None
        for module, line in imports(parsed(path))
        if (other := folder_of(module)) is not None and other != folder and FLOOR[other] >= FLOOR[folder]
    ]
    assert not broken, "\n".join(broken)


def names_imported(path: Path) -> dict[str, tuple[str, str]]:
    """What a file calls the names that it imports from ours: (module, name there), wherever in the file it does so."""
    return {
        alias.asname or alias.name: (node.module, alias.name)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom) and node.module is not None and node.module.startswith("quizengine")
        for alias in node.names
    }


def home_of(module: str, name: str) -> str:
    """The module in which `name`, imported from `module`, is defined: not the package that hands it on."""
    path = MODULES.get(module)
    if path is None or path.name != "__init__.py":
        return module
    handed_on = names_imported(path)
    if name in handed_on:
        return home_of(*handed_on[name])
    return f"{module}.{name}" if f"{module}.{name}" in MODULES else module


def test_no_import_goes_round_in_a_circle() -> None:
    """Imports inside functions and for type checkers count. Packages that hand names on are no part of a circle."""
    left = {
        module: {home_of(*imported) for imported in names_imported(path).values()} - {module}
        for module, path in MODULES.items()
    }
    left = {module: {name for name in uses if not name.startswith(module + ".")} for module, uses in left.items()}
    while free := {module for module, uses in left.items() if not uses & set(left)}:
        left = {module: uses for module, uses in left.items() if module not in free}
    assert not left, f"these import each other, or what does: {sorted(left)}"


def test_files_are_short() -> None:
    lengths = {where(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert not {path: length for path, length in lengths.items() if length > MOST_LINES}


def test_functions_fit_in_a_screen() -> None:
    long = [
        f"{where(path, node.lineno)} {node.name}: {node.end_lineno - node.lineno + 1} lines"
        for path in FILES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None
        if node.end_lineno - node.lineno >= MOST_LINES_OF_A_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_sympy_is_imported_only_by_the_bridge_and_only_when_needed() -> None:
    bridge = PACKAGE / "maths" / "cas"
    for path in FILES:
        users = [line for module, line in imports(parsed(path)) if module.split(".")[0] == "sympy"]
        if users:
            assert bridge in path.parents or path == bridge.with_suffix(".py"), where(path, users[0])
    for path in bridge.rglob("*.py"):
        at_once = {module for node in parsed(path).body for module, _ in imports(node) if not defines(node)}
        assert not {module for module in at_once if module.split(".")[0] == "sympy"}, where(path)


def defines(node: ast.stmt) -> bool:
    """A function, a class, or a block for type checkers: what stands in it is not imported at once."""
    return isinstance(node, ast.FunctionDef | ast.ClassDef | ast.If)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_text_is_ever_run(path: Path) -> None:
    calls = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    names = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
    assert not names & {"eval", "exec", "compile", "__import__", "breakpoint"}
    modules = {module for module, _ in imports(parsed(path))}
    assert not {module for module in modules if module.split(".")[0] in ("pickle", "shelve", "marshal")}
    words = {node.attr for node in ast.walk(parsed(path)) if isinstance(node, ast.Attribute)}
    assert not (words | {module.rpartition(".")[2] for module in modules}) & {"sympify", "parse_expr", "lambdify"}


def test_below_the_command_line_nothing_prints_asks_or_looks_at_the_clock() -> None:
    broken = [
        f"{where(path, line)} {module}"
        for path in FILES
        if (folder := folder_of(name_of(path))) not in (None, "cli", "__main__")
        for module, line in imports(parsed(path))
        if module.split(".")[0] in OUTSIDE_CLI and (folder, module.split(".")[0]) not in MAY_USE
    ]
    prints = [
        where(path, node.lineno)
        for path in FILES
        if folder_of(name_of(path)) != "cli"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("print", "input", "open")
    ]
    assert not broken + prints, "\n".join(broken + prints)


def test_chance_has_one_source() -> None:
    """Whoever hashes a text or takes a number by chance asks `seeded`, with a purpose that is his room's alone."""
    hashes = {"hashlib", "hmac", "zlib", "binascii", "random", "secrets", "uuid"}
    users = [
        f"{where(path, line)} {module}"
        for path in FILES
        if path != PACKAGE / "seeded.py"
        for module, line in imports(parsed(path))
        if module.split(".")[0] in hashes
    ]
    own = {  # a value's own hash may be made of those of its fields
        call
        for path in FILES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef) and node.name == "__hash__"
        for call in ast.walk(node)
    }
    calls = [(path, call) for path in FILES for call in ast.walk(parsed(path)) if isinstance(call, ast.Call)]
    called = [(path, call, ast.unparse(call.func)) for path, call in calls]
    users += [
        f"{where(path, call.lineno)} {name}"
        for path, call, name in called
        if (name == "hash" and call not in own) or (name == "os.urandom" and folder_of(name_of(path)) != "cli")
    ]
    assert not users, "\n".join(users)
    begun = [(path, call.args[0]) for path, call, name in called if name == "Chance" and path.name != "seeded.py"]
    assert begun
    assert all(isinstance(purpose, ast.Constant) for _, purpose in begun)
    folders = {(ast.unparse(purpose), folder_of(name_of(path))) for path, purpose in begun}
    assert len(folders) == len({purpose for purpose, _ in folders}) == len({folder for _, folder in folders}), folders


def test_the_front_page_of_a_folder_names_its_files() -> None:
    missing = [
        f"{where(path)} does not name {child.stem}"
        for path in FILES
        if path.name == "__init__.py" and path.parent != PACKAGE
        if "one file for each" not in (ast.get_docstring(parsed(path)) or "").lower()
        for child in sorted(path.parent.iterdir())
        if child != path and (child.suffix == ".py" or (child / "__init__.py").exists())
        if not re.search(rf"\b{child.stem}\b", ast.get_docstring(parsed(path)) or "")
    ]
    assert not missing, "\n".join(missing)


def test_the_top_level_is_as_planned() -> None:
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text().splitlines() if line]
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert {name for name in names if not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)} == TOP


def test_every_public_function_and_class_says_what_it_does() -> None:
    silent = [
        f"{where(path, node.lineno)} {node.name}"
        for path in FILES
        for node in parsed(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if len(node.body) > 1 and ast.get_docstring(node) is None
    ]
    modules = [where(path) for path in FILES if ast.get_docstring(parsed(path)) is None]
    assert not silent + modules, "\n".join(silent + modules)
