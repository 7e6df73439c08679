"""The replay of `benchmarks/scaling.py`: batches give what one run at a time gives."""

import importlib.util

import numpy as np
import pytest

from tests.app.conftest import ROOT


@pytest.fixture(scope="module")
def scaling():
    spec = importlib.util.spec_from_file_location("scaling", ROOT / "benchmarks" / "scaling.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("runs", [1, 80, 1_000, 5_001])
@pytest.mark.parametrize("cores", [64, 100, 333])
@pytest.mark.parametrize("give_s", [0.0, 0.001, 0.2])
def test_batches_of_runs_end_when_single_ones_do(scaling, runs, cores, give_s):
    times = np.random.default_rng(runs).uniform(3.7, 8.1, runs)
    used = min(cores, runs)
    one_by_one = scaling.one_by_one(times, used, give_s, 0.45)
    assert scaling.replay_dynamic(times, cores, give_s, 0.45) == pytest.approx(
        one_by_one, rel=1e-12
    )


def test_what_can_be_worked_out_by_hand(scaling):
    times = np.array([1.0, 2.0, 3.0, 4.0])
    assert scaling.replay_dynamic(times, 1, 0.5, 1.0) == 13.0
    assert scaling.replay_dynamic(times, 2) == 6.0  # 1 and 3, 2 and 4
    assert scaling.replay_dynamic(times, 100, 10.0) == 44.0  # the desk is the limit
    # Two elements of two runs, one slot each; the second starts two seconds after the first.
    assert scaling.replay_shards(times, 2, 1, 2, 2.0) == 11.0
