"""Recorded figures: what the source keeps secret is a number nowhere, and what it publishes is everywhere the same."""

import csv
import gzip
import io
import json
import re

import pikepdf
import pytest

from judges.bulletin import output_of
from judges.html_page import HTMLPage
from judges.program import EDITION, ROOT, copy_of_the_example
from judges.tree import few

BASE = "content/feeds/delinquance-communes.csv.gz"
FAMILY = "Violences physiques intrafamiliales"
# Numbers that stand nowhere else: of counts that are not published, and of the means of those.
SECRET = (777_001, 777_999)


def read(path):
    text = gzip.decompress((ROOT / path).read_bytes()).decode()
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def packed(rows):
    """The base as it is published: every field quoted, CRLF, gzip."""
    lines = [";".join(f'"{cell}"' for cell in row) for row in [rows[0].keys(), *(row.values() for row in rows)]]
    return gzip.compress("".join(f"{line}\r\n" for line in lines).encode(), mtime=0)


@pytest.fixture(scope="module")
def told():
    """(code, indicator, year) → the row of the example's base."""
    return {(row["CODGEO_2026"], row["indicateur"], int(row["annee"])): row for row in read(BASE)}


@pytest.fixture(scope="module")
def poisoned(program, tmp_path_factory):
    """The example whose base gives a number, beside « ndiff », to everything that it keeps secret."""
    project = copy_of_the_example(tmp_path_factory.mktemp("poisoned"))
    rows = read(BASE)
    for place, row in enumerate(rows):
        if row["est_diffuse"] == "ndiff":
            number = SECRET[0] + place % (SECRET[1] - SECRET[0])
            row["nombre"] = str(number)
            row["taux_pour_mille"] = f"{number},1234567"
            row["complement_info_nombre"] = row["complement_info_taux"] = f"{number},7654321"
    (project.folder / BASE).write_bytes(packed(rows))
    project.build("--strict")
    return project.public


def alternatives(file):
    """What is read aloud of the images of a PDF."""
    with pikepdf.open(file) as pdf:
        found = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
        return "\n".join(str(item["/Alt"]) for item in found)


def test_no_path_prints_a_suppressed_figure(poisoned):
    """777 001 and the like: with or without their spaces, in pages, charts, JSON, and bulletins read by Poppler."""
    number = re.compile("777[\\s\u00a0\u202f.,]?[0-9]{3}")
    faults = []
    for file in sorted(poisoned.rglob("*")):
        if file.suffix in (".html", ".json", ".svg", ".xml", ".txt", ".ics", ".css", ".js"):
            text = re.sub(r"[0-9a-f]{64}", "", file.read_text("utf-8"))
        elif file.suffix == ".pdf":
            text = output_of("pdftotext", str(file), "-") + alternatives(file)
        else:
            continue
        if found := number.search(text):
            faults.append(f"{file.relative_to(poisoned)}: « {text[max(0, found.start() - 60):found.end() + 20]} »")
    assert not faults, "numbers that the source keeps secret:" + few(faults)


def test_the_same_site_with_and_without_what_is_secret(poisoned, public):
    """Nothing at all depends on them: every page and every bulletin has the same bytes."""
    for file in sorted(public.rglob("*")):
        if file.is_file() and file.name != "build-manifest.json":
            assert file.read_bytes() == (poisoned / file.relative_to(public)).read_bytes(), file.relative_to(public)


def test_json_tells_numbers_and_words(public, told):
    faults = []
    seen = set()
    for file in sorted(public.glob("api/v1/communes/*.json")):
        data = json.loads(file.read_text("utf-8"))
        assert data["notice"] == "EXEMPLE : NE PAS DIFFUSER"
        code, population = data["commune"]["code"], data["commune"]["population"] or 0
        for figure in data["figures"]:
            place = code, figure["indicator"], figure["year"]
            row = told[place]
            seen.add(place)
            status, keeper, count, rate = (figure[key] for key in ("status", "suppressedBy", "value", "ratePerThousand"))
            if row["est_diffuse"] == "ndiff":
                good = (status, keeper, count, rate) == ("suppressed", "producer", None, None)
            elif figure["indicator"] == FAMILY and population < 5000:
                good = (status, keeper, count, rate) == ("suppressed", "publisher", None, None)
            else:
                expected = float(row["taux_pour_mille"].replace(",", "."))
                good = count == int(row["nombre"]) and status == ("number" if count else "zero") and abs(rate - expected) < 0.0051
            if not good:
                faults.append(f"{place}: {figure}, the base says {row}")
    assert seen == set(told), "figures lost or invented"
    assert not faults, "files of communes:" + few(faults)


def test_pages_tell_what_the_base_tells(public, told):
    faults, read_cells = [], 0
    for file in sorted(public.glob("communes/*/index.html"))[::9]:
        page = HTMLPage(public, file)
        code = file.parent.name[:5]
        charts = {
            HTMLPage.text_of(card.find("h3")): re.sub("[\u00a0\u202f]", " ", card.find(".//{*}svg").get("aria-label"))
            for card in page.elements("//ul[@class='recorded-list']/li")}
        table = page.one("//section[@id='chiffres']//table")
        years = [int(text) for text in map(HTMLPage.text_of, table.findall("thead/tr/th")) if text.isdigit()]
        for row in table.findall("tbody/tr"):
            indicator = HTMLPage.text_of(row.find("th")).rsplit(" (", 1)[0]
            name = indicator.replace("’", "'")
            for year, cell in zip(years, row.findall("td"), strict=False):
                count, source = HTMLPage.text_of(cell), told[code, name, year]
                expected = {"ndiff": "n. d."}.get(source["est_diffuse"], source["nombre"])
                digits = re.sub(r"(?<=\d)[\s\u202f](?=\d{3}\b)", "", count)
                if digits != expected and not (count == "n. a." and name == FAMILY):
                    faults.append(f"{code} {name} {year}: the table says « {count} », the base {expected}")
                words = {"n. d.": "non diffusé", "n. a.": "non affiché"}.get(count, count)
                if indicator in charts and f"{words} en {year}" not in charts[indicator]:
                    faults.append(f"{code} {name} {year}: the chart says « {charts[indicator]} »")
                read_cells += 1
    assert not faults, "pages:" + few(faults)
    assert read_cells > 1000


def test_family_violence_is_not_shown_of_small_communes(public, communes):
    populations = {commune.code: commune.population for commune in communes}
    shown = set()
    for file in public.glob("communes/*/index.html"):
        page = HTMLPage(public, file)
        headings = page.elements("//ul[@class='recorded-list']/li/h3")
        # The last cell is the département's; of those before, « n. d. » and « n. a. » tell nothing.
        rows = [
            row for row in page.elements("//section[@id='chiffres']//tbody/tr")
            if any(re.search(r"\d", HTMLPage.text_of(cell)) for cell in row.findall("td")[:-1])]
        headings += [row.find("th") for row in rows]
        if any(HTMLPage.text_of(heading).startswith(FAMILY) for heading in headings):
            shown.add(file.parent.name[:5])
    assert shown, "a town shows them"
    assert all(populations[code] >= 5000 for code in shown)


def test_bulletins_say_that_figures_are_not_published(public):
    villages = [file for file in public.glob(f"communes/*/bulletin-{EDITION}.pdf") if file.parent.name.startswith("7402")]
    texts = {file.parent.name: " ".join(output_of("pdftotext", str(file), "-").split()) for file in villages}
    said = [name for name, text in texts.items() if "non diffusé" in text or "ne sont pas diffusés" in text]
    assert said, f"none of {sorted(texts)} says it"
