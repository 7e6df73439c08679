"""Run a scenario once for each draw of its parameters, or read what such runs gave.

    scripts/python -m analysis.mali.draws STUDY.toml --posterior draws.csv --runs 200 -o out/draws
    scripts/python -m analysis.mali.draws STUDY.toml --prior --runs 200 -o out/prior

Run i takes draw i and seed i, so prior and posterior differ in the parameters only. Results that
are there are kept: give the same command again to go on. The program is that of
``azalai.find_program``.
"""

import argparse
import csv
import os
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from azalai.program import find_program


def read_study(path):
    """A study of `azalai calibrate` as a dictionary."""
    with open(path, "rb") as file:
        return tomllib.load(file)


def read_draws(path):
    """Draws of a posterior.

    Returns
    -------
    keys : list of str
    values : list of list of str
        As written, one list for each draw.
    """
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(line for line in file if not line.startswith("#")))
    return rows[0], rows[1:]


def sample_prior(study, count, seed=1):
    """Draws from uniform and log-uniform priors, as a Latin hypercube.

    Raises
    ------
    ValueError
        If a prior has another law.
    """
    keys = sorted(study["priors"])
    generator = np.random.default_rng(seed)
    columns = []
    for key in keys:
        prior = study["priors"][key]
        low, high = prior["low"], prior["high"]
        share = (generator.permutation(count) + generator.random(count)) / count
        if prior["law"] == "uniform":
            values = low + share * (high - low)
        elif prior["law"] == "log-uniform":
            values = low * (high / low) ** share
        else:
            raise ValueError(f"{key}: law {prior['law']} is not known here")
        columns.append([repr(float(value)) for value in values])
    return keys, [list(row) for row in zip(*columns)]


def run_draw(scenario, keys, values, seed, output):
    """Run one draw, unless its result is there."""
    if output.exists():
        return
    command = [
        str(find_program()),
        "run",
        str(scenario),
        "-o",
        str(output),
        "--quiet",
        "--threads",
        "1",
    ]
    command += ["--seed", str(seed)]
    for key, value in zip(keys, values):
        command += ["--set", f"{key}={value}"]
    subprocess.run(command, check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("study", help="the study that the draws are of (TOML)")
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("--posterior", help="table of draws")
    given.add_argument("--prior", action="store_true", help="draw from the priors of the study")
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("-o", "--output", required=True, help="folder of the results")
    options = parser.parse_args()
    study = read_study(options.study)
    scenario = Path(options.study).parent / study["scenario"]
    if options.prior:
        keys, draws = sample_prior(study, options.runs)
    else:
        keys, draws = read_draws(options.posterior)
    if len(draws) < options.runs:
        sys.exit(f"{options.posterior}: has {len(draws)} draws, {options.runs} are wanted")
    folder = Path(options.output)
    folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(options.jobs) as pool:
        ends = [
            pool.submit(run_draw, scenario, keys, draws[i], i + 1, folder / f"{i + 1:04d}.h5")
            for i in range(options.runs)
        ]
        for i, end in enumerate(ends):
            end.result()
            print(f"\r{i + 1} of {options.runs}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


if __name__ == "__main__":
    main()
