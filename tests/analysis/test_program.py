"""The program from Python, and its files as xarray: a small country."""

import shutil
import subprocess

import h5py
import pytest

import azalai
from azalai.report import tables
from real import ROOT, SMALL, program

DESIGN = """
name = "small"
scenarios = ["{small}"]
seeds = 2
[design]
method = "list"
[parameters]
"attack.deterrence" = {{ values = [0.2, 0.4] }}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A run of a small country, by the program."""
    folder = tmp_path_factory.mktemp("runs")
    return azalai.run(SMALL, output=folder / "new/a.h5", seed=3, program=program())


@pytest.fixture(scope="module")
def sweep(tmp_path_factory):
    """A sweep of the small country."""
    folder = tmp_path_factory.mktemp("sweep")
    design = folder / "design.toml"
    design.write_text(DESIGN.format(small=SMALL))
    return azalai.sweep(design, output=folder / "out", program=program())


def test_groups_have_units_and_coordinates(small):
    totals = small["totals"]
    assert totals["deaths"].dims == ("time", "side")
    assert totals["deaths"].attrs["units"] == "1"
    assert totals["deaths"].attrs["long_name"] == "deaths of the day"
    assert totals["time"].dtype.kind == "M"
    assert "civilian" in totals["side"].to_numpy()
    assert small["cells"]["lat"].attrs["units"] == "degrees_north"
    assert small["refugees"].people.sel(country="Bland").dims == ("time",)


def test_every_group_can_be_read(small):
    assert len(small) >= 10
    for name in small:
        assert small[name].attrs["group"] == name
    with pytest.raises(KeyError, match="no group /nothing"):
        small["nothing"]


def test_words_stand_for_numbers(small):
    events = small["events"]
    keys = set(small["actors"]["key"].to_numpy())
    assert set(events["attacker"].to_numpy()) - {None} <= keys
    assert (events["deaths"].to_numpy() == small.events()["deaths"]).all()
    assert small["cells"]["region"].dtype == object


def test_a_run_knows_where_it_comes_from(small):
    assert small.is_complete and small.seed == 3
    assert small.provenance["this_run"]["command_line"].startswith("azalai run")
    assert all(len(digest) == 64 for digest in small.provenance["inputs"].values())
    assert azalai.info(small.path, program=program())["seed"] == 3


def test_overrides_reach_the_scenario(small, tmp_path):
    changed = {
        "scenario.last_day": small["totals"]["time"].to_index()[4].date(),
        "output.events": False,
    }
    short = azalai.run(SMALL, output=tmp_path / "b.h5", overrides=changed, program=program())
    assert short["totals"].sizes["time"] == 5
    assert "events" not in short


def test_errors_of_the_program_are_exceptions(small, tmp_path):
    with pytest.raises(azalai.InputError, match=r"^--set nothing.x=1: nothing \(unknown key\)"):
        azalai.run(SMALL, output=tmp_path / "c.h5", overrides={"nothing.x": 1}, program=program())
    with pytest.raises(azalai.InputError, match="exists"):
        azalai.run(SMALL, output=small.path, program=program())
    with pytest.raises(ValueError, match="no such file"):
        azalai.validate(tmp_path / "missing.h5", program=program())
    with pytest.raises(azalai.ProgramNotFound, match="is no program"):
        azalai.find_program(tmp_path / "missing")


def test_exit_codes_have_classes():
    from azalai.errors import error_of

    assert isinstance(error_of(74, "azalai: a: full"), azalai.FileError)
    assert isinstance(error_of(75, "x"), azalai.Interrupted)
    assert isinstance(error_of(-11, ""), azalai.InternalError)
    assert str(error_of(2, "azalai: a.toml: wrong\n")) == "a.toml: wrong"


def test_validation_is_two_tables(small):
    found = azalai.validate(small.path, program=program())
    figures = small.figures()
    assert set(found.figures.index) <= set(figures.index)
    both = found.figures.join(figures, rsuffix="_of_run")
    compared = both["simulated_median"].notna()
    assert compared.any()
    assert (both["simulated_median"] == both["simulated"])[compared].all()
    assert {"target_low", "target_high", "inside"} <= set(found.facts)


def test_a_country_without_documented_figures_has_none(tmp_path):
    folder = shutil.copytree(SMALL.parent, tmp_path / "country")
    lines = (folder / "figures.csv").read_text().splitlines()
    header = next(line for line in lines if not line.startswith("#"))
    (folder / "figures.csv").write_text(header + "\n")
    run = azalai.run(folder / SMALL.name, output=tmp_path / "a.h5", days=40, program=program())
    found = azalai.validate(run.path, program=program())
    assert len(found.figures) == 0 and "simulated_median" in found.figures
    assert "all 0 documented figures" in tables.judgement(found)


def test_a_sweep_has_its_runs_as_coordinates(sweep):
    monthly = sweep["monthly"]
    assert monthly.sizes["run"] == 4
    assert sorted(monthly["seed"].to_numpy().tolist()) == [1, 1, 2, 2]
    assert set(monthly["scenario"].to_numpy()) == set(sweep.scenarios)
    assert monthly["deaths"].dims == ("run", "month", "side")
    values = sweep["parameters"]["value"].sel(parameter="attack.deterrence")
    assert sorted(values.to_numpy().tolist()) == [0.2, 0.2, 0.4, 0.4]
    assert azalai.open_ensemble(sweep.path.parent).path == sweep.path


def test_files_of_another_type_are_refused(small, sweep):
    with pytest.raises(ValueError, match="must be 'azalai-ensemble'"):
        azalai.open_ensemble(small.path)
    with pytest.raises(ValueError, match="must be 'azalai-result'"):
        azalai.open_run(sweep.path)


def test_a_changed_byte_is_noticed(small, tmp_path):
    broken = tmp_path / "broken.h5"
    shutil.copy(small.path, broken)
    with open(broken, "r+b") as file:
        file.seek(5000)
        old = file.read(1)
        file.seek(5000)
        file.write(bytes([old[0] ^ 1]))
    with pytest.raises(ValueError, match="is damaged"):
        azalai.open_run(broken)


def test_only_committed_rows_are_read(small, tmp_path):
    cut = tmp_path / "cut.h5"
    shutil.copy(small.path, cut)
    with h5py.File(cut, "a") as file:  # cuts the seal off
        file["totals/committed"][()] = 3
    found = azalai.open_run(cut)["totals"]
    assert found.sizes["time"] == 3 and found["deaths"].shape[0] == 3


def test_the_package_has_the_version_of_the_program():
    import tomllib

    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    said = subprocess.run([program(), "--version"], capture_output=True, text=True, check=True)
    assert said.stdout.split()[1] == version
