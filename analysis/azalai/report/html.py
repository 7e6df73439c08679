"""Pieces of an HTML page. Whatever comes from a file stays text."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Sequence

import matplotlib
from matplotlib.figure import Figure

#: Nothing of the page may be fetched, and nothing in it may run.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

_PATH = re.compile(r'(?<= d=")[^"]*')
_DIGITS = re.compile(r"(\.\d\d)\d+")  # a hundredth of a point is enough

STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; color: #222; background: #fff;
       max-width: 68rem; margin: 2rem auto; padding: 0 1.2rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin-bottom: .3rem; }
h2 { font-size: 1.25rem; margin-top: 2.4rem; border-bottom: 1px solid #ccc; }
table { border-collapse: collapse; font-size: .86rem; margin: .8rem 0; }
th, td { padding: .22rem .6rem; text-align: left; vertical-align: top;
         border-bottom: 1px solid #e2e2e2; overflow-wrap: anywhere; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead th { border-bottom: 1.5px solid #555; position: sticky; top: 0; background: #fff; }
figure { margin: 1.4rem 0 2.2rem; break-inside: avoid; }
figure svg { width: 100%; height: auto; }
figcaption { font-size: .9rem; color: #444; max-width: 60rem; }
.warning { border-left: 4px solid #D55E00; padding: .4rem 1rem; background: #fbf3ec; }
.wide { overflow-x: auto; }
pre { font-size: .78rem; background: #f6f6f4; padding: .8rem; overflow: auto; max-height: 30rem;
      white-space: pre-wrap; }
summary { cursor: pointer; }
nav a { margin-right: 1rem; }
@media print { details > * { display: block; } nav { display: none; } body { max-width: none; } }
"""


def escaped(value: object) -> str:
    """Text for HTML: escaped, without control characters and marks that turn the line around.

    Parameters
    ----------
    value : object
        Shown by its ``str``.

    Returns
    -------
    str
        HTML.
    """
    text = str(value)
    clean = "".join(
        c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in text
    )
    return html.escape(clean, quote=True)


def table(
    header: Sequence[object], rows: Iterable[Sequence[object]], numbers: Sequence[int] = ()
) -> str:
    """A table.

    Parameters
    ----------
    header : sequence
        Heading of each column.
    rows : iterable of sequence
        Cells, as text.
    numbers : sequence of int
        Columns that hold numbers, set to the right.

    Returns
    -------
    str
        HTML.
    """
    right = set(numbers)

    def cells(tag: str, values: Sequence[object]) -> str:
        return "".join(
            f'<{tag}{" class=n" if i in right else ""}>{escaped(value)}</{tag}>'
            for i, value in enumerate(values)
        )

    body = "\n".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    head = f"<thead><tr>{cells('th', header)}</tr></thead>" if header else ""
    return f'<div class="wide"><table>{head}<tbody>\n{body}\n</tbody></table></div>'


def folded(title: str, inner: str) -> str:
    """Something that opens on a click.

    Parameters
    ----------
    title : str
        What is clicked on.
    inner : str
        HTML of what opens.

    Returns
    -------
    str
        HTML.
    """
    return f"<details><summary>{escaped(title)}</summary>\n{inner}\n</details>"


def svg(figure: Figure, name: str, label: str) -> str:
    """A figure as inline SVG, with its text as text; the same figure gives the same bytes.

    Parameters
    ----------
    figure : Figure
        What to draw.
    name : str
        Makes its identifiers differ from those of other figures.
    label : str
        What it shows, for those who cannot see it.

    Returns
    -------
    str
        The element ``svg``.
    """
    settings = {"svg.fonttype": "none", "svg.hashsalt": name, "path.simplify_threshold": 0.4}
    buffer = io.StringIO()
    with matplotlib.rc_context(settings):
        figure.savefig(buffer, format="svg", dpi=110, metadata={"Date": None, "Creator": None})
    text = buffer.getvalue()
    inner = text[text.index("<svg") :]
    inner = _PATH.sub(lambda path: _DIGITS.sub(r"\1", path.group()), inner)
    width = f"max-width: {6.8 * figure.get_figwidth():.1f}rem"
    return inner.replace(
        "<svg", f'<svg role="img" aria-label="{escaped(label)}" style="{width}"', 1
    )


def document(title: str, parts: Iterable[str]) -> str:
    """A whole page.

    Parameters
    ----------
    title : str
        Title, as text.
    parts : iterable of str
        HTML of the body.

    Returns
    -------
    str
        HTML.
    """
    body = "\n".join(parts)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escaped(title)}</title>
<style>{STYLE}</style>
</head>
<body>
{body}
</body>
</html>
"""
