"""« crieur consultation »: to LimeSurvey and back; answers are counted from a private place, and none of their words leaves it."""

import csv
import os
import shutil
import subprocess

import pytest
import yaml

from judges.program import PROGRAM, ROOT, Project, environment

QUESTIONS = """\
title: Consultation d'essai
summary: Un essai.
who: Les élus.
opens: 2026-09-14
closes: 2026-10-16
status: closed
contact:
  function: Le bureau des relations avec les élus (exemple)
anonymous: true
themes:
  - title: Le contact
    questions:
      - code: CON1
        text: Connaissez-vous votre interlocuteur ?
        kind: list
        choices: {A1: "Oui", A2: "Non"}
        other: true
      - code: MOTS
        text: Que faut-il changer ?
        kind: text
        coded: {T1: L'accueil, T2: La présence}
"""
# What no output may hold: each is found by its own mark.
MARKS = {
    "token": "MARQUEJETON", "ipaddr": "203.0.113.77", "refurl": "https://marque.exemple.fr/", "email": "marque@exemple.fr",
    "CON1[other]": "MARQUEAUTRE", "MOTS": "MARQUEMOTS",
}


@pytest.fixture
def site(tmp_path, program):
    shutil.copytree(ROOT / "Tests/Fixtures/base", tmp_path / "site")
    (tmp_path / "site/content/consultations/essai").mkdir(parents=True)
    (tmp_path / "site/content/consultations/essai/questions.yml").write_text(QUESTIONS, "utf-8")
    (tmp_path / "prive").mkdir(mode=0o700)
    return tmp_path / "site"


def run(site, *arguments):
    return subprocess.run(
        [str(PROGRAM), "consultation", *arguments], cwd=site, env=environment(), capture_output=True, text=True, timeout=300)


def answers(count, **changes):
    rows = []
    for number in range(1, count + 1):
        row = {"id": str(number), "submitdate": "2026-09-15 10:00:00", "lastpage": "1", "startlanguage": "fr"}
        row |= {name: f"{mark}{number}" for name, mark in MARKS.items() if name not in ("CON1[other]", "MOTS")}
        row |= {"CON1": "A1" if number % 2 else "-oth-", "CON1[other]": "" if number % 2 else MARKS["CON1[other]"], "MOTS": MARKS["MOTS"]}
        rows.append(row | (changes if number == 1 else {}))
    return rows


def put(path, rows, mode=0o600):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";", quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows(rows)
    path.chmod(mode)
    return str(path)


def count(site, *files, coded=()):
    return run(
        site, "count", "essai", "--date", "2026-11-24", "--responses", *map(str, files), *(["--coded", *coded] if coded else []))


def test_results_are_written_and_no_mark_leaves_memory(site):
    file = put(site.parent / "prive/reponses.csv", answers(30))
    themes = put(site.parent / "prive/sujets.csv", [{"numero": str(n), "question": "MOTS", "sujets": "T1 T2" if n < 20 else "T1"} for n in range(1, 31)])
    done = count(site, file, coded=[themes])
    assert done.returncode == 0, done.stderr
    results = yaml.safe_load((site / "content/consultations/essai/results.yml").read_text("utf-8"))
    assert results["answers"] == 30 and str(results["counted"]) == "2026-11-24"
    tables = {table["question"]: table for table in results["tables"]}
    assert tables["CON1"]["codes"] == ["A1", "A2", "other"] and tables["CON1"]["cells"][0] == 15
    assert tables["MOTS"]["answered"] == 30
    assert "anonyme" in done.stdout and "30" in done.stdout
    questions = site / "content/consultations/essai/questions.yml"
    questions.write_text(QUESTIONS.replace("status: closed", "status: published"), "utf-8")
    built = Project(site).build("--templates", str(ROOT / "site-templates"), "--no-pdf", "--no-search")
    assert "Connaissez-vous votre interlocuteur" in (site / "public/consultations/essai/index.html").read_text("utf-8")
    written = b"".join(path.read_bytes() for path in site.rglob("*") if path.is_file()).decode("utf-8", "replace")
    for mark in MARKS.values():
        assert mark not in done.stdout + done.stderr + built.stdout + built.stderr + written
    again = (site / "content/consultations/essai/results.yml").read_bytes()
    assert count(site, file, coded=[themes]).returncode == 0
    assert (site / "content/consultations/essai/results.yml").read_bytes() == again


def test_too_few_answers_write_nothing(site):
    done = count(site, put(site.parent / "prive/reponses.csv", answers(4)))
    assert done.returncode == 1 and "Rien n’est écrit" in done.stderr
    assert not (site / "content/consultations/essai/results.yml").exists()


@pytest.mark.parametrize("changes, message", [
    ({"CON1": "MARQUEVALEUR"}, "ligne 2, colonne « CON1 » : la réponse n’est pas de celles de questions.yml : A1, A2"),
    ({"submitdate": "2026-10-17 00:00:00"}, "ligne 2, colonne « submitdate » : la réponse est arrivée après la clôture (2026-10-16)"),
    ({"submitdate": "MARQUEDATE"}, "ligne 2, colonne « submitdate » : ce n’est pas une date"),
])
def test_a_fault_is_one_message_without_what_was_written(site, changes, message):
    file = put(site.parent / "prive/reponses.csv", answers(12, **changes))
    done = count(site, file)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{file} : {message}"), done.stderr
    assert done.stderr.count("ligne ") == 1 and "MARQUE" not in done.stdout + done.stderr
    assert not (site / "content/consultations/essai/results.yml").exists()


@pytest.mark.parametrize("place, mode, words", [
    ("prive/r.csv", 0o644, "d’autres que vous peuvent lire"), ("prive/r.csv", 0o640, "d’autres que vous peuvent lire"),
    ("site/content/r.csv", 0o600, "le dossier des textes et des données"), ("site/site-templates/r.csv", 0o600, "le dossier des gabarits"),
    ("site/public/r.csv", 0o600, "le dossier publié"), ("depot/sub/r.csv", 0o600, "que git suit"),
])
def test_answers_are_read_only_from_a_private_place(site, place, mode, words):
    (site.parent / "depot/.git").mkdir(parents=True)
    path = site.parent / place
    path.parent.mkdir(parents=True, exist_ok=True)
    done = count(site, put(path, answers(12), mode))
    assert done.returncode == 2 and words in done.stderr, done.stderr
    assert not (site / "content/consultations/essai/results.yml").exists()


def test_a_questionnaire_goes_to_limesurvey_and_comes_back(site):
    file = site.parent / "essai.txt"
    assert run(site, "structure", "essai", "--output", str(file)).returncode == 0
    with file.open(encoding="utf-8", newline="") as table:
        rows = list(csv.reader(table, delimiter="\t"))
    assert {len(row) for row in rows} == {len(rows[0])} and rows[0][:5] == ["id", "related_id", "class", "type/scale", "name"]
    asked = [(row[2], row[3], row[4]) for row in rows if row[2] in ("Q", "A", "SQ")]
    assert asked == [
        ("Q", "L", "CON1"), ("A", "0", "A1"), ("A", "0", "A2"), ("Q", "T", "MOTS"), ("Q", "M", "MOTSthemes"), ("SQ", "0", "T1"), ("SQ", "0", "T2")]
    back = run(site, "read", str(file))
    assert back.returncode == 0 and back.stderr == ""
    read, ours = yaml.safe_load(back.stdout), yaml.safe_load(QUESTIONS)
    for theme, own in zip(read["themes"], ours["themes"], strict=True):
        for question, asked in zip(theme["questions"], own["questions"], strict=True):
            assert question["code"] == asked["code"] and question["kind"] == asked["kind"]
            assert list(question.get("choices", question.get("coded"))) == list(asked.get("choices", asked.get("coded")))
    target = site / "content/consultations/essai/questions.yml"
    refused = run(site, "read", str(file), "--output", str(target))
    assert refused.returncode == 2 and "existe déjà" in refused.stderr and target.read_text("utf-8") == QUESTIONS


def test_a_name_that_is_none_is_suggested(site):
    done = run(site, "structure", "esai")
    assert done.returncode == 2 and "vouliez-vous dire « essai » ?" in done.stderr


def test_what_is_no_structure_says_so(site):
    file = site.parent / "autre.txt"
    file.write_text("a\tb\n1\t2\n", "utf-8")
    done = run(site, "read", str(file))
    assert done.returncode == 1 and "ce n’est pas un fichier de structure de LimeSurvey" in done.stderr


def test_a_file_of_answers_that_is_not_there(site):
    done = count(site, os.path.join(site.parent, "prive/absent.csv"))
    assert done.returncode == 3 and "il n’existe pas" in done.stderr
