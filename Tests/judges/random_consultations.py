"""Consultations made by chance, with all their answers: what a trial of statistical secrecy starts from."""

from dataclasses import dataclass, field


@dataclass
class Question:
    code: str
    kind: str
    codes: list
    rows: list = field(default_factory=list)
    is_mandatory: bool = False
    condition: tuple = ()

    def tables(self):
        return [(self, row) for row in self.rows] if self.kind == "array" else [(self, None)]

    def of(self, answer, row):
        """The codes that an answer counts under; None without one."""
        value = answer["values"].get(self.code)
        if value is None:
            return None
        if self.kind == "array":
            return {value[row]} if row in value else None
        if self.kind == "number":
            return {max((start for start in self.codes if int(start) <= value), key=int)}
        return {value} if self.kind == "list" else value


@dataclass
class Consultation:
    minimum: tuple
    communes: list
    questions: list
    answers: list

    def lines(self):
        yield f"minimum\t{self.minimum[0]}\t{self.minimum[1]}"
        for question in self.questions:
            condition = ":".join([question.condition[0], "", ",".join(question.condition[1])]) if question.condition else ""
            yield "\t".join([
                "question", question.code, question.kind, str(int(question.is_mandatory)), ",".join(question.codes),
                ",".join(question.rows), condition])
        for commune in self.communes:
            yield "\t".join(["commune", *commune])
        for answer in self.answers:
            values = [f"{code}={text(value)}" for code, value in answer["values"].items()]
            yield "\t".join(["answer", answer["way"], answer["commune"], answer["day"], *values])
        yield "count"


def text(value):
    if isinstance(value, dict):
        return ",".join(f"{row}:{step}" for row, step in sorted(value.items()))
    return ",".join(sorted(value)) if isinstance(value, set) else str(value)


def make(rng):
    return Consultation(rng.choice([(5, 3), (5, 3), (3, 2), (8, 4)]), communes := territory(rng), asked := questions(rng), answers(rng, communes, asked))


def territory(rng):
    """Arrondissements of some brigades each; one brigade of a single commune, some that lie across a border."""
    found, brigade = [], 0
    arrondissements = rng.randint(1, 3)
    for arrondissement in range(arrondissements):
        for _ in range(rng.randint(1, 4)):
            brigade += 1
            for _ in range(rng.choice([1, 4, 8, 10, 14, 20])):
                home = rng.randrange(arrondissements) if rng.random() < 0.01 else arrondissement
                found.append([f"A{home}", f"B{brigade}", rng.choices(["0", "500", "2000", "10000"], [5, 4, 2, 0.3])[0]])
    return [[f"74{number:03}", *groups] for number, groups in enumerate(found)]


def questions(rng):
    def codes(least, most):
        return [f"A{number}" for number in range(1, rng.randint(least, most) + 1)]

    first = Question("Q1", "list", codes(2, 5), is_mandatory=rng.random() < 0.5)
    others = [
        Question("Q2", "multiple", codes(2, 5)), Question("Q3", "array", codes(2, 4), ["L1", "L2"]),
        Question("Q4", "number", ["0", "3", "10"]), Question("Q5", "text", codes(2, 3)),
        Question("Q6", "list", codes(2, 3), condition=("Q1", tuple(rng.sample(first.codes, 1))), is_mandatory=rng.random() < 0.5),
    ]
    return [first, *sorted(rng.sample(others, 2), key=lambda question: question.code)]


def answers(rng, communes, asked):
    """Some weeks, some ways, tastes that are far from even: many small cells, some that all agree on."""
    tastes = {(q.code, code): rng.random() ** 2 + 0.02 for q in asked for code in q.codes}
    turnout = rng.choice([0.25, 0.45, 0.7, 0.95])
    found = []
    for commune in communes:
        for _ in range((rng.random() < turnout) + (rng.random() < 0.02)):
            values = {}
            for question in asked:
                value = chosen(rng, question, tastes, values)
                if value is not None:
                    values[question.code] = value
            found.append({
                "way": rng.choices(["web", "dossier", "paper"], [8, 1, 0.5])[0],
                "commune": "" if rng.random() < 0.02 else commune[0], "day": f"2026-10-{rng.randint(5, 31):02}", "values": values})
    return found


def chosen(rng, question, tastes, values):
    if question.condition and values.get(question.condition[0]) not in question.condition[1]:
        return None
    if not question.is_mandatory and rng.random() < 0.08:
        return None
    weights = [tastes[question.code, code] for code in question.codes]
    if question.kind == "list":
        return rng.choices(question.codes, weights)[0]
    if question.kind == "number":
        return int(rng.choices(question.codes, weights)[0]) + rng.randint(0, 2)
    if question.kind == "array":
        return {row: rng.choices(question.codes, weights)[0] for row in question.rows if rng.random() > 0.03} or None
    return {code for code, weight in zip(question.codes, weights) if rng.random() < weight}
