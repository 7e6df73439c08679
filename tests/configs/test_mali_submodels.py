"""The fits of parts of the Mali scenario on their own: methods, committed tables, the scenario."""

import tomllib

import numpy as np
import pytest

import flee_runs
import intervals
import observers
import submodel_ceasefires as ceasefires
import submodel_displacement as displacement
import submodel_lethality as lethality
from death_counts import DeathCounts, Summary, log_likelihood
from tables import CONFIG, PROJECT, read_table

FOLDER = CONFIG / "submodels"
TABLES = ["lethality.csv", "ceasefires.csv", "displacement.csv"]
NUMBERS = ["estimate", "low", "high"]


def number_at(path, key: str) -> float:
    """Return the number that a TOML file has at a dotted key."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    for name in key.split("."):
        found = found[name]
    return float(found)


def same(made: list[dict], table: list[dict], reach: float) -> None:
    """Check rows against committed ones, numbers within a relative reach."""
    assert len(made) == len(table) > 0
    for new, old in zip(made, table, strict=True):
        assert {k: str(v) for k, v in new.items() if k not in NUMBERS} == {
            k: v for k, v in old.items() if k not in NUMBERS
        }
        for name in NUMBERS:
            assert float(new[name]) == pytest.approx(float(old[name]), rel=reach), (new, old)


@pytest.mark.parametrize("name", TABLES)
def test_every_number_of_the_scenario_is_inside_or_named_with_a_reason(name):
    page = (CONFIG / "SUBMODELS.md").read_text(encoding="utf-8")
    compared = 0
    for row in read_table(FOLDER / name):
        path = PROJECT / (row.get("file") or "configs/mali/mali-2012-2016.toml")
        outside = []
        for key in row["scenario"].split():
            compared += 1
            if not float(row["low"]) <= number_at(path, key) <= float(row["high"]):
                outside.append(key)
        assert [key for key in outside if key not in row["outside"]] == [], "say why, in OUTSIDE"
        assert outside or not row["outside"], f"{row['scenario']}: inside now, drop the reason"
        assert [key for key in outside if f"`{key}`" not in page] == [], "say so in SUBMODELS.md"
    assert compared >= 3


@pytest.mark.parametrize("name", TABLES)
def test_tables_have_intervals_round_their_estimates(name):
    for row in read_table(FOLDER / name):
        assert float(row["low"]) <= float(row["estimate"]) <= float(row["high"]), row
        assert row["source"] and row["unit"] and int(row["n"]) > 0


# Lethality


def test_lethality_as_the_script_fits_it():
    table = [r for r in read_table(lethality.RESULT) if "totals" not in r["source"]]
    same(lethality.derive(None), table, reach=0.01)


def test_lethality_by_type_as_the_data_have_it(data):
    table = [r for r in read_table(lethality.RESULT) if "totals" in r["source"]]
    same(list(lethality.by_type(data)), table, reach=0.001)


def test_summaries_are_those_of_the_stylised_facts(table):
    facts = {row["key"]: row for row in table("stylised_facts.csv")}
    for row in read_table(lethality.SUMMARIES):
        key = "".join(c for c in row["sub_event"].lower() if c.isalpha())
        mean, share = (facts[f"lethality_{of}_{key}"] for of in ["mean", "fatal_share"])
        assert float(row["mean"]) == float(mean["value"])
        assert float(row["fatal_share"]) == float(share["value"])
        assert share["note"] == f"share of n = {row['events']}"


def test_predictions_hold_the_data():
    rows = [row for row in read_table(lethality.RESULT) if row["seen"] == "predicted"]
    assert len(rows) == 14
    inside = [float(row["low"]) <= float(row["data"]) <= float(row["high"]) for row in rows]
    assert sum(inside) == 14  # 90 % intervals of what was fitted


def test_death_counts_are_those_of_the_model():
    counts = DeathCounts(2.0, 1.0, 5)
    drawn = counts.draw(np.random.default_rng(3), 200_000)
    shares = np.bincount(drawn.astype(int), minlength=6)[1:] / drawn.size
    assert np.diff(counts.below) == pytest.approx(shares, abs=0.004)
    assert counts.mean == pytest.approx(drawn.mean(), abs=0.01)
    mean, variance = counts.moments(np.array([0.0]), np.array([1.0]))
    assert mean[0] == pytest.approx(drawn.mean(), abs=0.01)
    assert variance[0] == pytest.approx(drawn.var(), abs=0.02)


def test_a_known_lethality_is_found_again():
    random = np.random.default_rng(11)
    inside = 0
    for _ in range(4):
        fatal = DeathCounts(3.0, 1.1, 111).draw(random, 260)
        deaths = np.concatenate([np.zeros(140), fatal])
        summary = Summary(
            400, deaths.mean(), 0.65, np.median(fatal), np.quantile(deaths, 0.95), int(fatal.max())
        )
        median, log_sd, _ = intervals.fit_two(
            lambda m, s, of=summary: log_likelihood(m, s, of), (1.0, 30.0), (0.1, 3.0)
        )
        assert median[0] == pytest.approx(3.0, rel=0.3) and log_sd[0] == pytest.approx(1.1, rel=0.3)
        inside += (median[1] <= 3.0 <= median[2]) + (log_sd[1] <= 1.1 <= log_sd[2])
    assert inside >= 6  # of 8 intervals of 90 %


def test_observers_write_down_fewer_dead_and_hear_more_of_deadly_events():
    scenario = (CONFIG / "mali-2012-2016.toml").read_text(encoding="utf-8")
    reporting = tomllib.loads(scenario)["reporting"]
    random = np.random.default_rng(5)
    lowest = observers.lowest_count(np.full(50_000, 10.0), reporting, random)
    alone = observers.lowest_count(np.full(50_000, 10.0), reporting | {"rival_counts": 0.0}, random)
    assert lowest.mean() < 0.95 * alone.mean() and alone.mean() == pytest.approx(10.45, abs=0.2)
    deaths = np.repeat([0.0, 5.0], 50_000)
    written = observers.written_down(deaths, reporting, random)
    assert (written > 0).sum() > 0.98 * 50_000 > (written == 0).sum()


# Ceasefires


def test_ceasefires_as_the_script_fits_them():
    same(ceasefires.derive(), read_table(ceasefires.RESULT), reach=0.001)


def test_spells_are_rows_of_the_timeline(table):
    timeline = {row["id"]: row for row in table("timeline.csv")}
    for row in read_table(ceasefires.SPELLS):
        begins = timeline[row["id"]]
        assert begins["effect"] in {"ceasefire", "accord"} and begins["date"] == row["began"]
        default = "definitive" if begins["effect"] == "accord" else "cessation"
        assert row["scenario_kind"] == (begins["agreement"] or default)
        assert row["began"] < (row["broken_from"] or row["last"]) <= "2016-12-31"


def test_hazard_by_hand():
    spell = ceasefires.Spell
    of = [spell("cessation", 99, 100), spell("cessation", 200)]
    estimate, low, high = ceasefires.hazard(of)
    assert estimate == pytest.approx(1 / 299.5, rel=0.02)  # one break in 299.5 days
    for end in [low, high]:  # the log-likelihood is log(h) - h t
        drop = (np.log(estimate) - estimate * 299.5) - (np.log(end) - end * 299.5)
        assert drop == pytest.approx(intervals.DROP, rel=0.02)


def test_a_known_weibull_shape_is_found_again():
    random = np.random.default_rng(2)
    days = np.ceil(100 * random.weibull(2.0, 400))
    of = [ceasefires.Spell("cessation", day - 1, day) for day in days]
    estimate, low, high = ceasefires.shape([of])
    assert low <= 2.0 <= high and estimate == pytest.approx(2.0, rel=0.1)


# Displacement


def test_errors_by_hand():
    simulated, documented = np.array([[3.0, 1.0], [0, 0]]), np.array([[1.0, 1.0], [2, 0]])
    assert flee_runs.errors(simulated, documented, False).tolist() == [1.0, 1.0]
    assert flee_runs.errors(simulated, documented, True).tolist() == [0.5, 1.0]


def test_the_search_stays_in_its_box_and_repeats_itself():
    points = displacement.spread(None, 1.0, 35, displacement.SEED)
    assert points == displacement.spread(None, 1.0, 35, displacement.SEED)
    near = displacement.spread(displacement.SHIPPED, 0.15, 12, displacement.SEED)
    for of in [*points, *near]:
        assert all(low <= of[name] <= high for name, (low, high) in displacement.BOX.items())
    reach = (100.0 / 1.0) ** (0.15 / 2) * (1 + 1e-9)
    assert all(20 / reach <= of["network"] <= 20 * reach for of in near)


def test_errors_of_the_committed_fits_come_again(data):
    if flee_runs.program() is None:
        pytest.skip("azalai is not built: build it, or set AZALAI to the program")
    table = read_table(displacement.RESULT)
    fit = {row["quantity"]: float(row["estimate"]) for row in table if row["scenario"]
           and row["of"] == "fit to error"}  # fmt: skip
    for name, settings in [("fit to error", fit), ("shipped", {})]:
        expected = {(r["quantity"], r["part"]): float(r["estimate"]) for r in table
                    if r["of"] == name and not r["scenario"]}  # fmt: skip
        for row in displacement.error_rows(data, name, settings):
            was = expected[row["quantity"], row["part"]]
            # Parameters have three digits in the table; a change of the rules shows all the same.
            assert float(row["estimate"]) == pytest.approx(was, abs=0.03), row
