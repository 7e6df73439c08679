"""Places and maps of a run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import xarray as xr

from ..result_file import committed, decoded, open_file, texts, times


def places(path: Path | str) -> pd.DataFrame:
    """Read towns, camps and bases: key, name, kind, country, lat and lon, by their row.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    pandas.DataFrame
        One row a place.
    """
    with open_file(path) as file:
        group = file["places"]
        return pd.DataFrame(
            {
                "key": texts(group["key"]),
                "name": texts(group["name"]),
                "kind": decoded(group["kind"]),
                "country": decoded(group["country"]),
                "lat": group["lat"][:],
                "lon": group["lon"][:],
            }
        ).rename_axis("place")


def maps(path: Path | str, variable: str) -> xr.DataArray:
    """Read the maps of one variable of ``/cells``; (time, lat, lon).

    Parameters
    ----------
    path : Path or str
        Result file with cells.
    variable : str
        Such as ``control``, ``displaced``, ``services``, ``grievance`` (sum over communities) or
        ``pact`` (row in ``actors``).

    Returns
    -------
    xarray.DataArray
        NaN where the file has none: cells outside of the grid, or no pact.

    Raises
    ------
    KeyError
        If the file has no such maps.
    """
    with open_file(path) as file:
        group = file["cells"]
        dataset = group[variable]
        values = dataset[: committed(group)].astype(float)
        values[values == float(np.ravel(dataset.attrs["_FillValue"])[0])] = np.nan
        return xr.DataArray(
            values,
            {"time": times(group), "lat": group["lat"][:], "lon": group["lon"][:]},
            ("time", "lat", "lon"),
            variable,
        )


def country_mask(path: Path | str) -> xr.DataArray:
    """Read which cells lie in the simulated country; (lat, lon), bool.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    xarray.DataArray
        Bool by (lat, lon).
    """
    with open_file(path) as file:
        group = file["cells"]
        return xr.DataArray(
            group["country"][:] == 0,
            {"lat": group["lat"][:], "lon": group["lon"][:]},
            ("lat", "lon"),
            "country_mask",
        )
