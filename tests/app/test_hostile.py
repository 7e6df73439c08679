"""Files made to do harm: none has others read or written, or takes memory without a message."""

import resource
import subprocess
from pathlib import Path

import h5py
import numpy as np
import pytest

from tests.app.results import datasets

SECRET = "the secret of another file"
MEMORY = 1 << 30  # what the program may ask for [bytes]
DEATHS = "/totals/deaths"


@pytest.fixture(scope="module")
def result(program, root, tmp_path_factory):
    """A good result of the small country."""
    path = tmp_path_factory.mktemp("good") / "run.h5"
    scenario = root / "tests" / "app" / "small-country" / "small.toml"
    subprocess.run([program, "run", scenario, "-o", path, "--days", "5", "--quiet"], check=True)
    return path


@pytest.fixture
def place(tmp_path):
    """A folder to work in, with secrets beside it."""
    (tmp_path / "secret.bin").write_bytes(SECRET.encode() * 1000)
    with h5py.File(tmp_path / "secret.h5", "w") as file:
        file["deaths"] = np.full((5, 5), 123456789, np.uint32)
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def run(program, place, *arguments):
    """Run the program with little memory."""
    return subprocess.run(
        [program, *map(str, arguments)],
        cwd=place,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )


def contents(folder):
    """Every file below a folder and its bytes."""
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def hostile(result, path, make):
    """A copy of a result in which `make(file)` puts something else in the place of the deaths."""
    path.write_bytes(result.read_bytes())
    with h5py.File(path, "r+") as file:
        del file[DEATHS]
        make(file)


def external_link(file):
    file[DEATHS] = h5py.ExternalLink("../secret.h5", "/deaths")


def soft_link(file):
    file["/totals/alias"] = h5py.ExternalLink("../secret.h5", "/deaths")
    file[DEATHS] = h5py.SoftLink("/totals/alias")


def raw_file(file):
    where = str(Path(file.filename).parents[1] / "secret.bin")
    file.create_dataset(DEATHS, (5, 5), "u4", external=[(where, 0, 100)])


def virtual(file):
    layout = h5py.VirtualLayout((5, 5), "u4")
    layout[...] = h5py.VirtualSource("../secret.h5", "deaths", (5, 5))
    file.create_virtual_dataset(DEATHS, layout)


@pytest.mark.parametrize("make", [external_link, soft_link, raw_file, virtual])
def test_values_of_another_file_are_not_read(program, result, place, make):
    hostile(result, place / "run.h5", make)
    before = contents(place.parent)
    for command in [
        ["info", "run.h5"],
        ["export", "run.h5", "--format", "csv", "--dataset", DEATHS, "-o", "-"],
        ["export", "run.h5", "--format", "csv", "--dataset", "/totals/alias", "-o", "-"],
    ]:
        done = run(program, place, *command)
        assert "123456789" not in done.stdout and "secret" not in done.stdout
        assert "543516788" not in done.stdout  # "the " as a number
        if command[0] == "export":
            assert done.returncode == 2 and "run.h5" in done.stderr, done
    assert contents(place.parent) == before


def huge(file):
    shape = (1 << 40, 5)
    file.create_dataset(DEATHS, shape, "u4", chunks=(1 << 10, 5), compression="gzip")


def zeros_bomb(file):
    """Twenty GB of zeros in twenty MB: each chunk is a MB that deflate makes a kB."""
    dataset = file.create_dataset(DEATHS, (20_000 << 18,), "u4", chunks=(1 << 18,), compression=9)
    dataset[: 1 << 18] = np.zeros(1 << 18, np.uint32)
    mask, chunk = dataset.id.read_direct_chunk((0,))
    for i in range(20_000):
        dataset.id.write_direct_chunk((i << 18,), chunk, mask)


def large_chunk(file):
    file.create_dataset(DEATHS, (4, 1 << 27), "u4", chunks=(4, 1 << 27), compression="gzip")
    file[DEATHS].id.write_direct_chunk((0, 0), bytes(1 << 20))


def shared_text(file):
    """A hundred thousand rows that share one text of a MB: a hundred GB."""
    texts = file.create_dataset(DEATHS, (100_000,), h5py.string_dtype(), chunks=(100_000,))
    texts[0] = "x" * (1 << 20)
    _, chunk = texts.id.read_direct_chunk((0,))
    texts.id.write_direct_chunk((0,), chunk[:16] * 100_000)


@pytest.mark.parametrize("make", [huge, zeros_bomb, large_chunk, shared_text])
def test_a_result_that_claims_all_memory_is_told(program, result, place, make):
    hostile(result, place / "run.h5", make)
    for command in [
        ["info", "run.h5"],
        ["export", "run.h5", "--format", "csv", "--dataset", DEATHS, "-o", "-"],
    ]:
        done = run(program, place, *command)
        assert done.returncode in (0, 2, 74), done
        if command[0] == "export" or done.returncode != 0:
            assert done.returncode != 0
            assert done.stderr.startswith("azalai: ") and done.stderr.count("\n") == 1, done
    assert [path.name for path in place.iterdir()] == ["run.h5"]


def test_names_that_lead_outside_write_nothing_there(program, result, place):
    outside = "../../outside"
    path = place / "run.h5"
    path.write_bytes(result.read_bytes())
    with h5py.File(path, "r+") as file:
        group = file.create_group("..").create_group("..")
        group["outside"] = np.arange(5)
        file.attrs["title"] = file.attrs["source"] = outside
        for name in ("/actors/key", "/actors/name", "/provenance/scenario"):
            if name in file and file[name].dtype.kind == "O":
                file[name][...] = outside
    before = contents(place.parent)
    for command in [
        ["info", "run.h5", "--json"],
        ["export", "run.h5", "--format", "csv", "--dataset", "/../../outside", "-o", "-"],
        ["view", "run.h5", "--export", "page.html"],
        ["export", "run.h5", "--format", "acled", "-o", "events.csv"],
    ]:
        done = run(program, place, *command)
        assert done.returncode in (0, 2), (command, done)
    for name in ("page.html", "events.csv"):
        (place / name).unlink(missing_ok=True)
    assert contents(place.parent) == before


def test_a_manifest_of_a_sweep_leads_nowhere(program, root, place):
    """What `join` writes lies in the folder it was given, whatever the parts say."""
    scenario = root / "tests" / "app" / "small-country" / "small.toml"
    (place / "design.toml").write_text(
        f'name = "x"\nscenarios = ["{scenario}"]\nseeds = {{first = 1, count = 2}}\n'
        'settings = ["scenario.last_day=2012-01-05"]\n'
    )
    for shard in ("0/2", "1/2"):
        done = run(program, place, "sweep", "design.toml", "-o", "out", "--shard", shard, "--quiet")
        assert done.returncode == 0, done
    part = sorted((place / "out").glob("part-*.h5"))[0]
    texts = [path for path, values in datasets(part).items() if values.dtype.kind == "O"]
    assert texts
    with h5py.File(part, "r+") as file:
        for path in texts:
            file[path][...] = "../../outside"
    before = contents(place.parent)
    done = run(program, place, "join", "out")
    assert done.returncode in (0, 2), done
    after = contents(place.parent)
    assert set(after) - set(before) <= {place / "out" / "ensemble.h5"}
    assert {path: after[path] for path in before} == before


TABLES = {
    "one line of 64 MB": (lambda file: file.write(b"x" * (64 << 20)), 2),
    "64 million columns": (lambda file: file.write(b"," * (64 << 20)), 2),
    "36 million cells": (lambda file: file.write((b"," * 999 + b"\n") * 36_000), 2),
    "36 million rows": (lambda file: file.write(b"1\n" * 36_000_000), 2),
    "nothing but quotes": (lambda file: file.write(b'"' * (64 << 20)), 2),
    "a quote that is not closed": (lambda file: file.write(b'a,b\n"' + b"\n" * (64 << 20)), 2),
    "a cell of 64 MB": (lambda f: f.write(b"id,date\na," + b"x" * (64 << 20) + b"\n"), 2),
    "a terabyte that is not there": (lambda file: file.truncate(1 << 40), 2),
}


@pytest.mark.parametrize("what", TABLES)
def test_a_table_that_takes_much_memory_is_told(program, result, place, what):
    write, code = TABLES[what]
    with (place / "events.csv").open("wb") as file:
        write(file)
    country = Path(__file__).parent / "small-country"
    for path in country.iterdir():
        if path.name != "timeline.csv":
            (place / path.name).write_bytes(path.read_bytes())
    (place / "timeline.csv").symlink_to("events.csv")
    (place / "run.h5").write_bytes(result.read_bytes())
    for name, options in {
        "events.csv": ("score", "run.h5", "--events", "events.csv"),
        "timeline.csv": ("check", "small.toml"),
    }.items():
        done = run(program, place, *options)
        assert done.returncode == code, done.stderr[-500:]
        assert done.stderr.startswith("azalai: ") and done.stderr.count("\n") == 1, done.stderr
        assert len(done.stderr) < 5000
        assert name in done.stderr
