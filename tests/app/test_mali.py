"""The first weeks of the Mali scenario: real data, the whole country at 1:1."""

import h5py
import numpy as np
import pytest

from tests.app.results import datasets, differing

DAYS = 60


@pytest.fixture
def mali(azalai, root, tmp_path):
    """Run the first days of the scenario into a file."""

    def run(name, *options):
        scenario = root / "configs/mali/mali-2012-2016.toml"
        done = azalai("run", scenario, "-o", name, "--days", DAYS, "--quiet", *options)
        assert done.returncode == 0, done.stderr
        return tmp_path / name

    return run


def test_the_same_bytes_for_any_number_of_threads_and_another_war_for_another_seed(mali):
    one = datasets(mali("1.h5", "--threads", 1))
    assert differing(one, datasets(mali("2.h5", "--threads", 2))) == []
    assert differing(one, datasets(mali("7.h5", "--threads", 7))) == []
    other = differing(one, datasets(mali("other.h5", "--seed", 2)))
    assert "events/lat" in other and "totals/idps" in other


def test_people_are_neither_made_nor_lost_and_deaths_add_up(mali):
    with h5py.File(mali("a.h5")) as file:
        totals, events = file["totals"], file["events"]
        stocks = sum(
            totals[name][:].astype(np.int64)
            for name in ["at_home", "travelling", "waiting", "idps", "refugees"]
        )
        dead = totals["deaths"][:, 4].cumsum()
        population = file["cells/population"][:]
        assert np.all(stocks + dead == population[population > 0].sum())
        assert totals["deaths"][:].sum() == events["deaths"][:].sum() > 0
        sides = ["state", "external", "peacekeeper", "militant", "civilian"]
        by_side = [events[f"deaths_{side}"][:].sum() for side in sides]
        assert by_side == list(totals["deaths"][:].sum(axis=0))
