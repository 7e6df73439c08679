"""Read one group of a result file as an xarray dataset, by what the file says of itself."""

from __future__ import annotations

import re

import h5py
import numpy as np
import xarray as xr

from .result_file import dates, decoded, named, text, texts

_HIDDEN = "This is a netCDF dimension but not a netCDF variable"
_LABELS = ("key", "id", "name")  # columns that name the rows of a dimension, best first
_ROW_OF = re.compile(r"row in /(\w+)")


def read_group(file: h5py.File, name: str) -> xr.Dataset:
    """Read a group: its committed rows, with coordinates and words in place of numbers.

    Dates are datetime64. Flags are their words, and rows of ``/actors``, ``/places`` and
    ``/scenarios`` their keys, except on maps by time. What the file marks as missing is None where
    it stands for a word, NaT for a date and NaN for a number.

    Parameters
    ----------
    file : h5py.File
        Open result file.
    name : str
        Group, such as ``totals`` or ``reports/acled``.

    Returns
    -------
    xarray.Dataset
        One variable for each dataset of the group, with ``units`` (as CF has them; ``1`` for
        counts and shares) and ``long_name``. A dimension has the keys or names of its rows as
        coordinate where the file has some.

    Raises
    ------
    KeyError
        If the file has no such group.
    """
    if name not in file or not isinstance(file[name], h5py.Group):
        raise KeyError(f"{file.filename}: has no group /{name}")
    group = file[name]
    rows = int(group["committed"][()]) if "committed" in group else None
    variables: dict[str, xr.Variable] = {}
    for key, dataset in group.items():
        if not isinstance(dataset, h5py.Dataset) or dataset.ndim == 0 or _is_hidden(dataset):
            continue
        variables[key] = _variable(file, dataset, rows)
        for dimension in range(dataset.ndim):
            scale = _scale(dataset, dimension)
            label = scale.name.rsplit("/", 1)[-1]
            if label not in variables and not _is_hidden(scale):
                variables[label] = _variable(file, scale, rows)
    found = xr.Dataset(variables)
    return _with_labels(found).assign_attrs(group=name)


def _variable(file: h5py.File, dataset: h5py.Dataset, rows: int | None) -> xr.Variable:
    dimensions = [_scale(dataset, i).name.rsplit("/", 1)[-1] for i in range(dataset.ndim)]
    grows = dataset.maxshape[0] is None
    kept = min(rows, dataset.shape[0]) if grows and rows is not None else dataset.shape[0]
    attributes = {
        name: text(dataset.attrs[name])
        for name in ("units", "long_name", "standard_name", "comment", "cell_methods")
        if name in dataset.attrs
    }
    values = _values(file, dataset, kept, attributes)
    return xr.Variable(dimensions, values, attributes)  # type: ignore[no-untyped-call]


def _values(
    file: h5py.File, dataset: h5py.Dataset, rows: int, attributes: dict[str, str]
) -> np.ndarray:
    if h5py.check_string_dtype(dataset.dtype) is not None:
        return texts(dataset)[:rows]
    fill = np.ravel(dataset.attrs["_FillValue"])[0] if "_FillValue" in dataset.attrs else None
    if attributes.get("units", "").startswith("days since "):
        found = dates(dataset, rows)
        attributes.pop("units")
        return (
            found if fill is None else np.where(dataset[:rows] == fill, np.datetime64("NaT"), found)
        )
    if "flag_values" in dataset.attrs:
        return decoded(dataset, rows)
    stored = dataset[:rows]
    reference = _ROW_OF.search(attributes.get("long_name", ""))
    if reference and dataset.ndim <= 2 and reference.group(1) in file:
        return _referred(file[reference.group(1)], stored)
    if fill is None:
        return stored
    return np.where(stored == fill, np.nan, stored.astype(float))


def _referred(group: h5py.Group, rows: np.ndarray) -> np.ndarray:
    column = next((name for name in _LABELS if name in group), None)
    if column is None:
        return rows
    return named(texts(group[column]), rows)


def _scale(dataset: h5py.Dataset, dimension: int) -> h5py.Dataset:
    if text(dataset.attrs.get("CLASS", b"")) == "DIMENSION_SCALE":
        return dataset
    return dataset.dims[dimension][0]


def _is_hidden(dataset: h5py.Dataset) -> bool:
    return text(dataset.attrs.get("NAME", b"")).startswith(_HIDDEN)


def _with_labels(found: xr.Dataset) -> xr.Dataset:
    for dimension in found.dims:
        if dimension in found.variables:
            found = found.set_coords(dimension)
            continue
        for label in _LABELS:
            if label not in found or found[label].dims != (dimension,):
                continue
            names = found[label].to_numpy()
            if len(set(names)) == len(names):
                found = found.assign_coords({dimension: (dimension, names, found[label].attrs)})
                break
    return found
