"""Every mechanism can be switched off, and the rest of the model still holds together."""

import tomllib
from pathlib import Path

import h5py
import numpy as np
import pytest

SMALL = Path(__file__).parent / "small-country" / "small.toml"
NOT_RULES = {"scenario", "world", "output", "rules", "extends", "edit"}
RULES = sorted(set(tomllib.loads(SMALL.read_text(encoding="utf-8"))) - NOT_RULES)


def without(small, off):
    """A scenario that extends the small country and switches rules off."""
    names = ", ".join(f'"{rule}"' for rule in off)
    path = small.parent / "without.toml"
    path.write_text(f'extends = "small.toml"\n[rules]\noff = [{names}]\n', encoding="utf-8")
    return path


def assert_conserves(path):
    """People are neither made nor lost, and deaths by side sum to those of the events."""
    with h5py.File(path) as file:
        totals = file["totals"]
        deaths = totals["deaths"][()]
        civilians = np.cumsum(
            deaths[:, -1]
        )  # sides: state, external, peacekeeper, militant, civilian
        away = sum(totals[name][()] for name in ("travelling", "waiting", "idps", "refugees"))
        people = totals["at_home"][()] + away + civilians
        assert np.all(people == people[0])
        assert np.all(deaths >= 0)
        assert file["events/deaths"][()].sum() == deaths.sum()


@pytest.mark.parametrize("rule", RULES)
def test_the_rest_runs_without(azalai, small, tmp_path, rule):
    done = azalai("run", without(small, [rule]), "-o", "a.h5", "--seed", 3)
    assert done.returncode == 0, done.stderr
    assert_conserves(tmp_path / "a.h5")


def test_nothing_happens_without_any(azalai, small, tmp_path):
    done = azalai("run", without(small, RULES), "-o", "a.h5")
    assert done.returncode == 0, done.stderr
    with h5py.File(tmp_path / "a.h5") as file:
        assert file["totals/deaths"][()].sum() == 0


def test_a_rule_that_is_none_is_named(azalai, small):
    done = azalai("check", without(small, ["atack"]))
    assert done.returncode == 2
    assert "without.toml:3" in done.stderr
    assert "Did you mean 'attack'?" in done.stderr
