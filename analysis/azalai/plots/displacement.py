"""Refugees by country of asylum and people displaced inside, beside what was counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
import xarray as xr
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from .palette import COLOURS, DASHES, INK, OBSERVERS, colours_of
from .style import finish_series, legend, plain, thousands

LABELS = {"all": "all countries"}


def counts_of(figures: pd.DataFrame, quantity: str, where: str) -> pd.DataFrame:
    """Documented counts of displaced people from the figures of a run.

    Parameters
    ----------
    figures : pandas.DataFrame
        As ``documented.of_run`` returns it.
    quantity : {"refugees", "idps"}
        What was counted.
    where : str
        Country of asylum, ``all``, or for IDPs the country.

    Returns
    -------
    pandas.DataFrame
        ``date``, ``low``, ``high`` [people] and ``observer``, in order of the dates; a count of a
        period stands at its middle. Figures that are only context are left out.
    """
    is_right = (figures["quantity"] == quantity) & (figures["where"] == where)
    chosen = figures[is_right & figures["use"].isin(["target", "check"])]
    middle = chosen["start"] + (chosen["end"] - chosen["start"]) / 2
    found = chosen.assign(date=middle, high=chosen["high"].fillna(chosen["low"]))
    return found.sort_values("date")[["date", "low", "high", "observer"]]


def draw_refugees(
    axes: Axes,
    refugees: xr.DataArray,
    documented: Mapping[str, pd.DataFrame] | None = None,
    listed: xr.DataArray | None = None,
    spread: tuple[xr.DataArray, xr.DataArray] | None = None,
    countries: Sequence[str] | None = None,
) -> None:
    """Draw refugees by country of asylum as lines, with documented counts as marks.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    refugees : xarray.DataArray
        Refugees who are there (time, country) [people].
    documented : mapping of str to pandas.DataFrame, optional
        By country, or ``all``: ``date``, ``low``, ``high`` [people] and perhaps ``observer``.
    listed : xarray.DataArray, optional
        Refugees on lists (time, country) [people], which is what documented counts count; drawn as
        the thick line, with those who are there as a thin one.
    spread : tuple of xarray.DataArray, optional
        Low and high end over several runs of what the thick line shows (time, country).
    countries : sequence of str, optional
        Which to draw; those of ``documented`` or those with a colour if left out.
    """
    known = list(refugees["country"].to_numpy())
    wanted = countries or list(documented or [name for name in COLOURS if name in known])
    names = [name for name in wanted if name in known or name == "all"]
    colours = colours_of(names)
    shown = refugees if listed is None else listed
    for name, dash in zip(names, DASHES * len(names)):
        line = _of_country(shown, name)
        label = plain(LABELS.get(name, name))
        axes.plot(line.index, line, dash, color=colours[name], linewidth=2, label=label)
        if listed is not None:
            there = _of_country(refugees, name)
            axes.plot(there.index, there, color=colours[name], linewidth=0.7)
        if spread is not None:
            low, high = (_of_country(end, name) for end in spread)
            axes.fill_between(low.index, low, high, color=colours[name], alpha=0.2, linewidth=0)
        if documented and name in documented:
            _draw_counts(axes, documented[name], refugees, colours[name])
    handles, _ = axes.get_legend_handles_labels()
    if listed is not None:
        handles.append(Line2D([], [], color=INK, linewidth=0.7, label="thin: who is there"))
        handles.append(Line2D([], [], color=INK, linewidth=2, label="thick: on lists"))
    handles += _observers((documented or {}).values())
    finish_series(axes, "Refugees by country of asylum", "refugees [thousand people]")
    thousands(axes)
    legend(axes, handles=handles, ncols=2 if len(handles) > 6 else 1)


def draw_displaced_inside(
    axes: Axes,
    idps: xr.DataArray,
    documented: pd.DataFrame | None = None,
    spread: tuple[xr.DataArray, xr.DataArray] | None = None,
    title: str = "Displaced inside the country",
) -> None:
    """Draw the internally displaced people of the country, with documented counts as marks.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    idps : xarray.DataArray
        Internally displaced people (time) [people].
    documented : pandas.DataFrame, optional
        ``date``, ``low`` and ``high`` [people] and perhaps ``observer``.
    spread : tuple of xarray.DataArray, optional
        Low and high end over several runs (time) [people].
    title : str
        Title.
    """
    line = idps.to_pandas() / 1000
    colour = COLOURS["displaced inside"]
    axes.plot(line.index, line, color=colour, linewidth=2, label="simulated")
    if spread is not None:
        low, high = (end.to_pandas() / 1000 for end in spread)
        axes.fill_between(
            low.index, low, high, color=colour, alpha=0.2, linewidth=0, label="90 % of runs"
        )
    handles, _ = axes.get_legend_handles_labels()
    if documented is not None:
        _draw_counts(axes, documented, idps, colour)
        handles += _observers([documented])
    finish_series(axes, title, "people [thousand]")
    thousands(axes)
    legend(axes, handles=handles)


def _of_country(people: xr.DataArray, name: str) -> pd.Series:
    chosen = people.sum("country") if name == "all" else people.sel(country=name)
    return chosen.to_pandas() / 1000


def _draw_counts(axes: Axes, counts: pd.DataFrame, shown: xr.DataArray, colour: str) -> None:
    first, last = shown["time"].to_numpy()[[0, -1]]
    inside = counts[(counts["date"] >= first) & (counts["date"] <= last)]
    for observer, rows in _by_observer(inside):
        middle = (rows["low"] + rows["high"]) / 2000
        axes.errorbar(
            rows["date"],
            middle,
            (rows["high"] - rows["low"]) / 2000,
            fmt=OBSERVERS.get(observer, OBSERVERS["other"])[0],
            markersize=4.5,
            markerfacecolor=colour,
            markeredgecolor="black",
            markeredgewidth=0.7,
            ecolor="black",
            linewidth=0.8,
            zorder=4,
        )


def _by_observer(counts: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    if "observer" not in counts:
        return [("unhcr", counts)]
    return [(str(name), rows) for name, rows in counts.groupby("observer")]


def _observers(tables: Iterable[pd.DataFrame]) -> list[Line2D]:
    names: set[str] = set()
    for table in tables:
        names |= {name for name, _ in _by_observer(table)}
    return [
        Line2D(
            [],
            [],
            marker=OBSERVERS[name][0],
            linestyle="",
            markersize=4.5,
            color="white",
            markeredgecolor="black",
            label=f"counted: {OBSERVERS[name][1]}",
        )
        for name in OBSERVERS
        if name in names
    ]
