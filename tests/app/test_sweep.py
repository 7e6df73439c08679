"""`azalai sweep` and `azalai join`: the same bytes however the runs are cut, and none lost."""

import json
import re
import shutil
import signal
import subprocess
import time

import h5py
import numpy as np
import pytest

from tests.app.results import datasets, differing

DESIGN = """
name = "small-sweep"
title = "A small sweep"
scenarios = ["small-country/small.toml", "calm.toml"]
posterior = "draws.csv"
seeds = {seeds}
settings = ["scenario.last_day=2012-02-20"]

[design]
method = "grid"

[parameters]
"recruitment.join_rate" = {{ values = [0.001, {join_rate}] }}
"""


@pytest.fixture
def design(tmp_path, small):
    """A design of 2 scenarios x 2 points x 2 draws x 2 seeds that the test may change."""
    (tmp_path / "draws.csv").write_text("protest.rate\n0.05\n0.2\n")
    (tmp_path / "calm.toml").write_text(
        'extends = "small-country/small.toml"\n[scenario]\nname = "calm"\ntitle = "Calm"\n'
        '[rules]\noff = ["explosives"]\n'
    )

    def write(seeds="2", join_rate="0.003"):
        path = tmp_path / "design.toml"
        path.write_text(DESIGN.format(seeds=seeds, join_rate=join_rate))
        return path

    return write


def test_a_sweep_has_a_row_for_each_run(azalai, design, tmp_path):
    result = azalai("sweep", design(), "-o", "out", "--json")
    assert result.returncode == 0, result.stderr
    assert "2 scenarios x 2 points x 2 draws x 2 seeds = 16 runs" in result.stderr
    assert json.loads(result.stdout)["runs"] == 16
    lines = (tmp_path / "out/manifest.csv").read_text().splitlines()
    assert lines[1] == "row,scenario,point,draw,seed,recruitment.join_rate,protest.rate"
    assert lines[2] == "0,small,0,0,1,0.001,0.05"
    assert lines[5] == "3,calm,0,0,2,0.001,0.05"
    assert lines[-1] == "15,calm,1,1,2,0.003,0.2"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "ensemble.h5",
        "manifest.csv",
    ]
    with h5py.File(tmp_path / "out/ensemble.h5") as file:
        assert file.attrs["file_type"].decode() == "azalai-ensemble"
        assert list(file["runs/seed"]) == [1, 2] * 8
        assert list(file["runs/scenario"]) == [0, 0, 1, 1] * 4
        assert list(file["parameters/value"][:, 1]) == ([0.05] * 4 + [0.2] * 4) * 2
        months = file["monthly/deaths"]
        assert months.shape == (16, 2, 5)
        assert np.array_equal(np.sum(months, axis=1), file["summary/deaths"])
        by_cercle = np.sum(file["reports/events"], axis=2)
        assert np.all(by_cercle <= file["monthly/acled_events"])
        assert np.sum(by_cercle) > 0


def test_a_row_is_the_run_of_its_scenario_settings_and_seed(azalai, design, tmp_path):
    assert azalai("sweep", design(), "-o", "out").returncode == 0
    run = azalai(
        *("run", "calm.toml", "-o", "run.h5", "--seed", 2, "--set", "scenario.last_day=2012-02-20"),
        *("--set", "recruitment.join_rate=0.003", "--set", "protest.rate=0.2"),
    )
    assert run.returncode == 0, run.stderr
    with h5py.File(tmp_path / "run.h5") as one, h5py.File(tmp_path / "out/ensemble.h5") as all_runs:
        summary = all_runs["summary"]
        assert np.array_equal(np.sum(one["totals/deaths"], axis=0), summary["deaths"][15])
        assert one["totals/refugees"][-1] == summary["final_refugees"][15]
        assert np.max(one["totals/idps"]) == summary["peak_idps"][15]
        assert np.array_equal(
            np.sum(one["totals/events"], axis=0), np.sum(all_runs["monthly/events"][15], axis=0)
        )
        values = dict(zip(one["figures/id"][()], one["figures/simulated"][()]))
        ids = all_runs["figures/id"][()]
        assert np.array_equal(
            [values[name] for name in ids], all_runs["figures/simulated"][15], equal_nan=True
        )


@pytest.mark.parametrize("jobs", [1, 2, 7])
@pytest.mark.parametrize("shards", [1, 2, 5])
def test_the_result_does_not_depend_on_how_it_is_cut(azalai, design, tmp_path, jobs, shards):
    path = design()
    assert azalai("sweep", path, "-o", "whole", "--jobs", 2).returncode == 0
    for shard in reversed(range(shards)):
        result = azalai(
            "sweep", path, "-o", "parts", "--jobs", jobs, "--shard", f"{shard}/{shards}"
        )
        assert result.returncode == 0, result.stderr
    if shards > 1:
        joined = azalai("join", "parts")
        assert joined.returncode == 0, joined.stderr
    whole = datasets(tmp_path / "whole/ensemble.h5")
    assert differing(whole, datasets(tmp_path / "parts/ensemble.h5")) == []


def test_join_names_what_is_missing(azalai, design, tmp_path):
    path = design()
    for shard in (0, 2):
        assert azalai("sweep", path, "-o", "out", "--shard", f"{shard}/3").returncode == 0
    result = azalai("join", "out")
    assert result.returncode == 2
    assert "part-001-of-003: is not there" in result.stderr
    assert not (tmp_path / "out/ensemble.h5").exists()
    assert azalai("join", "out", "--partial").returncode == 0
    with h5py.File(tmp_path / "out/ensemble.h5") as file:
        assert list(file["runs/row"]) == [0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 15]
    again = azalai("join", "out", "--partial")
    assert again.returncode == 2
    assert "already exists" in again.stderr


def test_nothing_is_overwritten_unless_asked(azalai, design, tmp_path):
    path = design(seeds="1")
    assert azalai("sweep", path, "-o", "out").returncode == 0
    before = (tmp_path / "out/ensemble.h5").read_bytes()
    refused = azalai("sweep", path, "-o", "out")
    assert refused.returncode == 2
    assert "--resume" in refused.stderr and "--force" in refused.stderr
    resumed = azalai("sweep", path, "-o", "out", "--resume")
    assert resumed.returncode == 0
    assert "nothing to do" in resumed.stdout
    assert (tmp_path / "out/ensemble.h5").read_bytes() == before
    assert azalai("sweep", path, "-o", "out", "--force").returncode == 0


def test_a_changed_design_is_refused(azalai, design, tmp_path):
    assert azalai("sweep", design(seeds="1"), "-o", "out").returncode == 0
    (tmp_path / "out/ensemble.h5").unlink()
    refused = azalai("sweep", design(seeds="1", join_rate="0.004"), "-o", "out", "--resume")
    assert refused.returncode == 2
    assert "manifest.csv: belongs to another design" in refused.stderr


def interrupted(program, tmp_path, path, folder, after):
    """Start a sweep and end it with SIGTERM once its journal has some bytes."""
    process = subprocess.Popen(
        [program, "sweep", path, "-o", folder, "--resume", "--jobs", "1", "--quiet"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    journal = tmp_path / folder / "part-000-of-001.journal"
    while process.poll() is None:
        if journal.exists() and journal.stat().st_size > after:
            process.send_signal(signal.SIGTERM)
            break
        time.sleep(0.005)
    return process.wait(), process.stderr.read()


def test_an_interrupted_sweep_goes_on_to_the_same_bytes(program, azalai, design, tmp_path):
    path = design(seeds="20")
    code, message = interrupted(program, tmp_path, path, "out", 60_000)
    assert code == 75, message
    kept, missing = map(int, re.search(r"(\d+) runs are kept, (\d+) are missing", message).groups())
    assert kept + missing == 160 and kept > 0 and missing > 0
    result = azalai("sweep", path, "-o", "out", "--resume", "--json")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["runs_to_do"] == missing
    assert azalai("sweep", path, "-o", "whole").returncode == 0
    whole = datasets(tmp_path / "whole/ensemble.h5")
    assert differing(whole, datasets(tmp_path / "out/ensemble.h5")) == []


def test_a_journal_of_changed_inputs_is_refused(program, azalai, design, tmp_path):
    path = design(seeds="20")
    code, message = interrupted(program, tmp_path, path, "out", 60_000)
    assert code == 75, message
    scenario = tmp_path / "small-country/small.toml"
    scenario.write_text(scenario.read_text() + "\n# changed\n")
    refused = azalai("sweep", path, "-o", "out", "--resume")
    assert refused.returncode == 2
    assert "part-000-of-001.journal: holds other runs" in refused.stderr
    assert "small.toml" in refused.stderr


def test_a_value_out_of_range_names_the_design_before_anything_is_run(azalai, design, tmp_path):
    refused = azalai("sweep", design(join_rate="-0.5"), "-o", "out")
    assert refused.returncode == 2
    assert "design.toml:13" in refused.stderr
    assert "recruitment.join_rate = -0.5 is refused by" in refused.stderr
    assert not (tmp_path / "out/ensemble.h5").exists()


@pytest.mark.parametrize(
    "change, message",
    [
        (("seeds = 2", "seeds = [3, 3]"), "one is there twice"),
        (("seeds = 2", "seed = 2"), "seed"),
        (('"grid"', '"gird"'), "gird"),
        (('"recruitment.join_rate" =', "recruitment.join_rate ="), "in quotes"),
        (('"recruitment.join_rate" =', '"recruitment.jion_rate" ='), "jion_rate"),
        (('"recruitment.join_rate" =', '"protest.rate" ='), "is a parameter of the design too"),
        (('"calm.toml"', '"none.toml"'), "none.toml"),
        (('"calm.toml"', '"small-country/small.toml"'), "two have the name 'small'"),
    ],
)
def test_a_wrong_design_is_refused(azalai, design, change, message):
    path = design()
    text = path.read_text()
    assert change[0] in text
    path.write_text(text.replace(*change))
    refused = azalai("sweep", path, "-o", "out")
    assert refused.returncode == 2, refused.stderr
    assert message in refused.stderr


def test_a_dry_run_says_what_would_be_run(azalai, design, tmp_path):
    result = azalai("sweep", design(), "-o", "out", "--dry-run", "--json")
    assert result.returncode == 0, result.stderr
    plan = json.loads(result.stdout)
    assert plan["runs_to_do"] == 16 and plan["expected_seconds"] > 0 and plan["expected_bytes"] > 0
    assert not (tmp_path / "out").exists()


def test_shards_are_checked(azalai, design):
    assert azalai("sweep", design(), "-o", "out", "--shard", "5/5").returncode == 2
    too_many = azalai("sweep", design(seeds="1"), "-o", "out", "--shard", "0/9")
    assert too_many.returncode == 2
    assert "has no runs" in too_many.stderr


def test_the_summary_pairs_runs_of_equal_luck(azalai, design, tmp_path):
    path = design(seeds="6")
    result = azalai("sweep", path, "-o", "out", "--summary")
    assert result.returncode == 0, result.stderr
    assert "calm minus small (24 pairs)" in result.stdout
    again = azalai("sweep", path, "-o", "out", "--summary", "--json", "--precision", 0.05)
    scenarios = json.loads(again.stdout)["scenarios"]
    with h5py.File(tmp_path / "out/ensemble.h5") as file:
        deaths = np.sum(file["summary/deaths"], axis=1).astype(float)
        scenario = file["runs/scenario"][()]
        keys = list(zip(file["runs/point"], file["runs/draw"], file["runs/seed"]))
    base = {key: value for key, value, row in zip(keys, deaths, scenario) if row == 0}
    calm = {key: value for key, value, row in zip(keys, deaths, scenario) if row == 1}
    differences = np.array([calm[key] - base[key] for key in base])
    quantity = scenarios[1]["quantities"][0]
    assert quantity["quantity"] == "deaths"
    assert quantity["difference"]["mean"] == pytest.approx(differences.mean())
    half = 1.713872 * differences.std(ddof=1) / np.sqrt(24)  # 95 % quantile of t with 23 degrees
    assert quantity["difference"]["high"] == pytest.approx(differences.mean() + half, rel=1e-5)
    apart = np.var(list(base.values()), ddof=1) + np.var(list(calm.values()), ddof=1)
    assert quantity["variance_ratio"] == pytest.approx(apart / differences.var(ddof=1))
    assert quantity["wanted_half_width"] == pytest.approx(0.05 * np.mean(list(base.values())))


def test_a_damaged_part_is_named(azalai, design, tmp_path):
    path = design()
    for shard in range(2):
        assert azalai("sweep", path, "-o", "out", "--shard", f"{shard}/2").returncode == 0
    part = tmp_path / "out/part-001-of-002.h5"
    part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])
    result = azalai("join", "out")
    assert result.returncode == 2
    assert "part-001-of-002.h5" in result.stderr
    assert not (tmp_path / "out/ensemble.h5").exists()


def test_parts_of_different_designs_are_not_joined(azalai, design, tmp_path):
    for name, rate in (("one", "0.003"), ("two", "0.004")):
        path = design(join_rate=rate)
        for shard in range(2):
            assert azalai("sweep", path, "-o", name, "--shard", f"{shard}/2").returncode == 0
    shutil.copy(tmp_path / "two/part-001-of-002.h5", tmp_path / "one/part-001-of-002.h5")
    result = azalai("join", "one")
    assert result.returncode == 2
    assert "another design" in result.stderr
