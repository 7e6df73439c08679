#!/usr/bin/python3
"""Fit how long ceasefires last, by kind: submodels/ceasefires.csv.

Reads submodels/ceasefire_spells.csv, ten agreements of 2013-2016 that are dated in the timeline and
the documented figures; no layer is needed. SUBMODELS.md has the method and what the fit is worth.
"""

from __future__ import annotations

import math
import sys
import tomllib
from dataclasses import dataclass
from datetime import date

import numpy as np

import intervals
from intervals import digits
from tables import CONFIG, arguments, read_table, write_table

SCENARIO = CONFIG / "mali-2012-2016.toml"
SPELLS = CONFIG / "submodels" / "ceasefire_spells.csv"
RESULT = CONFIG / "submodels" / "ceasefires.csv"
KINDS = ["cessation", "preliminary", "definitive"]
RATES = np.geomspace(1e-6, 1.0, 1201)  # [1/day]
SHAPES = np.geomspace(0.1, 5.0, 101)
SOURCE = "dated agreements of 2013-2016 (ceasefire_spells.csv)"
COMMENTS = [
    "How long ceasefires of Mali last (derive/submodel_ceasefires.py; SUBMODELS.md)",
    "kind: of agreement, or a group of kinds",
    "quantity: hazard (that one breaks on a day), collapse_rate (what the scenario means by it: "
    "without monitors and violations) or weibull_shape (1: hazard does not change with age)",
    "reading: main, strict (doubtful ones count as broken) or scenario_kinds (local accords count "
    "as definitive, as in the scenario)",
    "unit: of estimate, low and high; 1: none",
    "estimate: of maximum likelihood; of collapse_rate: if half of the fighters are watched",
    "low: low end of the 90 % interval; of collapse_rate: if nobody is watched",
    "high: high end; of collapse_rate: if all are watched",
    "n: agreements",
    "broken: how many of them were broken",
    "days: in force, those that broke on a day not known counted to the middle [day]",
    "scenario: keys of mali-2012-2016.toml that mean the same, separated by a space",
    "outside: why a scenario's number is outside its interval; empty: it is inside",
    "source: of the data",
]
OUTSIDE: dict[str, str] = {}  # by kind


@dataclass(frozen=True)
class Spell:
    """One agreement: it broke after `low` and up to `high` days, or held for `low` days."""

    kind: str
    low: float
    high: float = math.inf

    @property
    def broken(self) -> bool:
        """Whether it broke."""
        return math.isfinite(self.high)

    @property
    def days(self) -> float:
        """Days in force [day]."""
        return (self.low + self.high) / 2 if self.broken else self.low


def spells(reading: str = "main") -> list[Spell]:
    """Read the agreements."""
    found = []
    for row in read_table(SPELLS):
        kind = row["scenario_kind" if reading == "scenario_kinds" else "kind"]
        first, last = row["broken_from"], row["broken_to"]
        if reading == "strict" and row["doubt"]:
            first = last = row["doubt"]

        def age(day: str, began: str = row["began"]) -> int:
            return (date.fromisoformat(day) - date.fromisoformat(began)).days

        if first:
            found.append(Spell(kind, age(first) - 1, age(last)))
        else:
            found.append(Spell(kind, age(row["last"]) + 1))
    return found


def log_likelihood(of: list[Spell], rates: np.ndarray, shape: float = 1.0) -> np.ndarray:
    """Log-likelihood of S(t) = exp(-(rate t)^shape) for each rate."""

    def exponent(days: float) -> np.ndarray:
        return (rates * days) ** shape

    total = np.zeros_like(rates)
    for spell in of:
        total -= exponent(spell.low)
        if spell.broken:
            late = -np.expm1(exponent(spell.low) - exponent(spell.high))
            total += np.log(np.maximum(late, 1e-300))
    return total


def hazard(of: list[Spell]) -> tuple[float, float, float]:
    """Fit a constant hazard: estimate and 90 % interval [1/day]."""
    profile = log_likelihood(of, RATES)
    return float(RATES[profile.argmax()]), *intervals.ends(RATES, profile)


def shape(groups: list[list[Spell]]) -> tuple[float, float, float]:
    """Fit one Weibull shape for groups that each have their own scale."""
    profile = np.array([sum(log_likelihood(g, RATES, k).max() for g in groups) for k in SHAPES])
    return float(SHAPES[profile.argmax()]), *intervals.ends(SHAPES, profile)


def row(kind, quantity, reading, unit, estimate, of, **more):
    """Make one row; estimate is (estimate, low, high)."""
    middle, low, high = map(digits, estimate)
    return {"kind": kind, "quantity": quantity, "reading": reading, "unit": unit,
            "estimate": middle, "low": low, "high": high, "n": len(of),
            "broken": sum(spell.broken for spell in of),
            "days": f"{sum(spell.days for spell in of):g}", "scenario": more.get("scenario", ""),
            "outside": more.get("outside", ""), "source": SOURCE}  # fmt: skip


def derive() -> list[dict[str, object]]:
    """Return the rows of ceasefires.csv."""
    monitored = tomllib.loads(SCENARIO.read_text(encoding="utf-8"))["agreement"]["monitor_factor"]
    rows = []
    for reading in ["main", "strict", "scenario_kinds"]:
        found = spells(reading)
        groups = {kind: [s for s in found if s.kind == kind] for kind in KINDS}
        for kind, of in groups.items():
            fit = hazard(of)
            rows.append(row(kind, "hazard", reading, "1/day", fit, of))
            if reading == "main":
                watched = [2 / (1 + monitored), 1, 1 / monitored]
                base = [end * factor for end, factor in zip(fit, watched, strict=True)]
                rows.append(row(kind, "collapse_rate", reading, "1/day", base, of,
                                scenario=f"agreement.collapse_rate.{kind}",
                                outside=OUTSIDE.get(kind, "")))  # fmt: skip
        both = groups["cessation"] + groups["preliminary"]
        rows.append(row("cessation or preliminary", "hazard", reading, "1/day", hazard(both), both))
        every = list(groups.values())
        rows.append(row("all", "weibull_shape", reading, "1", shape(every), found))
    return rows


def main() -> int:
    arguments(__doc__).parse_args()
    write_table(RESULT, COMMENTS, derive())
    return 0


if __name__ == "__main__":
    sys.exit(main())
