"""Guides that no editor should write, printed as leaflets, booklet, poster and cards: all of it stays on the paper."""

import subprocess

import pikepdf
import pytest

from judges.bulletin import Bulletin
from judges.layout import covered, outside, too_small
from judges.program import DAY, PROGRAM, environment
from judges.table import Commune
from test_bulletin_stress import Site, long_guide, words

WIDE = "\n".join(
    ["| " + " | ".join(f"Colonne {n}" for n in range(1, 13)) + " |", "|" + " --- |" * 12]
    + ["| " + " | ".join(f"une valeur assez longue {n}" for n in range(1, 13)) + " |"] * 6)
TALL = "\n".join(["| Quoi | Délai |", "| --- | --- |"] + [f"| {words(12)} | {n} jours |" for n in range(1, 90)])
STEPS = "## Que faire\n\n" + "\n".join(f"{n}. **Étape {n}.** {words(40)}" for n in range(1, 31))
GUIDES = {
    "6000 words": long_guide(6000),
    "one paragraph of 6000 words": words(6000),
    "a table of 12 columns": f"Voici.\n\n{WIDE}\n",
    "a table of 90 rows": f"## Un tableau\n\n{TALL}\n",
    "thirty long steps": STEPS,
    "a word of 300 letters": "Un mot : " + "x" * 300 + ".",
    "nothing": "Rien.",
}


@pytest.mark.parametrize("body", GUIDES.values(), ids=GUIDES.keys())
def test_sheets_stay_on_their_paper(tmp_path, body):
    site = Site(tmp_path)
    site.put(
        "guides/elus/menaces.md",
        "---\ntitle: Un guide dont le titre est assez long pour prendre plusieurs lignes\nsummary: En peu de mots.\n"
        f"audience: [élu]\nupdated: 2026-11-24\nprint: [leaflet-a4, leaflet-a5, poster-a4, cards]\n---\n\n{body}\n")
    done = subprocess.run(
        [str(PROGRAM), "build", "--date", DAY], cwd=site.folder, env=environment(), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    faults = []
    for name in ("fiche-a4", "fiche-a5", "affiche-a4", "cartes-a6"):
        file = site.folder / f"public/guides/elus/menaces/{name}.pdf"
        sheet = Bulletin(Commune("74010", name, "0", (), 0, ()), file)
        faults += [f"{name}, outside the page: {fault}" for fault in outside(sheet)]
        faults += [f"{name}, one over the other: {fault}" for fault in covered(sheet)]
        faults += [f"{name}, too small: {fault}" for fault in too_small(file)]
    assert not faults, "\n".join(faults[:12])
    with pikepdf.open(site.folder / "public/guides/elus/menaces/fiche-a5.pdf") as leaflet:
        with pikepdf.open(site.folder / "public/guides/elus/menaces/livret-a5.pdf") as booklet:
            assert len(leaflet.pages) % 4 == 0 and len(booklet.pages) * 2 == len(leaflet.pages)


@pytest.mark.parametrize("name", ["Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "Ô" + "abcdefghijklmnopqrstu" * 2 + "îé"])
def test_contacts_of_a_long_name_stay_on_the_poster(tmp_path, name):
    site = Site(tmp_path)
    site.edit("feeds/communes.csv", ",Annecy,1,", f",{name},0,")
    site.edit("bulletins/2026-11.md", "number: 1", "number: 1\nprint: [poster-a4, poster-a3]")
    done = subprocess.run(
        [str(PROGRAM), "build", "--date", DAY], cwd=site.folder, env=environment(), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    posters = sorted(site.folder.glob("public/communes/*/affiche-*.pdf"))
    assert len(posters) == 6
    for file in posters:
        sheet = Bulletin(Commune("74010", file.name, "0", (), 0, ()), file)
        assert len(sheet.sides) == 1
        faults = outside(sheet) + covered(sheet) + too_small(file)
        assert not faults, f"{file}: {faults[:12]}"
