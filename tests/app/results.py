"""Comparing result files."""

import h5py
import numpy as np


def datasets(path):
    """Values of every dataset but those that only this run has, by path."""
    contents = {}

    def keep(name, item):
        if isinstance(item, h5py.Dataset) and not name.startswith("provenance/this_run"):
            is_text = h5py.check_string_dtype(item.dtype) is not None
            contents[name] = np.asarray(item.asstr()[()] if is_text else item[()])

    with h5py.File(path) as file:
        file.visititems(keep)
    return contents


def differing(one, other):
    """Paths of the datasets that are not the same in type, shape and every byte."""
    assert one.keys() == other.keys()
    return [name for name in one if not is_same(one[name], other[name])]


def is_same(one, other):
    if one.dtype == object or other.dtype == object:
        return np.array_equal(one, other)
    return (one.dtype, one.shape, one.tobytes()) == (other.dtype, other.shape, other.tobytes())
