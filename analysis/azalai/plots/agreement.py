"""All documented figures at once, beside what was simulated for them."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from .palette import GRID, INK, OTHERS, colours_of
from .style import finish, legend, nothing, plain

#: Groups of quantities: name, marks and what belongs to it.
GROUPS = {
    "deaths and wounded": ("o", ("deaths", "wounded")),
    "deaths by type (UCDP)": (
        "P",
        ("state_based_deaths", "non_state_deaths", "one_sided_deaths"),
    ),
    "events": ("^", ("events", "peacekeeper_attacks", "kidnappings")),
    "refugees": ("s", ("refugees",)),
    "IDPs": ("D", ("idps", "displaced")),
    "returns": ("v", ("returns_refugees", "returns_idps")),
}


def draw_agreement(axes: Axes, figures: pd.DataFrame, factor: float = 2.0) -> None:
    """Draw documented figures against what was simulated for them, on logarithmic scales.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    figures : pandas.DataFrame
        As ``documented.of_run`` or ``judgement.validate`` returns it. Figures to compare
        (``use`` is target or check) whose documented and simulated numbers are above 0.
    factor : float
        Half-width of the band around equality, > 1.
    """
    title = "Documented figures and the run"
    simulated = figures["simulated_median" if "simulated_median" in figures else "simulated"]
    documented = figures[["low", "high"]].mean(axis=1)
    is_shown = figures["use"].isin(["target", "check"]) & (documented > 0) & (simulated > 0)
    if not is_shown.any():
        nothing(axes, title, "no documented figure to compare")
        return
    colours = colours_of(GROUPS)
    drawn = []
    for name, (mark, quantities) in GROUPS.items():
        chosen = is_shown & figures["quantity"].isin(quantities)
        if not chosen.any():
            continue
        drawn += [documented[chosen], simulated[chosen]]
        axes.plot(
            documented[chosen],
            simulated[chosen],
            mark,
            color=colours[name],
            markersize=4.5,
            markeredgecolor=INK,
            markeredgewidth=0.3,
            alpha=0.8,
            label=f"{plain(name)} ({int(chosen.sum())})",
        )
    all_values = pd.concat(drawn)
    ends = np.array([all_values.min() / 1.5, all_values.max() * 1.5])
    axes.fill_between(ends, ends / factor, ends * factor, color=OTHERS, alpha=0.3, linewidth=0)
    axes.plot(ends, ends, color=INK, linewidth=0.8)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlim(ends)
    axes.set_ylim(ends)
    axes.set_aspect("equal")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
    axes.grid(color=GRID, linewidth=0.5)
    finish(axes, title, "simulated (as the observer would count)")
    axes.set_xlabel("documented (middle of its range)", fontsize="small")
    axes.plot([], [], color=OTHERS, linewidth=6, alpha=0.5, label=f"within a factor {factor:g}")
    legend(axes, loc="lower right")
