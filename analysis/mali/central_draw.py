"""Set the defaults of a scenario to the central draw of a posterior, rounded to three digits.

    scripts/python -m analysis.mali.central_draw configs/mali/posterior-2012-2016.csv \
        configs/mali/mali-2012-2016.toml

The central draw is the one nearest to the mean of all by Mahalanobis distance, of logarithms where
a column is positive throughout: a draw that the posterior holds together, which medians of single
columns need not be. Settings that do not vary are set to their value.
"""

import argparse
import re
from pathlib import Path

import numpy as np

from analysis.mali.draws import read_draws

NUMBER = r"[-+]?[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"


def central(values):
    """Row of the draw nearest to the mean.

    Parameters
    ----------
    values : ndarray, shape (draws, keys)
    """
    scaled = np.where(np.all(values > 0, axis=0), np.log(np.abs(values) + 1e-300), values)
    varies = scaled.std(axis=0) > 1e-12
    off = scaled[:, varies] - scaled[:, varies].mean(axis=0)
    precision = np.linalg.pinv(np.cov(off, rowvar=False))
    return int(np.argmin(np.einsum("ij,jk,ik->i", off, precision, off)))


def rounded(value):
    """Three significant digits, with a point as TOML wants it of a real number."""
    words = f"{value:.3g}"
    if "e+" in words:
        words = f"{float(words):.0f}"
    return words if any(c in words for c in ".e") else words + ".0"


def set_value(text, key, value):
    """The text of a TOML file with one number changed, of a table or of an inline table in it.

    Raises
    ------
    KeyError
        If the file does not state the key.
    """
    words = key.split(".")
    for depth in range(len(words) - 1, 0, -1):
        section, rest = ".".join(words[:depth]), words[depth:]
        head = re.search(rf"^\[{re.escape(section)}\][^\n]*\n", text, re.M)
        if head is None:
            continue
        after = re.search(r"^\[", text[head.end() :], re.M)
        end = head.end() + after.start() if after else len(text)
        inner = "".join(rf"\s*=\s*\{{[^\n]*?\b{re.escape(word)}" for word in rest[1:])
        pattern = re.compile(rf"^({re.escape(rest[0])}{inner}\s*=\s*){NUMBER}", re.M)
        body, count = pattern.subn(rf"\g<1>{value}", text[head.end() : end], count=1)
        if count:
            return text[: head.end()] + body + text[end:]
    raise KeyError(key)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("posterior")
    parser.add_argument("scenario", help="file that is changed")
    options = parser.parse_args()
    keys, rows = read_draws(options.posterior)
    values = np.array(rows, dtype=float)
    row = central(values)
    path = Path(options.scenario)
    text = path.read_text(encoding="utf-8")
    for key, value in zip(keys, values[row]):
        text = set_value(text, key, rounded(value))
        print(f"{key} = {rounded(value)}")
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"draw {row + 1} of {len(values)}")


if __name__ == "__main__":
    main()
