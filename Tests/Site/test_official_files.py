"""The same site from the files that INSEE and the ministry of the Interior publish. They are no part of the project."""

import csv
import os
import re
from pathlib import Path

import pytest

from judges.bulletin import output_of
from judges.html_page import HTMLPage
from judges.program import ROOT, copy_of_the_example
from judges.table import typographic
from judges.tree import few

DATA = Path(os.environ.get("CRIEUR_REAL_DATA", ROOT.parent / "shared/data"))
FILES = {
    "insee-cog-communes": "communes/74-insee-cog-2026-communes.csv",
    "insee-cog-movements": "communes/74-insee-cog-2026-mouvements.csv",
    "insee-cog-arrondissements": "communes/insee-cog-2026-arrondissements.csv",
    "insee-populations": "communes/74-insee-populations-legales-2023.csv",
    "competence-territoriale": "gendarmerie/74-competence-territoriale-gn-pn.csv",
}

pytestmark = pytest.mark.skipif(
    not all((DATA / file).is_file() for file in FILES.values()),
    reason="the official files are not there: set CRIEUR_REAL_DATA to their folder")


def rows(format: str, separator: str) -> list[dict[str, str]]:
    with (DATA / FILES[format]).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


@pytest.fixture(scope="module")
def built(program, tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("official"))
    feeds = ["feeds:"]
    for format, file in FILES.items():
        name = Path(file).name
        (project.folder / "content/feeds" / name).write_bytes((DATA / file).read_bytes())
        feeds.append(
            f"  - id: {format}\n    file: {name}\n    format: {format}\n    title: {format}\n    producer: INSEE, ministère de l’Intérieur\n"
            f"    licence: Licence Ouverte 2.0\n    vintage: millésime 2026\n    retrieved: 2026-11-24\n    nature: official")
    for own in ("communes.csv", "units.csv"):
        (project.folder / "content/feeds" / own).unlink()
    (project.folder / "content/feeds/feeds.yml").write_text("\n".join(feeds) + "\n", "utf-8")
    project.edit("content/site.yml", "demonstration: true", "demonstration: false")
    done = project.build("--strict")
    return project.public, done.stdout + done.stderr


@pytest.fixture(scope="module")
def communes_built(built):
    """Code → page."""
    public, _ = built
    return {
        file.parent.name[:5]: HTMLPage(public, file) for file in sorted(public.glob("communes/*/index.html"))
    }


def test_no_code_is_lost(built, communes_built):
    codes = [row["COM"] for row in rows("insee-cog-communes", ",") if row["TYPECOM"] == "COM"]
    assert len(codes) == 279 and sorted(codes) == sorted(communes_built), "codes lost or invented: " + str(
        sorted(set(codes) ^ set(communes_built)))
    assert len(list(built[0].glob("communes/*/bulletin-2026-11.pdf"))) == 279


def test_names_are_those_of_the_cog(communes_built):
    faults = []
    for row in rows("insee-cog-communes", ","):
        if row["TYPECOM"] != "COM":
            continue
        shown = HTMLPage.text_of(communes_built[row["COM"]].one("//h1"))
        if shown != typographic(row["LIBELLE"]):
            faults.append(f"{row['COM']}: « {shown} », the COG says « {row['LIBELLE']} »")
    assert not faults, "names:" + few(faults)


def test_every_competent_service_is_on_its_communes_page(communes_built):
    expected: dict[str, list[str]] = {}
    for row in rows("competence-territoriale", ";"):
        kind = {"GN": "Gendarmerie nationale", "PN": "Police nationale"}[row["institution"]]
        expected.setdefault(row["code_commune"], []).append(kind)
    shown = {
        code: sorted(HTMLPage.text_of(element) for element in page.of_class("institution"))
        for code, page in communes_built.items()
    }
    everything = [kind for kinds in shown.values() for kind in kinds]
    assert everything.count("Gendarmerie nationale") == 267, f"{everything.count('Gendarmerie nationale')} links to brigades"
    assert everything.count("Police nationale") == 13, f"{everything.count('Police nationale')} links to commissariats"
    wrong = [
        f"{code}: {shown.get(code)}, the file says {sorted(kinds)}"
        for code, kinds in expected.items() if shown.get(code) != sorted(kinds)
    ]
    assert not wrong, "services:" + few(wrong)


def test_populations_are_the_legal_ones(communes_built):
    faults = []
    for row in rows("insee-populations", ";"):
        page = communes_built.get(row["COM"])
        if page is None:
            continue
        particulars = [HTMLPage.text_of(item) for item in page.of_class("commune-head")[0].iter("li")]
        said = [re.match(r"(\d[\d ]*) habitants?\b", text) for text in particulars]
        shown = [int(match[1].replace(" ", "")) for match in said if match]
        if shown != [int(row["PMUN"])]:
            faults.append(f"{page.path}: {shown} inhabitants, the file says {row['PMUN']}")
    assert not faults, "populations:" + few(faults)


def test_a_postal_code_of_another_departement_stays(communes_built):
    page = communes_built["74109"]
    assert HTMLPage.text_of(page.one("//h1")) == "Éloise"
    assert "01200" in HTMLPage.text_of(page.of_class("commune-head")[0]), "Éloise (74109) has lost its 01200"


def test_eteaux_has_its_new_name_and_the_build_says_why(built, communes_built):
    assert HTMLPage.text_of(communes_built["74116"].one("//h1")) == "Eteaux"
    assert "Etaux" in built[1] and "Eteaux" in built[1], f"no note tells that Etaux is called Eteaux:\n{built[1]}"


def test_units_without_a_number_say_what_to_do(communes_built):
    """The official file of competence holds no telephone number, and none may be made up."""
    for page in communes_built.values():
        for card in page.of_class("unit"):
            text = HTMLPage.text_of(card)
            assert not re.search(r"\d\d \d\d \d\d", text) and "17" in text, f"{page.path}: « {text} »"


def test_a_site_that_is_no_demonstration_is_for_robots_and_readers(built):
    public, _ = built
    assert "Disallow: /\n" not in (public / "robots.txt").read_text()
    assert re.search(r"^Sitemap: https://\S+/sitemap\.xml$", (public / "robots.txt").read_text(), re.MULTILINE)
    faults = []
    for file in public.rglob("*.html"):
        page = HTMLPage(public, file)
        if page.of_class("demonstration"):
            faults.append(f"{page.path}: says that it is an example")
        hidden = bool(page.elements("//meta[@name='robots'][contains(@content, 'noindex')]"))
        # What a town hall's site frames stands for the commune's page, which robots may keep.
        # Robots are to find what holds, not what held.
        if hidden != (not page.is_of_content or file.name == "encart.html" or "archives" in page.route):
            faults.append(f"{page.path}: {'asks robots to stay away' if hidden else 'is for robots to keep'}")
    for file in sorted(public.rglob("*.pdf"))[::40]:
        if "DIFFUSER" in output_of("pdftotext", str(file), "-"):
            faults.append(f"{file.relative_to(public)}: says that it is an example")
    assert not faults, "with « demonstration: false »:" + few(faults)
