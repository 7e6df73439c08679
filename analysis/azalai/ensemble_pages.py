"""Figures of a sweep: what a report or a folder holds."""

from __future__ import annotations

from functools import partial

from matplotlib.figure import Figure

from . import facts, plots
from .page import Named, blank_page
from .plots.style import plain
from .results import Ensemble


def pages_of_ensemble(ensemble: Ensemble) -> list[Named]:
    """Pages of a sweep, in the order of a report.

    Parameters
    ----------
    ensemble : Ensemble
        The sweep.

    Returns
    -------
    list of Named
        What can be drawn; nothing is drawn yet.
    """
    found = []
    if "monthly" in ensemble:
        found.append(
            Named(
                "scenarios",
                "Each scenario by month: the median and the middle 90 % of its runs.",
                partial(_scenarios, ensemble),
            )
        )
    if len(ensemble.scenarios) > 1:
        found.append(
            Named(
                "paired",
                "What differs from the baseline with the same luck: a dot for each pair of runs of "
                "one seed, their mean (diamond) and its 90 % interval by Student's t (bar).",
                partial(_paired, ensemble),
            )
        )
    if "parameters" in ensemble:
        found.append(
            Named(
                "design",
                "Values of the parameters over the runs.",
                partial(_design, ensemble),
            )
        )
    return found


def _ensemble_note(ensemble: Ensemble) -> str:
    made = ensemble.provenance
    text = f"Simulated by Azalai {made.get('version', '?')} ({str(made.get('commit', '?'))[:10]}); "
    return plain(text + f"{ensemble['runs'].sizes['run']} runs; not observed events.", 120)


def _scenarios(ensemble: Ensemble) -> Figure:
    page = blank_page(10, 7.6, _ensemble_note(ensemble))
    spec = page.add_gridspec(3, 2, height_ratios=[1.0, 1.0, 0.12])
    axes = [page.add_subplot(spec[i // 2, i % 2]) for i in range(4)]
    monthly = ensemble["monthly"]
    deaths = monthly["deaths"].sum("side", skipna=False)
    plots.draw_band(axes[0], deaths, "Deaths", "deaths [people/month]", with_legend=False)
    violent = [kind for kind in monthly["kind"].to_numpy() if kind not in facts.NOT_VIOLENT]
    events = monthly["events"].sel(kind=violent).sum("kind", skipna=False)
    plots.draw_band(axes[1], events, "Violent events", "events [1/month]", with_legend=False)
    refugees = monthly["refugees"].sum("country", skipna=False) / 1000
    plots.draw_band(
        axes[2], refugees, "Refugees, end of month", "refugees [thousand people]", with_legend=False
    )
    idps = monthly["idps"] / 1000
    plots.draw_band(
        axes[3], idps, "Displaced inside, end of month", "people [thousand]", with_legend=False
    )
    below = page.add_subplot(spec[2, :])
    below.set_axis_off()
    plots.explain_scenarios(below, axes[0], loc="center", ncols=min(5, len(ensemble.scenarios)))
    return page


def _paired(ensemble: Ensemble) -> Figure:
    height = 1.6 + 0.42 * (len(ensemble.scenarios) - 1)
    page = blank_page(10, 0.6 + 3 * height, _ensemble_note(ensemble))
    for one, (quantity, label) in zip(page.subplots(3, 2).ravel(), plots.QUANTITIES.items()):
        table = plots.paired_differences(ensemble["summary"], ensemble.scenarios, quantity)
        plots.draw_paired(one, table, label[0].upper() + label[1:])
    return page


def _design(ensemble: Ensemble) -> Figure:
    values = ensemble["parameters"]["value"].to_pandas()
    columns = min(3, values.shape[1])
    rows = -(-values.shape[1] // columns)
    page = blank_page(3.4 * columns, 0.5 + 2.5 * rows, _ensemble_note(ensemble))
    axes = page.subplots(rows, columns, squeeze=False).ravel()
    plots.draw_posteriors(list(axes), values)
    for one in axes[values.shape[1] :]:
        one.set_axis_off()
    return page
