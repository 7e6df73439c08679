"""Runs that are killed at any instant lose nothing and do nothing twice."""

import os

from tests.app.results import datasets, differing
from tests.faults.jobs import run_command
from tests.faults.kills import Account, Job, run_with_kills


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
