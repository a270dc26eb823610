"""« crieur explain » says where a page comes from, which policy hides what, and what the key of a PDF is made of."""

import re
import shutil
import subprocess

import pytest

from judges.program import DAY, PROGRAM, ROOT, Project, copy_of_the_example, environment

BASE = ROOT / "Tests/Fixtures/base"
GUIDE = "content/guides/elus/menaces.md"
PDF = "/communes/74010-annecy/bulletin-2026-11.pdf"


@pytest.fixture
def project(tmp_path):
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path)


def explain(project, subject, *arguments, date=DAY):
    done = subprocess.run(
        [str(PROGRAM), "explain", subject, "--date", date, *arguments], cwd=project.folder, env=environment(), capture_output=True,
        text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.replace("\xa0", " ").splitlines()


def front(project, line):
    project.edit(GUIDE, "audience: [élu]", f"audience: [élu]\n{line}")


def test_a_guide_by_its_route_its_file_and_what_is_published(project, program):
    front(project, "review: 2026-12-01\nreviewed_by: {function: Le référent (exemple), date: 2026-11-20}\nprint: [poster-a4]")
    lines = explain(project, "/guides/elus/menaces/")
    assert lines[:5] == [
        "adresse : /guides/elus/menaces/", "fichier publié : public/guides/elus/menaces/index.html", f"source : {GUIDE}",
        "gabarit : site-templates/web/guide.mustache", "qui emploie : layouts/page"]
    assert {
        "mis à jour : 24 novembre 2026", "à relire : le 1er décembre 2026", "relu : par Le référent (exemple), le 20 novembre 2026",
        "destinataires : élu ; ce qui est publié est public, quel que soit le destinataire",
        "imprimé : /guides/elus/menaces/affiche-a4.pdf", "imprimé : bulletin 2026-11, sujet du mois",
    } <= set(lines)
    assert any(line.startswith("fait « 17 » : 17 — ") and "à revérifier le" in line for line in lines)
    assert explain(project, GUIDE) == lines == explain(project, "public/guides/elus/menaces/index.html")
    assert "à relire : le 1er décembre 2026, date passée" in explain(project, GUIDE, date="2026-12-02")


@pytest.mark.parametrize("line, day, reason", [
    ("draft: true", DAY, "c’est un brouillon (« draft: true »)"),
    ("publish: 2026-12-01", DAY, "il paraîtra le 1er décembre 2026 (« publish »)"),
    ("expires: 2026-11-24", "2026-11-25", "son dernier jour était le 24 novembre 2026 (« expires »)"),
])
def test_why_a_text_is_not_published(line, day, reason, project, program):
    front(project, line)
    project.edit("content/bulletins/2026-11.md", "[guides/elus/menaces.md]", "[]")
    lines = explain(project, GUIDE, date=day)
    assert lines[0] == f"source : {GUIDE}" and lines[1].startswith("pas publié le ") and lines[1].endswith(f" : {reason}")
    assert explain(project, "/guides/elus/menaces/", date=day) == lines


def test_what_a_reserve_hides(project, program):
    project.edit("content/site.yml", "demonstration: true", "demonstration: true\nreserve:\n  - {label: Élections, from: 2026-11-01, until: 2027-03-21}")
    (project.folder / "content/communes").mkdir()
    note = "content/communes/74010.md"
    (project.folder / note).write_text("---\ntitle: Le mot\n---\n\nBonjour.\n")
    hidden = "caché par la réserve « Élections », du 1er novembre 2026 au 21 mars 2027 inclus : "
    assert hidden + f"le mot de la commune, {note}" in explain(project, note)
    assert hidden + f"le mot de la commune, {note}" in explain(project, "/communes/74010-annecy/")
    edition = "content/bulletins/2026-11.md"
    assert hidden + f"l’éditorial, {edition}" in explain(project, edition)
    project.edit(GUIDE, "Rangez-les.", ":::praise\n\nRangez-les.\n\n:::")
    assert hidden + f"les parties « :::praise », {GUIDE}" in explain(project, GUIDE)
    front(project, "praise: true")
    assert hidden + f"cette page (« praise: true »), {GUIDE}" in explain(project, "/guides/elus/menaces/")


def test_the_rows_and_the_traces_of_the_example(tmp_path, program):
    copy_of_the_example(tmp_path)
    lines = explain(Project(tmp_path), "/communes/74080-la-clusaz/")
    named = {line.split("« ")[1].split(" »")[0]: lines[place + 1].strip() for place, line in enumerate(lines) if line.startswith("données «")}
    text = (tmp_path / "content/feeds/communes.csv").read_text().splitlines()
    number = 1 + next(place for place, row in enumerate(text) if row.startswith("74080,"))
    assert named["communes"] == f"ligne {number} du fichier"
    assert re.fullmatch(r"lignes .* de plus du fichier décompressé", named["delinquance-communes"])
    assert any(line.startswith("chiffres cachés : violences intrafamiliales") for line in lines)
    assert not any(line.startswith("chiffres cachés") for line in explain(Project(tmp_path), "/communes/74010-annecy/"))
    [guide] = sorted((tmp_path / "content/guides/violences-intrafamiliales").glob("*.md"))[:1]
    if "draft: true" in guide.read_text():
        guide.write_text(guide.read_text().replace("draft: true\n", ""))
    said = explain(Project(tmp_path), str(guide.relative_to(tmp_path)))
    assert any(line.startswith("laisse peu de traces (thème « violences-intrafamiliales »)") for line in said)


def key(lines):
    place = next(index for index, line in enumerate(lines) if line.startswith("clé du cache : "))
    parts = {}
    for line in lines[place + 2:]:
        if found := re.fullmatch(r"    ([0-9a-f]{16})  (.+)", line):
            parts[found[2].split(" (")[0]] = found[1]
    return lines[place].split(" : ")[1], parts


def test_the_key_of_a_pdf_changes_with_the_part_that_changed(project, program):
    before, parts = key(explain(project, PDF))
    assert re.fullmatch("[0-9a-f]{64}", before)
    assert {"programme de composition", "version de typst", "gabarit bulletin.typ", "textes et données de cet imprimé"} <= set(parts)
    assert explain(project, PDF)[-1].startswith("PDF : pas encore composé")
    project.build()
    kept = [path.name for path in project.cache.rglob("*") if before in str(path)]
    assert kept, "the key is not that of the cache"
    lines = explain(project, PDF)
    assert key(lines) == (before, parts) and lines[-2].startswith("PDF : dans le cache, 1 page, ")
    project.edit("content/bulletins/2026-11.md", "Une brève.", "Une autre brève.")
    after, changed = key(explain(project, PDF))
    assert after != before
    assert {name for name in parts if parts[name] != changed[name]} == {"textes et données de cet imprimé"}
    template = project.folder / "site-templates/print/bulletin.typ"
    template.write_text(template.read_text() + "\n// Rien.\n")
    _, last = key(explain(project, PDF))
    assert {name for name in parts if last[name] != changed[name]} == {"gabarit bulletin.typ"}


def test_what_is_not_there_is_said(project, program):
    done = subprocess.run(
        [str(PROGRAM), "explain", "/nulle-part/", "--date", DAY], cwd=project.folder, env=environment(), capture_output=True, text=True)
    assert done.returncode == 1 and "rien ne s’appelle « /nulle-part/ »" in done.stderr
