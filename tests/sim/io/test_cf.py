"""Programs that know nothing of us read our files as CF netCDF-4."""

import os
import re
import shutil
import subprocess

import numpy as np
import pytest
import xarray

STEPS = 10


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    writer = os.environ.get("AZALAI_WRITE_SAMPLE")
    if writer is None:
        pytest.skip("run by ctest, which names the program that writes the sample")
    path = tmp_path_factory.mktemp("io") / "sample.h5"
    subprocess.run([writer, path, str(STEPS)], check=True)
    return path


@pytest.fixture(params=["h5netcdf", "netcdf4"])
def engine(request):
    pytest.importorskip({"netcdf4": "netCDF4"}.get(request.param, request.param))
    return request.param


def test_the_file_says_what_it_is(sample, engine):
    with xarray.open_dataset(sample, engine=engine) as root:
        assert root.attrs["Conventions"] == "CF-1.8"
        assert root.attrs["title"] == "A sample"
        assert root.attrs["file_type"] == "azalai-sample"
        assert list(root.attrs["format_version"]) == [2, 1]
        assert root.attrs["complete"] == 1


def test_fields_have_coordinates_dates_and_missing_values(sample, engine):
    with xarray.open_dataset(sample, engine=engine, group="cells") as cells:
        assert cells.deaths.dims == ("time", "lat", "lon")
        assert cells.deaths.shape == (STEPS, 3, 4)
        assert cells.time.values[0] == np.datetime64("2012-01-11")
        assert cells.time.values[-1] == np.datetime64("2012-01-20")
        assert list(cells.lat.values) == [12.0, 12.5, 13.0]
        assert cells.lat.attrs["units"] == "degrees_north"
        assert cells.deaths.values[9, 2, 3] == 911.0
        assert np.isnan(cells.population.values[2, 3])
        assert cells.population.values[0, 0] == 1
        assert int(cells.total[3]) == 2**40
        assert int(cells.committed) == STEPS


def test_tables_have_rows_and_texts(sample, engine):
    with xarray.open_dataset(sample, engine=engine, group="events") as events:
        assert events.sizes == {"event": 3 * STEPS, "side": 2}
        assert events.day.values[-1] == np.datetime64("2012-01-20")
        assert list(events.deaths.values[1]) == [1, 7]
        assert events.note.values[29] == "note 9"
    with xarray.open_dataset(sample, engine=engine, group="places") as places:
        assert list(places.name.values) == ["Bamako", "Ségou", ""]
        assert places.kind.attrs["flag_meanings"] == "city town"
        assert list(places.kind.attrs["flag_values"]) == [0, 1]


def test_provenance_is_text(sample, engine):
    with xarray.open_dataset(sample, engine=engine, group="provenance") as provenance:
        assert str(provenance.scenario.values) == 'title = "Ségou, 2012"\n'
        assert int(provenance.seed) == 2**64 - 1
        assert list(provenance.input_path.values) == ["places.csv", "routes.csv"]
    with xarray.open_dataset(sample, engine=engine, group="provenance/this_run") as this_run:
        assert int(this_run.threads) == 2


@pytest.mark.skipif(shutil.which("ncdump") is None, reason="ncdump is not installed")
def test_ncdump_lists_it_in_the_order_of_writing(sample):
    done = subprocess.run(["ncdump", "-h", sample], check=True, capture_output=True, text=True)
    assert done.stderr == ""
    header = re.sub(r"\s+", " ", done.stdout)
    assert "time = UNLIMITED ; // (10 currently)" in header
    assert "event = UNLIMITED ; // (30 currently)" in header
    assert "float deaths(time, lat, lon)" in header
    assert "string note(event)" in header
    assert "deaths:_FillValue = -1.f" in header
    groups = [
        header.index(f"group: {name}") for name in ("cells", "places", "events", "provenance")
    ]
    assert groups == sorted(groups)


def test_netcdf_can_append(sample, tmp_path):
    netcdf = pytest.importorskip("netCDF4")
    copy = tmp_path / "copy.h5"
    shutil.copy(sample, copy)
    with netcdf.Dataset(copy, "a") as file:
        file["cells"].createVariable("extra", "f4", ("lat", "lon"))[:] = 1.0
    with netcdf.Dataset(copy) as file:
        assert float(file["cells/extra"][2, 3]) == 1.0
