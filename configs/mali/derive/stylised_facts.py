#!/usr/bin/python3
"""Derive stylised_facts.csv: what ACLED's Mali looks like, with an interval round each figure.

The figures below were computed from ACLED (acleddata.com), 12 January 2012 to 31 October 2020 where
nothing else is said; no rows of it are here. Intervals that the source does not give are made by
the rules of this script, which are our assumptions:

share   1.96 standard errors of a binomial share of n, times 2 because events come in clusters
        (a design effect of 4), and at least .05, within 0 and 1
factor  divided and multiplied by a factor
plus    minus and plus a number
"""

from __future__ import annotations

import math
import sys

from tables import CONFIG, arguments, write_table

ALL = ("2012-01-12", "2020-10-31")
EARLY = ("2012-01-12", "2016-12-31")
STATIONARY = ("2017-01-01", "2020-10-31")
EVENTS = {2012: 172, 2013: 236, 2014: 116, 2015: 155, 2016: 144}
LATER_EVENTS = 590  # 2017 to 2020, on average; only widens or narrows intervals
DEATHS = {2012: 520, 2013: 905, 2014: 381, 2015: 434, 2016: 317}

COMMENTS = [
    "Stylised facts of the conflict in Mali, as ACLED has it (derive/stylised_facts.py)",
    "key: the statistic (models/facts/README.md)",
    "group: section of reports",
    "label: what it is, for reports",
    "unit: unit of low, high and value; 1: none",
    "low: low end of the interval in which a run should lie; empty: no end [unit]",
    "high: high end; empty: no end [unit]",
    "value: what the data have; empty: not known [unit]",
    "start: first day of the data [date]",
    "end: last day of the data [date]; data after 2016 are for validation, not for tuning",
    "interval: source (given with the figure) or assumption (a rule of the script)",
    "note: the rule, and doubts",
    "militia_a: words by which names of the first of two militias are told, separated by ;",
    "militia_b: the same of the second",
]


def year(number: int) -> tuple[str, str]:
    """Return first and last day of a year."""
    return f"{number}-01-01", f"{number}-12-31"


def number(value: float | None) -> str:
    """Return up to four digits, or nothing."""
    return "" if value is None else f"{float(f'{value:.4g}'):g}"


class Table:
    """Collects rows."""

    def __init__(self) -> None:
        self.rows: list[dict[str, object]] = []
        self.group = ""

    def add(self, key, label, low, high, value, period, note, unit="1", source=False, words=False):
        """Append a row with its interval given."""
        self.rows.append(
            {"key": key, "group": self.group, "label": label, "unit": unit, "low": number(low),
             "high": number(high), "value": number(value), "start": period[0], "end": period[1],
             "interval": "source" if source else "assumption", "note": note,
             "militia_a": "dogon;dan na ambassagou" if words else "",
             "militia_b": "fulani;peul" if words else ""}
        )  # fmt: skip

    def share(self, key, label, value, n, period=ALL, note=""):
        """Append a share of n."""
        reach = max(0.05, 2 * 1.96 * math.sqrt(value * (1 - value) / n))
        low, high = max(0.0, value - reach), min(1.0, value + reach)
        self.add(key, label, low, high, value, period, f"share of n = {n}{note}")

    def factor(self, key, label, value, factor, period=ALL, unit="1", note=""):
        """Append a positive number that is right within a factor."""
        self.add(key, label, value / factor, value * factor, value, period,
                 f"factor {factor:g}{note}", unit)  # fmt: skip

    def plus(self, key, label, value, reach, period=ALL, note=""):
        """Append a number that is right within a difference."""
        self.add(key, label, value - reach, value + reach, value, period,
                 f"plus or minus {reach:g}{note}")  # fmt: skip


def size(table: Table) -> None:
    table.group = "size"
    for y, events in EVENTS.items():
        table.factor(f"events_{y}", f"events {y}", events, 1.5, year(y), "events")
    for y, deaths in DEATHS.items():
        note = ": log-sd .4 between sources and versions, 90 %"
        table.factor(f"deaths_{y}", f"deaths {y}", deaths, 1.93, year(y), "people", note)


def severity(table: Table) -> None:
    table.group = "severity"
    table.add("severity_exponent_xmin3", "exponent of deaths >= 3", 1.9, 2.2, 2.04, ALL,
              "no pure power law; standard error .03", source=True)  # fmt: skip
    table.add("severity_exponent_xmin10", "exponent of deaths >= 10", 2.6, 3.2, 2.93, ALL,
              "steeper than from 3 on", source=True)  # fmt: skip
    table.share("zero_death_share", "share of events without deaths", 0.42, 3182)
    table.factor("mean_deaths_fatal", "mean deaths of fatal events", 5.16, 1.25, ALL, "people")
    table.share("fatal_share_10plus", ">= 10 deaths, share of fatal events", 0.15, 1846)
    table.plus("deaths_share_10plus", ">= 10 deaths, share of deaths", 0.56, 0.12)
    table.plus("fatal_share_21plus", ">= 21 deaths, share of fatal events", 0.04, 0.02)
    table.plus("deaths_share_21plus", ">= 21 deaths, share of deaths", 0.28, 0.12)


def lethality(table: Table) -> None:
    table.group = "lethality by sub-event"
    kinds = [
        ("armedclash", "armed clash", 1247, 4.03, 0.65),
        ("nonstateactorovertakesterritory", "armed group takes place", 48, 4.54, 0.25),
        ("governmentregainsterritory", "state regains place", 22, 3.68, 0.18),
        ("airdronestrike", "air strike", 87, 5.14, 0.45),
        ("suicidebomb", "suicide bomb", 22, 5.68, 1.0),
        ("remoteexplosivelandmineied", "mine, IED", 415, 1.33, 0.50),
        ("shellingartillerymissileattack", "shelling", 99, 0.21, 0.12),
        ("attack", "attack on civilians", 1026, 2.95, 0.72),
        ("mobviolence", "mob violence", 45, 0.80, 0.31),
    ]
    for key, label, n, mean, fatal in kinds:
        table.factor(f"lethality_mean_{key}", f"{label}: mean deaths", mean,
                     1.5 if n >= 100 else 2, ALL, "people", f", n = {n}")  # fmt: skip
        table.share(f"lethality_fatal_share_{key}", f"{label}: P(deaths > 0)", fatal, n)
    table.add("lethality_mean_abductionforceddisappearance", "abduction: mean deaths", 0, 0.1, 0,
              ALL, "0 of 203", "people")  # fmt: skip


def timing(table: Table) -> None:
    table.group = "timing"
    table.plus("gap_burstiness", "burstiness of gaps", 0.32, 0.1, ALL, ", trend included")
    table.plus("gap_burstiness", "burstiness of gaps", 0.17, 0.1, STATIONARY)
    regions = {"mopti": 0.73, "segou": 0.53, "gao": 0.33, "kidal": 0.21, "timbuktu": 0.15}
    for region, value in regions.items():
        label = f"burstiness of gaps, {region.capitalize()}"
        table.plus(f"gap_burstiness_{region}", label, value, 0.15, ALL, ", trend included")
        table.add(f"gap_burstiness_{region}", label, 0, 0.25, None, STATIONARY,
                  ".07 to .18 by region, plus or minus .07")  # fmt: skip
    table.plus("gap_memory", "memory of gaps", 0.26, 0.1)
    table.plus("gap_memory", "memory of gaps", -0.04, 0.1, STATIONARY)
    for region in regions:
        table.add(f"gap_memory_{region}", f"memory of gaps, {region.capitalize()}", 0.03, 0.27,
                  None, STATIONARY, ".13 to .17 by region, plus or minus .1")  # fmt: skip
    table.factor("daily_events_mean", "events a day", 1.70, 1.5, STATIONARY, "1/day")
    table.plus("daily_events_dispersion", "variance/mean of daily events", 1.42, 0.3, STATIONARY)
    table.plus("daily_events_acf1", "acf(1) of daily events", 0.17, 0.1, STATIONARY)
    table.plus("daily_events_acf7", "acf(7) of daily events", 0.17, 0.1, STATIONARY)
    periods = [EARLY, ("2017-01-01", "2021-12-31"), ("2022-01-01", "2025-12-31")]
    for value, deaths, period in zip([9.9, 10.3, 3.5], [66, 43, 63], periods, strict=True):
        table.factor("monthly_events_dispersion", "variance/mean of monthly events", value, 2,
                     period)  # fmt: skip
        table.factor("monthly_deaths_dispersion", "variance/mean of monthly deaths", deaths, 2,
                     period)  # fmt: skip
    whole = ("2012-01-12", "2025-12-31")
    doubt = "; the period is our reading"
    table.plus("monthly_events_acf1", "acf(1) of monthly events", 0.85, 0.14, whole, doubt)
    table.plus("monthly_log_deaths_acf1", "acf(1) of log monthly deaths", 0.73, 0.2, whole, doubt)
    table.factor("monthly_log_deaths_change_sd", "sd of its changes", 0.90, 1.4, whole, "1", doubt)
    table.plus("monthly_log_deaths_change_acf1", "acf(1) of its changes", -0.51, 0.2, whole, doubt)
    table.add("weekday_chi2", "days of the week, chi2(6)", None, 12.59, 3.9, ALL,
              "5 % point of chi2(6): no day stands out")  # fmt: skip
    table.plus("season_events_aug_sep", "events Aug-Sep / mean", 0.88, 0.1,
               ("2017-01-01", "2025-12-31"), ", .86 to .90")  # fmt: skip


def places(table: Table) -> None:
    table.group = "places"
    periods = [EARLY, ("2017-01-01", "2021-12-31"), ("2022-01-01", "2025-12-31")]
    columns = [
        ("zero_share_events", "cercle-months without events", [0.88, 0.64, 0.43], 0.05),
        ("zero_share_deaths", "cercle-months without deaths", [0.92, 0.74, 0.57], 0.05),
        ("taylor_events", "Taylor exponent of events", [1.26, 1.23, 1.13], 0.15),
        ("taylor_deaths", "Taylor exponent of deaths", [1.64, 1.52, 1.46], 0.15),
    ]
    for key, label, values, reach in columns:
        for value, period in zip(values, periods, strict=True):
            table.plus(key, label, value, reach, period)
    whole = ("2012-01-12", "2025-12-31")
    doubt = "; the period is our reading"
    for key, label, value, reach in [
        ("events_active", "P(events | events last month)", 0.70, 0.1),
        ("events_quiet", "P(events | none last month)", 0.16, 0.06),
        ("deaths_active", "P(deaths | deaths last month)", 0.62, 0.1),
        ("deaths_quiet", "P(deaths | none last month)", 0.13, 0.06),
    ]:
        table.plus(f"persistence_{key}", label, value, reach, whole, doubt)
    table.plus("top5_units_deaths", "deaths in the top 5 cercles", 0.44, 0.1)
    table.plus("top10_units_deaths", "deaths in the top 10 cercles", 0.70, 0.1)
    urban = [0.64, 0.57, 0.54, 0.42, 0.43, 0.33, 0.13, 0.16, 0.11]
    for y, value in enumerate(urban, 2012):
        n = EVENTS.get(y, LATER_EVENTS)
        table.share(f"urban_share_{y}", f"events in cercle capitals {y}", value, n, year(y))


def space(table: Table) -> None:
    table.group = "space"
    table.plus("gini_cells_events", "Gini of events over half-degree cells", 0.87, 0.05)
    table.plus("moran_events", "Moran's I of log(1 + events)", 0.525, 0.1)
    moran = {2012: 0.06, 2016: 0.15, 2017: 0.33, 2018: 0.51, 2020: 0.57}
    for y, value in moran.items():
        table.plus(f"moran_events_{y}", f"Moran's I {y}", value, 0.1, year(y))
    for y, cells in enumerate([28, 31, 24, 56, 47, 94, 115, 104, 122], 2012):
        table.factor(f"active_cells_{y}", f"cells with events {y}", cells, 1.5, year(y), "cells")
    table.factor("nearest_event_median_km", "nearest event of 90 days, median", 1.9, 3, ALL, "km")
    table.factor("nearest_event_p75_km", "nearest event of 90 days, 75 %", 26, 1.5, ALL, "km")
    table.factor("nearest_event_p95_km", "nearest event of 90 days, 95 %", 103, 1.5, ALL, "km")
    table.group = "events near in space and time (Knox)"
    days = ["0_3d", "3_7d", "7_14d", "14_28d", "28_60d"]
    ratios = {
        "0_1km": [3.0, 1.9, 1.6, 1.4, 1.2],
        "1_10km": [5.6, 2.2, 2.2, 1.9, 1.5],
        "10_25km": [1.9, 1.6, 1.5, 1.6, 1.5],
        "25_50km": [1.3] * 5,
        "50_100km": [1.15] * 5,
        "100_200km": [1.0] * 5,
    }
    for band, values in ratios.items():
        for day, value in zip(days, values, strict=True):
            label = f"{band[:-2].replace('_', '-')} km, {day[:-1].replace('_', '-')} d"
            if value >= 1.5:
                table.factor(f"knox_{band}_{day}", label, value, 1.5, STATIONARY)
            else:
                table.plus(f"knox_{band}_{day}", label, value, 0.3, STATIONARY)


def interaction(table: Table) -> None:
    table.group = "who and whom"
    events = {2012: (0.38, 0.13), 2013: (0.23, 0.16), 2014: (0.17, 0.11), 2015: (0.19, 0.19),
              2016: (0.27, 0.23), 2017: (0.32, 0.25), 2018: (0.45, 0.46), 2019: (0.50, 0.43),
              2020: (0.43, 0.33)}  # fmt: skip
    for y, (of_events, of_deaths) in events.items():
        n = EVENTS.get(y, LATER_EVENTS)
        table.share(
            f"one_sided_events_{y}", f"one-sided, share of events {y}", of_events, n, year(y)
        )
        table.add(f"one_sided_deaths_{y}", f"one-sided, share of deaths {y}",
                  max(0, of_deaths - 0.15), of_deaths + 0.15, of_deaths, year(y),
                  "plus or minus .15: one massacre moves it")  # fmt: skip
    shares = {12: 0.150, 37: 0.146, 27: 0.139, 28: 0.129, 47: 0.100, 13: 0.059, 17: 0.045,
              44: 0.041, 38: 0.040, 23: 0.036, 24: 0.032, 22: 0.028}  # fmt: skip
    for code, value in shares.items():
        table.share(f"interaction_{code}", f"interaction {code}, share of events", value, 3182)
    table.share("unidentified_share", "first actor not identified", 0.22, 3182)


def retaliation(table: Table) -> None:
    table.group = "retaliation within 30 km, ratio to the baseline"
    pairs = [
        ("rebel_state_civilians", "rebels>army, army>civilians", "about 3.3 and 5.1"),
        ("state_civilians_rebel", "army>civilians, rebels>army", "about 1.7 and 1.1"),
        ("militia_a_b", "Dogon militia, Fulani/rebels", "1.5 and 1.4"),
        ("militia_b_a", "Fulani/rebels, Dogon militia", "1.3 and 1.5"),
    ]
    for key, label, seen in pairs:
        words = key.startswith("militia")
        table.add(f"retaliation_{key}_1_7d", f"{label}: 1-7 d", 1.2, None, None, ALL,
                  f"days 1-3, 4-7: {seen}; few events", source=True, words=words)  # fmt: skip
        late = key == "state_civilians_rebel"
        table.add(f"retaliation_{key}_15_28d", f"{label}: 15-28 d", 0.8, 1.4 if late else 1.3,
                  1.4 if late else None, ALL,
                  "source: .8 to 1.3, though it has 1.4 itself" if late else "about 1",
                  source=not late, words=words)  # fmt: skip


def derive() -> list[dict[str, object]]:
    """Return the rows of stylised_facts.csv."""
    table = Table()
    for part in [size, severity, lethality, timing, places, space, interaction, retaliation]:
        part(table)
    return table.rows


def main() -> int:
    arguments(__doc__).parse_args()
    write_table(CONFIG / "stylised_facts.csv", COMMENTS, derive())
    return 0


if __name__ == "__main__":
    sys.exit(main())
