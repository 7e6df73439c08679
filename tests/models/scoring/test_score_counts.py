"""Scores agree with their formulas written plainly in numpy, on random ensembles."""

import os
import subprocess
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[3]
EDGES = [0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5]


@pytest.fixture(scope="module")
def score_counts():
    """The helper program that scores counts from its standard input."""
    builds = [Path(os.environ["AZALAI"]).parent] if "AZALAI" in os.environ else []
    for build in [*builds, ROOT / "build/dev"]:
        program = build / "tests/models/scoring/score_counts"
        if program.is_file():
            break
    else:
        pytest.skip("score_counts is not built: it is part of the dev preset")

    def run(gids, observed, simulated):
        numbers = [*simulated.shape, *gids, *observed.ravel(), *simulated.ravel()]
        done = subprocess.run(
            [program],
            input=" ".join(map(str, numbers)),
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return {name: float(value) for name, value in map(str.split, done.stdout.splitlines())}

    return run


def crps(simulated, observed):
    spread = np.abs(simulated[:, None] - simulated[None, :]).mean(axis=(0, 1))
    return (np.abs(simulated - observed).mean(axis=0) - 0.5 * spread).mean()


def ignorance(simulated, observed):
    bins = np.digitize(simulated, EDGES) - 1
    inside = (bins == np.digitize(observed, EDGES) - 1).sum(axis=0)
    return -np.log2((inside + 1) / (len(simulated) + len(EDGES))).mean()


def interval_score(simulated, observed, alpha=0.1):
    low, high = np.quantile(simulated, [alpha / 2, 1 - alpha / 2], axis=0)
    miss = np.maximum(low - observed, 0) + np.maximum(observed - high, 0)
    return (high - low + 2 / alpha * miss).mean()


def coverage(simulated, observed, alpha):
    low, high = np.quantile(simulated, [alpha / 2, 1 - alpha / 2], axis=0)
    return ((low <= observed) & (observed <= high)).mean()


def moran(field, gids):
    row, column = np.divmod(np.asarray(gids) - 1, 720)
    apart = np.maximum(
        np.abs(row[:, None] - row[None, :]), np.abs(column[:, None] - column[None, :])
    )
    weights = apart == 1
    z = np.log1p(field) - np.log1p(field).mean()
    return len(z) / weights.sum() * (weights * np.outer(z, z)).sum() / (z**2).sum()


def top10_overlap(simulated, observed):
    def top(field):
        heaviest = sorted(range(len(field)), key=lambda unit: -field[unit])[:10]
        return {unit for unit in heaviest if field[unit] > 0}

    return len(top(simulated) & top(observed)) / len(top(observed))


def js_distance(simulated, observed):
    p, q = simulated / simulated.sum(), observed / observed.sum()
    middle = (p + q) / 2

    def divergence(share):
        some = share > 0
        return (share[some] * np.log2(share[some] / middle[some])).sum()

    return np.sqrt((divergence(p) + divergence(q)) / 2)


def expected(gids, observed, simulated):
    fields = simulated.mean(axis=(0, 1)), observed.mean(axis=0)
    return {
        "crps": crps(simulated.astype(float), observed),
        "crps_log1p": crps(np.log1p(simulated), np.log1p(observed)),
        "ign": ignorance(simulated, observed),
        "mis90": interval_score(simulated, observed),
        "coverage50": coverage(simulated, observed, 0.5),
        "coverage90": coverage(simulated, observed, 0.1),
        "bias_ratio": fields[0].sum() / fields[1].sum(),
        "moran_difference": moran(fields[0], gids) - moran(fields[1], gids),
        "top10_overlap": top10_overlap(*fields),
        "js_distance": js_distance(*fields),
    }


@pytest.mark.parametrize("draws", [1, 2, 7, 50, 101])
@pytest.mark.parametrize("size", [0.3, 30.0, 900.0])
def test_agrees_with_numpy(score_counts, draws, size):
    random = np.random.default_rng([draws, int(size * 10)])
    gids = [row * 720 + column + 150_000 for row in range(6) for column in range(7)]
    gids = sorted(random.choice(gids, 33, replace=False))
    # Overdispersed, and heavier in some units than in others, as deaths are.
    mean = size * random.gamma(0.5, 2.0, len(gids))
    observed = random.poisson(mean * random.gamma(0.5, 2.0, (5, len(gids))))
    simulated = random.poisson(mean * random.gamma(0.5, 2.0, (draws, 5, len(gids))))
    found = score_counts(gids, observed, simulated)
    for name, value in expected(gids, observed, simulated).items():
        assert found[name] == pytest.approx(value, rel=1e-12, abs=1e-12), name


def test_agrees_where_nothing_happened(score_counts):
    gids = list(range(150_000, 150_012))
    nothing = np.zeros((2, 12), dtype=int)
    found = score_counts(gids, nothing, np.zeros((3, 2, 12), dtype=int))
    assert found["crps"] == found["mis90"] == 0.0
    assert found["coverage50"] == found["coverage90"] == 1.0
    assert found["ign"] == pytest.approx(-np.log2(4 / 14))
    for name in ["bias_ratio", "moran_difference", "top10_overlap", "js_distance"]:
        assert np.isnan(found[name]), name
