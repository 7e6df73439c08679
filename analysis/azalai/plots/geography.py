"""The ground of a map: borders from the cells of a run, rivers, towns."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import contourpy
import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.axes import Axes

from .palette import INK, LAND, QUIET, WATER
from .style import halo, plain

APART = 1.0  # of towns that are named, at least [degree]
RIVERS = Path(__file__).with_name("rivers.geojson")


@dataclass
class Geography:
    """What a map shows besides its values.

    Attributes
    ----------
    lat, lon : ndarray
        Centres of the cells [degrees north, degrees east].
    inside : ndarray of bool, shape (n_lat, n_lon)
        Whether the cell lies in the simulated country.
    outline, regions, countries : ndarray, shape (n_points, 2)
        Longitude and latitude of borders: of the country, of its first-level units and of all
        countries in the grid; NaN between lines.
    towns : pandas.DataFrame
        ``name``, ``lat``, ``lon`` of the towns to name.
    rivers : list of ndarray, each of shape (n_points, 2)
        Longitude and latitude of each piece.
    """

    lat: np.ndarray
    lon: np.ndarray
    inside: np.ndarray
    outline: np.ndarray
    regions: np.ndarray
    countries: np.ndarray
    towns: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame(columns=["name", "lat", "lon"])
    )
    rivers: list[np.ndarray] = field(default_factory=list)


def geography_of(
    cells: xr.Dataset,
    places: xr.Dataset | None = None,
    towns: list[str] | None = None,
    rivers: Path | str | None = RIVERS,
) -> Geography:
    """Borders, towns and rivers for the maps of a run.

    Parameters
    ----------
    cells : xarray.Dataset
        Group ``cells`` of the run.
    places : xarray.Dataset, optional
        Group ``places`` of the run, for the towns.
    towns : list of str, optional
        Keys of the towns to name. Left out: in each region the town in the cell with most
        people, unless a larger one is near.
    rivers : Path or str, optional
        GeoJSON of lines; those of Natural Earth around Mali if left out, none if None.

    Returns
    -------
    Geography
        For `draw_ground` and the maps.
    """
    country, names = _codes(cells["country"].to_numpy())
    region, _ = _codes(cells["region"].to_numpy())
    inside = cells["region"].notnull().to_numpy()
    if not inside.any() and names:
        inside = country == 0
    lat, lon = cells["lat"].to_numpy(), cells["lon"].to_numpy()
    found = Geography(
        lat,
        lon,
        inside,
        outline=_borders(lat, lon, np.where(inside, 0, -1)),
        regions=_borders(lat, lon, region),
        countries=_borders(lat, lon, country),
    )
    if places is not None:
        found.towns = _towns(cells, places, towns)
    if rivers is not None:
        found.rivers = read_lines(rivers)
    return found


def read_lines(path: Path | str) -> list[np.ndarray]:
    """Read the lines of a GeoJSON file.

    Parameters
    ----------
    path : Path or str
        GeoJSON file of lines.

    Returns
    -------
    list of ndarray, each of shape (n_points, 2)
        Longitude [degrees east] and latitude [degrees north].
    """
    found: list[np.ndarray] = []
    for feature in json.loads(Path(path).read_text(encoding="utf-8"))["features"]:
        geometry = feature["geometry"]
        is_one = geometry["type"] == "LineString"
        lines = [geometry["coordinates"]] if is_one else geometry["coordinates"]
        found += [np.asarray(line, dtype=float) for line in lines]
    return found


def draw_ground(axes: Axes, ground: Geography, names: bool = True, land: bool = True) -> None:
    """Draw borders, rivers and towns, and set the frame and the aspect of the axes.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    ground : Geography
        What to draw.
    names : bool
        Whether to name the towns.
    land : bool
        Whether to fill the country; leave it out where values cover it.
    """
    if land:
        axes.fill(ground.outline[:, 0], ground.outline[:, 1], color=LAND, linewidth=0, zorder=0)
    for lines, colour, width in (
        (ground.regions, QUIET, 0.35),
        (ground.countries, QUIET, 0.5),
        (ground.outline, INK, 0.9),
    ):
        axes.plot(lines[:, 0], lines[:, 1], color=colour, linewidth=width, zorder=2)
    for line in ground.rivers:
        axes.plot(line[:, 0], line[:, 1], color=WATER, linewidth=1.1, zorder=1.5)
    towns = ground.towns
    axes.scatter(towns["lon"], towns["lat"], s=9, marker="s", color=INK, zorder=4, linewidth=0)
    if names:
        for _, town in towns.iterrows():
            axes.annotate(
                plain(town["name"], 24),
                (town["lon"], town["lat"]),
                (3, 2.5),
                textcoords="offset points",
                fontsize="x-small",
                zorder=5,
                path_effects=[halo()],
            )
    frame(axes, ground)


def frame(axes: Axes, ground: Geography, margin: float = 0.4) -> None:
    """Show the country and a margin [degree], with a kilometre as long north as east.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Whose limits are set.
    ground : Geography
        As `geography_of` returns it.
    margin : float
        Around the country [degree].
    """
    rows, columns = np.nonzero(ground.inside)
    axes.set_xlim(ground.lon[columns.min()] - margin, ground.lon[columns.max()] + margin)
    axes.set_ylim(ground.lat[rows.min()] - margin, ground.lat[rows.max()] + margin)
    middle = (ground.lat[rows.min()] + ground.lat[rows.max()]) / 2
    axes.set_aspect(1 / np.cos(np.radians(middle)))
    axes.tick_params(labelsize="small")
    axes.spines[["top", "right"]].set_visible(False)


def _borders(lat: np.ndarray, lon: np.ndarray, codes: np.ndarray) -> np.ndarray:
    pieces = [np.empty((0, 2))]
    for code in range(int(codes.max()) + 1):
        for line in contourpy.contour_generator(lon, lat, (codes == code).astype(float)).lines(0.5):
            pieces += [line, np.full((1, 2), np.nan)]
    return np.concatenate(pieces)


def _codes(words: np.ndarray) -> tuple[np.ndarray, list[str]]:
    names = list(dict.fromkeys(word for word in words.ravel() if word is not None))
    numbers = {name: i for i, name in enumerate(names)} | {None: -1}
    return np.array([numbers[word] for word in words.ravel()]).reshape(words.shape), names


def _towns(cells: xr.Dataset, places: xr.Dataset, keys: list[str] | None) -> pd.DataFrame:
    table = pd.DataFrame(
        {name: places[name].to_numpy() for name in ("key", "name", "kind", "lat", "lon")}
    )
    if keys is not None:
        return table[table["key"].isin(keys)]
    row = np.abs(cells["lat"].to_numpy()[:, None] - table["lat"].to_numpy()).argmin(0)
    column = np.abs(cells["lon"].to_numpy()[:, None] - table["lon"].to_numpy()).argmin(0)
    table["region"] = cells["region"].to_numpy()[row, column]
    table["people"] = cells["population"].to_numpy()[row, column]
    towns = table[(table["kind"] == "town") & table["region"].notna()]
    largest = towns.sort_values("people", ascending=False).drop_duplicates("region")
    kept: list[int] = []
    for i, town in largest.iterrows():
        near = np.hypot(
            largest.loc[kept, "lat"] - town["lat"], largest.loc[kept, "lon"] - town["lon"]
        )
        if not (near < APART).any():
            kept.append(i)
    return largest.loc[kept]
