"""`azalai export`: results as tables of other projects and as plain CSV."""

import json
import subprocess

import h5py
import numpy as np
import pytest

pandas = pytest.importorskip("pandas")


@pytest.fixture
def run(azalai, small, tmp_path):
    """A result file of the small country."""
    done = azalai("run", small, "-o", "a.h5", "--quiet")
    assert done.returncode == 0, done.stderr
    return tmp_path / "a.h5"


@pytest.fixture
def export(azalai, run):
    """Export the run; the last argument but its options is the CSV file."""
    return lambda *arguments: azalai("export", run, *arguments)


def test_a_dataset_is_a_long_table(export, run, tmp_path):
    done = export("--format", "csv", "--dataset", "/totals/deaths", "-o", "deaths.csv")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "deaths.csv: /totals/deaths\n"
    table = pandas.read_csv(tmp_path / "deaths.csv", parse_dates=["time"])
    with h5py.File(run) as file:
        deaths = file["totals/deaths"][()]
    assert list(table.columns) == ["time", "side", "deaths"]
    assert np.array_equal(table.deaths.to_numpy().reshape(deaths.shape), deaths)
    assert table.time.iloc[0] == pandas.Timestamp("2012-01-01")
    assert {"civilian", "state"} <= set(table.side)


def test_a_table_of_the_file_is_a_table(export, run):
    done = export("--format", "csv", "--dataset", "/events", "-o", "events.csv")
    assert done.returncode == 0, done.stderr
    table = pandas.read_csv(run.with_name("events.csv"), parse_dates=["day"])
    with h5py.File(run) as file:
        assert len(table) == file["events/day"].size > 20
        assert np.array_equal(table.deaths, file["events/deaths"][()])
        assert np.array_equal(table.lat.astype("float32"), file["events/lat"][()])
        assert (table.victims.isna() == (file["events/victims"][()] == -1)).all()
    assert "armed_clash" in set(table.kind)
    assert table.day.is_monotonic_increasing


def test_maps_have_coordinates(export, run):
    export("--format", "csv", "--dataset", "/cells/population", "-o", "people.csv")
    table = pandas.read_csv(run.with_name("people.csv"))
    with h5py.File(run) as file:
        people = file["cells/population"][()]
        latitudes = file["cells/lat"][()]
    assert list(table.columns) == ["lat", "lon", "population"]
    assert np.array_equal(np.unique(table.lat), latitudes)
    assert table.population.sum() == people[people >= 0].sum()
    assert table.population.isna().sum() == (people < 0).sum()


def test_a_dash_is_standard_output(export, run):
    done = export("--format", "csv", "--dataset", "/refugees/people", "-o", "-")
    assert done.stdout.startswith("time,country,people\n2012-01-01,")
    assert sorted(path.name for path in run.parent.glob("*.csv*")) == []


def test_nothing_is_overwritten_without_force(export, run):
    old = run.with_name("old.csv")
    old.write_text("precious")
    arguments = ["--format", "csv", "--dataset", "/totals/deaths", "-o", "old.csv"]
    done = export(*arguments)
    assert done.returncode == 2
    assert "old.csv" in done.stderr and "--force" in done.stderr
    assert old.read_text() == "precious"
    assert export(*arguments, "--force").returncode == 0
    assert old.read_text().startswith("time,side,deaths\n")
    before = run.read_bytes()
    done = export("--format", "csv", "--dataset", "/totals/deaths", "-o", run, "--force")
    assert done.returncode == 2
    assert "is the result file itself" in done.stderr
    assert run.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "csv", "-o", "x.csv"], "--dataset"),
        (["--format", "csv", "--dataset", "/totals/death", "-o", "x.csv"], "/totals/deaths?"),
        (["--format", "csv", "--dataset", "/cells", "--unit", "country", "-o", "x.csv"], "--unit"),
        (["--format", "ucdp", "--codes", "text", "-o", "x.csv"], "--codes"),
        (["--format", "views", "--country-id", "7", "-o", "x.csv"], "--unit country"),
        (["--format", "views", "--outcomes", "deaths", "-o", "x.csv"], "deaths"),
        (
            ["--format", "views", "--outcomes", "ged_sb,ged_sb", "-o", "x.csv"],
            "ged_sb is there twice",
        ),
        (["--format", "acled", "b.h5", "-o", "x.csv"], "b.h5: is a second result file"),
        (["--format", "excel", "-o", "x.csv"], "excel"),
        (["--format", "acled"], "--output"),
    ],
)
def test_wrong_use_says_so_and_leaves_no_file(export, run, arguments, says):
    done = export(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert list(run.parent.glob("x.csv*")) == []


def test_a_full_disk_is_exit_code_74(program, export, run):
    done = export("--format", "csv", "--dataset", "/events", "-o", "absent/x.csv")
    assert done.returncode == 74
    assert "absent" in done.stderr
    arguments = ["export", run, "--format", "csv", "--dataset", "/events", "-o", "-"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [program, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 74
    assert "standard output: cannot be written (No space left on device)" in done.stderr


@pytest.mark.parametrize(("name", "columns"), [("acled", 31), ("ucdp", 49)])
def test_reports_are_tables_of_events(export, run, name, columns):
    done = export("--format", name, "-o", "x.csv")
    assert done.returncode == 0, done.stderr
    table = pandas.read_csv(run.with_name("x.csv"))
    assert table.shape[1] == columns
    assert len(table) > 0


def test_views_has_every_month_place_and_draw(azalai, export, run):
    assert export("--format", "views", "--unit", "country", "-o", "x.csv").returncode == 0
    done = azalai("export", run, run, "--format", "views", "--unit", "country", "-o", "two.csv")
    assert done.returncode == 0, done.stderr
    table = pandas.read_csv(run.with_name("two.csv"))
    assert list(table.columns[:3]) == ["month_id", "country_id", "draw"]
    assert list(table.month_id.unique()) == [385, 386, 387]
    assert list(table.draw) == [0, 1] * 3
    assert (table[table.draw == 0].ged_sb.values == table[table.draw == 1].ged_sb.values).all()


@pytest.mark.parametrize("codes", ["text", "number"])
def test_a_run_agrees_with_its_own_export(azalai, export, run, codes):
    """What is written is read back: scores are perfect, and facts are the same."""
    assert export("--format", "acled", "--codes", codes, "-o", "own.csv").returncode == 0
    own = run.with_name("own.csv")
    scored = azalai("score", run, "--events", own, "--by", "cercle", "--json")
    assert scored.returncode == 0, scored.stderr
    (result,) = json.loads(scored.stdout)["results"]
    model = next(one for one in result["forecasts"] if one["name"] == "model")
    assert model["crps"] == 0.0
    assert model["bias_ratio"] == 1.0
    validated = azalai("validate", run, "--events", own, "--json")
    assert validated.returncode == 0, validated.stderr
    facts = json.loads(validated.stdout)["facts"]
    assert len(facts) > 20
    for fact in facts:
        simulated = fact["simulated"]
        assert fact["data"]["value"] == (simulated and simulated["median"]), fact["key"]
