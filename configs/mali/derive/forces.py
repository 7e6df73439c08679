#!/usr/bin/python3
"""Derive the MINUSMA rows of forces.csv; the rows of all other forces stay as they are.

Where the troops are comes from the maps of Geo-PKO: the share of each site in the map's total,
because the map's unit sizes add up to more than the force. How many there are is a list below.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from tables import CONFIG, arguments, ascii_name, comments_of, read_table, write_table

# Military and police in Mali [people]. Only the points marked 'press' come from a dated figure.
STRENGTH = [
    ("2013-07-01", 6000, "S2: AFISMA's 6000 troops; its 'more than 11000' is the ceiling"),
    ("2013-10-01", 6010, "press after the UN: 5201 military and 809 police in September"),
    ("2014-01-01", 6500, "our assumption"),
    ("2014-06-25", 9300, "our assumption"),
    ("2015-01-01", 9800, "our assumption"),
    ("2015-07-01", 10400, "our assumption"),
    ("2016-01-01", 11000, "our assumption"),
    ("2016-12-01", 11900, "our assumption"),
    ("2018-07-01", 13910, "press: 12169 military and 1741 police"),
    ("2022-02-01", 12700, "press: 12700 uniformed or more"),
    ("2023-06-01", 13000, "press: more than 13000 uniformed at the end of May"),
    ("2023-08-14", 11000, "our assumption: drawdown, Ber left"),
    ("2023-10-22", 8000, "our assumption: Tessalit, Aguelhok and Kidal left by the end of October"),
    ("2023-12-01", 3000, "our assumption"),
    ("2023-12-31", 0, "public reports: withdrawal complete"),
]
VACATED = {
    "ber": "2023-08-14",
    "tessalit": "2023-10-22",
    "aguelhok": "2023-10-22",
    "kidal": "2023-10-22",
}
SITES = {"dyabali": "diabaly", "mopti/sevare": "sevare", "tombouctou (timbuktu)": "timbuktu"}


def read_maps(data: Path) -> dict[str, dict[str, float]]:
    """Return troops by place for each month with a map, sorted."""
    maps: dict[str, dict[str, float]] = defaultdict(dict)
    for row in read_table(data / "forces" / "minusma_bases_by_map_2014_2020.csv"):
        site = ascii_name(row["location"]).lower()
        place = SITES.get(site, site)
        maps[row["ym"]][place] = maps[row["ym"]].get(place, 0.0) + float(row["est_troops"])
    return dict(sorted(maps.items()))


def shares(troops: dict[str, float]) -> str:
    """Return 'place:share;...' in thousandths that add up to 1."""
    total = sum(troops.values())
    parts = {place: round(1000 * n / total) for place, n in sorted(troops.items()) if n > 0}
    largest = max(parts, key=lambda place: (parts[place], place))
    parts[largest] += 1000 - sum(parts.values())
    return ";".join(f"{place}:{n / 1000:.3f}" for place, n in parts.items() if n)


def derive(data: Path) -> list[dict[str, object]]:
    """Return the rows of MINUSMA: one whenever its strength or its places change."""
    maps = read_maps(data)
    first_days = {f"{month}-01": month for month in maps}
    strengths = {day: (n, note) for day, n, note in STRENGTH}
    current, month, rows = 0, next(iter(maps)), []
    for day in sorted(set(first_days) | set(strengths)):
        month = first_days.get(day, month)
        current, note = strengths.get(day, (current, ""))
        held = {p: n for p, n in maps[month].items() if day < VACATED.get(p, "9999")}
        where = shares(held) if current else ""
        if rows and not note and rows[-1]["share_places"] == where:
            continue
        note = f"strength {note}; " if note else ""
        note += f"shares from the Geo-PKO map of {month}" if current else "nobody left"
        rows.append({
            "actor": "MINUSMA", "date": day, "strength": current, "share_places": where,
            "note_source": note,
        })  # fmt: skip
    return rows


def main() -> int:
    options = arguments(__doc__).parse_args()
    path = CONFIG / "forces.csv"
    others: list[dict[str, object]] = [r for r in read_table(path) if r["actor"] != "MINUSMA"]
    rows = sorted(others + derive(options.data), key=lambda row: (row["actor"], row["date"]))
    write_table(path, comments_of(path), rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
