"""The package installs from the tree, with everything that it reads."""

import shutil
import subprocess
import sys
import tomllib
import zipfile

import pytest

from real import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of a copy of the tree, built without any network."""
    folder = tmp_path_factory.mktemp("tree")
    for name in ("pyproject.toml", "LICENSE", "README.md"):
        shutil.copy(ROOT / name, folder)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "analysis/azalai", folder / "analysis/azalai", ignore=ignored)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
    command += ["--no-index", "--disable-pip-version-check", "-q", "-w", "out", "."]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return next((folder / "out").glob("azalai-*.whl"))


def test_it_holds_every_module_and_table(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "analysis/azalai"
    wanted = {
        str(path.relative_to(source.parent))
        for pattern in ("*.py", "*.geojson", "py.typed")
        for path in source.rglob(pattern)
    }
    assert wanted and wanted <= held


def test_it_installs_into_a_fresh_environment(wheel, tmp_path):
    fresh = tmp_path / "venv"
    make = [sys.executable, "-m", "venv", "--without-pip", "--system-site-packages", fresh]
    subprocess.run(make, check=True)
    install = [sys.executable, "-m", "pip", "--python", fresh / "bin/python", "install", "-q"]
    install += ["--no-deps", "--no-index", "--disable-pip-version-check", wheel]
    ended = subprocess.run(install, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    code = (
        "import azalai, azalai.report, azalai.plots.geography as g; "
        "print(azalai.__file__, len(g.read_lines(g.RIVERS)))"
    )
    ended = subprocess.run(
        [fresh / "bin/python", "-c", code],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.startswith(str(fresh)) and int(ended.stdout.split()[-1]) > 5


def test_scripts_setup_installs_what_it_needs():
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    listed = (ROOT / "scripts/packages.txt").read_text()
    for dependency in needed:
        name, minimum = dependency.split(">=")
        line = next(row for row in listed.splitlines() if f" python3-{name} " in row)
        assert line.split()[2] == minimum
