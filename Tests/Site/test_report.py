"""`crieur build --report`: what a publication changes, in plain French, for the person who approves it."""

import re
import shutil

import pytest
from test_faults import FIXTURES

from judges.program import ROOT, Project

ALONE = ["--templates", str(ROOT / "site-templates"), "--no-pdf", "--no-search", "--report", "rapport.md"]


@pytest.fixture
def site(tmp_path):
    shutil.copytree(FIXTURES / "base", tmp_path, dirs_exist_ok=True)
    site = Project(tmp_path)
    site.build(*ALONE)
    return site


def report(site):
    return (site.folder / "rapport.md").read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")


def section(text, title):
    found = re.search(rf"^## {re.escape(title)}\n\n(.*?)(?=\n\n## |\Z)", text, re.S | re.M)
    return found[1] if found else ""


def test_a_first_publication_says_so(site):
    text = report(site)
    assert text.startswith("# Ce qui change : Portail d’essai\n") or text.startswith("# Ce qui change : Portail d'essai\n")
    assert "EXEMPLE : NE PAS DIFFUSER" in text and "première publication" in text
    assert not section(text, "Faits changés") and "- [ ] " in section(text, "Avant d’approuver")


def test_nothing_changed(site):
    site.build(*ALONE)
    text = report(site)
    assert "Pages : 0 nouvelle, 0 changée, 0 retirée." in text
    assert not section(text, "Pages changées") and not section(text, "Données officielles")


def test_another_day_alone_is_told_apart(site):
    site.build(*ALONE, date="2026-11-25")
    text = report(site)
    pages = len(list(site.public.rglob("index.html"))) + 1
    assert "comparé à la publication précédente" in text and "25 novembre 2026" in text
    told = re.search(r"(\d+) pages ne changent que par la date", text)
    assert told and int(told[1]) > pages // 2, text


def test_texts_facts_and_services_that_changed_are_named(site):
    facts = (site.folder / "content/facts.yml").read_text("utf-8")
    assert 'value: "17"' in facts
    (site.folder / "content/facts.yml").write_text(facts.replace('value: "17"', 'value: "18"', 1), "utf-8")
    guides = site.folder / "content/guides/elus"
    (guides / "nouveau.md").write_text(
        "---\ntitle: Un [nouveau] guide\nsummary: Que faire.\n---\n\nAppelez le :fact[17].\n", "utf-8")
    communes = site.folder / "content/feeds/communes.csv"
    former = communes.read_text("utf-8")
    communes.write_text(former.replace("74010,Annecy,", "74010,Annecy-le-Neuf,"), "utf-8")
    site.build(*ALONE)
    text = report(site)
    assert r"[Un \[nouveau\] guide](https://portail.exemple.fr/guides/elus/nouveau/)" in section(text, "Pages nouvelles")
    assert "| `17` | 17 | **18** | `content/guides/elus/menaces.md`, `content/guides/elus/nouveau.md` |" in section(text, "Faits changés")
    assert "Annecy-le-Neuf (74010)" in section(text, "Données officielles")
    assert "à sa source" in section(text, "Avant d’approuver")


def test_a_text_that_goes_is_listed(site):
    guide = site.folder / "content/guides/elus/passager.md"
    guide.write_text("---\ntitle: Passager\nsummary: Pour un temps.\n---\n\nUn texte.\n", "utf-8")
    site.build(*ALONE)
    shutil.copy(site.public / "build-manifest.json", site.folder / "ancien.json")
    guide.unlink()
    site.build(*ALONE, "--previous", "ancien.json")
    assert section(report(site), "Pages retirées") == (
        "- [guides/elus/passager](https://portail.exemple.fr/guides/elus/passager/)")


def test_a_build_that_stops_leaves_the_former_report(site):
    before = report(site)
    (site.folder / "content/guides/elus/faux.md").write_text("---\ntitle: Faux\n", "utf-8")
    assert site.run(*ALONE).returncode == 1
    assert report(site) == before


@pytest.mark.parametrize("place", ["content/rapport.md", "public/rapport.md", "site-templates/x.md"])
def test_it_goes_nowhere_where_it_would_be_published_or_lost(site, place):
    done = site.run(*ALONE[2:4], "--report", place)
    assert done.returncode == 2 and "--report" in done.stderr
    assert not (site.folder / place).exists()
