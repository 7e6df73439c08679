"""Print how the war of many seeds compares with what is known of its course.

    scripts/python -m analysis.figures.war RUN.h5...

Shares of seeds in which the cities of the north fall and return when they did, how long agreements
last, peacekeepers' deaths by year, and, of runs that go so far, when the centre overtakes Kidal.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

from azalai import facts, runs

CITIES = ("gao", "timbuktu", "kidal")
FALLEN_BY, RETURNED_BY = pd.Timestamp("2012-06-30"), pd.Timestamp("2013-03-31")


def cities(path: Path) -> dict[str, float]:
    """Whether each city is in other hands on 30 June 2012, and not in theirs on 31 March 2013."""
    found = {}
    holders = runs.holders(path, CITIES)
    for city in CITIES:
        then = holders[city].loc[FALLEN_BY]
        later = holders[city].loc[RETURNED_BY]
        is_jihadist = later in ("AQIM", "MUJAO", "ANSARDINE")
        found[f"{city}: lost by the state by 30 June 2012"] = float(then != "FAMA")
        found[f"{city}: held by no jihadist group on 31 March 2013"] = float(not is_jihadist)
        found[f"{city}: held by the state on 31 March 2013"] = float(later == "FAMA")
    return found


def course(path: Path) -> pd.Series:
    """Compute the numbers of one run, by the name under which they are printed."""
    found = cities(path)
    agreements = runs.agreements(path)
    for name, key in (("June 2013", "ouagadougou-2013"), ("May 2014", "ceasefire-may-2014")):
        of_day = agreements[agreements["key"].str.startswith(key)]
        if len(of_day):
            found[f"agreement of {name}: months kept"] = of_day["months"].iloc[0]
    totals = runs.totals(path)
    yearly = totals["deaths"].to_pandas().resample("YS").sum()
    for year, deaths in yearly["peacekeeper"].items():
        found[f"peacekeepers' deaths {year.year}"] = deaths
    events = facts.violent(runs.events(path))
    by_region = events.groupby([events["date"].dt.year, "region"]).size().unstack(fill_value=0)
    for year in by_region.index:
        centre = sum(by_region.loc[year].get(name, 0) for name in ("Mopti", "Segou"))
        kidal = by_region.loc[year].get("Kidal", 0)
        found[f"events {year}: Mopti and Segou over Kidal"] = centre / max(1, kidal)
    return pd.Series(found, dtype=float)


def main() -> None:
    """Read the command line and print a Markdown table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("runs", type=Path, nargs="+", help="result files of azalai run")
    options = parser.parse_args()
    table = pd.concat([course(path) for path in options.runs], axis=1)
    print(f"| of {len(options.runs)} run(s) | mean | lowest tenth | median | highest tenth |")
    print("|---|---:|---:|---:|---:|")
    for name, row in table.iterrows():
        low, middle, high = np.nanquantile(row, [0.1, 0.5, 0.9])
        print(f"| {name} | {row.mean():.2f} | {low:.2f} | {middle:.2f} | {high:.2f} |")


if __name__ == "__main__":
    main()
