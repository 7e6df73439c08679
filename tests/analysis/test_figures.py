"""Documented figures, sums and drawings."""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import pytest  # noqa: E402

from azalai import documented, plots, runs  # noqa: E402
from analysis.figures import interventions  # noqa: E402

FIGURES = Path(__file__).parents[2] / "configs/mali/documented_figures.csv"


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


def test_drawings_show_what_they_are_given(run):
    figures = documented.read_figures(FIGURES)
    page, axes = plt.subplots(2, 2)
    plots.draw_deaths(
        axes[0, 0], plots.deaths_by_month(runs.totals(run)), documented.deaths_by_year(figures)
    )
    plots.draw_refugees(
        axes[0, 1], runs.refugees(run), {"Niger": documented.counts(figures, "refugees", "Niger")}
    )
    plots.draw_displaced_inside(axes[1, 0], runs.totals(run)["idps"])
    plots.draw_events(axes[1, 1], runs.events(run), runs.country_mask(run), runs.places(run))
    page.canvas.draw()
    heights = [bar.get_height() for bar in axes[0, 0].containers[0]]
    assert heights == [45, 75]
    assert np.max(axes[0, 1].lines[0].get_ydata()) == pytest.approx(0.039)
    assert [text.get_text() for text in axes[1, 1].texts] == ["Gao", "Abala"]
    plt.close(page)


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
