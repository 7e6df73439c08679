"""The grid: totals, areas, and that the script still makes it."""

import math
from collections import Counter
from datetime import date

import pytest

from tables import CONFIG, comments_of, read_table

# INSTAT, censuses of 2009 and 2022, interpolated by hand at constant growth.
YEARS = (date(2012, 1, 17) - date(2009, 4, 1)).days / 365.25
SPAN = (date(2022, 6, 15) - date(2009, 4, 1)).days / 365.25
INTERPOLATED = 14_528_662 * (21_347_586 / 14_528_662) ** (YEARS / SPAN)


def people_by(table, column):
    people = Counter()
    for cell in table("grid-0.10.csv"):
        people[cell[column]] += int(cell["population"])
    return people


def test_population_matches_the_interpolated_census(table):
    assert sum(people_by(table, "country").values()) == pytest.approx(INTERPOLATED, rel=0.02)


def test_only_mali_has_people_and_areas(table):
    assert [country for country, n in people_by(table, "country").items() if n] == ["Mali"]
    for cell in table("grid-0.10.csv"):
        assert (cell["country"] == "Mali") == bool(cell["region"]) == bool(cell["cercle"])


def test_every_cercle_has_its_share(table, data):
    people = people_by(table, "cercle")
    source = read_table(data / "population" / "mali_cercle_pop2020_area.csv")
    total, everyone = sum(int(row["T_TL"]) for row in source), sum(people.values())
    assert len(source) == 50
    for row in source:
        name = {"Tombouctou": "Timbuktu"}.get(row["adm2"], row["adm2"])
        assert people[name] / everyone == pytest.approx(int(row["T_TL"]) / total, rel=0.01), name


def test_fifty_cercles_own_cells(table):
    cercles = {cell["cercle"] for cell in table("grid-0.10.csv")} - {""}
    assert len(cercles) == 50


def test_area_of_mali(table):
    km_per_degree = math.pi * 6371.0088 / 180
    area = sum(
        (0.1 * km_per_degree) ** 2 * math.cos(math.radians(8.5 + (int(cell["row"]) + 0.5) * 0.1))
        for cell in table("grid-0.10.csv")
        if cell["country"] == "Mali"
    )
    assert area == pytest.approx(1_240_000, rel=0.02)  # km2, land area of Mali


def test_cells_are_in_order_and_inside_the_declared_grid(table):
    line = next(c for c in comments_of(CONFIG / "grid-0.10.csv") if c.startswith("grid:"))
    grid = dict(word.split("=") for word in line.split()[1:])
    keys = [(int(cell["row"]), int(cell["column"])) for cell in table("grid-0.10.csv")]
    assert keys == sorted(set(keys))
    assert all(0 <= r < int(grid["rows"]) and 0 <= c < int(grid["columns"]) for r, c in keys)
    assert float(grid["step"]) == 0.1


def test_large_towns_have_their_people(table):
    cells = table("grid-0.10.csv")
    people = {(int(cell["row"]), int(cell["column"])): int(cell["population"]) for cell in cells}
    steps = (-1, 0, 1)
    for place in table("places.csv"):
        if place["kind"] == "town" and place["cercle"] != "Bamako" and place["population_2012"]:
            row = int((float(place["lat"]) - 8.5) / 0.1)
            column = int((float(place["lon"]) + 14.0) / 0.1)
            near = max(people.get((row + i, column + j), 0) for i in steps for j in steps)
            assert near >= int(place["population_2012"]), place["id"]


@pytest.mark.parametrize("step", [0.1, 0.25, 0.5])
def test_derivation_conserves_people(data, step):
    import grid

    text = grid.derive(data, step)
    if step == 0.1:
        assert text.encode() == (CONFIG / "grid-0.10.csv").read_bytes()
    rows = [line.split(",") for line in text.splitlines() if not line.startswith("#")][1:]
    assert sum(int(row[5]) for row in rows) == round(INTERPOLATED)
    assert len({row[4] for row in rows} - {""}) == 50
