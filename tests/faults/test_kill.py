"""Runs that are killed at any instant lose nothing and do nothing twice."""

import os
import time

from tests.app.results import datasets, differing
from tests.faults.jobs import SCENARIO, finish, run_command, start
from tests.faults.kills import Account, Job, run_with_kills
from tests.faults.matrix import write_design

SWEEP_RUNS = 60


def test_killed_runs_go_on_to_the_same_bytes(program, folder, whole, is_full):
    kills = 200 if is_full else 6
    account = Account()
    runs = 0
    while account.kills < kills:
        place = folder / str(runs)
        place.mkdir()
        output = place / "run.h5"
        job = Job(
            command=run_command(program, output, "--checkpoint-every", 5, "--resume"),
            seconds=whole["seconds"],
            is_done=output.exists,
            has_saved=lambda place=place: any(place.glob("run.h5.checkpoint*")),
        )
        ended = run_with_kills(job, account, f"run {runs}", kills)
        assert differing(datasets(output), whole["datasets"]) == []
        runs += 1
        if ended:
            assert os.listdir(place) == ["run.h5"]
    print(f"{runs} runs, {account.kills} kills, {account.went_on} starts from a checkpoint")
    assert account.kills == kills
    if is_full:
        assert account.went_on > kills / 5


def sweep_command(program, design, output):
    """The command line of a sweep that goes on, runs side by side."""
    return [program, "sweep", design, "-o", output, "--quiet", "--jobs", "2", "--resume"]


def test_killed_sweeps_go_on_to_the_same_bytes(program, folder, is_full):
    design = write_design(folder, SCENARIO, SWEEP_RUNS // 2)
    begin = time.monotonic()
    code, _, err = finish(start(sweep_command(program, design, folder / "whole")))
    assert code == 0, err
    seconds = time.monotonic() - begin
    whole = datasets(folder / "whole" / "ensemble.h5")
    assert list(whole["runs/row"]) == list(range(SWEEP_RUNS))
    kills = 200 if is_full else 6
    account = Account()
    sweeps = 0
    while account.kills < kills:
        place = folder / str(sweeps)
        result = place / "ensemble.h5"
        job = Job(
            command=sweep_command(program, design, place),
            seconds=seconds,
            is_done=result.exists,
            has_saved=lambda place=place: any(
                path.stat().st_size > 1000 for path in place.glob("*.journal")
            ),
        )
        ended = run_with_kills(job, account, f"sweep {sweeps}", kills)
        assert differing(datasets(result), whole) == []
        sweeps += 1
        if ended:
            assert sorted(os.listdir(place)) == ["ensemble.h5", "manifest.csv"]
    print(f"{sweeps} sweeps, {account.kills} kills, {account.went_on} starts from a journal")
    assert account.kills == kills
    if is_full:
        assert account.went_on > kills / 5
