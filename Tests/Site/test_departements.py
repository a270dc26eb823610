"""Small sites of départements unlike the others: Corsica's letters, Mayotte's own file, Paris by its arrondissements."""

import csv
import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from judges.program import PROGRAM, ROOT, environment
from test_faults import lay

OFFICIAL = Path(os.environ.get("CRIEUR_REAL_DATA", ROOT.parent / "shared/data")) / "communes/insee-cog-2026-departements.csv"
# TNCC, the official code of a name's article, to the words after « préfet ».
GENITIVES = {"0": "de {}", "1": "d'{}", "2": "du {}", "3": "de la {}", "4": "des {}", "5": "de l'{}"}
# Départements whose own préfectures say otherwise than INSEE: « préfet de Vaucluse ».
WITHOUT_ARTICLE = {"41", "47", "82", "84"}

SITES = ROOT / "Tests/Fixtures/departements"
TEMPLATE = "{{<layouts/page}}{{$main}}<p>{{commune.name}} {{commune.population}} {{commune.postalCodes}}</p>{{#units}}<p>{{name}}</p>{{/units}}{{/main}}{{/layouts/page}}\n"


@pytest.fixture
def built(request, tmp_path, program):
    lay(SITES / request.param, tmp_path)
    (tmp_path / "site-templates/web/commune.mustache").write_text(TEMPLATE)
    done = subprocess.run(
        [str(PROGRAM), "build", "--strict", "--no-pdf", "--no-search", "--date", "2026-11-24"], cwd=tmp_path, env=environment(),
        capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return tmp_path


def communes(built):
    manifest = json.loads((built / "public/build-manifest.json").read_text())
    return {record["id"]: record for record in manifest["records"] if record["kind"] == "commune"}


def pages(built):
    return sorted(path.name for path in (built / "public/communes").iterdir() if path.is_dir())


@pytest.mark.parametrize("built", ["2A"], indirect=True)
def test_corsica(built):
    assert pages(built) == ["2A001-afa", "2A004-ajaccio"]
    text = (built / "public/communes/2A004-ajaccio/index.html").read_text()
    assert "Ajaccio 76\u202f320 20000, 20090" in text
    assert "Commissariat de police d’Ajaccio" in text


@pytest.mark.parametrize("built", ["976"], indirect=True)
def test_mayotte(built):
    assert pages(built) == ["97601-acoua", "97608-dzaoudzi"]
    found = communes(built)
    assert found["97601"]["values"]["population"] == "5192"
    assert "arrondissement" not in found["97608"]["values"]
    assert "Dzaoudzi 17\u202f831 97610, 97615" in (built / "public/communes/97608-dzaoudzi/index.html").read_text()


@pytest.mark.parametrize("built", ["75"], indirect=True)
def test_paris_is_one_commune_and_counted_once(built):
    assert pages(built) == ["75056-paris"]
    values = communes(built)["75056"]["values"]
    assert values["population"] == str(15114 + 19847 + 32179)
    assert values["postal_codes"] == "75001, 75002, 75003"
    assert values["units"].count("Commissariat") == 3


def names(file):
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def test_words_of_names_agree_with_each_other():
    """« dans l'Ain, de l'Ain »: what is masculine, plural or without an article is so in both."""
    rows = names(ROOT / "site-templates/new/departements.csv")
    assert len({row["code"] for row in rows}) == len(rows) == 101
    for row in rows:
        name = re.escape(row["name"])
        assert re.fullmatch(rf"(en |à |dans (le |la |les |l'))({name})", row["locative"]), row
        assert re.fullmatch(rf"(d'|de |de la |de l'|du |des )({name})", row["genitive"]), row
        article = re.match(r"dans (les|le|la|l')", row["locative"])
        if article:
            assert row["genitive"].startswith({"le": "du ", "la": "de la ", "les": "des ", "l'": "de l'"}[article[1]]), row
        else:
            assert not row["genitive"].startswith(("du ", "des ")), f"« en » is not said before a masculine or a plural: {row}"


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official list is not there: set CRIEUR_REAL_DATA to its folder")
def test_names_are_the_official_ones():
    official = {row["DEP"]: row for row in names(OFFICIAL)}
    ours = {row["code"]: row for row in names(ROOT / "site-templates/new/departements.csv")}
    assert {code: row["name"] for code, row in ours.items()} == {code: row["LIBELLE"] for code, row in official.items()}
    for code, row in ours.items():
        kind = "0" if code in WITHOUT_ARTICLE else official[code]["TNCC"]
        assert row["genitive"] == GENITIVES[kind].format(row["name"]), row
