"""Documented figures, sums and drawings."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import xarray as xr
from matplotlib.figure import Figure

from analysis.figures import interventions
from azalai import documented, plots, runs

FIGURES = Path(__file__).parents[2] / "configs/mali/documented_figures.csv"


@pytest.fixture
def axes():
    """Axes of a page that is drawn when the test is over."""
    page = Figure()
    yield page.subplots()
    page.canvas.draw()


def test_deaths_by_month_keep_every_death(run):
    totals = runs.totals(run)
    by_month = plots.deaths_by_month(totals)
    assert by_month.index.strftime("%Y-%m").tolist() == ["2012-01", "2012-02"]
    assert by_month["armed groups"].tolist() == [45, 75]  # 15 and 25 days of 3
    assert by_month.to_numpy().sum() == totals["deaths"].sum()


def test_every_side_belongs_to_one_colour(run):
    sides = [side for names in plots.SIDES.values() for side in names]
    assert sorted(sides) == sorted(runs.totals(run)["side"].to_numpy())
    assert set(plots.SIDES) <= set(plots.COLOURS)


def test_documented_deaths_span_their_sources():
    by_year = documented.deaths_by_year(documented.read_figures(FIGURES))
    assert by_year.loc[2012].tolist() == [265, 735]  # ICG; high end of UCDP
    assert (by_year["low"] <= by_year["high"]).all()


def test_documented_counts_are_in_order_of_date():
    counts = documented.counts(documented.read_figures(FIGURES), "idps", "Mali")
    assert counts["date"].is_monotonic_increasing
    at = counts[counts["date"] == "2013-06-30"]
    assert at["low"].tolist() == [353455]


def test_deaths_are_drawn_as_they_are(run, axes):
    by_year = documented.deaths_by_year(documented.read_figures(FIGURES))
    plots.draw_deaths(axes, plots.deaths_by_month(runs.totals(run)), by_year)
    assert [bar.get_height() for bar in axes.containers[0]] == [45, 75]
    assert axes.get_ylim()[0] == 0


def test_refugees_are_drawn_in_thousands(run, axes):
    counts = documented.counts(documented.read_figures(FIGURES), "refugees", "Niger")
    plots.draw_refugees(axes, runs.refugees(run), {"Niger": counts})
    assert np.max(axes.lines[0].get_ydata()) == pytest.approx(0.039)


def test_displaced_people_inside_have_their_spread(run, axes):
    idps = runs.totals(run)["idps"]
    plots.draw_displaced_inside(axes, idps, spread=(idps * 0.9, idps * 1.1))
    assert axes.get_ylim()[1] > 1.1 * float(idps.max()) / 1000


def figures_of_deaths():
    """Two observers of 2012, one of whom only knows a lower bound."""
    rows = [
        ("UCDP", "ucdp", 100.0, 200.0, 150.0),
        ("ICG", "icg", 120.0, np.nan, 90.0),
    ]
    found = pd.DataFrame(rows, columns=["id", "observer", "low", "high", "simulated"])
    found["quantity"], found["side"], found["use"] = "deaths", "all", "target"
    found["start"], found["end"] = pd.Timestamp(2012, 1, 1), pd.Timestamp(2012, 12, 31)
    return found.set_index("id")


def test_each_observer_is_compared_with_its_own_count(axes):
    plots.draw_deaths_by_year(axes, figures_of_deaths())
    marks = {line.get_marker(): line.get_ydata()[0] for line in axes.lines if len(line.get_ydata())}
    assert marks["s"] == 150 and marks["D"] == 90
    assert "\N{UPWARDS ARROW}" in [text.get_text() for text in axes.texts]


def test_an_open_end_is_the_stated_one_in_the_span_of_a_year():
    assert documented.span_by_year(figures_of_deaths()).loc[2012].tolist() == [100, 200]


def test_clashes_count_each_violent_event_once(run):
    counts, deaths = plots.clashes(runs.events(run))
    assert counts.loc["MNLA", "FAMA"] == 1 and deaths.loc["MNLA", "FAMA"] == 4
    assert counts.loc["MNLA", "civilians"] == 1
    assert counts.to_numpy().sum() == 2  # the third is a change of hands


def test_clashes_keep_whom_they_do_not_name():
    many = pd.DataFrame(
        {
            "kind": "armed_clash",
            "attacker": [f"A{i}" for i in range(30)] + [None],
            "target": [f"B{i}" for i in range(30)] + [None],
            "deaths": 1,
        }
    )
    counts, deaths = plots.clashes(many, number=4)
    assert counts.to_numpy().sum() == 31 and deaths.to_numpy().sum() == 31
    assert counts.loc["crowds", "civilians"] == 1


def test_the_tail_begins_at_one():
    sizes, shares = plots.tail(np.array([0, 1, 1, 2, 5]))
    assert sizes.tolist() == [1, 2, 5]
    assert shares.tolist() == [1.0, 0.5, 0.25]


def test_severity_of_too_few_events_says_so(axes):
    plots.draw_severity(axes, np.array([0, 0, 3]))
    assert "fewer than two" in axes.texts[0].get_text()


def test_severity_draws_what_is_documented_from_its_number_on(axes):
    deaths = np.random.default_rng(1).zipf(2.1, 500)
    plots.draw_severity(axes, deaths, plots.DOCUMENTED, happened=deaths)
    labels = [text.get_text() for text in axes.get_legend().get_texts()]
    assert len(labels) == 4 and "1.9 to 2.2 from 3" in labels[2]


def test_a_posterior_like_its_prior_is_flat(axes):
    prior = plots.Range(1.0, 100.0, is_log=True)
    draws = np.exp(np.linspace(0.0, np.log(100.0), 20_001))
    plots.draw_posterior(axes, draws, prior, "a.b")
    heights = axes.patches[0].get_data().values
    assert heights == pytest.approx(np.ones(20), abs=0.01)


def test_a_parameter_that_was_not_fitted_is_no_certain_one(axes):
    plots.draw_posterior(axes, np.full(9, 2.0), plots.Range(1.0, 4.0, is_log=True), "a.b")
    assert not axes.patches
    assert axes.texts[0].get_text() == "not fitted"
    assert axes.lines[0].get_xdata() == [2.0, 2.0]
    assert axes.get_xlim() == (1.0, 4.0)


def test_weights_move_a_posterior(axes):
    draws, weights = np.array([1.0, 9.0]), np.array([3.0, 1.0])
    plots.draw_posterior(axes, draws, plots.Range(0.0, 10.0), "a.b", weights, bins=2)
    assert axes.patches[0].get_data().values.tolist() == [1.5, 0.5]


def test_priors_and_posterior_are_read(tmp_path):
    study = tmp_path / "study.toml"
    study.write_text(
        '[parameters]\n"a.b" = { min = 1, max = 4, scale = "log" }\n"c" = { values = [1] }'
    )
    assert plots.read_priors(study) == {"a.b": plots.Range(1.0, 4.0, True)}
    table = tmp_path / "posterior.csv"
    table.write_text("a.b,c\n1.5,2\n2.5,3\n")
    assert plots.read_posterior(table)["a.b"].tolist() == [1.5, 2.5]
    table.write_text("a.b\nmany\n")
    with pytest.raises(ValueError, match="column a.b"):
        plots.read_posterior(table)
    study.write_text("[design]\n")
    with pytest.raises(ValueError, match=r"no \[parameters\]"):
        plots.read_priors(study)


def test_priors_of_a_calibration_have_their_laws(tmp_path, axes):
    study = tmp_path / "study.toml"
    study.write_text(
        '[priors]\n"a" = { law = "uniform", low = 1, high = 3 }\n'
        '"b" = { law = "log-uniform", low = 0.1, high = 10.0 }\n'
        '"c" = { law = "lognormal", median = 2.0, sd = 0.5, bounds = [0.5, 8.0] }\n'
        '"d" = { law = "normal", mean = 30, sd = 8 }\n'
    )
    priors = plots.read_priors(study)
    assert priors["a"] == plots.Range(1.0, 3.0) and priors["b"].is_log
    assert priors["d"].low == 6.0 and priors["d"].high == 54.0
    grid = np.exp(np.linspace(np.log(0.5), np.log(8.0), 2001))
    assert priors["c"].density(grid).mean() == pytest.approx(1.0, abs=1e-3)
    assert priors["c"].density(np.array([2.0]))[0] > 2.0
    plots.draw_posterior(axes, np.array([1.0, 2.0, 3.0]), priors["c"], "c")
    study.write_text('[priors]\n"a" = { law = "cauchy" }\n')
    with pytest.raises(ValueError, match="law 'cauchy'"):
        plots.read_priors(study)


def test_the_most_important_parameter_is_on_top(axes):
    table = pd.DataFrame({"key": ["a", "b"], "first": [0.1, 0.4], "total": [0.2, 0.6]})
    plots.draw_sensitivity(axes, table)
    assert [label.get_text() for label in axes.get_yticklabels()] == ["a", "b"]  # from below
    with pytest.raises(ValueError, match="no column total"):
        plots.draw_sensitivity(axes, table.drop(columns="total"))


def test_indices_of_one_target_are_read(tmp_path):
    table = tmp_path / "sobol.csv"
    table.write_text("target,parameter,first,total\nA,a.b,0.1,0.2\nB,a.b,0.3,0.4\n")
    assert plots.read_sensitivity(table, "B")["total"].tolist() == [0.4]
    with pytest.raises(ValueError, match="has 2 targets"):
        plots.read_sensitivity(table)
    with pytest.raises(ValueError, match="no target C"):
        plots.read_sensitivity(table, "C")


def summary_of_pairs():
    """Two scenarios with three seeds each."""
    return xr.Dataset(
        {"final_idps": ("run", [10, 20, 30, 11, 23, 35])},
        {
            "scenario": ("run", ["base"] * 3 + ["other"] * 3),
            "seed": ("run", [1, 2, 3, 1, 2, 3]),
            "point": ("run", [0] * 6),
            "draw": ("run", [0] * 6),
        },
    )


def test_differences_are_taken_pair_by_pair(axes):
    pairs = plots.paired_differences(summary_of_pairs(), ["base", "other"], "final_idps")
    assert pairs["other"].tolist() == [1, 3, 5]
    assert pairs.attrs["baseline"] == 20
    plots.draw_paired(axes, pairs, "IDPs")
    assert "20" in axes.get_xlabel()


def test_the_interval_of_a_mean_is_that_of_student():
    mean, low, high = plots.interval_of_mean(np.array([1.0, 3.0, 5.0]))
    half = 2.9199856 * 2.0 / np.sqrt(3.0)  # t(0.95, 2), standard deviation 2
    assert (mean, low, high) == pytest.approx((3.0, 3.0 - half, 3.0 + half))
    assert np.isnan(plots.interval_of_mean(np.array([1.0]))[1])


def test_names_stay_text_in_figures(axes):
    from azalai.plots.style import plain

    assert plain("cost $x^2$") == r"cost \$x^2\$"
    assert plain("a\u202eb\x00\n") == "a\ufffdb\ufffd\ufffd"
    assert len(plain("x" * 500)) == 48
    axes.plot([0], [0], label=plain("_$\\frac{$ hidden"))
    assert "hidden" in axes.legend().get_texts()[0].get_text()


def test_interventions_are_compared_seed_by_seed():
    seeds = range(1, 22)
    base = pd.DataFrame(
        {name: [float(seed) for seed in seeds] for name in interventions.OUTCOMES.values()},
        index=seeds,
    )
    by_seed = {interventions.BASE: base}
    for name in interventions.INTERVENTIONS:
        by_seed[name] = base - 5.0  # every seed lower by as much: no spread
    table = interventions.compare(by_seed).splitlines()
    assert len(table) == 2 + len(interventions.OUTCOMES)
    assert "| 11 (2 to 20) | -5 (-5 to -5) |" in table[2]


def test_a_run_that_is_too_short_is_refused(run):
    with pytest.raises(ValueError, match="must cover 2013 to 2016"):
        interventions.outcome(run)
