"""Actors, forces, timeline and communities: every name exists, dates and shares are whole."""

from collections import Counter
from datetime import date, timedelta

import pytest

from tables import read_table

START = "2012-01-17"
CLASSES = set(
    "state external peacekeeper rebel rebel_coalition militia militia_coalition identity_militia "
    "other civilian".split()
)
EFFECTS = set(
    "note actor_start actor_end split merge hostile neutral allied ceasefire ceasefire_end accord "
    "withdraw offensive lie_low deploy_region cohesion food_stress election protest coup mandate "
    "kidnap massacre mediation buffer_zone joint_patrol sanctions reregistration ddr aid monitor "
    "protection amnesty break_agreement handover restraint".split()
)
BASES = set(
    "source-day source-month source-year external-day placeholder-day derived "
    "our-assumption".split()
)
DYADIC = {"split", "merge", "hostile", "neutral", "allied", "ceasefire", "ceasefire_end", "accord"}


@pytest.fixture(scope="module")
def actors(table):
    return {actor["id"]: actor for actor in table("actors.csv")}


@pytest.fixture(scope="module")
def place_ids(table):
    return {place["id"] for place in table("places.csv")}


def test_there_are_38_actors_of_known_class(actors):
    spare = [name for name in actors if name.startswith("SPLINTER-")]
    assert (len(actors), len(spare)) == (41, 3)
    codes = dict(state="1", rebel="2", rebel_coalition="2", identity_militia="4", civilian="7")
    for actor in actors.values():
        assert actor["class"] in CLASSES
        assert actor["acled_inter_code"] == codes.get(actor["class"], actor["acled_inter_code"])
        assert 0 <= float(actor["restraint"]) <= 1
        assert int(actor["strength_low"]) <= int(actor["strength"]) <= int(actor["strength_high"])
        first, last = actor["starts"], actor["ends"] or "2099-12-31"
        assert date.fromisoformat(first) <= date.fromisoformat(last)


def test_actors_name_actors_and_places(actors, place_ids):
    for actor in actors.values():
        assert {actor["parent"], actor["merged_into"]} - {""} <= set(actors)
        for base in filter(None, actor["base_places"].split(";")):
            place, _, weight = base.partition(":")
            assert place in place_ids and float(weight or 1) > 0, actor["id"]
        assert bool(actor["base_places"]) or int(actor["strength"]) == 0, actor["id"]


def test_force_shares_add_up(table, actors, place_ids):
    for row in table("forces.csv"):
        assert row["actor"] in actors and date.fromisoformat(row["date"])
        shares = dict(part.split(":") for part in filter(None, row["share_places"].split(";")))
        assert set(shares) <= place_ids
        assert bool(shares) == (int(row["strength"]) > 0), row
        assert not shares or sum(map(float, shares.values())) == pytest.approx(1, abs=1e-9), row


def test_forces_begin_with_the_actor_and_are_in_order(table, actors):
    rows = [(row["actor"], row["date"]) for row in table("forces.csv")]
    assert rows == sorted(set(rows))
    for name in {actor for actor, _ in rows}:
        first = next(day for actor, day in rows if actor == name)
        assert first == max(actors[name]["starts"], START), name


def test_timeline_is_typed(table, actors, place_ids):
    regions = {cell["region"] for cell in table("grid-0.10.csv")} - {""}
    rows = table("timeline.csv")
    assert len({row["id"] for row in rows}) == len(rows)
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    for row in rows:
        assert row["effect"] in EFFECTS and row["date_basis"] in BASES, row
        assert {row["actor"], row["other"]} - {""} <= set(actors), row
        kind, _, region = row["place"].partition(":")
        assert region in regions if kind == "region" else row["place"] in place_ids | {""}, row
        first, last = row["date"], row["end_date"] or row["date"]
        assert date.fromisoformat(first) <= date.fromisoformat(last), row
        assert row["effect"] not in DYADIC or (row["actor"] and row["other"]), row
        assert row["title"] and row["note_source"]


def test_timeline_values_are_in_range(table):
    bounds = {
        "split": (0, 1), "offensive": (1, 10), "lie_low": (0, 1), "cohesion": (-1, 1),
        "food_stress": (0, 1), "reregistration": (0, 1), "buffer_zone": (1, 100),
        "deploy_region": (0, 10),
    }  # fmt: skip
    for row in table("timeline.csv"):
        if row["effect"] in bounds:
            low, high = bounds[row["effect"]]
            assert low <= float(row["value"]) <= high, row
        if row["effect"] in {"offensive", "withdraw", "deploy_region"}:
            assert row["actor"] and row["place"], row


def test_actors_act_only_while_they_exist(table, actors):
    for row in table("timeline.csv"):
        if row["effect"] in {"note", "mandate"}:
            continue
        for name in {row["actor"], row["other"]} - {""}:
            assert actors[name]["starts"] <= row["date"] <= (actors[name]["ends"] or "9999"), row


def test_actors_appear_and_vanish_in_the_timeline(table, actors):
    rows = table("timeline.csv")
    born = {}
    for row in rows:
        if row["effect"] in {"actor_start", "split"}:
            born.setdefault(row["actor"], row["date"])
    for name, actor in actors.items():
        if name.startswith("SPLINTER-"):
            assert name not in born and actor["starts"] > rows[-1]["date"]
            continue
        assert born.get(name, START) == max(actor["starts"], START), name
    merged = {row["actor"]: (row["other"], row["date"]) for row in rows if row["effect"] == "merge"}
    fates = {name: (a["merged_into"], a["ends"]) for name, a in actors.items() if a["merged_into"]}
    assert merged == fates
    gone = {row["actor"]: row["date"] for row in rows if row["effect"] == "actor_end"}
    assert gone == {n: a["ends"] for n, a in actors.items() if a["ends"] and not a["merged_into"]}


def test_documented_agreements_are_there(table):
    kept = {(r["date"], r["effect"], r["actor"], r["other"]) for r in table("timeline.csv")}
    assert ("2013-06-18", "ceasefire", "FAMA", "MNLA") in kept
    assert ("2014-05-24", "ceasefire", "FAMA", "HCUA") in kept
    assert ("2014-07-24", "ceasefire", "FAMA", "CMA") in kept
    assert ("2015-06-20", "accord", "FAMA", "CMA") in kept


def test_community_shares_add_up(table):
    total = Counter()
    for row in table("communities.csv"):
        assert 0 <= float(row["share"]) <= 1
        total[row["region"]] += float(row["share"])
    assert set(total) == {cell["region"] for cell in table("grid-0.10.csv")} - {""}
    assert all(share == pytest.approx(1, abs=1e-9) for share in total.values())


def test_derivation_makes_the_minusma_rows(data, table):
    import forces

    made = [{k: str(v) for k, v in row.items()} for row in forces.derive(data)]
    assert made == [row for row in table("forces.csv") if row["actor"] == "MINUSMA"]


def test_the_source_timeline_is_covered(data, table):
    """Every dated row from 2012 on has an effect within its period, give or take two weeks."""
    ours = [date.fromisoformat(row["date"]) for row in table("timeline.csv")]
    for name in ("timeline.csv", "timeline_external.csv"):
        for row in read_table(data / "targets" / name):
            if row["date"] < "2012":
                continue
            first = date.fromisoformat(row["date"]) - timedelta(days=14)
            last = date.fromisoformat(row["end_date"] or row["date"]) + timedelta(days=14)
            assert any(first <= day <= last for day in ours), row
