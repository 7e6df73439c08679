"""Paths and tables for the tests of configs/mali."""

import os
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "configs" / "mali" / "derive"))

import tables  # noqa: E402


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the downloaded layers; tests that need it are skipped without it."""
    folder = Path(os.environ.get("AZALAI_DATA", PROJECT.parent / "shared" / "data"))
    if not (folder / "geo").is_dir():
        pytest.skip(f"no layers in {folder}; get them (configs/mali/SOURCES.md) or set AZALAI_DATA")
    pytest.importorskip("shapely", reason="needs python3-shapely")
    return folder


@pytest.fixture(scope="session")
def table():
    """Read a table of configs/mali by name, once."""
    read: dict[str, list[dict[str, str]]] = {}

    def rows(name: str) -> list[dict[str, str]]:
        return read.setdefault(name, tables.read_table(tables.CONFIG / name))

    return rows
