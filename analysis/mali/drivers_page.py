"""Write configs/mali/DRIVERS.md, what drives the answers, from the folder of a calibration.

    scripts/python -m analysis.mali.drivers_page out/calibration > configs/mali/DRIVERS.md
"""

import argparse
import csv
import math
from collections import defaultdict
from pathlib import Path

HEAD = (Path(__file__).parent / "drivers_head.md").read_text("utf-8")

FIGURES = {
    "Deaths": ["X-ACLED-FAT-2012", "X-ACLED-FAT-2013", "X-ACLED-FAT-2015", "UCDP-ALL-2013"],
    "Refugees": ["UNHCR-REF-2012-ALL", "UNHCR-REF-2013-ALL", "UNHCR-REF-2016-ALL"],
    "Displaced people in Mali": ["UNHCR-IDP-2012", "IDP-2013MID", "UNHCR-IDP-2016"],
    "Deaths of peacekeepers": ["CAS-2014-ICG-PK", "UN-MALICIOUS-2015", "UN-MALICIOUS-2016"],
}
SHOWN = 6  # settings of each figure


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def share(text):
    return f"{float(text):.2f}" if text else "-"


def print_figure(name, rows, known):
    rows = sorted(rows, key=lambda row: -float(row["total"] or 0))
    explained = known.get(name, "")
    print(f"\n### {name}\n")
    fit = f" R2 of the emulator: {share(explained)}." if explained else ""
    print(f"Luck: {share(rows[0]['noise_share'])}.{fit}\n")
    print("| setting | first-order | total |\n|---|---|---|")
    for row in rows[:SHOWN]:
        first = f"{share(row['first'])} ({share(row['first_low'])} to {share(row['first_high'])})"
        total = f"{share(row['total'])} ({share(row['total_low'])} to {share(row['total_high'])})"
        print(f"| `{row['parameter']}` | {first} | {total} |")


def print_screening(folder):
    """Root mean square over targets of mu*, each in units of the target's error."""
    error = {
        row["id"]: math.hypot(float(row["observation_sd"]), float(row["discrepancy_sd"]))
        for row in rows_of(folder / "targets.csv")
    }
    sums, counts = defaultdict(float), defaultdict(int)
    for row in rows_of(folder / "screening.csv"):
        if row["target"] in error and row["mu_star"]:
            sums[row["parameter"]] += (float(row["mu_star"]) / error[row["target"]]) ** 2
            counts[row["parameter"]] += 1
    print("\n## Screening of all settings (Morris)\n")
    print("How far a setting moves the targets across its whole prior, in standard deviations of")
    print("their error (root mean square of mu* over targets, unweighted). Those that move least")
    print("were then held at their prior medians.\n")
    print("| setting | mu* |\n|---|---|")
    order = sorted(sums, key=lambda key: -sums[key] / counts[key])
    for key in order:
        print(f"| `{key}` | {(sums[key] / counts[key]) ** 0.5:.2f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", help="of a calibration")
    folder = Path(parser.parse_args().folder)
    by_target = defaultdict(list)
    for row in rows_of(folder / "sobol.csv"):
        by_target[row["target"]].append(row)
    diagnostics = rows_of(folder / "emulator.csv")
    known = {row["target"]: row["explained"] for row in diagnostics}
    print(HEAD, end="")
    for title, names in FIGURES.items():
        print(f"\n## {title}")
        for name in names:
            if name in by_target:
                print_figure(name, by_target[name], known)
    print_screening(folder)


if __name__ == "__main__":
    main()
