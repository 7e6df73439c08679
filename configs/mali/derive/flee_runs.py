"""Run `azalai flee` on Mali 2012 with given parameters, and score parts of the period.

The error is Flee's averaged relative difference (models/flee/README.md): the mean over days of the
sum over camps of |simulated - documented| / max(1, documented total); rescaled, the simulated
counts of a day are first scaled to its documented total.
"""

from __future__ import annotations

import csv
import os
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from tables import PROJECT

INSTANCE = Path("flee-mali2012")


def program() -> Path | None:
    """The program: $AZALAI, or what the dev preset built, or the release preset."""
    places = [
        os.environ.get("AZALAI"),
        *(PROJECT / f"build/{p}/azalai" for p in ["dev", "release"]),
    ]
    return next((Path(p).resolve() for p in places if p and Path(p).is_file()), None)


def counts(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Read simulated and documented counts, by day and camp, from an out.csv."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    camps = [name[: -len(" sim")] for name in rows[0] if name.endswith(" sim")]
    of = {
        what: np.array([[float(row[f"{camp} {what}"]) for camp in camps] for row in rows])
        for what in ["sim", "data"]
    }
    return of["sim"], of["data"]


def errors(simulated: np.ndarray, documented: np.ndarray, rescaled: bool) -> np.ndarray:
    """Return the error of each day [1]."""
    total = documented.sum(axis=1, keepdims=True)
    if rescaled:
        everybody = simulated.sum(axis=1, keepdims=True)
        simulated = np.where(everybody > 0, simulated * total / np.maximum(everybody, 1), 0)
    return np.abs(simulated - documented).sum(axis=1) / np.maximum(total[:, 0], 1)


def run(data: Path, seeds: range, settings: dict[str, float] | None) -> np.ndarray:
    """Run some seeds; return errors by seed, kind (as they are, rescaled) and day.

    `settings` are parameters of our rules; None runs Flee's. Camps have no capacity: the stated
    ones are maxima of the series that is scored.
    """
    command = [program(), "flee", data / INSTANCE, "--no-capacities", "--threads", "1"]
    command += ["--seed", str(seeds.start), "--seeds", str(len(seeds))]
    command += ["--rules", "flee" if settings is None else "azalai"]
    for key, value in (settings or {}).items():
        command += ["--set", f"{key}={value!r}"]
    with tempfile.TemporaryDirectory() as folder:
        command += ["--output", folder, "--force"]
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"azalai flee failed: {done.stderr}")
        names = [f"out-{seed}.csv" if len(seeds) > 1 else "out.csv" for seed in seeds]
        runs = [counts(Path(folder) / name) for name in names]
    return np.array([[errors(sim, doc, kind) for kind in [False, True]] for sim, doc in runs])
