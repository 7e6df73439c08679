"""The matrix of determinism: what may not change a result, in every combination.

Run by scripts/test-determinism; test_determinism.py runs a part of it. Runs have threads; sweeps
have threads, ranks of an MPI job and shards that are joined. Both are interrupted or not.
"""

import argparse
import itertools
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.app.mpi import ENVIRONMENT, mpirun, why_not
from tests.app.results import datasets, differing
from tests.faults.jobs import LIMIT, SCENARIO, chance, finish, start

STOPS = 2  # times that a run, or a part of a sweep, is interrupted at most
HANGS = 2  # times that mpirun may hang
HANG = 10  # seconds that it may live on without ranks; it makes them in a tenth of one


def lives(process_id):
    """Whether a process has neither ended nor become a zombie."""
    try:
        stat = Path(f"/proc/{process_id}/stat").read_text("ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rsplit(")", 1)[1].split()[0] != "Z"


def ranks_of(mpirun):
    """Processes that an mpirun has started and that have not ended."""
    children = Path(f"/proc/{mpirun.pid}/task/{mpirun.pid}/children").read_text("ascii").split()
    return list(filter(lives, children))


def has_hung(process):
    """Wait for an mpirun. Returns whether it had to be killed after all of its ranks had ended.

    Open MPI 4.1.4 sometimes waits for itself forever then, in pmix_rte_finalize. One that still has
    ranks after LIMIT seconds is left to finish(), for it is ours that hang.
    """
    begin = time.monotonic()
    deadline = begin + HANG
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
        if ranks_of(process):
            deadline = min(time.monotonic() + HANG, begin + LIMIT)
    if process.poll() is not None or ranks_of(process):
        return False
    process.kill()
    return True


def exit_codes(command, asked):
    """How a command may end that was sent the signal `asked`.

    An mpirun that passes it to ranks that have only just been made breaks their pipes, and now and
    then ends of that itself, before any work has begun.
    """
    codes = {75, -asked, 128 + asked}
    return codes | {-signal.SIGPIPE} if command[0] == "mpirun" else codes


def go_on(command, interrupted, asked, address):
    """Start a command until it has done all of its work. Returns how often it was interrupted.

    It is interrupted with the signal `asked`, which it answers with 75; so soon after its start
    that it may not hear the first one yet. An mpirun that hangs is one interruption more.
    """
    stops = hangs = 0
    for attempt in itertools.count():
        process = start(command, env=ENVIRONMENT)
        if interrupted and attempt < STOPS:
            deadline = time.monotonic() + 0.05 + chance("interrupt", *address, attempt).random()
            while process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.005)
            if process.poll() is None:
                process.send_signal(asked)
        hung = command[0] == "mpirun" and has_hung(process)
        code, _, err = finish(process)
        if code == 0:
            return stops
        if hung and hangs < HANGS:
            hangs += 1
            stops += 1
            continue
        assert code in exit_codes(command, asked), f"{command}: exit code {code}\n{err}"
        stops += code == 75


def run(program, scenario, seed, threads, interrupted, folder):
    """Run a scenario to its end. Returns its file and how often it was interrupted on the way."""
    output = folder / f"{seed}-{threads}-{interrupted}.h5"
    command = [program, "run", scenario, "-o", output, "--quiet"]
    command += ["--seed", seed, "--threads", threads, "--resume"]
    return output, go_on(command, interrupted, signal.SIGTERM, ("run", seed, threads))


def sweep(program, design, way, interrupted, folder):
    """Run a sweep over ranks, shards and threads. Returns its file and the interruptions."""
    ranks, shards, threads = way
    output = folder / f"sweep-{ranks}-{shards}-{threads}-{interrupted}"
    stops = 0
    for shard in range(shards):
        command = mpirun(ranks) if ranks > 1 else []
        command += [
            program,
            "sweep",
            design,
            "-o",
            output,
            "--quiet",
            "--resume",
            "--jobs",
            threads,
        ]
        command += ["--shard", f"{shard}/{shards}"] if shards > 1 else []
        stops += go_on(command, interrupted, signal.SIGUSR1, ("sweep", *way, shard))
    if shards > 1:
        code, _, err = finish(start([program, "join", output]))
        assert code == 0, err
    return output / "ensemble.h5", stops


def write_design(folder, scenario, seeds):
    """A sweep of two settings of a rate, which every scenario has, and some seeds."""
    path = folder / "design.toml"
    path.write_text(
        f'name = "matrix"\nscenarios = ["{Path(scenario).resolve()}"]\nseeds = {seeds}\n'
        '[design]\nmethod = "grid"\n[parameters]\n'
        '"recruitment.join_rate" = { values = [0.0005, 0.001] }\n',
        encoding="utf-8",
    )
    return path


class Comparison:
    """Compares every file with the first one and prints a line for each."""

    def __init__(self):
        self.first, self.wrong = None, 0

    def look_at(self, words, output, stops):
        values = datasets(output)
        self.first = self.first or values
        paths = differing(self.first, values)
        self.wrong += bool(paths)
        verdict = "DIFFERS " + " ".join(paths) if paths else "same"
        print(f"{words}, {stops} interruption(s): {verdict}", flush=True)


def check_runs(program, scenario, seeds, threads, folder):
    """All runs, the undisturbed one on the first number of threads first. Returns the differing."""
    wrong = 0
    for seed in seeds:
        comparison = Comparison()
        for interrupted, count in itertools.product([False, True], threads):
            output, stops = run(program, scenario, seed, count, interrupted, folder)
            comparison.look_at(f"seed {seed}, {count} thread(s)", output, stops)
        wrong += comparison.wrong
    return wrong


def check_sweeps(program, design, ways, folder):
    """All sweeps, ways being (ranks, shards, threads). Returns how many differ from the first."""
    comparison = Comparison()
    for interrupted, way in itertools.product([False, True], ways):
        output, stops = sweep(program, design, way, interrupted, folder)
        words = "sweep, {} rank(s), {} shard(s), {} thread(s)".format(*way)
        comparison.look_at(words, output, stops)
    return comparison.wrong


def integers(text):
    return [int(word) for word in text.split(",")]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--scenario", default=SCENARIO)
    parser.add_argument("--runs", type=int, default=100, help="seeds of each setting of a sweep")
    parser.add_argument("--seeds", type=integers, default=[1, 2])
    for axis, default in [("threads", [1, 2, 7]), ("ranks", [1, 3]), ("shards", [1, 5])]:
        parser.add_argument(f"--{axis}", type=integers, default=default)
    given = parser.parse_args()
    print(given.program)
    if (reason := why_not(given.program)) and given.ranks != [1]:
        print(f"{reason}: 1 rank only")
        given.ranks = [1]
    with tempfile.TemporaryDirectory(prefix="azalai-matrix-") as name:
        folder = Path(name)
        wrong = check_runs(given.program, given.scenario, given.seeds, given.threads, folder)
        design = write_design(folder, given.scenario, given.runs)
        ways = list(itertools.product(given.ranks, given.shards, given.threads))
        wrong += check_sweeps(given.program, design, ways, folder)
    print(f"{wrong} of the results differ" if wrong else "all the same")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
