#!/usr/bin/python3
"""Fit how deadly events of each kind are: submodels/lethality.csv.

Reads submodels/lethality_summaries.csv (what is known of ACLED's events of Mali by sub-event; no
rows of ACLED are here or in the project) and, for a check inside 2012-2016, the totals by type of
event under ``--data``. SUBMODELS.md has the method and what the fit is worth.
"""

from __future__ import annotations

import math
import sys
import tomllib
from pathlib import Path

import numpy as np

import intervals
import observers
from death_counts import DeathCounts, Summary, log_likelihood
from intervals import digits
from tables import CONFIG, arguments, read_table, write_table

SCENARIO = CONFIG / "mali-2012-2016.toml"
SUMMARIES = CONFIG / "submodels" / "lethality_summaries.csv"
RESULT = CONFIG / "submodels" / "lethality.csv"
TOTALS = Path("fatalities") / "acled_totals_by_year_region_type_to_2016.csv"
SEED = 20120117
SOURCE = "ACLED, sub-events of Mali 2012-01 to 2020-10, summaries"
MEDIAN_RANGE = (1.0, 30.0)  # [people] a scenario takes no median below 1
LOG_SD_RANGE = (0.1, 3.0)
# Sections of the scenario that draw deaths of a kind.
SECTIONS = {
    "armed_clash": ["attack.fatalities.armed_clash"],
    "remote_explosive": ["attack.fatalities.remote_explosive", "explosives.deaths"],
    "shelling": ["attack.fatalities.shelling"],
    "suicide_bomb": ["attack.fatalities.suicide_bomb"],
    "air_strike": ["attack.fatalities.air_strike"],
    "attack_on_civilians": ["attack.fatalities.attack_on_civilians"],
    "mob": [],
}
COMMENTS = [
    "Deaths of an event by its kind, fitted (derive/submodel_lethality.py; SUBMODELS.md)",
    "kind: of the event, as in [attack.fatalities]; mob: mobs; or an event type of ACLED",
    "quantity: fatal_share, median and log_sd of fatal events, mean and 95th percentile of events",
    "seen: reported (in ACLED), before_reporting (what a scenario draws; less what observers make "
    "of it by [reporting]) or predicted (what the fit says of a figure of the data)",
    "unit: of estimate, low, high and data; 1: none",
    "estimate: of maximum likelihood, or the middle prediction",
    "low: low end of the 90 % interval",
    "high: high end",
    "data: the figure itself, where it is one; empty: the quantity is not one of the data",
    "n: events behind it (fatal ones for median and log_sd)",
    "scenario: keys of mali-2012-2016.toml that mean the same, separated by a space",
    "outside: why a scenario's number is outside its interval; empty: it is inside",
    "source: of the data",
]
OUTSIDE = {
    ("remote_explosive", "fatal_share"): "explosives.deaths.fatal_share = 0.6 is that of people "
    "without armour; events on armoured peacekeepers, 0.3 of it, lower the mean of all",
    ("remote_explosive", "log_sd"): "attack.fatalities.remote_explosive.log_sd and "
    "explosives.deaths.log_sd = 0.7 were set by hand with a median of 2; a reported 2 may be 1.6, "
    "and then the tail needs more spread",
    ("air_strike", "log_sd"): "attack.fatalities.air_strike.log_sd = 0.7 was set by hand with a "
    "median of 10, a number on which reports heap",
    ("attack_on_civilians", "median"): "attack.fatalities.attack_on_civilians.median = 2.28 is the "
    "middle of its prior in the joint calibration, where screening left it as it moves the targets "
    "little",
    ("attack_on_civilians", "log_sd"): "attack.fatalities.attack_on_civilians.log_sd = 1.1 was set "
    "by hand with a median of 2; with it too few die in massacres",
}


def summaries() -> dict[str, Summary]:
    """Read what is known of the events of each kind."""
    names = ["mean", "fatal_share", "median", "percentile_95"]
    return {
        row["kind"]: Summary(
            events=int(row["events"]),
            largest=int(row["largest"]),
            **{name: float(row[name]) for name in names},
        )
        for row in read_table(SUMMARIES)
    }


def before_reporting(fit: dict[str, float], summary: Summary, reporting: dict) -> dict[str, float]:
    """Find the events whose reports look like the fit: its fatal share, and log mean and spread.

    Repeats five times with the same luck: draw events, let them be reported, compare.
    """

    def looks(of: dict[str, float], reported: bool) -> np.ndarray:
        random = np.random.default_rng(SEED)
        counts = DeathCounts(of["median"], of["log_sd"], summary.largest)
        fatal = random.random(100_000) < of["fatal_share"]
        deaths = np.where(fatal, counts.draw(random, fatal.size), 0)
        if reported:
            deaths = observers.written_down(deaths, reporting, random)
        logs = np.log(deaths[deaths > 0])
        share = min(logs.size / deaths.size, 1 - 1e-9)
        return np.array([math.log(share / (1 - share)), logs.mean(), logs.std()])

    true, target = dict(fit), looks(fit, reported=False)
    for _ in range(5):
        seen = looks(true, reported=True)
        odds = true["fatal_share"] / max(1 - true["fatal_share"], 1e-9)
        odds *= math.exp(target[0] - seen[0])
        true["fatal_share"] = 1.0 if fit["fatal_share"] == 1 else odds / (1 + odds)
        true["median"] = max(true["median"] * math.exp(target[1] - seen[1]), MEDIAN_RANGE[0])
        true["log_sd"] *= target[2] / seen[2]
    return true


def shifted(quantity: str, end: float, fit: float, true: float) -> float:
    """Move the end of an interval as its estimate was moved: shares by their odds."""
    if quantity != "fatal_share":
        return end * true / fit
    if fit in (0, 1) or end in (0, 1):
        return end
    odds = end / (1 - end) * (true / (1 - true)) / (fit / (1 - fit))
    return odds / (1 + odds)


def row(kind, quantity, seen, unit, estimate, n, **more):
    """Make one row; estimate is (estimate, low, high)."""
    middle, low, high = map(digits, estimate)
    return {"kind": kind, "quantity": quantity, "seen": seen, "unit": unit, "estimate": middle,
            "low": low, "high": high, "data": digits(more.get("data", math.nan)), "n": n,
            "scenario": more.get("scenario", ""), "outside": more.get("outside", ""),
            "source": more.get("source", SOURCE)}  # fmt: skip


def parameters(kind: str, summary: Summary, reporting: dict):
    """Fit one kind; return its rows and the estimates."""
    median, log_sd, _ = intervals.fit_two(
        lambda m, s: log_likelihood(m, s, summary), MEDIAN_RANGE, LOG_SD_RANGE
    )
    share = intervals.share(summary.fatal, summary.events)
    fits = {"fatal_share": share, "median": median, "log_sd": log_sd}
    fit = {name: values[0] for name, values in fits.items()}
    true = before_reporting(fit, summary, reporting)
    rows = []
    for name, values in fits.items():
        unit = "people" if name == "median" else "1"
        n = summary.events if name == "fatal_share" else summary.fatal
        keys = " ".join(f"{section}.{name}" for section in SECTIONS[kind])
        moved = [shifted(name, end, fit[name], true[name]) for end in values]
        if name == "median":
            moved = [max(end, MEDIAN_RANGE[0]) for end in moved]
        rows.append(row(kind, name, "reported", unit, values, n))
        rows.append(row(kind, name, "before_reporting", unit, moved, n, scenario=keys,
                        outside=OUTSIDE.get((kind, name), "")))  # fmt: skip
    return rows, fit


def predictions(kind: str, summary: Summary, fit: dict[str, float]):
    """Say what 1,000 data sets drawn from the fit have for the figures it was fitted to."""
    random = np.random.default_rng(SEED)
    counts = DeathCounts(fit["median"], fit["log_sd"], summary.largest)
    deaths = np.zeros((1000, summary.events))
    deaths[:, : summary.fatal] = counts.draw(random, (1000, summary.fatal))
    figures = {
        "mean": (deaths.mean(axis=1), summary.mean),
        "percentile_95": (np.quantile(deaths, 0.95, axis=1), summary.percentile_95),
    }
    for name, (drawn, data) in figures.items():
        middle = np.quantile(drawn, [0.5, 0.05, 0.95])
        yield row(kind, name, "predicted", "people", middle, summary.events, data=data)


def by_type(data: Path):
    """Say how many die in an event of 2012-2016 by ACLED's type; regions and years drawn again."""
    random = np.random.default_rng(SEED)
    for kind in ["Battles", "Explosions/Remote violence", "Violence against civilians"]:
        cells = [r for r in read_table(data / TOTALS) if r["event_type"] == kind]
        counts = np.array([[int(r["events"]), int(r["fatalities"])] for r in cells])
        again = counts[random.integers(len(cells), size=(2000, len(cells)))].sum(axis=1)
        mean = counts[:, 1].sum() / counts[:, 0].sum()
        ends = np.quantile(again[:, 1] / again[:, 0], [0.05, 0.95])
        yield row(kind, "mean", "reported", "people", (mean, *ends), int(counts[:, 0].sum()),
                  source="ACLED, totals of 2012-2016 by region, year and type")  # fmt: skip


def derive(data: Path | None) -> list[dict[str, object]]:
    """Return the rows of lethality.csv; without data, those that need none."""
    reporting = tomllib.loads(SCENARIO.read_text(encoding="utf-8"))["reporting"]
    rows: list[dict[str, object]] = []
    for kind, summary in summaries().items():
        of_kind, fit = parameters(kind, summary, reporting)
        rows += of_kind
        rows += predictions(kind, summary, fit)
    return rows + (list(by_type(data)) if data else [])


def main() -> int:
    data = arguments(__doc__).parse_args().data
    if not (data / TOTALS).is_file():
        print(f"{data / TOTALS} is not there, so nothing is written; see SOURCES.md.")
        return 0
    write_table(RESULT, COMMENTS, derive(data))
    return 0


if __name__ == "__main__":
    sys.exit(main())
