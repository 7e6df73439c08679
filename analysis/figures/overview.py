"""Draw the picture of the README: one run, its deaths, its displaced people and where it was.

    scripts/run-mali
    scripts/python -m analysis.figures.overview out/mali-2012-2016.h5

Writes analysis/figures/overview.png unless told otherwise with -o.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402  the backend must be chosen first

from azalai import documented, plots, runs  # noqa: E402

HERE = Path(__file__).resolve().parent
FIGURES = HERE.parents[1] / "configs/mali/documented_figures.csv"
TOWNS = ["bamako", "mopti", "timbuktu", "gao", "kidal", "menaka", "tessalit"]
COUNTRIES = ["Mauritania", "Niger", "Burkina Faso"]


def draw_overview(run: Path, figures_table: Path, picture: Path) -> None:
    """Draw one run on one page.

    Parameters
    ----------
    run : Path
        Result file, with maps and events.
    figures_table : Path
        Table of documented figures.
    picture : Path
        PNG to write.
    """
    figures = documented.read_figures(figures_table)
    totals = runs.totals(run)
    refugees = runs.refugees(run)
    places = runs.places(run)

    page = plt.figure(figsize=(11, 9.2), layout="constrained")
    top, bottom = page.subfigures(2, 1, height_ratios=[1.25, 1.0])
    where, when = top.subplots(1, 2, width_ratios=[1.15, 1.0])
    abroad, inside = bottom.subplots(1, 2)

    plots.draw_events(
        where, runs.events(run), runs.country_mask(run), places[places["key"].isin(TOWNS)]
    )
    plots.draw_deaths(when, plots.deaths_by_month(totals), documented.deaths_by_year(figures))
    plots.draw_refugees(
        abroad,
        refugees,
        {name: documented.counts(figures, "refugees", name) for name in COUNTRIES},
    )
    plots.draw_displaced_inside(inside, totals["idps"], documented.counts(figures, "idps", "Mali"))
    page.suptitle(
        f"{runs.title(run)}: one simulated run (seed {runs.seed(run)}), parameters set by hand",
        fontsize="large",
        fontweight="bold",
    )
    page.supxlabel(
        "Simulated by Azalai; not observed events. Documented: UCDP, ACLED (yearly totals), "
        "International Crisis Group, UNHCR, CMP/IOM; see configs/mali/SOURCES.md.",
        fontsize="small",
    )
    page.savefig(picture, dpi=110)
    plt.close(page)


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", type=Path, help="result file of azalai run")
    parser.add_argument("-o", "--output", type=Path, default=HERE / "overview.png")
    parser.add_argument("--figures", type=Path, default=FIGURES, help="documented figures")
    options = parser.parse_args()
    draw_overview(options.run, options.figures, options.output)
    print(f"Wrote {options.output}")


if __name__ == "__main__":
    main()
