"""A clock that jumps changes no result: time is the scenario's, and names are not made of it."""

import shutil

import pytest

from tests.app.results import datasets, differing
from tests.faults.jobs import finish, run_command, start

FAKETIME = shutil.which("faketime")


# Back to before the epoch of most file systems, past 2038, and a clock 1,000 times too fast.
@pytest.mark.parametrize("clock", ["1980-01-02 00:00:00", "2040-01-01 00:00:00", "+0 x1000"])
def test_another_clock_gives_the_same_bytes(program, folder, whole, clock):
    if FAKETIME is None:
        pytest.skip("faketime is not installed")
    output = folder / "run.h5"
    command = [FAKETIME, "-f", clock if clock.startswith("+") else f"@{clock}"]
    command += run_command(program, output, "--checkpoint-every", 20)
    code, _, err = finish(start(command))
    assert code == 0, err
    assert differing(datasets(output), whole["datasets"]) == []


def test_a_run_goes_on_after_the_clock_jumped_back(program, folder, whole):
    if FAKETIME is None:
        pytest.skip("faketime is not installed")
    output = folder / "run.h5"
    process = start(run_command(program, output, "--checkpoint-every", 5))
    while process.poll() is None and not output.with_name("run.h5.checkpoint").exists():
        pass
    process.kill()
    finish(process)
    command = [FAKETIME, "-f", "@1999-12-31 23:59:59"]
    code, _, err = finish(start(command + run_command(program, output, "--resume")))
    assert code == 0, err
    assert differing(datasets(output), whole["datasets"]) == []
