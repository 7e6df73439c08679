"""Write models/VALIDATION.md from what `azalai validate --json` says of prior and posterior runs.

    azalai validate out/prior/*.h5 --json > out/prior.json
    azalai validate out/posterior/*.h5 --json > out/posterior.json
    scripts/python -m analysis.mali.validation_page STUDY.toml out/prior.json out/posterior.json \
        --reasons analysis/mali/misses.toml > models/VALIDATION.md

A miss needs a reason: one that the table of reasons lacks is printed as "not explained".
"""

import argparse
import json
import tomllib
from collections import defaultdict
from pathlib import Path

from analysis.mali.draws import read_study


HEAD = (Path(__file__).parent / "validation_head.md").read_text("utf-8")


def is_target(figure, until):
    """Whether the calibration was asked to meet a documented figure."""
    return figure["use"] == "target" and figure["end"] <= until and figure["simulated"] is not None


def is_inside(figure):
    return figure["interval_overlaps"]


def number(value):
    """A number as people read it."""
    if value is None or value != value:
        return "-"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def span(figure):
    low, high = figure["low"], figure["high"]
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)} to {number(high)}"
    return f">= {number(low)}" if low is not None else f"<= {number(high)}"


def interval(simulated):
    if simulated is None:
        return "-"
    return "{} ({} to {})".format(*(number(simulated[k]) for k in ("median", "p05", "p95")))


def mean(values):
    values = [value for value in values if value is not None]
    return sum(values) / len(values) if values else float("nan")


def scores(figures):
    """Figures inside, all, and mean interval scores of the runs and of the baseline."""
    both = [
        (f["interval_score"], f["baseline"]["interval_score"])
        for f in figures
        if f.get("baseline") and f["interval_score"] is not None
    ]
    return (
        sum(map(is_inside, figures)),
        len(figures),
        mean([one for one, _ in both]),
        mean([other for _, other in both]),
    )


def by_quantity(figures):
    groups = defaultdict(list)
    for figure in figures:
        groups[figure["quantity"]].append(figure)
    return groups


def print_scores(title, groups):
    print(f"\n## {title}\n")
    print("| figures | inside: prior | posterior | interval score: prior | posterior | baseline |")
    print("|---|---|---|---|---|---|")
    for name, (prior, posterior) in groups.items():
        one, other = scores(prior), scores(posterior)
        print(
            f"| {name} | {one[0]} of {one[1]} | {other[0]} of {other[1]} "
            f"| {number(one[2])} | {number(other[2])} | {number(other[3])} |"
        )


def print_figures(prior, posterior, reasons):
    before = {figure["id"]: figure for figure in prior}
    print("\n## Every target\n")
    print("| figure | observer | documented | prior | posterior | inside | why not |")
    print("|---|---|---|---|---|---|---|")
    for figure in posterior:
        inside = is_inside(figure)
        why = "" if inside else reasons.get(figure["id"], "not explained")
        print(
            f"| {figure['id']} | {figure['observer']} | {span(figure)} "
            f"| {interval(before[figure['id']]['simulated'])} | {interval(figure['simulated'])} "
            f"| {'yes' if inside else '**no**'} | {why} |"
        )


def range_of(target):
    low, high = target["low"], target["high"]
    return span({"low": low, "high": high})


def fact_inside(fact):
    """Whether the 90 % interval of the runs touches that of the fact; None: not computed."""
    simulated, target = fact["simulated"], fact["target"]
    if simulated is None:
        return None
    low, high = target["low"], target["high"]
    return (high is None or simulated["p05"] <= high) and (low is None or simulated["p95"] >= low)


def print_facts(prior, posterior, reasons):
    before = {fact["key"]: fact for fact in prior}
    print("\n## Stylised facts of the same period\n")
    print("Median inside: the strict reading. Touched: the 90 % interval of the runs reaches it.\n")
    print("| fact | target | prior | posterior | median inside | touched | why not |")
    print("|---|---|---|---|---|---|---|")
    for fact in posterior:
        if fact["period"] != "same":
            continue
        touched = fact_inside(fact)
        why = "" if fact["inside"] else reasons.get(fact["key"], "not explained")
        print(
            f"| {fact['target']['label']} | {range_of(fact['target'])} "
            f"| {interval(before.get(fact['key'], {}).get('simulated'))} "
            f"| {interval(fact['simulated'])} | {'yes' if fact['inside'] else '**no**'} "
            f"| {'yes' if touched else '**no**'} | {why} |"
        )


def counted(facts):
    same = [fact for fact in facts if fact["period"] == "same"]
    return (
        sum(bool(fact["inside"]) for fact in same),
        sum(bool(fact_inside(fact)) for fact in same),
        len(same),
    )


def print_head(read, targets):
    """Print the title and the sums."""
    inside, count, score, baseline = scores(targets[1])
    medians, touched, facts = counted(read[1]["facts"])
    print(HEAD)
    print(f"{len(read[1]['files'])} runs, each with a draw of the posterior and a seed of its own;")
    print(f"{len(read[0]['files'])} runs with draws of the prior, of the same seeds.\n")
    print(
        f"- **Targets** (calibrated to): {inside} of {count} ({inside / count:.0%}) inside the 90 %"
    )
    print("  interval of the posterior runs; wanted: 85 %.")
    print(f"- **Interval score** of targets with a baseline: {number(score)}; naive baseline:")
    print(f"  {number(baseline)}. Lower is better.")
    print(
        f"- **Stylised facts** of the same period: {medians} of {facts} medians inside, {touched}"
    )
    print("  touched by the 90 % interval.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("study")
    parser.add_argument("prior")
    parser.add_argument("posterior")
    parser.add_argument("--reasons", help="reasons of misses by id (TOML)")
    options = parser.parse_args()
    study = read_study(options.study)
    until = str(study["targets"]["until"])
    left_out = {row["id"] for row in study["targets"].get("exclude", [])}
    reasons = {}
    if options.reasons:
        with open(options.reasons, "rb") as file:
            reasons = tomllib.load(file)
    read = [
        json.loads(Path(path).read_text("utf-8")) for path in (options.prior, options.posterior)
    ]
    targets, others = ([], []), ([], [])
    for i, answer in enumerate(read):
        for figure in answer["figures"]:
            if figure["simulated"] is None or figure["end"] > until:
                continue
            chosen = is_target(figure, until) and figure["id"] not in left_out
            (targets if chosen else others)[i].append(figure)
    print_head(read, targets)
    groups = {"all targets": targets}
    grouped = [by_quantity(part) for part in targets]
    groups |= {name: (grouped[0][name], grouped[1][name]) for name in grouped[1]}
    print_scores("Targets, by quantity", groups)
    grouped = [by_quantity(part) for part in others]
    rest = {"all others": others}
    rest |= {name: (grouped[0].get(name, []), grouped[1][name]) for name in grouped[1]}
    print_scores("Figures that were not targets: checks, and those excluded", rest)
    print_figures(*targets, reasons)
    print_facts(read[0]["facts"], read[1]["facts"], reasons)


if __name__ == "__main__":
    main()
