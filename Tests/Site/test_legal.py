"""The pages that the law asks for: their values are those of `site.yml` and of the feeds, written nowhere else."""

import re

import pytest
import yaml

from judges.html_page import HTMLPage, plain
from judges.program import ROOT, copy_of_the_example
from judges.tree import few

LEGAL = ["mentions-legales", "donnees-personnelles", "accessibilite", "sources-et-licences", "eco-conception"]
AUDIT = """state: partial
rate: 72,5
date: 2026-10-05
auditor: un bureau d'audit (exemple)
pages: [{title: Accueil, route: /}, {title: Annecy, route: /communes/74010-annecy/}, {title: Hier, route: /hier/}]
nonconformities: [Les tableaux de chiffres n'ont pas tous un titre.]
derogations: ["Les bulletins d'avant 2026 : les refaire coûterait trop."]
"""


@pytest.fixture(scope="module")
def settings():
    return yaml.safe_load((ROOT / "content/site.yml").read_text())


@pytest.fixture(scope="module")
def feeds():
    return yaml.safe_load((ROOT / "content/feeds/feeds.yml").read_text())["feeds"]


def typographic(text):
    return plain(str(text)).replace("'", "’")


def page(pages, name) -> HTMLPage:
    return pages[f"{name}/index.html"]


def size(count):
    """As the program rounds it."""
    return f"{max(1, (count + 500) // 1000)} ko"


def test_every_page_leads_to_all_of_them(pages):
    faults = []
    for path, each in pages.items():
        links = {link.get("href"): plain(link.text_content()) for link in each.elements("//footer//a")}
        missing = [name for name in LEGAL if f"/{name}/" not in links]
        if each.elements("//footer") and missing:
            faults.append(f"{path}: no link to {missing}")
        # The law asks for these very words on the home page; here they are on all.
        if each.elements("//footer") and links.get("/accessibilite/") != "Accessibilité : non conforme":
            faults.append(f"{path}: does not say how accessible the site is")
    assert not faults, "feet of pages:" + few(faults)


def test_they_are_in_the_plan_and_in_the_sitemap(pages, public):
    plan = {link.get("href") for link in page(pages, "recherche").elements("//*[@data-search='plan']//a")}
    sitemap = (public / "sitemap.xml").read_text()
    for name in LEGAL:
        assert f"/{name}/" in plan
        assert f"/{name}/</loc>" in sitemap


def test_the_notice_says_who_answers_for_the_site(pages, settings):
    text = page(pages, "mentions-legales").text_of(page(pages, "mentions-legales").one("//main"))
    publisher = settings["publisher"]
    told = [publisher[key] for key in ("name", "address", "telephone", "email", "director")] + list(publisher["host"].values())
    for value in told:
        assert typographic(value) in text, f"the notice does not say « {value} »"


def test_these_values_stand_in_one_file_only(settings):
    """An editor who changes a number changes it everywhere."""
    publisher = settings["publisher"]
    values = [publisher["telephone"], publisher["email"], publisher["host"]["telephone"], publisher["address"]]
    for file in (ROOT / "content").rglob("*.md"):
        for value in values:
            assert value not in file.read_text(), f"{file.relative_to(ROOT)} repeats « {value} » of site.yml"


def test_readers_know_what_is_kept_and_how_to_have_it_forgotten(pages, settings):
    text = page(pages, "donnees-personnelles").text
    protection = settings["data_protection"]
    for words in [
        protection["officer"]["email"], f"{protection['log_days']} jours", f"{protection['message_days']} jours",
        settings["corrections"], "CNIL", "Retenir cette commune sur cet appareil", "Pour oublier",
    ]:
        assert plain(words) in text, f"« {words} » is not told"
    # The words of the buttons are those of the pages.
    templates = "".join(file.read_text() for file in (ROOT / "site-templates/web").rglob("*.mustache"))
    assert templates.count("Retenir cette commune sur cet appareil") > 1


def test_no_page_does_what_the_notice_denies(public):
    for script in public.glob("assets/*.js"):
        for forbidden in ("document.cookie", "geolocation", "sendBeacon"):
            assert forbidden not in script.read_text(), f"{script.name} uses {forbidden}"


def test_without_an_audit_the_site_claims_nothing(pages):
    declaration = page(pages, "accessibilite")
    assert "Aucun audit n’a été fait" in declaration.text and "Défenseur des droits" in declaration.text
    assert not re.search(r"\d %", declaration.text), "a rate that nobody measured"
    assert declaration.title.startswith("Accessibilité : non conforme")


def test_sources_are_those_of_this_build(pages, feeds):
    listed = [plain(item.text_content()) for item in page(pages, "sources-et-licences").elements(
        "//main//div[@class='body']/ul[@class='source-list']/li")]
    assert len(listed) == len(feeds)
    for feed, item in zip(feeds, listed):
        for key in ("title", "vintage", "licence"):
            words = [word for word in re.split(r"\W+", str(feed[key])) if len(word) > 3]
            assert words and all(word in item for word in words), f"{feed['id']}: « {feed[key]} » is not in « {item} »"
        assert ("données d’exemple" in item) == (feed["nature"] == "demonstration"), feed["id"]
    assert "schématiques" in page(pages, "sources-et-licences").text


def requests(public, each: HTMLPage):
    """Files that a browser needs at once to show a page."""
    wanted = each.elements(
        "//link[@rel='stylesheet' or @rel='icon' or @rel='manifest']/@href | //script/@src | //img[not(@loading='lazy')]/@src")
    return [public / address.lstrip("/") for address in dict.fromkeys(wanted)]


def test_the_weights_are_those_of_the_files(public, pages):
    """Counted again, from the files."""
    eco = page(pages, "eco-conception")
    rows = eco.elements("//main//tbody/tr")
    assert len(rows) == 3
    for row in rows:
        [href] = row.xpath("th/a/@href")
        measured = pages[f"{href}index.html".lstrip("/")]
        files = requests(public, measured)
        html = len(measured.file.read_bytes())
        whole = html + sum(file.stat().st_size for file in files)
        assert [plain(cell.text_content()) for cell in row.xpath("td")] == [size(whole), str(1 + len(files)), size(html)], href
    assert "avant compression" in eco.text and "Ce qui n’est pas compté" in eco.text


def test_an_audit_is_declared_on_every_page(tmp_path, program):
    project = copy_of_the_example(tmp_path)
    (tmp_path / "content/accessibility.yml").write_text(AUDIT)
    # Links stay right below a path.
    site = tmp_path / "content/site.yml"
    site.write_text(site.read_text().replace("exemple.fr/\ntimezone", "exemple.fr/portail/\ntimezone"))
    project.build("--strict", "--no-pdf", "--no-search")
    public = tmp_path / "public"
    said = "Accessibilité : partiellement conforme"
    for path in ("index.html", "communes/74010-annecy/index.html", "404.html"):
        [link] = [link for link in HTMLPage(public, public / path).elements("//footer//a") if "Accessibilité" in link.text_content()]
        assert (plain(link.text_content()), link.get("href")) == (said, "/portail/accessibilite/"), path
    declaration = HTMLPage(public, public / "accessibilite/index.html")
    for words in ("72,5 %", "5 octobre 2026", "un bureau d’audit (exemple)", "n’ont pas tous un titre", "coûterait trop"):
        assert words in declaration.text, f"« {words} » is not told"
    links = {plain(link.text_content()): link.get("href") for link in declaration.elements("//main//li/a")}
    assert links["Annecy"] == "/portail/communes/74010-annecy/"
    assert "Hier" in declaration.text and "Hier" not in links, "a page that is gone gets no link"
