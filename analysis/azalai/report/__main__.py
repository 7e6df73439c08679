"""``python -m azalai.report``: the page of ``azalai report``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..figures import guarded
from .page import write_report


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and write the page.

    Parameters
    ----------
    arguments : sequence of str, optional
        Those of the command line if left out.

    Returns
    -------
    int
        0, or the exit code of the program for the same kind of error.
    """
    parser = argparse.ArgumentParser(
        prog="python -m azalai.report", description="Write one self-contained page of results."
    )
    parser.add_argument("files", type=Path, nargs="+", help="runs of one scenario, or one sweep")
    parser.add_argument("-o", "--output", type=Path, required=True, help="HTML file to write, or -")
    parser.add_argument("--force", action="store_true", help="replace it if it exists")
    options = parser.parse_args(arguments)
    return guarded(lambda: write_report(options.files, options.output, options.force) and None)


if __name__ == "__main__":
    sys.exit(main())
