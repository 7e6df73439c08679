"""The package says what it does, and its types hold."""

import ast
import re
import subprocess
import sys

import pytest

from real import ROOT

PACKAGE = ROOT / "analysis/azalai"
MODULES = sorted(PACKAGE.rglob("*.py"))


def public(node, prefix=""):
    """Functions and classes of a tree that anybody may use, by name."""
    for one in node.body:
        if isinstance(one, (ast.FunctionDef, ast.ClassDef)) and not one.name.startswith("_"):
            yield prefix + one.name, one
            if isinstance(one, ast.ClassDef):
                yield from public(one, f"{one.name}.")


def sections(docstring):
    """Sections of a numpydoc docstring, by title."""
    parts = re.split(r"^(\w[\w ]*)\n-{4,}$", docstring, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


def faults_of(name, node):
    """What the docstring of a function or class leaves out."""
    written = ast.get_docstring(node)
    if not written:
        return [f"{name}: has no docstring"]
    if isinstance(node, ast.ClassDef):
        return []
    told = sections(written)
    arguments = [one for one in node.args.args + node.args.kwonlyargs if one.arg != "self"]
    if node.args.kwarg:
        arguments.append(node.args.kwarg)
    heads = re.findall(r"^(\*{0,2}\w[\w*, ]*?) : \S", told.get("Parameters", ""), re.MULTILINE)
    named = {one.strip("* ") for head in heads for one in head.split(",")}
    faults = [f"{name}: says nothing of {one.arg}" for one in arguments if one.arg not in named]
    faults += [f"{name}: {one} is no argument" for one in named - {a.arg for a in arguments}]
    returns = ast.unparse(node.returns) if node.returns else "None"
    is_property = any("property" in ast.unparse(one) for one in node.decorator_list)
    if returns != "None" and not is_property and not {"Returns", "Yields"} & set(told):
        faults.append(f"{name}: does not say what it returns")
    return faults


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_public_name_is_explained(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    faults = [] if ast.get_docstring(tree) else ["the module: has no docstring"]
    for name, node in public(tree):
        faults += faults_of(name, node)
    assert faults == []


def test_an_argument_that_is_not_explained_is_found():
    code = (
        'def f(a, b) -> int:\n    """Add.\n\n    Parameters\n    ----------\n    a : int\n    """\n'
    )
    (node,) = ast.parse(code).body
    assert faults_of("f", node) == ["f: says nothing of b", "f: does not say what it returns"]


def test_the_types_hold():
    pytest.importorskip("mypy", reason="needs python3-mypy")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
