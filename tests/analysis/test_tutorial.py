"""Every block of Python of analysis/TUTORIAL.md runs, in order."""

import os
import re
import subprocess
import sys

import pytest

from real import ROOT, program

PAGE = ROOT / "analysis/TUTORIAL.md"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def tutorial(tmp_path_factory):
    """What the blocks print, one after the other in a folder like that of the project."""
    folder = tmp_path_factory.mktemp("tutorial")
    (folder / "configs").symlink_to(ROOT / "configs")
    environment = os.environ | {
        "AZALAI": str(program()),
        "PYTHONPATH": str(ROOT / "analysis"),
        "MPLBACKEND": "Agg",
    }
    code = "\n".join(BLOCK.findall(PAGE.read_text(encoding="utf-8")))
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return folder, ended.stdout


def test_the_page_has_code():
    assert len(BLOCK.findall(PAGE.read_text(encoding="utf-8"))) >= 6


def test_the_tutorial_prints_what_it_promises(tutorial):
    _, printed = tutorial
    assert "refugees in other countries on the last day" in printed
    assert "attack.bnad" in printed  # the misspelt setting is named
    assert "median_inside" in printed
    assert re.search(r"borders closed: \[-?\d+, -?\d+, -?\d+\]", printed)


def test_the_tutorial_draws_its_figure(tutorial):
    folder, _ = tutorial
    picture = folder / "out/tutorial/first.png"
    assert picture.read_bytes().startswith(b"\x89PNG") and picture.stat().st_size > 30_000
