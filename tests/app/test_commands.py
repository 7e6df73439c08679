"""The commands of the program, from outside."""

import json
import re
import signal
import subprocess
import time

import h5py
import pytest

from tests.app.results import datasets, differing


def test_version_and_help(azalai):
    assert re.match(r"azalai \d+\.\d+\.\d+ \(", azalai("--version").stdout)
    for command in ["run", "check", "info", "export"]:
        done = azalai(command, "--help")
        assert done.returncode == 0
        assert f"Example:\n  azalai {command} " in done.stdout


@pytest.mark.parametrize("arguments", [[], ["fly"], ["run"], ["run", "a.toml", "--seed", "x"]])
def test_wrong_use_is_exit_code_2(azalai, arguments):
    done = azalai(*arguments)
    assert done.returncode == 2
    assert done.stderr


def test_the_same_bytes_for_any_number_of_threads(azalai, small, tmp_path):
    for threads in [1, 2, 7]:
        done = azalai("run", small, "-o", f"{threads}.h5", "--threads", threads)
        assert done.returncode == 0, done.stderr
    one = datasets(tmp_path / "1.h5")
    assert one["events/day"].size > 20
    assert differing(one, datasets(tmp_path / "2.h5")) == []
    assert differing(one, datasets(tmp_path / "7.h5")) == []


def test_another_seed_is_another_war(azalai, small, tmp_path):
    for seed in [1, 2]:
        assert azalai("run", small, "-o", f"{seed}.h5", "--seed", seed).returncode == 0
    changed = differing(datasets(tmp_path / "1.h5"), datasets(tmp_path / "2.h5"))
    assert "totals/deaths" in changed
    assert "cells/population" not in changed


def test_a_run_reports_figures_and_where_its_results_are(azalai, small, tmp_path):
    done = azalai("run", small)
    assert done.returncode == 0, done.stderr
    assert "Of 5 documented figures that this run covers" in done.stdout
    assert "Results: out/small-seed1.h5" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100
    assert (tmp_path / "out/small-seed1.h5").is_file()


def test_json_can_be_read(azalai, small):
    outcome = json.loads(azalai("run", small, "-o", "a.h5", "--days", 60, "--json").stdout)
    assert outcome["days"] == 60
    assert outcome["file"] == "a.h5"
    deaths = next(one for one in outcome["figures"] if one["id"] == "DEATHS-JAN")
    assert (deaths["low"], deaths["high"]) == (10, 80)
    assert deaths["is_inside"] == (10 <= deaths["simulated"] <= 80)
    scenario = json.loads(azalai("check", small, "--json").stdout)
    assert scenario["days"] == 91
    assert len(scenario["inputs"]) == 11
    about = json.loads(azalai("info", "a.h5", "--json").stdout)
    assert about["is_complete"] is True
    assert about["seed"] == 1
    assert "/totals/deaths" in [one["path"] for one in about["datasets"]]


def test_refugees_are_compared_as_the_lists_count_them(azalai, small, tmp_path):
    done = azalai("run", small, "-o", "a.h5", "--json")
    figures = {one["id"]: one for one in json.loads(done.stdout)["figures"]}
    day = 45  # 15 February, before the lists were verified
    with h5py.File(tmp_path / "a.h5") as file:
        registered = file["refugees/registered"][day].sum()
        present = file["refugees/people"][day].sum()
    assert registered > present > 0
    everywhere = figures["REF-FEB-ALL"]
    assert everywhere["observed_as"] == "registered"
    assert (everywhere["simulated"], everywhere["present"]) == (registered, present)
    camp = figures["CAMP-FEB"]
    assert camp["place"] == "camp"
    assert camp["simulated"] == pytest.approx(1.5 * camp["present"], abs=0.5)
    north = figures["IDP-FEB-NORTH"]
    assert north["regions"] == ["North"] and north["observed_as"] == "as_is"
    assert north["present"] is None
    text = azalai("run", small, "-o", "b.h5").stdout
    assert "as lists count them: on 2012-02-29" in text
    assert "Refugees by place" in text


def test_quiet_says_nothing(azalai, small):
    done = azalai("run", small, "-o", "a.h5", "--days", 2, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_settings_change_the_scenario(azalai, small):
    done = azalai(
        "check", small, "--set", "attack.band=77", "--set", "output.events=false", "--print-toml"
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"band = 77", done.stdout)
    assert "events = false" in done.stdout


def test_the_resolved_scenario_runs_again(azalai, small, tmp_path):
    resolved = azalai("check", small, "--set", "attack.band=77", "--print-toml").stdout
    again = small.with_name("again.toml")
    again.write_text(resolved)
    assert azalai("run", again, "-o", "again.h5").returncode == 0
    assert azalai("run", small, "-o", "a.h5", "--set", "attack.band=77").returncode == 0
    changed = differing(datasets(tmp_path / "again.h5"), datasets(tmp_path / "a.h5"))
    assert [name for name in changed if not name.startswith("provenance/")] == []


def test_the_last_output_counts(azalai, small, tmp_path):
    assert azalai("run", small, "-o", "a.h5", "-o", "b.h5", "--days", 1).returncode == 0
    assert (tmp_path / "b.h5").exists() and not (tmp_path / "a.h5").exists()


def test_an_older_file_is_replaced_only_by_force(azalai, small, tmp_path):
    old = tmp_path / "a.h5"
    old.write_text("precious")
    done = azalai("run", small, "-o", "a.h5", "--days", 1)
    assert done.returncode == 2
    assert "a.h5" in done.stderr and "--force" in done.stderr
    assert old.read_text() == "precious"
    assert azalai("run", small, "-o", "a.h5", "--days", 1, "--force").returncode == 0
    assert h5py.is_hdf5(old)
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_it_finishes_the_day_and_keeps_the_part(program, azalai, small, tmp_path, sign):
    text = small.read_text().replace("last_day = 2012-03-31", "last_day = 2099-12-31")
    small.write_text(text)
    running = subprocess.Popen(
        [program, "run", small, "-o", "a.h5"], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    )
    part = tmp_path / "a.h5.part"
    deadline = time.monotonic() + 60
    while not part.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(0.3)
    running.send_signal(sign)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 75, said
    assert "a.h5.part" in said
    assert not (tmp_path / "a.h5").exists()
    days = int(re.search(r"interrupted after (\d+) days", said).group(1))
    about = json.loads(azalai("info", part, "--json").stdout)
    assert about["is_complete"] is False
    shapes = {one["path"]: one["shape"] for one in about["datasets"]}
    assert shapes["/totals/wounded"] == [days]


def test_a_complete_run_has_nothing_left_to_resume(azalai, small, tmp_path):
    """The same command can be given again and again; another run is not taken for it."""
    command = ("run", small, "-o", "r.h5", "--resume", "--quiet")
    assert azalai(*command).returncode == 0
    before = (tmp_path / "r.h5").stat()
    again = azalai(*command)
    assert again.returncode == 0 and "complete already" in again.stderr
    assert (tmp_path / "r.h5").stat().st_mtime_ns == before.st_mtime_ns
    other = azalai(*command, "--seed", 2)
    assert other.returncode == 2 and "exists" in other.stderr


def test_info_knows_sweeps_and_checkpoints(azalai, small):
    design = small.parent / "d.toml"
    design.write_text('name = "d"\nscenarios = ["small.toml"]\nseeds = 2\n', encoding="utf-8")
    assert azalai("sweep", design, "-o", "sweep", "--quiet").returncode == 0
    done = azalai("info", "sweep/ensemble.h5")
    assert done.returncode == 0, done.stderr
    assert "azalai-ensemble" in done.stdout
