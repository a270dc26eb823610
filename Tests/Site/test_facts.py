"""Facts on other days than today's: windows, delays of review, what waits for a check, and what carries each of them."""

import html
import json
import re
import shutil
import subprocess

import pytest

from judges.bulletin import output_of
from judges.html_page import plain
from judges.program import PROGRAM, ROOT, Project, copy_of_the_example, environment

BASE = ROOT / "Tests/Fixtures/base"
GUIDE = "content/guides/elus/menaces.md"
QUICK = ("--no-pdf", "--no-search")
LAW = """
  - {id: amende, kind: amount, value: 1 500 €, label: Amende, source: Page officielle, checked: 2026-11-24, until: 2028-12-31, review_days: 9999}
  - {id: amende, kind: amount, value: 3 000 €, label: Amende, source: Page officielle, checked: 2026-11-24, from: 2029-01-01, review_days: 9999}
"""


@pytest.fixture
def project(tmp_path):
    """The small site, with a law that changes on 2029-01-01, and nothing else that ages."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    found = Project(tmp_path)
    found.edit("content/facts.yml", "checked: 2026-11-24", "checked: 2026-11-24\n    review_days: 9999" + LAW.rstrip())
    found.edit("content/site.yml", "expires: 2027-11-20", "expires: 2029-12-31")
    found.edit(GUIDE, "Rangez-les.", "L'amende est de :fact[amende].")
    return found


def run(folder, *arguments):
    return subprocess.run(
        [str(PROGRAM), *arguments], cwd=folder, env=environment(), capture_output=True, text=True, timeout=300)


def words(text):
    """With ordinary spaces."""
    return text.replace("\xa0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("day, manifest", [
    ("2026-11-24", "1 500 €"), ("2028-12-31", "1 500 €"), ("2029-01-01", "3 000 €"), ("2029-06-01", "3 000 €"),
])
def test_a_law_that_changes_changes_the_build_of_that_day(project, program, day, manifest):
    project.build(*QUICK, "--strict", date=day)
    facts = json.loads((project.public / "build-manifest.json").read_text())["facts"]
    assert {fact["id"]: fact["value"] for fact in facts}["amende"] == manifest


def test_a_fact_of_later_is_not_stated_before_its_day(project, program):
    project.edit("content/facts.yml", "until: 2028-12-31", "from: 2026-06-01, until: 2028-12-31")
    done = project.run(*QUICK, "--strict", date="2026-01-01")
    assert done.returncode == 1
    assert "le fait « amende » ne vaut qu’à partir du 1er juin 2026 [fact-outside-window]" in words(done.stderr)
    assert f"{GUIDE}:14:17: cité ici" in words(done.stderr)
    project.build(*QUICK, "--strict", date="2026-06-01")


def test_a_guide_to_come_does_not_make_its_facts_unused(project, program):
    project.edit(GUIDE, "audience: [élu]", "audience: [élu]\npublish: 2026-06-01")
    project.edit("content/bulletins/2026-11.md", "featured: [guides/elus/menaces.md]", "featured: [guides/elus/autre.md]")
    shutil.copy(project.folder / GUIDE, project.folder / "content/guides/elus/autre.md")
    project.edit("content/guides/elus/autre.md", "\npublish: 2026-06-01", "")
    project.edit("content/guides/elus/autre.md", "L'amende est de :fact[amende].", "Rangez-les.")
    project.build(*QUICK, "--strict", date="2026-01-01")
    assert not (project.public / "guides/elus/menaces").exists()
    project.build(*QUICK, "--strict", date="2026-06-01")
    assert (project.public / "guides/elus/menaces").exists()


def test_an_overdue_fact_fails_with_the_texts_it_stands_in(project, program):
    project.edit("content/facts.yml", "until: 2028-12-31, review_days: 9999", "until: 2028-12-31, review_days: 30")
    project.build(*QUICK, "--strict", date="2026-12-24")
    late = project.run(*QUICK, "--strict", date="2026-12-25")
    assert late.returncode == 1
    assert "erreur: le fait « amende » devait être revérifié le 24 décembre 2026 au plus tard [fact-overdue]" in words(late.stderr)
    assert f"{GUIDE}:14:17: cité ici" in words(late.stderr)
    warned = project.run(*QUICK, date="2026-12-25")
    assert warned.returncode == 0 and "avertissement: le fait « amende »" in warned.stderr


def test_a_departement_states_otherwise(project, program):
    (project.folder / "content/facts.local.yml").write_text(
        "facts:\n  - {id: amende, kind: amount, value: 750 €, label: Arrêté, source: Arrêté, checked: 2026-11-24, review_days: 9999}\n")
    project.build(*QUICK, "--strict", date="2029-06-01")
    facts = json.loads((project.public / "build-manifest.json").read_text())["facts"]
    assert {fact["id"]: fact["value"] for fact in facts}["amende"] == "750 €"


def test_the_example_on_the_day_of_the_new_code(program, tmp_path):
    """The registry says that the wording of an article changes on 2029-01-01, and that nobody has confirmed it."""
    copy_of_the_example(tmp_path)
    today = run(tmp_path, "check", "--strict", "--date", "2026-11-24")
    assert today.returncode == 0, today.stderr
    later = run(tmp_path, "check", "--strict", "--date", "2029-06-01")
    assert later.returncode == 1
    waiting = words(later.stderr).split("le fait « information-maire-l132-3 » attend une vérification")[1].split("\ncontent/")[0]
    assert "content/guides/elus/premiers-reperes.md" in waiting
    assert "le fait « 3919 » devait être revérifié le 24 novembre 2027 au plus tard [fact-overdue]" in words(later.stderr)


# --- What waits for a check

WAITING = "  - {id: delai, kind: delay, value: 10 jours, label: Délai, source: Exemple, status: to-check}\n"


@pytest.fixture
def printed(tmp_path):
    """One guide of the example, with a line that nobody has confirmed; its page and its leaflet."""
    copied = copy_of_the_example(tmp_path)
    for theme in (tmp_path / "content/guides").iterdir():
        shutil.rmtree(theme)
    for folder in ("alerts", "bulletins", "communes", "consultations", "agenda"):
        shutil.rmtree(tmp_path / "content" / folder, ignore_errors=True)
    for path in [*(tmp_path / "content/pages").glob("*.md"), tmp_path / "content/operation.yml"]:
        path.unlink(missing_ok=True)
    facts = (tmp_path / "content/facts.yml").read_text()
    (tmp_path / "content/facts.yml").write_text(facts.rstrip() + "\n" + WAITING)
    text = tmp_path / "content/guides/elus/essai.md"
    text.parent.mkdir(parents=True)
    text.write_text(
        "---\ntitle: Essai\nsummary: Un essai.\naudience: [élu]\nupdated: 2026-11-24\nprint: [leaflet-a4]\n"
        "short_texts:\n  160: \"En danger : composez le :fact[17].\"\n---\n\n## Que faire\n\n"
        "- Composez le :fact[17]{long}.\n- Attendez :fact[delai]{optional} avant de répondre.\n- Gardez tout.\n")
    return copied


def test_a_line_that_waits_is_left_out_of_the_print_and_the_build_says_so(printed, program):
    done = printed.build("--no-search")
    assert "cette ligne n’est pas imprimée tant que le fait « delai » attend une vérification" in words(done.stderr)
    folder = printed.public / "guides/elus/essai"
    page = plain(html.unescape(re.sub("<[^>]*>", "", (folder / "index.html").read_text())))
    assert "Attendez 10 jours (à vérifier) avant de répondre." in page
    assert "Non relu" in page and "Texte non relu." in page
    paper = plain(output_of("pdftotext", str(folder / "fiche-a4.pdf"), "-"))
    assert "Attendez" not in paper and "10 jours" not in paper
    assert "Gardez tout." in paper and "Non relu" in paper
    assert "17 (Gendarmerie ou police, en urgence)" in paper


def test_a_text_to_paste_holds_values_and_ordinary_spaces(printed, program):
    printed.build(*QUICK)
    page = (printed.public / "guides/elus/essai/index.html").read_text()
    [text] = re.findall(r"<textarea[^>]*data-copy>([^<]*)</textarea>", page)
    assert text == "En danger : composez le 17."


# --- crieur facts

def test_facts_are_listed_with_what_carries_them(program, tmp_path):
    copy_of_the_example(tmp_path)
    done = run(tmp_path, "facts", "--format", "json", "--date", "2026-11-24")
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)["facts"]
    [number] = [fact for fact in facts if fact["id"] == "3919"]
    assert (number["state"], number["next_review"], number["vital"]) == ("sound", "2027-11-24", True)
    texts = {text["file"] for text in number["texts"]}
    assert "content/guides/violences-intrafamiliales/voisins-et-proches.md" in texts
    citing = {str(file.relative_to(tmp_path)) for file in (tmp_path / "content").rglob("*.md") if ":fact[3919]" in file.read_text()}
    assert texts == citing
    prints = {name["name"]: len(name["addresses"]) for name in number["prints"]}
    assert "/guides/violences-intrafamiliales/voisins-et-proches/fiche-a4.pdf" in prints
    assert "/guides/violences-intrafamiliales/voisins-et-proches/cartes-a6.pdf" in prints
    [urgent] = [fact for fact in facts if fact["id"] == "17"]
    assert {name["name"]: len(name["addresses"]) for name in urgent["prints"]}["bulletin-2026-11.pdf"] == 279
    days = [fact.get("next_review") or "" for fact in facts]
    assert days == sorted(days), "not by the day of the next review"


def test_the_table_reads_in_a_terminal(program, project):
    done = run(project.folder, "facts", "--date", "2026-11-24")
    assert done.returncode == 0, done.stderr
    lines = words(done.stdout).splitlines()
    assert lines[0] == "Faits au 24 novembre 2026 : 3 inscriptions"
    assert lines[2].split() == ["À", "vérifier", "avant", "Fait", "Valeur", "État", "Textes", "Imprimés"]
    place = next(index for index, line in enumerate(lines) if " amende " in line and "3 000" not in line)
    assert lines[place + 1] == f"    {GUIDE}"
    assert any("à partir du 1er janvier 2029" in line for line in lines)


# --- What is public

def test_a_text_for_mayors_is_said_to_be_public_once(project, program):
    first = project.build(*QUICK)
    assert f"Première publication : 1 texte s’adresse aux élus ({GUIDE}).\n" in first.stdout.replace("\xa0", " ")
    assert "Tout ce qui est publié ici est public" in first.stdout
    assert "est public" not in project.build(*QUICK).stdout
    shutil.copy(project.folder / GUIDE, project.folder / "content/guides/elus/autre.md")
    second = project.build(*QUICK).stdout
    assert "(content/guides/elus/autre.md)" in second and GUIDE not in second
    project.edit("content/guides/elus/autre.md", "audience: [élu]", "audience: [habitant]")
    (project.folder / "content/guides/elus/autre.md").rename(project.folder / "content/guides/elus/tiers.md")
    assert "est public" not in project.build(*QUICK).stdout


# --- Drafts

def test_a_draft_is_shown_apart_and_marked(printed, program):
    text = "content/guides/elus/essai.md"
    printed.edit(text, "audience: [élu]", "audience: [élu]\ndraft: true")
    printed.edit(text, "{optional}", "")
    printed.build(*QUICK)
    assert not (printed.public / "guides/elus/essai").exists()
    printed.build("--no-search", "--drafts", "--output", "essai")
    folder = printed.folder / "essai/guides/elus/essai"
    page = plain(html.unescape(re.sub("<[^>]*>", "", (folder / "index.html").read_text())))
    assert "Brouillon : ne pas diffuser" in words(page) and "Attendez 10 jours (à vérifier)" in words(page)
    paper = words(plain(output_of("pdftotext", str(folder / "fiche-a4.pdf"), "-")))
    assert "Brouillon : ne pas diffuser" in paper and "Attendez 10 jours (à vérifier)" in paper


@pytest.mark.parametrize("arguments", [["--drafts"], ["--drafts", "--strict", "--output", "essai"]])
def test_drafts_never_reach_what_is_published(project, program, arguments):
    done = run(project.folder, "build", *arguments)
    assert done.returncode == 2 and "« --drafts »" in done.stderr
    assert not (project.folder / "public").exists()
