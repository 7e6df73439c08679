"""Open the files of Azalai, and decode what their columns hold (sim/io/FORMAT.md)."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import h5py
import numpy as np

RUN = "azalai-result"
ENSEMBLE = "azalai-ensemble"

#: Newest (major, minor) version of each type of file that this reader knows.
FORMAT_VERSIONS = {RUN: (1, 3), ENSEMBLE: (1, 0)}

#: What writes each type of file.
WRITERS = {RUN: "`azalai run`", ENSEMBLE: "`azalai sweep` or `azalai join`"}

_SEAL_HEAD = b"azalai sealed v1\n"
_SEAL_BYTES = len(_SEAL_HEAD) + 64 + 1


def open_file(path: Path | str, file_type: str = RUN) -> h5py.File:
    """Open a result file for reading. Use it in a ``with`` statement.

    Parameters
    ----------
    path : Path or str
        A file of the program, complete or not.
    file_type : {"azalai-result", "azalai-ensemble"}
        What it has to be.

    Returns
    -------
    h5py.File
        The open file.

    Raises
    ------
    OSError
        If the file cannot be opened.
    ValueError
        If it is of another type, its major version is newer than this reader, or its seal is
        broken, so that its bytes are not those that were written.
    """
    check_seal(path)
    file = h5py.File(path, "r")
    try:
        found = type_of(file)
        if found != file_type:
            raise ValueError(
                f"{path}: file_type is {found!r} (must be {file_type!r}). "
                f"Name a file that {WRITERS[file_type]} wrote."
            )
        version = tuple(int(number) for number in file.attrs["format_version"])
        known = FORMAT_VERSIONS[file_type][0]
        if version[0] != known:
            raise ValueError(
                f"{path}: format {version[0]}.{version[1]} (this reader knows {known}.x). "
                "Use the analysis that came with the program."
            )
    except BaseException:
        file.close()
        raise
    return file


def type_of(file: h5py.File) -> str:
    """Type of an open file, such as ``azalai-result``; empty if it is none of Azalai.

    Parameters
    ----------
    file : h5py.File
        The open file.

    Returns
    -------
    str
        The attribute ``file_type``.
    """
    return text(file.attrs.get("file_type", b""))


def kind_of(path: Path | str) -> str:
    """Type of the file of a path, such as ``azalai-result``; empty if it is none of Azalai.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    str
        The attribute ``file_type``.

    Raises
    ------
    OSError
        If it cannot be opened, or is no HDF5 file.
    """
    with h5py.File(path, "r") as file:
        return type_of(file)


def check_seal(path: Path | str) -> None:
    """Check that a sealed file has the bytes that were written. A file without a seal passes.

    Parameters
    ----------
    path : Path or str
        Result file.

    Raises
    ------
    OSError
        If it cannot be read.
    ValueError
        If the seal is broken.
    """
    found = Path(path).stat()
    if not _is_whole(str(path), found.st_mtime_ns, found.st_size):
        raise ValueError(
            f"{path}: is damaged (its bytes are not those that were sealed). "
            "Copy it again from where it was made, or make it again."
        )


@lru_cache(maxsize=256)
def _is_whole(path: str, changed: int, size: int) -> bool:
    del changed  # only tells one state of the file from another
    if size < _SEAL_BYTES:
        return True
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        file.seek(size - _SEAL_BYTES)
        seal = file.read(_SEAL_BYTES)
        if not seal.startswith(_SEAL_HEAD):
            return True
        file.seek(0)
        left = size - _SEAL_BYTES
        while left > 0:
            block = file.read(min(left, 1 << 20))
            if not block:
                return False
            digest.update(block)
            left -= len(block)
    return seal[len(_SEAL_HEAD) : -1].decode("ascii", "replace") == digest.hexdigest()


def text(value: bytes | str) -> str:
    """Text of an attribute.

    Parameters
    ----------
    value : bytes or str
        As h5py gives it.

    Returns
    -------
    str
        The text.
    """
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def texts(dataset: h5py.Dataset) -> np.ndarray:
    """Every text of a column.

    Parameters
    ----------
    dataset : h5py.Dataset
        The column.

    Returns
    -------
    ndarray
        Of str.
    """
    return np.array([text(value) for value in dataset[:]], dtype=object)


def committed(group: h5py.Group) -> int:
    """Rows of a growing group that are whole.

    Parameters
    ----------
    group : h5py.Group
        The group.

    Returns
    -------
    int
        Number of rows.
    """
    return int(group["committed"][()])


def dates(dataset: h5py.Dataset, rows: int) -> np.ndarray:
    """Dates of a column that counts days since a date, to the nanosecond as pandas wants them.

    Parameters
    ----------
    dataset : h5py.Dataset
        The column.
    rows : int
        How many, from the first on.

    Returns
    -------
    ndarray
        Of datetime64[ns].
    """
    first = np.datetime64(text(dataset.attrs["units"]).split()[2], "D")
    return (first + dataset[:rows].astype("timedelta64[D]")).astype("datetime64[ns]")


def times(group: h5py.Group) -> np.ndarray:
    """Dates of a series.

    Parameters
    ----------
    group : h5py.Group
        The group.

    Returns
    -------
    ndarray
        Of datetime64[ns]; committed rows only.
    """
    return dates(group["time"], committed(group))


def named(names: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Names of rows, of any shape; None where a row is none of them.

    Parameters
    ----------
    names : ndarray
        Name by row.
    rows : ndarray
        Row numbers; negative where there is none.

    Returns
    -------
    ndarray
        Of str or None, in the shape of the rows.
    """
    known = np.empty(len(names) + 1, dtype=object)
    known[:-1] = names
    is_row = (rows >= 0) & (rows < len(names))
    return known[np.where(is_row, rows, len(names))]


def meanings(dataset: h5py.Dataset) -> np.ndarray:
    """Words of a column of flags, in the order of its values.

    Parameters
    ----------
    dataset : h5py.Dataset
        The column.

    Returns
    -------
    ndarray
        Of str.
    """
    return np.array(text(dataset.attrs["flag_meanings"]).split(), dtype=object)


def decoded(dataset: h5py.Dataset, rows: int | None = None) -> np.ndarray:
    """Words for the values of a column of flags; None where the value is no flag.

    Parameters
    ----------
    dataset : h5py.Dataset
        The column.
    rows : int, optional
        How many, from the first on; all if left out.

    Returns
    -------
    ndarray
        Of str or None.
    """
    values = np.ravel(dataset.attrs["flag_values"])
    words = dict(zip(values.tolist(), meanings(dataset)))
    stored = np.asarray(dataset[:rows])
    found = np.array([words.get(value) for value in stored.ravel().tolist()], dtype=object)
    return found.reshape(stored.shape)


def require(file: h5py.File, path: Path | str, name: str, since: str) -> None:
    """Check that a file has what came with a later format.

    Parameters
    ----------
    file : h5py.File
        The open file.
    path : Path or str
        Of the file, for the message.
    name : str
        Group or dataset.
    since : str
        Format that brought it.

    Raises
    ------
    ValueError
        If the file does not have it.
    """
    if name in file:
        return
    version = ".".join(str(number) for number in file.attrs["format_version"])
    raise ValueError(f"{path}: format {version} has no /{name} (since {since}). Run it again.")
