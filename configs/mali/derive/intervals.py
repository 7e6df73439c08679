"""Maximum likelihood on grids, with intervals by profile; numpy is all it needs."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

DROP = 2.7055 / 2  # log-likelihood lost at the ends of a 90 % interval (chi2 of one parameter)


def ends(grid: np.ndarray, profile: np.ndarray) -> tuple[float, float]:
    """Return where a profile crosses its maximum less DROP, or the end of the grid."""
    level = profile.max() - DROP
    inside = np.flatnonzero(profile >= level)
    first, last = inside[0], inside[-1]
    low, high = grid[first], grid[last]
    if first > 0:
        low = np.interp(level, profile[first - 1 : first + 1], grid[first - 1 : first + 1])
    if last < grid.size - 1:
        high = np.interp(level, profile[[last + 1, last]], grid[[last + 1, last]])
    return float(low), float(high)


def fit_two(log_likelihood: Callable[[float, float], float], first: tuple, second: tuple):
    """Fit two positive parameters on logarithmic grids, each given as (low, high).

    Looks at a coarse grid, then at a fine one round the part within 6 of the maximum.

    Returns ((estimate, low, high) of the first, the same of the second, log-likelihood).
    """
    ranges = [first, second]
    for size in (25, 41):
        grids = [np.geomspace(low, high, size) for low, high in ranges]
        value = np.array([[log_likelihood(a, b) for b in grids[1]] for a in grids[0]])
        near = value > value.max() - 6
        ranges = [around(grid, near.any(axis=1 - k)) for k, grid in enumerate(grids)]
    best = np.unravel_index(value.argmax(), value.shape)
    fits = []
    for k, grid in enumerate(grids):
        fits.append((float(grid[best[k]]), *ends(grid, value.max(axis=1 - k))))
    return (*fits, float(value.max()))


def around(grid: np.ndarray, marked: np.ndarray) -> tuple[float, float]:
    """Return the range of the marked points and one more on each side."""
    at = np.flatnonzero(marked)
    return float(grid[max(at[0] - 1, 0)]), float(grid[min(at[-1] + 1, grid.size - 1)])


def share(successes: int, trials: int) -> tuple[float, float, float]:
    """Fit a probability: estimate and 90 % interval."""
    grid = np.linspace(0.0005, 0.9995, 4000)
    profile = successes * np.log(grid) + (trials - successes) * np.log1p(-grid)
    low, high = ends(grid, profile)
    estimate = successes / trials
    return estimate, 0.0 if successes == 0 else low, 1.0 if successes == trials else high


def digits(number: float) -> str:
    """Write a number with three digits."""
    return "" if math.isnan(number) else f"{float(f'{number:.3g}'):g}"
