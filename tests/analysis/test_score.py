"""Scores from Python: what the program says, as a table."""

import json
import subprocess

import numpy as np
import pytest

import azalai
from real import SMALL, program


@pytest.fixture(scope="module")
def runs_of(tmp_path_factory):
    """Three runs of the small country, January to March 2012."""
    folder = tmp_path_factory.mktemp("runs")
    found = []
    for seed in (1, 2, 3):
        found.append(folder / f"{seed}.h5")
        azalai.run(SMALL, output=found[-1], seed=seed, program=program())
    return found


@pytest.fixture(scope="module")
def observed(runs_of):
    """What ACLED's coders would have written of the first run."""
    path = runs_of[0].with_name("acled.csv")
    command = [program(), "export", runs_of[0], "--format", "acled", "-o", path]
    subprocess.run(command, check=True, capture_output=True)
    return path


def row_of(scores, forecast):
    (row,) = (row for _, row in scores.iterrows() if row["forecast"] == forecast)
    return row


def test_a_run_scored_against_its_own_reports_is_without_fault(runs_of, observed):
    scores = azalai.score(runs_of[0], events=observed, by="cercle", program=program())
    alone = row_of(scores, "model")
    assert (alone["draws"], alone["crps"], alone["crps_log1p"]) == (1, 0, 0)


def test_the_table_is_the_answer_of_the_program(runs_of, observed):
    others = runs_of[1:]
    options = {"by": "cercle", "from_": "2012-02"}
    scores = azalai.score(others, events=observed, program=program(), **options)
    command = [program(), "score", *others, "--events", observed, "--json"]
    command += ["--by", "cercle", "--from", "2012-02"]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    assert scores.attrs["answer"] == answer
    said = [
        (result["type"], one["name"], one["draws"], one["crps"])
        for result in answer["results"]
        for one in result["forecasts"]
    ]
    columns = scores[["type", "forecast", "draws", "crps"]]
    assert len(said) > 1
    for row, one in zip(columns.itertuples(index=False), said, strict=True):
        assert tuple(row)[:3] == one[:3]
        assert row.crps == one[3] or (np.isnan(row.crps) and one[3] is None)
    assert row_of(scores, "model")["draws"] == 2
    assert row_of(scores, "model")["crps"] > 0


def test_what_is_wrong_is_an_exception(runs_of, observed, tmp_path):
    with pytest.raises(azalai.InputError, match="2019"):
        azalai.score(runs_of, events=observed, from_="2019-01", program=program())
    with pytest.raises(azalai.AzalaiError, match="none.csv"):
        azalai.score(runs_of, events=tmp_path / "none.csv", program=program())
