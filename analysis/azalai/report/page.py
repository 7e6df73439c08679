"""Put a report together."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import matplotlib

from ..ensemble_pages import pages_of_ensemble
from ..errors import AzalaiError, InputError, ProgramNotFound
from ..figures import open_files
from ..judgement import validate
from ..page import Named
from ..pages import pages_of_runs
from ..results import Ensemble, Run
from . import tables
from .html import document, escaped, svg

WARNING = (
    "<p class='warning'>Simulated, about real suffering. These are results of a model and no "
    "record of what happened: label them so, and never use them to choose targets.</p>"
)


def make_report(files: Sequence[Path | str], program: Path | str | None = None) -> str:
    """Make the page.

    Parameters
    ----------
    files : sequence of path
        Results of one scenario, or the one of a sweep.
    program : Path or str, optional
        See `azalai.find_program`. Without one, the comparison of runs with stylised facts is left
        out, and the page says so.

    Returns
    -------
    str
        HTML. The same files and program give the same text.

    Raises
    ------
    InputError
        If a file is wrong, or the runs do not belong together.
    """
    opened = open_files(files)
    with matplotlib.rc_context({"axes.unicode_minus": False}):
        if isinstance(opened, Ensemble):
            return _of_ensemble(opened)
        return _of_runs(opened, program)


def write_report(
    files: Sequence[Path | str],
    output: Path | str,
    force: bool = False,
    program: Path | str | None = None,
) -> Path:
    """Make the page and write it; the file appears when it is whole.

    Parameters
    ----------
    files : sequence of Path or str
        As `make_report` takes them.
    output : Path or str
        HTML file; - is standard output.
    force : bool
        Replace it if it exists.
    program : Path or str, optional
        As `make_report` takes it.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    InputError
        If the file exists and is not to be replaced, or a result is wrong.
    OSError
        If it cannot be written.
    """
    if str(output) == "-":
        sys.stdout.buffer.write(make_report(files, program).encode("utf-8"))
        sys.stdout.buffer.flush()
        return Path("-")
    output = Path(output)
    if output.exists() and not force:
        raise InputError(f"{output}: exists. Give another name, or replace it with --force.")
    if any(output.exists() and output.samefile(path) for path in files if Path(path).exists()):
        raise InputError(f"{output}: is a result file itself. Give another name.")
    text = make_report(files, program)
    part = output.with_name(output.name + f".{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        os.replace(part, output)
    finally:
        part.unlink(missing_ok=True)
    return output


def _of_runs(several: list[Run], program: Path | str | None) -> str:
    first = several[0]
    pages = pages_of_runs(several)
    of_several = len(several) > 1
    days = first["totals"]["time"].to_numpy()
    period = f"{str(days[0])[:10]} to {str(days[-1])[:10]}"
    seeds = ", ".join(str(run.seed) for run in several[:20])
    if len(several) > 20:
        seeds += f", ... ({len(several)})"
    which = "seeds" if of_several else "seed"
    parts = [
        f"<h1>{escaped(first.title or first.path.name)}</h1>",
        f"<p>{len(several)} simulated run{'s' * of_several}, {period}, {which} "
        f"{escaped(seeds)}.</p>",
        WARNING,
    ]
    if not all(run.is_complete for run in several):
        parts.append("<p class='warning'>A run was cut off; the page has what it had written.</p>")
    middle = " Median and, in brackets, the 5th and 95th percentile of runs." if of_several else ""
    sections = [
        (
            "course",
            "What happened, by year",
            f"<p>{middle}</p>" * of_several + tables.course(several),
        ),
        ("figures", "Figures", "\n".join(_figure(page) for page in pages)),
        ("judgement", "Beside what is documented", judgement(several, program)),
        ("provenance", "Provenance", tables.provenance(several)),
    ]
    return document(first.title or first.path.name, parts + _sections(sections))


def _of_ensemble(ensemble: Ensemble) -> str:
    number = ensemble["runs"].sizes["run"]
    parts = [
        f"<h1>{escaped(ensemble.title or ensemble.path.name)}</h1>",
        f"<p>A sweep of {number} simulated runs of {len(ensemble.scenarios)} scenario(s).</p>",
        WARNING,
    ]
    sections = [
        ("scenarios", "Scenarios", tables.scenarios(ensemble)),
        ("figures", "Figures", "\n".join(_figure(page) for page in pages_of_ensemble(ensemble))),
    ]
    documented = tables.ensemble_figures(ensemble)
    if documented:
        sections.append(("judgement", "Beside what is documented", documented))
    sections.append(("provenance", "Provenance", tables.provenance([ensemble])))
    return document(ensemble.title or ensemble.path.name, parts + _sections(sections))


def judgement(several: list[Run], program: Path | str | None = None) -> str:
    """Runs beside what is documented, or why that is left out, as HTML.

    Parameters
    ----------
    several : list of Run
        Runs of one scenario.
    program : Path or str, optional
        See `program.find_program`.

    Returns
    -------
    str
        HTML.
    """
    try:
        found = validate([run.path for run in several], program=program)
    except ProgramNotFound as error:
        return f"<p>Left out: {escaped(error)}</p>"
    except AzalaiError as error:
        return f"<p>Left out: the program says: {escaped(error)}</p>"
    words = (
        "<p>As the observer of each figure would have counted the model. in: the median of the "
        "runs lies in the documented range; part: only the middle 90 % of the runs touch it. Most "
        "figures are single numbers, which hardly any run meets: see how many it comes near.</p>"
    )
    return words + tables.judgement(found)


def _sections(sections: list[tuple[str, str, str]]) -> list[str]:
    links = " ".join(f'<a href="#{key}">{escaped(title)}</a>' for key, title, _ in sections)
    found = [f"<nav>{links}</nav>"]
    for key, title, inner in sections:
        found.append(f'<section id="{key}"><h2>{escaped(title)}</h2>\n{inner}\n</section>')
    return found


def _figure(page: Named) -> str:
    drawn = svg(page.make(), page.name, page.caption)
    return f"<figure>\n{drawn}\n<figcaption>{escaped(page.caption)}</figcaption>\n</figure>"
