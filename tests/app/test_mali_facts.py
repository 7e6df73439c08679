"""Documented figures that the Mali scenario must come near to, over a few seeds.

Deaths of a year within a factor 2 of their documented range, refugees and displaced people of
2013 to 2016 within 40 %. What the scenario misses stands in KNOWN_MISSES, so that the list in
models/README.md stays true: a figure that is hit again must leave the list.
"""

import json
import statistics
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

SEEDS = range(1, 8)

# Each is missed by the median of SEEDS; why is told in models/README.md.
KNOWN_MISSES = {
    "PK-2016-MINUSMA": "peacekeepers 2016: too many of the attacks of 2016 meet them",
    "CAS-2015-ICG-SOL": "soldiers 2015: few are attacked in the centre, where they died",
}

YEARS = {
    "CAS-2012-ICG", "CAS-2012-ICG-STATE", "CAS-2012-ICG-CIV", "CAS-2012-ICG-MIL",
    "CAS-2013-ICG", "CAS-2013-ICG-SOL", "CAS-2013-ICG-CIV", "CAS-2013-ICG-MIL",
    "CAS-2014-ICG", "CAS-2014-ICG-PK", "CAS-2014-ICG-SOL", "CAS-2014-ICG-CIV", "CAS-2014-ICG-MIL",
    "CAS-2015-ICG", "CAS-2015-ACLED", "CAS-2015-ICG-PK", "CAS-2015-ICG-SOL", "CAS-2015-ICG-MIL",
    "CAS-2015-ICG-CIV", "CAS-2016-ACLED", "PK-2016-TOTAL", "PK-2016-MINUSMA",
    "X-ACLED-FAT-2012", "X-ACLED-FAT-2013", "X-ACLED-FAT-2014", "X-ACLED-FAT-2015",
    "X-ACLED-FAT-2016",
}  # fmt: skip
STOCKS = {
    "DISP-2013JAN-REF", "REF-2013MID", "IDP-2013MID", "IDP-2014FEB", "REF-2014JUL", "IDP-2014JUL",
    "REF-2015JUN", "IDP-2015JUN", "REF-2016END",
}  # fmt: skip

# Several sources count the dead of one year, each in its own way: the range spans them all.
RANGES = {
    2012: (265, 520),
    2013: (496, 905),
    2014: (189, 381),
    2015: (160, 434),
    2016: (197, 317),
}


@pytest.fixture(scope="module")
def figures(program, root, tmp_path_factory):
    """Median simulated value and documented range of every figure, by id."""
    folder = tmp_path_factory.mktemp("mali")

    def run(seed):
        done = subprocess.run(
            [program, "run", root / "configs/mali/mali-2012-2016.toml", "--seed", str(seed),
             "-o", folder / f"{seed}.h5", "--json", "--quiet", "--threads", "1"],
            capture_output=True, text=True, timeout=300, check=True,
        )  # fmt: skip
        return {f["id"]: f for f in json.loads(done.stdout)["figures"]}

    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(run, SEEDS))
    medians = {}
    for key, figure in runs[0].items():
        values = [each[key]["simulated"] for each in runs if key in each]
        medians[key] = {**figure, "simulated": statistics.median(values)}
    return medians


def distance(value, low, high):
    """How many times a value lies beyond its range, 1 inside it; None is an open end."""
    if low is not None and value < low:
        return low / max(value, 1e-9)
    if high is not None and value > high:
        return value / high
    return 1.0


@pytest.mark.parametrize("year", sorted(RANGES))
def test_deaths_of_the_year_are_within_a_factor_of_two(figures, year):
    simulated = figures[f"X-ACLED-FAT-{year}"]["simulated"]
    assert distance(simulated, *RANGES[year]) <= 2.0


@pytest.mark.parametrize("key", sorted(YEARS - set(KNOWN_MISSES)))
def test_deaths_by_side_are_within_a_factor_of_two(figures, key):
    figure = figures[key]
    assert distance(figure["simulated"], figure["low"], figure["high"]) <= 2.0, figure


@pytest.mark.parametrize("key", sorted(STOCKS - set(KNOWN_MISSES)))
def test_refugees_and_displaced_people_are_within_40_percent(figures, key):
    figure = figures[key]
    assert distance(figure["simulated"], figure["low"], figure["high"]) <= 1.4, figure


@pytest.mark.parametrize("key", sorted(KNOWN_MISSES))
def test_known_misses_are_still_missed(figures, key):
    figure = figures[key]
    limit = 2.0 if key in YEARS else 1.4
    assert distance(figure["simulated"], figure["low"], figure["high"]) > limit, "take it off"
