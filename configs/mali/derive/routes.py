#!/usr/bin/python3
"""Derive routes.csv from road_network.csv: the length of each piece of road between two places.

A chain with a length from the Flee instance shares it over its pieces in proportion to their
great-circle distance, after what earlier chains already fixed. Every other piece, and a Flee length
shorter than the great circle, is estimated: great-circle distance times the detour factor of its
kind (our assumption).
"""

from __future__ import annotations

import sys

from tables import CONFIG, arguments, great_circle_km, read_table, write_table

DETOUR = {"road": 1.2, "track": 1.25, "desert_track": 1.3}  # our assumption

COMMENTS = [
    "Routes between the places of the Mali scenario (derive/routes.py)",
    "a: place id",
    "b: place id",
    "km: length of the way [km]",
    "kind: road (all-weather), track or desert_track",
    "crosses_border: 1 if a and b are in different countries, else 0",
    "note_source: where the length comes from",
]


def derive() -> list[dict[str, object]]:
    """Return the rows of routes.csv, sorted by their ends."""
    places = {row["id"]: row for row in read_table(CONFIG / "places.csv")}

    def straight(a: str, b: str) -> float:
        ends = [float(places[p][key]) for p in (a, b) for key in ("lat", "lon")]
        return float(great_circle_km(*ends))

    routes: dict[tuple[str, str], dict[str, object]] = {}
    for chain in read_table(CONFIG / "derive" / "road_network.csv"):
        stops = chain["chain"].split()
        pieces = [tuple(sorted(pair)) for pair in zip(stops, stops[1:])]
        fresh = [piece for piece in pieces if piece not in routes]
        direct = sum(straight(*piece) for piece in fresh)
        factor, source = DETOUR[chain["kind"]], "great circle x "
        source += f"{factor} (our assumption)"
        if chain["flee_km"] and fresh:
            fixed = sum(float(routes[piece]["km"]) for piece in pieces if piece not in fresh)
            flee = (float(chain["flee_km"]) - fixed) / direct
            if flee < 1:
                source += f"; the Flee length of {chain['flee_km']} km is below the great circle"
            else:
                factor = flee
                source = f"Flee Mali 2012: {chain['flee_km']} km {stops[0]} to {stops[-1]}"
                source += ", shared over the pieces" if len(pieces) > 1 else ""
        for a, b in fresh:
            km = max(round(factor * straight(a, b), 1), 1.0)
            border = places[a]["country"] != places[b]["country"]
            note = f"{chain['note']}; {source}" if chain["note"] else source
            routes[a, b] = {
                "a": a, "b": b, "km": f"{km:.1f}", "kind": chain["kind"],
                "crosses_border": int(border), "note_source": note,
            }  # fmt: skip
    return [routes[key] for key in sorted(routes)]


def main() -> int:
    arguments(__doc__).parse_args()
    write_table(CONFIG / "routes.csv", COMMENTS, derive())
    return 0


if __name__ == "__main__":
    sys.exit(main())
