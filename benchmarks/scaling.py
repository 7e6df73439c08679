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
import tomllib
from datetime import date, timedelta
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
MALI = ROOT / "configs/mali/mali-2012-2016.toml"
SMALL = ROOT / "tests/app/small-country/small.toml"
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


def settings_of(azalai, scenario):
    """Every number of a scenario's rules that a design can change, with its value."""
    command = [azalai, "check", scenario, "--print-toml"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = {}

    def walk(table, path):
        for key, value in table.items():
            if isinstance(value, dict):
                walk(value, [*path, key])
            elif isinstance(value, float) and value > 0.0:
                found[".".join([*path, key])] = value

    rules = {key: value for key, value in tomllib.loads(text).items() if key not in FIXED}
    walk(rules, [])
    return found


# Sections that say what the world is and what is written, not how people act.
FIXED = {"scenario", "world", "output", "figures", "facts", "observed"}


def lhs_design(azalai, folder, points, days):
    """A Latin hypercube of the small country over all its settings, one seed a point.

    Each setting goes from 0.9 of its value to its value, which is in its range if that includes
    0.9 of it; one whose range does not is left out.
    """
    ranges = accepted(azalai, settings_of(azalai, SMALL))
    last = date(2012, 1, 1) + timedelta(days=days - 1)
    path = folder / f"lhs-{days}.toml"
    rows = "".join(
        f'"{key}" = {{ min = {0.9 * value!r}, max = {value!r} }}\n' for key, value in ranges.items()
    )
    path.write_text(
        f'name = "lhs"\nscenarios = ["{SMALL}"]\nsettings = ["scenario.last_day={last}"]\n'
        f'[design]\nmethod = "latin-hypercube"\npoints = {points}\n[parameters]\n{rows}',
        encoding="utf-8",
    )
    return path, len(ranges)


def accepted(azalai, values):
    """The settings of which the scenario takes 0.9 of the value, all together."""
    values = dict(values)
    while True:
        words = [f"{key}={0.9 * value!r}" for key, value in values.items()]
        command = [azalai, "check", SMALL, *(word for one in words for word in ("--set", one))]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode == 0:
            return values
        refused = [key for key in values if re.search(rf"\b{re.escape(key)}\b", done.stderr)]
        if not refused:
            sys.exit(f"{done.stderr}None of the settings is named.")
        del values[refused[0]]


def measure_overhead(azalai, folder, points):
    """What a run of a sweep costs besides the model: every point is another scenario.

    A run of one day has nearly no model in it; what it costs is loading with other settings, the
    first world, the summary, the journal and the file. The CPU time of a run of 91 days is beside.
    """
    found = {"points": points}
    for days in (1, 91):
        file, found["settings"] = lhs_design(azalai, folder, points, days)
        name = f"lhs-{days}"
        wall, cpu = timed(sweep(azalai, file, name, "--jobs", 1), folder)
        found[f"{days}_days"] = {"wall_s": wall, "cpu_s_each": cpu / points}
        found[f"{days}_days"]["bytes_each"] = (
            folder / name / "ensemble.h5"
        ).stat().st_size / points
    return found


def measure_join(azalai, folder, runs, shards):
    """Clock and CPU time of joining many parts of the small country's runs of one day [s]."""
    file = design(folder, "parts", SMALL, runs)
    lines = file.read_text(encoding="utf-8")
    file.write_text(lines + 'settings = ["scenario.last_day=2012-01-01"]\n', encoding="utf-8")
    for shard in range(shards):
        timed(sweep(azalai, file, "parts", "--shard", f"{shard}/{shards}", "--jobs", 1), folder)
    parts = sum(path.stat().st_size for path in (folder / "parts").glob("part-*.h5"))
    wall, cpu = timed([azalai, "join", "parts"], folder)
    joined = (folder / "parts" / "ensemble.h5").stat().st_size
    return {
        "runs": runs,
        "shards": shards,
        "parts_bytes": parts,
        "joined_bytes": joined,
        "wall_s": wall,
        "cpu_s": cpu,
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
        found["overhead"] = measure_overhead(azalai, folder, options.points)
        found["join"] = measure_join(azalai, folder, options.join_runs, 100)
        if options.rate_program:
            found["rates"] = measure_rates(Path(options.rate_program).resolve(), folder)
    found["load_average_after"] = os.getloadavg()
    Path(options.output).write_text(json.dumps(found, indent=1), encoding="utf-8")


def replay_dynamic(times, cores, give_s=0.0, load_s=0.0):
    """Give runs out one by one to whichever core is free.

    Cores that are free before the shortest run could end get their runs together, in the order in
    which they came free: no run that begins now ends among them, so this is the same as one by one.

    Parameters
    ----------
    times : ndarray, shape (runs,)
        How long each run takes [s], > 0.
    give_s : float
        Time that rank 0 needs for one request; requests wait for each other [s].

    Returns
    -------
    float
        When the last run ends [s].
    """
    cores = min(cores, len(times))
    if cores == 1:
        return load_s + float(times.sum()) + give_s * len(times)
    if cores < FEW_CORES:
        return one_by_one(times, cores, give_s, load_s)
    shortest = float(times.min())
    free = np.full(cores, load_s)  # sorted
    desk, given = -np.inf, 0
    while given < len(times):
        count = int(np.searchsorted(free, free[0] + shortest))
        count = min(max(count, 1), len(times) - given)
        starts = queue_up(free[:count], give_s, desk)
        desk = starts[-1]
        ends = starts + times[given : given + count]
        given += count
        free = np.sort(np.concatenate([free[count:], ends]), kind="stable")
    return float(free[-1])


FEW_CORES = 64  # below, one run at a time is faster than batches of as many


def one_by_one(times, cores, give_s, load_s):
    """The same with a heap: for few cores, and to test the other way."""
    free = [load_s] * cores
    desk = -np.inf
    for duration in times.tolist():
        desk = max(desk, free[0]) + give_s
        heapq.heapreplace(free, desk + duration)
    return max(free)


def queue_up(arrivals, each_s, busy_until):
    """When each of some requests is answered by one desk, in the order of their arrival [s].

    start[i] = max(start[i - 1], arrival[i]) + each, written without a loop.
    """
    waited = each_s * np.arange(len(arrivals))
    latest = np.maximum.accumulate(np.maximum(arrivals - waited, busy_until))
    return latest + waited + each_s


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
    one.add_argument("--points", type=int, default=1000, help="points of the small country's LHS")
    one.add_argument("--join-runs", type=int, default=20_000, help="runs in 100 parts to join")
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
