"""Draw the picture of the README: one run, its deaths, its displaced people and where it was.

    scripts/run-mali
    scripts/python -m analysis.figures.overview out/mali-2012-2016.h5

Writes analysis/figures/overview.png unless told otherwise with -o.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from matplotlib.figure import Figure

import azalai
from azalai import documented, plots
from azalai.plots.style import plain

HERE = Path(__file__).resolve().parent
TOWNS = ["bamako", "mopti", "timbuktu", "gao", "kidal", "menaka", "tessalit"]
COUNTRIES = ["Mauritania", "Niger", "Burkina Faso"]


def draw_overview(path: Path, picture: Path) -> None:
    """Draw one run on one page.

    Parameters
    ----------
    path : Path
        Result file, with maps, events and documented figures.
    picture : Path
        PNG to write.
    """
    run = azalai.open_run(path)
    figures = run.figures()
    ground = plots.geography_of(run["cells"], run["places"], TOWNS)

    page = Figure(figsize=(11, 9.2), layout="constrained")
    top, bottom = page.subfigures(2, 1, height_ratios=[1.25, 1.0])
    where, when = top.subplots(1, 2, width_ratios=[1.15, 1.0])
    abroad, inside = bottom.subplots(1, 2)

    plots.draw_events(where, run.events(), ground)
    where.set_xlabel("degrees east", fontsize="small")
    where.set_ylabel("degrees north", fontsize="small")
    years = documented.span_by_year(figures)
    plots.draw_deaths(when, plots.deaths_by_month(run["totals"]), years)
    counts = {name: plots.counts_of(figures, "refugees", name) for name in COUNTRIES}
    lists = run["refugees"]
    plots.draw_refugees(abroad, lists["people"], counts, lists["registered"])
    idps = plots.counts_of(figures, "idps", "Mali")
    plots.draw_displaced_inside(inside, run["totals"]["idps"], idps, title="Displaced inside Mali")
    page.suptitle(
        plain(f"{run.title}: one simulated run (seed {run.seed}), calibrated on 2012-2016", 120),
        fontsize="large",
        fontweight="bold",
    )
    page.supxlabel(
        "Simulated by Azalai; not observed events. Documented: UCDP, ACLED (yearly totals), "
        "International Crisis Group, UNHCR, CMP/IOM; see configs/mali/SOURCES.md. "
        "Rivers: Natural Earth.",
        fontsize="small",
    )
    page.savefig(picture, dpi=110)


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", type=Path, help="result file of azalai run")
    parser.add_argument("-o", "--output", type=Path, default=HERE / "overview.png")
    options = parser.parse_args()
    draw_overview(options.run, options.output)
    print(f"Wrote {options.output}")


if __name__ == "__main__":
    main()
