"""What somebody works out of a `results.yml`, who knows which communes were asked and how counts add up.

Everything is expressed in numbers of answers of the smallest groups that two axes make (a brigade's communes of one class
in one arrondissement), by code: what is published fixes sums of them, the rest is free.
"""

from collections import Counter

import numpy as np
import yaml
from scipy.optimize import linprog
from scipy.sparse import csr_array

AXES = {"arrondissement": 1, "brigade": 2, "size": 3}


class Attack:
    def __init__(self, consultation, published):
        self.consultation = consultation
        self.results = yaml.safe_load(published)
        self.atoms = Counter(tuple(commune[1:]) for commune in consultation.communes)
        place = {commune[0]: tuple(commune[1:]) for commune in consultation.communes}
        # Answers of nowhere are a group of their own; a commune known to have answered twice has room for it.
        for answer in consultation.answers:
            answer["atom"] = place.get(answer["commune"], ("", "", ""))
        self.turnout = Counter(answer["atom"] for answer in consultation.answers)
        self.order = sorted(set(self.atoms) | set(self.turnout))
        self.room = {
            atom: max(self.atoms[atom], self.turnout[atom]) if atom[0] else len(consultation.answers) for atom in self.order}

    def groups(self):
        """(axis, name) → its atoms; the département is (None, None)."""
        yield (None, None), list(self.order)
        for axis, column in AXES.items():
            for name in sorted({atom[column - 1] for atom in self.order} - {""}):
                yield (axis, name), [atom for atom in self.order if atom[column - 1] == name]

    def participation(self):
        return {
            (axis["axis"], row["group"]): row["answers"] for axis in self.results.get("participation", []) for row in axis["rows"]}

    def tables(self):
        """Questions that bound each other are attacked together: a question and the one it depends on."""
        found = []
        for question in self.consultation.questions:
            own = question.tables()
            if question.condition:
                found[[q.code for q, _ in (cluster[0] for cluster in found)].index(question.condition[0])] += own
            else:
                found += [[table] for table in own]
        return found

    def clusters(self):
        groups = dict(self.groups())
        return [Cluster(self, tables, groups) for tables in self.tables()]

    def recovered(self, careless=False):
        """What is sensitive and known to within one, as words; that every published count is the true one is asserted.
        With `careless`, as if all that is not sensitive by itself were published."""
        return [words for cluster in self.clusters() for words in cluster.recovered(careless)]

    def shares(self):
        """Of cells of tables that are not sensitive by themselves and whose group is told: (published, all)."""
        return tuple(map(sum, zip(*(cluster.shares() for cluster in self.clusters()))))

    def published_cells(self, question, row):
        """((axis, group), code or None for all who answered) → count or « caché »."""
        (table,) = [t for t in self.results["tables"] if t["question"] == question.code and t.get("row") == row]
        rows = [((None, None), table)] + [
            ((part["axis"], group["group"]), group) for part in table.get("breakdowns", []) for group in part["groups"]]
        for group, cells in rows:
            yield (group, None), cells["answered"]
            for code, cell in zip(table["codes"], cells["cells"]):
                yield (group, code), cell


class Cluster:
    """Tables that bound each other: one linear program."""

    def __init__(self, attack, tables, groups):
        self.attack, self.tables, self.groups = attack, tables, groups
        self.atoms = attack.order
        self.columns, self.truth, self.highest = {}, [], []
        self.equal, self.less = [], []
        answers = attack.consultation.answers
        for atom in self.atoms:
            self.column(("n", atom), attack.turnout[atom], attack.room[atom])
        for index, (question, row) in enumerate(tables):
            counted = Counter()
            for answer in answers:
                codes = question.of(answer, row)
                if codes is not None:
                    counted[answer["atom"], None] += 1
                    counted.update((answer["atom"], code) for code in codes)
            for atom in self.atoms:
                for code in [None, *question.codes]:
                    self.column((index, atom, code), counted[atom, code], attack.room[atom])
        self.relate()
        self.publish()

    def column(self, key, count, highest):
        self.columns[key] = len(self.truth)
        self.truth.append(count)
        self.highest.append(highest)

    def row(self, *terms):
        return {self.columns[key]: factor for key, factor in terms}

    def relate(self):
        """What everybody knows without reading anything."""
        for index, (question, _) in enumerate(self.tables):
            for atom in self.atoms:
                answered = (index, atom, None)
                self.less.append((self.row((answered, 1), (("n", atom), -1)), 0))
                codes = [((index, atom, code), 1) for code in question.codes]
                if question.kind in ("multiple", "text"):
                    self.less += [(self.row(code, (answered, -1)), 0) for code in codes]
                else:
                    self.equal.append((self.row(*codes, (answered, -1)), 0))
                if question.condition:
                    allowed = [((0, atom, code), -1) for code in question.condition[1]]
                    known = self.equal if question.is_mandatory else self.less
                    known.append((self.row((answered, 1), *allowed), 0))
                elif question.is_mandatory:
                    self.equal.append((self.row((answered, 1), (("n", atom), -1)), 0))

    def total(self, key, group):
        return {self.columns[(*key[:1], atom, *key[1:])]: 1 for atom in self.groups[group]}

    def true(self, terms):
        return sum(self.truth[column] * factor for column, factor in terms.items())

    def publish(self):
        self.base = len(self.equal) + 1
        self.fix(self.total(("n",), (None, None)), self.attack.results["answers"])
        for group, count in self.attack.participation().items():
            self.fix(self.total(("n",), group), count)
        for _, count, terms in self.cells():
            self.fix(terms, count)

    def fix(self, terms, count):
        if count == "caché":
            return
        assert count == self.true(terms), f"{count} is published, {self.true(terms)} is true"
        self.equal.append((terms, count))

    def sensitive(self):
        """By the rules of docs/secret-statistique.md, written anew: which cell, in words, terms, how wide its bounds must be."""
        answers_minimum, communes_minimum = self.attack.consultation.minimum
        small = 2 * answers_minimum
        for group, atoms in self.groups.items():
            inside = [answer for answer in self.attack.consultation.answers if answer["atom"] in set(atoms)]
            asked = sum(self.attack.atoms[atom] for atom in atoms)
            room = min(2, sum(self.attack.room[atom] for atom in atoms))
            whole = crowd(inside)
            is_small = (
                whole[0] < answers_minimum or whole[1] < communes_minimum or asked < communes_minimum
                or (whole[1] >= asked and asked < small)) and group[0] is not None
            if is_small:
                yield ("n", group, None), f"answers of {group}", self.total(("n",), group), room
            for index, (question, row) in enumerate(self.tables):
                answering = [answer for answer in inside if question.of(answer, row) is not None]
                all_of_them = crowd(answering)
                too_few = all_of_them[0] < answers_minimum or all_of_them[1] < communes_minimum
                for code in question.codes:
                    part = crowd([answer for answer in answering if code in question.of(answer, row)])
                    is_sensitive = is_small or too_few or (
                        all_of_them[0] < small if part[0] in (0, all_of_them[0])
                        else part[0] < answers_minimum or part[1] < communes_minimum)
                    if is_sensitive:
                        yield (index, group, code), f"{question.code} {row or ''} {code} of {group}", self.total((index, code), group), room

    def recovered(self, careless):
        found = []
        sensitive = list(self.sensitive())
        asked = [cell for _, *cell in sensitive]
        equal = self.equal + (self.careless({key for key, *_ in sensitive}) if careless else [])
        for (words, terms, width), low, high in zip(asked, *self.bounds(asked, equal)):
            # What follows from the number of answers alone no pattern can hide.
            if high - low < width - 1e-6:
                (known_low,), (known_high,) = self.bounds([(words, terms, width)], self.equal[: self.base])
                if known_high - known_low >= width - 1e-6:
                    found.append(f"{words} is {self.true(terms)}: between {low:.2f} and {high:.2f}")
        return found

    def cells(self):
        """Of tables: (table, group, code), what is published of it, what it is a sum of."""
        for index, (question, row) in enumerate(self.tables):
            for (group, code), count in self.attack.published_cells(question, row):
                yield (index, group, code), count, self.total((index, code), group)

    def careless(self, sensitive):
        return [
            (terms, self.true(terms)) for key, count, terms in self.cells()
            if count == "caché" and key[2] is not None and key not in sensitive]

    def shares(self):
        sensitive = {key for key, *_ in self.sensitive()}
        told = [count != "caché" for key, count, _ in self.cells() if key[2] is not None and key not in sensitive]
        return sum(told), len(told)

    def bounds(self, asked, equal):
        equal, right = matrix(equal, len(self.truth))
        less, most = matrix(self.less, len(self.truth))
        totals, _ = matrix([(terms, 0) for _, terms, _ in asked], len(self.truth))
        # Each point found bounds all totals at once: few of them need a look of their own.
        low = high = totals @ np.array(self.truth, dtype=float) if asked else np.zeros(0)
        for index, (_, terms, width) in enumerate(asked):
            for direction in (1, -1):
                if high[index] - low[index] >= width - 1e-6:
                    break
                costs = np.zeros(len(self.truth))
                costs[list(terms)] = direction
                solved = linprog(
                    costs, A_ub=less, b_ub=most, A_eq=equal, b_eq=right, bounds=np.array([np.zeros(len(costs)), self.highest]).T)
                assert solved.status == 0, solved.message
                low, high = np.minimum(low, totals @ solved.x), np.maximum(high, totals @ solved.x)
        return low, high


def crowd(answers):
    return len(answers), len({answer["commune"] for answer in answers} - {""}) + sum(not answer["commune"] for answer in answers)


def matrix(rows, width):
    cells = [(line, column, factor) for line, (terms, _) in enumerate(rows) for column, factor in terms.items()]
    lines, columns, factors = zip(*cells) if cells else ((), (), ())
    return csr_array((factors, (lines, columns)), shape=(len(rows), width)), [right for _, right in rows]
