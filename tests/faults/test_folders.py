"""Folders that vanish, and two processes that want the same name."""

import shutil
import signal
import time

import pytest

from tests.app.results import datasets, differing
from tests.faults.jobs import finish, run_command, start


def begin(program, output):
    """Start a run and freeze it once it has a checkpoint."""
    process = start(run_command(program, output, "--checkpoint-every", 5))
    checkpoint = output.with_name(output.name + ".checkpoint")
    while process.poll() is None and not checkpoint.exists():
        time.sleep(0.001)
    process.send_signal(signal.SIGSTOP)
    assert process.poll() is None
    return process


@pytest.mark.parametrize("fate", ["removed", "renamed"])
def test_a_folder_that_vanishes_is_exit_code_74(program, folder, fate):
    place = folder / "place"
    place.mkdir()
    process = begin(program, place / "run.h5")
    if fate == "removed":
        shutil.rmtree(place)
    else:
        place.rename(folder / "elsewhere")
    process.send_signal(signal.SIGCONT)
    code, _, err = finish(process)
    assert code == 74, err
    assert err.startswith("azalai: ") and "run.h5" in err
    assert not place.exists()


@pytest.mark.parametrize("options", [(), ("--force",), ("--resume",), ("--resume", "--force")])
def test_the_second_process_on_one_output_says_so(program, folder, whole, options):
    output = folder / "run.h5"
    first = begin(program, output)
    code, _, err = finish(start(run_command(program, output, *options)))
    first.send_signal(signal.SIGCONT)
    assert code == 2
    assert "is being written by another process" in err and str(output) in err
    code, _, err = finish(first)
    assert code == 0, err
    assert differing(datasets(output), whole["datasets"]) == []
    assert [path.name for path in folder.iterdir()] == ["run.h5"]
