"""Figures of a run or of several runs of a scenario: what a report or a folder holds."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from . import documented, facts, plots
from .page import Named, blank_page
from .plots.palette import CONTESTED, OTHERS
from .plots.style import plain
from .results import Run

MAPS = 6  # maps on a page
DOCUMENTED = "Documented: ACLED and UCDP (totals), International Crisis Group, UNHCR, CMP/IOM"
RIVERS = "Rivers: Natural Earth"


def pages_of_runs(several: list[Run]) -> list[Named]:
    """Pages of one or several runs of a scenario, in the order of a report.

    Parameters
    ----------
    several : list of Run
        Runs of one scenario and period. Maps, actors and clashes are those of the first.

    Returns
    -------
    list of Named
        What can be drawn; nothing is drawn yet.

    Raises
    ------
    ValueError
        If the runs do not cover the same days.
    """
    first = several[0]
    days = first["totals"]["time"].to_numpy()
    for other in several[1:]:
        if not np.array_equal(other["totals"]["time"].to_numpy(), days):
            raise ValueError(
                f"{other.path}: covers other days than {first.path}. Give runs of one scenario."
            )
    middle = "the median" if len(several) > 1 else "the run"
    found = [
        Named(
            "deaths",
            "Deaths by month and side, and by year as each observer would have counted them, "
            "beside what it documents.",
            partial(_deaths, several),
        ),
        Named(
            "displacement",
            f"Refugees and internally displaced people: lines are {middle}, marks what was "
            "counted. Lists of refugees overstate who is there until people are verified.",
            partial(_displacement, several),
        ),
    ]
    if "cells" in first:
        found += [
            Named(
                "control",
                "Who controls more than half of each cell.",
                partial(_control, first),
            ),
            Named("displaced", "Where displaced people are.", partial(_displaced, first)),
        ]
    if "cells" in first and "events" in first:
        found.append(Named("events", "Violent events by period.", partial(_events, first)))
    found.append(Named("strength", "Fighters of the strongest actors.", partial(_strength, first)))
    if "events" in first:
        found += [
            Named("clashes", "Who attacks whom.", partial(_clashes, first)),
            Named(
                "severity",
                "Share of fatal events with at least so many deaths, of all events and as ACLED's "
                "coders would report them; the documented exponents are of ACLED's reports.",
                partial(_severity, several),
            ),
        ]
    if "figures" in first:
        found.append(
            Named(
                "agreement",
                "Every documented figure that can be compared, beside what an observer would have "
                "counted in the model.",
                partial(_agreement, several),
            )
        )
    return found


def _note(run: Run, *sources: str, of_several: int = 1) -> str:
    version = run.provenance.get("version", "?")
    commit = str(run.provenance.get("commit", "?"))[:10]
    which = f"{of_several} runs" if of_several > 1 else f"seed {run.seed}"
    made = plain(f"Simulated by Azalai {version} ({commit}), {which}; not observed events.", 120)
    return " ".join([made, *(f"{source}." for source in sources)])


def _figures(several: list[Run]) -> pd.DataFrame | None:
    if not all("figures" in run for run in several):
        return None
    return documented.of_runs([run.path for run in several])


def _deaths(several: list[Run]) -> Figure:
    figures = _figures(several)
    page = blank_page(10, 4.2, _note(several[0], DOCUMENTED, of_several=len(several)))
    left, right = page.subplots(1, 2, width_ratios=[1.25, 1.0])
    tables = [plots.deaths_by_month(run["totals"]) for run in several]
    spread = None
    if len(tables) > 1:
        alls = pd.concat([table.sum(axis=1) for table in tables], axis=1)
        ends = {"low": alls.quantile(0.05, axis=1), "high": alls.quantile(0.95, axis=1)}
        spread = pd.DataFrame(ends)
    mean = sum(tables[1:], tables[0]) / len(tables)
    years = None if figures is None else documented.span_by_year(figures)
    plots.draw_deaths(left, mean, years, spread)
    if figures is not None:
        plots.draw_deaths_by_year(right, figures)
    else:
        right.set_axis_off()
    return page


def _displacement(several: list[Run]) -> Figure:
    figures = _figures(several)
    page = blank_page(10, 7.4, _note(several[0], DOCUMENTED, of_several=len(several)))
    upper, lower = page.subplots(2, 1)[:2]
    everywhere, spread = _over_runs([run["refugees"]["people"] for run in several])
    has_lists = "registered" in several[0]["refugees"]
    listed = None
    if has_lists:
        listed, spread = _over_runs([run["refugees"]["registered"] for run in several])
    last = everywhere.isel(time=-1).to_series().sort_values(ascending=False)
    countries = ["all", *last.index[:3]]
    counts = None
    if figures is not None:
        counts = {name: plots.counts_of(figures, "refugees", name) for name in countries}
    plots.draw_refugees(upper, everywhere, counts, listed, spread, countries)
    idps, band = _over_runs([run["totals"]["idps"] for run in several])
    inside = None
    if figures is not None:
        inside = plots.counts_of(figures, "idps", _home(figures))
    plots.draw_displaced_inside(lower, idps, inside, band)
    return page


def _home(figures: pd.DataFrame) -> str:
    """The country whose inside is counted: that of most figures of IDPs."""
    places = figures.loc[figures["quantity"] == "idps", "where"]
    places = places[~places.str.contains("/")]
    return str(places.mode().iloc[0]) if len(places) else ""


def _over_runs(
    series: list[xr.DataArray],
) -> tuple[xr.DataArray, tuple[xr.DataArray, xr.DataArray] | None]:
    if len(series) == 1:
        return series[0], None
    together = xr.concat(series, "run", coords="minimal", compat="override")
    low, middle, high = (together.quantile(share, "run") for share in (0.05, 0.5, 0.95))
    return middle, (low, high)


def _ground(run: Run) -> plots.Geography:
    places = run["places"] if "places" in run else None
    return plots.geography_of(run["cells"], places)


def _map_page(run: Run, number: int, *sources: str) -> tuple[Figure, list[Axes], Axes]:
    """A page of maps side by side, their axes, and axes beneath them for a legend or a scale."""
    columns = min(3, number)
    rows = -(-number // columns)
    page = blank_page(3.5 * columns, 1.1 + 3.1 * rows, _note(run, *sources, RIVERS))
    spec = page.add_gridspec(rows + 1, columns, height_ratios=[1.0] * rows + [0.07])
    axes: list[Axes] = []
    for i in range(number):
        first = axes[0] if axes else None
        one = page.add_subplot(spec[i // columns, i % columns], sharex=first, sharey=first)
        one.tick_params(labelleft=i % columns == 0, labelbottom=i + columns >= number)
        if i % columns == 0:
            one.set_ylabel("degrees north", fontsize="small")
        if i + columns >= number:
            one.set_xlabel("degrees east", fontsize="small")
        axes.append(one)
    below = page.add_subplot(spec[rows, :])
    return page, axes, below


def _control(run: Run) -> Figure:
    cells, actors = run["cells"], run["actors"]
    dates = plots.map_dates(cells, MAPS)
    page, axes, below = _map_page(run, len(dates))
    ground, colours = _ground(run), plots.colours_of_actors(cells, actors)
    for one, date in zip(axes, dates):
        plots.draw_control(one, cells, actors, date, ground, colours, with_legend=False)
    held = cells["dominant_actor"].where(xr.DataArray(ground.inside, dims=("lat", "lon")))
    shown = np.unique(held.sel(time=dates).to_numpy())
    keys = actors["key"].to_numpy()
    names = [str(keys[int(row)]) for row in shown[np.isfinite(shown)]]
    explained = {key: colour for key, colour in colours.items() if key in names}
    if set(names) - set(explained):
        explained["others"] = OTHERS
    explained["nobody more than half"] = CONTESTED
    below.set_axis_off()
    plots.explain_actors(below, explained, loc="center", ncols=6)
    return page


def _displaced(run: Run) -> Figure:
    cells = run["cells"]
    dates = plots.map_dates(cells, MAPS)
    page, axes, below = _map_page(run, len(dates))
    ground = _ground(run)
    largest = float(cells["displaced"].where(ground.inside).max())
    places = run["places"] if "places" in run else None
    drawn = None
    for one, date in zip(axes, dates):
        drawn = plots.draw_displaced(one, cells, date, ground, largest, places)
    if places is not None:
        plots.explain_camps(axes[0])
    bar = page.colorbar(drawn, cax=below, orientation="horizontal")
    bar.set_label("displaced people in a cell inside the country [people]", fontsize="small")
    below.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    below.tick_params(labelsize="small")
    return page


def _events(run: Run) -> Figure:
    events = run.events()
    days = pd.DatetimeIndex(run["totals"]["time"].to_numpy())
    edges = pd.date_range(days[0], days[-1] + pd.Timedelta(days=1), MAPS + 1).normalize()
    page, axes, below = _map_page(run, MAPS)
    ground = _ground(run)
    for one, start, end in zip(axes, edges[:-1], edges[1:]):
        chosen = events[(events["date"] >= start) & (events["date"] < end)]
        last = end - pd.Timedelta(days=1)
        title = f"{start:%-d %b %Y} to {last:%-d %b %Y}"
        plots.draw_events(one, chosen, ground, title, with_legend=False)
    below.set_axis_off()
    plots.explain_events(below, loc="center", ncols=4)
    return page


def _strength(run: Run) -> Figure:
    actors = run["actors"]
    page = blank_page(10, 4.4, _note(run))
    left, right = page.subplots(1, 2)
    official = plots.strongest(actors, ["state", "external", "peacekeeper"], 6)
    colours = plots.colours_of_actors(run["cells"], actors) if "cells" in run else {}
    title = "State, allies and peacekeepers: fighters"
    plots.draw_strength(left, actors, official, title, colours=colours)
    groups = plots.strongest(actors, ["militant"], 9)
    plots.draw_strength(right, actors, groups, "Armed groups: fighters", colours=colours)
    return page


def _clashes(run: Run) -> Figure:
    page = blank_page(10, 5.6, _note(run))
    plots.draw_clashes(page.subplots(), run.events())
    return page


def _severity(several: list[Run]) -> Figure:
    note = _note(several[0], "Documented exponents: ACLED 2012-2020", of_several=len(several))
    page = blank_page(7, 5.2, note)
    axes = page.subplots()
    everything = facts.violent(pd.concat([run.events() for run in several]))["deaths"].to_numpy()
    if all("reports/acled" in run for run in several):
        reported = np.concatenate([run["reports/acled"]["fatalities"] for run in several])
        label = "simulated, as ACLED would report it"
        plots.draw_severity(axes, reported, plots.DOCUMENTED, label, everything)
    else:
        plots.draw_severity(axes, everything, label="all violent events, simulated")
    return page


def _agreement(several: list[Run]) -> Figure:
    page = blank_page(6.4, 6.6, _note(several[0], DOCUMENTED, of_several=len(several)))
    figures = documented.of_runs([run.path for run in several])
    plots.draw_agreement(page.subplots(), figures)
    return page
