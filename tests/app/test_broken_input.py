"""Broken input ends with exit code 2 or 74, one message, and no harm."""

import os
import resource
import subprocess

import pytest

# name: (file, text to replace, what replaces it, what the message must name)
BROKEN = {
    "wrong type": ("small.toml", "band = 40.0", 'band = "forty"', ["small.toml:", "attack.band"]),
    "unknown key": ("small.toml", "hide_days", "hide_dyas", ["small.toml:", "hide_days"]),
    "negative rate": (
        "small.toml",
        "rate_threat = 0.01",
        "rate_threat = -0.01",
        ["small.toml:", "rate_threat", "-0.01"],
    ),
    "missing file": ("small.toml", "routes.csv", "roads.csv", ["roads.csv"]),
    "date outside the period": (
        "small.toml",
        "last_day = 2012-03-31",
        "last_day = 2011-03-31",
        ["small.toml:", "last_day"],
    ),
    "place off the map": (
        "places.csv",
        "10.6,0.6",
        "50.6,0.6",
        ["places.csv:2:", "50.6"],
    ),
    "route to nowhere": ("routes.csv", "alpha,beta", "alpha,betta", ["routes.csv:2:", "beta"]),
    "duplicate name": ("actors.csv", "REBELS,R", "STATE,R", ["actors.csv:3:", "STATE"]),
    "not UTF-8": ("places.csv", "Alpha", b"Alph\xe9", ["places.csv:2"]),
    "empty file": ("timeline.csv", None, "", ["timeline.csv"]),
    "list of nowhere": (
        "registrations.csv",
        "camp,2012-02-20",
        "camb,2012-02-20",
        ["registrations.csv:2:", "place", "camp"],
    ),
    "huge number": ("forces.csv", "1200", "1e400", ["forces.csv:2:", "strength"]),
}


def break_file(path, old, new):
    new = new if isinstance(new, bytes) else new.encode()
    text = path.read_bytes()
    if old is None:
        path.write_bytes(new)
        return
    assert old.encode() in text
    path.write_bytes(text.replace(old.encode(), new, 1))


@pytest.mark.parametrize("case", BROKEN)
@pytest.mark.parametrize("command", ["run", "check"])
def test_it_is_refused_with_file_line_and_key(azalai, small, tmp_path, case, command):
    file, old, new, named = BROKEN[case]
    break_file(small.parent / file, old, new)
    output = tmp_path / "results" / "a.h5"
    output.parent.mkdir()
    output.write_text("precious")
    options = ["-o", output, "--force"] if command == "run" else []
    done = azalai(command, small, *options)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("azalai: ")
    assert done.stderr.count("\n") == 1
    for name in named:
        assert name in done.stderr
    assert os.listdir(output.parent) == ["a.h5"]
    assert output.read_text() == "precious"


def test_an_output_in_no_folder_is_exit_code_74(azalai, small, tmp_path):
    done = azalai("run", small, "-o", "nowhere/a.h5")
    assert done.returncode == 74
    assert "nowhere" in done.stderr and done.stderr.count("\n") == 1
    assert not (tmp_path / "nowhere").exists()


def test_a_full_disk_is_exit_code_74_and_harms_nothing(program, small, tmp_path):
    (tmp_path / "a.h5").write_text("precious")

    def limit():  # stands for a disk that takes 100 kB
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = subprocess.run(
        [program, "run", small, "-o", "a.h5", "--force"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        preexec_fn=limit,
        timeout=120,
        check=False,
    )
    assert done.returncode == 74, done.stderr
    assert "a.h5" in done.stderr
    assert (tmp_path / "a.h5").read_text() == "precious"
    assert list(tmp_path.glob("*.part")) == []


def test_info_refuses_what_is_no_result(azalai, tmp_path):
    (tmp_path / "a.h5").write_text("nothing")
    done = azalai("info", "a.h5")
    assert done.returncode == 2
    assert "a.h5" in done.stderr and done.stderr.count("\n") == 1
