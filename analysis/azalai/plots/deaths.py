"""Deaths: by month and side, and by year as each observer counts them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.axes import Axes

from .palette import COLOURS, INK, OBSERVERS, VERMILION
from .style import finish, finish_series, legend, thousands

SIDES = {
    "armed groups": ["militant"],
    "state and allies": ["state", "external"],
    "peacekeepers": ["peacekeeper"],
    "civilians": ["civilian"],
}


def deaths_by_month(totals: xr.Dataset) -> pd.DataFrame:
    """Sum deaths by calendar month and by side as sources count them.

    Parameters
    ----------
    totals : xarray.Dataset
        As ``runs.totals`` returns it, or group ``totals``.

    Returns
    -------
    pandas.DataFrame
        Deaths [people]; one row a month, from its first day, one column a name in ``SIDES``.
    """
    by_side = pd.DataFrame(totals["deaths"].to_pandas()).resample("MS").sum()
    return pd.DataFrame({name: by_side[sides].sum(axis=1) for name, sides in SIDES.items()})


def draw_deaths(
    axes: Axes,
    by_month: pd.DataFrame,
    documented: pd.DataFrame | None = None,
    spread: pd.DataFrame | None = None,
) -> None:
    """Draw deaths by month and side as stacked bars.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    by_month : pandas.DataFrame
        As `deaths_by_month` returns it; of several runs, their mean.
    documented : pandas.DataFrame, optional
        ``low`` and ``high`` deaths by year; drawn as the mean of a month of that year.
    spread : pandas.DataFrame, optional
        ``low`` and ``high`` of all deaths by month over several runs [people/month].
    """
    bottom = np.zeros(len(by_month))
    width = (by_month.index + pd.offsets.MonthBegin(1) - by_month.index) / pd.Timedelta(days=1)
    for name in by_month:
        axes.bar(
            by_month.index,
            by_month[name],
            width,
            bottom,
            align="edge",
            color=COLOURS[name],
            edgecolor="white",
            linewidth=0.3,
            label=name,
        )
        bottom += by_month[name].to_numpy()
    if spread is not None:
        middle = by_month.index + pd.to_timedelta(width / 2, unit="D")
        axes.vlines(
            middle,
            spread["low"],
            spread["high"],
            color=INK,
            linewidth=0.7,
            label="all, 90 % of runs",
        )
    if documented is not None:
        _draw_documented_years(axes, documented, set(by_month.index.year))
    which = "simulated" if spread is None else "mean of simulated runs"
    finish_series(axes, f"Deaths by month and side, {which}", "deaths [people/month]")
    thousands(axes)
    legend(axes)


def draw_deaths_by_year(axes: Axes, figures: pd.DataFrame) -> None:
    """Draw deaths by year as each observer documents them, beside what it would count of the run.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    figures : pandas.DataFrame
        As ``documented.of_run`` returns it: ``simulated`` is what the observer would have counted;
        or with ``simulated_median``, ``simulated_p05`` and ``simulated_p95`` over several runs, as
        ``judgement.validate`` returns it.
    """
    chosen = _whole_years(figures)
    observers = [name for name in OBSERVERS if name in set(chosen["observer"])]
    years = sorted(set(chosen["start"].dt.year))
    step = 0.8 / max(1, len(observers))
    for i, observer in enumerate(observers):
        of_one = chosen[chosen["observer"] == observer]
        mark, label = OBSERVERS[observer]
        for j, (year, rows) in enumerate(of_one.groupby(of_one["start"].dt.year)):
            x = year - 0.4 + step * (i + 0.5)
            low, high = rows["low"].min(), rows["high"].fillna(rows["low"]).max()
            axes.plot([x, x], [low, high], color=INK, linewidth=4, alpha=0.35, zorder=2)
            axes.plot(
                x, (low + high) / 2, "_", color=INK, markersize=9, markeredgewidth=2, zorder=2
            )
            if rows["high"].isna().any():
                above = {"textcoords": "offset points", "ha": "center", "va": "bottom"}
                axes.annotate("\N{UPWARDS ARROW}", (x, low), (0, 2), fontsize="medium", **above)
            middle, ends = _simulated(rows.iloc[0])
            if ends is not None:
                axes.plot([x, x], ends, color=VERMILION, linewidth=1, zorder=3)
            axes.plot(
                x,
                middle,
                mark,
                color=VERMILION,
                markeredgecolor="white",
                markersize=6.5,
                zorder=4,
                label=f"simulated, as {label} would count" if j == 0 else None,
            )
    axes.plot(
        [],
        [],
        "_",
        color=INK,
        markersize=9,
        markeredgewidth=2,
        label="documented (bar: range; \N{UPWARDS ARROW}: at least)",
    )
    axes.set_xticks(years)
    axes.set_xlim(years[0] - 0.55, years[-1] + 0.55) if years else None
    for year in years[1:]:
        axes.axvline(year - 0.5, color="#DDDDDD", linewidth=0.6)
    finish(axes, "Deaths by year and observer", "deaths [people/year]")
    axes.set_ylim(0, 1.4 * axes.get_ylim()[1])  # room for the legend
    thousands(axes)
    legend(axes, loc="upper right")


def _simulated(row: pd.Series) -> tuple[float, tuple[float, float] | None]:
    if "simulated_median" in row:
        return row["simulated_median"], (row["simulated_p05"], row["simulated_p95"])
    return row["simulated"], None


def _whole_years(figures: pd.DataFrame) -> pd.DataFrame:
    start, end = figures["start"], figures["end"]
    is_year = (start.dt.year == end.dt.year) & (start.dt.dayofyear == 1)
    is_year &= (end.dt.month == 12) & (end.dt.day == 31)
    is_right = is_year & (figures["quantity"] == "deaths") & (figures["side"] == "all")
    return figures[is_right & (figures["use"] == "target") & figures["observer"].isin(OBSERVERS)]


def _draw_documented_years(axes: Axes, documented: pd.DataFrame, years: set[int]) -> None:
    label: str | None = "documented: mean month of the\nyear, lowest to highest observer"
    for year, row in documented.iterrows():
        if year not in years:
            continue
        first, last = pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31)
        axes.fill_between(
            [first, last],
            row["low"] / 12,
            row["high"] / 12,
            facecolor="#00000022",
            edgecolor="black",
            linewidth=0.9,
            label=label,
            zorder=3,
        )
        label = None
