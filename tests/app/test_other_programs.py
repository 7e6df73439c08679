"""Programs that know nothing of us read the results of a run."""

import shutil
import subprocess

import numpy as np
import pytest

xarray = pytest.importorskip("xarray")


@pytest.fixture
def results(azalai, small, tmp_path):
    done = azalai("run", small, "-o", "a.h5", "--quiet")
    assert done.returncode == 0, done.stderr
    return tmp_path / "a.h5"


@pytest.mark.parametrize("engine", ["h5netcdf", "netcdf4"])
def test_xarray_opens_every_group(results, engine):
    pytest.importorskip({"netcdf4": "netCDF4"}.get(engine, engine))
    groups = [
        "totals",
        "refugees",
        "idps",
        "places",
        "events",
        "actors",
        "dyads",
        "agreements",
        "units",
        "cells",
        "provenance",
    ]
    for group in groups:
        with xarray.open_dataset(results, group=group, engine=engine) as opened:
            opened.load()
    with xarray.open_dataset(results, group="totals", engine=engine) as totals:
        assert totals.deaths.dims == ("time", "side")
        assert totals.time.values[0] == np.datetime64("2012-01-01")
        assert totals.sizes["time"] == 91
        assert totals.side.attrs["flag_meanings"].split()[4] == "civilian"
    with xarray.open_dataset(results, group="cells", engine=engine) as cells:
        assert cells.deaths.dims == ("time", "lat", "lon")
        assert cells.deaths.shape == (4, 8, 10)
        assert cells.lat.values[0] == 10.25
        assert np.isnan(cells.population.values[7, 0])
        assert int(cells.population.sum()) > 10_000
    with xarray.open_dataset(results, group="places", engine=engine) as places:
        assert list(places.name.values)[4] == "Épsilon"


@pytest.mark.parametrize("command", [["ncdump", "-h"], ["h5dump", "-H"]])
def test_the_tools_of_the_formats_list_it(results, command):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run([*command, results], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "dominant_actor" in done.stdout
