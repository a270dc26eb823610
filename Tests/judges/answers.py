"""Random files of answers to a consultation, as LimeSurvey, Démarches simplifiées and people at a keyboard write them.

One consultation is drawn, people answer it, and the same answers are written in one of many forms.
"""

import csv
import datetime
import io
import random

OPENS = datetime.date(2026, 6, 8)
CLOSES = datetime.date(2026, 7, 17)

SURVEY = {
    "title": "Essai", "summary": "Un essai.", "who": "Les maires", "status": "open", "contact": {"function": "Le bureau"},
    "opens": str(OPENS), "closes": str(CLOSES),
}
WORDS = ["Oui", "Non, jamais", "Peut-être", "Plutôt « oui »", "Sans avis", "Très bien ; merci", "L’été", "Autrement dit : non"]
FRENCH = {
    "id": "ID de la réponse", "submitdate": "Date de soumission", "lastpage": "Dernière page", "startlanguage": "Langue de départ",
    "seed": "Tête de série", "startdate": "Date de lancement", "datestamp": "Date de la dernière action", "token": "Code d'accès",
}
ENGLISH = {
    "id": "Response ID", "submitdate": "Date submitted", "lastpage": "Last page", "startlanguage": "Start language",
    "seed": "Seed", "startdate": "Date started", "datestamp": "Date last action", "token": "Access code",
}


def choices(rng, least, most, prefix):
    words = rng.sample(WORDS, rng.randint(least, most))
    return {f"{prefix}{number}": word for number, word in enumerate(words, 1)}


def questions(rng, anonymous):
    """Code → keys of `questions.yml`, each kind at least once; the second depends on the first."""
    found = {
        "LIST": {"kind": "list", "choices": choices(rng, 2, 5, "A"), "other": rng.random() < 0.6},
        "COND": {"kind": "list", "choices": choices(rng, 2, 3, "B"), "condition": {"question": "LIST", "answers": ["A1"]}},
        "MULT": {"kind": "multiple", "choices": choices(rng, 2, 6, "C"), "other": rng.random() < 0.5},
        "FIVE": {"kind": "five-point"},
        "ARRA": {"kind": "array", "rows": choices(rng, 1, 4, "L"), "scale": choices(rng, 2, 4, "S")},
        "NUMB": {"kind": "number", "highest": 999, "bands": [0, 1, 10, 100]},
        "TEXT": {"kind": "text", "coded": choices(rng, 2, 3, "T")},
    }
    if not anonymous:
        found["COM"] = {"kind": "commune"}
    order = ["LIST", "COND"] + rng.sample([code for code in found if code not in ("LIST", "COND")], len(found) - 2)
    return {code: found[code] | {"code": code, "text": f"Question {code} : qu’en pensez-vous ?"} for code in order}


def answer(rng, survey):
    """Code → what somebody answered; absent where they did not."""
    given = {}
    for code, question in survey.items():
        if rng.random() < 0.12:
            continue
        condition = question.get("condition")
        if condition and given.get(condition["question"]) not in condition["answers"]:
            continue
        match question["kind"]:
            case "list":
                given[code] = rng.choice([*question["choices"], *(["other"] if question.get("other") else [])])
            case "multiple":
                among = [*question["choices"], *(["other"] if question.get("other") else [])]
                given[code] = {choice for choice in among if rng.random() < 0.4}
            case "five-point": given[code] = str(rng.randint(1, 5))
            case "array":
                given[code] = {row: rng.choice([*question["scale"]]) for row in question["rows"] if rng.random() < 0.85}
            case "number": given[code] = rng.choice([0, 1, 9, 10, 99, 100, 999, rng.randint(0, 999)])
            case "text": given[code] = {theme for theme in question["coded"] if rng.random() < 0.5}
            case "commune": given[code] = f"74{rng.randint(1, 60):03}"
    return given


class Form:
    """How one export is written."""

    def __init__(self, rng):
        self.rng = rng
        self.by_text = rng.random() < 0.4
        self.fixed = rng.choice([FRENCH, ENGLISH]) if self.by_text else {}
        self.underscore = not self.by_text and rng.random() < 0.3
        self.words = rng.random() < 0.4
        self.ticks = rng.choice([("Y", ""), ("1", "0"), ("Oui", "Non"), ("Yes", "No")])
        self.separator = rng.choice([";", ",", "\t"])
        self.end = rng.choice(["\r\n", "\n"])
        self.mark = rng.choice(["\ufeff", ""])
        self.dated = rng.random() < 0.8
        self.decimals = rng.random() < 0.5
        self.times = rng.random() < 0.5

    def part(self, code, part, question_text, label):
        if self.by_text:
            return f"{question_text} [{label}]"
        return f"{code}_{part}" if self.underscore else f"{code}[{part}]"

    def heading(self, code, question_text):
        return question_text if self.by_text else code

    def choice(self, code, among):
        if code == "other":
            return "Autre" if self.words else "-oth-"
        return among[code] if self.words else code

    def written(self, rows):
        text = io.StringIO()
        quoting = self.rng.choice([csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
        columns = list(rows[0])
        writer = csv.writer(text, delimiter=self.separator, lineterminator=self.end, quoting=quoting)
        writer.writerow(columns)
        writer.writerows([row[column] for column in columns] for row in rows)
        return (self.mark + text.getvalue() + self.rng.choice(["", self.end])).encode()

    def limesurvey(self, survey, people):
        rows = []
        for person in people:
            row = {
                "id": person["id"], "submitdate": person["sent"], "lastpage": "4", "startlanguage": "fr", "seed": str(self.rng.randint(1, 9**9)),
                "token": person["token"], "startdate": "2026-06-01 00:00:00",
            }
            row = {self.fixed.get(name, name): value for name, value in row.items()}
            for code, question in survey.items():
                self.cells(row, code, question, person["answers"].get(code))
            if self.times:
                row |= {"Total time": "12"} if self.by_text else {"interviewtime": "12", "groupTime3": "4", "LISTTime": "2"}
            rows.append(row)
        return self.written(rows)

    def cells(self, row, code, question, given):
        said = question["text"]
        match question["kind"]:
            case "list":
                row[self.heading(code, said)] = "" if given is None else self.choice(given, question["choices"])
                if question.get("other"):
                    row[self.part(code, "other", said, "Autre")] = "mots\nSECRETS; \"ici\"" if given == "other" else ""
            case "multiple":
                yes, no = self.ticks
                for choice, label in question["choices"].items():
                    row[self.part(code, choice, said, label)] = "" if given is None else yes if choice in given else no
                if question.get("other"):
                    row[self.part(code, "other", said, "Autre")] = "SECRET, là" if given and "other" in given else ""
            case "array":
                for line, label in question["rows"].items():
                    step = (given or {}).get(line)
                    row[self.part(code, line, said, label)] = "" if step is None else self.choice(step, question["scale"])
            case "number":
                number = "" if given is None else f"{given}.0000000000" if self.decimals else str(given)
                row[self.heading(code, said)] = number
            case "text":
                row[self.heading(code, said)] = "" if given is None else self.rng.choice(["SECRET", "deux\nlignes SECRETES", "« SECRET » ; \"oui\""])
            case _:
                row[self.heading(code, said)] = given or ""

    def dossiers(self, survey, people):
        """Labels for headings, words for answers, several of them in one cell."""
        rows = []
        for person in people:
            row = {
                "ID": person["id"], "Email": "SECRET@exemple.fr", "FranceConnect ?": "false", "Nom": "SECRET", "Prénom": "SECRET",
                "À archiver": "false", "État du dossier": self.rng.choice(["En construction", "En instruction", "Accepté"]),
                "Dernière mise à jour le": "2026-07-18 10:00:00 +0200", "Déposé le": person["sent"] and f"{person['sent']} +0200",
            }
            for code, question in survey.items():
                given, said = person["answers"].get(code), question["text"]
                match question["kind"]:
                    case "list": row[said] = "" if given is None else question["choices"].get(given, "SECRET, en toutes lettres")
                    case "multiple": row[said] = ", ".join(question["choices"].get(choice, "Autre") for choice in given or [])
                    case "array":
                        for line, label in question["rows"].items():
                            step = (given or {}).get(line)
                            row[f"{said} [{label}]"] = "" if step is None else question["scale"][step]
                    case "text": row[said] = "" if given is None else "SECRET"
                    case "commune":
                        row |= {said: given and "Ville (74000)" or "", f"{said} (Code INSEE)": given or "", f"{said} (Département)": "74"}
                    case _: row[said] = "" if given is None else given
            rows.append(row)
        return self.written(rows)

    def paper(self, survey, people):
        """One column a question, codes apart by spaces; some answer what they were not asked."""
        rows = []
        for person in people:
            row = {"feuille": person["id"], "date": person["sent"][:10]}
            for code, question in survey.items():
                given = person["answers"].get(code)
                match question["kind"]:
                    case "multiple": row[code] = " ".join(sorted(given or []))
                    case "array": row |= {f"{code}[{line}]": (given or {}).get(line, "") for line in question["rows"]}
                    case "text": row[code] = "" if given is None else "SECRET"
                    case _: row[code] = "" if given is None else str(given)
            rows.append(row)
        return self.written(rows)


def people(rng, survey, count, first, dated=True):
    found = []
    for number in range(first, first + count):
        day = OPENS + datetime.timedelta(days=rng.randint(0, (CLOSES - OPENS).days))
        sent = f"{day} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}:00" if dated else "1980-01-01 00:00:00"
        found.append({
            "id": str(number), "sent": "" if rng.random() < 0.15 else sent, "token": rng.choice(["", f"SECRET{rng.randint(1, count)}"]),
            "answers": answer(rng, survey),
        })
    return found


def themes(rng, survey, by_way):
    """A table of themes for most of the words, and what it says: (way, id, question) → themes."""
    given, lines = {}, ["voie;numero;question;sujets"]
    for way, persons in by_way.items():
        for person in persons:
            for code, question in survey.items():
                if question["kind"] == "text" and code in person["answers"] and rng.random() < 0.8:
                    codes = sorted(person["answers"][code])
                    given[way, person["id"], code] = set(codes)
                    lines.append(f"{'papier' if way == 'paper' else way};{person['id']};{code};{' '.join(codes)}")
    return "\n".join(lines) + "\n", given
