"""Outlines and lines of the map: cercles, countries, rivers."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from tables import ascii_name

# The cercle of Menaka became a region of its own (law of 2012, governor January 2016).
REGION_OF_CERCLE = {"Menaka": "Menaka"}


def read_cercles(data: Path) -> dict[str, tuple[str, BaseGeometry]]:
    """Return region and outline of each cercle, sorted by name."""
    layer = json.loads((data / "geo" / "mali_cercles_ocha.geojson").read_text(encoding="utf-8"))
    cercles = {}
    for feature in layer["features"]:
        cercle = ascii_name(feature["properties"]["adm2"])
        region = ascii_name(feature["properties"]["adm1"])
        cercles[cercle] = (REGION_OF_CERCLE.get(cercle, region), shape(feature["geometry"]))
    return dict(sorted(cercles.items()))


def read_countries(data: Path) -> dict[str, BaseGeometry]:
    """Return the outline of Mali and its neighbours, sorted by name."""
    path = data / "geo" / "neighbours_naturalearth50m.geojson"
    layer = json.loads(path.read_text(encoding="utf-8"))
    outlines = {}
    for feature in layer["features"]:
        outlines[ascii_name(feature["properties"]["name"])] = shape(feature["geometry"])
    return dict(sorted(outlines.items()))


def read_rivers(data: Path) -> np.ndarray:
    """Return river segments, shape (segments, 4): lat, lon, lat, lon [degrees]."""
    path = data / "geo" / "rivers_naturalearth50m.geojson"
    layer = json.loads(path.read_text(encoding="utf-8"))
    segments = []
    for feature in layer["features"]:
        outline = shape(feature["geometry"])
        for line in getattr(outline, "geoms", [outline]):
            points = [(lat, lon) for lon, lat in line.coords]
            segments += [(*a, *b) for a, b in zip(points, points[1:])]
    return np.array(segments)
