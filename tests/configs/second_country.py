"""A second invented country, written from the page of configs/template alone.

Tamra has other neighbours, actors, regions, cells and dates than the template, no documented
figures and no closed borders, and nothing of Kesra's but the parameters of the rules.
"""

import math
import re
from pathlib import Path

SOUTH = WEST = -30.0
STEP, ROWS, COLUMNS = 0.25, 14, 16  # [degree], cells
PLACES = [  # name, kind, row, column, people
    ("port", "town", 3, 5, 40000),
    ("fair", "town", 3, 11, 15000),
    ("cross", "town", 6, 7, 12000),
    ("mill", "town", 7, 12, 8000),
    ("fort", "base", 10, 6, ""),
    ("peak", "town", 10, 10, 4000),
    ("west_town", "foreign_town", 6, 1, 9000),
    ("nor_camp", "camp", 12, 8, ""),
    ("west_camp", "camp", 9, 1, ""),
]
ROUTES = [
    ("port", "fair", "road"),
    ("port", "cross", "road"),
    ("fair", "mill", "road"),
    ("cross", "mill", "track"),
    ("cross", "fort", "track"),
    ("mill", "peak", "track"),
    ("fort", "peak", "desert_track"),
    ("cross", "west_town", "road"),
    ("fort", "west_camp", "track"),
    ("peak", "nor_camp", "track"),
]
TABLES = {
    "closures.csv": "id,kind,a,b,starts,ends,note_source\n",
    "figures.csv": "id,quantity,side,category,start,end,low,central,high,unit,source,"
    "source_document,use,observer,one_sided,note,country,place\n",
    "communities.csv": """region,community,share,note_source
Coast,other,1,invented
Middle,other,0.6,invented
Middle,dogon,0.4,invented
Hills,other,1,invented
""",
    "actors.csv": """\
id,name,class,acled_inter_code,starts,ends,parent,merged_into,base_places,strength,strength_low,\
strength_high,restraint,has_aircraft,note_source,family,community
GUARD,Guard of Tamra,state,1,2010-01-01,,,,port:2;fort:1,3000,2000,4000,0.6,1,invented,none,
HILLMEN,Hillmen,rebel,2,2010-01-01,,,,peak,900,500,1200,0.5,0,invented,separatist,
SOWERS,Sowers,militia,3,2021-03-01,,,,mill,300,200,400,0.4,0,invented,loyalist,
BLUE,Blue mission,peacekeeper,8,2021-07-01,,,,cross;fort,800,600,900,0.95,0,invented,none,
""",
    "forces.csv": """actor,date,strength,share_places,note_source
GUARD,2021-01-01,3000,port:0.5;fort:0.5,invented
HILLMEN,2021-01-01,900,peak:1,invented
SOWERS,2021-03-01,300,mill:1,invented
BLUE,2021-07-01,800,cross:0.5;fort:0.5,invented
""",
    "timeline.csv": """\
id,date,end_date,effect,actor,other,place,value,title,date_basis,note_source,agreement
war,2021-01-15,,hostile,GUARD,HILLMEN,,,War,invented,invented,
second,2021-03-05,,hostile,SOWERS,HILLMEN,,,The Sowers rise,invented,invented,
push,2021-02-01,2021-03-15,offensive,HILLMEN,,fort,3,The Hillmen move,invented,invented,
truce,2021-08-01,,ceasefire,GUARD,HILLMEN,,,Truce,invented,invented,cessation
""",
}
SCENARIO = {
    'name = "kesra"': 'name = "tamra"',
    "title = .*": 'title = "Tamra in 2021"',
    'country = "Kesra"': 'country = "Tamra"',
    "first_day = .*": "first_day = 2021-01-01",
    "last_day = .*": "last_day = 2021-12-31",
    '"ARMY"': '"GUARD"',
    "(registrations|stylised_facts) = .*\n": "",
}


def where(row: int, column: int) -> tuple[str, str, str] | None:
    """Country, region and cercle of a cell; None where there is none."""
    if column < 2:
        return "Westmark", "", ""
    if row >= 12:
        return "Norland", "", ""
    if column >= 14 or row < 2:
        return None
    region = "Coast" if row < 5 else "Middle" if row < 9 else "Hills"
    return "Tamra", region, f"{region} {'West' if column < 8 else 'East'}"


def grid() -> str:
    """The grid: 3,000 people in every cell of the country."""
    lines = [
        f"# grid: south={SOUTH:g} west={WEST:g} step={STEP} rows={ROWS} columns={COLUMNS}",
        "row,column,country,region,cercle,population,road_km,river_km",
    ]
    for row in range(ROWS):
        for column in range(COLUMNS):
            there = where(row, column)
            if there:
                people = 3000 if there[1] else 0
                away = f"{5.0 * abs(row - 6)},{9.0 * abs(column - 8)}"
                lines.append(f"{row},{column},{','.join(there)},{people},{away}")
    return "\n".join(lines) + "\n"


def places() -> str:
    """The places, each in the middle of its cell; camps open in February."""
    lines = [
        "id,name,kind,country,region,cercle,lat,lon,population_2012,capacity,opens,closes,"
        "note_source"
    ]
    for name, kind, row, column, people in PLACES:
        at = f"{SOUTH + (row + 0.5) * STEP},{WEST + (column + 0.5) * STEP}"
        camp = "30000,2021-02-01," if kind == "camp" else ",,"
        there = ",".join(where(row, column) or ())
        lines.append(f"{name},{name.title()},{kind},{there},{at},{people},{camp},invented")
    return "\n".join(lines) + "\n"


def routes() -> str:
    """The routes, a fifth longer than the straight line."""
    cells = {name: (row, column) for name, _, row, column, _ in PLACES}
    lines = ["a,b,km,kind,crosses_border,note_source"]
    for a, b, kind in ROUTES:
        north = cells[a][0] - cells[b][0]
        east = (cells[a][1] - cells[b][1]) * math.cos(math.radians(28))
        km = 1.2 * 111.2 * STEP * math.hypot(north, east)
        crosses = int(where(*cells[a])[0] != where(*cells[b])[0])
        lines.append(f"{a},{b},{km:.0f},{kind},{crosses},invented")
    return "\n".join(lines) + "\n"


def make_tamra(folder: Path) -> None:
    """Replace, in a copy of the template, every table and what the scenario says of the country."""
    tables = TABLES | {"grid.csv": grid(), "places.csv": places(), "routes.csv": routes()}
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("registrations.csv", "stylised_facts.csv"):
        (folder / name).unlink()
    scenario = folder / "country.toml"
    text = scenario.read_text(encoding="utf-8")
    for old, new in SCENARIO.items():
        text, count = re.subn(f"^{old}" if old[0] != '"' else old, new, text, flags=re.M)
        assert count, old
    scenario.write_text(text, encoding="utf-8")
