"""Strips of permanences, slips of immersions, forms of alert numbers, confidential texts: each is read by others' tools."""

import re
import shutil
import subprocess

import page as page_validation
import pytest

from judges.bulletin import Bulletin, output_of
from judges.html_page import TELEPHONE, HTMLPage, plain
from judges.layout import outside, sizes
from judges.program import DAY, PROGRAM, ROOT, Project, environment

NOTICE = "EXEMPLE : NE PAS DIFFUSER"
HEAD = "kind,title,date,start,end,place,communes,id,updated,status,public\n"
# Many dates, a long place, a permanence for everybody, an immersion whose day and place are public and one whose are not.
ROWS = [
    *(f"permanence,Permanence de la gendarmerie en mairie,2027-{month:02}-0{month % 7 + 1},9:00,12:00,\"Mairie de Thônes, salle\",74280 74003"
      for month in range(1, 13)),
    "permanence,Permanence du référent violences,2026-12-04,14:00,,\"Espace France services, ancienne école, deuxième étage\",74056",
    "permanence,Permanence mobile,2026-12-02,8:00,9:30,Marché d'Annecy,",
    "immersion,Nuit avec une patrouille,2027-02-16,21:00,23:30,Caserne secrète,74010,,,,",
    "immersion,Portes ouvertes du centre d'appels,2027-03-11,9:00,12:00,Hall public,,,,,oui",
    "permanence,Permanence retirée,2026-12-09,9:00,12:00,Mairie,74056,,,annulé,",
]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The example with a full agenda, its pages printed."""
    folder = tmp_path_factory.mktemp("sheets")
    for part in ("content", "site-templates"):
        shutil.copytree(ROOT / part, folder / part)
    (folder / "content/agenda/permanences.csv").unlink()
    columns = HEAD.count(",")
    rows = [row + "," * (columns - re.sub(r'"[^"]*"', "", row).count(",")) + "\n" for row in ROWS]
    (folder / "content/agenda/table.csv").write_text(HEAD + "".join(rows), "utf-8")
    # What else is printed is other tests' business.
    for file in (folder / "content/bulletins").glob("*"):
        file.unlink() if file.is_file() else shutil.rmtree(file)
    for file in folder.glob("content/**/*.md"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"^print: .*\n", "", text, flags=re.M), "utf-8")
    guide = folder / "content/guides/elus/premiers-reperes.md"
    guide.write_text(guide.read_text("utf-8").replace("order: 1\n", "order: 1\nprint: [alert-number]\n", 1), "utf-8")
    project = Project(folder)
    project.build("--no-search")
    return project


@pytest.fixture(scope="module")
def forms(project, tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms") / "fiches"
    done = sms(project, "register", "--output", str(folder), "--brigade", "thones")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def texts(project, tmp_path_factory):
    folder = tmp_path_factory.mktemp("confidential") / "sms"
    done = sms(project, "models", "--output", str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def sms(project, *arguments, **more):
    return subprocess.run(
        [str(PROGRAM), "sms", *arguments, "--date", DAY], cwd=project.folder, env=environment(), capture_output=True, text=True, timeout=300, **more)


@pytest.fixture(scope="module")
def prints(project, forms, texts):
    """Route or name → the PDF and its text."""
    files = [file for file in sorted(project.public.rglob("*.pdf")) if "consultations" not in file.parts] + sorted(forms.iterdir()) + sorted(texts.glob("*.pdf"))
    return {str(file.relative_to(project.public) if file.is_relative_to(project.public) else file.name): file for file in files}


def text_of(file):
    return " ".join(plain(page) for page in output_of("pdftotext", str(file), "-").split("\f"))


def test_only_places_that_have_permanences_have_a_strip(prints):
    strips = {name for name in prints if "permanences" in name}
    assert strips == {
        "agenda/permanences.pdf", "agenda/permanences-brigade-de-gendarmerie-de-thones.pdf",
        "agenda/permanences-brigade-de-gendarmerie-de-chamonix-mont-blanc.pdf", "communes/74003-alex/permanences.pdf",
        "communes/74280-thones/permanences.pdf", "communes/74056-chamonix-mont-blanc/permanences.pdf",
    }
    assert "guides/elus/premiers-reperes/numero-d-alerte.pdf" in prints and "agenda/inscription-immersion.pdf" in prints


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_each_is_pdf_ua_and_pdf_a(prints, profile):
    faults = []
    for name, file in prints.items():
        report = page_validation.validate_pdf(str(file), profile=profile)
        if not report.is_compliant:
            faults.append(f"{name}: {report}")
        assert subprocess.run(["qpdf", "--check", str(file)], capture_output=True).returncode == 0, name
    assert not faults, "\n".join(faults)


def test_each_is_readable_and_says_that_it_is_an_example(prints):
    for name, file in prints.items():
        read = Bulletin(None, file)
        assert NOTICE in text_of(file) and NOTICE in read.particulars["title"].replace("\u202f", " ").replace("\xa0", " "), name
        assert not list(outside(read)), f"{name}: {list(outside(read))}"
        small = [(size, words) for size, _, words in sizes(file) if size < 8 - 0.01]
        assert not small, f"{name}: {small}"
        assert len(read.sides) == (2 if "numero-d-alerte" in name or "planche" in name else 1), name
        assert all(found[1:] == ("yes", "yes") for found in read.fonts), name


def test_a_strip_says_when_where_for_whom_whom_to_call_and_that_it_may_be_put_off(project, prints):
    own = text_of(prints["communes/74056-chamonix-mont-blanc/permanences.pdf"])
    for words in ("Vendredi 4 décembre 2026", "à 14 h", "Espace France services, ancienne école, deuxième étage", "sauf intervention",
                  "Ouverte à : Chamonix-Mont-Blanc", "Mercredi 2 décembre 2026", "Ouverte à tout le département", "Agenda du portail", "au 24 novembre 2026",
                  "Brigade de gendarmerie de Chamonix-Mont-Blanc", "17"):
        assert words in own, f"« {words} »: {own}"
    page = HTMLPage(project.public, project.public / "communes/74056-chamonix-mont-blanc/index.html")
    assert set(TELEPHONE.findall(own)) - {"04 65 71 00 00"} <= set(TELEPHONE.findall(page.text))
    for name, file in prints.items():
        assert "Permanence retirée" not in text_of(file), name


def test_copies_are_not_read_aloud_twice_and_many_dates_have_a_sheet_of_their_own(prints):
    """What stands on the sheet, copies too, against what is read: the structure that a reader follows."""
    few, many = prints["communes/74056-chamonix-mont-blanc/permanences.pdf"], prints["communes/74280-thones/permanences.pdf"]
    assert output_of("pdftotext", str(few), "-").count("Espace France services") in (2, 3)
    structure = output_of("pdfinfo", "-struct-text", str(few))
    assert structure.count("Espace France services") == 1, structure
    assert [plain(text_of(many)).count(f"{month} 2027") for month in ("janvier", "novembre")] == [1, 1]


def codes(file, tmp_path):
    picture = tmp_path / "sheet"
    subprocess.run(["pdftoppm", "-r", "200", "-gray", "-f", "1", "-l", "1", "-singlefile", str(file), str(picture)], check=True)
    return set(subprocess.run(["zbarimg", "--quiet", "--raw", f"{picture}.pgm"], capture_output=True, text=True).stdout.split())


def test_codes_lead_to_the_page_even_in_grey(prints, tmp_path):
    base = "https://presents-pour-les-elus.exemple.fr/"
    for name, target in [
        ("communes/74280-thones/permanences.pdf", "communes/74280-thones/"), ("communes/74056-chamonix-mont-blanc/permanences.pdf", "communes/74056-chamonix-mont-blanc/"),
        ("agenda/permanences.pdf", "agenda/"), ("agenda/inscription-immersion.pdf", "agenda/"),
        ("guides/elus/premiers-reperes/numero-d-alerte.pdf", "guides/elus/premiers-reperes/"), ("74280-thones-numero-d-alerte.pdf", "communes/74280-thones/"),
    ]:
        assert codes(prints[name], tmp_path) == {base + target}, name


def test_a_slip_tells_month_and_theme_and_what_is_public(project, prints):
    slip = text_of(prints["agenda/inscription-immersion.pdf"])
    assert "Nuit avec une patrouille (février 2027)" in slip
    assert "jeudi 11 mars 2027, de 9 h à 12 h, Hall public" in slip
    for words in ("Caserne secrète", "16 février", "21 h"):
        assert words not in slip, words
    for words in ("À renvoyer à", "04 65 71 00 00", "Qui s’en sert", "détruit 30 jours après la visite", "Vos droits", "dpo@prefecture.exemple.fr", "CNIL"):
        assert words in slip, words


def test_pages_offer_what_there_is(project):
    def offered(path):
        page = HTMLPage(project.public, project.public / path)
        return {link.get("href"): HTMLPage.text_of(link) for link in page.tree.xpath("//a[@type='application/pdf']")}

    agenda = offered("agenda/index.html")
    assert set(agenda) == {f"/{file.relative_to(project.public)}" for file in (project.public / "agenda").glob("*.pdf")}
    assert all(re.search(r"\(PDF, A4, 1 page, \d+ ko\)", words) for words in agenda.values())
    assert "/communes/74280-thones/permanences.pdf" in offered("communes/74280-thones/index.html")
    assert not [link for link in offered("communes/74010-annecy/index.html") if "permanences" in link]
    page = HTMLPage(project.public, project.public / "agenda/index.html")
    assert len(page.tree.xpath("//a[@href='#imprimer-titre']")) == 2 and page.tree.xpath("//*[@id='imprimer-titre']")


@pytest.mark.parametrize("route, template", [
    ("/agenda/permanences.pdf", "permanences"), ("/agenda/permanences-brigade-de-gendarmerie-de-thones.pdf", "permanences"),
    ("/communes/74280-thones/permanences.pdf", "permanences"), ("/agenda/inscription-immersion.pdf", "registration"),
])
def test_explain_says_where_each_comes_from(project, route, template):
    done = subprocess.run(
        [str(PROGRAM), "explain", route, "--date", DAY], cwd=project.folder, env=environment(), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    for line in (f"adresse : {route}", "source : content/agenda/table.csv", f"gabarit : site-templates/print/{template}.typ"):
        assert line in done.stdout.splitlines(), done.stdout


def test_a_form_holds_what_is_public_of_its_commune_and_no_number_of_alert(project, prints):
    form = text_of(prints["74280-thones-numero-d-alerte.pdf"])
    hall = HTMLPage(project.public, project.public / "communes/74280-thones/index.html").text
    assert "Thônes" in form and "74280" in form and "Brigade de gendarmerie de Thônes" in form
    assert set(TELEPHONE.findall(form)) - {"04 65 71 00 00"} <= set(TELEPHONE.findall(hall)) and len(set(TELEPHONE.findall(form))) == 3
    blank = text_of(prints["guides/elus/premiers-reperes/numero-d-alerte.pdf"])
    assert set(TELEPHONE.findall(blank)) == {"04 65 71 00 00"}
    for words in ("Essayer le numéro", "Après une élection", "Avant les congés", "Association des maires de France", "Signature et cachet"):
        assert words in form and words in blank, words


def test_the_sheet_of_confidential_texts_says_so_on_each_page(prints):
    pages = output_of("pdftotext", str(prints["planche-sms.pdf"]), "-").split("\f")[:-1]
    assert len(pages) == 2 and all("CONFIDENTIEL – NE PAS DIFFUSER" in plain(page) for page in pages)
    assert "Cambriolages en série" in plain(pages[0])


def test_a_form_is_never_written_where_it_would_be_published(project):
    for place, words in [("content/fiches", "dans « content »"), ("public/fiches", "le dossier publié")]:
        done = sms(project, "register", "--output", place, "--commune", "74280")
        assert done.returncode == 2 and words in done.stderr, done.stderr
    done = sms(project, "register", "--output", "x", "--commune", "74280", "--brigade", "thones")
    assert done.returncode == 2 and "choisissez" in done.stderr
    done = sms(project, "register", "--output", "x", "--commune", "Tones")
    assert done.returncode == 2 and "Thônes" in done.stderr
