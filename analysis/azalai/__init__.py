"""Read, summarise and draw the result files of Azalai.

The package reads result files (``sim/io/FORMAT.md``) and never the simulator.

``runs``
    What a file holds, as xarray and pandas.
``documented``
    The documented figures that a scenario is compared with.
``plots``
    Drawings on matplotlib axes, from what the other two return.
"""
