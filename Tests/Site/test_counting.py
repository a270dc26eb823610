"""Answers are counted as pandas counts them, whatever form they come in; and nothing that somebody wrote is printed."""

import random
import subprocess

import pandas
import pytest
import yaml

from judges.answers import SURVEY, Form, people, questions, themes
from judges.program import ROOT

COUNT_ANSWERS = ROOT / ".build/debug/count-answers"


class Case:
    """One consultation, its files, and what they say."""

    def __init__(self, seed, folder):
        rng = self.rng = random.Random(seed)
        self.folder = folder
        self.anonymous = rng.random() < 0.3
        self.survey = questions(rng, self.anonymous)
        whole = SURVEY | {"anonymous": self.anonymous, "themes": [{"title": "Thème", "questions": list(self.survey.values())}]}
        (folder / "questions.yml").write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), "utf-8")
        form = Form(rng)
        size = rng.choice([0, 1, 3, 40, 150]) or 1
        self.persons = {"web": people(rng, self.survey, size, 1, dated=form.dated)}
        self.files = [self.put("web.csv", form.limesurvey(self.survey, self.persons["web"]))]
        self.form = form
        if form.dated and rng.random() < 0.5:
            self.persons["dossier"] = people(rng, self.survey, rng.randint(1, 30), 1000)
            self.files.append(self.put("dossiers.csv", Form(rng).dossiers(self.survey, self.persons["dossier"])))
        if form.dated and rng.random() < 0.5:
            self.persons["paper"] = people(rng, self.survey, rng.randint(1, 30), 1)
            for person in self.persons["paper"]:
                person["sent"] = person["sent"] or "2026-06-20 10:00:00"
                if rng.random() < 0.3:
                    person["answers"]["COND"] = "B1"
            self.files.append(self.put("papier.csv", Form(rng).paper(self.survey, self.persons["paper"])))
        table, self.themes = themes(rng, self.survey, self.persons)
        self.coded = self.put("sujets.csv", table.encode())

    def put(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def ours(self):
        done = subprocess.run(
            [COUNT_ANSWERS, self.folder / "questions.yml", *self.files, "--coded", self.coded], capture_output=True, text=True, check=True,
            timeout=120)
        assert "SECRET" not in done.stdout + done.stderr
        return done.stdout.splitlines()

    # MARK: The independent count

    def frame(self):
        """All files as pandas reads them, a column for each cell that counts, under names of our own."""
        frames = []
        for way, file in zip(self.persons, self.files):
            # What it is parted by follows from the first line, which no heading of ours makes doubtful.
            first = file.read_text("utf-8-sig").split("\n", 1)[0]
            separator = max(";,\t", key=first.count)
            read = pandas.read_csv(file, sep=separator, dtype=str, keep_default_na=False, encoding="utf-8-sig")
            frame = pandas.DataFrame(index=read.index)
            frame["way"] = way
            frame["id"] = read.iloc[:, 0]
            sent = {"web": 1, "dossier": "Déposé le", "paper": "date"}[way]
            frame["sent"] = read.iloc[:, sent] if isinstance(sent, int) else read[sent]
            frame["token"] = read.iloc[:, 5] if way == "web" else ""
            for code, question in self.survey.items():
                columns = [name for name in read if self.belongs(name, code, question)]
                self.collect(frame, read[columns], code, question, way)
            frames.append(frame)
        return pandas.concat(frames, ignore_index=True)

    @staticmethod
    def belongs(name, code, question):
        if name.startswith(question["text"]):
            return not name.endswith("(Département)")
        return name == code or name.startswith((f"{code}[", f"{code}_"))

    def collect(self, frame, cells, code, question, way):
        def codes(column, among):
            known = {label: key for key, label in among.items()} | {key: key for key in among} | {"": ""}
            return column.map(lambda cell: known.get(cell, "other"))

        def part(key, label):
            return cells[next(name for name in cells if name.endswith((f"[{key}]", f"_{key}", f"[{label}]")))]

        match question["kind"]:
            case "list": frame[code] = codes(cells.iloc[:, 0], question["choices"])
            case "array":
                for row, label in question["rows"].items():
                    frame[f"{code}/{row}"] = codes(part(row, label), question["scale"])
            case "multiple" if way == "web":
                yes, no = self.form.ticks
                whole = dict(question["choices"])
                ticks = pandas.DataFrame({key: part(key, label) for key, label in whole.items()})
                frame[f"{code}?"] = ticks.isin([yes, no]).any(axis=1) if no else ticks.eq(yes).any(axis=1)
                for key in whole:
                    frame[f"{code}={key}"] = ticks[key] == yes
                if question.get("other"):
                    frame[f"{code}=other"] = part("other", "Autre") != ""
                    frame[f"{code}?"] |= frame[f"{code}=other"]
            case "multiple":
                # « Autrement dit : non » begins as « Autre » does: only whole words of the list count.
                column, among = cells.iloc[:, 0], question["choices"] | ({"other": "Autre"} if question.get("other") else {})
                for key, label in among.items():
                    frame[f"{code}={key}"] = [
                        key in cell.split() if way == "paper" else self.says(cell, label, among.values()) for cell in column]
                frame[f"{code}?"] = column != ""
            case "number": frame[code] = pandas.to_numeric(cells.iloc[:, 0])
            case "commune": frame[code] = cells.iloc[:, -1]
            case _: frame[code] = cells.iloc[:, 0]

    @staticmethod
    def says(cell, label, labels):
        for other in sorted(labels, key=len, reverse=True):
            if other == label:
                return f", {cell}, ".find(f", {label}, ") >= 0
            cell = f", {cell}, ".replace(f", {other}, ", ", , ").removeprefix(", ").removesuffix(", ")
        raise AssertionError(label)

    def theirs(self):
        frame = self.frame()
        lines = []
        unfinished = (frame["sent"] == "") & (frame["way"] != "paper")
        frame = frame[~unfinished]
        key = pandas.Series([f"n{place}" for place in range(len(frame))], index=frame.index)
        if not self.anonymous:
            key = key.mask(frame["token"] != "", "t" + frame["token"]).mask(frame["COM"] != "", "c" + frame["COM"])
        order = frame["sent"].where(~frame["sent"].str.startswith("1980"), "")
        kept = frame.assign(key=key, order=order).sort_values("order", kind="stable").drop_duplicates("key", keep="last")
        doubles = len(frame) - len(kept)
        strays = (kept["COND"] != "") & (kept["LIST"] != "A1")
        kept.loc[strays, "COND"] = ""
        for code, question in self.survey.items():
            other = ["other"] if question.get("other") else []
            match question["kind"]:
                case "list": lines.append(self.line(code, "-", kept[code], [*question["choices"], *other]))
                case "five-point": lines.append(self.line(code, "-", kept[code], list("12345")))
                case "array":
                    lines += [self.line(code, row, kept[f"{code}/{row}"], [*question["scale"]]) for row in question["rows"]]
                case "number":
                    bands = pandas.cut(kept[code].dropna(), [0, 1, 10, 100, 1000], right=False, labels=["0", "1", "10", "100"])
                    lines.append(self.line(code, "-", bands, ["0", "1", "10", "100"]))
                case "multiple":
                    counts = [int(kept[f"{code}={key}"].sum()) for key in [*question["choices"], *other]]
                    lines.append(f"{code} - {int(kept[f'{code}?'].sum())} {' '.join(map(str, counts))}")
                case "text":
                    wrote = kept[kept[code] != ""]
                    given = [self.themes.get((way, id, code)) for way, id in zip(wrote["way"], wrote["id"])]
                    given = [themes for themes in given if themes is not None]
                    counts = [sum(theme in themes for themes in given) for theme in question["coded"]]
                    lines.append(f"{code} - {len(given)} {' '.join(map(str, counts))}")
                case "commune": lines.append(f"{code} - 0 ")
        lines += [f"kept {way} {count}" for way, count in sorted(kept["way"].value_counts().items())]
        return lines + [f"not-asked {int(strays.sum())}", f"doubles {doubles}", f"unfinished {int(unfinished.sum())}"]

    @staticmethod
    def line(code, row, answers, codes):
        answers = answers[answers != ""]
        counts = answers.astype(str).value_counts().reindex(codes, fill_value=0)
        assert counts.sum() == len(answers), f"{code}: a code that is not of the list"
        return f"{code} {row} {len(answers)} {' '.join(map(str, counts))}"


@pytest.mark.parametrize("seed", range(50))
def test_answers_are_counted_as_pandas_counts_them(seed, tmp_path):
    case = Case(seed, tmp_path)
    assert case.ours() == case.theirs()


def test_the_random_files_hold_what_is_hard(tmp_path):
    """Otherwise the comparison above would say little."""
    found = {}
    for seed in range(50):
        (tmp_path / str(seed)).mkdir()
        case = Case(seed, tmp_path / str(seed))
        lines = {line.split()[0]: line for line in case.theirs() if len(line.split()) == 2}
        for name in ("not-asked", "doubles", "unfinished"):
            found[name] = found.get(name, 0) + (not lines[name].endswith(" 0"))
        for name in ("by_text", "underscore", "words", "decimals", "dated"):
            found[name, getattr(case.form, name)] = found.get((name, getattr(case.form, name)), 0) + 1
        for name in (case.form.separator, case.form.mark, case.form.ticks, *case.persons, case.anonymous):
            found[name] = found.get(name, 0) + 1
    assert len(found) >= 27 and min(found.values()) >= 3, found
