"""The shape of the source: size, names, cycles. The layers themselves are import-linter's, in pyproject.toml."""

from __future__ import annotations

import ast
from pathlib import Path

import grimp
import pytest

import planner

PACKAGE = Path(planner.__file__).parent
COMPILED = PACKAGE / "wording" / "compiled"
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != COMPILED)
LONGEST = 400
BANNED = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc", "core", "base", "stuff"}


def places(paths: list[Path]) -> list[str]:
    return [path.relative_to(PACKAGE).as_posix() for path in paths]


def test_no_module_is_long() -> None:
    long = [path for path in SOURCES if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST]
    assert places(long) == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert places([path for path in SOURCES if path.stem in BANNED or path.parent.name in BANNED]) == []


def cycles(graph: grimp.ImportGraph) -> list[list[str]]:
    """The groups of modules that import each other, by Tarjan's algorithm, without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []
    for root in sorted(graph.modules):
        if root in index:
            continue
        work = [(root, iter(sorted(graph.find_modules_directly_imported_by(root))))]
        index[root] = low[root] = len(index)
        stack.append(root)
        while work:
            node, following = work[-1]
            for other in following:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    work.append((other, iter(sorted(graph.find_modules_directly_imported_by(other)))))
                    break
                if other in stack:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    group = stack[stack.index(node) :]
                    del stack[stack.index(node) :]
                    if len(group) > 1:
                        found.append(sorted(group))
    return found


def test_no_modules_import_each_other() -> None:
    """Imports inside functions count, since they only hide a cycle; those for type checkers alone do not run."""
    graph = grimp.build_graph("planner", cache_dir=None, exclude_type_checking_imports=True)
    assert len(graph.modules) > 50
    assert cycles(graph) == []


def test_the_search_for_cycles_finds_them() -> None:
    graph = grimp.ImportGraph()
    for importer, imported in ("ab", "bc", "ca", "cd", "de", "ef", "fe", "ga"):
        graph.add_import(importer=importer, imported=imported)
    assert cycles(graph) == [["e", "f"], ["a", "b", "c"]]


def names_bound(tree: ast.Module) -> set[str]:
    """The names that a module defines or imports at its top, under its conditions too."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return found


@pytest.mark.parametrize("path", SOURCES, ids=places(SOURCES))
def test_what_a_module_offers_is_there(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    offers = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
    ]
    assert len(offers) <= 1
    for offered in offers:
        assert sorted(set(offered)) == sorted(offered)
        assert set(offered) - names_bound(tree) == set()


def test_every_module_says_what_it_is() -> None:
    silent = [path for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert places(silent) == []


def test_every_module_that_defines_records_keeps_its_annotations_as_text() -> None:
    wrong = []
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        bases = {
            getattr(base, "id", "")
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.ClassDef)
            for base in node.bases
        }
        if bases & {"Record", "Entry"} and "from __future__ import annotations" not in text:
            wrong.append(path)
    assert places(wrong) == []


def test_no_catch_of_everything_and_no_note_to_self() -> None:
    wrong = []
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ExceptHandler) and (
                node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException")
            ):
                raises = any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
                wrong += [] if raises else [f"{path.name}:{node.lineno}"]
        wrong += [path.name for word in ("TODO", "FIXME", "XXX:") if word in text.replace("VTODO", "")]
    assert wrong == []
