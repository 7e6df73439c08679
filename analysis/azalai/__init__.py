"""Run Azalai, read its result files, set them beside what is documented, and draw them.

    >>> import azalai                                                   # doctest: +SKIP
    >>> run = azalai.run("configs/mali/mali-2012-2016.toml", output="out/a.h5")  # doctest: +SKIP
    >>> run["totals"].refugees                                          # doctest: +SKIP
    >>> azalai.validate("out/a.h5").figures                             # doctest: +SKIP

``open_run``, ``open_ensemble``
    A result file as xarray datasets with units.
``run``, ``sweep``, ``validate``, ``score``, ``info``
    The program, started from Python; its errors are exceptions of ``errors``.
``runs``
    What a file holds, as xarray and pandas, with names in place of numbers.
``documented``
    The documented figures that a scenario is compared with.
``facts``
    Statistics of events.
``plots``
    Drawings on matplotlib axes, one function each; nothing there opens a file.
``figures``, ``report``
    ``python -m azalai.figures`` and ``python -m azalai.report``: every figure of a file, and one
    page with all of it.
"""

from .errors import (
    AzalaiError,
    FileError,
    InputError,
    InternalError,
    Interrupted,
    ProgramNotFound,
)
from .judgement import Validation, score, validate
from .program import find_program, info, run, sweep
from .results import Ensemble, Run, open_ensemble, open_run

__all__ = [
    "AzalaiError",
    "Ensemble",
    "FileError",
    "InputError",
    "InternalError",
    "Interrupted",
    "ProgramNotFound",
    "Run",
    "Validation",
    "find_program",
    "info",
    "open_ensemble",
    "open_run",
    "run",
    "score",
    "sweep",
    "validate",
]
