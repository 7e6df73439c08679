"""Run the program ``azalai`` from Python, and read what it answers."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Union

import pandas as pd

from .errors import ProgramNotFound, error_of
from .results import Ensemble, Run, open_ensemble, open_run

#: A path, or the paths of several result files.
Files = Union[str, Path, Iterable[Union[str, Path]]]

#: What a setting of a scenario may be given as.
Setting = Union[bool, int, float, str, datetime.date]

_BUILDS = ("build/release/azalai", "build/dev/azalai")


def find_program(program: Path | str | None = None) -> Path:
    """Find the program ``azalai``.

    Parameters
    ----------
    program : Path or str, optional
        The program itself. Left out: ``$AZALAI``, else ``azalai`` on the path, else what a build
        left in the folder of this package or in the working folder (``build/release``,
        ``build/dev``).

    Returns
    -------
    Path
        An executable file.

    Raises
    ------
    ProgramNotFound
        If there is none, with the places that were looked at.
    """
    named = program or os.environ.get("AZALAI")
    if named:
        found = shutil.which(str(named))
        if found is None:
            origin = "" if program else " (from $AZALAI)"
            raise ProgramNotFound(f"{named}{origin}: is no program. Name the file azalai itself.")
        return Path(found).absolute()
    found = shutil.which("azalai")
    if found:
        return Path(found).absolute()
    for folder in (Path(__file__).resolve().parents[2], Path.cwd()):
        for build in _BUILDS:
            if os.access(folder / build, os.X_OK):
                return folder / build
    raise ProgramNotFound(
        "azalai: is not on the path and not built here. Build it with scripts/run-mali, or set "
        "AZALAI to the program."
    )


def run(
    scenario: Path | str,
    *,
    output: Path | str,
    seed: int = 1,
    overrides: Mapping[str, Setting] | None = None,
    days: int | None = None,
    threads: int | None = None,
    force: bool = False,
    program: Path | str | None = None,
) -> Run:
    """Simulate a scenario and open the result.

    Parameters
    ----------
    scenario : Path or str
        Scenario file (TOML).
    output : Path or str
        Result file to write; its folder is made if it does not exist.
    seed : int
        All luck of the run, 0 to 2^64 - 1.
    overrides : mapping of str to bool, int, float, str or datetime.date, optional
        Settings to change, by their key, such as ``{"attack.band": 30}``.
    days : int, optional
        Simulate only so many days [d], >= 1.
    threads : int, optional
        Changes the speed, never the results.
    force : bool
        Replace the result file if there is one.
    program : Path or str, optional
        See `find_program`.

    Returns
    -------
    Run
        The result.

    Raises
    ------
    InputError
        If the scenario, a setting or the seed is wrong, or the file exists and is not to be
        replaced.
    FileError
        If the file cannot be written.
    Interrupted
        If the run was stopped by a signal.

    Examples
    --------
    >>> war = azalai.run("configs/mali/mali-2012-2016.toml", output="out/a.h5",
    ...                  seed=7, overrides={"scenario.last_day": "2012-06-30"})  # doctest: +SKIP
    """
    Path(output).parent.mkdir(parents=True, exist_ok=True)
    command = ["run", str(scenario), "-o", str(output), "--seed", str(seed), "--quiet"]
    for key, value in (overrides or {}).items():
        command += ["--set", f"{key}={_setting_text(value)}"]
    if days is not None:
        command += ["--days", str(days)]
    if threads is not None:
        command += ["--threads", str(threads)]
    if force:
        command.append("--force")
    call(command, program)
    return open_run(output)


def sweep(
    design: Path | str,
    *,
    output: Path | str,
    jobs: int | None = None,
    resume: bool = False,
    force: bool = False,
    program: Path | str | None = None,
) -> Ensemble:
    """Run all runs of a design and open the result.

    Parameters
    ----------
    design : Path or str
        Design file (TOML).
    output : Path or str
        Folder of the results.
    jobs : int, optional
        Cores to use.
    resume : bool
        Go on with what an earlier call left.
    force : bool
        Replace the results that are there.
    program : Path or str, optional
        See `find_program`.

    Returns
    -------
    Ensemble
        The result.

    Raises
    ------
    InputError, FileError, Interrupted
        As `run` raises them.
    """
    command = ["sweep", str(design), "-o", str(output), "--quiet"]
    if jobs is not None:
        command += ["--jobs", str(jobs)]
    command += ["--resume"] * resume + ["--force"] * force
    call(command, program)
    return open_ensemble(output)


def info(path: Path | str, *, program: Path | str | None = None) -> dict[str, Any]:
    """Say what a result file is, as ``azalai info --json`` does.

    Parameters
    ----------
    path : Path or str
        Result file.
    program : Path or str, optional
        See `program.find_program`.

    Returns
    -------
    dict of str to Any
        Its answer.
    """
    return json.loads(call(["info", str(path), "--json"], program))


def call(arguments: Sequence[str], program: Path | str | None = None) -> str:
    """Start the program and wait for it.

    Parameters
    ----------
    arguments : sequence of str
        Command and its options, as on the command line.
    program : Path or str, optional
        See `find_program`.

    Returns
    -------
    str
        What it wrote to standard output.

    Raises
    ------
    AzalaiError
        If it ended with another code than 0: the class tells which (`errors`), the text is what
        the program said.
    """
    ended = subprocess.run(
        [find_program(program), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if ended.returncode != 0:
        raise error_of(ended.returncode, ended.stderr or ended.stdout)
    return ended.stdout


def paths_of(files: Files) -> list[str]:
    """Texts of one path or of several.

    Parameters
    ----------
    files : path or iterable of paths
        One path or several.

    Returns
    -------
    list of str
        In the same order.
    """
    several = [files] if isinstance(files, (str, Path)) else list(files)
    return [str(path) for path in several]


def _setting_text(value: Setting) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime.date, pd.Timestamp)):
        return f"{value:%Y-%m-%d}"
    return str(value)
