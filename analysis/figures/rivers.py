"""Cut the rivers of Natural Earth to what the maps of Mali need, and round them.

    scripts/python -m analysis.figures.rivers RIVERS.geojson

Writes analysis/azalai/plots/rivers.geojson. The rivers are those of Natural Earth, 1:50 million,
public domain (naturalearthdata.com); analysis/azalai/README.md says what was done to them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from shapely.geometry import box, mapping, shape

TARGET = Path(__file__).resolve().parents[1] / "azalai/plots/rivers.geojson"
FRAME = box(-14.0, 8.5, 6.0, 26.5)  # the grid of configs/mali
TOLERANCE = 0.01  # [degree], a tenth of a cell: our assumption
NAMES = {"Niger", "Sénégal", "Bafing"}  # those that are long in Mali
DIGITS = 3


def main() -> None:
    """Read the command line and write the rivers."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rivers", type=Path, help="GeoJSON of Natural Earth")
    options = parser.parse_args()
    features = []
    for feature in json.loads(options.rivers.read_text(encoding="utf-8"))["features"]:
        name = feature["properties"]["name"]
        line = shape(feature["geometry"]).intersection(FRAME).simplify(TOLERANCE)
        if name not in NAMES or line.is_empty:
            continue
        features.append(
            {"type": "Feature", "properties": {"name": name}, "geometry": _rounded(mapping(line))}
        )
    found = {"type": "FeatureCollection", "features": features}
    TARGET.write_text(json.dumps(found, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"Wrote {TARGET}: {len(features)} lines")


def _rounded(geometry: dict) -> dict:
    def rounded(part):
        if isinstance(part, (int, float)):
            return round(part, DIGITS)
        return [rounded(one) for one in part]

    return {"type": geometry["type"], "coordinates": rounded(geometry["coordinates"])}


if __name__ == "__main__":
    main()
