"""Killing a program again and again until it is done: for runs, sweeps and whatever resumes."""

import time
from dataclasses import dataclass

from tests.faults.jobs import chance, finish, start

KILLS_IN_A_ROW = 4  # then it may come to its end, however slow the machine is


@dataclass
class Job:
    """A program that can be started again after it was killed, and then goes on."""

    command: list
    seconds: float  # that it takes when nobody disturbs it
    is_done: callable  # whether its results are there and whole
    has_saved: callable  # whether there is something to go on from


@dataclass
class Account:
    """What became of a job."""

    kills: int = 0
    went_on: int = 0  # starts that found something to go on from


def run_with_kills(job, account, name, most_kills):
    """Start a job until it is done, killing it at instants addressed by name and number.

    Returns whether it ended by itself; if not, it was killed after its results were whole.
    """
    for attempt in range(10_000):
        if job.is_done():
            return False
        account.went_on += job.has_saved()
        process = start(job.command)
        if attempt % (KILLS_IN_A_ROW + 1) < KILLS_IN_A_ROW and account.kills < most_kills:
            time.sleep(chance(name, attempt).random() * job.seconds * 1.1)
            process.kill()
        code, _, err = finish(process)
        if code == -9:
            account.kills += 1
            continue
        assert code == 0, err
        return True
    raise AssertionError("never done")
