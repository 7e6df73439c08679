"""Read the result file of one run.

Every function takes the path of a file, checks its type and version, and reads only what was
committed, so that the ``.part`` of a run that was cut off can be read as well.
"""

from .file import is_complete, seed, title
from .ground import country_mask, maps, places
from .people import idps, refugees, registered, returned, settled, totals
from .war import actors, agreements, events, holders, politics, strength

__all__ = [
    "actors",
    "agreements",
    "country_mask",
    "events",
    "holders",
    "idps",
    "is_complete",
    "maps",
    "places",
    "politics",
    "refugees",
    "registered",
    "returned",
    "seed",
    "settled",
    "strength",
    "title",
    "totals",
]
