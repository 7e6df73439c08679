"""The documented figures: typed, ordered ranges, complete, derived rows reproducible."""

from datetime import date

from tables import comments_of, read_table, write_table

QUANTITIES = set(
    "deaths wounded events peacekeeper_attacks kidnappings refugees idps displaced "
    "returns_refugees returns_idps territory_km2 ceasefire_months strength other".split()
)


def test_figures_are_typed(table):
    rows = table("documented_figures.csv")
    assert len({row["id"] for row in rows}) == len(rows)
    places = {place["id"] for place in table("places.csv")}
    countries = {place["country"] for place in table("places.csv")} | {"all"}
    for row in rows:
        assert row["quantity"] in QUANTITIES, row
        assert row["side"] in {"", "all", "state", "civilian", "militant", "peacekeeper"}, row
        assert row["use"] in {"target", "input", "check", "context"}, row
        assert row["observer"] in set("icg acled ucdp unhcr cmp amnesty hrw un other".split()), row
        assert row["one_sided"] in {"", "at_least", "at_most", "about"}, row
        assert row["country"] in countries and row["place"] in places | {""}, row
        assert date.fromisoformat(row["start"]) <= date.fromisoformat(row["end"]), row


def test_ranges_are_ordered(table):
    for row in table("documented_figures.csv"):
        ends = [float(row[key]) for key in ("low", "central", "high") if row[key]]
        assert ends == sorted(ends), row
        assert ends or row["quantity"] == "other", row


def test_targets_can_be_compared(table):
    for row in table("documented_figures.csv"):
        if row["use"] == "target" and row["quantity"] == "deaths":
            assert row["side"], row


def test_every_source_figure_is_there(table, data):
    ours = {row["id"]: row for row in table("documented_figures.csv")}
    for name in ("documented_figures.csv", "external_figures_to_2016.csv"):
        for row in read_table(data / "targets" / name):
            mine = ours[row["id"]]
            assert mine["start"] == row["start_date"]
            assert all(mine[key] == row[key] for key in ("low", "central", "high")), row


def test_derived_rows_end_with_2016(table):
    import figures

    derived = [r for r in table("documented_figures.csv") if r["id"].startswith(figures.PREFIXES)]
    assert len(derived) > 90
    assert all("2012-01-01" <= row["start"] <= row["end"] <= "2016-12-31" for row in derived)


def test_derivation_makes_the_committed_table(data, tmp_path, monkeypatch, table):
    import figures

    source = figures.CONFIG / "documented_figures.csv"
    rows = [r for r in table("documented_figures.csv") if not r["id"].startswith(figures.PREFIXES)]
    write_table(tmp_path / "documented_figures.csv", comments_of(source), rows)
    monkeypatch.setattr(figures, "CONFIG", tmp_path)
    monkeypatch.setattr("sys.argv", ["figures.py", "--data", str(data)])
    assert figures.main() == 0
    assert (tmp_path / "documented_figures.csv").read_bytes() == source.read_bytes()
