#!/usr/bin/python3
"""Derive registrations.csv: when refugees were counted one by one, and what fell.

The days are those that the Flee instance corrects, the counts those of the UNHCR camp series, and
for the rest of a country what UNHCR said of the whole.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from tables import CONFIG, arguments, read_table, write_table

# Of the Flee instance's names: the series that was verified, and whose people it held.
SITES = {
    "Fassala-Mbera": ("mau-fassala-mbera", ("mbera", "country:Mauritania")),
    "Mentao": ("bf-mentao", ("mentao",)),
    "Abala": ("nig-abala", ("abala",)),
    "Mangaize": ("nig-mangaize", ("mangaize",)),
    "Tabareybarey": ("nig-tabareybarey", ("tabareybarey",)),
}
NOTES = {
    "mbera": "; UNHCR's update of 1 December 2012 has 54117 after 108000 already",
    "country:Mauritania": "; UNHCR's total of the country at the end of 2012 is the same, 54029",
}
# All of Burkina Faso, estimated and then verified: UNHCR, in the press of early October 2012
# (news.aouaga.com/h/1144.html). The day is that of Mentao.
BURKINA_DAY, BURKINA_BEFORE, BURKINA_AFTER = "2012-10-03", 107_000, 34_877

COMMENTS = [
    "Verifications of refugee lists in the Mali scenario (derive/registrations.py)",
    "place: place abroad whose list was verified, or country:NAME for its places without a row",
    "verified_on: first day whose count is of people seen one by one [date]",
    "counted_before: last count before it, an estimate [people]",
    "counted_after: count of that day [people]",
    "note_source: where the date and the counts come from",
]


def corrections(data: Path) -> list[tuple[str, str]]:
    """Return name and day of each correction of the Flee instance."""
    path = data / "flee-mali2012" / "input_csv" / "registration_corrections.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [(row[0], row[1]) for row in csv.reader(file) if row]


def fall(data: Path, site: str, day: str) -> tuple[str, int, int]:
    """Return the day of the last count of a series before a day, that count and the day's own."""
    series = read_table(data / "displacement" / "unhcr_camp_series_to_2016.csv")
    counts = {row["date"]: int(row["refugees"]) for row in series if row["site"] == site}
    before = max(date for date in counts if date < day)
    return before, counts[before], counts[day]


def row_of(place: str, day: str, before: int, after: int, note: str) -> dict[str, object]:
    """Return one row of the table."""
    return {"place": place, "verified_on": day, "counted_before": before, "counted_after": after,
            "note_source": note}  # fmt: skip


def burkina(data: Path) -> list[dict[str, object]]:
    """Bobo-Dioulasso, verified with the rest of the country, and what is left for other places."""
    falls = {site: fall(data, site, BURKINA_DAY) for site in ("bf-bobo", "bf-mentao")}
    before, *bobo = falls["bf-bobo"]
    note = f"UNHCR as compiled in FabFlee (counts of {before} and {BURKINA_DAY})"
    rest = (
        BURKINA_BEFORE - sum(counts[1] for counts in falls.values()),
        BURKINA_AFTER - sum(counts[2] for counts in falls.values()),
    )
    whole = (
        f"UNHCR in the press of early October 2012: {BURKINA_AFTER} people instead of about "
        f"{BURKINA_BEFORE} in the whole country; less Mentao, whose day it has, and Bobo-Dioulasso"
    )
    return [
        row_of("bobo-dioulasso", BURKINA_DAY, *bobo, f"{note}; verified with all of the country"),
        row_of("country:Burkina Faso", BURKINA_DAY, *rest, whole),
    ]


def derive(data: Path) -> list[dict[str, object]]:
    """Return the rows of registrations.csv, by day and place."""
    rows = burkina(data)
    for name, day in corrections(data):
        site, places = SITES[name]
        last, before, after = fall(data, site, day)
        for place in places:
            note = (
                f"Flee Mali 2012 (day); UNHCR as compiled in FabFlee (counts of {last} and "
                f"{day}){NOTES.get(place, '')}"
            )
            rows.append(row_of(place, day, before, after, note))
    return sorted(rows, key=lambda row: (row["verified_on"], row["place"]))


def main() -> int:
    options = arguments(__doc__).parse_args()
    write_table(CONFIG / "registrations.csv", COMMENTS, derive(options.data))
    return 0


if __name__ == "__main__":
    sys.exit(main())
