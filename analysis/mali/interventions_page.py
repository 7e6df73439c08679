"""Write configs/mali/INTERVENTIONS.md from the sweeps of the ready scenarios.

    scripts/python -m analysis.mali.interventions_page out/interventions-2016/ensemble.h5 \
        out/interventions-2025/ensemble.h5 > configs/mali/INTERVENTIONS.md
"""

import argparse
from pathlib import Path

import numpy as np

from analysis.mali.ensembles import Quantities

HEAD = (Path(__file__).parent / "interventions_head.md").read_text("utf-8")


def signed(value):
    return f"{value:+,.0f}"


def cell(scenario, baseline):
    """Mean and 90 % of the paired differences."""
    difference = scenario - baseline
    low, high = np.quantile(difference, [0.05, 0.95])
    words = f"{signed(difference.mean())} ({signed(low)} to {signed(high)})"
    return f"**{words}**" if low > 0 or high < 0 else words


def print_table(path):
    quantities = Quantities(path)
    names = list(quantities.values)
    pairs = quantities.values[names[0]].shape[1]
    print(f"\n## Beside `{quantities.scenarios[0]}`: {pairs} pairs\n")
    print("| scenario | " + " | ".join(names) + " |")
    print("|---" * (len(names) + 1) + "|")
    base = []
    for name in names:
        values = quantities.values[name][0]
        low, high = np.quantile(values, [0.05, 0.95])
        base.append(f"{values.mean():,.0f} ({low:,.0f} to {high:,.0f})")
    print("| *history: mean and 90 % of runs* | " + " | ".join(base) + " |")
    for i, scenario in enumerate(quantities.scenarios[1:], start=1):
        cells = [cell(quantities.values[name][i], quantities.values[name][0]) for name in names]
        print(f"| [`{scenario}`]({scenario}.toml) | " + " | ".join(cells) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("ensembles", nargs="+", help="files of sweeps, the baseline first in each")
    print(HEAD, end="")
    for path in parser.parse_args().ensembles:
        print_table(path)


if __name__ == "__main__":
    main()
