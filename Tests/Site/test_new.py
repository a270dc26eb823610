"""« crieur new »: from an empty folder to a site that builds, text by text, nothing of what is there being touched."""

import json
import re
import shutil
import subprocess

import pytest
import yaml

from judges.program import DAY, PROGRAM, ROOT, Project, environment

TEMPLATES = ROOT / "site-templates"
BLANK = "à compléter"
FILLED = {
    f"telephone: {BLANK}": "telephone: 04 65 71 00 00", f"email: {BLANK}": "email: portail@exemple.fr",
    f"contact: {BLANK}": "contact: mailto:securite@exemple.fr", f"base_url: {BLANK}": "base_url: https://exemple.fr/",
    f'code: "{BLANK}"': 'code: "01"', BLANK: "un exemple",
}


def run(folder, *arguments, day=DAY):
    return subprocess.run(
        [str(PROGRAM), *arguments, "--date", day], cwd=folder, env=environment(), capture_output=True, text=True, timeout=300)


def new(folder, *arguments, day=DAY):
    done = run(folder, "new", *arguments, day=day)
    assert done.returncode == 0, f"« new {' '.join(arguments)} »:\n{done.stdout}{done.stderr}"
    return done.stdout.replace("\xa0", " ")


def found(folder, *arguments):
    """What « check » says: identifiers with their files, and the exit status."""
    done = run(folder, "check", "--format", "json", *arguments)
    messages = json.loads(done.stdout)
    messages = messages["diagnostics"] if isinstance(messages, dict) else messages
    return done.returncode, messages


def complete(folder):
    """What an editor does first: writes what is to be written, checks the numbers."""
    settings = folder / "content/site.yml"
    text = settings.read_text()
    for blank, value in FILLED.items():
        text = text.replace(blank, value)
    settings.write_text(text)
    facts = folder / "content/facts.yml"
    facts.write_text(facts.read_text().replace("status: to-check", f"checked: {DAY}"))


@pytest.fixture
def site(tmp_path, program):
    """A new département, completed."""
    new(tmp_path, "site", "--departement", "73", "--templates", str(TEMPLATES))
    complete(tmp_path)
    return tmp_path


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("departement", [(), ("--departement", "2A"), ("--departement", "976")])
def test_a_new_site_says_only_what_is_to_be_completed(tmp_path, program, departement):
    new(tmp_path, "site", *departement, "--templates", str(TEMPLATES))
    status, messages = found(tmp_path)
    assert status == 1
    errors = [message for message in messages if message["severity"] == "error"]
    blanks = (tmp_path / "content/site.yml").read_text().split("\n\n", 1)[1].count(BLANK)
    assert sum(f"« {BLANK} »" in message["message"] for message in errors) == blanks >= 10
    assert {message["id"] for message in errors} == {"legal-unfilled", "value-type", "fact-vital"}
    assert sum(message["id"] == "fact-vital" for message in errors) == 5
    rest = {message["id"] for message in messages if message["severity"] != "error"}
    assert rest == {"fact-to-check"}


def test_a_new_site_tells_text_editors_how_files_are_written(tmp_path, program):
    new(tmp_path, "site", "--departement", "73", "--templates", str(TEMPLATES))
    assert (tmp_path / ".editorconfig").read_text() == (TEMPLATES / "new/site/editorconfig").read_text()
    assert ".crieur-cache/" in (tmp_path / ".gitignore").read_text()
    assert not (tmp_path / "editorconfig").exists() and not (tmp_path / "gitignore").exists()


@pytest.mark.parametrize("departement", [(), ("--departement", "2A"), ("--departement", "976")])
def test_once_completed_it_builds_and_asks_for_real_communes(tmp_path, program, departement):
    new(tmp_path, "site", *departement, "--templates", str(TEMPLATES))
    complete(tmp_path)
    status, messages = found(tmp_path)
    assert (status, {message["id"] for message in messages}) == (0, {"feed-demonstration"}), messages
    assert found(tmp_path, "--strict")[0] == 1
    Project(tmp_path).build("--no-pdf")
    communes = sorted(path.name for path in (tmp_path / "public/communes").iterdir() if path.is_dir())
    assert len(communes) == 3 and communes[0].endswith("-exemple-le-haut")
    assert "EXEMPLE : NE PAS DIFFUSER" in (tmp_path / "public/index.html").read_text().replace("\xa0", " ")
    # The four guides and the edition are drafts.
    assert not list((tmp_path / "public/guides").glob("*/*/index.html"))
    assert (tmp_path / "public/.gitignore").read_text() == "*\n!.gitignore\n"


def test_each_kind_is_read_back_without_a_fault(site, program):
    assert "« content/guides/elus/deposer-plainte-ou-et-comment.md »" in new(site, "guide", "elus", "Déposer plainte : où et comment ?")
    assert "« content/alerts/faux-agents.md »" in new(site, "alert", "Faux « agents »")
    assert "« content/bulletins/2027-01.md »" in new(site, "bulletin", "2027-01")
    assert "mercredi 13 janvier 2027, de 14 h à 17 h" in new(
        site, "event", "réunion", "Réunion des maires", "--day", "2027-01-13", "--start", "14:00", "--end", "17h",
        "--place", "Mairie, salle du conseil", "--communes", "73997,73998")
    new(site, "event", "immersion", "Immersion", "--day", "2027-02-01")
    new(site, "consultation", "dcas-2027")
    new(site, "commitments", "dcas-2027")
    status, messages = found(site)
    assert (status, {message["id"] for message in messages}) == (0, {"feed-demonstration"}), messages
    head = yaml.safe_load((site / "content/bulletins/2027-01.md").read_text().split("---\n")[1])
    assert (head["number"], head["period"], head["draft"]) == (2, "janvier 2027", True)
    # All that is a draft, shown: models are texts that publish.
    Project(site).build("--drafts", "--no-pdf", "--no-search", "--output", "essai")
    page = (site / "essai/guides/elus/deposer-plainte-ou-et-comment/index.html").read_text().replace("\xa0", " ")
    assert "Déposer plainte : où et comment" in page
    for address in ("alertes/faux-agents", "bulletins/2027-01", "guides/violences-intrafamiliales/accueillir-une-victime"):
        assert (site / "essai" / address / "index.html").is_file()
    assert "Quelles sont vos attentes" in (site / "essai/consultations/dcas-2027/index.html").read_text()
    assert "Réunion des maires" in (site / "essai/agenda/index.html").read_text()


def test_bulletins_of_a_new_site_are_set(site, program):
    edition = site / "content/bulletins/2026-11.md"
    edition.write_text(edition.read_text().replace("draft: true\n", ""))
    Project(site).build("--no-search")
    [bulletin] = (site / "public/communes").glob("*-exemple-le-haut/bulletin-2026-11.pdf")
    assert bulletin.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("title", [
    'Il a dit : "non" # pas un commentaire', "[x] - {a: b} & *c* !d | e > f % @ `g`", "C:\\dossier\\", "🚨 Urgence 🚨", "مرحبا بالعالم",
    "שלום \u202eעולם", "x" * 3000, "mot " * 500, "deux\nlignes\t et\x07 plus", "'", "null", "2026-11-24",
])
def test_any_title_makes_sound_files(site, program, title):
    guide, alert = new(site, "guide", "elus", title), new(site, "alert", title)
    new(site, "event", "permanence", title, "--day", "2027-01-13", "--place", title)
    for said in (guide, alert):
        text = (site / re.search("« (content/.+?) »", said)[1]).read_text()
        read = yaml.safe_load(text.split("---\n")[1])["title"]
        assert [letter for letter in read if letter.isalnum()] == [letter for letter in title if letter.isalnum()]
    status, messages = found(site)
    # A title of a thousand words is no text for a telephone, and is told so.
    assert (status, {message["id"] for message in messages} - {"sms-budget"}) == (0, {"feed-demonstration"}), messages


def test_nothing_that_exists_is_touched(site, program):
    new(site, "guide", "elus", "Essai")
    new(site, "alert", "Essai")
    new(site, "consultation", "dcas")
    new(site, "commitments", "dcas")
    before = files(site)
    for arguments in (
        ("guide", "elus", "Éssai !"), ("alert", "essai"), ("bulletin", "2026-11"), ("consultation", "dcas"), ("commitments", "dcas"), ("site",),
        ("site", "content"), ("guide", "elus", "Autre", "--slug", "essai"),
    ):
        done = run(site, "new", *arguments)
        assert done.returncode == 2 and re.search("existe déjà|n’est pas vide", done.stderr), (arguments, done.stderr)
    assert files(site) == before


@pytest.mark.parametrize("arguments, words", [
    (("guide", "elu", "Essai"), "vouliez-vous dire « elus » ?"),
    (("guide", "voirie", "Essai"), "thèmes connus : « elus »"),
    (("event", "permanence", "<b>Essai</b>", "--day", "2027-01-13"), "contient ici du HTML"),
    (("guide", "elus", " "), "le titre est vide"),
    (("bulletin", "janvier"), "écrivez-le AAAA-MM"),
    (("event", "permanance", "Essai", "--day", "2027-01-13"), "vouliez-vous dire « permanence » ?"),
    (("event", "permanence", "Essai", "--day", "2027-02-30"), "la date « 2027-02-30 » n’existe pas"),
    (("event", "permanence", "Essai", "--day", "2027-01-13", "--communes", "74010"), "« 74010 »"),
    (("event", "permanence", "Essai", "--day", "2027-01-13", "--communes", "73996"), "vouliez-vous dire « Exemple-le-"),
    (("event", "permanence", "Essai", "--day", "2027-01-13", "--communes", "Exemple-le-Hau"), "vouliez-vous dire « Exemple-le-Haut » (7399"),
    (("event", "permanence", "Essai", "--day", "2026-01-13"), "est passé"),
    (("consultation", "../../ailleurs"), "ne peut pas devenir une adresse"),
    (("guid",), "vouliez-vous dire « guide » ?"),
    (("site", "ailleurs", "--departement", "Savoie"), "vouliez-vous dire « 73 » (Savoie) ?"),
])
def test_what_cannot_be_begun_is_told_in_french(site, program, arguments, words):
    before = files(site)
    done = run(site, "new", *arguments) if arguments != ("guid",) else subprocess.run(
        [str(PROGRAM), "new", "guid"], cwd=site, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and words in done.stderr.replace("\xa0", " "), done.stderr
    assert files(site) == before


def test_models_are_the_editors_to_change(site, program):
    model = site / "site-templates/new/alert.md"
    model.write_text(model.read_text().replace("audience: [habitant]", "audience: [secrétariat]"))
    new(site, "alert", "Essai")
    assert "audience: [secrétariat]" in (site / "content/alerts/essai.md").read_text()
    model.write_text("---\ntitle: {{{titel}}}\n---\n")
    done = run(site, "new", "alert", "Autre")
    assert done.returncode == 1 and "site-templates/new/alert.md:2:11: erreur:" in done.stderr and "« title »" in done.stderr
    assert not (site / "content/alerts/autre.md").exists()
    shutil.rmtree(site / "site-templates/new")
    done = run(site, "new", "alert", "Autre")
    assert done.returncode == 1 and "[template-missing]" in done.stderr


def test_outside_a_project_it_says_where_to_go(tmp_path, program):
    done = run(tmp_path, "new", "guide", "elus", "Essai")
    assert done.returncode == 2 and "« content/site.yml » n’existe pas" in done.stderr and "crieur new site" in done.stderr
    assert not list(tmp_path.iterdir())


def test_the_example_may_be_continued(tmp_path, program):
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(TEMPLATES, tmp_path / "site-templates")
    new(tmp_path, "guide", "cybersecurite", "Mots de passe")
    new(tmp_path, "event", "permanence", "Permanence", "--day", "2027-01-20", "--communes", "74010")
    assert (tmp_path / "content/agenda/permanences.csv").read_bytes() == (
        (ROOT / "content/agenda/permanences.csv").read_bytes() + b"permanence,Permanence,2027-01-20,,,,74010\n")
    done = run(tmp_path, "check", "--strict")
    assert done.returncode == 0, done.stderr
