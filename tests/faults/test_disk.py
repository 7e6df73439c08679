"""A disk that is full, or may not be written, harms nothing that was there before."""

import hashlib
import resource
import shutil
import signal
import threading
import time

import pytest

from tests.app.results import datasets, differing
from tests.faults.disks import can_mount, small_disk
from tests.faults.jobs import chance, finish, run_command, start

LARGE = 1_000_000  # kB: all that the tests need, many times over
OPTIONS = ("--checkpoint-every", 5, "--resume")


def hash_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def stop_after_two_checkpoints(program, output):
    """Begin a run and kill it once it has two checkpoints."""
    process = start(run_command(program, output, *OPTIONS))
    previous = output.with_name(output.name + ".checkpoint.previous")
    while process.poll() is None and not previous.exists():
        time.sleep(0.001)
    process.kill()
    finish(process)
    assert previous.exists() and not output.exists()


@pytest.fixture(scope="module")
def half_a_run(program, tmp_path_factory):
    """A folder with an earlier result and a run that was killed half-way."""
    place = tmp_path_factory.mktemp("half")
    code, _, err = finish(start(run_command(program, place / "earlier.h5")))
    assert code == 0, err
    stop_after_two_checkpoints(program, place / "run.h5")
    (place / "run.h5.part").unlink(missing_ok=True)
    return place


def lay_out(half_a_run, folder):
    for path in half_a_run.iterdir():
        shutil.copy(path, folder)


def kilobytes_needed(program, half_a_run, place):
    """What the rest of the run needs at most beside what is there [kB]."""
    with small_disk(place, LARGE) as disk:
        lay_out(half_a_run, place)
        before = most = disk.used_kilobytes()
        process = start(run_command(program, place / "run.h5", *OPTIONS))
        reader = threading.Thread(target=finish, args=(process,))
        reader.start()
        while reader.is_alive():
            most = max(most, disk.used_kilobytes())
            time.sleep(0.0005)
        assert process.returncode == 0
        return most - before


def test_a_full_disk_is_exit_code_74_and_harms_nothing(program, folder, whole, half_a_run, is_full):
    if not can_mount():
        pytest.skip("only root can mount a small file system")
    points = 50 if is_full else 4
    needed = kilobytes_needed(program, half_a_run, folder / "disk")
    codes = []
    for point in range(points):
        room = int(needed * (point + chance("disk", point).random()) / points)
        codes.append(fill_up(program, folder / "disk", room, whole, half_a_run))
    print(f"{points} points up to {needed} kB: exit codes {codes}")
    assert set(codes) <= {0, 74}
    assert codes.count(74) >= points * 3 // 4


def fill_up(program, place, room, whole, half_a_run):
    """Go on with the run with so much room [kB]; then with all room. Returns the first code."""
    with small_disk(place, LARGE) as disk:
        lay_out(half_a_run, place)
        earlier = hash_of(place / "earlier.h5")
        disk.change(f"size={disk.used_kilobytes() + room}k")
        output = place / "run.h5"
        code, _, err = finish(start(run_command(program, output, *OPTIONS)))
        assert hash_of(place / "earlier.h5") == earlier
        if code != 0:
            assert err.startswith("azalai: ") and "run.h5" in err, err
            assert not output.exists() and not (place / "run.h5.part").exists()
            disk.change(f"size={LARGE}k")
            again, _, err = finish(start(run_command(program, output, *OPTIONS)))
            assert again == 0, err
        assert differing(datasets(output), whole["datasets"]) == []
        assert sorted(path.name for path in place.iterdir()) == ["earlier.h5", "run.h5"]
        return code


def test_a_limit_on_the_size_of_files_is_exit_code_74(program, folder, whole, is_full):
    size = whole["path"].stat().st_size
    for point in range(50 if is_full else 3):
        limit = int(size * chance("limit", point).random())
        output = folder / f"{point}.h5"
        code, _, err = finish(
            start(
                run_command(program, output, "--checkpoint-every", 20),
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
            )
        )
        assert code == 74 and "File too large" in err, (limit, code, err)
        assert not output.exists()
        assert code != -signal.SIGXFSZ


def test_a_disk_that_may_not_be_written_is_exit_code_74(program, folder, half_a_run):
    if not can_mount():
        pytest.skip("only root can mount a small file system")
    place = folder / "disk"
    with small_disk(place, LARGE) as disk:
        lay_out(half_a_run, place)
        before = {path.name: hash_of(path) for path in place.iterdir()}
        disk.change("ro")
        for options in [("--resume",), ()]:
            code, _, err = finish(start(run_command(program, place / "run.h5", *options)))
            assert code == 74, err
            assert "Read-only file system" in err
        assert {path.name: hash_of(path) for path in place.iterdir()} == before
        code, out, err = finish(start([program, "info", place / "earlier.h5"]))
        assert code == 0 and "complete   yes" in out, err
