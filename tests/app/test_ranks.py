"""Sweeps over the ranks of an MPI job: the same results as on one machine, and none lost."""

import signal
import subprocess
import time

import pytest

from tests.app.mpi import ENVIRONMENT, mpirun, why_not
from tests.app.results import datasets, differing


@pytest.fixture(scope="module", autouse=True)
def built_with_mpi(program):
    if reason := why_not(program):
        pytest.skip(reason)


@pytest.fixture
def design(small):
    path = small.parent / "design.toml"
    path.write_text('name = "ranks"\nscenarios = ["small.toml"]\nseeds = 400\n', encoding="utf-8")
    return path


@pytest.fixture
def start(program, tmp_path):
    """Start a sweep over three ranks, in a group of processes of its own."""

    def begin(*arguments):
        return subprocess.Popen(
            [*mpirun(3), program, "sweep", *map(str, arguments)],
            cwd=tmp_path,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    return begin


def wait_for_results(folder):
    """Until two ranks have brought results to the disk."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        sizes = [path.stat().st_size for path in folder.glob("*.rank-*.journal")]
        if len(sizes) == 2 and min(sizes) > 3000:
            return
        time.sleep(0.01)
    pytest.fail("the ranks have no results after 60 s")


def test_ranks_give_the_same_file_as_one_machine(azalai, start, design, tmp_path):
    assert azalai("sweep", design, "-o", "local").returncode == 0
    for begin in [[], ["--force"]]:  # a second sweep replaces the first one
        process = start(design, "-o", "ranks", *begin)
        assert process.wait(timeout=100) == 0, process.stderr.read()
        one, other = (datasets(tmp_path / name / "ensemble.h5") for name in ("local", "ranks"))
        assert differing(one, other) == []
    assert sorted(path.name for path in (tmp_path / "ranks").iterdir()) == [
        "ensemble.h5",
        "manifest.csv",
    ]


@pytest.mark.parametrize("how", [signal.SIGUSR1, signal.SIGKILL])
def test_what_ranks_have_done_counts_when_one_machine_goes_on(how, azalai, start, design, tmp_path):
    process = start(design, "-o", "ranks")
    wait_for_results(tmp_path / "ranks")
    process.send_signal(how)
    code = process.wait(timeout=100)
    assert code == (75 if how == signal.SIGUSR1 else -signal.SIGKILL), process.stderr.read()
    end = time.monotonic() + 30
    while True:  # ranks of a killed mpirun end a moment later, and hold their journals till then
        result = azalai("sweep", design, "-o", "ranks", "--resume")
        if "another process" not in result.stderr or time.monotonic() > end:
            break
        time.sleep(0.2)
    assert result.returncode == 0, result.stderr
    assert "to do: 400 runs" not in result.stderr
    assert azalai("sweep", design, "-o", "local").returncode == 0
    one, other = (datasets(tmp_path / name / "ensemble.h5") for name in ("local", "ranks"))
    assert differing(one, other) == []


def test_wrong_design_is_said_once_and_ends_with_2(start, design):
    design.write_text('name = "ranks"\nscenarios = ["none.toml"]\n', encoding="utf-8")
    process = start(design, "-o", "ranks")
    assert process.wait(timeout=100) == 2
    assert process.stderr.read().count("azalai: ") == 1
