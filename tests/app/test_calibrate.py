"""`azalai calibrate`: the same results however the runs are shared out, and none lost."""

import csv
import json
import signal
import subprocess
import time

import pytest

from tests.app.mpi import ENVIRONMENT, mpirun, why_not

STUDY = """
name = "small-study"
title = "A small study"
scenario = "small-country/small.toml"
settings = ["scenario.last_day=2012-02-20"]
seed = {seed}

[priors]
"recruitment.join_rate" = {{ law = "log-uniform", low = 0.0005, high = 0.008 }}
"displacement.flight.rate_threat" = {{ law = "log-uniform", low = 0.002, high = 0.05 }}
"protest.rate" = {{ law = "uniform", low = 0.0, high = 0.3 }}

[targets]
until = 2012-12-31
discrepancy = 0.5
exclude = [{{ id = "REF-FEB", reason = "is part of REF-FEB-ALL" }}]

[targets.error]
default = 0.2
idps = 0.4

[[targets.patterns]]
pattern = "death_share"
from = 2012-01-01
to = 2012-01-31
of_from = 2012-01-01
of_to = 2012-02-29
low = 0.1
high = 0.9
source = "anything"

[screening]
trajectories = 3
candidates = 10
keep = 2

[optimise]
evaluations = 12

[history]
points = 12
waves = 2
seeds = 2
starts = 1
evaluations_each = 10
sample = 40
candidates = 500
steps = 5

[abc]
particles = 12
generations = 2
batch = 6
simulations = 3000
least_acceptance = 0.0

[posterior]
draws = 500
seeds = 3
"""
NOT_COMPARED = {".journal", ".state"}  # who ran what, and what cannot be printed


@pytest.fixture
def study(tmp_path, small):
    """A study of the small country that the test may change."""

    def write(seed=1, change=()):
        text = STUDY.format(seed=seed)
        if change:
            assert change[0] in text
            text = text.replace(*change)
        path = tmp_path / "study.toml"
        path.write_text(text)
        return path

    return write


def tables(folder):
    """Every file by name but for journals, states and what things cost."""
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.suffix not in NOT_COMPARED and path.name != "costs.csv"
    }


def assert_same(one, other):
    left, right = tables(one), tables(other)
    assert sorted(left) == sorted(right)
    assert [name for name in left if left[name] != right[name]] == []


def rows(path):
    lines = [line for line in path.read_text().splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


@pytest.fixture
def whole(azalai, study, tmp_path):
    """The folder of a study that was done at once."""
    result = azalai("calibrate", study(), "-o", "whole", "--jobs", 1)
    assert result.returncode == 0, result.stderr
    return tmp_path / "whole"


def test_a_study_leaves_its_tables(azalai, study, whole, tmp_path):
    assert set(tables(whole)) == {
        *("study.toml", "targets.csv", "targets-left-out.csv", "log.txt", "runs.csv", "fit.csv"),
        *("screening.csv", "optimum.csv", "waves.csv", "implausibility.csv", "report.md"),
        *("not-ruled-out.csv", "generations.csv", "particles.csv", "posterior.csv"),
    }
    targets = {row["id"]: row for row in rows(whole / "targets.csv")}
    # LATER ends after the run, REF-FEB is excluded, the others are no targets.
    assert set(targets) == {
        "DEATHS-JAN",
        "DEATHS-STATE",
        "REF-FEB-ALL",
        "IDP-FEB",
        "death_share",
    } - {
        "DEATHS-STATE"  # covers February to its end, which is not run
    }
    left_out = {row["id"]: row["reason"] for row in rows(whole / "targets-left-out.csv")}
    assert left_out["REF-FEB"] == "excluded: is part of REF-FEB-ALL"
    assert left_out["LATER"] == "runs do not give it"
    runs = rows(whole / "runs.csv")
    counts = {phase: sum(row["phase"] == phase for row in runs) for phase in ("probe", "screening")}
    assert counts == {"probe": 1, "screening": 12}
    assert sum(row["phase"] == "history" and row["round"] == "1" for row in runs) == 24
    log = (whole / "log.txt").read_text()
    assert "the 2 most influential parameters vary from now on" in log
    costs = {row["phase"]: row for row in rows(whole / "costs.csv")}
    assert sum(int(row["runs"]) for row in costs.values()) == len(runs)
    assert float(costs["abc"]["core_seconds"]) > 0


def test_draws_can_be_swept(azalai, whole, tmp_path, small):
    draws = rows(whole / "posterior.csv")
    assert len(draws) == 500
    assert set(draws[0]) == {
        *("recruitment.join_rate", "displacement.flight.rate_threat", "protest.rate"),
    }
    assert all(0.0005 <= float(row["recruitment.join_rate"]) <= 0.008 for row in draws)
    design = tmp_path / "design.toml"
    design.write_text(
        'name = "d"\nscenarios = ["small-country/small.toml"]\n'
        'posterior = "whole/posterior.csv"\ndraws = 3\n'
        'settings = ["scenario.last_day=2012-01-20"]\n'
    )
    result = azalai("sweep", design, "-o", "sweep", "--json")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["runs"] == 3


def test_the_run_at_a_row_is_the_run_of_its_settings_and_seed(azalai, whole, tmp_path):
    row = [row for row in rows(whole / "runs.csv") if row["phase"] == "history"][5]
    keys = ("recruitment.join_rate", "displacement.flight.rate_threat", "protest.rate")
    settings = [part for key in keys for part in ("--set", f"{key}={row[key]}")]
    result = azalai(
        *("run", "small-country/small.toml", "-o", "run.h5", "--seed", row["seed"], "--json"),
        *("--set", "scenario.last_day=2012-02-20", *settings),
    )
    assert result.returncode == 0, result.stderr
    h5py = pytest.importorskip("h5py")
    numpy = pytest.importorskip("numpy")
    with h5py.File(tmp_path / "run.h5") as file:
        values = dict(zip(file["figures/id"].asstr()[()], file["figures/simulated"][()]))
    for name in ("DEATHS-JAN", "IDP-FEB", "REF-FEB-ALL"):
        assert float(row[name]) == pytest.approx(numpy.log1p(values[name]), rel=1e-12)


def test_the_number_of_jobs_does_not_matter(azalai, study, whole, tmp_path):
    result = azalai("calibrate", study(), "-o", "two", "--jobs", 2)
    assert result.returncode == 0, result.stderr
    assert_same(whole, tmp_path / "two")


def test_the_seed_matters(azalai, study, whole, tmp_path):
    assert azalai("calibrate", study(seed=2), "-o", "other").returncode == 0
    assert tables(whole)["posterior.csv"] != tables(tmp_path / "other")["posterior.csv"]


def begin(program, tmp_path, *arguments):
    return subprocess.Popen(
        [program, "calibrate", *map(str, arguments)],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_shards_share_the_runs(program, study, whole, tmp_path):
    path = study()
    both = [
        begin(program, tmp_path, path, "-o", "shards", "--shard", f"{i}/2", "--jobs", 1, "--quiet")
        for i in range(2)
    ]
    for process in both:
        assert process.wait(timeout=120) == 0, process.stderr.read()
    assert_same(whole, tmp_path / "shards")
    journals = [tmp_path / f"shards/part-00{i}-of-002.journal" for i in range(2)]
    one = (tmp_path / "whole/part-000-of-001.journal").stat().st_size
    for journal in journals:  # about half of the runs each
        assert 0.3 * one < journal.stat().st_size < 0.7 * one


def test_a_shard_says_for_whom_it_waits_and_ends(azalai, study):
    result = azalai("calibrate", study(), "-o", "alone", "--shard", "0/2", "--wait", 1)
    assert result.returncode == 75
    assert "runs of shard 1/2" in result.stderr
    assert "--resume" in result.stderr


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_an_ended_study_goes_on_to_the_same_bytes(how, program, azalai, study, whole, tmp_path):
    path = study()
    size = (whole / "part-000-of-001.journal").stat().st_size
    process = begin(program, tmp_path, path, "-o", "out", "--jobs", 1, "--quiet")
    journal = tmp_path / "out/part-000-of-001.journal"
    while process.poll() is None:
        if journal.exists() and journal.stat().st_size > 0.6 * size:
            process.send_signal(how)
            break
        time.sleep(0.002)
    code = process.wait(timeout=60)
    assert code == (75 if how == signal.SIGTERM else -signal.SIGKILL), process.stderr.read()
    refused = azalai("calibrate", path, "-o", "out")
    assert refused.returncode == 2 and "--resume" in refused.stderr
    result = azalai("calibrate", path, "-o", "out", "--resume", "--json")
    assert result.returncode == 0, result.stderr
    outcome = json.loads(result.stdout)
    assert 0 < outcome["runs_made_here"] < 0.6 * outcome["runs"]
    assert_same(whole, tmp_path / "out")


def test_phases_can_be_done_one_after_another(azalai, study, whole, tmp_path):
    path = study()
    for phase in ("screening", "history", "report"):
        result = azalai("calibrate", path, "-o", "out", "--resume", "--phase", phase)
        assert result.returncode == 0, result.stderr
        assert (tmp_path / "out/waves.csv").exists() == (phase != "screening")
    done, all_rows = rows(tmp_path / "out/posterior.csv"), rows(whole / "posterior.csv")
    assert done == all_rows


def test_another_study_is_refused_and_may_keep_the_runs(azalai, study, whole, tmp_path):
    path = study(change=("particles = 12", "particles = 14"))
    refused = azalai("calibrate", path, "-o", "whole", "--resume")
    assert refused.returncode == 2
    assert "is of another study" in refused.stderr
    result = azalai("calibrate", path, "-o", "whole", "--resume", "--force", "--json")
    assert result.returncode == 0, result.stderr
    outcome = json.loads(result.stdout)
    assert outcome["runs_made_here"] < outcome["runs"]
    anew = azalai("calibrate", path, "-o", "whole", "--force", "--json")
    assert json.loads(anew.stdout)["runs_made_here"] > outcome["runs_made_here"]


def test_runs_of_changed_inputs_are_refused(azalai, study, whole, tmp_path):
    scenario = tmp_path / "small-country/small.toml"
    scenario.write_text(scenario.read_text() + "\n# changed\n")
    refused = azalai("calibrate", study(), "-o", "whole", "--resume")
    assert refused.returncode == 2
    assert "holds other runs" in refused.stderr


@pytest.mark.parametrize(
    "change, message",
    [
        (("protest.rate", "protest.rat"), "protest.rat"),
        (("low = 0.0, high = 0.3", "low = -0.1, high = 0.3"), "which its prior allows"),
        (("low = 0.0, high = 0.3", "low = 0.4, high = 0.3"), "protest.rate"),
        (('"uniform"', '"unifrom"'), "unifrom"),
        (('"REF-FEB"', '"REF-FEBR"'), "REF-FEBR is no documented figure"),
        (("particles = 12", "particle = 12"), "particle"),
        (("of_to = 2012-02-29", "of_to = 2012-05-31"), "is not given by a run"),
        (("trajectories = 3", "trajectories = 1"), "trajectories"),
        (("[abc]", "[abc]\nsimulator = 'emulator'"), "no section [emulator]"),
        (("[posterior]", "[proof]\n[posterior]"), "needs a posterior through an emulator"),
        (("seeds = 2", "seeds = 2\ntargets = ['NONE']"), "NONE is no target"),
    ],
)
def test_a_wrong_study_is_refused(azalai, study, change, message):
    refused = azalai("calibrate", study(change=change), "-o", "out", "--dry-run")
    if refused.returncode == 0:  # what only the phase itself can see
        refused = azalai("calibrate", study(change=change), "-o", "out")
    assert refused.returncode == 2, refused.stderr
    assert message in refused.stderr


EMULATED = """[emulator]
points = 60

[abc]
simulator = "emulator"

[proof]
truths = 20
folds = 3
bins = 4
particles = 59

[sobol]
blocks = 50
targets = ["IDP-FEB"]
"""


def test_the_posterior_may_come_through_an_emulator(azalai, study, tmp_path):
    path = study()
    text = path.read_text()
    path.write_text(text[: text.index("[abc]")] + EMULATED + STUDY[STUDY.index("[posterior]") :])
    for folder, jobs in (("one", 1), ("two", 2)):
        result = azalai("calibrate", path, "-o", folder, "--jobs", jobs)
        assert result.returncode == 0, result.stderr
    assert_same(tmp_path / "one", tmp_path / "two")
    state = tmp_path / "two/posterior.state"
    state.write_bytes(state.read_bytes()[:-100])  # as if it had been cut: made again
    again = azalai("calibrate", path, "-o", "two", "--resume", "--json")
    assert again.returncode == 0 and json.loads(again.stdout)["runs_made_here"] == 0
    assert_same(tmp_path / "one", tmp_path / "two")
    assert state.read_bytes() == (tmp_path / "one/posterior.state").read_bytes()
    runs = rows(tmp_path / "one/runs.csv")
    assert sum(row["phase"] == "emulator" for row in runs) == 60
    assert not any(row["phase"] == "abc" for row in runs)
    assert len(rows(tmp_path / "one/posterior.csv")) == 500
    proof = rows(tmp_path / "one/proof.csv")
    assert len(proof) == 2  # of the two parameters that screening kept
    assert all(0 <= float(row["coverage_90"]) <= 1 for row in proof)
    recovered = rows(tmp_path / "one/recovery.csv")
    assert len(recovered) == 2 * 20
    assert all(float(row["low_90"]) <= float(row["median"]) for row in recovered)
    sobol = rows(tmp_path / "one/sobol.csv")
    assert {row["target"] for row in sobol} == {"IDP-FEB"} and len(sobol) == 2
    report = (tmp_path / "one/report.md").read_text()
    assert "## What drives the answers" in report and "## Whether the posterior" in report


def test_a_dry_run_says_what_it_may_cost(azalai, study, tmp_path):
    result = azalai("calibrate", study(), "-o", "out", "--dry-run", "--json")
    assert result.returncode == 0, result.stderr
    plan = json.loads(result.stdout)
    assert plan["targets"] == 4 and plan["seconds_per_run"] > 0
    most = {row["phase"]: row["most_runs"] for row in plan["phases"]}
    assert most["screening"] == 12 and most["history"] == 48
    assert not (tmp_path / "out").exists()


def test_ranks_share_the_runs(program, study, whole, tmp_path):
    if reason := why_not(program):
        pytest.skip(reason)
    result = subprocess.run(
        [
            *(*mpirun(3), program, "calibrate", study()),
            *("-o", "ranks", "--quiet"),
        ],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert_same(whole, tmp_path / "ranks")


def test_the_ready_study_ends_soon(azalai, root, tmp_path):
    path = root / "configs/studies/calibration-smoke.toml"
    result = azalai("calibrate", path, "-o", "smoke", "--json")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["targets"] >= 5
    assert len(rows(tmp_path / "smoke/posterior.csv")) == 500
    assert "## What does not fit" in (tmp_path / "smoke/report.md").read_text()
