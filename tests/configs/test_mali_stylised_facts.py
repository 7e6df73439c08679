"""The stylised facts of Mali: as the script has them, each with an interval that holds it."""

from datetime import date

import pytest

import stylised_facts
from tables import CONFIG, write_table


def test_the_same_bytes_as_the_script(tmp_path):
    made = tmp_path / "stylised_facts.csv"
    write_table(made, stylised_facts.COMMENTS, stylised_facts.derive())
    assert made.read_bytes() == (CONFIG / "stylised_facts.csv").read_bytes()


def test_every_interval_holds_its_value(table):
    rows = table("stylised_facts.csv")
    assert len({(row["key"], row["start"]) for row in rows}) == len(rows) > 150
    for row in rows:
        assert row["low"] or row["high"], row
        if row["value"]:
            assert float(row["low"] or "-inf") <= float(row["value"]) <= float(row["high"] or "inf")
        assert date.fromisoformat(row["start"]) < date.fromisoformat(row["end"]) < date(2026, 1, 1)
        assert row["interval"] == "source" or row["note"], row


@pytest.mark.parametrize(
    ("key", "start", "low", "high"),
    [
        ("severity_exponent_xmin3", "2012-01-12", "1.9", "2.2"),
        ("severity_exponent_xmin10", "2012-01-12", "2.6", "3.2"),
        ("urban_share_2012", "2012-01-01", "0.4965", "0.7835"),  # .64, 4 x .64 x .36 / 172
        ("zero_death_share", "2012-01-12", "0.37", "0.47"),  # .034 would be below .05
        ("zero_share_events", "2012-01-12", "0.83", "0.93"),
        ("mean_deaths_fatal", "2012-01-12", "4.128", "6.45"),
        ("retaliation_militia_a_b_1_7d", "2012-01-12", "1.2", ""),
    ],
)
def test_intervals_by_hand(table, key, start, low, high):
    row = next(r for r in table("stylised_facts.csv") if (r["key"], r["start"]) == (key, start))
    assert (row["low"], row["high"]) == (low, high)
