"""What a result file says of the run as a whole."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..result_file import open_file, text


def is_complete(path: Path | str) -> bool:
    """Whether the writer of a file finished it.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    bool
        False for what a stopped run left behind.
    """
    with open_file(path) as file:
        return bool(np.ravel(file.attrs["complete"])[0])


def seed(path: Path | str) -> int:
    """Seed of the run.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    int
        0 to 2^64 - 1.
    """
    with open_file(path) as file:
        return int(file["provenance/seed"][()])


def title(path: Path | str) -> str:
    """Title of the scenario.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    str
        As the scenario has it.
    """
    with open_file(path) as file:
        return text(file.attrs["title"])
