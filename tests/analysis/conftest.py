"""The small run that these tests read."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from small_run import write_small_run  # noqa: E402


@pytest.fixture
def run(tmp_path):
    """Path of a tiny result file."""
    return write_small_run(tmp_path / "small.h5")
