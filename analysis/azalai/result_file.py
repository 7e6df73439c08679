"""Open a result file, and decode what its columns hold (sim/io/FORMAT.md)."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np

FILE_TYPE = "azalai-result"
FORMAT_VERSION = (1, 2)  # newest (major, minor) that this reader knows


def open_run(path: Path | str) -> h5py.File:
    """Open a result file for reading. Use it in a ``with`` statement.

    Parameters
    ----------
    path : Path or str
        A result file, complete or not.

    Returns
    -------
    h5py.File
        The open file.

    Raises
    ------
    OSError
        If the file cannot be opened.
    ValueError
        If it is no result file, or its major version is newer than this reader.
    """
    file = h5py.File(path, "r")
    try:
        file_type = text(file.attrs.get("file_type", b""))
        if file_type != FILE_TYPE:
            raise ValueError(
                f"{path}: file_type is {file_type!r} (a result file has {FILE_TYPE!r}). "
                "Name a file that `azalai run` wrote."
            )
        version = tuple(int(number) for number in file.attrs["format_version"])
        if version[0] != FORMAT_VERSION[0]:
            raise ValueError(
                f"{path}: format {version[0]}.{version[1]} (this reader knows "
                f"{FORMAT_VERSION[0]}.x). Use the analysis that came with the program."
            )
    except BaseException:
        file.close()
        raise
    return file


def text(value: bytes | str) -> str:
    """Text of an attribute."""
    return value.decode() if isinstance(value, bytes) else str(value)


def texts(dataset: h5py.Dataset) -> np.ndarray:
    """Every text of a column."""
    return np.array([text(value) for value in dataset[:]], dtype=object)


def committed(group: h5py.Group) -> int:
    """Rows of a growing group that are whole."""
    return int(group["committed"][()])


def dates(dataset: h5py.Dataset, rows: int) -> np.ndarray:
    """Dates of a column that counts days since a date, to the nanosecond as pandas wants them."""
    first = np.datetime64(text(dataset.attrs["units"]).split()[2], "D")
    return (first + dataset[:rows].astype("timedelta64[D]")).astype("datetime64[ns]")


def times(group: h5py.Group) -> np.ndarray:
    """Dates of a series."""
    return dates(group["time"], committed(group))


def meanings(dataset: h5py.Dataset) -> np.ndarray:
    """Words of a column of flags, in the order of its values."""
    return np.array(text(dataset.attrs["flag_meanings"]).split(), dtype=object)


def decoded(dataset: h5py.Dataset, rows: int | None = None) -> np.ndarray:
    """Words for the values of a column of flags; None where the value is no flag."""
    values = np.ravel(dataset.attrs["flag_values"])
    words = dict(zip(values.tolist(), meanings(dataset)))
    return np.array([words.get(value) for value in dataset[:rows].tolist()], dtype=object)
