"""Damaged files are named as damaged or read right, and never end a program by a signal."""

import time

import pytest

from tests.app.results import datasets, differing
from tests.faults.damage import SEAL, damaged, damaged_headers
from tests.faults.jobs import finish, run_command, start


@pytest.fixture(scope="module")
def events(program, whole, tmp_path_factory):
    """Observed events: what the observers of the run itself wrote."""
    path = tmp_path_factory.mktemp("events") / "acled.csv"
    code, _, err = finish(
        start([program, "export", whole["path"], "--format", "acled", "-o", path])
    )
    assert code == 0, err
    return path


@pytest.fixture(scope="module")
def commands(root, events):
    """Arguments of every command that reads result files; FILE stands for the file."""
    facts = root / "tests" / "app" / "small-country" / "facts.csv"
    return [
        ["info", "FILE"],
        ["info", "FILE", "--json"],
        ["validate", "FILE", "--facts", facts],
        ["score", "FILE", "--events", events, "--by", "region"],
        ["export", "FILE", "--format", "acled", "-o", "-"],
        ["export", "FILE", "--format", "csv", "--dataset", "/totals/deaths", "-o", "-"],
    ]


def ask(program, command, path):
    return finish(start([program, *(path if word == "FILE" else word for word in command)]))


def is_refusal(code, out, err, name):
    """Whether a program ended as it must for wrong input: exit code 2 and the name of the file."""
    return code == 2 and err.startswith("azalai: ") and name in err and err.count("\n") == 1


def test_a_damaged_result_is_named_or_read_right(program, folder, whole, commands, is_full):
    path = folder / "run.h5"
    path.write_bytes(whole["path"].read_bytes())
    right = [ask(program, command, path) for command in commands]
    assert all(code == 0 for code, _, _ in right), right
    wrong = []
    counts = {"named": 0, "right": 0}
    for number in range(300 if is_full else 12):
        data, what = damaged(whole["path"].read_bytes(), number)
        path.write_bytes(data)
        for index, command in enumerate(commands):
            if not is_full and index != number % len(commands):
                continue
            code, out, err = ask(program, command, path)
            if is_refusal(code, out, err, "run.h5"):
                counts["named"] += 1
            elif (code, out) == right[index][:2]:
                counts["right"] += 1
            else:
                wrong.append((what, command[0], code, err[-300:]))
    print(f"results: {counts}, wrong: {wrong}")
    assert wrong == []
    assert counts["named"] > 5 * counts["right"]


def test_a_result_with_wrong_headers_ends_no_program_by_a_signal(
    program, folder, whole, commands, is_full
):
    """Without its seal a file may read wrong, as its headers have no checksum; but it may neither
    crash a program nor keep it for ever."""
    unsealed = whole["path"].read_bytes()[:-SEAL]
    path = folder / "run.h5"
    wrong = []
    codes = {}
    for number in range(300 if is_full else 8):
        data, what = damaged_headers(unsealed, number)
        path.write_bytes(data)
        for index, command in enumerate(commands):
            if not is_full and index != number % len(commands):
                continue
            code, _, err = ask(program, command, path)
            codes[code] = codes.get(code, 0) + 1
            if code not in (0, 2):
                wrong.append((what, command[0], code, err[-300:]))
    print(f"headers: exit codes {codes}, wrong: {wrong}")
    assert wrong == []


@pytest.fixture(scope="module")
def checkpoint(program, tmp_path_factory):
    """The bytes of a checkpoint."""
    output = tmp_path_factory.mktemp("checkpoint") / "run.h5"
    path = output.with_name("run.h5.checkpoint")
    process = start(run_command(program, output, "--checkpoint-every", 30))
    while process.poll() is None and not path.exists():
        time.sleep(0.001)
    process.kill()
    finish(process)
    return path.read_bytes()


def test_a_damaged_checkpoint_is_named_or_taken_right(program, folder, whole, checkpoint, is_full):
    wrong = []
    counts = {"named": 0, "right": 0}
    output = folder / "run.h5"
    for number in range(300 if is_full else 6):
        data, what = damaged(checkpoint, number)
        (folder / "run.h5.checkpoint").write_bytes(data)
        code, out, err = finish(start(run_command(program, output, "--resume", "--force")))
        if is_refusal(code, out, err, "run.h5.checkpoint"):
            counts["named"] += 1
        elif code == 0 and differing(datasets(output), whole["datasets"]) == []:
            counts["right"] += 1
        else:
            wrong.append((what, code, err[-300:]))
    print(f"checkpoints: {counts}, wrong: {wrong}")
    assert wrong == []
    assert counts["named"] > 0


def test_a_damaged_checkpoint_without_a_seal_ends_no_program_by_a_signal(
    program, folder, checkpoint, is_full
):
    wrong = []
    codes = {}
    for number in range(300 if is_full else 4):
        data, what = damaged_headers(checkpoint[:-SEAL], number)
        (folder / "run.h5.checkpoint").write_bytes(data)
        code, _, err = finish(start(run_command(program, folder / "run.h5", "--resume", "--force")))
        codes[code] = codes.get(code, 0) + 1
        if code not in (0, 2):
            wrong.append((what, code, err[-300:]))
    print(f"checkpoint headers: exit codes {codes}, wrong: {wrong}")
    assert wrong == []
