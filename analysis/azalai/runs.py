"""Read the result file of one run.

Every function takes the path of a file, checks its type and version, and reads only what was
committed, so that the ``.part`` of a run that was cut off can be read as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import h5py
import numpy as np
import pandas as pd
import xarray as xr

from .result_file import (
    committed,
    dates,
    decoded,
    meanings,
    named,
    open_file,
    text,
    texts,
    times,
)


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


def actors(path: Path | str) -> pd.DataFrame:
    """Read who the actors are: key, name, class and side, by their row.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    pandas.DataFrame
        One row an actor.
    """
    with open_file(path) as file:
        group = file["actors"]
        return pd.DataFrame(
            {
                "key": texts(group["key"]),
                "name": texts(group["name"]),
                "class": decoded(group["class"]),
                "side": decoded(group["side"]),
            }
        ).rename_axis("actor")


def strength(path: Path | str) -> xr.Dataset:
    """Read what the actors have, day by day of those that were written.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    xarray.Dataset
        Coordinates ``time`` and ``actor`` (keys). Variables (time, actor): ``fighters`` [people],
        ``places_held``, ``area`` [km2] and, since format 1.2, ``funds`` [USD], ``arms`` [weapons],
        ``armament`` (0 to 1) and ``hostages`` [people].
    """
    with open_file(path) as file:
        group = file["actors"]
        variables = {
            name: (("time", "actor"), dataset[: committed(group)])
            for name, dataset in group.items()
            if dataset.ndim == 2
        }
        coordinates = {"time": times(group), "actor": texts(group["key"])}
    return xr.Dataset(variables, coordinates)


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


def holders(path: Path | str, keys: Sequence[str]) -> pd.DataFrame:
    """Read who holds some places, day by day.

    Parameters
    ----------
    path : Path or str
        Result file with places.
    keys : sequence of str
        Keys of the places.

    Returns
    -------
    pandas.DataFrame
        By day, one column a place: the key of the actor, or None if nobody holds it.

    Raises
    ------
    KeyError
        If the run has no such place.
    """
    with open_file(path) as file:
        group = file["places"]
        rows = committed(group)
        of_key = {key: row for row, key in enumerate(texts(group["key"]))}
        actor_keys = texts(file["actors/key"])
        columns = {}
        for key in keys:
            code = group["holder"][:rows, of_key[key]]
            columns[key] = named(actor_keys, code)
        return pd.DataFrame(columns, index=pd.DatetimeIndex(times(group)))


def agreements(path: Path | str) -> pd.DataFrame:
    """Read agreements: one row each.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    pandas.DataFrame
        ``key``, the parties ``a`` and ``b`` (keys of actors), ``kind``, ``state``, ``begins``,
        ``months`` for which it was kept (to the end of the run if it still is), ``violations``
        and ``implementation`` (0 to 1).
    """
    with open_file(path) as file:
        group = file["agreements"]
        rows = committed(group)
        actor_keys = texts(file["actors/key"])
        last = times(file["totals"])[-1]
        begins, ends = dates(group["begins"], rows), dates(group["ends"], rows)
        is_open = group["ends"][:rows] < 0
        days = (np.where(is_open, np.datetime64(last, "D"), ends) - begins) / np.timedelta64(1, "D")
        return pd.DataFrame(
            {
                "key": texts(group["key"])[:rows],
                "a": actor_keys[group["a"][:rows]],
                "b": actor_keys[group["b"][:rows]],
                "kind": decoded(group["kind"], rows),
                "state": decoded(group["state"], rows),
                "begins": begins,
                "months": days / 30.44,
                "violations": group["violations"][:rows],
                "implementation": group["implementation"][:rows],
            }
        )


def events(path: Path | str) -> pd.DataFrame:
    """Read every event of a run, in the order in which they happened.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    pandas.DataFrame
        One row an event: ``date``, ``kind``, ``attacker`` and ``target`` (keys of actors; a
        missing target means civilians, a missing attacker a crowd), ``victims`` (community
        attacked) and ``avenger`` (in whose name), ``lat`` and ``lon`` [degree], ``region`` and
        ``cercle`` (missing abroad), ``deaths`` of all and ``deaths_SIDE`` of each side,
        ``attacker_deaths`` and ``wounded`` [people]. Not all are violence: ``facts.violent``.
    """
    with open_file(path) as file:
        group = file["events"]
        rows = committed(group)
        keys = texts(file["actors/key"])
        columns = {"date": dates(group["day"], rows)}
        for name in ("kind", "region", "cercle", "victims", "avenger"):
            if name not in group:  # files of format 1.1 and before
                continue
            columns[name] = decoded(group[name], rows)
        for name in ("attacker", "target"):
            code = group[name][:rows]
            columns[name] = named(keys, code)
        for name, dataset in group.items():
            if name.startswith("deaths") or name in ("lat", "lon", "attacker_deaths", "wounded"):
                columns[name] = dataset[:rows]
    return pd.DataFrame(columns).rename_axis("event")


def politics(path: Path | str) -> pd.DataFrame:
    """Read what became of talks, measures and parties, in the order in which it happened.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    pandas.DataFrame
        One row an event: ``date``, ``kind``, ``actor`` and ``other`` (keys of actors; None where
        nobody else takes part), ``place`` (its row in ``places``, -1 for none) and ``value``,
        which means what the kind says.

    Raises
    ------
    ValueError
        If the file is older than format 1.2.
    """
    with open_file(path) as file:
        _require(file, path, "politics", "1.2")
        group = file["politics"]
        rows = committed(group)
        keys = texts(file["actors/key"])
        columns = {
            "date": dates(group["day"], rows),
            "kind": decoded(group["kind"], rows),
        }
        for name in ("actor", "other"):
            code = group[name][:rows]
            columns[name] = named(keys, code)
        for name in ("place", "value"):
            columns[name] = group[name][:rows]
    return pd.DataFrame(columns).rename_axis("event")


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


def _people_by(path: Path | str, name: str, unit: str, variable: str = "people") -> xr.DataArray:
    with open_file(path) as file:
        group = file[name]
        _require(file, path, f"{name}/{variable}", "1.1")
        return xr.DataArray(
            group[variable][: committed(group)],
            {"time": times(group), unit: texts(group["name"])},
            ("time", unit),
            name,
        )


def _require(file: h5py.File, path: Path | str, name: str, since: str) -> None:
    if name in file:
        return
    version = ".".join(str(number) for number in file.attrs["format_version"])
    raise ValueError(f"{path}: format {version} has no /{name} (since {since}). Run it again.")
