"""Draw results on matplotlib axes. Nothing here opens a file.

Colours are those of Okabe and Ito, which people who see colours differently tell apart; they
differ in lightness too. Simulated values are areas and lines, documented ones black marks.
"""

from __future__ import annotations

import matplotlib.dates
import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.axes import Axes

from analysis.azalai import facts

COLOURS = {
    "armed groups": "#D55E00",
    "state and allies": "#0072B2",
    "peacekeepers": "#56B4E9",
    "civilians": "#F0E442",
    "Mauritania": "#E69F00",
    "Niger": "#009E73",
    "Burkina Faso": "#CC79A7",
    "displaced inside": "#0072B2",
}
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
        As ``runs.totals`` returns it.

    Returns
    -------
    pandas.DataFrame
        Deaths [people]; one row a month, from its first day, one column a name in ``SIDES``.
    """
    by_side = totals["deaths"].to_pandas().resample("MS").sum()
    return pd.DataFrame({name: by_side[sides].sum(axis=1) for name, sides in SIDES.items()})


def draw_deaths(axes: Axes, by_month: pd.DataFrame, documented: pd.DataFrame | None = None) -> None:
    """Draw deaths by month and side as stacked bars.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    by_month : pandas.DataFrame
        As ``deaths_by_month`` returns it.
    documented : pandas.DataFrame, optional
        ``low`` and ``high`` deaths by year; drawn as the mean of a month of that year.
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
    if documented is not None:
        years = set(by_month.index.year)
        label = "documented, mean month\nof the year (range)"
        for year, row in documented.iterrows():
            if year not in years:
                continue
            first, last = pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31)
            axes.fill_between(
                [first, last],
                row["low"] / 12,
                row["high"] / 12,
                facecolor="none",
                edgecolor="black",
                hatch="////",
                linewidth=0.8,
                label=label,
            )
            label = None
    _finish(axes, "Deaths by month and side, simulated", "deaths [people/month]")
    axes.legend(fontsize="small", frameon=False)


def draw_refugees(
    axes: Axes, refugees: xr.DataArray, documented: dict[str, pd.DataFrame] | None = None
) -> None:
    """Draw refugees by country of asylum as lines, with documented counts as marks.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    refugees : xarray.DataArray
        Refugees (time, country) [people].
    documented : dict of str to pandas.DataFrame, optional
        By country, ``date``, ``low`` and ``high`` [people]. The countries to draw; without it,
        those that have a colour.
    """
    names = [name for name in documented or COLOURS if name in refugees["country"].to_numpy()]
    for name, marker in zip(names, "os^Dv"):
        line = refugees.sel(country=name).to_pandas() / 1000
        axes.plot(line.index, line, color=COLOURS[name], linewidth=2, label=f"{name}, simulated")
        if documented:
            _draw_counts(axes, documented[name], refugees, marker, COLOURS[name])
    if documented:
        _explain_counts(axes, "documented (marks in the colour of the line)")
    _finish(axes, "Refugees by country of asylum", "refugees [thousand people]")
    axes.legend(fontsize="small", frameon=False)


def draw_displaced_inside(
    axes: Axes, idps: xr.DataArray, documented: pd.DataFrame | None = None
) -> None:
    """Draw the internally displaced people of the country, with documented counts as marks.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    idps : xarray.DataArray
        Internally displaced people (time) [people].
    documented : pandas.DataFrame, optional
        ``date``, ``low`` and ``high`` [people].
    """
    line = idps.to_pandas() / 1000
    colour = COLOURS["displaced inside"]
    axes.plot(line.index, line, color=colour, linewidth=2, label="simulated")
    if documented is not None:
        _draw_counts(axes, documented, idps, "o", colour)
        _explain_counts(axes, "documented")
    _finish(axes, "Displaced inside Mali", "people [thousand]")
    axes.legend(fontsize="small", frameon=False)


def draw_events(
    axes: Axes, events: pd.DataFrame, mask: xr.DataArray, towns: pd.DataFrame | None = None
) -> None:
    """Draw a map of violent events, sized by their deaths.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    events : pandas.DataFrame
        As ``runs.events`` returns it. Changes of hands are left out.
    mask : xarray.DataArray
        True where a cell lies in the country (lat, lon).
    towns : pandas.DataFrame, optional
        ``name``, ``lat`` and ``lon`` of the towns to name.
    """
    inside = mask.to_numpy().astype(float)
    axes.contourf(mask["lon"], mask["lat"], inside, levels=[0.5, 1.5], colors=["#F2F0EA"])
    axes.contour(mask["lon"], mask["lat"], inside, levels=[0.5], colors="#555555", linewidths=0.9)
    violent = facts.violent(events).sort_values("deaths", ascending=False)
    for is_fatal, colour, label in ((True, "#D55E00", None), (False, "#0072B2", "nobody died")):
        chosen = violent[(violent["deaths"] > 0) == is_fatal]
        axes.scatter(
            chosen["lon"],
            chosen["lat"],
            s=4 + _area(chosen["deaths"]),
            facecolor=colour,
            edgecolor="white",
            alpha=0.6 if is_fatal else 0.8,
            linewidth=0.3,
            label=label,
            zorder=3 if is_fatal else 2,
        )
    for deaths in (1, 10, 50):
        label = "1 death" if deaths == 1 else f"{deaths} deaths"
        axes.scatter([], [], s=4 + _area(deaths), facecolor="#D55E00", alpha=0.6, label=label)
    if towns is not None:
        axes.scatter(towns["lon"], towns["lat"], s=12, marker="s", color="black", zorder=4)
        for _, town in towns.iterrows():
            axes.annotate(
                town["name"],
                (town["lon"], town["lat"]),
                (4, 4),
                textcoords="offset points",
                fontsize="small",
                zorder=5,
                bbox={"facecolor": "white", "alpha": 0.6, "edgecolor": "none", "pad": 0.6},
            )
    axes.set_aspect(1 / np.cos(np.radians(float(mask["lat"].mean()))))
    rows, columns = np.nonzero(mask.to_numpy())
    latitude, longitude = mask["lat"].to_numpy(), mask["lon"].to_numpy()
    axes.set_xlim(longitude[columns.min()] - 0.4, longitude[columns.max()] + 0.4)
    axes.set_ylim(latitude[rows.min()] - 0.4, latitude[rows.max()] + 0.4)
    axes.set_title("Violent events, simulated", loc="left", fontsize="medium")
    axes.set_xlabel("longitude [degrees east]", fontsize="small")
    axes.set_ylabel("latitude [degrees north]", fontsize="small")
    axes.tick_params(labelsize="small")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="upper left", fontsize="small", frameon=False, labelspacing=0.8)


def _area(deaths: pd.Series | float) -> pd.Series | float:
    """Size of the mark of an event [square points]: in proportion to its deaths."""
    return 5.0 * deaths


def _draw_counts(
    axes: Axes, counts: pd.DataFrame, shown: xr.DataArray, marker: str, colour: str
) -> None:
    first, last = shown["time"].to_numpy()[[0, -1]]
    inside = counts[(counts["date"] >= first) & (counts["date"] <= last)]
    middle = (inside["low"] + inside["high"]) / 2000
    axes.errorbar(
        inside["date"],
        middle,
        (inside["high"] - inside["low"]) / 2000,
        fmt=marker,
        markersize=4.5,
        markerfacecolor=colour,
        markeredgecolor="black",
        ecolor="black",
        linewidth=0.8,
    )


def _explain_counts(axes: Axes, label: str) -> None:
    axes.plot([], [], "o", markersize=4.5, color="white", markeredgecolor="black", label=label)


def _finish(axes: Axes, title: str, unit: str) -> None:
    axes.set_title(title, loc="left", fontsize="medium")
    axes.set_ylabel(unit, fontsize="small")
    axes.set_ylim(bottom=0)
    axes.xaxis.set_major_locator(matplotlib.dates.YearLocator())
    axes.xaxis.set_major_formatter(matplotlib.dates.DateFormatter("%Y"))
    axes.tick_params(labelsize="small")
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color="#DDDDDD", linewidth=0.6)
    axes.set_axisbelow(True)
