"""`azalai validate`: runs beside documented figures and stylised facts."""

import json

import pytest


@pytest.fixture
def run(azalai, small):
    """Run the small country; return the result file."""

    def run_it(seed=1, *settings):
        file = f"{seed}.h5"
        done = azalai("run", small, "-o", file, "--seed", seed, *settings)
        assert done.returncode == 0, done.stderr
        return file

    return run_it


@pytest.fixture
def validate(azalai):
    """Validate, and return what it prints."""

    def validate_it(*arguments):
        done = azalai("validate", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return validate_it


def test_help_has_an_example(azalai):
    assert "Example:\n  azalai validate " in azalai("validate", "--help").stdout


def test_wrong_input_is_told(azalai, small, run):
    assert azalai("validate").returncode == 2
    done = azalai("validate", "none.h5")
    assert done.returncode == 2
    assert "none.h5" in done.stderr
    done = azalai("validate", run(1, "--set", "output.cells_every_days=0"))
    assert done.returncode == 2
    assert "--set output.cells_every_days=28" in done.stderr


def test_a_misspelled_fact_is_told_before_anything_else(azalai, small):
    facts = small.parent / "facts.csv"
    facts.write_text(facts.read_text().replace("zero_death_share", "zero_deth_share"))
    done = azalai("validate", "none.h5", "--facts", facts)
    assert done.returncode == 2
    assert "facts.csv:3: column 'key'" in done.stderr
    assert "Did you mean zero_death_share?" in done.stderr


def test_one_run_and_its_facts(validate, small, run):
    text = validate(run(), "--facts", small.parent / "facts.csv")
    assert "One run has an interval of no width" in text
    assert "data of the run's period: 2 in, 1 OUT, 0 not computed." in text
    assert "data of another period, not judged: 1 in, 0 OUT, 0 not computed." in text
    assert "events of the year" not in text
    assert max(map(len, text.splitlines())) <= 100


def test_several_runs_as_json(validate, small, run):
    files = [run(seed) for seed in [1, 2, 3]]
    found = json.loads(validate(*files, "--facts", small.parent / "facts.csv", "--json"))
    assert [one["file"] for one in found["files"]] == files
    assert all(one["events_used"] > 20 for one in found["files"])
    facts = {fact["key"]: fact for fact in found["facts"]}
    share = facts["zero_death_share"]
    assert share["inside"] is True and share["period"] == "same"
    assert share["simulated"]["p05"] <= share["simulated"]["median"] <= share["simulated"]["p95"]
    assert share["simulated"]["runs"] == 3
    assert facts["mean_deaths_fatal"]["inside"] is False
    assert facts["gini_cells_events"]["period"] == "other"
    same = found["summary"]["facts"]["same_period"]
    assert same == {"inside": 2, "outside": 1, "not_computed": 0}


def test_without_a_table_every_fact_is_listed(validate, run):
    file = run()
    assert "Facts are not judged: give --facts" in validate(file)
    found = json.loads(validate(file, "--json"))
    assert len(found["facts"]) > 150
    assert all(fact["target"] is None for fact in found["facts"])


def test_runs_of_different_periods_are_refused(azalai, validate, run):
    whole, part = run(1), run(2, "--days", 60)
    validate(whole)
    done = azalai("validate", whole, part)
    assert done.returncode == 2
    assert "are of different scenarios" in done.stderr
