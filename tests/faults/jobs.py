"""Starting runs of the small country, and chance that depends on nothing but its address."""

import random
import subprocess
import time
from pathlib import Path

SCENARIO = Path(__file__).parents[1] / "app" / "small-country" / "small.toml"
SEED = 2012
LIMIT = 300  # seconds that a process may take before it counts as stuck


def chance(*address):
    """Random numbers that depend on the seed and the address only, not on what came before."""
    return random.Random("/".join(map(str, (SEED, *address))))


def run_command(program, output, *options):
    """The command line of a run of the small country."""
    command = [program, "run", SCENARIO, "-o", output, "--quiet", "--threads", 1, *options]
    return list(map(str, command))


def start(command, **options):
    """Start a program; what it says can be read when it has ended."""
    return subprocess.Popen(
        list(map(str, command)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        **options,
    )


def finish(process):
    """Exit code (negative: the signal), standard output and error of a started program."""
    try:
        out, err = process.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        return "stuck", out, err
    return process.returncode, out, err


def run_job(program, output, *options):
    """Run the small country to its end. Returns the seconds that it took."""
    begin = time.monotonic()
    code, _, err = finish(start(run_command(program, output, *options)))
    assert code == 0, err
    return time.monotonic() - begin
