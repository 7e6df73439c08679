"""`azalai score` from outside: a small country, its runs, and observations of it."""

import csv
import json

import numpy as np
import pytest

COLUMNS = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,tags,timestamp"
).split(",")
CERCLES = {"S1": (10.6, 0.6), "S2": (11.2, 2.7), "N1": (12.4, 1.1)}


def event(date, deaths, cercle="", at=None, sub_event="Armed clash"):
    """One row of ACLED."""
    lat, lon = at or CERCLES[cercle]
    types = {"Armed clash": "Battles", "Peaceful protest": "Protests"}
    row = dict.fromkeys(COLUMNS, "")
    row |= {
        "event_id_cnty": f"ALA{date}{deaths}{cercle}{lat}",
        "event_date": date,
        "year": date[:4],
        "time_precision": 1,
        "disorder_type": "Political violence" if sub_event == "Armed clash" else "Demonstrations",
        "event_type": types[sub_event],
        "sub_event_type": sub_event,
        "actor1": "Military Forces of Aland",
        "inter1": "State forces",
        "actor2": "Rebels",
        "inter2": "Rebel group",
        "interaction": "State forces-Rebel group",
        "iso": 1,
        "region": "Nowhere",
        "country": "Aland",
        "admin2": cercle,
        "location": "Somewhere",
        "latitude": lat,
        "longitude": lon,
        "geo_precision": 1,
        "source": "Test",
        "fatalities": deaths,
        "timestamp": 0,
    }
    return row


def month_of(index):
    """The month so many months after December 2010."""
    return f"{2010 + (index + 11) // 12}-{(index + 11) % 12 + 1:02d}"


@pytest.fixture
def deaths():
    """Observed deaths by month from December 2010 and cercle S1, S2, N1; shape (16, 3)."""
    return np.random.default_rng(1).poisson([3.0, 0.5, 10.0], (16, 3))


@pytest.fixture
def events(tmp_path, deaths):
    """A file of these: S1 by name, S2 by coordinates, N1 in two events, and one event abroad."""
    rows = [event("2010-12-01", 0, "S1", sub_event="Peaceful protest")]
    for index, (s1, s2, n1) in enumerate(deaths):
        month = month_of(index)
        rows.append(event(f"{month}-03", s1, "S1"))
        rows.append(event(f"{month}-10", s2, at=CERCLES["S2"]))
        rows.append(event(f"{month}-11", n1 // 2, "N1"))
        rows.append(event(f"{month}-28", n1 - n1 // 2, "N1"))
    rows.append(event("2012-02-02", 500, at=(10.6, 4.6)))
    path = tmp_path / "acled.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def runs(azalai, small):
    """Result files of two runs, January to March 2012."""
    for seed in (1, 2):
        done = azalai("run", small, "-o", f"run-{seed}.h5", "--seed", seed)
        assert done.returncode == 0, done.stderr
    return ["run-1.h5", "run-2.h5"]


@pytest.fixture
def score(azalai, runs, events):
    """Score both runs."""
    return lambda *options: azalai("score", *runs, "--events", events, *options)


def scores_of(done, name, result=0):
    """Scores of one forecast in the output as JSON."""
    assert done.returncode == 0, done.stderr
    forecasts = json.loads(done.stdout)["results"][result]["forecasts"]
    return next(one for one in forecasts if one["name"] == name)


def crps(draws, observed):
    """Mean CRPS, from its definition; draws come first."""
    spread = np.abs(draws[:, None] - draws[None, :]).mean(axis=(0, 1))
    return (np.abs(draws - observed).mean(axis=0) - 0.5 * spread).mean()


def test_it_prints_a_table(score):
    done = score()
    assert done.returncode == 0, done.stderr
    assert "2 draws, 3 months 2012-01 to 2012-03, 3 units" in done.stdout
    assert "observed  13 events: 9 placed by name, 3 by coordinates; 1 outside" in done.stdout
    for row in ["model ", "same unit, last 12 months", "last value, Poisson", "all zero"]:
        assert f"\n  {row}" in done.stdout
    assert "CRPS and MIS90 are pessimistic" in done.stdout


def test_references_are_scored_against_what_was_observed(score, deaths):
    done = score("--json")
    told = json.loads(done.stdout)
    assert (told["draws"], told["months"], told["units"]) == (2, 3, 3)
    assert told["format"] == "acled" and told["last_seen"] == "2011-12"
    observed, before = deaths[13:], deaths[1:13]
    zero = scores_of(done, "all zero")
    assert zero["crps"] == pytest.approx(observed.mean())
    assert zero["crps_log1p"] == pytest.approx(np.log1p(observed).mean())
    assert zero["bias_ratio"] == 0.0
    same = scores_of(done, "same unit, last 12 months")
    draws = np.broadcast_to(before[:, None, :], (12, 3, 3)).astype(float)
    assert same["draws"] == 12
    assert same["crps"] == pytest.approx(crps(draws, observed))
    assert same["bias_ratio"] == pytest.approx(before.mean() / observed.mean())
    ratios = told["results"][0]["ratio_to_best_reference"]
    best = min(one["crps"] for one in told["results"][0]["forecasts"][1:])
    assert ratios["crps"] == pytest.approx(scores_of(done, "model")["crps"] / best)


def test_outcomes_types_and_units(score, deaths):
    done = score("--json", "--outcome", "events", "--type", "each")
    assert [one["type"] for one in json.loads(done.stdout)["results"]] == [
        "all",
        "battles",
        "explosions",
        "violence_against_civilians",
    ]
    assert scores_of(done, "all zero", 1)["crps"] == pytest.approx(4 / 3)
    assert scores_of(done, "all zero", 2)["crps"] == 0.0
    by_region = score("--json", "--by", "region")
    regions = np.stack([deaths[13:, :2].sum(axis=1), deaths[13:, 2]])
    assert scores_of(by_region, "all zero")["crps"] == pytest.approx(regions.mean())
    by_cell = score("--json", "--by", "priogrid")
    told = json.loads(by_cell.stdout)
    assert told["units"] == 54 and told["observed"]["by_coordinates"] == 12
    assert scores_of(by_cell, "same unit, last 12 months")["moran_difference"] is not None
    assert scores_of(by_cell, "all zero")["moran_difference"] is None
    assert score("--type", "state_based").returncode == 2


def test_a_restart_is_scored_by_lead_month(score, deaths):
    done = score("--restart", "2011-12-31", "--json")
    told = json.loads(done.stdout)
    assert (told["from"], told["last_seen"], told["reinitialised"]) == ("2012-01", "2011-12", 2)
    leads = scores_of(done, "all zero")["by_lead"]
    assert [one["lead"] for one in leads] == [1, 2, 3]
    assert [one["crps"] for one in leads] == pytest.approx(deaths[13:].mean(axis=1))
    cut = score("--restart", "2012-01-15")
    assert "not re-initialised" in cut.stdout and "up to 2011-12" in cut.stdout
    assert "CRPS by lead month" in cut.stdout and "2 months 2012-02 to 2012-03" in cut.stdout


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--restart", "2011-11-30"], "does not hold all of 2011-12"),
        (["--restart", "2011-12-31", "--from", "2012-02"], "contradicts --restart"),
        (["--restart", "2011-12"], "must be a day"),
        (["--from", "2011-12"], "--from 2011-12"),
        (["--to", "2012-04"], "--to 2012-04"),
        (["--from", "soon"], "must be a month"),
        (["--format", "ucdp"], ""),
    ],
)
def test_refusals(score, options, complaint):
    done = score(*options)
    assert done.returncode == 2, done.stdout
    assert complaint in done.stderr


def test_without_earlier_observations_it_says_why(score, events):
    lines = events.read_text(encoding="utf-8").splitlines(keepends=True)
    late = [line for line in lines if ",2010-" not in line and ",2011-" not in line]
    events.write_text("".join(late), encoding="utf-8")
    done = score()
    assert done.stdout.count("not computed: no observations up to 2011-12") == 3
    assert done.returncode == 0


def test_a_table_is_written_and_not_overwritten(score, tmp_path):
    assert score("-o", "scores.csv").returncode == 0
    with open(tmp_path / "scores.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 5 * 4  # five forecasts, all months and each of three
    assert rows[0]["forecast"] == "model" and rows[0]["lead"] == ""
    again = score("-o", "scores.csv")
    assert again.returncode == 2 and "scores.csv" in again.stderr
    assert score("-o", "scores.csv", "--force").returncode == 0


def test_threads_do_not_change_scores(score, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    one = score("--json").stdout
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    assert score("--json").stdout == one


def test_runs_on_other_maps_are_refused(azalai, small, score, events):
    grid = small.parent / "grid.csv"
    grid.write_text(grid.read_text(encoding="utf-8").replace(",S2,", ",S3,"), encoding="utf-8")
    places = small.parent / "places.csv"
    places.write_text(places.read_text(encoding="utf-8").replace(",S2,", ",S3,"), encoding="utf-8")
    assert azalai("run", small, "-o", "other.h5").returncode == 0
    done = azalai("score", "run-1.h5", "other.h5", "--events", events)
    assert done.returncode == 2 and "has other units" in done.stderr
