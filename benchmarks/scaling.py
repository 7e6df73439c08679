"""What a sweep costs on a cluster: measure the constants here, replay the work there.

    python3 benchmarks/scaling.py measure --azalai build/release/azalai --output scaling.json
    python3 benchmarks/scaling.py replay scaling.json

`measure` runs sweeps of configs/mali on 1 to 4 ranks and threads and takes the constants of the
cost model. `replay` hands 10^4 to 10^7 runs to up to 10^4 cores as the program would, with run
times drawn from the measured ones, and prints the tables of SCALING.md.
"""

import argparse
import heapq
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
MALI = ROOT / "configs/mali/mali-2012-2016.toml"
MPI_ENVIRONMENT = {
    "OMPI_ALLOW_RUN_AS_ROOT": "1",
    "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1",
    "OMPI_MCA_rmaps_base_oversubscribe": "1",
}


def timed(command, folder):
    """Run a command.

    Returns
    -------
    wall, cpu : float
        Time of the clock and of all its processes and threads [s].
    """
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env=os.environ | MPI_ENVIRONMENT,
        check=True,
        capture_output=True,
    )
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def design(folder, name, scenario, seeds, first=1):
    """Write a design of one scenario and some seeds, and return its path."""
    path = folder / f"{name}.toml"
    path.write_text(
        f'name = "{name}"\nscenarios = ["{scenario}"]\n'
        f"seeds = {{first = {first}, count = {seeds}}}\n",
        encoding="utf-8",
    )
    return path


def mpirun(ranks):
    return ["mpirun", "--bind-to", "none", "-n", ranks]


def sweep(azalai, file, folder, *more):
    """The command of a sweep that runs nothing but what it must."""
    return [azalai, "sweep", file, "-o", folder, "--quiet", *more]


def measure_runs(azalai, folder, count):
    """CPU time of loading alone, and of sweeps of one run each [s]."""
    load = [timed([azalai, "check", MALI], folder)[1] for _ in range(5)]
    whole = []
    for seed in range(1, count + 1):
        file = design(folder, f"one-{seed}", MALI, 1, first=seed)
        whole.append(timed(sweep(azalai, file, f"one-{seed}", "--jobs", 1), folder)[1])
    return load, whole


def measure_ways(azalai, folder, runs):
    """Clock and CPU time of the same sweep in every way of this machine [s]."""
    file = design(folder, "ways", MALI, runs)
    ways = {}
    for jobs in (1, 2):
        ways[f"{jobs} threads"] = timed(sweep(azalai, file, f"jobs-{jobs}", "--jobs", jobs), folder)
    for ranks in (1, 2, 3, 4):
        command = [*mpirun(ranks), *sweep(azalai, file, f"ranks-{ranks}")]
        ways[f"{ranks} ranks"] = timed(command, folder)
    return ways


def measure_files(azalai, folder, ways, runs):
    """Bytes of a run of five years in a result, and the time of joining runs of one month."""
    one, many = ((folder / name / "ensemble.h5").stat().st_size for name in ("one-1", "jobs-1"))
    file = design(folder, "month", MALI, runs)
    lines = file.read_text(encoding="utf-8")
    file.write_text(lines + 'settings = ["scenario.last_day=2012-01-31"]\n', encoding="utf-8")
    for shard in range(8):
        timed(sweep(azalai, file, "month", "--shard", f"{shard}/8", "--jobs", 2), folder)
    parts = sum(path.stat().st_size for path in (folder / "month").glob("part-*.h5"))
    wall, cpu = timed([azalai, "join", "month"], folder)
    joined = (folder / "month" / "ensemble.h5").stat().st_size
    return {
        "first_bytes": one,
        "run_bytes": (many - one) / (ways - 1),
        "month_runs": runs,
        "month_parts_bytes": parts,
        "month_joined_bytes": joined,
        "join_s": wall,
        "join_cpu_s": cpu,
    }


def measure_rates(rate_program, folder):
    """Rows that rank 0 gives out each second, with nothing to do in them [1/s]."""
    rates = {}
    for ranks in (2, 3, 4, 8):
        command = [*mpirun(ranks), rate_program, 20000, 0, 0]
        words = [str(word) for word in command]
        done = subprocess.run(
            words, cwd=folder, env=os.environ | MPI_ENVIRONMENT, check=True, capture_output=True
        )
        rates[ranks] = float(re.search(r"rows_per_s (\d+)", done.stdout.decode())[1])
    return rates


def measure(options):
    azalai = Path(options.azalai).resolve()
    found = {"load_average_before": os.getloadavg()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found["load_cpu_s"], found["one_run_cpu_s"] = measure_runs(azalai, folder, options.runs)
        found["ways"] = measure_ways(azalai, folder, options.way_runs)
        found["way_runs"] = options.way_runs
        found["files"] = measure_files(azalai, folder, options.way_runs, options.month_runs)
        if options.rate_program:
            found["rates"] = measure_rates(Path(options.rate_program).resolve(), folder)
    found["load_average_after"] = os.getloadavg()
    Path(options.output).write_text(json.dumps(found, indent=1), encoding="utf-8")


def replay_dynamic(times, cores, give_s=0.0, load_s=0.0):
    """Give runs out one by one to whichever core is free.

    Parameters
    ----------
    times : ndarray, shape (runs,)
        How long each run takes [s].
    give_s : float
        Time that rank 0 needs for one request; requests wait for each other [s].

    Returns
    -------
    float
        When the last run ends [s].
    """
    free = [load_s] * min(cores, len(times))
    desk = 0.0
    for duration in times.tolist():
        desk = max(desk, free[0]) + give_s
        heapq.heapreplace(free, desk + duration)
    return max(free)


def replay_shards(times, shards, threads, slots, start_s, load_s=0.0, each_s=0.0):
    """Run shards as elements of an array, each with some threads.

    Parameters
    ----------
    slots : int
        Elements that run at the same time.
    start_s : float
        Time that the scheduler needs to start one element; it starts one after the other [s].
    each_s : float
        Time at the end of an element for each of its runs: writing the part [s].
    """
    free = [0.0] * min(slots, shards)
    scheduler = 0.0
    for part in np.array_split(times, shards):
        scheduler = max(scheduler, free[0]) + start_s
        length = replay_dynamic(part, threads, load_s=load_s) + each_s * len(part)
        heapq.heapreplace(free, scheduler + length)
    return max(free)


def drawn(measured, runs, seed=1):
    """Run times drawn from the measured ones with replacement [s]."""
    return np.random.default_rng(seed).choice(np.asarray(measured), size=runs)


def replay(options):
    """Print the tables of SCALING.md from measured constants."""
    found = json.loads(Path(options.constants).read_text(encoding="utf-8"))
    load = float(np.median(found["load_cpu_s"]))
    runs = np.asarray(found["one_run_cpu_s"]) - load
    give = 1.0 / max(found["rates"].values())
    per_run = found["files"]["run_bytes"]
    # A run of five years has as many times the bytes of one month's, so that much longer to copy.
    month = found["files"]["month_joined_bytes"] / found["files"]["month_runs"]
    join_each = found["files"]["join_s"] / found["files"]["month_runs"] * max(1, per_run / month)
    print(f"run: median {np.median(runs):.2f} s, mean {runs.mean():.2f}, sd {runs.std(ddof=1):.2f}")
    print(
        f"load {load:.2f} s; give {give * 1e6:.0f} us; {per_run:.0f} bytes, "
        f"{join_each * 1e6:.0f} us of join for each run"
    )
    print("\n| runs | cores | ideal | MPI | array, 1000 elements | join | joined file |")
    print("|---|---|---|---|---|---|---|")
    for count, cores in options.cases:
        times = drawn(runs, count)
        ideal = times.sum() / cores
        mpi = replay_dynamic(times, cores, give, load)
        shards = min(1000, count)
        threads = max(1, cores // shards)
        slots = max(1, min(shards, cores // threads))
        array = replay_shards(times, shards, threads, slots, options.start_s, load)
        print(
            f"| {count:.0e} | {cores} | {ideal:.0f} s | {mpi:.0f} s ({ideal / mpi:.1%}) "
            f"| {array:.0f} s ({ideal / array:.1%}), {threads} threads | {join_each * count:.0f} s "
            f"| {per_run * count / 1e9:.1f} GB |"
        )


def case(text):
    runs, cores = text.split("/")
    return int(float(runs)), int(float(cores))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("measure", help="take the constants on this machine")
    one.add_argument("--azalai", required=True, help="the program")
    one.add_argument("--rate-program", help="benchmarks/mpi/mpi_rate, as built")
    one.add_argument("--runs", type=int, default=30, help="runs of Mali timed one by one")
    one.add_argument("--way-runs", type=int, default=12, help="runs of each way")
    one.add_argument("--month-runs", type=int, default=400, help="short runs to join")
    one.add_argument("--output", required=True, help="where the constants go (JSON)")
    one.set_defaults(act=measure)
    other = commands.add_parser("replay", help="replay sweeps on larger machines")
    other.add_argument("constants", help="what measure wrote")
    other.add_argument("--start-s", type=float, default=0.42, help="scheduler, each element [s]")
    other.add_argument(
        "--cases",
        type=case,
        nargs="+",
        default=[case(text) for text in ("1e4/100", "1e5/1e3", "1e6/1e3", "1e6/1e4", "1e7/1e4")],
        help="RUNS/CORES",
    )
    other.set_defaults(act=replay)
    options = parser.parse_args()
    options.act(options)


if __name__ == "__main__":
    sys.exit(main())
