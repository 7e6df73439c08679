#!/usr/bin/python3
"""Derive the rows of documented_figures.csv that come from series; all other rows stay as they are.

Refugees, returns and IDPs by country and year (UNHCR), IDPs (IDMC, CMP), refugees in registered
sites (UNHCR camp series), together and each on its own, deaths of UN personnel by malicious act
(UN), deaths by type of violence (UCDP). Years after 2016 are left out: they are kept for
validation out of sample.
"""

from __future__ import annotations

import calendar
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import registrations
from tables import CONFIG, arguments, comments_of, read_table, write_table

YEARS = range(2012, 2017)
PREFIXES = ("UNHCR-", "CAMPS-", "CAMP-", "IDMC-", "CMP-", "UN-MALICIOUS-", "UCDP-")
HOSTS = {
    "MRT": "Mauritania",
    "BFA": "Burkina Faso",
    "NER": "Niger",
    "DZA": "Algeria",
    "GIN": "Guinea",
    "CIV": "Cote d'Ivoire",
    "SEN": "Senegal",
}
SITES = {
    "Mauritania": ("mau-fassala", "mau-mbera"),
    "Burkina Faso": ("bf-bobo", "bf-goudoubo", "bf-mentao", "bf-ouagadougou"),
    "Niger": ("nig-abala", "nig-mangaize", "nig-niamey", "nig-tabareybarey"),
}
# Where the people of a series are; mau-fassala-mbera is the sum of two others.
PLACES = {
    "bf-bobo": ("bobo-dioulasso", "Burkina Faso"),
    "bf-goudoubo": ("goudoubo", "Burkina Faso"),
    "bf-mentao": ("mentao", "Burkina Faso"),
    "bf-ouagadougou": ("sag-nioniogo", "Burkina Faso"),
    "mau-fassala": ("fassala", "Mauritania"),
    "mau-mbera": ("mbera", "Mauritania"),
    "nig-abala": ("abala", "Niger"),
    "nig-intikane": ("intikane", "Niger"),
    "nig-mangaize": ("mangaize", "Niger"),
    "nig-niamey": ("niamey", "Niger"),
    "nig-tabareybarey": ("tabareybarey", "Niger"),
    "niger-abala": ("abala", "Niger"),
    "niger-intikane": ("intikane", "Niger"),
    "niger-mangaize": ("mangaize", "Niger"),
    "niger-niamey": ("niamey", "Niger"),
    "niger-tabareybarey": ("tabareybarey", "Niger"),
}
# Days with a count of every site of the country not older than two months.
CAMP_DAYS = {
    "Mauritania": (
        "2012-12-31", "2013-03-31", "2013-06-30", "2013-12-31", "2014-06-15", "2014-11-30",
        "2015-06-30", "2015-12-31",
    ),
    "Burkina Faso": ("2012-12-30",),
    "Niger": ("2012-12-21", "2013-01-31"),
}  # fmt: skip
OLDEST_DAYS = 62
CAMP_SOURCE = "UNHCR as compiled in FabFlee (BSD-3)"
# The two halves that CMP sums up in; that Mopti is in the south is our reading.
HALVES = {
    "NORTH": ("idps_north", "region:Gao;Kidal;Menaka;Timbuktu"),
    "SOUTH": ("idps_south", "region:Bamako;Kayes;Koulikoro;Mopti;Segou;Sikasso"),
}
CMP_SOURCE = "Commission on Population Movements and IOM DTM, UNHCR, OCHA"
IDP_NOTES = {
    2014: "is the count of September 2014; CMP has 61621 in December",
    2016: "S2 gives the same number as returns of the year: one of the two is mislabelled",
}


def figure(id, quantity, start, end, value, source, observer, **rest) -> dict[str, object]:
    """Return one row of the table."""
    row = {
        "id": id, "quantity": quantity, "side": "", "category": quantity, "start": start,
        "end": end, "low": "", "central": value, "high": "", "unit": "persons", "source": source,
        "source_document": "external", "use": "target", "observer": observer, "one_sided": "",
        "note": "", "country": "Mali", "place": "",
    }  # fmt: skip
    return row | rest


def unhcr(data: Path) -> list[dict[str, object]]:
    """Refugees by country of asylum, returns and IDPs at the end of each year."""
    people: dict[tuple, int] = defaultdict(int)
    for row in read_table(data / "displacement" / "unhcr_population_origin_mali_to_2016.csv"):
        for column in ("refugees", "returned_refugees", "idps", "returned_idps"):
            people[int(row["year"]), row["coa_iso"], column] += int(row[column])
            people[int(row["year"]), "", column] += int(row[column])
    source, rows = "UNHCR Refugee Data Finder", []
    for year in YEARS:
        day, first = f"{year}-12-31", f"{year}-01-01"
        for iso, country in HOSTS.items():
            if n := people[year, iso, "refugees"]:
                use = "target" if n >= 1000 else "check"
                rows.append(figure(f"UNHCR-REF-{year}-{iso}", "refugees", day, day, n, source,
                                   "unhcr", country=country, use=use))  # fmt: skip
        n = sum(people[year, iso, "refugees"] for iso in HOSTS)
        rows.append(figure(f"UNHCR-REF-{year}-ALL", "refugees", day, day, n, source, "unhcr",
                           country="all", note="sum over the neighbours of Mali"))  # fmt: skip
        note = IDP_NOTES.get(year, "mostly the count of CMP")
        n = people[year, "", "idps"]
        rows.append(figure(f"UNHCR-IDP-{year}", "idps", day, day, n, source, "unhcr", note=note))
        for returned in ("refugees", "idps"):
            if n := people[year, "", f"returned_{returned}"]:
                name = f"UNHCR-RETURNS-{returned.upper()}-{year}"
                rows.append(figure(name, f"returns_{returned}", first, day, n, source, "unhcr",
                                   use="check",
                                   note="registered returns; many return unseen"))  # fmt: skip
        for iso, country in HOSTS.items():
            if n := people[year, iso, "returned_refugees"]:
                name = f"UNHCR-RETURNS-REFUGEES-{year}-{iso}"
                rows.append(figure(name, "returns_refugees", first, day, n, source, "unhcr",
                                   country=country, use="check",
                                   note="from this country; registered returns"))  # fmt: skip
    return rows


def camps(data: Path) -> list[dict[str, object]]:
    """Refugees in the registered sites of a country on days with recent counts of each site."""
    counts: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in read_table(data / "displacement" / "unhcr_camp_series_to_2016.csv"):
        counts[row["site"]].append((row["date"], int(row["refugees"])))
    rows = []
    for country, days in CAMP_DAYS.items():
        for day in days:
            total = 0
            for site in SITES[country]:
                last, n = max(pair for pair in counts[site] if pair[0] <= day)
                age = (date.fromisoformat(day) - date.fromisoformat(last)).days
                if age > OLDEST_DAYS and n > 0:
                    raise SystemExit(f"{site} has no count within {OLDEST_DAYS} days before {day}")
                total += n
            code = next(iso for iso, name in HOSTS.items() if name == country)
            use, note = "check", "these sites only, a part of the country"
            if country == "Mauritania":  # one site holds nearly all
                use, note = "target", "all sites"
            rows.append(figure(f"CAMPS-{day}-{code}", "refugees", day, day, total, CAMP_SOURCE,
                               "unhcr", country=country, use=use, note=note))  # fmt: skip
    day = "2016-08-16"
    total = sum(n for site in counts if site.startswith("niger-") for _, n in counts[site])
    rows.append(figure(f"CAMPS-{day}-NER", "refugees", day, day, total, CAMP_SOURCE, "unhcr",
                       country="Niger", note="sum over registered sites"))  # fmt: skip
    return rows


def sites(data: Path) -> list[dict[str, object]]:
    """Refugees at each registered site on every day with a count.

    Zeros before the first people are left out: registration had not begun.
    """
    verified = {row["place"]: row["verified_on"] for row in registrations.derive(data)}
    verified["fassala"] = verified["country:Mauritania"]
    rows, seen = [], set()
    for row in read_table(data / "displacement" / "unhcr_camp_series_to_2016.csv"):
        n, day = int(row["refugees"]), row["date"]
        if row["site"] not in PLACES or (n == 0 and row["site"] not in seen):
            continue
        seen.add(row["site"])
        place, country = PLACES[row["site"]]
        note = "estimate, before the list was verified" if day < verified.get(place, "") else ""
        rows.append(figure(f"CAMP-{place}-{day}", "refugees", day, day, n, CAMP_SOURCE, "unhcr",
                           country=country, place=place, use="check", note=note))  # fmt: skip
    return rows


def idps(data: Path) -> list[dict[str, object]]:
    """IDPs: year ends of IDMC and dated counts of CMP."""
    rows = []
    for row in read_table(data / "displacement" / "idmc_idps_mali_to_2016.csv"):
        day = f"{row['year']}-12-31"
        rows.append(figure(f"IDMC-{row['year']}", "idps", day, day, int(row["total"]), "IDMC",
                           "other", use="check", note="rounded; differs from UNHCR"))  # fmt: skip
    for row in read_table(data / "displacement" / "cmp_idp_points_to_2016.csv"):
        first = last = row["date"]
        if len(first) == 7:
            year, month = map(int, first.split("-"))
            first, last = f"{first}-01", f"{first}-{calendar.monthrange(year, month)[1]}"
        n = int(row["idps"])
        rows.append(figure(f"CMP-{row['date']}", "idps", first, last, n, CMP_SOURCE, "cmp"))
        for half, (column, regions) in HALVES.items():
            if row[column]:
                rows.append(figure(f"CMP-{row['date']}-{half}", "idps", first, last,
                                   int(row[column]), CMP_SOURCE, "cmp", use="check", place=regions,
                                   note="that Mopti is in the south is our reading"))  # fmt: skip
    return rows


def un_deaths(data: Path) -> list[dict[str, object]]:
    """Deaths of UN personnel by malicious act in each year; high end: cause not yet determined."""
    deaths: dict[tuple[str, str], int] = defaultdict(int)
    for row in read_table(data / "forces" / "minusma_fatalities_month_to_2016.csv"):
        deaths[row["month"][:4], row["type_of_incident"].strip()] += int(row["deaths"])
    rows = []
    for year in ("2013", "2014", "2015", "2016"):
        n, open_cause = deaths[year, "Malicious Act"], deaths[year, "To Be Determined"]
        start = "2013-07-01" if year == "2013" else f"{year}-01-01"
        rows.append(figure(f"UN-MALICIOUS-{year}", "deaths", start, f"{year}-12-31", n,
                           "UN DPPA-DPOSS fatalities", "un", side="peacekeeper", low=n,
                           high=n + open_cause, unit="deaths", category="peacekeeper_deaths",
                           note="malicious acts, all personnel; high: cause still open added"
                           ))  # fmt: skip
    return rows


def ucdp(data: Path) -> list[dict[str, object]]:
    """Deaths by type of violence and their sum in each year."""
    names = {"state_based": "STATE", "non_state": "NONSTATE", "one_sided": "ONESIDED"}
    quantities = {code: f"{kind}_deaths" for kind, code in names.items()}
    rows = []
    for row in read_table(data / "fatalities" / "ucdp_mali_country_year_to_2016.csv"):
        if int(row["year"]) not in YEARS:
            continue
        start, end = f"{row['year']}-01-01", f"{row['year']}-12-31"
        ends = ("low", "best", "high")
        parts = {code: [int(row[f"{kind}_{e}"]) for e in ends] for kind, code in names.items()}
        parts["ALL"] = [sum(column) for column in zip(*parts.values())]
        for code, (low, best, high) in parts.items():
            side = "civilian" if code == "ONESIDED" else "all"
            use, note = "check", "one type of violence"
            if code == "ALL":
                use, note = "target", "three types of violence"
            name = f"UCDP-{code}-{row['year']}"
            quantity = "deaths" if code == "ALL" else quantities[code]
            rows.append(figure(name, quantity, start, end, best, "UCDP 25.1", "ucdp", low=low,
                               high=high, side=side, unit="deaths", use=use,
                               category="casualties_annual", note=note))  # fmt: skip
    return rows


def main() -> int:
    options = arguments(__doc__).parse_args()
    path = CONFIG / "documented_figures.csv"
    rows: list[dict[str, object]] = [
        row for row in read_table(path) if not row["id"].startswith(PREFIXES)
    ]
    for derive in (unhcr, camps, sites, idps, un_deaths, ucdp):
        rows += derive(options.data)
    write_table(path, comments_of(path), rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
