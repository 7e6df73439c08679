"""The tables of a report."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from .. import plots
from ..facts import NOT_VIOLENT
from ..judgement import Validation
from ..results import Ensemble, Results, Run
from .html import escaped, folded, table

NEAR = 2.0  # factor up to which a median is near a documented range
OBSERVER = {name: label for name, (_, label) in plots.palette.OBSERVERS.items()}


def provenance(results: Sequence[Results]) -> str:
    """Who made the files, from what and how.

    Parameters
    ----------
    results : sequence of Results
        Runs or a sweep.

    Returns
    -------
    str
        HTML.
    """
    parts = []
    for one in results:
        made = dict(one.provenance)
        of_run = made.get("this_run", {})
        rows = [
            ("file", one.path.name),
            ("complete", "yes" if one.is_complete else "no: what a stopped run left behind"),
            ("program", f"{made.get('program', '?')} {made.get('version', '?')}"),
            ("commit", made.get("commit", "?")),
            ("compiler", f"{made.get('compiler', '?')}, {made.get('build_type', '?')}"),
            ("flags", made.get("flags", "?")),
            ("seed", made.get("seed", "?")),
            ("started", of_run.get("started", "?")),
            ("machine", f"{of_run.get('host', '?')}, {of_run.get('threads', '?')} threads"),
            ("command", of_run.get("command_line", "?")),
        ]
        inputs = table(["input", "SHA-256"], list(made.get("inputs", {}).items()))
        scenario = f"<pre>{escaped(made.get('scenario', ''))}</pre>"
        inner = table([], rows) + folded(f"{len(made.get('inputs', {}))} inputs", inputs)
        inner += folded("scenario or design, as resolved", scenario)
        parts.append(inner if len(results) == 1 else folded(str(one.path.name), inner))
    return "\n".join(parts)


def course(several: Sequence[Run]) -> str:
    """What happened, by year; of several runs the median and the 5th and 95th percentile.

    Parameters
    ----------
    several : sequence of Run
        Runs of one scenario.

    Returns
    -------
    str
        HTML.
    """
    tables = [_by_year(run) for run in several]
    rows = []
    for name in tables[0].columns:
        cells = [name]
        for year in tables[0].index:
            cells.append(_spread([one.at[year, name] for one in tables]))
        rows.append(cells)
    years = [str(year) for year in tables[0].index]
    return table(["", *years], rows, range(1, len(years) + 1))


def judgement(found: Validation) -> str:
    """Documented figures and stylised facts beside the runs.

    Parameters
    ----------
    found : Validation
        As `azalai.validate` returns it.

    Returns
    -------
    str
        HTML.
    """
    rows = []
    factors = _factors(found.figures)
    for quantity, tally in found.summary["quantities"].items():
        inside, overlap = tally["median_inside"], tally["interval_overlaps"]
        compared = overlap + tally["interval_misses"]
        near = int((factors[found.figures["quantity"] == quantity] <= NEAR).sum())
        rows.append(
            [_words(quantity), compared, inside, overlap - inside, compared - overlap, near]
        )
    header = ["documented figures", "compared", "in", "part", "outside", "median within a factor 2"]
    parts = [table(header, rows, range(1, 6))]
    parts.append(folded(f"all {len(found.figures)} documented figures", _figures(found.figures)))
    facts = found.facts[found.facts["target_label"].notna()]
    if facts.empty:
        return "\n".join(parts)
    tally = [
        [_words(period), int((rows["inside"] == True).sum()), len(rows)]  # noqa: E712  may be None
        for period, rows in facts.groupby("period", sort=False)
    ]
    parts.append(table(["stylised facts, documented period", "inside", "of"], tally, (1, 2)))
    parts.append(folded(f"all {len(facts)} stylised facts", _facts(facts)))
    return "\n".join(parts)


def scenarios(ensemble: Ensemble) -> str:
    """The scenarios of a sweep, and what differs from the baseline.

    Parameters
    ----------
    ensemble : Ensemble
        The sweep.

    Returns
    -------
    str
        HTML.
    """
    named = ensemble["scenarios"]
    of_runs = ensemble["summary"]["scenario"].to_numpy()
    rows = [
        [name, title, int((of_runs == name).sum())]
        for name, title in zip(named["name"].to_numpy(), named["title"].to_numpy())
    ]
    parts = [table(["scenario", "what it is", "runs"], rows, (2,))]
    if len(ensemble.scenarios) < 2:
        return parts[0]
    header = [
        "mean difference to the baseline (90 % interval)",
        "baseline",
        *ensemble.scenarios[1:],
    ]
    differences = []
    for quantity, label in plots.QUANTITIES.items():
        pairs = plots.paired_differences(ensemble["summary"], ensemble.scenarios, quantity)
        cells = [label, _number(pairs.attrs["baseline"])]
        for scenario in pairs:
            mean, low, high = plots.interval_of_mean(pairs[scenario].to_numpy())
            ends = "" if np.isnan(low) else f" ({low:+,.0f} to {high:+,.0f})"
            cells.append(f"{mean:+,.0f}{ends}")
        differences.append(cells)
    parts.append(table(header, differences, range(1, len(header))))
    return "\n".join(parts)


def ensemble_figures(ensemble: Ensemble) -> str:
    """Documented figures beside the baseline's runs.

    Parameters
    ----------
    ensemble : Ensemble
        The sweep.

    Returns
    -------
    str
        HTML; empty if the sweep kept none.
    """
    if "figures" not in ensemble:
        return ""
    group = ensemble["figures"]
    is_base = group["scenario"].to_numpy() == ensemble.scenarios[0]
    simulated = group["simulated"].to_numpy()[is_base]
    rows = []
    for i, name in enumerate(group["id"].to_numpy()):
        values = simulated[:, i][np.isfinite(simulated[:, i])]
        documented = _range(group["low"].to_numpy()[i], group["high"].to_numpy()[i])
        rows.append([name, documented, _spread(list(values)) if len(values) else "-"])
    header = ["documented figure", "documented", "baseline: median (90 %)"]
    return folded(f"all {len(rows)} documented figures", table(header, rows, (1, 2)))


def _factors(figures: pd.DataFrame) -> pd.Series:
    """Factor by which a median lies outside the documented range; 1 inside, NaN if not compared."""
    median = figures["simulated_median"].where(figures["interval_overlaps"].notna()).astype(float)
    low, high = figures["low"].fillna(0.0), figures["high"].fillna(np.inf)
    with np.errstate(divide="ignore", invalid="ignore"):
        beyond = np.maximum(low / median, median / high).where(median > 0, np.inf)
    beyond = beyond.where((median < low) | (median > high), 1.0)
    return beyond.where(median.notna())


def _by_year(run: Run) -> pd.DataFrame:
    totals = run["totals"]
    deaths = plots.deaths_by_month(totals).groupby(lambda month: month.year).sum()
    found = pd.DataFrame({"deaths": deaths.sum(axis=1)})
    for side in deaths:
        found[f"- {side}"] = deaths[side]
    kinds = [kind for kind in totals["kind"].to_numpy() if kind not in NOT_VIOLENT]
    events = totals["events"].sel(kind=kinds).sum("kind").to_pandas()
    found["violent events"] = events.groupby(lambda day: day.year).sum()
    ends = totals[["refugees", "idps"]].to_dataframe().groupby(lambda day: day.year).last()
    found["refugees, last day"] = ends["refugees"]
    found["displaced inside, last day"] = ends["idps"]
    return found


def _figures(figures: pd.DataFrame) -> str:
    rows = []
    for name, row in figures.iterrows():
        period = f"{row['start']:%Y-%m-%d}"
        if row["end"] != row["start"]:
            period += f" to {row['end']:%Y-%m-%d}"
        rows.append(
            [
                name,
                f"{_words(row['quantity'])} {row['side'] or ''}",
                period,
                OBSERVER.get(row["observer"], row["observer"]),
                _range(row["low"], row["high"], row["bound"]),
                _simulated(row),
                _verdict(row),
            ]
        )
    header = ["id", "what", "when", "observer", "documented", "simulated", ""]
    return table(header, rows, (4, 5))


def _facts(facts: pd.DataFrame) -> str:
    rows = []
    for _, row in facts.iterrows():
        rows.append(
            [
                row["target_label"],
                f"{row['target_start']:%Y} to {row['target_end']:%Y}",
                _range(row["target_low"], row["target_high"]),
                _simulated(row),
                {True: "in", False: "OUT"}.get(row["inside"], "-"),
                _words(row["period"]),
            ]
        )
    header = ["stylised fact", "of", "documented", "simulated", "", "period"]
    return table(header, rows, (2, 3))


def _simulated(row: pd.Series) -> str:
    middle = row.get("simulated_median")
    if middle is None or np.isnan(middle):
        return "-"
    low, high = row["simulated_p05"], row["simulated_p95"]
    if row.get("simulated_runs", 1) < 2 or low == high:
        return _number(middle)
    return f"{_number(middle)} ({_number(low)} to {_number(high)})"


def _verdict(row: pd.Series) -> str:
    if row.get("median_inside") is True:
        return "in"
    if row.get("interval_overlaps") is True:
        return "part"
    return "OUT" if row.get("interval_overlaps") is False else "-"


def _range(low: float | None, high: float | None, bound: str = "") -> str:
    low = np.nan if low is None else low
    high = np.nan if high is None else high
    if np.isnan(low) and np.isnan(high):
        return "-"
    if bound == "at_most" or np.isnan(low):
        return f"<= {_number(high)}"
    if bound == "at_least" or np.isnan(high):
        return f">= {_number(low)}"
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _spread(values: Sequence[float]) -> str:
    if len(values) == 1:
        return _number(values[0])
    low, middle, high = np.percentile(values, [5, 50, 95])
    return f"{_number(middle)} ({_number(low)} to {_number(high)})"


def _number(value: float) -> str:
    if value == round(value) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def _words(name: object) -> str:
    return str(name).replace("_", " ")
