"""Readers of result files: what they return, and what they refuse."""

import h5py
import numpy as np
import pytest
from small_run import DAYS, write_small_run

from azalai import runs


def test_totals_stop_where_the_run_was_committed(run):
    totals = runs.totals(run)
    assert totals.sizes == {"time": DAYS, "side": 5, "kind": 2}
    assert totals["deaths"].max() == 3
    assert totals["deaths"].sel(side="militant").sum() == 3 * DAYS
    assert totals["deaths"].sel(side="civilian").sum() == DAYS // 10
    assert totals["refugees"].dims == ("time",)


def test_days_are_dates(run):
    time = runs.totals(run)["time"].to_numpy()
    assert time[0] == np.datetime64("2012-01-17")
    assert time[-1] == np.datetime64("2012-02-25")


def test_displaced_people_have_names(run):
    assert runs.refugees(run).sel(country="Niger")[-1] == DAYS - 1
    assert runs.idps(run).sel(region="Gao").sum() == 0
    assert runs.idps(run).sizes["time"] == DAYS


def test_lists_of_refugees_are_read_beside_who_is_there(run):
    niger = runs.registered(run).sel(country="Niger")
    assert (niger[14], niger[15]) == (28, 15)
    from_abroad, from_inside = runs.returned(run)
    assert from_abroad.dims == ("time", "country") and from_inside.dims == ("time", "region")
    assert from_abroad.sum() == 2 * DAYS


def test_an_older_file_has_no_lists(tmp_path):
    path = write_small_run(tmp_path / "old.h5", version=(1, 0))
    with h5py.File(path, "a") as file:
        del file["refugees/registered"]
    with pytest.raises(ValueError, match="format 1.0 has no /refugees/registered"):
        runs.registered(path)
    assert runs.refugees(path).sizes["time"] == DAYS


def test_places_and_actors_are_decoded(run):
    places = runs.places(run)
    assert places["kind"].tolist() == ["town", "camp"]
    assert places["country"].tolist() == ["Mali", "Niger"]
    assert runs.settled(run).sel(place="abala")[0] == 6
    assert runs.actors(run)["side"].tolist() == ["state", "militant"]


def test_events_name_their_parties(run):
    events = runs.events(run)
    assert len(events) == 3
    assert events["attacker"].tolist() == ["MNLA", "MNLA", "MNLA"]
    assert events["target"].tolist() == ["FAMA", None, "FAMA"]
    assert events["kind"].tolist() == ["armed_clash", "armed_clash", "place_taken"]
    assert events["region"].tolist() == ["Gao", "Mopti", None]
    assert events["date"].to_numpy()[2] == np.datetime64("2012-02-17")
    assert events["deaths"].sum() == 4


def test_holders_and_agreements_are_decoded(run):
    holders = runs.holders(run, ["gao"])
    assert holders["gao"].iloc[0] == "FAMA"
    assert holders["gao"].iloc[-1] is None
    with pytest.raises(KeyError):
        runs.holders(run, ["nowhere"])
    agreements = runs.agreements(run)
    assert agreements["key"].tolist() == ["truce", "accord"]
    assert agreements["b"].tolist() == ["MNLA", "MNLA"]
    assert agreements["months"].round(2).tolist() == [round(10 / 30.44, 2), round(19 / 30.44, 2)]


def test_strength_is_by_actor(run):
    strength = runs.strength(run)
    assert strength.sizes == {"time": 2, "actor": 2}
    assert strength["funds"].sel(actor="MNLA").to_numpy().tolist() == [500, 500]


def test_politics_names_its_parties(run):
    politics = runs.politics(run)
    assert politics["kind"].tolist() == ["split", "coup"]
    assert politics["actor"].tolist() == ["MNLA", "FAMA"]
    assert politics["other"].tolist() == ["FAMA", None]
    assert politics["place"].tolist() == [-1, 1]
    assert politics["date"].to_numpy()[1] == np.datetime64("2012-01-21")


def test_an_older_file_has_no_politics(tmp_path):
    path = write_small_run(tmp_path / "old.h5", version=(1, 1))
    with h5py.File(path, "a") as file:
        del file["politics"]
    with pytest.raises(ValueError, match="format 1.1 has no /politics .since 1.2"):
        runs.politics(path)


def test_maps_are_missing_where_nothing_is(run):
    pact = runs.maps(run, "pact")
    assert pact.dims == ("time", "lat", "lon") and pact.sizes["time"] == 2
    assert pact.notnull().sum() == 1
    assert pact.sel(lat=14.0, lon=0.0)[1] == 1
    with pytest.raises(KeyError):
        runs.maps(run, "happiness")


def test_cells_of_the_country_are_marked(run):
    mask = runs.country_mask(run)
    assert mask.to_numpy().tolist() == [[True, True, False], [True, False, False]]


def test_what_a_run_is(run):
    assert runs.seed(run) == 7
    assert runs.title(run) == "A small war"
    assert not runs.is_complete(run)


def test_another_type_of_file_is_refused(tmp_path):
    path = write_small_run(tmp_path / "other.h5", file_type="azalai-sweep")
    with pytest.raises(ValueError, match="azalai-sweep"):
        runs.totals(path)


def test_a_newer_format_is_refused(tmp_path):
    path = write_small_run(tmp_path / "newer.h5", version=(2, 0))
    with pytest.raises(ValueError, match="format 2.0"):
        runs.events(path)


def test_a_newer_minor_version_is_read(tmp_path):
    path = write_small_run(tmp_path / "minor.h5", version=(1, 9))
    assert runs.seed(path) == 7


def test_a_file_that_is_not_hdf5_is_refused(tmp_path):
    path = tmp_path / "text.h5"
    path.write_text("no result")
    with pytest.raises(OSError):
        runs.totals(path)
