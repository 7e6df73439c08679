"""The program `azalai` and a small country to run it on."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root():
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def program():
    """The program: $AZALAI, or what the dev preset built, or the release preset."""
    places = [os.environ.get("AZALAI"), ROOT / "build/dev/azalai", ROOT / "build/release/azalai"]
    for place in places:
        if place and Path(place).is_file():
            return Path(place)
    pytest.fail("azalai is not built. Run scripts/test, or set AZALAI to the program.")


@pytest.fixture
def azalai(program, tmp_path):
    """Run the program in a folder of its own, whatever it ends with."""

    def run(*arguments):
        return subprocess.run(
            [program, *map(str, arguments)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def small(tmp_path):
    """The scenario file of a small country that the test may break."""
    folder = tmp_path / "small-country"
    shutil.copytree(Path(__file__).parent / "small-country", folder)
    return folder / "small.toml"
