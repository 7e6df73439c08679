#!/usr/bin/python3
"""Derive places.csv from gazetteer.csv: position, country, cercle and people of each place."""

from __future__ import annotations

import sys
from pathlib import Path

from shapely.geometry import Point

from census import START, cercle_population, growth_since_2009
from layers import read_cercles, read_countries
from tables import CONFIG, arguments, read_table, write_table

CAPITAL_WITHOUT_FIGURE = 6_000  # people of a cercle capital with no figure, 2009; our assumption
LARGEST_SHARE = 0.5  # a town holds at most this share of its cercle; our assumption

COMMENTS = [
    "Places of the Mali scenario: towns, camps, bases and towns abroad (derive/places.py)",
    "id: lower-case name that the other tables use",
    "name: name in ASCII",
    "kind: town, camp, base or foreign_town",
    "country: country that holds the place",
    "region: region of Mali (frame before 2023, with Menaka on its own); empty abroad",
    "cercle: cercle of Mali; empty abroad",
    "lat: latitude [degrees north]",
    "lon: longitude [degrees east]",
    "population_2012: people of the town on 17 January 2012; abroad GeoNames, undated; "
    "empty: not known [people]",
    "capacity: people a camp can take, where documented apart from its counts; "
    "empty: not known [people]",
    "opens: first day the place takes displaced people; empty: always [date]",
    "closes: last day the place takes displaced people; empty: never [date]",
    "note_source: what it is, where position and size come from",
]


def containing(point: Point, outlines: dict) -> str:
    """Return the name of the outline that holds the point, else of the nearest."""
    return min(outlines, key=lambda name: (outlines[name].distance(point), name))


def town_people(entry: dict[str, str], geonames: dict[str, str] | None) -> float:
    """Return the people of a town of Mali in 2009; our assumption where no source has a figure."""
    if entry["people_2009"]:
        return float(entry["people_2009"])
    if geonames and int(geonames["pop"]) > 0:
        return float(geonames["pop"])
    return CAPITAL_WITHOUT_FIGURE


def derive(data: Path) -> list[dict[str, object]]:
    """Return the rows of places.csv, sorted by id."""
    geonames = {row["geonameid"]: row for row in read_table(data / "geo" / "towns_geonames500.csv")}
    cercles = read_cercles(data)
    outlines = {name: outline for name, (_, outline) in cercles.items()}
    countries = {n: o for n, o in read_countries(data).items() if n != "Mali"}
    people_by_cercle = cercle_population(data, START)
    growth = growth_since_2009(START)
    rows = []
    for entry in sorted(read_table(CONFIG / "derive" / "gazetteer.csv"), key=lambda e: e["id"]):
        town = geonames.get(entry["geonameid"])
        lat, lon = (float((town or entry)[key]) for key in ("lat", "lon"))
        point = Point(lon, lat)
        country, region, cercle, people = "Mali", "", "", ""
        if entry["kind"] in ("camp", "foreign_town"):
            country = containing(point, countries)
            if town and int(town["pop"]) > 0:
                people = int(town["pop"])
        else:
            cercle = containing(point, outlines)
            region = cercles[cercle][0]
            people = round(growth * town_people(entry, town))
            people = min(people, round(LARGEST_SHARE * people_by_cercle[cercle]))
            if cercle == "Bamako":
                people = people_by_cercle[cercle]
        note = entry["note_source"]
        if town:
            note = f"{note}; position from GeoNames" if note else "position from GeoNames"
        rows.append({
            "id": entry["id"], "name": entry["name"], "kind": entry["kind"], "country": country,
            "region": region, "cercle": cercle, "lat": f"{lat:.4f}", "lon": f"{lon:.4f}",
            "population_2012": people, "capacity": entry["capacity"], "opens": entry["opens"],
            "closes": entry["closes"], "note_source": note,
        })  # fmt: skip
    return rows


def main() -> int:
    options = arguments(__doc__).parse_args()
    write_table(CONFIG / "places.csv", COMMENTS, derive(options.data))
    return 0


if __name__ == "__main__":
    sys.exit(main())
