"""What every test of faults needs: the program, one whole run to compare with, a fast folder."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.app.conftest import program, root  # noqa: F401  (fixtures)
from tests.app.results import datasets
from tests.faults.jobs import run_job


@pytest.fixture(scope="session")
def is_full():
    """Whether scripts/test-faults asks for the full versions, which take minutes."""
    return os.environ.get("AZALAI_FAULTS") == "full"


@pytest.fixture
def folder():
    """A folder in memory if the system has such: checkpoints wait for the disk, tests need not."""
    memory = Path("/dev/shm")
    place = memory if os.access(memory, os.W_OK) else None
    path = Path(tempfile.mkdtemp(prefix="azalai-faults-", dir=place))
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="session")
def whole(program, tmp_path_factory):  # noqa: F811
    """Datasets of a run that nothing disturbed, its path, and how long it took [s]."""
    path = tmp_path_factory.mktemp("whole") / "whole.h5"
    seconds = run_job(program, path, "--checkpoint-every", 5)
    return {"path": path, "datasets": datasets(path), "seconds": seconds}
