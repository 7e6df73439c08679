"""Print documented figures beside the median and the 90 % interval of a sweep's runs.

    scripts/python -m analysis.mali.intervals out/mali-posterior/ensemble.h5
"""

import argparse

import h5py
import numpy as np

from azalai.result_file import text

TABLES = {
    "Deaths as ACLED counts": [f"X-ACLED-FAT-{year}" for year in range(2012, 2017)],
    "Events as ACLED counts": [f"X-ACLED-EV-{year}" for year in range(2012, 2017)],
    "Deaths as UCDP counts": [f"UCDP-ALL-{year}" for year in range(2012, 2017)],
    "Peacekeepers killed": [f"UN-MALICIOUS-{year}" for year in range(2013, 2017)],
    "Refugees at the end of the year": [f"UNHCR-REF-{year}-ALL" for year in range(2012, 2017)],
    "Displaced in Mali at the end of the year": [f"UNHCR-IDP-{year}" for year in range(2012, 2017)],
}


def number(value):
    return f"{value:,.0f}"


def lines(path):
    """The table as lines of text."""
    with h5py.File(path) as file:
        ids = [text(name) for name in file["figures/id"][()]]
        simulated = file["figures/simulated"][()]
        low, high = file["figures/low"][()], file["figures/high"][()]
    yield f"{len(simulated)} runs: median (90 % of runs), documented"
    for title, names in TABLES.items():
        yield f"\n{title}"
        for name in names:
            if name not in ids:
                continue
            i = ids.index(name)
            five, middle, most = np.nanquantile(simulated[:, i], [0.05, 0.5, 0.95])
            span = number(low[i]) if low[i] == high[i] else f"{number(low[i])} to {number(high[i])}"
            inside = "" if five <= high[i] and most >= low[i] else "   outside"
            year = name.replace("-ALL", "")[-4:]
            yield (
                f"  {year}  {number(middle):>8} ({number(five)} to {number(most)})".ljust(40)
                + f"{span:>14}{inside}"
            )


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("ensemble")
    print("\n".join(lines(parser.parse_args().ensemble)))


if __name__ == "__main__":
    main()
