"""Figures of the runs → a table for people and JSON for programs."""

import json
import os
import platform
import statistics
from dataclasses import asdict


def summary(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


class Report:
    def __init__(self):
        self.machine = {
            "cores": len(os.sched_getaffinity(0)), "system": platform.platform(), "python": platform.python_version()}
        self.works = []

    def work(self, title, notes=()):
        work = {"title": title, "notes": list(notes), "programs": [], "ratios": []}
        self.works.append(work)
        return Work(work)

    def save(self, path):
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"machine": self.machine, "works": self.works}, file, ensure_ascii=False, indent=1)


class Work:
    """Prints its table once all is measured; keeps everything for the JSON file."""

    def __init__(self, record):
        self.record = record
        self.costs = {}

    def add(self, program, cost):
        self.costs.setdefault(program, []).append(cost)

    def median(self, program, what):
        return statistics.median(getattr(cost, what) for cost in self.costs[program])

    def note(self, text):
        self.record["notes"].append(text)

    def ratio(self, name, value, target=None):
        """`target`: what the ratio must reach; printed beside it."""
        self.record["ratios"].append({"name": name, "value": value, "target": target})

    def compare(self, ours, theirs, cpu=None):
        """How many times less `ours` takes; `cpu`: the factor to reach."""
        for what, target in (("cpu", cpu), ("wall", None), ("peak", None)):
            value = self.median(theirs, what) / max(self.median(ours, what), 1e-9)
            label = {"cpu": "CPU", "wall": "wall time", "peak": "memory"}[what]
            self.ratio(f"{label}, {theirs} ÷ {ours}", value, target)

    def limit(self, name, value, most):
        """A figure that must stay under `most`."""
        self.record["ratios"].append({"name": name, "value": value, "limit": most})

    def print(self):
        record = self.record
        for program, costs in self.costs.items():
            record["programs"].append({
                "name": program, "runs": [asdict(cost) for cost in costs],
                **{what: summary([getattr(cost, what) for cost in costs]) for what in ("wall", "cpu", "peak")},
            })
        print(f"\n{record['title']}\n{'-' * len(record['title'])}")
        print(f"{'':26}{'runs':>5}  {'CPU s (min–max)':>22}  {'wall s (min–max)':>22}  {'peak MB':>8}")
        for row in record["programs"]:
            print(f"{row['name']:26}{len(row['runs']):>5}  {spread(row['cpu']):>22}  {spread(row['wall']):>22}  "
                  f"{row['peak']['max']:>8.0f}")
        for ratio in record["ratios"]:
            print(f"  {ratio['name']:<52} {figure(ratio)}")
        for note in record["notes"]:
            print(f"  {note}")
        print(flush=True)


def spread(values):
    return f"{values['median']:.2f} ({values['min']:.2f}–{values['max']:.2f})"


def figure(ratio):
    value = ratio["value"]
    text = f"{value:8.1f}"
    if ratio.get("target"):
        return f"{text} ×   at least {ratio['target']}: {'yes' if value >= ratio['target'] else 'NO'}"
    if ratio.get("limit"):
        return f"{text}     under {ratio['limit']}: {'yes' if value < ratio['limit'] else 'NO'}"
    return f"{text} ×"
