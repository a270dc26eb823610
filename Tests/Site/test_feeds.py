"""`crieur feeds`: what each file brings, what is missing, and what changed since a former build."""

import json
import shutil
import subprocess

import pytest

from judges.html_page import plain
from judges.program import PROGRAM, ROOT, environment

BASE = ROOT / "Tests/Fixtures/base"


def test_former_communes_stand_on_page_twin_and_bulletin(commune_pages, twins, bulletins):
    """Annecy's, in the example; a commune that has none says nothing of it."""
    names = "Annecy, Annecy-le-Vieux, Cran-Gevrier, Meythet, Pringy et Seynod"
    assert f"communes déléguées : {names}" in commune_pages["74010"].text
    assert f"communes déléguées : {names}" in twins["74010"].text
    texts = {bulletin.commune.code: plain(bulletin.text) for bulletin in bulletins}
    assert f"Communes déléguées : {names}" in texts["74010"]
    assert "Commune associée : Ésery" in texts["74220"]
    assert "Communes déléguées" not in texts["74080"]


def feeds(folder, *arguments):
    return subprocess.run(
        [str(PROGRAM), "feeds", "--date", "2026-11-24", *arguments], cwd=folder, env=environment(),
        capture_output=True, text=True, timeout=120)


@pytest.fixture
def site(tmp_path, program):
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def edit(site, file, old, new):
    path = site / "content/feeds" / file
    text = path.read_text()
    assert old in text, f"{file} no longer holds « {old} »"
    path.write_text(text.replace(old, new, 1))


def test_the_table_says_what_each_feed_brings(site):
    edit(site, "feeds.yml", "nature: local", "nature: local\n    max_age: 400")
    done = feeds(site)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Données du département 74 au 24\u00a0novembre 2026 : 3\u00a0communes\n"
        "\n"
        "Données   Lignes  Retenues  Communes  Inconnus  Anciens  Doublons  Âge          Nature\n"
        "communes       3         3   3 sur 3         0        0         0  0 j sur 400  locale\n"
        "units          1         1   3 sur 3         0        0         0  0 j          exemple\n"
        "\n"
        "Communes sans brigade ni commissariat : aucune\n"
        "Services sans horaires : 1 (Brigade de gendarmerie d’Annecy-Meythet)\n")


def test_gaps_are_listed(site):
    edit(site, "communes.csv", "74220,1758,Annecy,1009192", "74220,1758,Annecy,")
    with (site / "content/feeds/feeds.yml").open("a") as file:
        file.write(
            "  - {id: gares, file: gares.csv, format: table, code: INSEE, columns: [{column: GARE, label: Gare, "
            "kind: text}], title: Gares, producer: Exemple, licence: LO 2.0, vintage: \"2024\", "
            "retrieved: 2026-11-24, nature: local}\n")
    (site / "content/feeds/gares.csv").write_text("INSEE;GARE\n74010;Gare\n74010;Gare\n74999;Halte\n01001;Gare\n")
    done = feeds(site)
    assert done.returncode == 0
    assert "gares          4         2   1 sur 3         1        0         1  0 j  locale\n" in done.stdout
    assert done.stdout.endswith(
        "Communes sans brigade ni commissariat : 1 (La Clusaz 74080)\n"
        "Services sans horaires : 1 (Brigade de gendarmerie d’Annecy-Meythet)\n"
        "Codes sans commune dans « gares » : 1 (74999)\n")
    assert done.stderr.count("[feed-commune-without-unit]") == 1
    assert feeds(site, "--strict").returncode == 1


def test_programs_are_told_in_json(site):
    edit(site, "feeds.yml", "retrieved: 2026-11-24", "retrieved: 2026-11-04\n    max_age: 10")
    done = feeds(site, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    assert report["communes"] == 3 and report["communes_without_unit"] == [] and report["date"] == "2026-11-24"
    communes, units = report["feeds"]
    assert communes["age"] == 20 and communes["maximum_age"] == 10 and communes["communes"] == 3
    assert communes["rows"] == 3 and communes["unmatched"] == [] and communes["duplicates"] == 0
    assert units["nature"] == "demonstration" and "maximum_age" not in units
    assert [message["id"] for message in report["messages"]] == ["feed-stale"]
    assert "changes" not in report


def test_what_changed_since_a_former_build(site):
    built = subprocess.run(
        [str(PROGRAM), "build", "--no-pdf", "--no-search", "--date", "2026-11-24"], cwd=site, env=environment(), capture_output=True,
        text=True, timeout=120)
    assert built.returncode == 0, built.stderr
    manifest = site / "public/build-manifest.json"
    assert json.loads(manifest.read_text())["notice"] == "EXEMPLE : NE PAS DIFFUSER"
    same = feeds(site, "--previous", str(manifest))
    assert same.stdout.endswith("Rien n’a changé dans les données.\n")

    edit(site, "feeds.yml", 'vintage: "2026"', 'vintage: "2027"')
    edit(site, "units.csv", "04 65 71 11 51,Annecy,", "04 65 71 11 52,Annecy,le lundi")
    edit(site, "communes.csv", "74220,1758,Annecy,1009192", "74220,1758,Annecy,")
    edit(site, "communes.csv", "74116,Eteaux,1,74800,2188,Bonneville,1009192\n", "")
    done = feeds(site, "--previous", str(manifest))
    assert done.returncode == 0
    assert done.stdout.split("Ce qui a changé :\n")[1].splitlines() == [
        "  Données « communes » : millésime : 2027 (avant : 2026)",
        "  Données « communes » : lignes retenues : 2 (avant : 3)",
        "  Données « communes » : communes : 2 (avant : 3)",
        "  Données « units » : communes : 1 (avant : 3)",
        "  Eteaux (74116) : n’y est plus",
        "  La Clusaz (74080) : plus aucun service ne répond pour elle "
        "(avant : Brigade de gendarmerie d’Annecy-Meythet)",
        "  Brigade de gendarmerie d’Annecy-Meythet : horaires : « le lundi » (avant : inconnu)",
        "  Brigade de gendarmerie d’Annecy-Meythet : téléphone : « 04 65 71 11 52 » (avant : « 04 65 71 11 51 »)",
    ]
    changes = json.loads(feeds(site, "--previous", str(manifest), "--format", "json").stdout)["changes"]
    assert len(json.loads(feeds(site, "--previous", str(manifest), "--format", "json").stdout)["feed_changes"]) == 4
    assert {(change["id"], change["what"]) for change in changes} == {
        ("74116", "disappeared"), ("74080", "units"), ("1009192", "hours"), ("1009192", "telephone")}


def test_what_is_no_manifest_is_wrong_usage(site):
    done = feeds(site, "--previous", "content/site.yml")
    assert done.returncode == 2
    assert "« content/site.yml » n’est pas un build-manifest.json de Crieur" in done.stderr


def test_a_list_of_feeds_that_cannot_be_read_is_a_fault(site):
    (site / "content/site.yml").unlink()
    assert feeds(site).returncode == 1
    assert json.loads(feeds(site, "--format", "json").stdout)["messages"][0]["id"] == "file-missing"
