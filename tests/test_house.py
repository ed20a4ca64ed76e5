"""The house plan of docs/architecture.md, held against the code by machine."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "dragoman"
RUNG_0 = {"errors", "records", "resources", "compiled"}
RUNG_1 = {"documents", "parsing"}
RUNG_2 = {"times", "actors", "places", "claims", "events", "instruments"}
MAY_IMPORT = {
    "errors": set(),
    "records": {"errors"},
    "resources": {"errors"},
    "compiled": {"errors"},
    **dict.fromkeys(RUNG_1, RUNG_0),
    **{room: RUNG_0 | {"parsing"} for room in RUNG_2},
    "reader": RUNG_0 | RUNG_1 | RUNG_2 | {"version"},
    "settings": {"errors"},
    "collecting": set(),
    "lazy": set(),
    "version": set(),
    "desk": RUNG_0 | RUNG_1 | RUNG_2 | {"reader", "lazy", "collecting"},
    "cli": {"*"},
    "__init__": {"*"},
    "__main__": {"cli"},
}
THIRD_PARTY = {
    "spacy": {"parsing"} | RUNG_2,
    "trafilatura": {"documents"},
    "htmldate": {"documents"},
    "httpx": {"documents"},
    "lxml": {"documents"},
    "charset_normalizer": {"documents"},
    "typer": {"cli"},
    "rich": {"cli"},
}
LONGEST_MODULE = 250
LONGEST_FUNCTION = 40
MODULES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return parts[0].removesuffix(".py")


def imports_of(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_only_run_downward(path: Path) -> None:
    room = room_of(path)
    assert room in MAY_IMPORT, f"{room} is not a room of the house"
    allowed = MAY_IMPORT[room] | {room}
    for name in imports_of(ast.parse(path.read_text(encoding="utf-8"))):
        top, _, rest = name.partition(".")
        if top == "dragoman" and rest and "*" not in allowed:
            assert rest.split(".")[0] in allowed, f"{room} may not import {name}"
        elif top in THIRD_PARTY:
            assert room in THIRD_PARTY[top], f"{top} has no place in {room}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_and_functions_fit_on_a_screen(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            doc = node.body[0]
            is_doc = isinstance(doc, ast.Expr) and isinstance(doc.value, ast.Constant)
            first = (
                (node.body[1].lineno if len(node.body) > 1 else node.lineno)
                if is_doc
                else node.lineno
            )
            assert (node.end_lineno or first) - first <= LONGEST_FUNCTION, node.name


def test_data_is_opened_by_resources_alone() -> None:
    for path in MODULES:
        if room_of(path) != "resources":
            assert "importlib.resources" not in path.read_text(encoding="utf-8"), path
