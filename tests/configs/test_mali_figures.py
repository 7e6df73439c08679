"""The documented figures: typed, ordered ranges, complete, derived rows reproducible."""

from datetime import date

from tables import comments_of, read_table, write_table

QUANTITIES = set(
    "deaths wounded events peacekeeper_attacks kidnappings refugees idps displaced "
    "returns_refugees returns_idps territory_km2 ceasefire_months strength "
    "state_based_deaths non_state_deaths one_sided_deaths other".split()
)


def test_figures_are_typed(table):
    rows = table("documented_figures.csv")
    assert len({row["id"] for row in rows}) == len(rows)
    places = {place["id"] for place in table("places.csv")}
    countries = {place["country"] for place in table("places.csv")} | {"all"}
    regions = {place["region"] for place in table("places.csv")} - {""}
    for row in rows:
        assert row["quantity"] in QUANTITIES, row
        assert row["side"] in {"", "all", "state", "civilian", "militant", "peacekeeper"}, row
        assert row["use"] in {"target", "input", "check", "context"}, row
        assert row["observer"] in set("icg acled ucdp unhcr cmp amnesty hrw un other".split()), row
        assert row["one_sided"] in {"", "at_least", "at_most", "about"}, row
        assert row["country"] in countries, row
        if row["place"].startswith("region:"):
            assert row["quantity"] == "idps", row
            assert set(row["place"].removeprefix("region:").split(";")) <= regions, row
        else:
            assert row["place"] in places | {""}, row
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


def test_camps_have_a_figure_on_every_day_with_a_count(table, data):
    import figures

    country = {place["id"]: place["country"] for place in table("places.csv")}
    ours = {
        (row["place"], row["start"]): row["central"]
        for row in table("documented_figures.csv")
        if row["id"].startswith("CAMP-")
    }
    assert all(place in country for place, _ in ours)
    for row in read_table(data / "displacement" / "unhcr_camp_series_to_2016.csv"):
        if row["site"] in figures.PLACES and row["refugees"] != "0":
            place, where = figures.PLACES[row["site"]]
            assert country[place] == where
            assert ours[place, row["date"]] == row["refugees"], row
    assert ours["fassala", "2012-03-19"] == "0"  # they had moved on to Mbera
    assert ("mentao", "2012-02-29") not in ours  # registration had not begun


def test_halves_of_the_country_add_up(table):
    rows = {row["id"]: int(row["central"]) for row in table("documented_figures.csv")
            if row["id"].startswith("CMP-")}  # fmt: skip
    halved = [key.removesuffix("-NORTH") for key in rows if key.endswith("-NORTH")]
    assert len(halved) == 4
    for key in halved:
        assert rows[f"{key}-NORTH"] + rows[f"{key}-SOUTH"] == rows[key]


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
