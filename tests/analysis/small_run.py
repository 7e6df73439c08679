"""Write a tiny result file as sim/io/FORMAT.md describes it, with h5py."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np

DAYS = 40  # from 17 January 2012: three calendar months, the outer two in part
SIDES = "state external peacekeeper militant civilian"
KINDS = "armed_clash place_taken"
UNITS = "days since 2012-01-17 00:00:00"


def write_small_run(
    path: Path, file_type: str = "azalai-result", version: tuple[int, int] = (1, 2)
) -> Path:
    """Write a run of two actors, two places and three events.

    Three militants die a day, a civilian on every tenth; there are ten refugees more a day. The
    series hold two steps beyond the committed ones, as a run that was cut off may leave them.
    """
    with h5py.File(path, "w") as file:
        file.attrs["file_type"] = np.bytes_(file_type)
        file.attrs["format_version"] = np.array(version, dtype=np.int32)
        file.attrs["complete"] = np.array([0], dtype=np.int32)
        file.attrs["title"] = np.bytes_("A small war")
        file["provenance/seed"] = np.uint64(7)
        _write_totals(file)
        _write_displaced(file)
        _write_actors_and_places(file)
        _write_events(file)
        _write_politics(file)
        _write_cells(file)
    return path


def _write_cells(file: h5py.File) -> None:
    file["cells/country"] = np.array([[0, 0, 1], [0, -1, 1]], dtype=np.int16)
    file["cells/lat"] = [14.0, 15.0]
    file["cells/lon"] = [-1.0, 0.0, 1.0]
    _series(file, "cells", 2)
    pact = np.full((4, 2, 3), -1, dtype=np.int16)
    pact[1, 0, 1] = 1
    file["cells/pact"] = pact
    file["cells/pact"].attrs["_FillValue"] = np.int16(-1)


def _write_politics(file: h5py.File) -> None:
    file["politics/committed"] = np.int32(2)
    for name, (values, dtype) in {
        "day": ([3, 4, 99], np.int32),
        "kind": ([0, 1, 0], np.int8),
        "actor": ([1, 0, 0], np.int16),
        "other": ([0, -1, 0], np.int16),
        "place": ([-1, 1, 0], np.int16),
        "value": ([0.25, 0.0, 9.0], np.float32),
    }.items():
        file[f"politics/{name}"] = np.array(values, dtype=dtype)
    file["politics/day"].attrs["units"] = np.bytes_(UNITS)
    _flags(file["politics/kind"], "split coup")


def _flags(dataset: h5py.Dataset, words: str) -> None:
    dataset.attrs["flag_values"] = np.arange(len(words.split()), dtype=dataset.dtype)
    dataset.attrs["flag_meanings"] = np.bytes_(words)


def _series(file: h5py.File, group: str, steps: int) -> None:
    file[f"{group}/committed"] = np.int32(steps)
    file[f"{group}/time"] = np.arange(steps + 2, dtype=np.int32)
    file[f"{group}/time"].attrs["units"] = np.bytes_(UNITS)


def _write_totals(file: h5py.File) -> None:
    _series(file, "totals", DAYS)
    for name, words in (("side", SIDES), ("kind", KINDS)):
        file[f"totals/{name}"] = np.arange(len(words.split()), dtype=np.int8)
        _flags(file[f"totals/{name}"], words)
    deaths = np.zeros((DAYS + 2, 5), dtype=np.int32)
    deaths[:, 3] = 3
    deaths[::10, 4] = 1
    deaths[DAYS:] = 999  # not committed
    file["totals/deaths"] = deaths
    file["totals/events"] = np.ones((DAYS + 2, 2), dtype=np.int32)
    file["totals/refugees"] = 10 * np.arange(DAYS + 2, dtype=np.int32)
    file["totals/idps"] = 20 * np.arange(DAYS + 2, dtype=np.int32)


def _write_displaced(file: h5py.File) -> None:
    for group, names in (("refugees", ["Mali", "Niger"]), ("idps", ["Gao", "Mopti"])):
        _series(file, group, DAYS)
        file[f"{group}/name"] = names
        people = np.zeros((DAYS + 2, 2), dtype=np.int32)
        people[:, 1] = np.arange(DAYS + 2)
        file[f"{group}/people"] = people
        file[f"{group}/returned"] = np.ones((DAYS + 2, 2), dtype=np.int32)
    registered = file["refugees/people"][:] * 2  # until the list was verified on 1 February
    registered[15:] = file["refugees/people"][15:]
    file["refugees/registered"] = registered


def _write_actors_and_places(file: h5py.File) -> None:
    file["actors/key"] = ["FAMA", "MNLA"]
    file["actors/name"] = ["The army", "The rebels"]
    file["actors/class"] = np.array([0, 1], dtype=np.int8)
    _flags(file["actors/class"], "state rebel")
    file["actors/side"] = np.array([0, 3], dtype=np.int8)
    _series(file, "actors", 2)
    file["actors/funds"] = np.tile([0, 500], (4, 1)).astype(np.float32)
    _flags(file["actors/side"], SIDES)

    _series(file, "places", DAYS)
    file["places/key"] = ["gao", "abala"]
    file["places/name"] = ["Gao", "Abala"]
    file["places/kind"] = np.array([0, 1], dtype=np.int8)
    _flags(file["places/kind"], "town camp")
    file["places/country"] = np.array([0, 1], dtype=np.int16)
    _flags(file["places/country"], "Mali Niger")
    file["places/lat"] = [16.3, 14.9]
    file["places/lon"] = [0.0, 3.4]
    holder = np.zeros((DAYS + 2, 2), dtype=np.int16)
    holder[DAYS - 1 :] = -1  # nobody holds anything on the last day
    file["places/holder"] = holder
    file["agreements/committed"] = np.int32(2)
    for name, (values, dtype) in {
        "a": ([0, 0], np.int16),
        "b": ([1, 1], np.int16),
        "kind": ([0, 1], np.int8),
        "state": ([1, 0], np.int8),
        "begins": ([5, 20], np.int32),
        "ends": ([15, -1], np.int32),
        "violations": ([3, 0], np.int32),
        "implementation": ([0.0, 0.1], np.float32),
    }.items():
        file[f"agreements/{name}"] = np.array(values, dtype=dtype)
    file["agreements/key"] = ["truce", "accord"]
    for name in ("begins", "ends"):
        file[f"agreements/{name}"].attrs["units"] = np.bytes_(UNITS)
    _flags(file["agreements/kind"], "cessation definitive")
    _flags(file["agreements/state"], "in_force collapsed")
    file["places/settled"] = np.tile([5, 6], (DAYS + 2, 1)).astype(np.int32)


def _write_events(file: h5py.File) -> None:
    file["events/committed"] = np.int32(3)
    columns = {
        "day": ([0, 1, 31, 32], np.int32),
        "kind": ([0, 0, 1, 0], np.int8),
        "attacker": ([1, 1, 1, 0], np.int16),
        "target": ([0, -1, 0, 0], np.int16),
        "region": ([0, 1, -1, 0], np.int16),
        "cercle": ([0, 1, -1, 0], np.int16),
        "lat": ([14.0, 15.0, 15.0, 0.0], np.float32),
        "lon": ([-1.0, 0.0, 1.0, 0.0], np.float32),
        "deaths": ([4, 0, 0, 999], np.int32),
        "deaths_civilian": ([1, 0, 0, 999], np.int32),
        "attacker_deaths": ([1, 0, 0, 999], np.int32),
        "wounded": ([5, 1, 0, 999], np.int32),
    }
    for name, (values, dtype) in columns.items():
        file[f"events/{name}"] = np.array(values, dtype=dtype)
    file["events/day"].attrs["units"] = np.bytes_(UNITS)
    _flags(file["events/kind"], KINDS)
    _flags(file["events/region"], "Gao Mopti")
    _flags(file["events/cercle"], "Ansongo Djenne")
