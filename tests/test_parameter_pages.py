"""The pages of the rules state the parameters that the Mali scenario has."""

import importlib.util
from pathlib import Path

import pytest

spec = importlib.util.spec_from_file_location(
    "parameter_pages", Path(__file__).with_name("parameter_pages.py")
)
parameter_pages = importlib.util.module_from_spec(spec)
spec.loader.exec_module(parameter_pages)

PAGE = """
| key in `[war]` | unit | Mali | source |
|---|---|---|---|
| `rate` | 1/day | 0.5 | ours |

| class | `[war.value]` |
|---|---|
| `state` | 1 |

| `[war.deaths]` | `median` |
|---|---|
| `clash` | 3 |

```toml
[war.other]
on = true
days = 3.0    # [day]
kin = { "Burkina Faso" = 2.0, Niger = 1.0 }
```
"""
VALUES = {
    "war.rate": 0.5,
    "war.value.state": 1.0,
    "war.deaths.clash.median": 3.0,
    "war.other.on": True,
    "war.other.days": 3.0,
    "war.other.kin.Burkina Faso": 2.0,
    "war.other.kin.Niger": 1.0,
}


@pytest.mark.parametrize("rule", parameter_pages.RULES)
def test_page_has_the_parameters_of_the_scenario(rule):
    faults = parameter_pages.check_rule(rule)
    assert not faults, "correct the page: scripts/python tests/parameter_pages.py --update"


def test_page_that_agrees_has_no_faults_and_stays_as_it_is():
    page, keys, faults = parameter_pages.check_page(PAGE, VALUES)
    assert (page, keys, faults) == (PAGE, set(VALUES), [])


@pytest.mark.parametrize("key", VALUES)
def test_other_value_is_found(key):
    other = False if VALUES[key] is True else 7.5
    page, _, faults = parameter_pages.check_page(PAGE, VALUES | {key: other})
    assert len(faults) == 1 and key in faults[0]
    assert ("7.5" in page) == (other == 7.5)


def test_key_that_the_scenario_does_not_have_is_found():
    values = {key: value for key, value in VALUES.items() if key != "war.rate"}
    assert parameter_pages.check_page(PAGE, values)[2] == ["war.rate is not in the scenario"]
