"""How many die in an event, as the model draws it, and how likely a summary of such events is.

A fatal event has round(exp(N(log median, log_sd))) deaths, at least 1 and at most `largest`
(models/attack/README.md). Only summaries of the events are at hand, so the likelihood is that of
the summary: the median of fatal events, the 95th percentile of all events, the largest event and
the sum. Percentiles and largest are order statistics of the draw before it is rounded, whose joint
density is known; the sum is taken as normal given these.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

NODES, WEIGHTS = np.polynomial.legendre.leggauss(20)
IMPOSSIBLE = -1e6  # log-likelihood of what the numbers of the computer cannot tell from impossible
HEAPS = {10, 15, 20, 30, 40}  # reported numbers heap here (models/reporting/README.md)
HEAP_REACH = 2.5  # [people] what is reported as a heap lies within; our assumption


@dataclass(frozen=True)
class Summary:
    """What is known of the events of one kind; deaths in people."""

    events: int
    mean: float  # of all events, to two digits
    fatal_share: float
    median: float  # of fatal events
    percentile_95: float  # of all events
    largest: int

    @property
    def fatal(self) -> int:
        """Number of events in which somebody died."""
        return round(self.fatal_share * self.events)

    @property
    def deaths(self) -> float:
        """Number of dead in all events."""
        return self.mean * self.events

    @property
    def median_rank(self) -> float:
        """Rank of the median among fatal events, from 1."""
        return (self.fatal + 1) / 2

    @property
    def percentile_rank(self) -> float:
        """Rank of the 95th percentile of all events among fatal events, from 1."""
        return 0.95 * (self.events - 1) + 1 - (self.events - self.fatal)


class DeathCounts:
    """Cumulative sums of the distribution of deaths of a fatal event."""

    def __init__(self, median: float, log_sd: float, largest: int) -> None:
        self.log_median, self.log_sd, self.largest = math.log(median), log_sd, largest
        below = [0.0, *(self.cdf(d + 0.5) for d in range(1, largest)), 1.0]
        self.below = np.array(below)  # P(deaths <= 0, 1, .., largest)
        mass, deaths = np.diff(self.below), np.arange(1, largest + 1)
        self.sums = np.concatenate([[0.0], np.cumsum(mass * deaths)])
        self.squares = np.concatenate([[0.0], np.cumsum(mass * deaths**2)])

    def cdf(self, deaths: float) -> float:
        """Probability that the unrounded number is at most so large."""
        if deaths <= 0.5:  # all that is below 1 counts as 1
            return 0.0
        return 0.5 * math.erfc((self.log_median - math.log(deaths)) / (self.log_sd * 2**0.5))

    @property
    def mean(self) -> float:
        """Mean deaths of a fatal event [people]."""
        return float(self.sums[-1])

    @property
    def variation(self) -> float:
        """Standard deviation over mean."""
        return math.sqrt(self.squares[-1] - self.mean**2) / self.mean

    def moments(self, low, high):
        """Mean and variance of deaths between two levels of the distribution (0 if equal)."""
        mass = np.maximum(high - low, 1e-12)
        first = np.interp(high, self.below, self.sums) - np.interp(low, self.below, self.sums)
        second = np.interp(high, self.below, self.squares) - np.interp(
            low, self.below, self.squares
        )
        mean = first / mass
        return mean, np.maximum(second / mass - mean**2, 0.0)

    def draw(self, random: np.random.Generator, size) -> np.ndarray:
        """Draw the deaths of fatal events."""
        latent = np.exp(random.normal(self.log_median, self.log_sd, size))
        return np.clip(np.rint(latent), 1, self.largest)


def levels(counts: DeathCounts, value: float):
    """Nodes and weights over the levels of the distribution that are reported as a value."""
    reach = HEAP_REACH if value in HEAPS else 0.5
    low, high = counts.cdf(value - reach), counts.cdf(value + reach)
    half = (high - low) / 2
    return low + half * (NODES + 1), WEIGHTS * half


def log_likelihood(median: float, log_sd: float, summary: Summary) -> float:
    """Logarithm of the probability density of the summary's median, percentile, largest, sum."""
    counts = DeathCounts(median, log_sd, summary.largest)
    n, rank, rank95 = summary.fatal, summary.median_rank, summary.percentile_rank
    use95 = rank95 - rank >= 1
    u, weight = levels(counts, summary.median)
    v = u
    if use95:
        v, weight95 = levels(counts, summary.percentile_95)
        u, v = (axis.ravel() for axis in np.meshgrid(u, v))
        weight = np.outer(weight95, weight).ravel()
        keep = v > u
        u, v, weight = u[keep], v[keep], weight[keep]
    else:
        rank95 = rank
    if v.size == 0 or u.min() <= 0 or v.max() >= 1:
        return IMPOSSIBLE
    log_density = (rank - 1) * np.log(u) + (n - rank95) * np.log1p(-v)
    constant = math.lgamma(n + 1) - math.lgamma(rank) - math.lgamma(n - rank95 + 1)
    if use95:
        log_density += (rank95 - rank - 1) * np.log(v - u)
        constant -= math.lgamma(rank95 - rank)
    below_top = np.maximum(counts.below[-2] - v, 0) / (1 - v)
    log_density += np.log(np.maximum(1 - below_top ** (n - rank95), 1e-300))
    log_density += log_density_of_sum(counts, summary, u, v, (rank, rank95 if use95 else rank))
    top = log_density.max()
    total = float(np.sum(weight * np.exp(log_density - top)))
    return constant + top + math.log(total) if total > 0 else IMPOSSIBLE


def log_density_of_sum(counts, summary, u, v, ranks):
    """Log density of the sum of deaths, given the levels of the median and the percentile."""
    rank, rank95 = ranks
    parts = [(rank - 0.5, np.zeros_like(u), u), (rank95 - rank, u, v)]
    parts.append((max(summary.fatal - rank95 - 0.5, 0), v, np.ones_like(v)))
    mean = np.full_like(u, summary.largest, dtype=float)
    variance = np.full_like(u, (0.01 * summary.events) ** 2 / 12)  # the mean has two digits
    for number, low, high in parts:
        of_part, spread = counts.moments(low, high)
        mean += number * of_part
        variance += number * spread
    return -0.5 * np.log(2 * np.pi * variance) - (summary.deaths - mean) ** 2 / (2 * variance)
