"""Compare the three interventions with history as it was, over many seeds, as a Markdown table.

    scripts/run-mali            # builds the program
    scripts/python -m analysis.figures.interventions --seeds 20

Every scenario is run with the same seeds. Draws are addressed by what they decide, so that two
runs of one seed share their luck as long as they agree, and the differences are taken seed by seed.

Results go to a temporary folder that is removed, or into the folder named with --runs, where
files that are complete and come from the same build and inputs are not made again.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pandas as pd

from azalai import runs

ROOT = Path(__file__).resolve().parents[2]
BASE = "mali-2012-2016"
INTERVENTIONS = {
    "no-minusma": "no MINUSMA",
    "minusma-a-year-earlier": "MINUSMA a year earlier",
    "ceasefire-2013-holds": "the ceasefire of 2013 holds",
}
LIGHT = [f"output.{name}_every_days=0" for name in ("cells", "places", "units", "actors")]
OUTCOMES = {
    "deaths 2013-2016": "total",
    "of them civilians": "civilians",
    "of them peacekeepers": "peacekeepers",
    "refugees, end of 2016": "refugees",
    "displaced inside, end of 2016": "idps",
}


def outcome(path: Path) -> dict[str, float]:
    """Sum up one run.

    Parameters
    ----------
    path : Path
        Result file that covers 2013 to 2016.

    Returns
    -------
    dict of str to float
        Deaths of 2013 to 2016, ``total``, ``civilians`` and ``peacekeepers``; ``refugees`` and
        ``idps`` at the end of 31 December 2016 [people].

    Raises
    ------
    ValueError
        If the run ends before that day or begins after 1 January 2013.
    """
    totals = runs.totals(path)
    days = pd.DatetimeIndex(totals["time"].to_numpy())
    if days[0] > pd.Timestamp(2013, 1, 1) or days[-1] < pd.Timestamp(2016, 12, 31):
        raise ValueError(
            f"{path}: {days[0]:%Y-%m-%d} to {days[-1]:%Y-%m-%d} (must cover 2013 to 2016). "
            "Run the scenario whole, without --days."
        )
    deaths = totals["deaths"].sel(time=slice("2013-01-01", "2016-12-31")).sum("time")
    end = totals.sel(time="2016-12-31")
    return {
        "total": float(deaths.sum()),
        "civilians": float(deaths.sel(side="civilian")),
        "peacekeepers": float(deaths.sel(side="peacekeeper")),
        "refugees": float(end["refugees"]),
        "idps": float(end["idps"]),
    }


def compare(by_seed: dict[str, pd.DataFrame]) -> str:
    """Set medians and paired differences side by side.

    Parameters
    ----------
    by_seed : dict of str to pandas.DataFrame
        For the base scenario and each intervention, one row a seed and one column an outcome.

    Returns
    -------
    str
        Markdown table: of the base the median over the seeds and, in brackets, the 5th and 95th
        percentile; of each intervention the same of its difference to the base, seed by seed.
    """
    lines = [
        "| simulated | as history has it | " + " | ".join(INTERVENTIONS.values()) + " |",
        "|---|---:|" + "---:|" * len(INTERVENTIONS),
    ]
    base = by_seed[BASE]
    for label, column in OUTCOMES.items():
        digits = -2 if base[column].median() >= 10_000 else 0  # large numbers to hundreds
        cells = [_interval(base[column], "", digits)]
        for name in INTERVENTIONS:
            cells.append(_interval(by_seed[name][column] - base[column], "+", digits))
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def simulate(program: Path, configs: Path, scenario: str, seed: int, folder: Path) -> Path:
    """Run a scenario with a seed, unless the folder has that run of the same build and inputs."""
    result = folder / f"{scenario}-seed{seed}.h5"
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    stamp = result.with_suffix(".of")
    identity = f"{version.stdout}{program.stat().st_mtime_ns}\n{_inputs_stamp(configs)}"
    if result.exists() and stamp.exists() and stamp.read_text() == identity:
        return result
    command = [program, "run", configs / f"{scenario}.toml", "-o", result]
    command += ["--seed", str(seed), "--threads", "1", "--quiet", "--force"]
    for setting in LIGHT:
        command += ["--set", setting]
    subprocess.run([str(part) for part in command], check=True)
    stamp.write_text(identity)
    return result


def _inputs_stamp(configs: Path) -> str:
    files = sorted(path for path in configs.iterdir() if path.is_file())
    return "\n".join(f"{path.name} {path.stat().st_mtime_ns}" for path in files)


def _interval(values: pd.Series, sign: str, digits: int) -> str:
    found = np.percentile(values, [50, 5, 95])
    middle, low, high = (round(float(value), digits) + 0.0 for value in found)  # no minus zero
    return f"{middle:{sign},.0f} ({low:{sign},.0f} to {high:{sign},.0f})"


def main() -> None:
    """Read the command line, run what is missing and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--program", type=Path, default=ROOT / "build/release/azalai")
    parser.add_argument("--configs", type=Path, default=ROOT / "configs/mali")
    parser.add_argument("--seeds", type=int, default=20, help="seeds 1 to this one (20)")
    parser.add_argument("--jobs", type=int, default=2, help="runs at a time (2)")
    parser.add_argument("--runs", type=Path, help="folder that keeps the results")
    options = parser.parse_args()
    if options.seeds < 1:
        parser.error("--seeds must be at least 1")

    with tempfile.TemporaryDirectory() as scratch:
        folder = options.runs or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        tasks = [
            (scenario, seed)
            for seed in range(1, options.seeds + 1)
            for scenario in (BASE, *INTERVENTIONS)
        ]

        def work(task: tuple[str, int]) -> dict[str, float]:
            found = outcome(simulate(options.program, options.configs, *task, folder))
            print(f"{task[0]}, seed {task[1]}: done", file=sys.stderr, flush=True)
            return found

        with ThreadPoolExecutor(options.jobs) as pool:
            try:
                found = list(pool.map(work, tasks))
            except (OSError, subprocess.CalledProcessError, ValueError) as error:
                pool.shutdown(cancel_futures=True)
                sys.exit(f"interventions: {error}")
    by_seed = {
        scenario: pd.DataFrame(
            [one for task, one in zip(tasks, found) if task[0] == scenario],
            index=range(1, options.seeds + 1),
        )
        for scenario in (BASE, *INTERVENTIONS)
    }
    print(compare(by_seed))


if __name__ == "__main__":
    main()
