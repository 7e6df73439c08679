"""What `cmake --install` installs is enough to build a model of another country."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = ["sim/libazalai_sim.a", "models/libazalai_models.a", "azalai"]


def commanded(*arguments, **more):
    """Run a command; what it printed. Fails with all of it."""
    done = subprocess.run(
        [*map(str, arguments)], capture_output=True, text=True, timeout=1200, check=False, **more
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


@pytest.fixture(scope="module")
def built():
    """A tree that was built: $AZALAI_BUILD, or that of the dev or release preset."""
    for place in [os.environ.get("AZALAI_BUILD"), ROOT / "build/dev", ROOT / "build/release"]:
        if place and all((Path(place) / one).is_file() for one in LIBRARIES):
            return Path(place)
    pytest.skip("no built tree (build/dev, build/release or $AZALAI_BUILD): run scripts/test")


@pytest.fixture(scope="module")
def prefix(built, tmp_path_factory):
    """Where it is installed."""
    folder = tmp_path_factory.mktemp("prefix")
    commanded("cmake", "--install", built, "--prefix", folder)
    return folder


@pytest.fixture(scope="module")
def consumer(prefix, tmp_path_factory):
    """The programs of a project that uses it."""
    folder = tmp_path_factory.mktemp("consumer")
    source = Path(__file__).parent / "country"
    commanded("cmake", "-S", source, "-B", folder, f"-DCMAKE_PREFIX_PATH={prefix}")
    commanded("cmake", "--build", folder, "--parallel", "2")
    return folder


def test_every_include_of_an_installed_header_is_installed(prefix):
    include = prefix / "include" / "azalai"
    headers = list(include.rglob("*.hpp"))
    assert len(headers) > 100
    missing = {
        (str(header.relative_to(include)), name)
        for header in headers
        for name in re.findall(r'#include "([^"]+)"', header.read_text(encoding="utf-8"))
        if not (include / name).is_file()
    }
    assert missing == set()


def test_nothing_installed_names_the_folder_it_was_built_in(prefix, built):
    files = [*prefix.rglob("*.cmake"), *prefix.rglob("*.1")]
    assert len(files) > 3
    assert [one for one in files if str(built) in one.read_text(encoding="utf-8")] == []


def test_the_installed_program_runs_an_installed_scenario(prefix, tmp_path):
    scenario = prefix / "share/azalai/configs/template/country.toml"
    run = ["run", scenario, "--days", "5", "-o", "kesra.h5"]
    commanded(prefix / "bin/azalai", *run, cwd=tmp_path)
    assert (tmp_path / "kesra.h5").is_file()


def test_the_engine_alone_carries_a_model(consumer):
    """After n steps a walker is sqrt(n) away: the mean of 1,000 squares is 100 +- 4.5 (1 sd)."""
    assert 80 < float(commanded(consumer / "walk")) < 120


def test_the_model_runs_another_country_with_one_more_rule(consumer, prefix):
    scenario = prefix / "share/azalai/configs/template/country.toml"
    name, deaths = commanded(consumer / "country", scenario, 60).split()
    assert name == "kesra" and int(deaths) > 10
    assert commanded(consumer / "country", scenario, 60, "truce").split() == ["kesra", "0"]


def test_another_minor_version_is_refused(prefix, tmp_path):
    (tmp_path / "CMakeLists.txt").write_text(
        "cmake_minimum_required(VERSION 3.25)\nproject(new LANGUAGES C CXX)\n"
        "find_package(azalai 0.99 REQUIRED CONFIG)\n"
    )
    done = subprocess.run(
        ["cmake", "-S", tmp_path, "-B", tmp_path / "b", f"-DCMAKE_PREFIX_PATH={prefix}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "0.99" in done.stderr
