"""People of a run: deaths, refugees and displaced people, day by day."""

from __future__ import annotations

from pathlib import Path

import xarray as xr

from ..result_file import committed, meanings, open_file, require, texts, times


def totals(path: Path | str) -> xr.Dataset:
    """Read the country day by day.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    xarray.Dataset
        Coordinates ``time``, ``side`` and ``kind``. Variables as ``/totals`` has them [people]:
        ``deaths`` (time, side), ``events`` (time, kind) and, by time, ``wounded``, ``at_home``,
        ``travelling``, ``waiting``, ``idps``, ``refugees``, ``departures`` and the returns; since
        format 1.2 also ``captives``, ``kidnapped``, ``devices`` [1], and ``legitimacy`` and
        ``services`` (0 to 1).
    """
    with open_file(path) as file:
        group = file["totals"]
        coordinates = {
            "time": times(group),
            "side": meanings(group["side"]),
            "kind": meanings(group["kind"]),
        }
        second = {"deaths": ("time", "side"), "events": ("time", "kind")}
        variables = {
            name: (second.get(name, ("time",)), dataset[: committed(group)])
            for name, dataset in group.items()
            if name not in (*coordinates, "committed")
        }
    return xr.Dataset(variables, coordinates)


def refugees(path: Path | str) -> xr.DataArray:
    """Read refugees by country of asylum, day by day; (time, country) [people].

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    xarray.DataArray
        People by (time, country).
    """
    return _people_by(path, "refugees", "country")


def registered(path: Path | str) -> xr.DataArray:
    """Read refugees on the lists of each country of asylum; (time, country) [people].

    Lists overstate who is there until people are counted one by one, and drop on that day though
    nobody leaves: the counts to be set beside documented ones.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    xarray.DataArray
        People by (time, country).

    Raises
    ------
    ValueError
        If the file is older than format 1.1, which began to hold them.
    """
    return _people_by(path, "refugees", "country", "registered")


def returned(path: Path | str) -> tuple[xr.DataArray, xr.DataArray]:
    """Read who came home each day, by country of asylum and, from inside, by region of home.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    tuple of xarray.DataArray
        Refugees (time, country) and internally displaced people (time, region) [people].

    Raises
    ------
    ValueError
        If the file is older than format 1.1.
    """
    return (
        _people_by(path, "refugees", "country", "returned"),
        _people_by(path, "idps", "region", "returned"),
    )


def idps(path: Path | str) -> xr.DataArray:
    """Read internally displaced people by region of refuge; (time, region) [people].

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    xarray.DataArray
        People by (time, region).
    """
    return _people_by(path, "idps", "region")


def settled(path: Path | str) -> xr.DataArray:
    """Read displaced people and refugees who stay at each place; (time, place) [people].

    The coordinate ``place`` holds the keys of the places.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    xarray.DataArray
        People by (time, place).
    """
    with open_file(path) as file:
        group = file["places"]
        return xr.DataArray(
            group["settled"][: committed(group)],
            {"time": times(group), "place": texts(group["key"])},
            ("time", "place"),
            "settled",
        )


def _people_by(path: Path | str, name: str, unit: str, variable: str = "people") -> xr.DataArray:
    with open_file(path) as file:
        group = file[name]
        require(file, path, f"{name}/{variable}", "1.1")
        return xr.DataArray(
            group[variable][: committed(group)],
            {"time": times(group), unit: texts(group["name"])},
            ("time", unit),
            name,
        )
