"""What the figures share: axes, text that stays text, dates, numbers."""

from __future__ import annotations

import matplotlib.dates
import matplotlib.patheffects
import matplotlib.ticker
from matplotlib.axes import Axes

from .palette import GRID, INK, QUIET

LONGEST = 48  # characters of a name in a figure


def plain(name: object, longest: int = LONGEST) -> str:
    """Text that matplotlib shows as it is: no mathematics, no control characters, not too long.

    Parameters
    ----------
    name : object
        From a file: anybody may have written it.
    longest : int
        Characters kept; an ellipsis stands for the others.

    Returns
    -------
    str
        The text.
    """
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(name))
    if len(text) > longest:
        text = text[: longest - 1] + "\N{HORIZONTAL ELLIPSIS}"
    if text.startswith("_"):
        text = "\N{WORD JOINER}" + text  # a label with an underscore first is left out of legends
    return text.replace("$", r"\$")


def halo() -> matplotlib.patheffects.AbstractPathEffect:
    """A clear rim around text that stands on what is drawn.

    Returns
    -------
    matplotlib.patheffects.AbstractPathEffect
        For the ``path_effects`` of a text.
    """
    return matplotlib.patheffects.withStroke(linewidth=2.2, foreground="white", alpha=0.85)


def finish(axes: Axes, title: str, unit: str = "") -> None:
    """Give axes their title and their unit, and take away what says nothing.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        What was drawn.
    title : str
        Title.
    unit : str
        Unit of the ordinate.
    """
    axes.set_title(plain(title, 90), loc="left", fontsize="medium", color=INK)
    if unit:
        axes.set_ylabel(unit, fontsize="small")
    axes.tick_params(labelsize="small")
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_axisbelow(True)


def finish_series(axes: Axes, title: str, unit: str, from_zero: bool = True) -> None:
    """The same for a series by date.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        What was drawn.
    title : str
        Title.
    unit : str
        Unit of the ordinate.
    from_zero : bool
        Whether the ordinate begins at 0.
    """
    finish(axes, title, unit)
    if from_zero:
        axes.set_ylim(bottom=0)
    locator = matplotlib.dates.AutoDateLocator(minticks=3, maxticks=8)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(matplotlib.dates.ConciseDateFormatter(locator))
    axes.grid(axis="y", color=GRID, linewidth=0.6)


def thousands(axes: Axes, which: str = "y") -> None:
    """Write large numbers of an axis with commas.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Whose numbers are written so.
    which : str
        ``x`` or ``y``.
    """
    axis = axes.yaxis if which == "y" else axes.xaxis
    axis.set_major_formatter(matplotlib.ticker.FuncFormatter(lambda value, _: f"{value:,.10g}"))


def legend(axes: Axes, **options: object) -> None:
    """A small legend on a clear ground.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    **options : object
        As matplotlib's ``Axes.legend`` takes them.
    """
    settings: dict[str, object] = {
        "fontsize": "small",
        "frameon": True,
        "framealpha": 0.85,
        "edgecolor": "none",
        "borderpad": 0.2,
    }
    axes.legend(**(settings | options))


def nothing(axes: Axes, title: str, why: str) -> None:
    """Say that there is nothing to draw, in place of an empty frame.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to draw.
    title : str
        Title.
    why : str
        What to say.
    """
    axes.set_title(plain(title, 90), loc="left", fontsize="medium", color=INK)
    axes.text(
        0.5, 0.5, plain(why, 200), ha="center", va="center", transform=axes.transAxes, color=QUIET
    )
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_color(GRID)
