"""Files that the program has just written, for tests of what reads them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

import azalai

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests/app/small-country/small.toml"


@lru_cache(maxsize=None)
def program() -> Path:
    """The program; the test skips where none was built."""
    try:
        return azalai.find_program()
    except azalai.ProgramNotFound:
        pytest.skip("no program: build the dev preset")
