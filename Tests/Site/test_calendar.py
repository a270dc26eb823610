"""« crieur calendar » names the days on which a build says something else: building on those days shows it."""

import json
import shutil
import subprocess

import pytest

from judges.program import DAY, PROGRAM, ROOT, Project, copy_of_the_example, environment

BASE = ROOT / "Tests/Fixtures/base"
GUIDE = "content/guides/elus/menaces.md"
AGENDA = """kind,title,date,start,end,place,communes
permanence,Permanence en mairie,2026-12-10,9:00,12:00,Mairie,74010
"""
FAIR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Exemple//FR
BEGIN:VEVENT
UID:forum@exemple.fr
DTSTAMP:20261101T080000Z
DTSTART;VALUE=DATE:20261201
DTEND;VALUE=DATE:20261204
SUMMARY:Forum
END:VEVENT
END:VCALENDAR
"""
ALERT = """---
title: Faux agents
summary: Ils sonnent aux portes.
audience: [habitant]
kind: faux-agents
level: information
communes: []
sent: 2026-11-20
expires: 2026-12-15
source: Le groupement (exemple)
validation: {{function: L'officier communication (exemple), date: 2026-11-20}}
{}---

N'ouvrez pas.
"""


@pytest.fixture
def project(tmp_path):
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    content = tmp_path / "content"
    for folder in ("agenda", "alerts"):
        (content / folder).mkdir()
    (content / "agenda/permanences.csv").write_text(AGENDA)
    (content / "agenda/forum.ics").write_text(FAIR.replace("\n", "\r\n"))
    (content / "alerts/faux-agents.md").write_text(ALERT.format(""))
    (content / "alerts/plus-tard.md").write_text(ALERT.format("draft: true\n").replace("Faux agents", "Plus tard"))
    return Project(tmp_path)


def run(folder, *arguments, date=DAY):
    return subprocess.run(
        [str(PROGRAM), "calendar", "--date", date, *arguments], cwd=folder, env=environment(), capture_output=True, text=True,
        timeout=120)


def calendar(folder, *arguments, date=DAY):
    done = run(folder, "--format", "json", *arguments, date=date)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_days_come_in_order_with_kind_file_and_title(project, program):
    found = calendar(project.folder)
    assert (found["date"], found["until"]) == (DAY, "2027-01-19")
    rows = [(row["date"], row["kind"], row["title"], row["file"].removeprefix("content/"), row["draft"]) for row in found["entries"]]
    assert rows == [
        ("2026-12-01", "event", "Forum", "agenda/forum.ics", False),
        ("2026-12-03", "event-end", "Forum", "agenda/forum.ics", False),
        ("2026-12-10", "event", "Permanence en mairie", "agenda/permanences.csv", False),
        ("2026-12-15", "expires", "Faux agents", "alerts/faux-agents.md", False),
        ("2026-12-15", "expires", "Plus tard", "alerts/plus-tard.md", True),
    ]
    assert found["builds"] == ["2026-12-04", "2026-12-11", "2026-12-16"]


FACTS = """
  - {id: pilote, kind: delay, value: 1 mois, label: Délai, source: Exemple, checked: 2026-11-24, until: 2026-12-31}
  - {id: pilote, kind: delay, value: 2 mois, label: Délai, source: Exemple, checked: 2026-11-24, from: 2027-01-01}
  - {id: court, kind: amount, value: 68 €, label: Amende, source: Exemple, checked: 2026-11-24, review_days: 20}
"""
COMMITMENTS = """commitments:
  - {id: un, expectation: Être rappelé, decision: Rappeler, who: Le référent (exemple), status: planned, date: 2026-11-01, due: 2027-01-15}
"""


def test_every_kind_of_day_is_listed_with_its_build(project, program):
    """What appears, ends, is to be read again; reserves; facts that begin, end, or are to be checked; all else that is dated."""
    project.edit(GUIDE, "audience: [élu]", "audience: [élu]\npublish: 2026-11-30\nexpires: 2027-02-10\nreview: 2027-01-10")
    project.edit(GUIDE, "Rangez-les.", "Rangez-les en :fact[pilote], ou :fact[court].")
    facts = project.folder / "content/facts.yml"
    facts.write_text(facts.read_text().rstrip("\n") + FACTS)
    project.edit("content/site.yml", "expires: 2027-11-20", "expires: 2027-02-20")
    project.edit("content/site.yml", "demonstration: true", (
        "demonstration: true\nreserve:\n  - {label: Élections, from: 2026-12-05, until: 2027-01-20}"))
    project.edit("content/bulletins/2026-11.md", "[guides/elus/menaces.md]", "[]")
    (project.folder / "content/consultations/essai").mkdir(parents=True)
    (project.folder / "content/consultations/essai/commitments.yml").write_text(COMMITMENTS)
    (project.folder / "content/accessibility.yml").write_text(
        "state: partial\nrate: 72,5\ndate: 2024-01-05\nauditor: un bureau d'audit\npages: [{title: Accueil, route: /}]\n"
        "nonconformities: [Un tableau.]\n")
    feeds = project.folder / "content/feeds/feeds.yml"
    feeds.write_text(feeds.read_text().replace("    nature:", "    max_age: 40\n    nature:", 1))
    found = calendar(project.folder, "--weeks", "20")
    rows = {(row["kind"], row["date"], row.get("build"), row.get("id")) for row in found["entries"]}
    assert {
        ("publish", "2026-11-30", "2026-11-30", None), ("expires", "2027-02-10", "2027-02-11", None), ("review", "2027-01-10", None, None),
        ("reserve-from", "2026-12-05", "2026-12-05", None), ("reserve-until", "2027-01-20", "2027-01-21", None),
        ("fact-from", "2027-01-01", "2027-01-01", "pilote"), ("fact-until", "2026-12-31", "2027-01-01", "pilote"),
        ("fact-review", "2026-12-14", "2026-12-15", "court"), ("event", "2026-12-10", "2026-12-11", None),
        ("event-end", "2026-12-03", "2026-12-04", None), ("commitment", "2027-01-15", "2027-01-16", "un"),
        ("security", "2027-01-20", "2027-01-21", None),
    } <= rows
    assert {kind for kind, *_ in rows} >= {"audit", "feed"}
    done = run(project.folder, "--weeks", "20")
    for words in ("paraît", "dernier jour", "à relire", "premier jour de la réserve électorale", "dernier jour de la réserve électorale"):
        assert f"  {words} : " in done.stdout


def test_the_site_changes_on_those_days(project, program):
    """The pages of the day before and of the day differ by what the calendar names."""
    def state(day):
        project.build("--no-pdf", "--no-search", "--templates", str(ROOT / "site-templates"), date=day)
        agenda = (project.public / "agenda/index.html").read_text()
        return ("Forum" in agenda, "Permanence en mairie" in agenda, "alertes/faux-agents/" in (project.public / "alertes/index.html").read_text())

    assert state("2026-12-03") == (True, True, True)
    assert state("2026-12-04") == (False, True, True)
    assert state("2026-12-10") == (False, True, True)
    assert state("2026-12-11") == (False, False, True)
    assert state("2026-12-15") == (False, False, True)
    assert state("2026-12-16") == (False, False, False)


def test_weeks_bound_it(project, program):
    assert [row["date"] for row in calendar(project.folder, "--weeks", "1")["entries"]] == ["2026-12-01"]
    later = calendar(project.folder, "--weeks", "60")
    assert {"fact-review", "security"} <= {row["kind"] for row in later["entries"]}
    days = [row["date"] for row in later["entries"]]
    assert days == sorted(days) and later["builds"] == sorted(set(later["builds"]))
    done = run(project.folder, "--weeks", "0")
    assert done.returncode == 2 and "« --weeks » attend un nombre de 1 à 520" in done.stderr


def test_the_day_of_a_fact_is_the_day_on_which_strict_refuses(project, program):
    [review] = [row for row in calendar(project.folder, "--weeks", "60")["entries"] if row["kind"] == "fact-review" and row["id"] == "17"]
    assert "fact-overdue" not in project.run("--no-pdf", "--no-search", date=review["date"]).stderr
    assert "fact-overdue" in project.run("--no-pdf", "--no-search", date=review["build"]).stderr


def test_people_read_it(project, program):
    project.edit(GUIDE, "audience: [élu]", "audience: [élu]\nreview: 2026-11-02")
    done = run(project.folder)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.replace("\xa0", " ").splitlines()
    assert lines[:4] == ["Du 24 novembre 2026 au 19 janvier 2027", "", "En retard", "  2 novembre 2026, à relire : Menacé"]
    place = lines.index("mardi 15 décembre 2026")
    assert lines[place + 1:place + 4] == [
        "  dernier jour : Faux agents", "      content/alerts/faux-agents.md", "  dernier jour : Plus tard (brouillon)"]
    assert lines[-1] == "Jours où fabriquer le site : 4 décembre 2026, 11 décembre 2026 et 16 décembre 2026."


def test_a_fault_is_told_and_the_rest_listed(project, program):
    project.edit(GUIDE, "audience: [élu]", "audience: [élue]")
    done = run(project.folder)
    assert done.returncode == 1 and "[value-not-allowed]" in done.stderr and "Forum" in done.stdout


def test_the_example(program, tmp_path):
    copy_of_the_example(tmp_path)
    found = calendar(tmp_path, "--weeks", "60")
    assert {"event", "expires", "review", "fact-review", "security"} <= {row["kind"] for row in found["entries"]}
    assert all((tmp_path / row["file"]).is_file() for row in found["entries"] + found["late"])
    assert [row["kind"] for row in found["late"]] == ["commitment"]
