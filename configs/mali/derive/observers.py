"""What ACLED's coders write down of events, as models/reporting has it, for fits to their counts.

The numbers are those of [reporting] in the scenario; the formulas are on the rule's page.
"""

from __future__ import annotations

import numpy as np

MOST_COUNTS = 8
FIRST_YEAR, JUMP_YEAR = 2012, 2017
# Share of events in capitals of cercles and events a year, 2012 to 2020 (stylised_facts.py).
IN_CAPITALS = [0.64, 0.57, 0.54, 0.42, 0.43, 0.33, 0.13, 0.16, 0.11]
EVENTS = [172, 236, 116, 155, 144, 590, 590, 590, 590]


def attention(reporting: dict, size: int, random: np.random.Generator) -> np.ndarray:
    """Draw the attention that events of 2012 to 2020 get."""
    weights = np.array(EVENTS) / sum(EVENTS)
    year = random.choice(len(EVENTS), size, p=weights)
    level = reporting["attention"] * (1 + reporting["attention_growth"] * (year + 0.5))
    level = np.where(year + FIRST_YEAR >= JUMP_YEAR, level * reporting["attention_jump"], level)
    capital = random.random(size) < np.array(IN_CAPITALS)[year]
    return np.where(capital, level * reporting["capital_factor"], level)


def told(deaths: np.ndarray, reporting: dict, random: np.random.Generator) -> np.ndarray:
    """Draw one count of the dead for each event."""
    count = np.rint(deaths * np.exp(random.normal(0, reporting["count_spread"], deaths.shape)))
    luck = random.random(deaths.shape)
    step = np.where(count < 20, 5, 10)
    rounded = np.where(count < 8, count, np.floor((count + step // 2) / step) * step)
    word = np.select([count >= 100, count >= 24, count >= 10], [100, 12, 10], count)
    vague = reporting["vague_words"]
    return np.select([luck < vague, luck < vague + reporting["rounding"]], [word, rounded], count)


def lowest_count(deaths: np.ndarray, reporting: dict, random: np.random.Generator) -> np.ndarray:
    """Draw what is written down: the lowest of rival counts."""
    rivals = random.poisson(reporting["rival_counts"] * np.log1p(deaths))
    lowest = told(deaths, reporting, random)
    for k in range(1, MOST_COUNTS):
        another = told(deaths, reporting, random)
        lowest = np.where(rivals >= k, np.minimum(lowest, another), lowest)
    return np.where(deaths > 0, lowest, 0)


def written_down(deaths: np.ndarray, reporting: dict, random: np.random.Generator) -> np.ndarray:
    """Return the counts of the events that are heard of."""
    level = attention(reporting, deaths.size, random)
    heard = random.random(deaths.size) < -np.expm1(-level * (1 + deaths))
    return lowest_count(deaths, reporting, random)[heard]
