"""Which parameters a result depends on."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from .palette import COLOURS, INK
from .style import finish, legend, nothing, plain

COLUMNS = ("key", "first", "total")


def draw_sensitivity(axes: Axes, table: pd.DataFrame, title: str = "Sensitivity") -> None:
    """Draw Sobol's indices as bars, the most important parameter on top.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    table : pandas.DataFrame
        ``key`` (setting), ``first`` and ``total`` (index, share of the variance) and, if known,
        the ends of their intervals: ``first_low``, ``first_high``, ``total_low``, ``total_high``.
    title : str
        Of what quantity.

    Raises
    ------
    ValueError
        If a column is missing.
    """
    missing = [name for name in COLUMNS if name not in table]
    if missing:
        raise ValueError(
            f"sensitivity table: has no column {missing[0]} (needs key, first, total)."
        )
    if table.empty:
        nothing(axes, title, "no parameter")
        return
    rows = table.sort_values("total").reset_index(drop=True)
    for name, label, shift in (("total", "total", -0.2), ("first", "first order", 0.2)):
        at = np.arange(len(rows)) + shift
        axes.barh(at, rows[name], 0.38, color=COLOURS[name], label=label)
        if f"{name}_low" in rows:
            axes.hlines(at, rows[f"{name}_low"], rows[f"{name}_high"], color=INK, linewidth=1.1)
    if "total_low" in rows or "first_low" in rows:
        axes.plot([], [], color=INK, linewidth=1.1, label="interval")
    axes.set_yticks(range(len(rows)), [plain(key) for key in rows["key"]])
    axes.axvline(0, color=INK, linewidth=0.8)
    axes.grid(axis="x", color="#DDDDDD", linewidth=0.6)
    finish(axes, title)
    axes.set_xlabel("share of the variance [1]", fontsize="small")
    handles, labels = axes.get_legend_handles_labels()
    order = [labels.index(one) for one in ("first order", "total", "interval") if one in labels]
    legend(axes, handles=[handles[i] for i in order], loc="lower right")
