"""A page: a matplotlib figure, made when it is asked for, with its name and what it shows."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from matplotlib.figure import Figure

Page = Callable[[], Figure]


@dataclass(frozen=True)
class Named:
    """A page with its name and what it shows.

    Attributes
    ----------
    name : str
        Short, for files.
    caption : str
        A sentence or two.
    make : callable
        Makes the figure.
    """

    name: str
    caption: str
    make: Page


def blank_page(width: float, height: float, note: str) -> Figure:
    """Make a figure with a note at its foot.

    Parameters
    ----------
    width, height : float
        Size [inch].
    note : str
        Where its numbers come from.

    Returns
    -------
    matplotlib.figure.Figure
        Without axes.
    """
    page = Figure(figsize=(width, height), layout="constrained")
    lines = textwrap.fill(note, int(17 * width), break_long_words=True)
    page.supxlabel(lines, fontsize="x-small", color="#555555")
    return page
