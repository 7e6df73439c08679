"""Draw results on matplotlib axes, one function for each drawing. Nothing here opens a run.

Simulated values are areas and lines, documented ones black or outlined marks. Colours and marks are
those of ``palette``; names from files are shown as they are, whatever they hold.
"""

from .agreement import draw_agreement
from .deaths import SIDES, deaths_by_month, draw_deaths, draw_deaths_by_year
from .displacement import counts_of, draw_displaced_inside, draw_refugees
from .geography import Geography, draw_ground, geography_of
from .maps import (
    colours_of_actors,
    draw_control,
    draw_displaced,
    draw_events,
    explain_actors,
    explain_camps,
    explain_events,
    map_dates,
)
from .paired import (
    QUANTITIES,
    draw_band,
    draw_paired,
    explain_scenarios,
    interval_of_mean,
    paired_differences,
)
from .palette import COLOURS
from .posterior import Range, draw_posterior, draw_posteriors, read_posterior, read_priors
from .sensitivity import draw_sensitivity, read_sensitivity
from .severity import DOCUMENTED, draw_severity, tail
from .strength import clashes, draw_clashes, draw_strength, strongest

__all__ = [
    "COLOURS",
    "DOCUMENTED",
    "Geography",
    "QUANTITIES",
    "Range",
    "SIDES",
    "clashes",
    "colours_of_actors",
    "counts_of",
    "deaths_by_month",
    "draw_agreement",
    "draw_band",
    "draw_clashes",
    "draw_control",
    "draw_deaths",
    "draw_deaths_by_year",
    "draw_displaced",
    "draw_displaced_inside",
    "draw_events",
    "draw_ground",
    "draw_paired",
    "draw_posterior",
    "draw_posteriors",
    "draw_refugees",
    "draw_sensitivity",
    "draw_severity",
    "draw_strength",
    "explain_actors",
    "explain_camps",
    "explain_events",
    "explain_scenarios",
    "geography_of",
    "interval_of_mean",
    "map_dates",
    "paired_differences",
    "read_posterior",
    "read_priors",
    "read_sensitivity",
    "strongest",
    "tail",
]
