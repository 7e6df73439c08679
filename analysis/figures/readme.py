"""Remake every picture of the README and of analysis/azalai/README.md.

    scripts/run-mali
    build/release/azalai sweep configs/studies/interventions-2016.toml -o out/interventions-2016
    scripts/python -m analysis.figures.readme out/mali-2012-2016.h5 \\
        out/interventions-2016/ensemble.h5

Writes analysis/figures/*.png; -o names another folder.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path

from PIL import Image

from analysis.figures.overview import draw_overview
from azalai.figures import open_files, pages_of

HERE = Path(__file__).resolve().parent
OF_RUN = ("control", "displaced", "displacement", "deaths", "clashes", "severity", "agreement")
OF_SWEEP = ("scenarios", "paired")
DPI = 90
COLOURS = 255  # enough for flat figures, at a third of the bytes


def remake(run: Path, sweep: Path, folder: Path) -> list[Path]:
    """Draw all pictures of a run and of a sweep.

    Returns
    -------
    list of Path
        What was written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = [folder / "overview.png"]
    draw_overview(run, written[0])
    _shrink(written[0], Image.open(written[0]))
    for path, names in ((run, OF_RUN), (sweep, OF_SWEEP)):
        pages = {page.name: page for page in pages_of(open_files([path]))}
        for name in names:
            drawn = io.BytesIO()
            pages[name].make().savefig(drawn, dpi=DPI)
            written.append(folder / f"{name}.png")
            _shrink(written[-1], Image.open(drawn))
    return written


def _shrink(path: Path, picture: Image.Image) -> None:
    flat = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    flat.save(path, optimize=True)


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("run", type=Path, help="result file of azalai run")
    parser.add_argument("sweep", type=Path, help="ensemble.h5 of azalai sweep")
    parser.add_argument("-o", "--output", type=Path, default=HERE, help="folder of the pictures")
    options = parser.parse_args()
    for path in remake(options.run, options.sweep, options.output):
        print(f"{path}: {path.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
