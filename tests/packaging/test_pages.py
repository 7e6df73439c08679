"""Manual pages and completions say what the program's own help says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.conftest import program  # noqa: F401 (a fixture)

ROOT = Path(__file__).resolve().parents[2]


def output(*arguments):
    done = subprocess.run([*map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def helps(request):
    """The help of each command by its name, of which `--help` itself has the list."""
    program = request.getfixturevalue("program")  # noqa: F811
    first = output(program, "--help")
    names = re.findall(r"^  (\w+) ", first.split("Subcommands:")[1], re.M)
    assert len(names) >= 10
    return {name: output(program, name, "--help") for name in names}


@pytest.fixture(scope="module")
def pages(request, tmp_path_factory):
    """The folder of the pages that this program gives."""
    folder = tmp_path_factory.mktemp("pages")
    maker = [sys.executable, "-B", ROOT / "packaging" / "pages"]
    output(*maker, request.getfixturevalue("program"), folder)
    return folder


def options(text):
    """Names of the options of a help text."""
    listed = text.split("Options:")[1].split("\n\n")[0]
    heads = re.findall(r"^  (-\S+)", listed, re.M)
    return {name for head in heads for name in head.split(",")}


def test_every_command_has_a_page(helps, pages):
    wanted = {"azalai.1"} | {f"azalai-{name}.1" for name in helps}
    assert {path.name for path in (pages / "man1").iterdir()} == wanted


def test_every_page_has_the_options_of_the_help_and_no_other(helps, pages):
    for name, text in helps.items():
        page = (pages / f"man1/azalai-{name}.1").read_text(encoding="utf-8").replace("\\-", "-")
        section = page.split(".SH OPTIONS")[1].split(".SH")[0]
        heads = re.findall(r"^\.TP\n(.*)$", section, re.M)
        assert set(re.findall(r"\\fB(-\S+?)\\fR", "\n".join(heads))) == options(text), name


def test_every_page_shows_the_example_of_the_help(helps, pages):
    for name, text in helps.items():
        page = (pages / f"man1/azalai-{name}.1").read_text(encoding="utf-8")
        example = re.search(r"Examples?:\n  (.*)", text).group(1)
        assert example in page.replace("\\-", "-").replace("\\e", "\\")


@pytest.mark.skipif(not shutil.which("man"), reason="no man")
def test_man_reads_every_page_without_a_warning(pages):
    for page in sorted((pages / "man1").iterdir()):
        done = subprocess.run(
            ["man", "--warnings", "-l", page], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), page.name


def bash_words(pages, *words):
    """What bash offers for the last of the words."""
    script = (
        f'source "{pages}/bash/azalai"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _azalai; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    return set(output("bash", "-c", script, "bash", *words).split())


def test_bash_completes_commands_options_and_values(helps, pages):
    assert bash_words(pages, "azalai", "sw") == {"sweep"}
    assert set(helps) < bash_words(pages, "azalai", "")
    for name, text in helps.items():
        assert bash_words(pages, "azalai", name, "-") == options(text)
    assert bash_words(pages, "azalai", "sweep", "--mpi", "o") == {"on", "off"}
    assert bash_words(pages, "azalai", "run", "--output", "a") == set()  # files, by default


@pytest.mark.skipif(not shutil.which("fish"), reason="no fish")
def test_fish_completes_commands_options_and_values(helps, pages):
    def words(line):
        script = f"source {pages}/fish/azalai.fish; complete -C '{line}'"
        found = output("fish", "--no-config", "-c", script)
        return {line.split("\t")[0] for line in found.splitlines()}

    assert "sweep" in words("azalai sw")
    for name, text in helps.items():
        assert {one for one in options(text) if one[:2] == "--"} <= words(f"azalai {name} --")
    assert {"on", "off"} <= words("azalai sweep --mpi o")


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh")
def test_zsh_takes_the_completion(helps, pages):
    output("zsh", "-n", pages / "zsh/_azalai")
    text = (pages / "zsh/_azalai").read_text(encoding="utf-8")
    for name, help_text in helps.items():
        case = text.split(f"        {name})\n")[1].split(";;")[0]
        assert set(re.findall(r"(?<![\w-])(--?[a-z][\w-]*)(?=[,})' ]|'\[)", case)) >= options(
            help_text
        )


def test_wrong_use_is_exit_code_2():
    maker = [sys.executable, "-B", ROOT / "packaging" / "pages"]
    assert subprocess.run(maker, capture_output=True, check=False).returncode == 2
