"""Layers and doors are import-linter's contracts, in pyproject.toml; here is what it cannot say."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "pp_lang").rglob("*.py"))
SURFACE = ("pp_lang", "pp_lang.__main__")
"""They open the layers above on purpose, when something of them is asked for."""


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in FILES}


def imports_of(name: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the module of each import of ours in `name`, lazy ones included."""
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, one.name) for one in node.names if is_ours(one.name))
        elif isinstance(node, ast.ImportFrom) and node.module and is_ours(node.module):
            is_own = package_of(node.module) == package_of(name) or node.module == "pp_lang"
            for alias in node.names:
                # From another package's root comes what it exports, also where a file is called so.
                inner = f"{node.module}.{alias.name}"
                yield node.lineno, inner if is_own and inner in MODULES else node.module


def is_ours(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] == "pp_lang"


def package_of(module: str) -> str:
    """Return the package directly below ours that a module belongs to."""
    return ".".join(module.split(".")[:2])


def test_the_contracts_are_kept(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(cache_dir=None, no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_another_package_is_imported_from_its_root() -> None:
    wrong = [
        f"{name}:{line} imports {imported}"
        for name in MODULES
        if name not in SURFACE
        for line, imported in imports_of(name)
        if package_of(imported) != package_of(name) and imported.count(".") > 1
    ]
    assert wrong == []


def test_no_import_is_relative() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert wrong == []


def test_no_imports_run_in_a_circle_also_not_lazy_ones() -> None:
    needs = {
        name: {imported for _, imported in imports_of(name) if imported != name}
        for name in MODULES
        if name not in SURFACE
    }
    TopologicalSorter(needs).prepare()  # raises CycleError with the circle
