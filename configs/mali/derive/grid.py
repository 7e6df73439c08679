#!/usr/bin/python3
"""Derive the grid: the cells of Mali and a 150 km rim, with people, roads and rivers.

People of a cell on 17 January 2012 = people of the towns in it + its part of the rest of its
cercle. The rest of a cercle is shared in proportion to

    cell area x density of the half degree x (0.2 + exp(-road/10) + exp(-river/10) + exp(-town/10)),

distances in km to the nearest road, river and town. The density is that of GPW; the form and the
constants of the attraction are our assumption. Integers by largest remainder, so that each cercle,
and the country, add up exactly.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from shapely.geometry import MultiPolygon
from shapely.ops import unary_union
from shapely.vectorized import contains

from census import START, cercle_population
from layers import read_cercles, read_countries, read_rivers
from tables import (
    CONFIG,
    arguments,
    distance_to_segments_km,
    great_circle_km,
    largest_remainder,
    read_table,
)

SOUTH, NORTH, WEST, EAST = 8.5, 26.5, -14.0, 6.0  # Mali and its rim; whole cells at every step
RIM_KM = 150.0
BASE_ATTRACTION, ATTRACTION_KM = 0.2, 10.0

COLUMNS = [
    "row: row of the cell, 0 at the southern edge",
    "column: column of the cell, 0 at the western edge",
    "country: country of the cell's centre; 'other' where no outline is near",
    "region: region of Mali (frame before 2023, with Menaka on its own); empty abroad",
    "cercle: cercle of Mali; empty abroad",
    "population: people on 17 January 2012; 0 abroad, where people are not modelled [people]",
    "road_km: distance of the centre to the nearest route of routes.csv, drawn straight [km]",
    "river_km: distance of the centre to the nearest river [km]",
]


class Cells:
    """Cells of the whole rectangle, row by row from the south-west corner."""

    def __init__(self, step: float) -> None:
        self.rows, self.columns = round((NORTH - SOUTH) / step), round((EAST - WEST) / step)
        fits = abs(self.rows * step - (NORTH - SOUTH)) < 1e-9
        if not fits or abs(self.columns * step - (EAST - WEST)) > 1e-9:
            raise SystemExit(f"--step {step} does not divide the area. Use 0.05, 0.1, 0.25 or 0.5.")
        self.step = step
        self.row, self.column = (x.ravel() for x in np.mgrid[0 : self.rows, 0 : self.columns])
        self.lat = SOUTH + (self.row + 0.5) * step
        self.lon = WEST + (self.column + 0.5) * step

    def take(self, chosen: np.ndarray) -> None:
        """Keep the chosen cells only."""
        for name in ("row", "column", "lat", "lon"):
            setattr(self, name, getattr(self, name)[chosen])

    def at(self, lat: float, lon: float) -> int:
        """Return the index of the cell that holds a point."""
        key = int((lat - SOUTH) / self.step) * self.columns + int((lon - WEST) / self.step)
        index = int(np.searchsorted(self.row * self.columns + self.column, key))
        assert self.row[index] * self.columns + self.column[index] == key
        return index


def border_segments(outline) -> np.ndarray:
    """Return the outer border as segments, shape (segments, 4): lat, lon, lat, lon."""
    parts = outline.geoms if isinstance(outline, MultiPolygon) else [outline]
    segments = []
    for part in parts:
        points = [(lat, lon) for lon, lat in part.exterior.coords]
        segments += [(*a, *b) for a, b in zip(points, points[1:])]
    return np.array(segments)


def own(cells: Cells, cercles: dict, capitals: dict[str, tuple[float, float]]) -> np.ndarray:
    """Return the cercle of each cell, '' abroad; every cercle owns at least one cell.

    A cercle too small to hold a centre takes the cell nearest to its capital whose owner has
    another.
    """
    owner = np.full(cells.lat.size, "", dtype=object)
    for name, (_, outline) in cercles.items():
        owner[contains(outline, cells.lon, cells.lat)] = name
    for name in cercles:
        if (owner == name).any():
            continue
        distance = great_circle_km(*capitals[name], cells.lat, cells.lon)
        for index in np.argsort(distance, kind="stable"):
            if (owner == owner[index]).sum() > 1:
                owner[index] = name
                break
    return owner


def countries_of(cells: Cells, owner: np.ndarray, data: Path) -> np.ndarray:
    """Return the country of each cell; slivers between the layers go to the nearest neighbour."""
    country = np.where(owner != "", "Mali", "")
    neighbours = {n: o for n, o in read_countries(data).items() if n != "Mali"}
    for name, outline in neighbours.items():
        country = np.where((country == "") & contains(outline, cells.lon, cells.lat), name, country)
    blank = np.flatnonzero(country == "")
    country = country.astype(object)
    country[blank] = "other"
    nearest = np.full(blank.size, 25.0)  # km; beyond it the cell is in a country without an outline
    for name, outline in neighbours.items():
        border = border_segments(outline)
        distance = distance_to_segments_km(cells.lat[blank], cells.lon[blank], border)
        country[blank[distance < nearest]] = name
        nearest = np.minimum(nearest, distance)
    return country


def half_degree_density(data: Path, lat: np.ndarray, lon: np.ndarray) -> np.ndarray:
    """Return the GPW density of the half degree of each point; lowest where none [people/km2]."""
    density = {}
    for row in read_table(data / "population" / "mali_grid05_gpw2020.csv"):
        centre = float(row["lat"]), float(row["lon"])
        density[centre] = max(float(row["gpw_density_2020"]), 0.01)
    lowest = min(density.values())
    centres = zip(np.floor(lat * 2) / 2 + 0.25, np.floor(lon * 2) / 2 + 0.25)
    return np.array([density.get((float(a), float(b)), lowest) for a, b in centres])


def people_of(cells: Cells, owner, road_km, river_km, places, data: Path) -> np.ndarray:
    """Return people of each cell on the first day of the war."""
    towns = [p for p in places if p["country"] == "Mali" and p["population_2012"]]
    town_km = np.full(cells.lat.size, np.inf)
    placed = np.zeros(cells.lat.size)
    for town in towns:
        lat, lon = float(town["lat"]), float(town["lon"])
        distance = great_circle_km(lat, lon, cells.lat, cells.lon)
        town_km = np.minimum(town_km, distance)
        if town["cercle"] == "Bamako":
            continue
        index = cells.at(lat, lon)
        if owner[index] != town["cercle"]:  # a town on a boundary goes to its cercle's nearest cell
            index = int(np.argmin(np.where(owner == town["cercle"], distance, np.inf)))
        placed[index] += int(town["population_2012"])
    pulls = [np.exp(-x / ATTRACTION_KM) for x in (road_km, river_km, town_km)]
    weight = half_degree_density(data, cells.lat, cells.lon) * np.cos(np.radians(cells.lat))
    weight = weight * (BASE_ATTRACTION + sum(pulls))
    people = np.zeros(cells.lat.size, dtype=np.int64)
    for cercle, total in cercle_population(data, START).items():
        inside = np.flatnonzero(owner == cercle)
        rest = total - placed[inside].sum()
        expected = placed[inside] + rest * weight[inside] / weight[inside].sum()
        people[inside] = largest_remainder(expected, total)
    return people


def derive(data: Path, step: float) -> str:
    """Return the text of the grid table for a cell of step x step degrees."""
    places = read_table(CONFIG / "places.csv")
    where = {p["id"]: (float(p["lat"]), float(p["lon"])) for p in places}
    capitals = {p["name"]: (float(p["lat"]), float(p["lon"])) for p in places}
    cercles = read_cercles(data)
    cells = Cells(step)
    owner = own(cells, cercles, capitals)
    mali = unary_union([outline for _, outline in cercles.values()]).simplify(0.01)
    border_km = distance_to_segments_km(cells.lat, cells.lon, border_segments(mali))
    active = (owner != "") | (border_km <= RIM_KM)
    cells.take(active)
    owner = owner[active]
    country = countries_of(cells, owner, data)
    roads = np.array([(*where[r["a"]], *where[r["b"]]) for r in read_table(CONFIG / "routes.csv")])
    road_km = distance_to_segments_km(cells.lat, cells.lon, roads)
    river_km = distance_to_segments_km(cells.lat, cells.lon, read_rivers(data))
    people = people_of(cells, owner, road_km, river_km, places, data)
    shape = f"step={step:g} rows={cells.rows} columns={cells.columns}"
    lines = [f"# Grid of Mali and a {RIM_KM:.0f} km rim, {step:g} degree cells (derive/grid.py)"]
    lines.append(f"# grid: south={SOUTH} west={WEST} {shape}")
    lines += [f"# {column}" for column in COLUMNS]
    lines.append(",".join(column.split(":")[0] for column in COLUMNS))
    for i in range(cells.lat.size):
        region = cercles[owner[i]][0] if owner[i] else ""
        lines.append(
            f"{cells.row[i]},{cells.column[i]},{country[i]},{region},{owner[i]},{people[i]},"
            f"{road_km[i]:.1f},{river_km[i]:.1f}"
        )
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = arguments(__doc__)
    parser.add_argument("--step", type=float, default=0.1, help="cell size [degrees]; default 0.1")
    parser.add_argument("-o", "--output", type=Path, help="default: grid-STEP.csv by the tables")
    options = parser.parse_args()
    output = options.output or CONFIG / f"grid-{options.step:.2f}.csv"
    output.write_text(derive(options.data, options.step), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
