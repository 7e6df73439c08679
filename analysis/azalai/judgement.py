"""Validation and scores of runs as tables, computed by the program (`azalai validate`, `score`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from .program import Files, call, paths_of

_OBJECTS = ("simulated", "baseline", "data", "target")
_OF_FACTS = tuple(
    [f"target_{name}" for name in ("label", "low", "high", "unit", "start", "end")]
    + [f"simulated_{name}" for name in ("median", "p05", "p95", "runs")]
)
_OF_FIGURES = tuple(
    "id quantity side observer source use bound start end low high simulated_median simulated_p05 "
    "simulated_p95 median_inside interval_overlaps interval_score".split()
)
_DATES = ("start", "end", "target_start", "target_end")


@dataclass(frozen=True)
class Validation:
    """Runs beside what is documented (models/facts/README.md defines every number).

    Attributes
    ----------
    figures : pandas.DataFrame
        By ``id``: ``quantity``, ``side``, ``observer``, ``source``, ``use``, ``bound``, ``start``,
        ``end``, ``low`` and ``high`` as documented; ``simulated_median``, ``simulated_p05`` and
        ``simulated_p95`` over the runs; ``median_inside``, ``interval_overlaps``,
        ``interval_score``. In the unit of the figure: people, events, km2 or months.
    facts : pandas.DataFrame
        One row a stylised fact and period: ``key``, ``target_label``, ``target_low``,
        ``target_high``, ``target_unit``, the same three numbers of the runs, ``inside`` and
        ``period`` (whether target and runs cover the same days). Without a target where the
        scenario has no table of facts.
    summary : dict
        How many lie inside, by quantity and by period.
    answer : dict
        The whole answer of the program.
    """

    figures: pd.DataFrame
    facts: pd.DataFrame
    summary: dict[str, Any]
    answer: dict[str, Any]


def validate(
    files: Files,
    *,
    events: Path | str | None = None,
    facts: Path | str | None = None,
    program: Path | str | None = None,
) -> Validation:
    """Compare runs of one scenario with documented figures and stylised facts.

    Parameters
    ----------
    files : path or iterable of paths
        Result files of one scenario.
    events : Path or str, optional
        ACLED data (CSV) to compute the same facts of.
    facts : Path or str, optional
        Table of stylised facts, in place of the scenario's.
    program : Path or str, optional
        See `program.find_program`.

    Returns
    -------
    Validation
        Tables and summary.

    Raises
    ------
    InputError
        If a file is no result, or the runs are not of one scenario.
    """
    command = ["validate", *paths_of(files), "--json"]
    if events is not None:
        command += ["--events", str(events)]
    if facts is not None:
        command += ["--facts", str(facts)]
    answer = json.loads(call(command, program))
    return Validation(
        figures=_table(answer["figures"], _OF_FIGURES).set_index("id"),
        facts=_table(answer["facts"], _OF_FACTS),
        summary=answer["summary"],
        answer=answer,
    )


def score(
    files: Files,
    *,
    events: Path | str,
    program: Path | str | None = None,
    **options: str,
) -> pd.DataFrame:
    """Score runs against observed events (models/scoring/README.md defines every score).

    Parameters
    ----------
    files : path or iterable of paths
        Result files, each a draw.
    events : Path or str
        Observed events, CSV of ACLED or UCDP.
    program : Path or str, optional
        See `program.find_program`.
    **options : str
        Options of ``azalai score`` by name: ``by``, ``outcome``, ``type``, ``from_``, ``to``,
        ``restart``, ``format``.

    Returns
    -------
    pandas.DataFrame
        One row a type of events and a forecast (the runs, then simple references): ``type``,
        ``forecast``, ``draws`` and the scores ``crps``, ``crps_log1p``, ``ign``, ``mis90``,
        ``coverage50`` and so on. NaN where one is not defined. Deaths or events by unit and month.
        The whole answer of the program is in ``attrs["answer"]``.

    Raises
    ------
    InputError
        If a file is wrong, or the period does not fit.
    """
    command = ["score", *paths_of(files), "--events", str(events), "--json"]
    for name, value in options.items():
        command += [f"--{name.rstrip('_')}", str(value)]
    answer = json.loads(call(command, program))
    rows = []
    for result in answer["results"]:
        for forecast in result["forecasts"]:
            scores = {k: v for k, v in forecast.items() if not isinstance(v, (list, dict))}
            rows.append({"type": result["type"], "forecast": scores.pop("name"), **scores})
    found = pd.DataFrame(rows)
    found.attrs["answer"] = answer
    return found


def _table(rows: list[dict[str, Any]], wanted: Sequence[str] = ()) -> pd.DataFrame:
    found = pd.json_normalize(rows, sep="_")
    for name in wanted:
        if name not in found:  # null in every row, or there is no row
            found[name] = np.nan
    for name in _DATES:
        if name in found:
            found[name] = pd.to_datetime(found[name])
    # What the program answers with null, where others have an object, is NaN in all its columns.
    return found.drop(columns=[name for name in _OBJECTS if name in found])
