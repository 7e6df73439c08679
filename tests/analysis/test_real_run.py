"""The readers against a file that the program has just written: the first weeks of Mali."""

import os
import subprocess
from pathlib import Path

import pytest

from azalai import facts, plots, runs

ROOT = Path(__file__).parents[2]
PROGRAMS = [
    Path(os.environ.get("AZALAI", ROOT / "build/dev/azalai")),
    ROOT / "build/release/azalai",
]


@pytest.fixture(scope="module")
def real_run(tmp_path_factory):
    """Path of the result of a short run; skips where no program was built."""
    program = next((path for path in PROGRAMS if path.exists()), None)
    if program is None:
        pytest.skip("no program: build the dev preset")
    path = tmp_path_factory.mktemp("run") / "mali.h5"
    scenario = ROOT / "configs/mali/mali-2012-2016.toml"
    command = [program, "run", scenario, "-o", path, "--days", "30", "--seed", "3", "--quiet"]
    subprocess.run(command, check=True)
    return path


def test_every_reader_reads_it(real_run):
    totals = runs.totals(real_run)
    assert runs.is_complete(real_run)
    assert runs.seed(real_run) == 3
    assert totals.sizes["time"] == 30
    assert "bamako" in runs.places(real_run)["key"].tolist()
    assert runs.settled(real_run).sizes["place"] == len(runs.places(real_run))
    assert runs.country_mask(real_run).to_numpy().sum() > 10_000
    assert runs.strength(real_run)["arms"].sum() > 0
    assert set(runs.politics(real_run)["actor"].dropna()) <= set(runs.actors(real_run)["key"])
    services = runs.maps(real_run, "services")
    assert services.min() >= 0 and services.max() <= 1


def test_events_and_totals_agree(real_run):
    totals, events = runs.totals(real_run), runs.events(real_run)
    assert len(events) > 0
    assert len(events) == totals["events"].sum()
    no_violence = totals["events"].sel(kind=list(facts.NOT_VIOLENT)).sum()
    assert len(facts.violent(events)) == len(events) - no_violence
    for side in totals["side"].to_numpy():
        assert events[f"deaths_{side}"].sum() == totals["deaths"].sel(side=side).sum()
    assert set(events["attacker"].dropna()) <= set(runs.actors(real_run)["key"])


def test_displaced_people_and_totals_agree(real_run):
    totals = runs.totals(real_run)
    assert (runs.refugees(real_run).sum("country") == totals["refugees"]).all()
    assert (runs.idps(real_run).sum("region") == totals["idps"]).all()


def test_lists_hold_no_fewer_than_are_there_before_they_are_verified(real_run):
    assert (runs.registered(real_run) >= runs.refugees(real_run)).all()
    from_abroad, from_inside = runs.returned(real_run)
    totals = runs.totals(real_run)
    assert (from_abroad.sum("country") == totals["refugees_returned"]).all()
    assert (from_inside.sum("region") == totals["idps_returned"]).all()


def test_no_side_is_left_out_of_the_months(real_run):
    totals = runs.totals(real_run)
    assert plots.deaths_by_month(totals).to_numpy().sum() == totals["deaths"].sum()
