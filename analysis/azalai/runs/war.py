"""Those who fight in a run, and what they do to each other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import xarray as xr

from ..result_file import committed, dates, decoded, named, open_file, require, texts, times


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
        require(file, path, "politics", "1.2")
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
