"""Posterior and prior of parameters."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, NullFormatter
from scipy import stats

from .palette import COLOURS, INK
from .style import finish, plain


@dataclass(frozen=True)
class Range:
    """What a parameter may be before anything is known of it.

    Attributes
    ----------
    low, high : float
        Ends, in the unit of the setting.
    is_log : bool
        Whether the law is one of the logarithm, and not of the value.
    middle, sd : float, optional
        Median, in the unit of the setting, and standard deviation (of the logarithm, if it is of
        that) of a normal law between the ends. Without them the law is uniform.
    """

    low: float
    high: float
    is_log: bool = False
    middle: float | None = None
    sd: float | None = None

    def density(self, values: np.ndarray) -> np.ndarray:
        """Density over the axis, 1 for the uniform law between the ends.

        Parameters
        ----------
        values : ndarray of float
            Inside the ends, in the unit of the setting.

        Returns
        -------
        ndarray
            At the points given.
        """
        if self.middle is None or self.sd is None:
            return np.ones(len(values))
        low, high, middle = _on_axis(np.array([self.low, self.high, self.middle]), self.is_log)
        law = stats.norm(middle, self.sd)
        inside = law.cdf(high) - law.cdf(low)
        return law.pdf(_on_axis(np.asarray(values), self.is_log)) / inside * (high - low)


def read_priors(path: Path | str) -> dict[str, Range]:
    """Read the priors of a study of `azalai calibrate`, or the ranges of a design of a sweep.

    Parameters
    ----------
    path : Path or str
        Study or design (TOML).

    Returns
    -------
    dict of str to Range
        By setting: of ``[priors]``, with ``law`` uniform, log-uniform, normal or lognormal, or of
        ``[parameters]`` with ``min`` and ``max``. Lists of values are left out. A normal law
        without ``bounds`` is cut at 3 standard deviations.

    Raises
    ------
    ValueError
        If the file has neither, or a law is not known.
    """
    with open(path, "rb") as file:
        study = tomllib.load(file)
    found = {
        key: Range(float(one["min"]), float(one["max"]), one.get("scale") == "log")
        for key, one in study.get("parameters", {}).items()
        if isinstance(one, dict) and "min" in one and "max" in one
    }
    for key, one in study.get("priors", {}).items():
        found[key] = _range_of(path, key, one)
    if not found:
        raise ValueError(
            f"{path}: has no [priors], and no [parameters] with min and max. Name a study or a "
            "design."
        )
    return found


def _range_of(path: Path | str, key: str, one: dict) -> Range:
    law = one.get("law")
    if law in ("uniform", "log-uniform"):
        return Range(float(one["low"]), float(one["high"]), law == "log-uniform")
    if law not in ("normal", "lognormal"):
        raise ValueError(f"{path}: {key}: law {law!r} is not known here.")
    is_log = law == "lognormal"
    middle, sd = float(one["median" if is_log else "mean"]), float(one["sd"])
    ends = [middle * np.exp(s * sd) if is_log else middle + s * sd for s in (-3.0, 3.0)]
    low, high = one.get("bounds", ends)
    return Range(float(low), float(high), is_log, middle, sd)


def read_posterior(path: Path | str) -> pd.DataFrame:
    """Read a table of posterior draws: settings as header, one draw a row.

    Parameters
    ----------
    path : Path or str
        Table (CSV).

    Returns
    -------
    pandas.DataFrame
        Numbers, in the units of the settings; a column ``weight`` if the table has one.

    Raises
    ------
    ValueError
        If a value is no number, or there is no row.
    """
    found = pd.read_csv(path, comment="#")
    for name in found:
        if not pd.api.types.is_numeric_dtype(found[name]):
            raise ValueError(
                f"{path}: column {name}: has values that are no numbers. Correct them."
            )
    if found.empty:
        raise ValueError(f"{path}: has no draws.")
    return found


def draw_posterior(
    axes: Axes,
    draws: np.ndarray,
    prior: Range | None,
    name: str,
    weights: np.ndarray | None = None,
    bins: int = 20,
) -> None:
    """Draw the posterior of one parameter as bars and its prior as a line.

    A parameter that is the same in all draws was not fitted, and is a line where it was kept.
    Both are densities over the axis as it is drawn: logarithmic where the prior is, so that equal
    areas are equal probabilities.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    draws : ndarray of float, shape (n_draws,)
        Draws of the posterior, in the unit of the setting.
    prior : Range, optional
        Range of the prior; the draws' own range if left out.
    name : str
        Setting, for the title.
    weights : ndarray of float, shape (n_draws,), optional
        Weight of each draw.
    bins : int
        Bars over the range.
    """
    draws = np.asarray(draws, dtype=float)
    shown = prior or Range(float(draws.min()), float(draws.max()) or 1.0)
    if prior is not None and draws.min() == draws.max():
        _draw_fixed(axes, float(draws[0]), prior, name)
        return
    low, high = (float(end) for end in _on_axis(np.array([shown.low, shown.high]), shown.is_log))
    if low == high:
        low, high = low - 0.5, high + 0.5
    edges = np.linspace(low, high, bins + 1)
    counts, _ = np.histogram(_on_axis(draws, shown.is_log), edges, weights=weights)
    total = counts.sum() or 1.0
    height = counts / total * bins  # 1: as the uniform law between the ends has it
    back = np.exp(edges) if shown.is_log else edges
    axes.stairs(height, back, fill=True, color=COLOURS["posterior"], alpha=0.75, label="posterior")
    if prior is not None:
        ends = _on_axis(np.array([prior.low, prior.high]), prior.is_log)
        inside = np.linspace(ends[0], ends[1], 101)
        inside = np.clip(np.exp(inside) if prior.is_log else inside, prior.low, prior.high)
        density = prior.density(inside)
        axes.plot(
            [prior.low, *inside, prior.high],
            [0, *density, 0],
            color=INK,
            linewidth=1.2,
            linestyle="--",
            label="prior",
        )
    middle, first, last = _quantiles(draws, weights, (0.5, 0.05, 0.95))
    top = max(1.0, float(height.max()), 0.0 if prior is None else float(density.max()))
    axes.plot([first, last], [1.1 * top] * 2, color=INK, linewidth=1)
    axes.plot(middle, 1.1 * top, "o", color=INK, markersize=4, label="median, 90 %")
    axes.set_ylim(0, 1.2 * top)
    _finish(axes, shown, name)
    axes.set_ylabel("density, uniform = 1", fontsize="small")


def draw_posteriors(
    axes: list[Axes], draws: pd.DataFrame, priors: Mapping[str, Range] | None = None
) -> None:
    """Draw every parameter of a posterior on axes of its own, with one legend.

    Parameters
    ----------
    axes : list of matplotlib.axes.Axes
        As many as there are parameters.
    draws : pandas.DataFrame
        As `read_posterior` returns it.
    priors : mapping of str to Range, optional
        As `read_priors` returns it.
    """
    weights = draws["weight"].to_numpy() if "weight" in draws else None
    names = [name for name in draws if name != "weight"]
    for one, name in zip(axes, names):
        prior = (priors or {}).get(name)
        draw_posterior(one, draws[name].to_numpy(), prior, str(name), weights)
    first = next((one for one in axes if one.patches), None)
    if first is not None:
        first.legend(fontsize="x-small", framealpha=0.85, edgecolor="none", loc="best")


def _draw_fixed(axes: Axes, value: float, shown: Range, name: str) -> None:
    axes.axvline(value, color=INK, linewidth=1.2)
    axes.text(0.03, 0.92, "not fitted", transform=axes.transAxes, fontsize="small", va="top")
    axes.set_xlim(shown.low, shown.high)
    axes.set_yticks([])
    _finish(axes, shown, name)


def _finish(axes: Axes, shown: Range, name: str) -> None:
    if shown.is_log:
        axes.set_xscale("log")
        axes.xaxis.set_minor_formatter(NullFormatter())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:.3g}"))
    _few_ticks(axes, shown)
    finish(axes, plain(name))


def _on_axis(values: np.ndarray, is_log: bool) -> np.ndarray:
    return np.log(values) if is_log else values


def _quantiles(
    draws: np.ndarray, weights: np.ndarray | None, shares: tuple[float, ...]
) -> list[float]:
    order = np.argsort(draws)
    mass = np.ones(len(draws)) if weights is None else np.asarray(weights, dtype=float)
    reached = (mass[order].cumsum() - 0.5 * mass[order]) / mass.sum()
    return [float(np.interp(share, reached, draws[order])) for share in shares]


def _few_ticks(axes: Axes, shown: Range) -> None:
    if shown.is_log:
        middle = math.sqrt(shown.low * shown.high)
        axes.set_xticks([shown.low, middle, shown.high])
    else:
        axes.locator_params(axis="x", nbins=4)
