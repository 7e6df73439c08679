"""People of Mali on a date, and their split over the cercles."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import numpy as np

from tables import ascii_name, largest_remainder, read_table

# Censuses of Mali, INSTAT: first day of the count and resident population. The month of the fifth
# census is documented, its day is our assumption (15 days move the result by less than 0.1 %).
CENSUS_2009 = (date(2009, 4, 1), 14_528_662)
CENSUS_2022 = (date(2022, 6, 15), 21_347_586)
START = date(2012, 1, 17)  # first day of the war, and of the simulation


def growth_since_2009(day: date) -> float:
    """Return people on a day over people at the census of 2009, log-linear between the censuses."""
    (first, before), (last, after) = CENSUS_2009, CENSUS_2022
    return math.exp(math.log(after / before) * (day - first).days / (last - first).days)


def national_population(day: date) -> int:
    """Return the people of Mali on a day."""
    return round(CENSUS_2009[1] * growth_since_2009(day))


def cercle_population(data: Path, day: date) -> dict[str, int]:
    """Return people by cercle on a day; they add up to the national population exactly."""
    rows = read_table(data / "population" / "mali_cercle_pop2020_area.csv")
    rows.sort(key=lambda row: ascii_name(row["adm2"]))
    shares = np.array([float(row["T_TL"]) for row in rows])
    people = largest_remainder(shares, national_population(day))
    return {ascii_name(row["adm2"]): int(n) for row, n in zip(rows, people)}
