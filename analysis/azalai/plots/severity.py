"""The tail of deaths by event."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter

from .. import facts
from .palette import BLUE, GRID, INK, OTHERS, QUIET, VERMILION
from .style import finish, legend, nothing, plain

#: Exponents of ACLED's events in Mali, 2012-2020: configs/mali/stylised_facts.csv.
DOCUMENTED = {3: (1.9, 2.2), 10: (2.6, 3.2)}


def tail(deaths: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Share of fatal events with at least so many deaths.

    Parameters
    ----------
    deaths : ndarray of int, shape (n_events,)
        Deaths of each event [people].

    Returns
    -------
    tuple of ndarray
        The different numbers of deaths >= 1, ascending, and the share of fatal events with as many
        or more, 0 to 1.
    """
    fatal = np.asarray(deaths)
    fatal = fatal[fatal > 0]
    sizes, counts = np.unique(fatal, return_counts=True)
    return sizes, counts[::-1].cumsum()[::-1] / max(1, fatal.size)


def draw_severity(
    axes: Axes,
    deaths: np.ndarray,
    documented: Mapping[int, tuple[float, float]] | None = None,
    label: str = "simulated",
    happened: np.ndarray | None = None,
) -> None:
    """Draw the tail of deaths by event, with power laws of the documented exponents.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    deaths : ndarray of int, shape (n_events,)
        Deaths of each event [people]. Give what an observer would have written down where the
        documented exponents are of such reports.
    documented : mapping of int to tuple of float, optional
        Low and high exponent by the least deaths from which it was fitted, >= 1. Each is drawn from
        there on as the fan of slopes that it allows, fixed to the simulated share at that number.
    label : str
        What the deaths are of.
    happened : ndarray of int, shape (n_all_events,), optional
        Deaths of each event that happened, where ``deaths`` are reported ones [people].
    """
    title = "Severity of fatal events"
    sizes, shares = tail(deaths)
    if len(sizes) < 2:
        nothing(axes, title, "fewer than two sizes of fatal events")
        return
    axes.plot(
        sizes, shares, "o", color=VERMILION, markersize=3.5, markeredgewidth=0, label=plain(label)
    )
    if happened is not None:
        every, of_all = tail(happened)
        settings = {"markersize": 4.5, "fillstyle": "none", "markeredgewidth": 0.7, "zorder": 1.5}
        axes.plot(every, of_all, "o", color=QUIET, label="simulated, all that happened", **settings)
    for (smallest, (low, high)), colour in zip(sorted((documented or {}).items()), (OTHERS, BLUE)):
        if not (sizes >= smallest).any():
            continue
        at = shares[np.searchsorted(sizes, smallest)]
        x = np.array([smallest, sizes[-1]], dtype=float)
        steep, flat = (at * (x / smallest) ** (1.0 - exponent) for exponent in (high, low))
        fitted = facts.exact_tail_exponent(np.asarray(deaths), smallest)
        axes.fill_between(
            x,
            steep,
            flat,
            color=colour,
            alpha=0.4,
            linewidth=0,
            label=f"documented exponent {low:g} to {high:g} from {smallest} deaths"
            f"\n(simulated: {fitted:.2f})",
        )
    axes.set_xscale("log")
    axes.set_yscale("log")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.4g}"))
        axis.set_minor_formatter(FuncFormatter(lambda *_: ""))
    axes.set_ylim(shares[-1] / 2, 1.4)
    axes.grid(color=GRID, linewidth=0.5)
    finish(axes, title, "share of fatal events with at least so many")
    axes.set_xlabel("deaths in one event [people]", fontsize="small", color=INK)
    legend(axes, loc="lower left")
