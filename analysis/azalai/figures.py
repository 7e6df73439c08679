"""Every figure of a result file, as pictures in a folder; only what is older than the file is made.

    python -m azalai.figures out/mali-2012-2016.h5 -o out/figures
    python -m azalai.figures out/seeds/*.h5 -o out/figures --only deaths,displacement
    python -m azalai.figures out/interventions/ensemble.h5 -o out/figures --format svg
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from .ensemble_pages import pages_of_ensemble
from .errors import AzalaiError, InputError
from .page import Named
from .pages import pages_of_runs
from .result_file import ENSEMBLE, RUN, check_seal, kind_of
from .results import Ensemble, Run, open_ensemble, open_run

EXIT_INPUT, EXIT_INTERNAL, EXIT_FILE = 2, 70, 74


def open_files(files: Sequence[Path | str]) -> list[Run] | Ensemble:
    """Open runs of one scenario, or one sweep.

    Parameters
    ----------
    files : sequence of Path or str
        Result files of `azalai run`, or one ``ensemble.h5``.

    Returns
    -------
    list[Run] or Ensemble
        The runs in the order of the files, or the sweep.

    Raises
    ------
    InputError
        If a file is missing, damaged or neither, or a sweep is not alone.
    """
    kinds = []
    for path in files:
        if not Path(path).is_file():
            raise InputError(f"{path}: no such file. Check the path.")
        try:
            check_seal(path)
            kinds.append(kind_of(path))
        except OSError as error:
            raise InputError(f"{path}: cannot be read as a result ({error}).") from error
    if kinds == [ENSEMBLE]:
        return open_ensemble(files[0])
    for path, kind in zip(files, kinds):
        if kind == ENSEMBLE:
            raise InputError(f"{path}: is a sweep, and not the only file. Give it alone.")
        if kind != RUN:
            raise InputError(f"{path}: file_type is {kind!r}. Name results of a run or a sweep.")
    return [open_run(path) for path in files]


def pages_of(opened: list[Run] | Ensemble) -> list[Named]:
    """Pages that the files allow.

    Parameters
    ----------
    opened : list[Run] or Ensemble
        As `open_files` returns it.

    Returns
    -------
    list of Named
        In the order of a report.
    """
    if isinstance(opened, Ensemble):
        return pages_of_ensemble(opened)
    return pages_of_runs(opened)


def make_figures(
    files: Sequence[Path | str],
    folder: Path | str,
    only: Sequence[str] | None = None,
    form: str = "png",
    dpi: int = 130,
    force: bool = False,
) -> list[Path]:
    """Draw every figure of some files that is missing or older than they are.

    Parameters
    ----------
    files : sequence of path
        Runs of one scenario, or one sweep.
    folder : Path or str
        Where to write; made if it does not exist.
    only : sequence of str, optional
        Names of the figures to make.
    form : {"png", "svg", "pdf"}
        Kind of picture.
    dpi : int
        Resolution of PNG [pixels/inch].
    force : bool
        Make those that are up to date as well.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    InputError
        If a file is wrong, or there is no figure of a name.
    """
    pages = {page.name: page for page in pages_of(open_files(files))}
    unknown = [name for name in only or [] if name not in pages]
    if unknown:
        raise InputError(
            f"{unknown[0]}: no such figure of these files. There are {', '.join(pages)}."
        )
    Path(folder).mkdir(parents=True, exist_ok=True)
    newest = max(Path(path).stat().st_mtime_ns for path in files)
    written = []
    for name in only or pages:
        picture = Path(folder) / f"{name}.{form}"
        if not force and picture.exists() and picture.stat().st_mtime_ns > newest:
            continue
        pages[name].make().savefig(picture, dpi=dpi)
        written.append(picture)
    return written


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and draw.

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
        prog="python -m azalai.figures",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", type=Path, nargs="+", help="runs of one scenario, or one sweep")
    parser.add_argument("-o", "--output", type=Path, help="folder of the pictures")
    parser.add_argument("--only", help="names of figures, with commas")
    parser.add_argument("--format", choices=("png", "svg", "pdf"), default="png")
    parser.add_argument("--dpi", type=int, default=130, help="of PNG (130)")
    parser.add_argument("--force", action="store_true", help="make all, also what is up to date")
    parser.add_argument("--list", action="store_true", help="name the figures and make none")
    options = parser.parse_args(arguments)
    if options.output is None and not options.list:
        parser.error("-o FOLDER is missing")
    return guarded(lambda: _make(options))


def _make(options: argparse.Namespace) -> None:
    if options.list:
        for page in pages_of(open_files(options.files)):
            print(f"{page.name:<14} {page.caption}")
        return
    only = options.only.split(",") if options.only else None
    written = make_figures(
        options.files, options.output, only, options.format, options.dpi, options.force
    )
    for path in written:
        print(path)
    if not written:
        print(f"{options.output}: up to date.")


def guarded(work: Callable[[], object]) -> int:
    """Do some work; tell an error as the program tells its own, and return its exit code.

    Parameters
    ----------
    work : callable
        Takes nothing; what it returns is left out.

    Returns
    -------
    int
        As `errors` lists them; 0 if all went well.
    """
    try:
        work()
    except (InputError, ValueError, KeyError) as error:
        print(f"azalai: {error}", file=sys.stderr)
        return EXIT_INPUT
    except OSError as error:
        print(f"azalai: {error}", file=sys.stderr)
        return EXIT_FILE
    except AzalaiError as error:
        print(f"azalai: {error}", file=sys.stderr)
        return EXIT_INTERNAL
    return 0


if __name__ == "__main__":
    sys.exit(main())
