"""Maps: who controls what, events, displaced people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import matplotlib.cm
import matplotlib.colors
import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from .. import facts
from .geography import Geography, draw_ground
from .palette import AMOUNT, BLUE, CONTESTED, OF_CLASS, OF_OTHERS, OTHERS, VERMILION
from .style import finish, legend, plain

POINTS_PER_DEATH = 5.0  # area of a mark [square points]
PEOPLE_PER_POINT = 150.0  # of a camp: people by area of its mark [people/square point]
HALF = 0.5  # share of a cell from which on its holder is shown


def colours_of_actors(cells: xr.Dataset, actors: xr.Dataset) -> dict[str, str]:
    """Colours of those who hold most land: the state and its friends in blues, the others apart.

    Parameters
    ----------
    cells, actors : xarray.Dataset
        Groups of the run.

    Returns
    -------
    dict of str to str
        Colour by key of actor, those who hold most cells over all maps first. Who is not in it
        has the colour of all others.
    """
    rows = cells["dominant_actor"].where(cells["region"].notnull()).to_numpy()
    found, counts = np.unique(rows[np.isfinite(rows)].astype(int), return_counts=True)
    colours: dict[str, str] = {}
    free = list(OF_OTHERS)
    for row in found[np.argsort(-counts)]:
        kind = str(actors["class"].to_numpy()[row])
        key = str(actors["key"].to_numpy()[row])
        if kind in OF_CLASS:
            colours[key] = OF_CLASS[kind]
        elif free:
            colours[key] = free.pop(0)
    return colours


def draw_control(
    axes: Axes,
    cells: xr.Dataset,
    actors: xr.Dataset,
    date: str | pd.Timestamp,
    ground: Geography,
    colours: Mapping[str, str] | None = None,
    with_legend: bool = True,
) -> None:
    """Draw who controls more than half of each cell on a day.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    cells, actors : xarray.Dataset
        Groups of the run.
    date : str or Timestamp
        The last map up to this day is drawn.
    ground : Geography
        As `geography_of` returns it.
    colours : mapping of str to str, optional
        As `colours_of_actors` returns it.
    with_legend : bool
        Whether to name the actors in a legend.
    """
    if colours is None:
        colours = colours_of_actors(cells, actors)
    chosen = cells[["dominant_actor", "control"]].sel(time=date, method="ffill")
    rows = np.where(ground.inside, chosen["dominant_actor"].to_numpy(), np.nan)
    keys = [str(key) for key in actors["key"].to_numpy()]
    picture = np.zeros((*rows.shape, 4))
    shown: dict[str, str] = {}
    for row in np.unique(rows[np.isfinite(rows)]).astype(int):
        colour = colours.get(keys[row], OTHERS)
        picture[rows == row, :3] = matplotlib.colors.to_rgb(colour)
        shown[keys[row] if keys[row] in colours else "others"] = colour
    share = np.nan_to_num(chosen["control"].to_numpy())
    picture[..., 3] = np.isfinite(rows)
    picture[np.isfinite(rows) & (share <= HALF), :3] = matplotlib.colors.to_rgb(CONTESTED)
    axes.imshow(picture, origin="lower", extent=_extent(ground), aspect="auto", zorder=0.5)
    draw_ground(axes, ground, land=False)
    finish(axes, f"{pd.Timestamp(chosen['time'].item()):%-d %B %Y}")
    if with_legend:
        explained = shown | {"nobody more than half": CONTESTED}
        explain_actors(axes, explained, loc="upper center", bbox_to_anchor=(0.5, -0.07), ncols=3)


def explain_actors(axes: Axes, colours: Mapping[str, str], **options: object) -> None:
    """A legend of actors and their colours.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to write it.
    colours : mapping of str to str
        Colour by name, as `colours_of_actors` returns it.
    **options : object
        As matplotlib's ``Axes.legend`` takes them.
    """
    handles = [Patch(facecolor=colour, label=plain(key, 24)) for key, colour in colours.items()]
    legend(axes, handles=handles, **({"loc": "upper left"} | options))


def draw_events(
    axes: Axes,
    events: pd.DataFrame,
    ground: Geography,
    title: str = "Violent events, simulated",
    with_legend: bool = True,
) -> None:
    """Draw a map of violent events; the area of a mark is in proportion to the deaths.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    events : pandas.DataFrame
        As ``runs.events`` returns it. What is no violence is left out.
    ground : Geography
        As `geography_of` returns it.
    title : str
        Title of the map.
    with_legend : bool
        Whether to explain the marks.
    """
    draw_ground(axes, ground)
    violent = facts.violent(events).sort_values("deaths", ascending=False)
    for is_fatal, colour, label in ((True, VERMILION, None), (False, BLUE, "nobody died")):
        chosen = violent[(violent["deaths"] > 0) == is_fatal]
        axes.scatter(
            chosen["lon"],
            chosen["lat"],
            s=(4 if is_fatal else 12) + POINTS_PER_DEATH * chosen["deaths"],
            marker="o" if is_fatal else "x",
            **({"edgecolor": "white", "facecolor": colour} if is_fatal else {"color": colour}),
            alpha=0.6 if is_fatal else 0.8,
            linewidth=0.3 if is_fatal else 0.7,
            label=label,
            zorder=3 if is_fatal else 2.5,
        )
    finish(axes, title)
    if with_legend:
        explain_events(axes)


def explain_events(axes: Axes, **options: object) -> None:
    """A legend of the sizes of events.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to write it.
    **options : object
        As matplotlib's ``Axes.legend`` takes them.
    """
    handles = [
        Line2D([], [], marker="x", color=BLUE, linestyle="", markersize=4, label="none died")
    ]
    for deaths in (1, 10, 50):
        label = "1 death" if deaths == 1 else f"{deaths} deaths"
        handles.append(_disc(4 + POINTS_PER_DEATH * deaths, VERMILION, 0.6, label))
    legend(axes, handles=handles, labelspacing=0.9, **({"loc": "upper left"} | options))


def draw_displaced(
    axes: Axes,
    cells: xr.Dataset,
    date: str | pd.Timestamp,
    ground: Geography,
    largest: float | None = None,
    places: xr.Dataset | None = None,
) -> matplotlib.cm.ScalarMappable:
    """Draw where displaced people are on a day: cells inside the country, discs for camps abroad.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    cells : xarray.Dataset
        Group of the run.
    date : str or Timestamp
        The last map up to this day is drawn.
    ground : Geography
        As `geography_of` returns it.
    largest : float, optional
        Upper end of the scale [people]; give the same to maps that are compared.
    places : xarray.Dataset, optional
        Group of the run, for the camps.

    Returns
    -------
    matplotlib.cm.ScalarMappable
        For a colour bar: people in a cell, on a logarithmic scale from 10.
    """
    chosen = cells["displaced"].sel(time=date, method="ffill")
    values = np.where(ground.inside & (chosen.to_numpy() >= 1), chosen.to_numpy(), np.nan)
    top = largest or float(np.nanmax(values, initial=100.0))
    scale = matplotlib.colors.LogNorm(10, max(top, 100.0), clip=True)
    drawn = axes.imshow(
        values,
        origin="lower",
        extent=_extent(ground),
        aspect="auto",
        norm=scale,
        cmap=AMOUNT,
        zorder=0.5,
        interpolation="nearest",
    )
    draw_ground(axes, ground)
    if places is not None:
        then = places.sel(time=date, method="ffill")
        is_abroad = (then["kind"] != "town").to_numpy() & (then["settled"].to_numpy() > 0)
        abroad = then.isel(place=np.flatnonzero(is_abroad))
        axes.scatter(
            abroad["lon"],
            abroad["lat"],
            s=abroad["settled"] / PEOPLE_PER_POINT,
            facecolor=BLUE,
            edgecolor="white",
            alpha=0.7,
            linewidth=0.4,
            zorder=3,
            clip_on=True,
        )
    finish(axes, f"{pd.Timestamp(chosen['time'].item()):%-d %B %Y}")
    return drawn


def explain_camps(axes: Axes, **options: object) -> None:
    """A legend of the sizes of camps and towns abroad.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to write it.
    **options : object
        As matplotlib's ``Axes.legend`` takes them.
    """
    handles = [
        _disc(people / PEOPLE_PER_POINT, BLUE, 0.7, f"{people:,}") for people in (5_000, 50_000)
    ]
    settings: dict[str, object] = {"loc": "upper left", "title": "refugees"}
    legend(axes, handles=handles, labelspacing=1.2, title_fontsize="small", **(settings | options))


def _disc(area: float, colour: str, alpha: float, label: str) -> Line2D:
    return Line2D(
        [],
        [],
        marker="o",
        linestyle="",
        markersize=float(np.sqrt(area)),
        color=colour,
        markeredgecolor="white",
        markeredgewidth=0.4,
        alpha=alpha,
        label=label,
    )


def map_dates(cells: xr.Dataset, number: int = 6) -> Sequence[pd.Timestamp]:
    """Dates of so many maps, evenly over the run.

    Parameters
    ----------
    cells : xarray.Dataset
        Group of the run.
    number : int
        How many.

    Returns
    -------
    sequence of pandas.Timestamp
        At most so many, in order.
    """
    times = pd.DatetimeIndex(cells["time"].to_numpy())
    chosen = np.unique(np.linspace(0, len(times) - 1, number).round().astype(int))
    return list(times[chosen])


def _extent(ground: Geography) -> tuple[float, float, float, float]:
    half = abs(float(ground.lon[1] - ground.lon[0])) / 2
    half_lat = abs(float(ground.lat[1] - ground.lat[0])) / 2
    return (
        ground.lon[0] - half,
        ground.lon[-1] + half,
        ground.lat[0] - half_lat,
        ground.lat[-1] + half_lat,
    )
