"""The description of the model is complete: assumptions, mechanisms and rules."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DESCRIPTION = (ROOT / "models/README.md").read_text(encoding="utf-8")
PAGES = sorted((ROOT / "models").glob("*/README.md"))
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in DESCRIPTION.splitlines()
    if line.startswith("|")
]


def test_every_assumption_of_a_page_is_listed_and_every_listed_one_is_on_a_page():
    stated = set()
    for page in PAGES:
        stated |= set(re.findall(r"^- \*\*([A-Z]{1,2}\d+)\*\*", page.read_text(), re.MULTILINE))
    listed = [row[0] for row in ROWS if len(row) == 2 and re.fullmatch(r"[A-Z]{1,2}\d+", row[0])]
    assert len(listed) == len(set(listed))
    assert set(listed) == stated


@pytest.mark.parametrize("number", range(1, 41))
def test_every_mechanism_of_the_sources_has_its_rule_and_its_test(number):
    (row,) = (row for row in ROWS if row[0] == f"M{number}" and len(row) == 4)
    names = re.findall(r"`(\w+)`", row[3])
    rules = [name for name in names if not name.endswith("_test")]
    tests = [name for name in names if name.endswith("_test")]
    assert rules and tests, row
    for rule in rules:
        assert (ROOT / "models" / rule).is_dir(), rule
    for test in tests:
        assert list((ROOT / "tests/models").glob(f"*/{test}.cpp")), test


def test_every_rule_of_the_day_has_its_page_in_the_description():
    for page in PAGES:
        rule = page.parent.name
        assert f"({rule}/README.md)" in DESCRIPTION, rule


def test_the_order_of_the_day_is_that_of_the_schedule():
    source = (ROOT / "models/schedule/daily.cpp").read_text(encoding="utf-8")
    added = re.findall(r'add(?:_violent)?\("(\w+)"', source)
    day = [name for name in added if name != "conflict_table"]
    described = [row[1] for row in ROWS if len(row) == 4 and row[0].isdigit()]
    assert described == day
