"""Content that does not fit, or that no editor should write: it fits the sheet, or one clear message says why not.

A small site of three communes, the base of the faults' fixtures, with the project's own print templates.
"""

import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from judges.bulletin import Bulletin
from judges.layout import covered, outside, too_small
from judges.program import DAY, EDITION, PROGRAM, ROOT, environment
from judges.table import Commune

WORDS = (
    "Une commune, même petite, reçoit des messages pressants qui imitent un service connu. Prenez le temps de lire, "
    "de vérifier l’adresse et d’appeler un numéro que vous trouvez vous-même. Personne ne vous demandera un code. "
).split()


def words(count: int) -> str:
    return " ".join(WORDS[place % len(WORDS)] for place in range(count))


def guide(title: str, body: str) -> str:
    return (
        f"---\ntitle: {title}\nsummary: Les bons réflexes, en peu de mots.\naudience: [élu]\nupdated: 2026-11-24\n---\n\n"
        f"{body}\n")


def long_guide(count: int) -> str:
    sections = [f"## Partie {number}\n\n" + "\n\n".join(words(100) for _ in range(3)) for number in range(1, count // 300 + 1)]
    return "\n\n".join(sections)


class Site:
    def __init__(self, folder: Path):
        self.folder = folder
        shutil.copytree(ROOT / "Tests/Fixtures/base", folder, dirs_exist_ok=True)
        shutil.rmtree(folder / "site-templates/print")
        shutil.copytree(ROOT / "site-templates/print", folder / "site-templates/print")

    def put(self, path: str, text: str) -> None:
        file = self.folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.folder / "content" / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    def feature(self, *guides: str) -> None:
        self.edit("bulletins/2026-11.md", "[guides/elus/menaces.md]", "[" + ", ".join(guides) + "]")

    def run(self, commune: str = "74010") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(PROGRAM), "bulletin", commune, "--date", DAY, "--output", "sortie.pdf"], cwd=self.folder,
            env=environment(), capture_output=True, text=True, timeout=120)

    def bulletin(self, commune: str = "74010", pages: int = 2) -> Bulletin:
        """The bulletin, which must fit its pages whatever is in it."""
        done = self.run(commune)
        assert done.returncode == 0, done.stderr
        bulletin = Bulletin(Commune(commune, commune, "0", (), 0, ()), self.folder / "sortie.pdf")
        assert len(bulletin.pages) == pages
        faults = (
            [f"outside the page: {fault}" for fault in outside(bulletin)]
            + [f"one over the other: {fault}" for fault in covered(bulletin)]
            + [f"too small: {fault}" for fault in too_small(bulletin.file)])
        assert not faults, "\n".join(faults[:12])
        last = bulletin.pages[-1]
        assert "Numéros d’urgence" in bulletin.pages[0] and "Vos contacts" in bulletin.pages[0]
        assert "Sources et dates" in last and "Directeur de la publication" in last
        self.said = re.sub(r"[\xa0\u202f]", " ", done.stdout + done.stderr)
        return bulletin

    def fault(self) -> str:
        """What is said of what cannot be printed: one message."""
        done = self.run()
        assert done.returncode == 1 and not (self.folder / "sortie.pdf").exists(), done.stdout
        told = "".join(
            line for line in done.stderr.splitlines(keepends=True) if not re.match("(Lecture|Composition)", line))
        assert told.count("erreur: ") == 1 and told.endswith("1 erreur\n"), told
        return told


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)


def test_a_guide_of_6000_words_gives_way(site):
    site.put("guides/elus/menaces.md", guide("Un guide très long", long_guide(6000)))
    text = site.bulletin().text
    assert "Le guide complet" in text and re.search(r"phénomène du mois \(\d+ parties? sur \d+\)", site.said), site.said


def test_four_pages_hold_more_where_the_edition_allows_them(site):
    site.put("guides/elus/menaces.md", guide("Un guide long", long_guide(2400)))
    shown = re.compile(r"phénomène du mois \((\d+) parties? sur \d+\)")
    site.bulletin()
    few = int(shown.search(site.said)[1])
    site.edit("bulletins/2026-11.md", "number: 1\n", "number: 1\npages: 4\n")
    text = site.bulletin(pages=4).text
    more = shown.search(site.said)
    assert "Suite de la page précédente" in text and (more is None or int(more[1]) > few)


def test_four_pages_are_not_taken_by_what_two_hold(site):
    site.edit("bulletins/2026-11.md", "number: 1\n", "number: 1\npages: 4\n")
    site.bulletin(pages=2)
    assert "Suite de la page précédente" not in site.bulletin(pages=2).text


def test_no_page_of_four_is_two_thirds_empty(site):
    for count in (600, 900, 1200, 1800):
        site.put("guides/elus/menaces.md", guide("Un guide", long_guide(count)))
        if count == 600:
            site.edit("bulletins/2026-11.md", "number: 1\n", "number: 1\npages: 4\n")
        done = site.run()
        assert done.returncode == 0, done.stderr
        for number, side in enumerate(Bulletin(None, site.folder / "sortie.pdf").sides, 1):
            lines = {round(word.top / 12) for word in side.words if not word.is_of_the_watermark}
            assert len(lines) * 12 > side.height / 3, f"{count} words, page {number}: {len(lines)} lines"


def test_a_guide_of_6000_words_without_a_heading_gives_way(site):
    site.put("guides/elus/menaces.md", guide("Un guide très long", "\n\n".join(words(600) for _ in range(10))))
    site.bulletin()


def test_a_second_guide_of_6000_words_gives_way(site):
    site.put("guides/elus/long.md", guide("Un second guide très long", long_guide(6000)))
    site.feature("guides/elus/menaces.md", "guides/elus/long.md")
    text = site.bulletin().text
    assert "Un second guide très long" in text and re.search(r"guide \(\d+ parties? sur \d+\)", site.said), site.said


def test_one_paragraph_of_6000_words_gives_way(site):
    site.put("guides/elus/menaces.md", guide("Un paragraphe sans fin", words(6000)))
    assert "Un paragraphe sans fin" in site.bulletin().text


@pytest.mark.parametrize("name", [
    "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "Beaujeu-Saint-Vallier-Pierrejux-et-Quitteur-x", "Ô" + "abcdefghijklmnopqrstu" * 2 + "îé",
], ids=["the longest", "another", "one word"])
def test_a_name_of_45_letters_stays_on_the_page(site, name):
    assert len(name) == 45
    site.edit("feeds/communes.csv", ",Annecy,1,", f",{name},0,")
    # Poppler joins what is cut after a hyphen.
    text = re.sub(r"[\s\u200b-]", "", site.bulletin().pages[0])
    assert name.replace("-", "") in text


def test_forty_meetings_are_cut_to_what_fits(site):
    rows = [
        f'permanence,Permanence n° {number} de la gendarmerie en mairie,2026-12-{number % 28 + 1:02},9:00,12:00,'
        f'"Mairie d’Annecy, salle du conseil n° {number}",74010'
        for number in range(40)
    ]
    site.put("agenda/permanences.csv", "kind,title,date,start,end,place,communes\n" + "\n".join(rows) + "\n")
    assert 1 <= site.bulletin().text.count("Permanence n° ") <= 6


def test_a_bulletin_with_next_to_nothing_is_whole(site):
    """No meeting, no figure, no alert, no town hall, no second guide, and an editorial of five words."""
    assert "Prochains rendez-vous" not in site.bulletin("74080").text


def test_a_bulletin_without_any_guide_is_whole(site):
    site.feature()
    site.bulletin()


def test_a_table_of_12_columns_is_read_row_by_row(site):
    head = "| " + " | ".join(f"Colonne {number}" for number in range(1, 13)) + " |\n"
    rows = "".join(
        "| " + " | ".join(f"valeur {row}-{number}" for number in range(1, 13)) + " |\n" for row in range(1, 4))
    site.put("guides/elus/menaces.md", guide("Un tableau large", f"## Le tableau\n\n{head}{'|---' * 12}|\n{rows}"))
    text = site.bulletin().text
    assert "Un tableau large" in text
    for number in range(1, 13):
        assert f"Colonne {number}" in text and f"valeur 2-{number}" in text, f"column {number} is not printed"


def test_a_table_of_3_columns_stays_a_table(site):
    table = "| Quoi | Qui | Quand |\n|---|---|---|\n| Plainte | Brigade | Sous 24 heures |\n| Conseil | Mairie | Lundi |\n"
    site.put("guides/elus/menaces.md", guide("Un tableau", f"## Le tableau\n\n{table}"))
    bulletin = site.bulletin()
    tops = {word.text: round(word.top) for word in bulletin.sides[0].words if word.text in ("Quoi", "Qui", "Quand")}
    assert len(tops) == 3 and len(set(tops.values())) == 1, f"its head is not on one line: {tops}"


@pytest.mark.parametrize("columns", [5, 6, 8])
def test_tables_of_long_words_stay_in_their_column(site, columns):
    cells = " | ".join(["Anticonstitutionnellement"] * columns)
    table = f"| {cells} |\n{'|---' * columns}|\n| {cells} |\n"
    site.put("guides/elus/menaces.md", guide("Un tableau", f"## Le tableau\n\n{table}"))
    site.bulletin()


def test_an_image_of_30_megabytes_costs_the_bulletin_nothing(site):
    image = site.folder / "content/guides/elus/plan.png"
    site.put("guides/elus/menaces.md", guide("Une image", "Voyez.\n\n![Plan de la mairie](plan.png)"))
    image.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(30 << 20))
    assert "content/guides/elus/plan.png: erreur: " in site.fault(), "one that is none is told"
    Image.frombytes("RGB", (3300, 3100), random.Random(7).randbytes(3300 * 3100 * 3)).save(image, compress_level=1)
    assert image.stat().st_size > 30_000_000
    site.bulletin()


def test_a_missing_image_has_one_message(site):
    site.put("guides/elus/menaces.md", guide("Une image", "![Plan de la mairie](absent.png)"))
    assert "content/guides/elus/menaces.md:8:1: erreur: " in site.fault()


@pytest.mark.parametrize("text, signs", [
    ("Bravo 🎉 à vous 👩‍🚒", ["🎉", "👩", "🚒"]), ("Dites « مرحبا بكم » à la mairie", ["م"]), ("Dites « שלום » à la mairie", ["ש"]),
    ("漢字", ["漢"]), ("Appelez ☎ ou ✉", ["☎"]),
])
def test_what_no_font_has_is_told_and_left_out(site, text, signs):
    site.put("guides/elus/menaces.md", guide("Des signes", f"## Partie\n\nDébut. {text}. Fin."))
    printed = site.bulletin().text
    assert "Début." in printed and "Fin." in printed
    for sign in signs:
        assert sign not in printed and f"« {sign} » (U+{ord(sign):X})" in site.said, site.said
    assert site.said.count("avertissement: ") == 1 and "content/guides/elus/menaces.md:10:" in site.said, site.said


@pytest.mark.parametrize("where", ["guide", "editorial", "brief", "event", "title", "alert", "cell", "unit", "note"])
def test_a_word_of_300_letters_is_cut(site, where):
    word = "Anticonstitutionnellement" * 12
    table = f"| Quoi | Qui |\n|---|---|\n| {word} | x |\n"
    match where:
        case "guide": site.put("guides/elus/menaces.md", guide("Un mot", f"## Partie\n\nAvant {word} après."))
        case "editorial": site.edit("bulletins/2026-11.md", "Voici le premier numéro.", f"Avant {word} après.")
        case "brief": site.edit("bulletins/2026-11.md", "[Une brève.]", f"[Avant {word} après.]")
        case "title": site.put("guides/elus/menaces.md", guide(word, "Un texte."))
        case "cell": site.put("guides/elus/menaces.md", guide("Un mot", f"## Partie\n\n{table}"))
        case "unit": site.edit("feeds/units.csv", "Brigade de gendarmerie d’Annecy-Meythet", word)
        case "note": site.put("communes/74010.md", f"---\ntitle: Mot du maire\n---\n\nAvant {word} après.\n")
        case "alert": site.put("alerts/a.md", alert(1).replace("Un résumé", word))
        case "event": site.put(
            "agenda/a.csv", f"kind,title,date,start,end,place,communes\npermanence,{word},2026-12-01,9:00,12:00,{word},74010\n")
    site.bulletin()


W = "Anticonstitutionnellement" * 12


@pytest.mark.parametrize("text", [
    f"```\n{W}\nun deux trois\n```", f"Le code `{W}` est long.", f"Voyez [la page](https://exemple.fr/{W}).",
    f"### {W}", f"> {W}", f"> [!WARNING]\n> {W}", f"- un\n- {W}\n", f"1. {W}\n", f"- [ ] {W}\n", f"Un appel[^1].\n\n[^1]: {W}",
    f"**{W}**", f"*{W}* et ~~{W}~~", f":::model\n{W}\n:::", f"https://exemple.fr/{W.lower()}",
    "\n".join("  " * depth + f"- niveau {depth} du texte" for depth in range(10)), "| a | b |\n|---|---|\n" + "| x | y |\n" * 80,
    "\n".join(f"- point {number}" for number in range(200)), "---\n\n" * 30, "# Un\n\n#### Quatre\n\nTexte.",
], ids=[
    "code block", "code", "link", "heading", "quote", "alert", "list", "numbered list", "tasks", "footnote", "strong", "emphasis",
    "model", "address", "deep list", "long table", "long list", "rules", "jumping headings",
])
def test_whatever_markdown_holds_stays_on_the_page(site, text):
    site.put("guides/elus/menaces.md", guide("Un guide", f"## Partie\n\nAvant.\n\n{text}\n\n## Suite\n\nAprès."))
    site.bulletin()


def alert(number: int) -> str:
    return (
        f"---\ntitle: Alerte numéro {number}\nsummary: Un résumé de ce qui se passe et de ce qu'il faut faire.\n"
        "audience: [habitant]\nupdated: 2026-11-24\nkind: autre\nlevel: vigilance\ncommunes: []\nsent: 2026-11-24\n"
        "expires: 2027-04-15\nsource: Préfecture (exemple)\nvalidation: {function: Le préfet (exemple), date: 2026-11-24}\n---\n\nRestez chez vous.\n")


def test_forty_alerts_are_cut_to_what_fits(site):
    for number in range(40):
        site.put(f"alerts/alerte-{number:02}.md", alert(number))
    bulletin = site.bulletin()
    assert re.search(r"alertes \(\d+ sur 40\)", site.said), site.said
    assert 1 <= bulletin.text.count("Alerte numéro") < 40, "some alerts are printed"


def test_a_very_long_editorial_gives_way(site):
    site.edit("bulletins/2026-11.md", "Voici le premier numéro.", "\n\n".join(words(200) for _ in range(12)))
    site.bulletin()
    assert "éditorial" in site.said, site.said


def test_a_brigade_with_a_long_address_keeps_its_card(site):
    address = "Centre administratif et commercial de la Plaine des Grands Champs, bâtiment C, troisième étage, 1250 avenue du Général-de-Gaulle"
    site.edit("feeds/units.csv", ",Annecy,", f',"{address}, 74000 Annecy",')
    text = site.bulletin().pages[0]
    assert "1250 avenue du Général-de-Gaulle" in text and "04 65 71 11 51" in text


def test_contacts_that_do_not_fit_are_an_error_with_the_commune_s_name(site):
    units = [f"90000{number:02},GN,Brigade de gendarmerie de la Vallée n° {number},04 65 71 11 51,Annecy," for number in range(24)]
    with (site.folder / "content/feeds/units.csv").open("a") as file:
        file.write("\n".join(units) + "\n")
    site.edit("feeds/communes.csv", "Annecy,1009192", "Annecy," + " ".join(f"90000{number:02}" for number in range(24)))
    told = site.fault()
    assert "Annecy : le bulletin ne tient pas sur ses pages" in told and "[print-overflow]" in told
