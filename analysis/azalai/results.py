"""Result files as mappings from the names of their groups to xarray datasets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pandas as pd
import xarray as xr

from . import documented, runs
from .groups import read_group
from .result_file import ENSEMBLE, RUN, open_file, text, texts


class Results(Mapping[str, xr.Dataset]):
    """What a file holds: its groups by name, read when they are asked for and then kept.

    Attributes
    ----------
    path : Path
        The file.
    title : str
        Title of the scenario or the design.
    is_complete : bool
        Whether the program finished the file.
    provenance : dict
        Program, version, commit, compiler, seed, the resolved ``scenario`` or design (TOML),
        ``inputs`` (path to SHA-256) and ``this_run`` (when, where and how it was made).
    """

    _file_type = RUN

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._kept: dict[str, xr.Dataset] = {}
        with open_file(self.path, self._file_type) as file:
            self.title = text(file.attrs.get("title", b""))
            self.is_complete = bool(np.ravel(file.attrs["complete"])[0])
            self.provenance = _provenance(file)
            self._names = _group_names(file)

    def __getitem__(self, name: str) -> xr.Dataset:
        """Read a group, as `groups.read_group` does."""
        if name not in self._kept:
            with open_file(self.path, self._file_type) as file:
                self._kept[name] = self._read(file, name)
        return self._kept[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {str(self.path)!r}: {self.title}; {', '.join(self)}>"

    def _read(self, file: h5py.File, name: str) -> xr.Dataset:
        return read_group(file, name)


class Run(Results):
    """The result of one run (file type ``azalai-result``)."""

    @property
    def seed(self) -> int:
        """Seed of the run."""
        return int(self.provenance["seed"])

    def events(self) -> pd.DataFrame:
        """Every event; see `runs.events`.

        Returns
        -------
        pandas.DataFrame
            One row an event.
        """
        return runs.events(self.path)

    def figures(self) -> pd.DataFrame:
        """Documented figures and what the run gave for them; see `documented.of_run`.

        Returns
        -------
        pandas.DataFrame
            One row a figure.
        """
        return documented.of_run(self.path)


class Ensemble(Results):
    """The result of a sweep (file type ``azalai-ensemble``).

    Every group with the dimension ``run`` has the coordinates ``scenario`` (name), ``seed``,
    ``point`` and ``draw`` along it.
    """

    _file_type = ENSEMBLE

    @property
    def scenarios(self) -> list[str]:
        """Names of the scenarios; the first is the baseline."""
        return [str(name) for name in self["scenarios"]["name"].to_numpy()]

    def _read(self, file: h5py.File, name: str) -> xr.Dataset:
        found = read_group(file, name)
        if "run" not in found.dims:
            return found
        of_runs = found if name == "runs" else read_group(file, "runs")
        labels = {key: of_runs[key] for key in ("scenario", "seed", "point", "draw")}
        return found.assign_coords(
            {key: ("run", value.to_numpy()) for key, value in labels.items()}
        )


def open_run(path: Path | str) -> Run:
    """Open the result of a run.

    Parameters
    ----------
    path : Path or str
        File that ``azalai run`` wrote, complete or not.

    Returns
    -------
    Run
        Its groups by name, such as ``run["totals"]``, as xarray datasets with units.

    Raises
    ------
    OSError
        If the file cannot be opened.
    ValueError
        If it is no result of a run, is newer than this reader or is damaged.

    Examples
    --------
    >>> run = azalai.open_run("out/mali-2012-2016.h5")          # doctest: +SKIP
    >>> run["refugees"].people.sel(country="Niger")             # doctest: +SKIP
    """
    return Run(path)


def open_ensemble(path: Path | str) -> Ensemble:
    """Open the result of a sweep.

    Parameters
    ----------
    path : Path or str
        File that ``azalai sweep`` or ``azalai join`` wrote, or the folder that holds it as
        ``ensemble.h5``.

    Returns
    -------
    Ensemble
        Its groups by name, such as ``ensemble["monthly"]``, as xarray datasets with units.

    Raises
    ------
    OSError
        If the file cannot be opened.
    ValueError
        If it is no result of a sweep, is newer than this reader or is damaged.
    """
    path = Path(path)
    return Ensemble(path / "ensemble.h5" if path.is_dir() else path)


def _provenance(file: h5py.File) -> dict[str, Any]:
    if "provenance" not in file:
        return {}
    group = file["provenance"]
    found: dict[str, Any] = {}
    for name, dataset in group.items():
        if isinstance(dataset, h5py.Dataset) and dataset.ndim == 0:
            value = dataset[()]
            found[name] = text(value) if isinstance(value, (bytes, str)) else int(value)
    found["inputs"] = {}
    if "input_path" in group:
        found["inputs"] = dict(zip(texts(group["input_path"]), texts(group["input_sha256"])))
    if "this_run" in group:
        of_run = {name: dataset[()] for name, dataset in group["this_run"].items()}
        found["this_run"] = {
            name: text(value) if isinstance(value, (bytes, str)) else int(value)
            for name, value in of_run.items()
        }
    return found


def _group_names(file: h5py.File) -> list[str]:
    names: list[str] = []
    for name, member in file.items():
        if not isinstance(member, h5py.Group) or name == "provenance":
            continue
        inner = [key for key, value in member.items() if isinstance(value, h5py.Group)]
        names += [f"{name}/{key}" for key in inner] or [name]
    return names
