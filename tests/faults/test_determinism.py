"""A part of the matrix that scripts/test-determinism checks in full."""

from tests.app.mpi import why_not
from tests.faults.jobs import SCENARIO
from tests.faults.matrix import check_runs, check_sweeps, write_design


def test_threads_and_interruptions_change_no_byte_of_a_run(program, folder, is_full):
    threads = [1, 2, 7] if is_full else [1, 2]
    assert check_runs(program, SCENARIO, [1], threads, folder) == 0


def test_ranks_shards_and_interruptions_change_no_byte_of_a_sweep(program, folder):
    ways = [(1, 1, 1), (1, 5, 2)] + ([] if why_not(program) else [(3, 1, 1)])
    assert check_sweeps(program, write_design(folder, SCENARIO, 20), ways, folder) == 0
