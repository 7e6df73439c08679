"""Places, routes and closures: on the map, connected, no shorter than the great circle."""

from datetime import date

import pytest

from tables import CONFIG, great_circle_km, write_table

KINDS = {"town", "camp", "base", "foreign_town"}


def position(place):
    return float(place["lat"]), float(place["lon"])


def test_ids_are_unique_slugs(table):
    ids = [place["id"] for place in table("places.csv")]
    assert len(ids) == len(set(ids))
    assert all(i == i.lower() and i.replace("-", "").isalnum() and i.isascii() for i in ids)
    assert {place["kind"] for place in table("places.csv")} <= KINDS


def test_fifty_cercle_capitals(table):
    cercles = {cell["cercle"] for cell in table("grid-0.10.csv")} - {""}
    capitals = {p["name"]: p for p in table("places.csv") if p["kind"] == "town"}
    assert cercles <= set(capitals)
    assert all(capitals[name]["cercle"] == name for name in cercles)


def test_every_place_is_inside_its_country(table, data):
    from layers import read_countries
    from shapely.geometry import Point

    countries = read_countries(data)
    for place in table("places.csv"):
        lat, lon = position(place)
        degrees = countries[place["country"]].distance(Point(lon, lat))
        assert degrees * 111.2 <= 10.0, place["id"]  # km; borders are drawn at 1:50 million


def test_places_agree_with_the_grid(table):
    cells = {(int(cell["row"]), int(cell["column"])): cell for cell in table("grid-0.10.csv")}
    outside = []
    for place in table("places.csv"):
        lat, lon = position(place)
        cell = cells.get((int((lat - 8.5) / 0.1), int((lon + 14.0) / 0.1)))
        if cell:
            assert (place["country"], place["cercle"]) == (cell["country"], cell["cercle"]), place
        else:
            outside.append(place)
    assert all(place["country"] != "Mali" for place in outside)
    assert len(outside) == 8  # towns abroad beyond the rim: Niamey, Nouakchott, ...


def test_camps_open_within_the_war_and_before_they_close(table):
    camps = [place for place in table("places.csv") if place["kind"] == "camp"]
    assert len(camps) == 12
    for camp in camps:
        opens = date.fromisoformat(camp["opens"])
        assert date(2012, 1, 17) <= opens <= date(2016, 12, 31), camp["id"]
        assert not camp["closes"] or date.fromisoformat(camp["closes"]) > opens


def test_routes_are_no_shorter_than_the_great_circle(table):
    places = {place["id"]: position(place) for place in table("places.csv")}
    for route in table("routes.csv"):
        direct = great_circle_km(*places[route["a"]], *places[route["b"]])
        assert direct - 0.05 <= float(route["km"]) <= 3.0 * max(direct, 1.0), route


def test_routes_are_unique_and_know_borders(table):
    country = {place["id"]: place["country"] for place in table("places.csv")}
    pairs = [tuple(sorted((route["a"], route["b"]))) for route in table("routes.csv")]
    assert len(pairs) == len(set(pairs))
    for route in table("routes.csv"):
        assert route["kind"] in {"road", "track", "desert_track"}
        assert int(route["crosses_border"]) == (country[route["a"]] != country[route["b"]])


def test_routes_join_all_places(table):
    joined = {place["id"]: set() for place in table("places.csv")}
    for route in table("routes.csv"):
        joined[route["a"]].add(route["b"])
        joined[route["b"]].add(route["a"])
    reached, todo = {"bamako"}, ["bamako"]
    while todo:
        fresh = joined[todo.pop()] - reached
        reached |= fresh
        todo += fresh
    assert reached == set(joined)


def test_lengths_of_the_flee_instance_carry_over(table):
    km = {frozenset((r["a"], r["b"])): float(r["km"]) for r in table("routes.csv")}
    assert km[frozenset(("gao", "bourem"))] == 97.0
    assert km[frozenset(("segou", "bamako"))] == 240.0
    chain = ["bourem", "almoustarat", "anefis", "kidal"]
    assert sum(km[frozenset(pair)] for pair in zip(chain, chain[1:])) == pytest.approx(308, abs=0.2)


def test_closures_name_countries_or_routes(table):
    countries = {place["country"] for place in table("places.csv")}
    routes = {frozenset((r["a"], r["b"])) for r in table("routes.csv")}
    for closure in table("closures.csv"):
        if closure["kind"] == "country":
            assert {closure["a"], closure["b"]} <= countries
        else:
            assert closure["kind"] == "route" and frozenset((closure["a"], closure["b"])) in routes
        assert not closure["ends"] or closure["starts"] <= closure["ends"]


def test_derivation_makes_the_committed_tables(data, tmp_path):
    import places
    import routes

    write_table(tmp_path / "places.csv", places.COMMENTS, places.derive(data))
    write_table(tmp_path / "routes.csv", routes.COMMENTS, routes.derive())
    for name in ("places.csv", "routes.csv"):
        assert (tmp_path / name).read_bytes() == (CONFIG / name).read_bytes()
