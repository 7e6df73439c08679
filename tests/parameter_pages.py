"""Compare the parameters on the pages of the rules with those of the Mali scenario.

    scripts/python tests/parameter_pages.py            # names every difference
    scripts/python tests/parameter_pages.py --update   # writes the scenario's values into the pages

A page is models/RULE/README.md. It states values in

- tables headed "key in `[section]`", in their column "Mali";
- tables of a section below it, headed "`[section]`": one row and one column a key;
- tables of classes, headed "class": a column for each section that its head names;
- blocks of TOML.

Every parameter of the rule must be on its page, and every parameter there in the scenario.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCENARIO = ROOT / "configs/mali/mali-2012-2016.toml"
RULES = [
    "timeline",
    "seasons",
    "economy",
    "recruitment",
    "forces",
    "politics",
    "mediation",
    "agreement",
    "cantonment",
    "retreat",
    "buffer_zone",
    "joint_patrol",
    "election",
    "spillover",
    "movement",
    "peacekeeping",
    "attack",
    "communal",
    "explosives",
    "hostages",
    "protest",
    "control",
    "captives",
    "pacts",
    "aftermath",
    "reporting",
    "displacement",
]


def flatten(table: dict, prefix: str = "") -> dict[str, object]:
    """Name every value of a nested table by its dotted key."""
    flat = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= flatten(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = value
    return flat


def written(value: object) -> str:
    """A value as a page writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(written(one) for one in value)
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else str(value)
    return str(value)


def check_page(page: str, values: dict[str, object]) -> tuple[str, set[str], list[str]]:
    """Set a page beside the values of a scenario.

    Parameters
    ----------
    page : str
        Markdown.
    values : dict of str to object
        The scenario's values by dotted key.

    Returns
    -------
    str
        The page with the scenario's values; in blocks of TOML the numbers only.
    set of str
        Keys that the page states.
    list of str
        Differences, one sentence each.
    """
    keys: set[str] = set()
    faults: list[str] = []

    def stated(key: str, cell: str) -> str:
        keys.add(key)
        if key not in values:
            faults.append(f"{key} is not in the scenario")
        elif cell != written(values[key]):
            faults.append(f"{key} = {cell} (the scenario has {written(values[key])})")
            return written(values[key])
        return cell

    lines = page.splitlines()
    head: list[str] = []
    block: list[str] | None = None
    for i, line in enumerate(lines):
        if line.startswith("```"):
            if block:
                for key, value in flatten(tomllib.loads("\n".join(block))).items():
                    stated(key, written(value))
            block = [] if line == "```toml" else None
            section = ""
            continue
        if block is not None:
            block.append(line)
            table = re.match(r"\[([a-z_.]+)\]", line)
            section = table.group(1) if table else section
            lines[i] = _with_value(line, section, values)
        if not line.startswith("|"):
            head = []
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not head:
            head = cells
            continue
        names = re.findall(r"`([^`]+)`", cells[0])
        if not names:
            continue
        first = _section(head[0])
        before = list(cells)
        for column, title in enumerate(head[1:], 1):
            if head[0].startswith("key in "):
                wanted = [f"{first}.{name}" for name in names] if title == "Mali" else []
            elif first:
                wanted = [f"{first}.{names[0]}.{title.strip('`')}"]
            else:
                wanted = [f"{_section(title)}.{names[0]}"] if _section(title) else []
            for key in wanted:
                cells[column] = stated(key, cells[column])
        if cells != before:
            lines[i] = "| " + " | ".join(cells) + " |"
    return "\n".join(lines) + "\n", keys, faults


def _with_value(line: str, section: str, values: dict[str, object]) -> str:
    """A line of TOML with the scenario's numbers, its comment where it was."""
    name = re.match(r"(\w+) *= ", line)
    if not name:
        return line
    before, hash_sign, comment = line.partition("#")
    prefix = f"{section}.{name.group(1)}" if "{" in before else section

    def renewed(found: re.Match) -> str:
        key, equals, number = found.groups()
        value = values.get(f"{prefix}.{key.strip(chr(34))}")
        if not isinstance(value, (int, float)) or float(number) == value:
            return found.group()
        return f"{key}{equals}{value}"

    after = re.sub(r'("[^"]+"|\w+)( *= *)([-+.\de]+)', renewed, before)
    if after != before and comment:
        after = after.rstrip().ljust(len(before) - 2) + "  "
    return after + hash_sign + comment


def _section(title: str) -> str:
    found = re.search(r"`\[([a-z_.]+)\]`", title)
    return found.group(1) if found else ""


def check_rule(rule: str, update: bool = False) -> list[str]:
    """Differences between a rule's page and the scenario; the page is corrected if asked."""
    values = flatten(tomllib.loads(SCENARIO.read_text(encoding="utf-8")))
    path = ROOT / "models" / rule / "README.md"
    page, keys, faults = check_page(path.read_text(encoding="utf-8"), values)
    missing = [key for key in values if key.startswith(f"{rule}.") and key not in keys]
    if update:
        path.write_text(page, encoding="utf-8")
    return faults + [f"{key} is not on the page" for key in missing]


def main() -> int:
    """Check every rule; 1 if anything differs."""
    faults = [
        f"models/{rule}/README.md: {fault}"
        for rule in RULES
        for fault in check_rule(rule, "--update" in sys.argv[1:])
    ]
    print("\n".join(faults) or "Every page has the scenario's parameters.")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
