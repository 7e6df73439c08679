"""One self-contained page of a run, of several runs of a scenario, or of a sweep.

    azalai report out/mali-2012-2016.h5 -o report.html
    python -m azalai.report out/seeds/*.h5 -o report.html

Nothing in the page is fetched and nothing in it runs; names from files stay text.
"""

from .page import make_report, write_report

__all__ = ["make_report", "write_report"]
