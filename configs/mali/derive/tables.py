"""Shared by the scripts that derive the tables of configs/mali: tables, distances, splits.

Every script takes ``--data DIR``, the folder that holds the downloads named in SOURCES.md, and
writes the same bytes each time it reads the same layers.
"""

from __future__ import annotations

import argparse
import csv
import unicodedata
from pathlib import Path

import numpy as np

CONFIG = Path(__file__).resolve().parents[1]
PROJECT = CONFIG.parents[1]
EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG

# The project's English names where the layers have another one.
NAMES = {"Tombouctou": "Timbuktu"}


def arguments(description: str) -> argparse.ArgumentParser:
    """Return a parser that knows ``--data``."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--data",
        type=Path,
        default=PROJECT.parent / "shared" / "data",
        help="folder of the downloaded layers (default: ../shared/data beside the project)",
    )
    return parser


def ascii_name(name: str) -> str:
    """Return the name without accents, in the project's spelling."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return NAMES.get(plain, plain)


def read_table(path: Path) -> list[dict[str, str]]:
    """Read a CSV table, skipping the comment lines before its header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines))


def write_table(path: Path, comments: list[str], rows: list[dict[str, object]]) -> None:
    """Write a table: comment lines, header, rows; UTF-8, LF."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"# {line}\n" for line in comments)
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def comments_of(path: Path) -> list[str]:
    """Return the comment lines at the head of a table, without their mark."""
    with path.open(encoding="utf-8") as file:
        return [line[2:].rstrip("\n") for line in file if line.startswith("# ")]


def great_circle_km(lat_a, lon_a, lat_b, lon_b):
    """Great-circle distance [km] of points in degrees; arrays broadcast."""
    lat_a, lon_a, lat_b, lon_b = (np.radians(x) for x in (lat_a, lon_a, lat_b, lon_b))
    half = np.sin((lat_b - lat_a) / 2) ** 2
    half = half + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half))


def distance_to_segments_km(lat: np.ndarray, lon: np.ndarray, segments: np.ndarray) -> np.ndarray:
    """Distance [km] from each point to the nearest segment.

    Uses a flat map around each point (longitude shrunk by the cosine of its latitude): exact enough
    near the segment, where the distance matters; within 1 % at 300 km.
    """
    km_per_degree = np.pi * EARTH_RADIUS_KM / 180
    nearest = np.empty(lat.size)
    for start in range(0, lat.size, 64):  # small parts stay in the cache
        part = slice(start, start + 64)
        shrink = np.cos(np.radians(lat[part]))[:, None]
        ax = (segments[None, :, 1] - lon[part, None]) * shrink
        ay = segments[None, :, 0] - lat[part, None]
        bx = (segments[None, :, 3] - lon[part, None]) * shrink - ax
        by = segments[None, :, 2] - lat[part, None] - ay
        length = np.maximum(bx * bx + by * by, 1e-18)
        along = np.clip(-(ax * bx + ay * by) / length, 0, 1)
        nearest[part] = np.hypot(ax + along * bx, ay + along * by).min(axis=1) * km_per_degree
    return nearest


def largest_remainder(weights: np.ndarray, total: int) -> np.ndarray:
    """Split a total into integers in proportion to the weights; ties go to the earlier row."""
    exact = weights / weights.sum() * total
    whole = np.floor(exact).astype(np.int64)
    order = np.argsort(-(exact - whole), kind="stable")
    whole[order[: total - int(whole.sum())]] += 1
    return whole
