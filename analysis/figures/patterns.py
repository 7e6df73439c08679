"""Print the statistics of simulated runs that models/README.md sets beside documented ones.

    scripts/python -m analysis.figures.patterns RUN.h5...

With several runs, the median over them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

from azalai import facts, plots, runs

CERCLES = 50


def patterns(path: Path) -> pd.Series:
    """Compute the statistics of one run, by the name under which they are printed.

    Parameters
    ----------
    path : Path
        Result file with events.

    Returns
    -------
    pandas.Series
        Numbers by name.
    """
    totals = runs.totals(path)
    events = facts.violent(runs.events(path))
    deaths = events["deaths"].to_numpy()
    by_year = plots.deaths_by_month(totals).groupby(lambda month: month.year).sum()
    at_year_end = totals[["refugees", "idps"]].to_dataframe().groupby(lambda day: day.year).last()
    months = len(totals["time"].to_series().resample("MS").size())

    found = {f"deaths {year}": value for year, value in by_year.sum(axis=1).items()}
    for side in by_year:
        found |= {f"deaths {year}, {side}": value for year, value in by_year[side].items()}
    found |= {
        f"events {year}": n for year, n in events.groupby(events["date"].dt.year).size().items()
    }
    found |= {f"refugees, end of {year}": n for year, n in at_year_end["refugees"].items()}
    found |= {f"displaced inside, end of {year}": n for year, n in at_year_end["idps"].items()}
    with_deaths, with_events = facts.flow_correlations(totals, "2012-02", "2013-12")
    found["monthly flow of refugees 2012-2013: correlation with events"] = with_events
    found["monthly flow of refugees 2012-2013: correlation with deaths"] = with_deaths
    with_deaths, with_events = facts.flow_correlations(
        totals, "2012-02", "2013-12", runs.registered(path)
    )
    found["the same of the lists of refugees: correlation with events"] = with_events
    found["the same of the lists of refugees: correlation with deaths"] = with_deaths
    found["share of events without deaths"] = float((deaths == 0).mean())
    large, dead = facts.large_event_shares(deaths)
    found["share of fatal events with 10 deaths or more"] = large
    found["share of all deaths in them"] = dead
    found["exponent of the tail from 3 deaths"] = facts.tail_exponent(deaths, 3)
    found["exponent of the tail from 10 deaths"] = facts.tail_exponent(deaths, 10)
    for year, share in facts.share_on_civilians(events).items():
        found[f"attacks on civilians, share of events {year}"] = share
    found["burstiness of gaps between events"] = facts.burstiness(events["date"].to_numpy())
    found["share of cercle-months without an event"] = facts.quiet_share(events, CERCLES, months)
    return pd.Series(found, dtype=float)


def main() -> None:
    """Read the command line and print a Markdown table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("runs", type=Path, nargs="+", help="result files of azalai run")
    options = parser.parse_args()
    middle = pd.concat([patterns(path) for path in options.runs], axis=1).median(axis=1)
    print(f"| pattern | simulated, {len(options.runs)} run(s) |\n|---|---:|")
    for name, value in middle.items():
        number = f"{value:,.0f}" if value == np.floor(value) else f"{value:.2f}"
        print(f"| {name} | {number} |")


if __name__ == "__main__":
    main()
