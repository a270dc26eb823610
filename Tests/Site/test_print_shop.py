"""What the print shop gets: one PDF in postal order, a ZIP for each brigade, the list for a mail merge."""

import csv
import io
import shutil
import subprocess
import unicodedata
import zipfile

import pikepdf
import pytest

from judges.program import DAY, EDITION, PROGRAM, ROOT, copy_of_the_example, environment
from judges.table import read_communes

NOTICE = "EXEMPLE : NE PAS DIFFUSER"


def crieur(folder, *arguments):
    return subprocess.run(
        [str(PROGRAM), *arguments, "--date", DAY], cwd=folder, env=environment(), capture_output=True, text=True,
        timeout=300)


def said(done):
    assert done.returncode == 0, done.stderr
    return done.stdout.replace("\xa0", " ").replace("\u202f", " ")


def letters(name):
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower().replace("œ", "oe")) if not unicodedata.combining(c))
    return [word for word in "".join(c if c.isalnum() else " " for c in plain).split()]


def joined(text):
    """Without what a cut at the end of a line changes."""
    return "".join(letter for letter in text if letter.isalnum())


def postal_code(commune):
    return commune.postal_codes[0].split("-")[0]


def in_postal_order(communes):
    return sorted(communes, key=lambda commune: (postal_code(commune), letters(commune.name), commune.code))


@pytest.fixture(scope="module")
def example(public, tmp_path_factory):
    """The example without public/: its bulletins are in the cache."""
    return copy_of_the_example(tmp_path_factory.mktemp("shop"), cache_of=public).folder


@pytest.fixture
def small(tmp_path):
    """A site whose bulletins have one page."""
    shutil.copytree(ROOT / "Tests/Fixtures/base", tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_one_bulletin_is_made_without_a_published_site(example):
    told = said(crieur(example, "bulletin", "74080"))
    file = example / f"74080-la-clusaz-bulletin-{EDITION}.pdf"
    with pikepdf.open(file) as pdf:
        assert f"Bulletin de La Clusaz ({EDITION}) : « {file.name} », {len(pdf.pages)} pages" in told
    assert not (example / "public").exists()
    by_name = crieur(example, "bulletin", "clusaz", "--output", "ailleurs/")
    assert (example / "ailleurs" / file.name).read_bytes() == file.read_bytes(), by_name.stderr


@pytest.mark.parametrize("name, words", [
    ("anecy", "vouliez-vous dire « Annecy (74010) » ?"),
    ("saint-j", "vouliez-vous dire"),
    ("saint", "« saint » peut désigner « Saint-André-de-Boëge (74226) », "),
    ("74999", "n’a ce nom ou ce code : « 74999 »"),
])
def test_a_name_that_leads_nowhere_is_wrong_usage(example, name, words):
    done = crieur(example, "bulletin", name)
    assert done.returncode == 2
    if name != "saint-j":
        assert words in done.stderr


def test_all_are_joined_in_postal_order(example, tmp_path):
    told = said(crieur(example, "bulletin", "join", "--output", str(tmp_path / "tous.pdf")))
    communes = in_postal_order(read_communes())
    check = subprocess.run(["qpdf", "--check", str(tmp_path / "tous.pdf")], capture_output=True, text=True)
    assert check.returncode == 0, check.stdout + check.stderr
    with pikepdf.open(tmp_path / "tous.pdf") as pdf:
        with pdf.open_outline() as outline:
            marks = [item.title for item in outline.root]
            places = [pdf.pages.index(pikepdf.Page(item.destination[0])) for item in outline.root]
        assert marks == [f"{c.name} ({postal_code(c)})".replace("'", "’") for c in communes]
        assert all(place % 2 == 0 for place in places), "a bulletin begins on the back of a leaf"
        assert f"279 bulletins dans l’ordre postal, {len(pdf.pages)} pages" in told
        assert "/StructTreeRoot" not in pdf.Root and "/Metadata" not in pdf.Root and "/MarkInfo" not in pdf.Root
        assert "/OutputIntents" not in pdf.Root
        assert NOTICE in str(pdf.docinfo["/Title"])
        ends = places[1:] + [len(pdf.pages)]
        lengths = [end - start for start, end in zip(places, ends)]
    # Each begins with its own first page.
    texts = subprocess.run(
        ["pdftotext", "-raw", str(tmp_path / "tous.pdf"), "-"], capture_output=True, text=True, check=True).stdout.split("\f")
    for commune, place, length in zip(communes, places, lengths):
        assert length == 2
        assert joined(commune.of_name) in joined(texts[place]), f"page {place + 1} is not {commune.name}'s"


def test_a_brigade_s_are_joined_twice_with_the_same_bytes(example, tmp_path):
    for name in ("un.pdf", "deux.pdf"):
        said(crieur(example, "bulletin", "join", "--brigade", "thones", "--output", str(tmp_path / name)))
    assert (tmp_path / "un.pdf").read_bytes() == (tmp_path / "deux.pdf").read_bytes()
    with pikepdf.open(tmp_path / "un.pdf") as pdf, pdf.open_outline() as outline:
        marks = [item.title for item in outline.root]
    expected = [c for c in read_communes() if any("Thônes" in unit.name for unit in c.units)]
    assert marks == [f"{c.name} ({postal_code(c)})" for c in in_postal_order(expected)]


def test_a_bulletin_of_one_page_leaves_its_back_blank(small):
    told = said(crieur(small, "bulletin", "join", "--output", "tous.pdf"))
    assert "3 bulletins dans l’ordre postal, 5 pages, dont 2 pages blanches." in told
    with pikepdf.open(small / "tous.pdf") as pdf:
        assert ["/Font" in page.obj.get("/Resources", {}) for page in pdf.pages] == [True, False, True, False, True]
        assert len({tuple(map(float, page.mediabox)) for page in pdf.pages}) == 1


def test_each_brigade_has_its_zip(example, tmp_path):
    for name in ("un", "deux"):
        said(crieur(example, "bulletin", "zip", "--output", str(tmp_path / name)))
    files = sorted(file.name for file in (tmp_path / "un").iterdir())
    found = {}
    for name in files:
        assert (tmp_path / "un" / name).read_bytes() == (tmp_path / "deux" / name).read_bytes()
        with zipfile.ZipFile(tmp_path / "un" / name) as archive:
            assert archive.testzip() is None
            assert {item.date_time for item in archive.infolist()} == {(2026, 11, 24, 0, 0, 0)}
            names = archive.namelist()
            assert names[0] == "lisez-moi.txt" and archive.read(names[0]).decode("utf-8-sig").startswith(NOTICE)
            for member in names[1:]:
                assert archive.read(member).startswith(b"%PDF-")
            found[name] = names[1:]
    by_unit = {}
    for commune in read_communes():
        for unit in commune.units:
            by_unit.setdefault(unit.name, []).append(commune)
    assert len(found) == len(by_unit)
    for unit, communes in by_unit.items():
        slug = "-".join(letters(unit))
        members = [f"{c.code}-{'-'.join(letters(c.name))}-bulletin-{EDITION}.pdf" for c in in_postal_order(communes)]
        assert found[f"{slug}-bulletins-{EDITION}.zip"] == members


def test_the_list_for_a_mail_merge_opens_in_an_office(example):
    said(crieur(example, "mailing", "--output", "communes.csv"))
    content = (example / "communes.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and content.count(b"\r\n") == content.count(b"\n") == 280
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    by_code = {row["Code INSEE"]: row for row in rows}
    communes = {commune.code: commune for commune in read_communes()}
    assert by_code.keys() == communes.keys()
    for code, row in by_code.items():
        assert row["Commune"].replace("'", "’") == communes[code].name
        assert "@" in row["Boîte de la mairie"] and row["Avertissement"] == NOTICE
        assert row["Page"].startswith("https://") and f"/communes/{code}-" in row["Page"]
        assert row["Bulletin PDF"] == f"{row['Page']}bulletin-{EDITION}.pdf"
        for unit in communes[code].units:
            assert unit.name in row["Brigade"]


def test_an_edition_of_some_communes_is_for_these_only(small):
    file = small / "content/bulletins/2026-11.md"
    file.write_text(file.read_text("utf-8").replace("number: 1\n", 'number: 1\nterritory: {communes: ["74080", "74116"]}\n'), "utf-8")
    assert "2 bulletins dans l’ordre postal" in said(crieur(small, "bulletin", "join", "--output", "tous.pdf"))
    assert "2 communes" in said(crieur(small, "mailing", "--output", "communes.csv"))
    done = crieur(small, "bulletin", "annecy")
    assert done.returncode == 2 and "l’édition « 2026-11 » n’est pas faite pour Annecy (74010)" in done.stderr


def test_an_unknown_mailbox_is_an_empty_cell_and_is_told(small):
    told = said(crieur(small, "mailing", "--output", "communes.csv"))
    assert "Boîte de la mairie inconnue, case laissée vide : 3 communes : " in told
    rows = list(csv.DictReader((small / "communes.csv").open(encoding="utf-8-sig", newline=""), delimiter=";"))
    assert [row["Boîte de la mairie"] for row in rows] == ["", "", ""]


def test_a_name_that_a_spreadsheet_would_compute_stays_a_text(small):
    file = small / "content/feeds/communes.csv"
    text = file.read_text("utf-8")
    assert ",Annecy," in text
    file.write_text(text.replace(",Annecy,", ",=cmd|' /C calc'!A0,", 1), "utf-8")
    done = crieur(small, "mailing", "--output", "communes.csv")
    if done.returncode == 0:
        assert '"=cmd' not in (small / "communes.csv").read_text("utf-8-sig")
    else:
        assert "=cmd" in done.stderr


@pytest.mark.parametrize("command", [
    "bulletin 74010 --output {}/x.pdf", "bulletin join --output {}/x.pdf", "bulletin zip --output {}/x",
    "mailing --output {}/x.csv",
])
@pytest.mark.parametrize("folder", ["content", "public", "site-templates/print", "lien", "sorties/../content"])
def test_nothing_is_written_among_the_sources_or_what_is_published(small, command, folder):
    (small / "public").mkdir()
    (small / "lien").symlink_to("content")
    done = crieur(small, *command.format(folder).split())
    assert done.returncode == 2 and "choisissez un autre dossier" in done.stderr, done.stdout + done.stderr
    assert not [path for path in small.rglob("x*") if path.name in ("x", "x.pdf", "x.csv")]


def test_a_site_that_was_published_elsewhere_is_left_alone(small):
    done = crieur(small, "build", "--no-pdf", "--no-search", "--output", "ailleurs")
    assert done.returncode == 0, done.stderr
    done = crieur(small, "mailing", "--output", "ailleurs/communes/x.csv")
    assert done.returncode == 2 and "est dans un site publié" in done.stderr
