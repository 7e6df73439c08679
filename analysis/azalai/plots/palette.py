"""The colours and marks of every figure, in one place.

Okabe and Ito's colours, which people who see colours differently tell apart (Wong 2011,
doi:10.1038/nmeth.1618). They differ in lightness too, so that most survive a print without colour;
where two do not, a mark, a dash or a name beside the line tells them apart as well.
"""

from __future__ import annotations

from collections.abc import Iterable

BLACK = "#000000"
ORANGE = "#E69F00"
SKY = "#56B4E9"
GREEN = "#009E73"
YELLOW = "#F0E442"
BLUE = "#0072B2"
VERMILION = "#D55E00"
PURPLE = "#CC79A7"

INK = "#222222"  # text and axes
QUIET = "#767676"  # what is there but not the point
GRID = "#DDDDDD"
LAND = "#F4F2EC"
WATER = "#7FA8C9"
OTHERS = "#B9B9B9"

#: Colour by what is drawn.
COLOURS = {
    "armed groups": VERMILION,
    "state and allies": BLUE,
    "peacekeepers": SKY,
    "civilians": YELLOW,
    "Mauritania": ORANGE,
    "Niger": GREEN,
    "Burkina Faso": PURPLE,
    "Algeria": SKY,
    "all": BLACK,
    "displaced inside": BLUE,
    "prior": OTHERS,
    "posterior": BLUE,
    "first": BLUE,
    "total": ORANGE,
}

#: In this order for what has no colour of its own: dark and light take turns.
CYCLE = (VERMILION, SKY, GREEN, ORANGE, PURPLE, BLUE, YELLOW, BLACK)
DASHES = ("-", "--", "-.", ":")

#: Colour of actors that stand for a side of their own, by class.
OF_CLASS = {"state": BLUE, "external": "#003A5D", "peacekeeper": SKY}
CONTESTED = "#E4E0D6"  # of cells that nobody holds more than half of
OF_OTHERS = (VERMILION, ORANGE, GREEN, PURPLE, YELLOW, "#8C510A", BLACK)

#: Mark and name of the observers that documented figures come from.
OBSERVERS = {
    "ucdp": ("s", "UCDP"),
    "acled": ("^", "ACLED"),
    "icg": ("D", "Crisis Group"),
    "unhcr": ("o", "UNHCR"),
    "cmp": ("s", "CMP/IOM"),
    "un": ("v", "United Nations"),
    "amnesty": ("P", "Amnesty"),
    "hrw": ("X", "Human Rights Watch"),
    "other": ("d", "others"),
}

#: Colour map for amounts: light to dark, one hue, also without colour.
AMOUNT = "YlOrBr"


def colours_of(names: Iterable[str]) -> dict[str, str]:
    """Colour of each name: its own, or the next one that none of the others has.

    Parameters
    ----------
    names : iterable of str
        What is drawn.

    Returns
    -------
    dict of str to str
        Colour by name.
    """
    names = list(names)
    taken = {COLOURS[name] for name in names if name in COLOURS}
    free = [colour for colour in CYCLE if colour not in taken] or list(CYCLE)
    found: dict[str, str] = {}
    for name in names:
        found[name] = COLOURS.get(name) or free[(len(found) - _own(found)) % len(free)]
    return found


def _own(found: dict[str, str]) -> int:
    return sum(name in COLOURS for name in found)
