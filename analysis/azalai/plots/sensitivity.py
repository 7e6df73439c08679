"""Which parameters a result depends on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from .palette import COLOURS, INK
from .style import finish, legend, nothing, plain

COLUMNS = ("key", "first", "total")


def read_sensitivity(path: Path | str, target: str | None = None) -> pd.DataFrame:
    """Read a table of indices, such as ``sobol.csv`` of a calibration.

    Parameters
    ----------
    path : Path or str
        CSV with ``key`` or ``parameter``, ``first``, ``total`` and perhaps their intervals.
    target : str, optional
        Rows of this ``target`` only, where the table has several.

    Returns
    -------
    pandas.DataFrame
        As `draw_sensitivity` takes it.

    Raises
    ------
    ValueError
        If the table has several targets and none is named, or not that one.
    """
    found = pd.read_csv(path, comment="#").rename(columns={"parameter": "key"})
    if "target" in found:
        known = list(dict.fromkeys(found["target"]))
        if target is None and len(known) > 1:
            raise ValueError(f"{path}: has {len(known)} targets. Name one, such as {known[0]}.")
        found = found[found["target"] == (target or known[0])]
        if found.empty:
            raise ValueError(f"{path}: has no target {target}. There are {', '.join(known)}.")
    return found.reset_index(drop=True)


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
