"""What differs between scenarios with the same luck, and how runs of a sweep spread."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.axes import Axes
from scipy import stats

from .palette import BLACK, CYCLE, DASHES, INK, SKY
from .style import finish, finish_series, legend, nothing, plain, thousands

CONFIDENCE = 0.9
OTHER_SCENARIOS = tuple(colour for colour in CYCLE if colour != BLACK)  # the baseline has INK

#: Quantities of the summary of a run that are compared, with their label and unit.
QUANTITIES = {
    "deaths": "deaths [people]",
    "violent_events": "violent events",
    "peak_refugees": "most refugees [people]",
    "final_refugees": "refugees at the end [people]",
    "peak_idps": "most IDPs [people]",
    "final_idps": "IDPs at the end [people]",
}


def paired_differences(summary: xr.Dataset, scenarios: list[str], quantity: str) -> pd.DataFrame:
    """Differences to the baseline's run of the same seed, point and draw.

    Parameters
    ----------
    summary : xarray.Dataset
        Group ``summary`` of an `Ensemble`.
    scenarios : list of str
        Names of the scenarios, the baseline first.
    quantity : str
        Variable of the group; summed over sides if it has them.

    Returns
    -------
    pandas.DataFrame
        One row a pair, one column a scenario other than the baseline, in the unit of the quantity;
        the mean of the baseline's runs is ``attrs["baseline"]``.
    """
    values = summary[quantity]
    other = [name for name in values.dims if name != "run"]
    labels = ["seed", "point", "draw"]
    table = pd.DataFrame({name: values[name].to_numpy() for name in ["scenario", *labels]})
    table["value"] = values.sum(other).to_numpy().astype(float)
    wide = table.pivot(index=labels, columns="scenario", values="value")
    found = wide[scenarios[1:]].sub(wide[scenarios[0]], axis=0).dropna()
    found.attrs["baseline"] = float(wide[scenarios[0]].mean())
    return found.rename_axis(columns=None)


def interval_of_mean(values: np.ndarray) -> tuple[float, float, float]:
    """Mean and its 90 % interval by Student's t, as ``azalai sweep --summary`` has it.

    Parameters
    ----------
    values : ndarray
        Differences of pairs.

    Returns
    -------
    tuple of float
        Mean, low and high end; the ends are NaN for fewer than two values.
    """
    values = np.asarray(values, dtype=float)
    if len(values) < 2:
        return float(values.mean()) if len(values) else float("nan"), float("nan"), float("nan")
    half = stats.t.ppf(0.5 + CONFIDENCE / 2, len(values) - 1) * stats.sem(values)
    return float(values.mean()), float(values.mean() - half), float(values.mean() + half)


def draw_paired(
    axes: Axes,
    differences: pd.DataFrame,
    title: str,
    names: Mapping[str, str] | None = None,
) -> None:
    """Draw paired differences: a dot a pair, their mean and its 90 % interval.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    differences : pandas.DataFrame
        As `paired_differences` returns it.
    title : str
        Quantity and its unit.
    names : mapping of str to str, optional
        What to call the scenarios.
    """
    if differences.empty:
        nothing(axes, title, "no pairs of runs")
        return
    scenarios = list(differences)
    for row, scenario in enumerate(reversed(scenarios)):
        values = differences[scenario].to_numpy()
        mean, low, high = interval_of_mean(values)
        spread = 0.16 * np.sin(np.arange(len(values)) * 2.4)  # apart, the same each time
        axes.plot(values, row + spread, "o", color=SKY, markersize=4, alpha=0.8, markeredgewidth=0)
        axes.plot([low, high], [row, row], color=INK, linewidth=2.2, solid_capstyle="butt")
        axes.plot(mean, row, "D", color=INK, markersize=5.5)
    labels = [plain((names or {}).get(name, name), 32) for name in reversed(scenarios)]
    axes.set_yticks(range(len(scenarios)), labels)
    axes.set_ylim(-0.6, len(scenarios) - 0.4)
    axes.axvline(0, color=INK, linewidth=0.8)
    axes.grid(axis="x", color="#DDDDDD", linewidth=0.6)
    finish(axes, title)
    axes.set_xlabel("difference to the baseline", fontsize="small")
    baseline = differences.attrs.get("baseline")
    if baseline is not None:
        axes.set_xlabel(
            f"difference to the baseline (whose mean is {baseline:,.0f})", fontsize="small"
        )
    thousands(axes, "x")
    axes.locator_params(axis="x", nbins=6)


def draw_band(
    axes: Axes,
    values: xr.DataArray,
    title: str,
    unit: str,
    names: Mapping[str, str] | None = None,
    with_legend: bool = True,
) -> None:
    """Draw the runs of each scenario by month: their median and the middle 90 % of them.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    values : xarray.DataArray
        Of an `Ensemble`: (run, month), with the coordinate ``scenario``.
    title, unit : str
        Title, and unit of the values.
    names : mapping of str to str, optional
        What to call the scenarios.
    with_legend : bool
        Whether to name the scenarios in a legend.
    """
    order = list(dict.fromkeys(str(name) for name in values["scenario"].to_numpy()))
    faint = 0.18 if len(order) < 4 else 0.07  # many bands over each other hide what is below
    for i, scenario in enumerate(order):
        of_one = values.isel(run=np.flatnonzero(values["scenario"].to_numpy() == scenario))
        months = of_one["month"].to_numpy()
        low, middle, high = of_one.quantile([0.05, 0.5, 0.95], "run").to_numpy()
        colour = INK if i == 0 else OTHER_SCENARIOS[(i - 1) % len(OTHER_SCENARIOS)]
        label = plain((names or {}).get(scenario, scenario), 32)
        dash = DASHES[i % len(DASHES)]
        above = 3 if i == 0 else 2  # the baseline stays in sight
        axes.plot(months, middle, dash, color=colour, linewidth=1.8, label=label, zorder=above)
        axes.fill_between(months, low, high, color=colour, alpha=faint, linewidth=0)
    finish_series(axes, title, unit)
    thousands(axes)
    if with_legend:
        explain_scenarios(axes, axes, frameon=False)


def explain_scenarios(axes: Axes, drawn: Axes, **options: object) -> None:
    """A legend of the lines of scenarios.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to write it.
    drawn : matplotlib.axes.Axes
        Where `draw_band` drew them.
    **options : object
        As matplotlib's ``Axes.legend`` takes them.
    """
    title = "median and 90 % of runs"
    legend(
        axes,
        handles=drawn.get_legend_handles_labels()[0],
        title=title,
        title_fontsize="small",
        **options,
    )
