"""Every block of code of every page runs, or the list of `declared.py` says why not."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.app.conftest import azalai, program  # noqa: F401 (fixtures)
from tests.app.test_flee import FILES
from tests.documents.blocks import ROOT, Block, blocks_of, calls_of, pages, text_of
from tests.documents.declared import BEFORE, DECLARED, EXAMPLES, Elsewhere, Run

BLOCKS = [block for page in pages() for block in blocks_of(page)]
LEFT = {".git", "build", "out", "node_modules", "__pycache__", ".pytest_cache", ".cache"}
HEADS = {  # where the pages stand that these are put into
    "analysis/mali/drivers_head.md": "configs/mali",
    "analysis/mali/interventions_head.md": "configs/mali",
    "analysis/mali/validation_head.md": "models",
}
INTERPRETERS = {"r": "Rscript - ", "python": "/usr/bin/python3 - "}


def entries_of(block):
    """The entries of the list that are about a block."""
    return [one for one in DECLARED if one.page == block.page and block.head.startswith(one.head)]


def runs_of(page):
    """The blocks of a page that run, with their entries, in order."""
    pairs = [(block, entries_of(block)) for block in BLOCKS if block.page == page]
    return [(block, found[0]) for block, found in pairs if found and isinstance(found[0], Run)]


@functools.lru_cache(maxsize=None)
def is_here(need):
    """Whether a program, ``r:PACKAGE`` or ``python:MODULE`` is installed."""
    kind, _, name = need.rpartition(":")
    if kind == "r":
        ask = ["Rscript", "-e", f"quit(status = !nzchar(system.file(package = '{name}')))"]
    elif kind == "python":
        ask = ["/usr/bin/python3", "-c", f"import importlib; importlib.import_module('{name}')"]
    else:
        return shutil.which(name) is not None
    return bool(shutil.which(ask[0])) and not subprocess.run(ask, capture_output=True).returncode


def missing(entry):
    """What an entry needs and is not here."""
    return [need for need in entry.needs if not is_here(need)]


def as_shell(block, entry):
    """A block with its changes, as lines of a shell script."""
    text = block.text
    for old, new in entry.changes.items():
        assert old in text, f"{block}: has no {old!r} any more; see tests/documents/declared.py"
        text = text.replace(old, new)
    if block.language in INTERPRETERS:
        return f"{INTERPRETERS[block.language]}<<'END_OF_BLOCK'\n{text}END_OF_BLOCK\n"
    return text


class Tree:
    """A copy of what a clone holds, with the program where a build leaves it."""

    def __init__(self, folder, program, whole, instance):  # noqa: F811
        self.folder = folder
        shutil.copytree(ROOT, folder, ignore=lambda _, names: LEFT & set(names))
        (folder / "build/release").mkdir(parents=True)
        (folder / "out").mkdir()
        shutil.copy(program, folder / "build/release/azalai")
        self.environment = os.environ | {
            "PATH": f"{folder / 'build/release'}:{os.environ['PATH']}",
            "AZALAI": str(folder / "build/release/azalai"),
            "WHOLE": str(whole),
            "INSTANCE": str(instance),
            "XDG_RUNTIME_DIR": str(folder / "out"),
            "MPLBACKEND": "Agg",
        }

    def run(self, script):
        """Run a shell script in the folder of the project."""
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=1800,
            check=False,
        )


@pytest.fixture(scope="module")
def whole(request, tmp_path_factory):
    """The run of `scripts/run-mali`, and what the program prints of it."""
    folder = tmp_path_factory.mktemp("whole")
    program = request.getfixturevalue("program")  # noqa: F811
    path = folder / "mali-2012-2016.h5"
    scenario = "configs/mali/mali-2012-2016.toml"
    done = subprocess.run(
        [program.resolve(), "run", scenario, "-o", path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return path, done.stdout


@pytest.fixture
def tree(program, whole, tmp_path):  # noqa: F811
    """A tree of its own for each page."""
    instance = tmp_path / "instance"
    for name, text in FILES.items():
        path = instance / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Tree(tmp_path / "azalai", program.resolve(), whole[0], instance)


@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_every_block_is_in_the_list_once(block):
    assert len(entries_of(block)) == 1, f"{block}: add it to tests/documents/declared.py"


@pytest.mark.parametrize("entry", DECLARED, ids=lambda one: f"{one.page} {one.head}")
def test_every_entry_of_the_list_is_about_one_block(entry):
    fits = [str(block) for block in BLOCKS if entry in entries_of(block)]
    assert len(fits) == 1, f"{entry.page}, {entry.head}: fits {fits}"
    if isinstance(entry, Elsewhere):
        test = (ROOT / entry.test).read_text(encoding="utf-8")
        assert Path(entry.page).name in test or Path(entry.page).parent.name in test
    for pattern in getattr(entry, "prints", ()):
        assert re.search(pattern, text_of(entry.page)), f"{entry.page}: no {pattern!r} any more"


@pytest.mark.parametrize(
    "page", list(dict.fromkeys(one.page for one in DECLARED if isinstance(one, Run)))
)
def test_every_command_of_the_page_runs(page, tree):
    script = [BEFORE.get(page, "")]
    left_out = []
    checks = []
    for block, entry in runs_of(page):
        if missing(entry):
            left_out.append(f"line {block.line}: no {', '.join(missing(entry))}")
            continue
        script += [f"echo '== {block.line}' | tee /dev/stderr", as_shell(block, entry)]
        checks += [(block, pattern) for pattern in entry.prints]
    done = tree.run("\n".join(script))
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    printed = dict(re.findall(r"^== (\d+)\n(.*?)(?=^== \d+\n|\Z)", done.stdout, re.M | re.S))
    for block, pattern in checks:
        claimed = re.search(pattern, text_of(page)).group(1).replace(",", "")
        said = printed[str(block.line)].replace(",", "")
        assert re.search(rf"\b{claimed}\b", said), f"{block}: {claimed} is not printed:\n{said}"
    if left_out:
        pytest.skip(f"{page} ran, but for {'; '.join(left_out)}")


@pytest.mark.parametrize("page", EXAMPLES)
def test_the_example_of_the_page_is_taken(page, azalai, tmp_path):  # noqa: F811
    command, changes = EXAMPLES[page]
    (text,) = (block.text for block in blocks_of(page) if block.language == "toml")
    for old, new in changes.items():
        text, count = re.subn(old, new, text)
        assert count, f"{page}: has no {old!r} any more; see tests/documents/declared.py"
    shutil.copytree(ROOT / "configs", tmp_path / "configs")
    example = tmp_path / "configs/mali/example.toml"
    example.write_text(text, encoding="utf-8")
    done = azalai(command, example, "-o", "out", "--dry-run")
    assert done.returncode == 0, done.stderr


def test_the_readme_shows_what_the_run_prints(whole):
    shown = re.search(r"<!-- SUMMARY begin.*?-->\n```\n(.*?)```", text_of("README.md"), re.S)
    printed = whole[1].split("\nResults: ")[0].rstrip("\n")
    assert shown.group(1).rstrip("\n") == printed, "renew the README's summary (CONTRIBUTING.md)"


def test_the_interventions_of_the_readme_are_those_of_their_page():
    def rows(page):
        lines = [line for line in text_of(page).splitlines() if line.startswith("| ")]
        lines.reverse()  # of rows with one name, such as history, the first counts
        return {re.sub(r"[`\[\]]|\(.*\)", "", line.split("|")[1]).strip(): line for line in lines}

    source = rows("configs/mali/INTERVENTIONS.md")
    shown = {name: row for name, row in rows("README.md").items() if name in source}
    assert len(shown) >= 4
    for name, row in shown.items():
        for cell in row.split("|")[2:-1]:
            assert cell.strip() in source[name], f"{name}: {cell.strip()}"


@pytest.fixture(scope="module")
def options(request):
    """The options of each command of the program."""
    program = request.getfixturevalue("program")  # noqa: F811

    @functools.lru_cache(maxsize=None)
    def of(command):
        done = subprocess.run(
            [program, command, "--help"], capture_output=True, text=True, check=False
        )
        return (
            set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", done.stdout))
            if not done.returncode
            else None
        )

    return of


@pytest.mark.parametrize("page", [page for page in pages() if calls_of(page)])
def test_every_command_that_a_page_names_has_its_options(page, options):
    for command, rest in calls_of(page):
        if command in {"COMMAND", "sealed", "describe-commands"}:
            continue
        known = options(command)
        assert known is not None, f"{page}: azalai {command} is no command"
        unknown = set(re.findall(r"(?<!\S)--?[a-z][\w-]*", rest)) - known
        assert not unknown, f"{page}: azalai {command} has no {', '.join(sorted(unknown))}"


@pytest.mark.parametrize("page", pages())
def test_every_link_of_the_page_leads_somewhere(page):
    prose = re.sub(r"^( *)```.*?^\1```$", "", text_of(page), flags=re.M | re.S)
    folder = ROOT / HEADS.get(page, Path(page).parent)
    for link, heading in re.findall(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)", prose):
        if "://" in link or link.startswith("mailto:"):
            continue
        target = folder / link if link else ROOT / page
        assert target.exists(), f"{page}: {link} leads nowhere"
        if heading and target.suffix == ".md":
            titles = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.M)
            anchors = [re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in titles]
            assert heading in anchors, f"{page}: {link} has no heading #{heading}"


def test_a_command_in_an_indented_block_is_found(tmp_path, monkeypatch):
    page = tmp_path / "page.md"
    page.write_text("Text.\n\n    azalai run x.toml -o y\n\nA formula:\n\n    a = b x c\n")
    monkeypatch.setattr("tests.documents.blocks.ROOT", tmp_path)
    (block,) = blocks_of("page.md")
    assert block == Block("page.md", 3, "indented", "azalai run x.toml -o y\n")
    assert calls_of("page.md") == [("run", " x.toml -o y")]
