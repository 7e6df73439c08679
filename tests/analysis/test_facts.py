"""Statistics of events against numbers worked out by hand or known in distribution."""

import numpy as np
import pandas as pd
import pytest
import xarray as xr

from azalai import facts, runs


def test_tail_exponent_by_hand():
    assert facts.tail_exponent(np.array([0, 1, 5, 5]), 5) == pytest.approx(
        1 + 2 / (2 * np.log(5 / 4.5))
    )
    assert np.isnan(facts.tail_exponent(np.array([0, 1]), 10))


def test_tail_exponent_recovers_a_power_law():
    uniform = np.random.default_rng(1).uniform(size=200_000)
    deaths = np.floor((10 - 0.5) * (1 - uniform) ** (-1 / 1.5) + 0.5)
    assert facts.tail_exponent(deaths, 10) == pytest.approx(2.5, abs=0.02)


def test_burstiness_of_a_clock_and_of_chance():
    days = np.datetime64("2012-01-17") + np.arange(0, 900, 3).astype("timedelta64[D]")
    assert facts.burstiness(days) == -1.0
    gaps = np.random.default_rng(2).exponential(500.0, size=20_000).astype("timedelta64[D]")
    chance = np.datetime64("2012-01-17") + np.cumsum(gaps)
    assert facts.burstiness(chance) == pytest.approx(0.0, abs=0.02)


def test_large_events_hold_their_share():
    assert facts.large_event_shares(np.array([0, 5, 15])) == (0.5, 0.75)


def test_changes_of_hands_are_no_violence(run):
    events = facts.violent(runs.events(run))
    assert len(events) == 2


def test_quiet_months_are_counted(run):
    events = facts.violent(runs.events(run))
    assert facts.quiet_share(events, cercles=2, months=2) == 0.5  # both cercles in January only


def test_the_flow_of_refugees_is_that_of_the_counts_given():
    days = pd.date_range("2012-01-01", "2012-05-31")
    month = days.month.to_numpy()
    refugees = np.array([0, 0, 10, 40, 50, 70])[month]  # changes of 10, 30, 10 and 20 in a month
    totals = xr.Dataset(
        {
            "refugees": ("time", refugees),
            "deaths": (("time", "side"), (refugees * 0 + month % 2)[:, None]),
            "events": (("time", "kind"), np.array([0, 0, 1, 3, 1, 2])[month][:, None]),
        },
        {"time": days, "side": ["state"], "kind": ["armed_clash"]},
    )
    totals["events"] = totals["events"] / days.days_in_month.to_numpy()[:, None]
    assert facts.flow_correlations(totals, "2012-02", "2012-05")[1] == pytest.approx(1.0)
    lists = xr.DataArray(np.stack([-refugees, 0 * refugees], 1), dims=("time", "country"))
    lists = lists.assign_coords(time=days)
    assert facts.flow_correlations(totals, "2012-02", "2012-05", lists)[1] == pytest.approx(-1.0)


def test_attacks_on_civilians_by_year():
    events = pd.DataFrame(
        {
            "date": pd.to_datetime(["2012-01-20", "2012-05-01", "2013-01-01"]),
            "kind": ["attack_on_civilians", "armed_clash", "armed_clash"],
        }
    )
    assert facts.share_on_civilians(events).to_dict() == {2012: 0.5, 2013: 0.0}
