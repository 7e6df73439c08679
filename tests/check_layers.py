"""Fail if a C++ include points up the project's layers, or from one rule to its sibling."""

import re
import sys
from pathlib import Path

# Each folder of sim/ may include itself and the ones before it.
SIM_ORDER = [
    "base",
    "random",
    "parallel",
    "space",
    "schedule",
    "config",
    "io",
    "ensemble",
    "calibration",
]
# Every rule may include these parts of models/.
SHARED_BY_RULES = {"purposes.hpp", "world", "observed"}
# These stand above the rules and may include them.
ABOVE_RULES = {"scenario", "schedule", "recorders", "checkpoint", "ensemble", "calibration", "app"}
# Data of observers has never heard of the simulated world, nor has what is computed from it.
BESIDE_THE_WORLD = {"observed", "exchange", "facts", "scoring"}
# Where includes are checked; benchmarks/engine measures the engine alone, without the models.
CHECKED = ["sim", "models", "benchmarks/engine"]
INCLUDE = re.compile(r'#include\s+[<"]((?:sim|models|tests|benchmarks)/[^>"]+)[>"]')


def is_allowed(source, target):
    """Whether the file with path parts `source` may include the file with parts `target`."""
    layer, *here = source
    other, *there = target
    if layer == "benchmarks":
        return other == "sim" or target[:2] == source[:2]
    if other not in {"sim", "models"}:
        return False
    if layer == "sim":
        if other == "models":
            return False
        return SIM_ORDER.index(there[0]) <= SIM_ORDER.index(here[0])
    if other == "sim":
        return True
    if here[0] == "app":
        return True
    if there[0] == "app":
        return False
    if here[0] in BESIDE_THE_WORLD:
        return there[0] in {"purposes.hpp", "observed", here[0]}
    if there[0] in SHARED_BY_RULES or there[0] == here[0]:
        return True
    return here[0] in ABOVE_RULES


def wrong_includes(root):
    """Yield (file, include) for each include that breaks the order, in path order."""
    paths = [path for folder in CHECKED for path in root.glob(f"{folder}/**/*.[ch]pp")]
    for path in sorted(paths):
        source = path.relative_to(root).parts
        for include in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if not is_allowed(source, tuple(include.split("/"))):
                yield path, include


if __name__ == "__main__":
    faults = list(wrong_includes(Path(sys.argv[1])))
    for path, include in faults:
        print(f"{path}: must not include {include}")
    sys.exit(bool(faults))
