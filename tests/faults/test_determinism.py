"""A part of the matrix that scripts/test-determinism checks in full."""

from tests.faults.jobs import SCENARIO
from tests.faults.matrix import check


def test_threads_and_interruptions_change_no_byte(program, folder, is_full):
    threads = [1, 2, 7] if is_full else [1, 2]
    assert check(program, SCENARIO, [1], (threads, [1], [1]), folder) == 0
