"""Reading the files of `azalai sweep` as the pages of Mali need them."""

import csv
from pathlib import Path

import h5py
import numpy as np

from azalai.result_file import text

GRID = Path(__file__).resolve().parents[2] / "configs/mali/grid-0.10.csv"


def meanings(dataset):
    """Names of the values of an axis, in order."""
    return text(dataset.attrs["flag_meanings"]).split()


def region_of_cercles(grid=GRID):
    """Regions by cercle, as the grid has them."""
    with open(grid, encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["cercle"]: row["region"] for row in rows if row["cercle"]}


class Quantities:
    """Sums and peaks of every run of a sweep, by name.

    Attributes
    ----------
    scenarios : list of str
        Names; the first is the baseline.
    values : dict of str to ndarray, shape (scenarios, pairs)
        In the same order of draw and seed for every scenario.
    """

    def __init__(self, path):
        with h5py.File(path) as file:
            self.scenarios = [text(name) for name in file["scenarios/name"][()]]
            self.titles = [text(name) for name in file["scenarios/title"][()]]
            which = file["runs/scenario"][()]
            order = np.lexsort((file["runs/seed"][()], file["runs/draw"][()], which))
            sides = meanings(file["side"])
            deaths = file["summary/deaths"][()]
            rows = {
                "deaths": deaths.sum(axis=1),
                "deaths of civilians": deaths[:, sides.index("civilian")],
                "deaths of peacekeepers": deaths[:, sides.index("peacekeeper")],
                "violent events": file["summary/violent_events"][()],
                "refugees at the end": file["summary/final_refugees"][()],
                "displaced inside at the end": file["summary/final_idps"][()],
            }
        shape = (len(self.scenarios), -1)
        self.values = {
            name: column[order].reshape(shape).astype(float) for name, column in rows.items()
        }
