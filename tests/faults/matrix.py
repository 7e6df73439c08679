"""The matrix of determinism: what may not change a result, in every combination.

Run by scripts/test-determinism; test_determinism.py runs a part of it.
"""

import argparse
import itertools
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.app.results import datasets, differing
from tests.faults.jobs import SCENARIO, chance, finish, start


def combinations(threads, ranks, shards):
    """Every combination of the axes, the undisturbed run on one thread first."""
    return list(itertools.product(ranks, shards, [False, True], threads))


def run(program, scenario, seed, threads, interrupted, output):
    """Run a scenario to its end. Returns how often it was interrupted on the way."""
    command = [program, "run", scenario, "-o", output, "--quiet"]
    command += ["--seed", seed, "--threads", threads, "--resume"]
    stops = 0
    while True:
        process = start(command)
        if interrupted and stops < 3:
            interrupt(process, chance("interrupt", seed, threads, stops).random())
        code, _, err = finish(process)
        if code == 0:
            return stops
        assert code in (75, -signal.SIGTERM), err
        stops += code == 75


def interrupt(process, share):
    """Ask a run to stop, soon after its start; the first ones may be too early to be heard."""
    deadline = time.monotonic() + 0.05 + share
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)


def check(program, scenario, seeds, axes, folder):
    """Print one line for each combination. Returns how many differ from the first."""
    wrong = 0
    for seed in seeds:
        first = None
        for ranks, shards, interrupted, threads in combinations(*axes):
            assert (ranks, shards) == (1, 1), "a single run has one rank and one shard"
            output = Path(folder) / f"{seed}-{threads}-{interrupted}.h5"
            stops = run(program, scenario, seed, threads, interrupted, output)
            values = datasets(output)
            first = first or values
            paths = differing(first, values)
            wrong += bool(paths)
            print(
                f"seed {seed}, {ranks} rank(s), {shards} shard(s), {threads} thread(s), "
                f"{stops} interruption(s): {'DIFFERS ' + ' '.join(paths) if paths else 'same'}",
                flush=True,
            )
    return wrong


def integers(text):
    return [int(word) for word in text.split(",")]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--scenario", default=SCENARIO)
    parser.add_argument("--seeds", type=integers, default=[1, 2])
    for axis, default in [("threads", [1, 2, 7]), ("ranks", [1]), ("shards", [1])]:
        parser.add_argument(f"--{axis}", type=integers, default=default)
    given = parser.parse_args()
    print(given.program)
    with tempfile.TemporaryDirectory(prefix="azalai-matrix-") as folder:
        axes = (given.threads, given.ranks, given.shards)
        wrong = check(given.program, given.scenario, given.seeds, axes, folder)
    print(f"{wrong} of the results differ" if wrong else "all the same")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
