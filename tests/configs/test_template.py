"""configs/template: the smallest complete country runs, and its page says what is in it."""

import csv
import json
import re
import shutil
import tomllib
from pathlib import Path

import h5py
import pytest

from tests.app.conftest import azalai, program  # noqa: F401 (fixtures)
from tests.configs.second_country import make_tamra

TEMPLATE = Path(__file__).resolve().parents[2] / "configs" / "template"
TABLES = sorted(path.name for path in TEMPLATE.glob("*.csv"))


@pytest.fixture
def country(tmp_path):
    """A copy of the template under another name, as a user makes one."""
    return Path(shutil.copytree(TEMPLATE, tmp_path / "configs" / "mycountry"))


def rows_of(name):
    with open(TEMPLATE / name, encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def columns(name):
    return list(rows_of(name)[0])


@pytest.mark.parametrize("name", TABLES)
def test_the_table_explains_its_columns(name):
    text = (TEMPLATE / name).read_text(encoding="utf-8")
    explained = re.findall(r"^# (\w+): ", text, re.M)
    assert [one for one in explained if one != "grid"] == columns(name)


@pytest.mark.parametrize("name", TABLES)
def test_the_page_explains_its_columns(name):
    page = (TEMPLATE / "README.md").read_text(encoding="utf-8")
    section = page.split(f"### `{name}`\n")[1].split("\n### ")[0].split("\n## ")[0]
    firsts = re.findall(r"^\| (`[^|]*`) \|", section, re.M)
    named = [column for first in firsts for column in re.findall(r"`(\w+)`", first)]
    assert sorted(named) == sorted(columns(name))


def test_it_has_what_a_country_has():
    places = rows_of("places.csv")
    assert {one["kind"] for one in places} == {"town", "base", "camp", "foreign_town"}
    assert len({one["country"] for one in rows_of("grid.csv")}) == 2
    assert len({one["region"] for one in rows_of("grid.csv")} - {""}) == 2
    assert len(rows_of("actors.csv")) == 2


def test_every_file_of_the_scenario_is_in_the_list():
    page = (TEMPLATE / "README.md").read_text(encoding="utf-8")
    listed = page.split("## What must be there")[1].split("\n## ")[0]
    files = {path.name for path in TEMPLATE.iterdir()} - {"README.md"}
    assert set(re.findall(r"`([\w-]+\.(?:csv|toml))`", listed)) == files
    scenario = tomllib.loads((TEMPLATE / "country.toml").read_text(encoding="utf-8"))
    assert set(TABLES) <= {one for one in scenario["world"].values() if isinstance(one, str)}


def test_check_run_and_validate(azalai, country, tmp_path):  # noqa: F811
    done = azalai("check", country / "country.toml", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["days"] == 182
    done = azalai("run", country / "country.toml", "-o", "kesra.h5", "--json")
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    assert len(outcome["figures"]) == 4
    with h5py.File(tmp_path / "kesra.h5") as file:
        assert file["totals/deaths"][:].sum() > 20
        assert file["totals/refugees"][-1] > 100
        assert file["totals/idps"][-1] > 100
    done = azalai("validate", "kesra.h5", "--json")
    assert done.returncode == 0, done.stderr
    assert "gini_cells_events" in done.stdout


def test_without_the_truce_there_are_more_deaths(azalai, country):  # noqa: F811
    """Over five seeds: a single one may go either way."""
    done = azalai("sweep", country / "study.toml", "-o", "out", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "10 runs" in done.stdout + done.stderr
    done = azalai("sweep", country / "study.toml", "-o", "out", "--summary", "--json")
    assert done.returncode == 0, done.stderr
    summary = json.loads(done.stdout)
    assert summary["runs"] == 10
    deaths = {
        one["scenario"]: next(q for q in one["quantities"] if q["quantity"] == "deaths")
        for one in summary["scenarios"]
    }
    assert deaths["kesra-no-truce"]["mean"]["mean"] > deaths["kesra"]["mean"]["mean"] > 0


def test_what_is_optional_may_be_left_out(azalai, country):  # noqa: F811
    scenario = country / "country.toml"
    text = scenario.read_text(encoding="utf-8")
    kept = re.sub(r"^(registrations|stylised_facts) = .*\n", "", text, flags=re.M)
    assert len(kept) < len(text)
    scenario.write_text(kept, encoding="utf-8")
    for name in ["registrations.csv", "stylised_facts.csv"]:
        (country / name).unlink()
    done = azalai("run", scenario, "-o", "kesra.h5", "--days", 30)
    assert done.returncode == 0, done.stderr


def test_another_country_written_from_the_page_runs(azalai, country, tmp_path):  # noqa: F811
    make_tamra(country)
    done = azalai("check", country / "country.toml", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["days"] == 365
    done = azalai("run", country / "country.toml", "-o", "tamra.h5", "--quiet")
    assert done.returncode == 0, done.stderr
    with h5py.File(tmp_path / "tamra.h5") as file:
        assert sorted(file["actors/key"].asstr()[:]) == ["BLUE", "GUARD", "HILLMEN", "SOWERS"]
        assert file["totals/deaths"][:].sum() > 20
        assert file["totals/refugees"][-1] > 100 and file["totals/idps"][-1] > 100
    done = azalai("sweep", country / "study.toml", "-o", "out", "--summary", "--json")
    assert done.returncode == 0, done.stderr
    names = [one["scenario"] for one in json.loads(done.stdout)["scenarios"]]
    assert names == ["tamra", "kesra-no-truce"]
