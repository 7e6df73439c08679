"""Documented figures that a scenario is compared with: of its table, or as a run holds them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

import pandas as pd

from .groups import read_group
from .result_file import open_file


def read_figures(path: Path | str) -> pd.DataFrame:
    """Read the table of documented figures of a scenario.

    Parameters
    ----------
    path : Path or str
        Table of figures (CSV), such as ``configs/mali/documented_figures.csv``.

    Returns
    -------
    pandas.DataFrame
        One row a figure; ``start`` and ``end`` are dates, ``low`` and ``high`` are filled from
        ``central`` where the table leaves them empty. For a figure that is only *at least* or
        *at most* so much, the open end is not known and reads as the stated one.
    """
    with open(path, encoding="utf-8") as table:
        comments = sum(1 for _ in takewhile(lambda line: line.startswith("#"), table))
    figures = pd.read_csv(path, skiprows=comments, parse_dates=["start", "end"])
    stated = figures["central"].fillna(figures["low"]).fillna(figures["high"])
    figures["low"] = figures["low"].fillna(stated)
    figures["high"] = figures["high"].fillna(stated)
    return figures


def deaths_by_year(figures: pd.DataFrame) -> pd.DataFrame:
    """Lowest and highest documented deaths of each calendar year, all sides together.

    Parameters
    ----------
    figures : pandas.DataFrame
        As `read_figures` returns it.

    Returns
    -------
    pandas.DataFrame
        ``low`` and ``high`` [people], by year.
    """
    whole_year = (
        (figures["start"].dt.year == figures["end"].dt.year)
        & (figures["start"].dt.dayofyear == 1)
        & (figures["end"].dt.month == 12)
        & (figures["end"].dt.day == 31)
    )
    is_right = (
        whole_year
        & (figures["quantity"] == "deaths")
        & (figures["side"] == "all")
        & (figures["use"] == "target")
    )
    by_year = figures[is_right].groupby(figures["start"].dt.year)
    return by_year.agg(low=("low", "min"), high=("high", "max")).rename_axis("year")


def counts(figures: pd.DataFrame, quantity: str, country: str) -> pd.DataFrame:
    """Dated counts of refugees or of internally displaced people of a country, for comparison.

    Parameters
    ----------
    figures : pandas.DataFrame
        As ``read_figures`` returns it.
    quantity : {"refugees", "idps"}
        What was counted.
    country : str
        Country of asylum, or ``all``.

    Returns
    -------
    pandas.DataFrame
        ``date``, ``low`` and ``high`` [people], in order of the dates. A count of a period
        stands at its middle.
    """
    is_right = (
        (figures["quantity"] == quantity)
        & (figures["country"] == country)
        & (figures["use"] == "target")
        & figures["place"].isna()
    )
    chosen = figures[is_right]
    middle = chosen["start"] + (chosen["end"] - chosen["start"]) / 2
    return chosen.assign(date=middle).sort_values("date")[["date", "low", "high"]]


def of_run(path: Path | str) -> pd.DataFrame:
    """Read the documented figures that a run holds, and what it gave for them.

    Parameters
    ----------
    path : Path or str
        Result file.

    Returns
    -------
    pandas.DataFrame
        By ``id``: ``quantity``, ``side``, ``category``, ``where`` (country, and place or regions in
        it, after a colon), ``start`` and ``end`` (dates), ``low`` and ``high`` (in the unit of the
        figure; ``high`` NaN where the truth is at least ``low``), ``bound``, ``observer``,
        ``source``, ``use``, ``counted_as`` and ``simulated`` (NaN: the run does not give it).

    Raises
    ------
    ValueError
        If the run has no such figures: it was not finished, or its file is older than format 1.3.
    """
    with open_file(path) as file:
        if "figures" not in file:
            raise ValueError(
                f"{path}: has no documented figures (they are written when a run ends, since "
                "format 1.3). Run it again, to the end."
            )
        found = read_group(file, "figures").drop_vars("figure", errors="ignore").to_dataframe()
    return found.set_index("id")


def of_runs(paths: Sequence[Path | str]) -> pd.DataFrame:
    """Read the documented figures of one or several runs of a scenario.

    Parameters
    ----------
    paths : sequence of Path or str
        Result files of one scenario.

    Returns
    -------
    pandas.DataFrame
        As `of_run`, with ``simulated_median``, ``simulated_p05`` and ``simulated_p95`` over the
        runs if there are several (quantiles of numpy, linear between runs).
    """
    tables = [of_run(path) for path in paths]
    found = tables[0]
    if len(tables) > 1:
        simulated = pd.concat([table["simulated"] for table in tables], axis=1)
        for name, share in (("median", 0.5), ("p05", 0.05), ("p95", 0.95)):
            found[f"simulated_{name}"] = simulated.quantile(share, axis=1)
        found = found.drop(columns="simulated")
    return found


def span_by_year(figures: pd.DataFrame) -> pd.DataFrame:
    """Lowest and highest documented deaths of each whole year over all observers.

    Parameters
    ----------
    figures : pandas.DataFrame
        As `of_run` or `read_figures` returns it.

    Returns
    -------
    pandas.DataFrame
        ``low`` and ``high`` [people], by year.
    """
    filled = figures.assign(high=figures["high"].fillna(figures["low"]))
    return deaths_by_year(filled)
