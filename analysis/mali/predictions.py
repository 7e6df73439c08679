"""Write what a sweep predicts by month and region, to be scored by others.

    scripts/python -m analysis.mali.predictions out/forward/ensemble.h5 --from 2017-01 \
        -o predictions.csv

One row for each month, region and outcome: mean, and quantiles over the runs of the first scenario,
of what ACLED's coders would have recorded there (political violence: battles, explosions and remote
violence, violence against civilians).
"""

import argparse
import csv
import datetime

import h5py
import numpy as np

from analysis.mali.ensembles import meanings, region_of_cercles

VIOLENCE = ("Battles", "Explosions_Remote_violence", "Violence_against_civilians")
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


def regional(path):
    """Counts by region.

    Returns
    -------
    months : list of datetime.date
    regions : list of str
    counts : dict of str to ndarray, shape (runs, months, regions)
        ``events`` and ``deaths`` of political violence, as ACLED's coders would have recorded them.
    """
    with h5py.File(path) as file:
        cercles = meanings(file["cercle"])
        types = [meanings(file["event_type"]).index(name) for name in VIOLENCE]
        start = datetime.date(2012, 1, 1)
        months = [start + datetime.timedelta(int(day)) for day in file["month"][()]]
        first = file["runs/scenario"][()] == 0
        found = region_of_cercles()
        by_name = {name.replace(" ", "_"): region for name, region in found.items()}
        regions = sorted(set(found.values()))
        counts = {}
        for outcome in ("events", "deaths"):
            values = file[f"reports/{outcome}"][()][first][..., types].sum(axis=-1)
            sums = np.zeros((*values.shape[:2], len(regions)))
            for i, cercle in enumerate(cercles):
                sums[..., regions.index(by_name[cercle])] += values[..., i]
            counts[outcome] = sums
    return months, regions, counts


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("ensemble")
    parser.add_argument("--from", dest="start", default="2012-01", help="first month, YYYY-MM")
    parser.add_argument("-o", "--output", required=True)
    options = parser.parse_args()
    months, regions, counts = regional(options.ensemble)
    with open(options.output, "w", encoding="utf-8", newline="\n") as file:
        runs = len(counts["events"])
        file.write(f"# Predictions of political violence as ACLED records it: {runs} runs\n")
        file.write("# month: YYYY-MM; region: of the grid; outcome: events or deaths [1/month]\n")
        writer = csv.writer(file, lineterminator="\n")
        names = [f"q{round(100 * q):02d}" for q in QUANTILES]
        writer.writerow(["month", "region", "outcome", "mean", *names])
        for i, month in enumerate(months):
            if f"{month:%Y-%m}" < options.start:
                continue
            for j, region in enumerate(regions):
                for outcome, values in counts.items():
                    cell = values[:, i, j]
                    spread = [f"{x:g}" for x in np.quantile(cell, QUANTILES)]
                    row = [f"{month:%Y-%m}", region, outcome, f"{cell.mean():.2f}", *spread]
                    writer.writerow(row)


if __name__ == "__main__":
    main()
