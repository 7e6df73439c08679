"""The posterior that Mali ships, its study, and the defaults that are one of its draws."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from analysis.mali.central_draw import central, rounded, set_value
from analysis.mali.draws import read_draws, read_study, sample_prior

ROOT = Path(__file__).resolve().parents[2]
STUDY = "configs/studies/calibration-2012-2016.toml"
POSTERIOR = "configs/mali/posterior-2012-2016.csv"


@pytest.fixture(scope="module")
def study():
    return read_study(ROOT / STUDY)


@pytest.fixture(scope="module")
def draws():
    keys, rows = read_draws(ROOT / POSTERIOR)
    return keys, np.array(rows, dtype=float)


def test_the_study_uses_nothing_of_later_years(study):
    assert str(study["targets"]["until"]) == "2016-12-31"
    for pattern in study["targets"]["patterns"]:
        assert all(str(pattern[key]) <= "2016-12-31" for key in ("to", "of_to") if key in pattern)


def test_the_posterior_has_enough_draws_inside_the_priors(study, draws):
    keys, values = draws
    assert sorted(keys) == sorted(study["priors"])
    assert len(values) >= 500
    for key, column in zip(keys, values.T):
        prior = study["priors"][key]
        assert column.min() >= prior["low"] * (1 - 1e-9), key
        assert column.max() <= prior["high"] * (1 + 1e-9), key


def test_the_defaults_are_the_central_draw(draws):
    keys, values = draws
    scenario = tomllib.loads((ROOT / "configs/mali/mali-2012-2016.toml").read_text("utf-8"))
    for key, value in zip(keys, values[central(values)]):
        found = scenario
        for word in key.split("."):
            found = found[word]
        assert found == float(rounded(value)), key


def test_a_prior_is_sampled_once_in_each_part_of_its_range():
    study = {
        "priors": {
            "a": {"law": "uniform", "low": 1.0, "high": 3.0},
            "b": {"law": "log-uniform", "low": 0.1, "high": 10.0},
        }
    }
    keys, rows = sample_prior(study, 50)
    values = np.array(rows, dtype=float)
    assert keys == ["a", "b"]
    shares = np.column_stack([(values[:, 0] - 1) / 2, (np.log10(values[:, 1]) + 1) / 2])
    assert np.array_equal(np.sort((shares * 50).astype(int), axis=0).T, [range(50)] * 2)


def test_the_central_draw_is_the_one_in_the_middle():
    generator = np.random.default_rng(1)
    values = np.exp(generator.normal(size=(99, 3)))
    values[40] = np.exp(np.log(np.delete(values, 40, axis=0)).mean(axis=0))
    assert central(values) == 40


def test_a_number_is_changed_where_it_stands_and_nowhere_else():
    text = "[a]\nx = 1.0  # [1]\nt = { u = 2.0, v = 3.0 }\n[a.b]\nx = 4.0\nlong_x = 5\n"
    assert set_value(text, "a.x", "7.0") == text.replace("x = 1.0", "x = 7.0")
    assert set_value(text, "a.b.x", "7.0") == text.replace("x = 4.0", "x = 7.0")
    assert set_value(text, "a.t.v", "7.0") == text.replace("v = 3.0", "v = 7.0")
    with pytest.raises(KeyError):
        set_value(text, "a.y", "7.0")
