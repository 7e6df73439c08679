"""Every command in an `sh` block of the tutorial, and of the template's page, runs."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.app.conftest import program  # noqa: F401 (a fixture)

CONFIGS = Path(__file__).resolve().parents[2] / "configs"
PAGES = ["TUTORIAL.md", "template/README.md"]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_the_page_runs(page, program, tmp_path):  # noqa: F811
    blocks = re.findall(r"^```sh\n(.*?)^```", (CONFIGS / page).read_text("utf-8"), re.M | re.S)
    assert sum(block.count("azalai ") for block in blocks) >= 4
    shutil.copytree(CONFIGS, tmp_path / "configs")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "azalai").symlink_to(program.resolve())
    for block in blocks:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", block],
            cwd=tmp_path,
            env=os.environ | {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )
        assert done.returncode == 0, block + done.stderr


@pytest.mark.parametrize("page", [*PAGES, "../models/ETHICS.md", "../analysis/r-and-gis.md"])
def test_every_link_of_the_page_leads_somewhere(page):
    path = CONFIGS / page
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text("utf-8"))
    lost = [link for link in links if "://" not in link and not (path.parent / link).exists()]
    assert links and lost == []
