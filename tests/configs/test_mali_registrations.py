"""Verifications of refugee lists: of camps abroad, as the timeline has them, reproducible."""

from datetime import date

import pytest

from tables import CONFIG, write_table


def test_they_are_of_places_abroad_and_in_order(table):
    country = {place["id"]: place["country"] for place in table("places.csv")}
    rows = table("registrations.csv")
    assert [row["verified_on"] for row in rows] == sorted(row["verified_on"] for row in rows)
    for row in rows:
        if row["place"].startswith("country:"):
            assert row["place"].removeprefix("country:") in set(country.values()) - {"Mali"}
        else:
            assert country[row["place"]] != "Mali"
        assert date(2012, 1, 17) < date.fromisoformat(row["verified_on"]) < date(2017, 1, 1)
        factor = int(row["counted_before"]) / int(row["counted_after"])
        assert 0.9 < factor < 4.0, row


def test_mbera_by_hand(table):
    mbera = next(row for row in table("registrations.csv") if row["place"] == "mbera")
    assert (mbera["verified_on"], mbera["counted_before"]) == ("2012-12-31", "103731")
    assert mbera["counted_after"] == "54028"


def test_burkina_faso_adds_up(table):
    rows = [row for row in table("registrations.csv") if row["verified_on"] == "2012-10-03"]
    assert sum(int(row["counted_before"]) for row in rows) == 107_000
    assert sum(int(row["counted_after"]) for row in rows) == 34_877


def test_the_notes_of_the_timeline_say_the_same(table):
    lists = {row["place"]: row for row in table("registrations.csv")}
    notes = [row for row in table("timeline.csv") if row["effect"] == "reregistration"]
    others = {"bobo-dioulasso", "country:Burkina Faso", "country:Mauritania"}
    assert {row["place"] for row in notes} == set(lists) - others
    for note in notes:
        row = lists[note["place"]]
        assert row["verified_on"] == note["date"]
        share = int(row["counted_after"]) / int(row["counted_before"])
        assert share == pytest.approx(float(note["value"]), abs=0.006), note


def test_derivation_makes_the_committed_table(data, tmp_path):
    import registrations

    write_table(tmp_path / "made.csv", registrations.COMMENTS, registrations.derive(data))
    assert (tmp_path / "made.csv").read_bytes() == (CONFIG / "registrations.csv").read_bytes()
