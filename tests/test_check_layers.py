"""The layer check finds every wrong include planted in a small tree, and only those."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.check_layers import wrong_includes

CHECKER = Path(__file__).with_name("check_layers.py")


def write(root, name, *includes):
    """Write a source file with the given includes."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f'#include "{include}"\n' for include in includes), encoding="utf-8")


def plant(root, name, *includes):
    """Write one file and return the includes that the check finds wrong in it."""
    write(root, name, *includes)
    return [include for path, include in wrong_includes(root) if path == root / name]


@pytest.mark.parametrize(
    ("file", "include"),
    [
        ("sim/base/check.hpp", "sim/random/stream.hpp"),  # up within the engine
        ("sim/random/stream.cpp", "sim/io/file.hpp"),
        ("sim/io/file.cpp", "models/world/world.hpp"),  # from the engine to the models
        ("sim/io/file.cpp", "tests/sim/io/help.hpp"),  # from the engine to the tests
        ("models/attack/attack.cpp", "models/ceasefire/ceasefire.hpp"),  # between rules
        ("models/attack/attack.cpp", "models/scenario/scenario.hpp"),  # up from a rule
        ("models/world/world.hpp", "models/attack/attack.hpp"),  # from the state to a rule
        ("models/purposes.hpp", "models/attack/attack.hpp"),
        ("models/facts/facts.hpp", "models/world/world.hpp"),  # observers know no world
        ("models/facts/facts.hpp", "models/scoring/scores.hpp"),
        ("models/recorders/totals.cpp", "models/app/run_command.hpp"),  # nobody knows the program
        ("models/attack/attack.cpp", "benchmarks/attack/attack.hpp"),
        ("benchmarks/engine/walkers.hpp", "models/world/world.hpp"),  # the engine alone
        ("benchmarks/engine/walkers.hpp", "benchmarks/mali.hpp"),
    ],
)
def test_finds_a_wrong_include(tmp_path, file, include):
    assert plant(tmp_path, file, "vector", include) == [include]


@pytest.mark.parametrize(
    ("file", "include"),
    [
        ("sim/base/check.cpp", "sim/base/check.hpp"),
        ("sim/io/file.cpp", "sim/base/check.hpp"),
        ("models/attack/attack.cpp", "models/attack/attack.hpp"),
        ("models/attack/attack.cpp", "models/world/world.hpp"),
        ("models/attack/attack.cpp", "models/purposes.hpp"),
        ("models/attack/attack.cpp", "sim/random/stream.hpp"),
        ("models/reporting/observers.cpp", "models/observed/acled_event.hpp"),
        ("models/facts/facts.hpp", "models/observed/observed_event.hpp"),
        ("models/scoring/forecasts.cpp", "models/purposes.hpp"),
        ("models/schedule/daily.cpp", "models/attack/attack.hpp"),
        ("models/app/main.cpp", "models/schedule/daily.hpp"),
        ("benchmarks/engine/walkers.cpp", "benchmarks/engine/walkers.hpp"),
        ("benchmarks/engine/walkers.cpp", "sim/random/block.hpp"),
        ("benchmarks/mali.cpp", "models/world/world.hpp"),
    ],
)
def test_allows_a_right_include(tmp_path, file, include):
    assert plant(tmp_path, file, "vector", include) == []


def test_sees_angle_brackets(tmp_path):
    path = tmp_path / "sim/base/check.hpp"
    path.parent.mkdir(parents=True)
    path.write_text("#include <sim/io/file.hpp>\n", encoding="utf-8")
    assert list(wrong_includes(tmp_path)) == [(path, "sim/io/file.hpp")]


def test_reports_all_in_path_order(tmp_path):
    write(tmp_path, "sim/random/b.hpp", "sim/io/file.hpp")
    write(tmp_path, "sim/base/a.hpp", "sim/space/grid.hpp", "sim/io/file.hpp")
    found = [(path.name, include) for path, include in wrong_includes(tmp_path)]
    assert found == [
        ("a.hpp", "sim/space/grid.hpp"),
        ("a.hpp", "sim/io/file.hpp"),
        ("b.hpp", "sim/io/file.hpp"),
    ]


def test_command_names_the_file_and_fails(tmp_path):
    write(tmp_path, "sim/base/check.hpp", "sim/io/file.hpp")
    run = subprocess.run([sys.executable, CHECKER, tmp_path], capture_output=True, text=True)
    assert run.returncode == 1
    assert run.stdout == f"{tmp_path}/sim/base/check.hpp: must not include sim/io/file.hpp\n"


def test_command_passes_a_right_tree(tmp_path):
    write(tmp_path, "sim/base/check.hpp", "vector")
    run = subprocess.run([sys.executable, CHECKER, tmp_path], capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (0, "")
