#!/usr/bin/python3
"""Fit flight and destinations to the camps of Mali 2012: submodels/displacement.csv.

Runs `azalai flee --rules azalai --no-capacities` ($AZALAI, or a built one) on the Flee instance
under ``--data``, whose conflicts are the observed violence. Sixty evaluations, five seeds each, on
the first half of the period; twenty other seeds and the second half then say what the fit is worth.
SUBMODELS.md has the method and the judgement.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import numpy as np
from scipy.stats import qmc

import flee_runs
from intervals import digits
from tables import CONFIG, PROJECT, arguments, write_table

RESULT = CONFIG / "submodels" / "displacement.csv"
RULES = PROJECT / "configs" / "flee" / "displacement.toml"
SCENARIO = CONFIG / "mali-2012-2016.toml"
SEED = 20120229
TRAINING, WHOLE = 150, 300  # [day]
SEARCH_SEEDS, FRESH_SEEDS = range(1, 6), range(21, 41)
BLOCK = 15  # [day] days drawn again together
# What is fitted, and where it is looked for (evenly in the logarithm).
BOX = {"flight": (0.5, 4.0), "network": (1.0, 100.0), "distance_power": (0.5, 2.5)}
SHIPPED = {"flight": 1.0, "network": 20.0, "distance_power": 1.0}
DESTINATION = "displacement.destination."
KEYS = {
    "rate_takeover": "displacement.flight.rate_takeover",
    "rate_threat": "displacement.flight.rate_threat",
    "network": DESTINATION + "network",
    "distance_power": DESTINATION + "distance_power",
}
# The fits by their measure, and the parameters that it says something about.
FITS = {"fit to error": list(KEYS), "fit to error_rescaled": ["network", "distance_power"]}
SOURCE = "Flee instance Mali 2012 (FabFlee), camps by UNHCR"
COMMENTS = [
    "Displacement on Flee's Mali 2012, fitted (derive/submodel_displacement.py; SUBMODELS.md)",
    "of: the parameters that are fitted, or the rules whose error is given",
    "quantity: key of the parameter, or error (as it is) or error_rescaled (to the daily total)",
    "part: days 0-149 (training), 150-299 (test) or 0-299 (whole)",
    "unit: of estimate, low and high; 1: none",
    "estimate: least error of training, or the mean error of the runs",
    "low: low end of the 90 % interval (too narrow, SUBMODELS.md), or 5 % of the runs",
    "high: high end, or 95 % of the runs",
    "n: days of training, or runs",
    "file: the parameters that are compared with the interval",
    "scenario: their keys, separated by a space",
    "outside: why one of them is outside the interval; empty: it is inside",
    "source: of the data",
]
RATES_OF_FLEE = (
    "the fit to the first half needs more and then sends twice too many in the second half; the "
    "shipped {} was set on all 300 days"
)
RATES_OF_MALI = (
    "the scenario has regions at war, communities more exposed than others and events one by one "
    "besides; its {} is not the same number"
)
DISTANCE_OF_FLEE = (
    "{} = 1 is the usual finding of gravity models; the test half says as much for it"
)
KIN_OF_MALI = "kin, which the instance does not know, decides in the scenario what {} decides here"
OUTSIDE = {
    ("displacement", "rate_takeover"): RATES_OF_FLEE,
    ("displacement", "rate_threat"): RATES_OF_FLEE,
    ("displacement", "distance_power"): DISTANCE_OF_FLEE,
    ("displacement", "network"): "{} was set on all 300 days; the test half says as much for it",
    ("mali-2012-2016", "rate_takeover"): RATES_OF_MALI,
    ("mali-2012-2016", "rate_threat"): RATES_OF_MALI,
    ("mali-2012-2016", "network"): KIN_OF_MALI,
    ("mali-2012-2016", "distance_power"): KIN_OF_MALI,
}


def settings(point: dict[str, float]) -> dict[str, float]:
    """Return the parameters of a point as keys of our rules; rates to six digits."""
    rates = tomllib.loads(RULES.read_text(encoding="utf-8"))["displacement"]["flight"]
    of = {name: rates[name] * point["flight"] for name in ["rate_takeover", "rate_threat"]}
    of |= {name: point[name] for name in ["network", "distance_power"]}
    return {KEYS[name]: float(f"{value:.6g}") for name, value in of.items()}


def spread(centre: dict[str, float] | None, width: float, number: int, seed: int):
    """Return points of a box: the whole one, or a part of its width round a centre."""
    points = qmc.Halton(len(BOX), seed=seed).random(number)
    low, high = (np.log([ends[k] for ends in BOX.values()]) for k in (0, 1))
    if centre is not None:
        middle, reach = np.log(list(centre.values())), (high - low) * width / 2
        low, high = np.maximum(low, middle - reach), np.minimum(high, middle + reach)
    return [dict(zip(BOX, np.exp(low + p * (high - low)), strict=True)) for p in points]


def search(data: Path) -> tuple[list[dict[str, float]], np.ndarray]:
    """Evaluate sixty points: the shipped one, 35 of the box, 12 and 12 ever nearer to the best.

    Best is here by the mean of both errors. Returns the points and their errors in training, by
    point, seed, kind of error and day.
    """
    points: list[dict[str, float]] = []
    found: list[np.ndarray] = []

    def evaluate(more: list[dict[str, float]]) -> dict[str, float]:
        for point in more:
            points.append(point)
            found.append(flee_runs.run(data, SEARCH_SEEDS, settings(point))[:, :, :TRAINING])
        return points[int(np.argmin([errors.mean() for errors in found]))]

    best = evaluate([SHIPPED, *spread(None, 1.0, 35, SEED)])
    best = evaluate(spread(best, 0.35, 12, SEED + 1))
    evaluate(spread(best, 0.15, 12, SEED + 2))
    return points, np.array(found)


def best_of(found: np.ndarray) -> int:
    """Return the point of the least error."""
    return int(np.argmin(found.mean(axis=(1, 2))))


def bootstrap(found: np.ndarray) -> np.ndarray:
    """Return which point is best for each of 2,000 sets of days and seeds drawn again."""
    random = np.random.default_rng(SEED)
    points, seeds, days = found.shape
    blocks = found.reshape(points, seeds, days // BLOCK, BLOCK).mean(axis=3)
    best = []
    for _ in range(2000):
        again = blocks[:, random.integers(seeds, size=seeds)]
        best.append(again[:, :, random.integers(days // BLOCK, size=days // BLOCK)].mean((1, 2)))
    return np.argmin(best, axis=1)


def row(of, quantity, part, unit, estimate, n, **more):
    """Make one row; estimate is (estimate, low, high)."""
    middle, low, high = map(digits, estimate)
    return {"of": of, "quantity": quantity, "part": part, "unit": unit, "estimate": middle,
            "low": low, "high": high, "n": n, "file": more.get("file", ""),
            "scenario": more.get("scenario", ""), "outside": more.get("outside", ""),
            "source": SOURCE}  # fmt: skip


def why_outside(file: Path, name: str, estimate: tuple[float, float, float]) -> str:
    """Say why a file's number is outside its interval, or nothing if it is inside."""
    value = tomllib.loads(file.read_text(encoding="utf-8"))
    for part in KEYS[name].split("."):
        value = value[part]
    low, high = (float(digits(end)) for end in estimate[1:])
    return "" if low <= value <= high else OUTSIDE[file.stem, name].format(KEYS[name])


def parameter_rows(fit: str, names: list[str], points: list[dict[str, float]], found: np.ndarray):
    """Say where each parameter is best, and how sure that is; compare with both files."""
    values = [settings(point) for point in points]
    best = best_of(found)
    chosen = bootstrap(found)
    for name in names:
        key = KEYS[name]
        drawn = np.array([values[k][key] for k in chosen])
        estimate = (values[best][key], *np.quantile(drawn, [0.05, 0.95]))
        unit = {"rate_takeover": "1/day", "rate_threat": "1/day/event"}.get(name, "1")
        for file in [RULES, SCENARIO]:
            yield row(fit, key, "training", unit, estimate, TRAINING, scenario=key,
                      file=file.relative_to(PROJECT).as_posix(),
                      outside=why_outside(file, name, estimate))  # fmt: skip


def scenario_destination() -> dict[str, float]:
    """Return what the scenario of Mali says of destinations, less kin, which the instance lacks."""
    of = tomllib.loads(SCENARIO.read_text(encoding="utf-8"))["displacement"]["destination"]
    return {DESTINATION + key: value for key, value in of.items() if not isinstance(value, dict)}


def error_rows(data: Path, name: str, of: dict[str, float] | None):
    """Run fresh seeds and say how wrong they are, in each part."""
    found = flee_runs.run(data, FRESH_SEEDS, of)
    parts = {
        "training": slice(0, TRAINING),
        "test": slice(TRAINING, WHOLE),
        "whole": slice(0, WHOLE),
    }
    for part, days in parts.items():
        for k, quantity in enumerate(["error", "error_rescaled"]):
            runs = found[:, k, days].mean(axis=1)
            estimate = (runs.mean(), *np.quantile(runs, [0.05, 0.95]))
            yield row(name, quantity, part, "1", estimate, len(FRESH_SEEDS))


def kept_rows(data: Path):
    """Say how wrong it is to keep the counts, or the shares, of the last day of training."""
    reference = data / flee_runs.INSTANCE / "flee3_reference_hasten10.csv"
    table = np.genfromtxt(reference, delimiter=",", names=True)
    camps = [name for name in table.dtype.names if name.endswith("_data")]
    documented = np.array([table[camp] for camp in camps]).T
    kept = np.broadcast_to(documented[TRAINING - 1], documented.shape)[TRAINING:]
    for k, quantity in enumerate(["error", "error_rescaled"]):
        error = flee_runs.errors(kept, documented[TRAINING:], k == 1).mean()
        yield row("no simulation: day 149 kept", quantity, "test", "1", [error] * 3, 1)


def judged(data: Path, fitted: dict[str, dict[str, float]]):
    """Give the errors of the fits, the shipped rules, the scenario's destinations and Flee."""
    for name, of in fitted.items():
        yield from error_rows(data, name, of)
    yield from error_rows(data, "shipped", {})
    yield from error_rows(data, "shipped with the scenario's destinations", scenario_destination())
    yield from error_rows(data, "Flee's rules", None)
    yield from kept_rows(data)


def derive(data: Path) -> list[dict[str, object]]:
    """Return the rows of displacement.csv."""
    points, found = search(data)
    rows, fitted = [], {}
    for k, (fit, names) in enumerate(FITS.items()):
        rows += parameter_rows(fit, names, points, found[:, :, k])
        fitted[fit] = settings(points[best_of(found[:, :, k])])
    return [*rows, *judged(data, fitted)]


def main() -> int:
    data = arguments(__doc__).parse_args().data
    if not (data / flee_runs.INSTANCE).is_dir():
        print(f"{data / flee_runs.INSTANCE} is not there, so nothing is written; see SOURCES.md.")
        return 0
    if flee_runs.program() is None:
        print("azalai is not built, so nothing is written. Build it, or set AZALAI to the program.")
        return 0
    write_table(RESULT, COMMENTS, derive(data))
    return 0


if __name__ == "__main__":
    sys.exit(main())
