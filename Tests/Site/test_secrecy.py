"""What statistical secrecy hides cannot be worked out, by a solver that is not ours; and it hides little."""

import random
import subprocess

import pytest

from judges.attack import Attack
from judges.cells import Cells
from judges.program import ROOT
from judges.random_consultations import make

TRY_SECRECY = ROOT / ".build/debug/try-secrecy"
MINIMUM = 5


def table(rng, rows, columns, scale):
    """Groups by answers, with the totals of both."""
    cells = Cells()
    counts = [[max(0, round(rng.gauss(scale / 2, scale / 2.5))) for _ in range(columns)] for _ in range(rows)]

    def cell(count, answers):
        return cells.add(count, 0 < count < MINIMUM or (count == 0 and answers < 2 * MINIMUM))

    inside = [[cell(count, sum(row)) for count in row] for row in counts]
    rights = [cells.add(sum(row)) for row in counts]
    bottoms = [cell(sum(column), sum(map(sum, counts))) for column in zip(*counts)]
    whole = cells.add(sum(map(sum, counts)))
    for right, row in zip(rights, inside):
        cells.total(right, row)
    for bottom, column in zip(bottoms, zip(*inside)):
        cells.total(bottom, column)
    cells.total(whole, bottoms)
    cells.total(whole, rights)
    return cells


def hidden_by_us(systems):
    """What the engine hides of each, all in one process."""
    text = "".join(f"{line}\n" for system in systems for line in system.lines())
    done = subprocess.run([TRY_SECRECY, "cells"], input=text, capture_output=True, text=True, check=True, timeout=300)
    answers = [line.split(";") for line in done.stdout.splitlines()]
    assert len(answers) == len(systems)
    assert all(exposed == "[]" for _, exposed in answers), "a table could not be protected at all"
    return [{int(cell) for cell in hidden.split()} for hidden, _ in answers]


@pytest.fixture(scope="module")
def small():
    rng = random.Random(20261124)
    systems = [table(rng, rng.choice([2, 3]), rng.choice([3, 4]), rng.choice([12, 20, 30])) for _ in range(40)]
    return list(zip(systems, hidden_by_us(systems)))


def test_nothing_hidden_is_worked_out_of_small_tables(small):
    for system, hidden in small:
        assert not system.recovered(hidden, asked=sorted(hidden))


def test_the_judge_finds_what_is_not_protected(small):
    """Hiding only what is sensitive lets totals give it back: the judge must see that."""
    bare = [{i for i, is_sensitive in enumerate(system.sensitive) if is_sensitive} for system, _ in small]
    assert sum(bool(system.recovered(hidden)) for (system, _), hidden in zip(small, bare)) > len(small) / 3


def test_as_much_is_published_as_the_best_pattern_would(small):
    published = best = 0
    for system, hidden in small[:24]:
        sensitive = sum(system.sensitive)
        lost = len(hidden) - sensitive
        others = len(system.counts) - sensitive
        published += others - lost
        best += others - system.fewest_lost(at_most=lost)
    assert best > 100 and published >= 0.9 * best, f"{published} cells are published, {best} could be"


def test_nothing_hidden_is_worked_out_of_tables_as_large_as_a_departement():
    rng = random.Random(74)
    systems = [table(rng, 35, 12, scale) for scale in (6, 12, 20)]
    for system, hidden in zip(systems, hidden_by_us(systems)):
        assert not system.recovered(hidden, asked=sorted(hidden))
        assert len(hidden) < len(system.counts) / 2 + sum(system.sensitive)


@pytest.fixture(scope="module")
def consultations():
    """200 of them, each with the `results.yml` that is made of its answers; those with too few answers have none."""
    rng = random.Random(20261129)
    made = [make(rng) for _ in range(200)]
    text = "".join(f"{line}\n" for consultation in made for line in consultation.lines())
    done = subprocess.run([TRY_SECRECY, "answers"], input=text, capture_output=True, text=True, check=True, timeout=600)
    results = done.stdout.split("---\n")[:-1]
    assert len(results) == len(made)
    assert "# fault" not in done.stdout, "what was counted would be refused by a build"
    told = [Attack(*pair) for pair in zip(made, results) if not pair[1].startswith("none")]
    assert len(told) > 150
    return told


def test_no_sensitive_count_is_recovered_from_results(consultations):
    for number, attack in enumerate(consultations):
        assert not (found := attack.recovered()), f"{number}: {found[:3]} and {len(found) - 3} more"


def test_the_attack_recovers_what_is_published_without_care(consultations):
    assert sum(bool(attack.recovered(careless=True)) for attack in consultations[:40]) > 20


def test_results_are_not_merely_hidden(consultations):
    told, cells = map(sum, zip(*(attack.shares() for attack in consultations)))
    assert cells > 2000 and told > 0.5 * cells, f"{told} of {cells} cells that are not sensitive are told"
