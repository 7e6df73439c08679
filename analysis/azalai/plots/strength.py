"""How strong the actors are, and who fights whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import matplotlib.colors
import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.axes import Axes

from .. import facts
from .palette import AMOUNT, BLACK, CYCLE, DASHES, INK
from .style import finish, finish_series, halo, nothing, plain, thousands

CIVILIANS = "civilians"
CROWDS = "crowds"
OTHERS = "others"


def strongest(actors: xr.Dataset, sides: Sequence[str], number: int = 8) -> list[str]:
    """Keys of the actors of some sides that at some time had most fighters, strongest first.

    Parameters
    ----------
    actors : xarray.Dataset
        Group of the run.
    sides : sequence of str
        Sides, as ``actors.side`` names them.
    number : int
        Keys at most.

    Returns
    -------
    list of str
        Keys of actors.
    """
    is_of_side = np.isin(actors["side"].to_numpy(), list(sides))
    most = actors["fighters"].max("time").to_numpy() * is_of_side
    order = np.argsort(-most, kind="stable")[:number]
    return [str(key) for key in actors["key"].to_numpy()[order[most[order] > 0]]]


def draw_strength(
    axes: Axes,
    actors: xr.Dataset,
    keys: Sequence[str],
    title: str,
    variable: str = "fighters",
    colours: Mapping[str, str] | None = None,
) -> None:
    """Draw the strength of some actors as lines, named at their ends.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    actors : xarray.Dataset
        Group of the run.
    keys : sequence of str
        Whom to draw, as `strongest` returns them.
    title : str
        Title.
    variable : str
        Variable of the group (time, actor), such as ``fighters`` [people] or ``area`` [km2].
    colours : mapping of str to str, optional
        Colours of some of them, such as those of the maps.
    """
    if not keys:
        nothing(axes, title, "no such actor has any")
        return
    series = actors[variable].to_pandas()
    taken = dict(colours or {})
    free = [colour for colour in CYCLE if colour not in [taken.get(key) for key in keys]]
    ends: list[tuple[pd.Timestamp, float, str, str]] = []
    used: list[str] = []
    for key in keys:
        line = series[key]
        colour = taken.get(key) or free.pop(0) if taken.get(key) or free else BLACK
        dash = DASHES[used.count(colour) % len(DASHES)]
        used.append(colour)
        axes.plot(line.index, line.where(line > 0), dash, color=colour, linewidth=1.8)
        alive = line[line > 0]
        if len(alive):
            ends.append((alive.index[-1], float(alive.iloc[-1]), key, colour))
    unit = {"fighters": "fighters [people]", "area": "area held [km²]"}.get(variable, variable)
    finish_series(axes, title, unit)
    thousands(axes)
    _name_ends(axes, ends, series.index[0], series.index[-1])


def clashes(events: pd.DataFrame, number: int = 10) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Count who attacks whom.

    Parameters
    ----------
    events : pandas.DataFrame
        As ``runs.events`` returns it.
    number : int
        Actors by name, those with most events; the others are together.

    Returns
    -------
    tuple of pandas.DataFrame
        Violent events and deaths [people], by attacker (rows) and by who was attacked (columns).
    """
    chosen = facts.violent(events)
    attacker = chosen["attacker"].fillna(CROWDS)
    target = chosen["target"].fillna(CIVILIANS)
    sizes = pd.concat([attacker, target]).value_counts().drop([CIVILIANS, CROWDS], errors="ignore")
    kept = list(sizes.index[:number])
    order = [*kept, OTHERS, CROWDS, CIVILIANS]
    attacker = attacker.where(attacker.isin([*kept, CROWDS]), OTHERS)
    target = target.where(target.isin([*kept, CIVILIANS]), OTHERS)
    pairs = pd.DataFrame({"attacker": attacker, "target": target, "deaths": chosen["deaths"]})
    sums = pairs.groupby(["attacker", "target"])["deaths"].agg(["size", "sum"])
    tables = [
        sums[name].unstack(fill_value=0).reindex(index=order, columns=order, fill_value=0)
        for name in ("size", "sum")
    ]
    used = tables[0].to_numpy() > 0
    for table in tables:
        table.index = pd.Index(list(table.index), name="attacker")
        table.columns = pd.Index(list(table.columns), name="attacked")
    counts, deaths = (table.loc[used.any(1), used.any(0)] for table in tables)
    return counts, deaths


def draw_clashes(axes: Axes, events: pd.DataFrame, number: int = 10) -> None:
    """Draw who attacks whom as a table: shade by events, and in each field events and deaths.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    events : pandas.DataFrame
        As ``runs.events`` returns it.
    number : int
        Actors by name; the others are together.
    """
    title = "Who attacks whom: events (deaths), simulated"
    counts, deaths = clashes(events, number)
    if counts.empty:
        nothing(axes, title, "no violent event")
        return
    shade = counts.where(counts > 0).to_numpy(dtype=float)
    scale = matplotlib.colors.LogNorm(1, max(2.0, float(np.nanmax(shade))))
    axes.imshow(shade, norm=scale, cmap=AMOUNT, aspect="auto")
    for row in range(shade.shape[0]):
        for column in range(shade.shape[1]):
            if np.isnan(shade[row, column]):
                continue
            axes.text(
                column,
                row,
                f"{counts.iat[row, column]} ({deaths.iat[row, column]})",
                ha="center",
                va="center",
                fontsize="x-small",
                color="white" if scale(shade[row, column]) > 0.62 else INK,
            )
    axes.set_xticks(
        range(shade.shape[1]),
        [plain(name, 16) for name in counts.columns],
        rotation=40,
        ha="left",
        rotation_mode="anchor",
    )
    axes.set_yticks(range(shade.shape[0]), [plain(name, 16) for name in counts.index])
    axes.xaxis.tick_top()
    axes.xaxis.set_label_position("top")
    finish(axes, title, "attacker")
    axes.set_xlabel("attacked", fontsize="small")
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    axes.set_xticks(np.arange(shade.shape[1] + 1) - 0.5, minor=True)
    axes.set_yticks(np.arange(shade.shape[0] + 1) - 0.5, minor=True)
    axes.grid(which="minor", color="white", linewidth=1)
    axes.tick_params(which="minor", length=0)


def _name_ends(
    axes: Axes,
    ends: list[tuple[pd.Timestamp, float, str, str]],
    first: pd.Timestamp,
    last: pd.Timestamp,
) -> None:
    """Name lines: those that last to the right of the axes, moved apart; others where they end."""
    top = axes.get_ylim()[1]
    axes.set_xlim(first, last)
    ended = sorted((end for end in ends if end[0] < last), key=lambda end: end[1])
    for i, (date, value, key, colour) in enumerate(ended):
        above = [one for one in ended[i + 1 :] if one[1] - value < 0.1 * top]
        is_below = bool(above) and not any(value - one[1] < 0.1 * top for one in ended[:i])
        axes.plot(date, value, "o", color=colour, markersize=3)
        axes.annotate(
            plain(key, 14),
            (date, value),
            (0, -4 if is_below else 4),
            textcoords="offset points",
            ha="center",
            va="top" if is_below else "bottom",
            fontsize="x-small",
            color=INK,
            path_effects=[halo()],
            zorder=6,
        )
    lasting = sorted((end for end in ends if end[0] >= last), key=lambda end: end[1])
    beyond = last + 0.03 * (last - first)
    for (_, value, key, colour), height in zip(lasting, _apart(lasting, 0.065 * top, top)):
        axes.plot([last, beyond], [value, height], color=colour, linewidth=1.2, clip_on=False)
        axes.text(beyond, height, f" {plain(key, 14)}", color=INK, va="center", fontsize="small")


def _apart(ends: list[tuple[pd.Timestamp, float, str, str]], gap: float, top: float) -> list[float]:
    """Heights at least a gap apart, as near to the values as that allows; values in order."""
    heights: list[float] = []
    for end in ends:
        heights.append(max(end[1], heights[-1] + gap) if heights else max(end[1], 0.02 * top))
    if heights and heights[-1] > top:
        heights[-1] = top
        for i in range(len(heights) - 2, -1, -1):
            heights[i] = min(heights[i], heights[i + 1] - gap)
    return heights
