"""Write configs/mali/INTERVENTIONS.md from the sweeps of the ready scenarios.

    python3 analysis/mali/interventions_page.py out/interventions-2016/ensemble.h5 \
        out/interventions-2025/ensemble.h5 > configs/mali/INTERVENTIONS.md
"""

import argparse
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis.mali.ensembles import Quantities  # noqa: E402

HEAD = """# What the ready scenarios change, with the posterior

Made by `analysis/mali/interventions_page.py`; `analysis/mali/README.md` says how. Every scenario is run with the same
draws of the posterior and the same seeds as history: pair by pair, what differs is the intervention and what follows
from it. A cell holds the mean of the paired differences, and in brackets the interval that holds 90 % of the pairs (5th
to 95th percentile: what one such world may show, not how well the mean is known). **Bold**: that interval lies on one
side of zero.

## What should not be concluded from this

- **These are consequences of the rules and of a posterior of 2012 to 2016, not findings about Mali.** That forces
  protect civilians a little and watch agreements (H2 and G1 in the [description](../../models/README.md)), and how far an army under
  law spares civilians, is put in. No table here is evidence that a mission saves or costs lives.
- History outside the edit goes on as it did. A scenario without France still has the later deployments that history
  had; one without a collapse of talks still has the offensive that broke them.
- The posterior says how uncertain settings are, not how wrong the rules are: the true uncertainty is wider than these
  intervals. [VALIDATION.md](../../models/VALIDATION.md) says which figures the model misses.
- Scenarios after 2016 run on settings that were fitted to 2012 to 2016, under actors and a scale of violence that these
  years did not know. Read them as examples of use.
- An interval that holds zero does not show that nothing changes, and many are compared here: with 90 % intervals some
  leave zero by chance.
"""


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
