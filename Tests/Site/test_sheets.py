"""Posters, leaflets, booklets and cards: all of the guides and alerts, the contacts of a few communes whole, of all by qpdf."""

import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import page as page_validation
import pikepdf
import pytest

from judges.bulletin import Bulletin, output_of
from judges.html_page import TELEPHONE, HTMLPage, plain
from judges.layout import outside, sizes
from judges.program import EDITION, copy_of_the_example
from judges.tree import digests, few

NOTICE = "EXEMPLE : NE PAS DIFFUSER"
POINTS = {"A5": (419.53, 595.28), "A4": (595.28, 841.89), "A3": (841.89, 1190.55)}
# Two services, a long name, a resort, the smallest, one in the plain.
LOOKED_AT = {"74010", "74236", "74080", "74063", "74012"}
KINDS = {
    "fiche-a4.pdf": "A4", "fiche-a5.pdf": "A5", "affiche-a4.pdf": "A4", "affiche-a3.pdf": "A3", "cartes-a6.pdf": "A4",
}


@dataclass
class Sheet:
    file: Path
    format: str
    # Of the page that offers it.
    address: str

    @property
    def name(self) -> str:
        return f"{self.file.parent.name}/{self.file.name}"

    @cached_property
    def read(self) -> Bulletin:
        return Bulletin(None, self.file)

    @cached_property
    def text(self) -> str:
        return " ".join(plain(page) for page in output_of("pdftotext", str(self.file), "-").split("\f"))


@pytest.fixture(scope="module")
def sheets(public, communes, commune_pages):
    found = []
    for folder in ("guides", "alertes"):
        for file in sorted(public.glob(f"{folder}/**/*.pdf")):
            if file.name in KINDS:
                found.append(Sheet(file, KINDS[file.name], str(file.parent.relative_to(public))))
    for code in sorted(LOOKED_AT):
        folder = commune_pages[code].file.parent
        for suffix, paper in (("", "A4"), ("-a3", "A3")):
            found.append(Sheet(folder / f"affiche-{EDITION}{suffix}.pdf", paper, str(folder.relative_to(public))))
        found += commune_sheets(public, folder)
    return found


def commune_sheets(public, folder):
    """The sheets of guides with a commune's own contacts: each leads to its guide."""
    guides = {"-".join(guide.parent.parts[-2:]): guide.parent for guide in public.glob("guides/*/*/index.html")}
    return [
        Sheet(file, "A4", str(guides[file.stem.removeprefix("fiche-")].relative_to(public)))
        for file in sorted(folder.glob("fiche-*.pdf"))
    ]


@pytest.fixture(scope="module")
def booklets(public):
    return sorted(public.glob("guides/**/livret-a5.pdf"))


@pytest.fixture(scope="module")
def cards(public):
    return sorted(public.glob("guides/**/cartes-a6.pdf"))


def test_the_example_shows_each_kind(public, sheets, booklets, cards):
    names = {sheet.file.name for sheet in sheets}
    assert set(KINDS) <= names, f"no sheet of the kind {set(KINDS) - names}"
    assert booklets and cards
    themes = {}
    for file in public.glob("guides/*/*/fiche-a4.pdf"):
        themes.setdefault(file.parts[-3], []).append(file)
    assert len(themes) == 4 and all(len(files) >= 2 for files in themes.values()), themes


def test_qpdf_finds_no_fault(public):
    files = sorted(public.glob("guides/**/*.pdf")) + sorted(public.glob("alertes/**/*.pdf")) + sorted(
        public.glob(f"communes/*/affiche-{EDITION}*.pdf")) + sorted(public.glob("communes/*/fiche-*.pdf"))
    assert len(files) > 800

    def check(file):
        done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, timeout=60)
        return None if done.returncode == 0 else f"{file}: {done.stdout}{done.stderr}"

    with ThreadPoolExecutor(2) as pool:
        faults = [fault for fault in pool.map(check, files) if fault]
    assert not faults, "qpdf --check:" + few(faults)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_each_is_pdf_ua_and_pdf_a(sheets, profile):
    faults = []
    for sheet in sheets:
        report = page_validation.validate_pdf(str(sheet.file), profile=profile)
        if not report.is_compliant:
            faults.append(f"{sheet.name}: {report}")
    assert not faults, f"page-validation, profile {profile}:" + few(faults, 4)


def test_each_has_its_paper_and_its_pages(sheets):
    faults = []
    for sheet in sheets:
        sides = sheet.read.sides
        for side in sides:
            if [round(side.width), round(side.height)] != [round(length) for length in POINTS[sheet.format]]:
                faults.append(f"{sheet.name}: {side.width} × {side.height} points, {sheet.format} was expected")
        if (sheet.file.name.startswith("affiche") or sheet.file.parent.match("communes/*")) and len(sides) != 1:
            faults.append(f"{sheet.name}: a poster of {len(sides)} pages")
        if sheet.file.name == "fiche-a5.pdf" and len(sides) % 4:
            faults.append(f"{sheet.name}: {len(sides)} pages do not fold")
        if sheet.file.name == "cartes-a6.pdf" and len(sides) != 2:
            faults.append(f"{sheet.name}: {len(sides)} sides of cards")
    assert not faults, few(faults)


def test_nothing_stands_where_a_printer_does_not_print(sheets):
    faults = [f"{sheet.name}: {fault}" for sheet in sheets for fault in outside(sheet.read)]
    assert not faults, "closer than 8 mm to the edge:" + few(faults)


def test_all_fonts_are_embedded(sheets, booklets):
    for sheet in sheets + [Sheet(file, "A4", "") for file in booklets]:
        assert sheet.read.fonts, f"{sheet.name}: no font"
        assert all(found[1:] == ("yes", "yes") for found in sheet.read.fonts), f"{sheet.name}: {sheet.read.fonts}"


def test_nothing_is_too_small_to_read(sheets):
    faults = []
    for sheet in sheets:
        runs = sizes(sheet.file)
        assert runs, f"{sheet.name}: no text was found"
        for size, font, text in runs:
            least = 10 if "Serif" in font or (sheet.format == "A3") else 8
            if size < least - 0.01:
                faults.append(f"{sheet.name}: {size} pt, {least} at least, {font}: « {text[:60]} »")
        tallest = max(size for size, _, text in runs if re.search(r"\d", text))
        if sheet.file.name.startswith("affiche") and tallest < (40 if sheet.format == "A4" else 58):
            faults.append(f"{sheet.name}: its tallest number has {tallest} pt")
    assert not faults, few(faults)


def test_each_says_its_title_its_language_and_that_it_is_an_example(sheets, booklets):
    for sheet in sheets:
        found = sheet.read.particulars
        assert found["title"] and found["title"] == found["xmp title"], f"{sheet.name}: {found}"
        assert found["lang"].lower().startswith("fr") and found["shows title"] and found["marked"], f"{sheet.name}: {found}"
        assert NOTICE in found["title"].replace("\u202f", " ").replace("\xa0", " "), f"{sheet.name}: {found['title']}"
    for file in [sheet.file for sheet in sheets] + booklets:
        for number, page in enumerate(output_of("pdftotext", str(file), "-").split("\f")[:-1], 1):
            assert NOTICE in plain(page), f"{file}: page {number} does not say that it is an example"


def test_posters_and_leaflets_lead_to_their_page(sheets, tmp_path):
    chosen = [sheet for sheet in sheets if sheet.file.name != "cartes-a6.pdf"]
    for sheet in chosen:
        picture = tmp_path / "page"
        last = str(len(sheet.read.sides))
        subprocess.run(
            ["pdftoppm", "-r", "200", "-gray", "-f", last, "-l", last, "-singlefile", str(sheet.file), str(picture)], check=True,
            stderr=subprocess.DEVNULL)
        done = subprocess.run(["zbarimg", "--quiet", "--raw", f"{picture}.pgm"], capture_output=True, text=True)
        assert done.stdout.strip().endswith(f"/{sheet.address}/"), f"{sheet.name}: « {done.stdout.strip()} », not /{sheet.address}/"


def test_leaflets_and_posters_say_who_answers_and_since_when(sheets):
    for sheet in sheets:
        if sheet.file.name == "cartes-a6.pdf":
            continue
        for words in ("Sources et dates", "vérifié le", "Éditeur", "Directeur de la publication", "Impression"):
            assert words in sheet.text, f"{sheet.name} lacks « {words} »"


def test_contacts_can_be_called(sheets, communes):
    names = {commune.code: commune for commune in communes}
    for sheet in sheets:
        code = re.match(r"communes/(\w{5})-", sheet.address)
        if not code:
            continue
        assert names[code[1]].of_name in sheet.text, f"{sheet.name}: whose contacts?"
        assert re.search(r"04 65 71 \d\d \d\d", sheet.text), f"{sheet.name}: no number of a service"
        for number in ("17", "112", "114", "18", "15"):
            assert re.search(rf"(?<!\d){number}(?!\d)", sheet.text), f"{sheet.name}: {number} is missing"
        if "Prochaines permanences" in sheet.text:
            assert "sauf intervention" in sheet.text


def test_a_sheet_of_a_commune_gives_its_own_services_and_no_other(public, communes, commune_pages):
    """Of all communes: the names and numbers are those of the commune's page, besides those that the guide cites."""
    faults = []
    cited = {}
    for commune in communes:
        page = commune_pages[commune.code]
        found = commune_sheets(public, page.file.parent)
        assert found, f"{page.path}: no sheet of a guide"
        for sheet in found:
            if commune.of_name not in sheet.text:
                faults.append(f"{sheet.name}: whose contacts?")
            own = set(TELEPHONE.findall(page.text))
            if sheet.address not in cited:
                cited[sheet.address] = set(TELEPHONE.findall(HTMLPage(public, public / sheet.address / "index.html").text))
            # The last one: a summary may say « Qui appeler » too.
            called = sheet.text.rsplit("Qui appeler", 1)[1].split("Le guide complet")[0]
            numbers = set(TELEPHONE.findall(called)) - cited[sheet.address]
            if not numbers or not numbers <= own:
                faults.append(f"{sheet.name}: {numbers - own or 'no number'}")
        links = {link.rsplit("/", 1)[-1] for link in page.tree.xpath("//a[@type='application/pdf']/@href")}
        assert {sheet.file.name for sheet in found} <= links, f"{page.path} does not offer its sheets"
    assert not faults, few(faults)


def test_a_page_offers_what_stands_beside_it(public, pages):
    for file in sorted(public.glob("guides/**/*.pdf")) + sorted(public.glob("alertes/**/*.pdf")):
        page = pages[str((file.parent / "index.html").relative_to(public))]
        links = [link for link in page.tree.xpath("//a[@type='application/pdf']") if link.get("href").endswith(f"/{file.name}")]
        assert len(links) == 1, f"{page.path}: {len(links)} links to {file.name}"
        said = re.search(r"\(PDF, (A\d), (\d+) pages?, (\d+) ko\)", HTMLPage.text_of(links[0]))
        assert said, f"{page.path}: « {HTMLPage.text_of(links[0])} »"
        with pikepdf.open(file) as pdf:
            assert int(said[2]) == len(pdf.pages)
        assert abs(int(said[3]) - file.stat().st_size / 1000) < 1
        # About violence above all: nowhere else.
        others = [other.path for other in pages.values() if other is not page and f"{file.parent.name}/{file.name}" in other.source]
        assert not others, f"{file.name} of {page.path} is offered by {others}"


def halves(file):
    """Texts of the left and the right half of each side."""
    with pikepdf.open(file) as pdf:
        box = pdf.pages[0].mediabox
        width, height = int(box[2]), int(box[3])
    total = int(re.search(r"Pages:\s+(\d+)", output_of("pdfinfo", str(file)))[1])
    found = []
    for side in range(1, total + 1):
        for left in (0, width // 2):
            text = output_of(
                "pdftotext", "-r", "72", "-x", str(left), "-y", "0", "-W", str(width // 2), "-H", str(height), "-f", str(side), "-l",
                str(side), str(file), "-")
            found.append(plain(text))
    return found


def test_the_pages_of_a_booklet_follow_one_another_once_it_is_folded(booklets):
    for file in booklets:
        texts = halves(file)
        count = len(texts)
        assert count % 4 == 0, f"{file}: {count} halves"
        numbers = [int(re.search(r"page (\d+) / (\d+)", text)[1]) for text in texts]
        # Sheet after sheet, each turned over its short edge: front left, front right, back left, back right.
        expected = []
        for sheet in range(count // 4):
            expected += [count - 2 * sheet, 1 + 2 * sheet, 2 + 2 * sheet, count - 1 - 2 * sheet]
        assert numbers == expected, f"{file}: {numbers}"


def test_a_booklet_claims_no_conformance(booklets):
    for file in booklets:
        with pikepdf.open(file) as pdf:
            assert "/StructTreeRoot" not in pdf.Root and "/MarkInfo" not in pdf.Root, f"{file} says that it is tagged"
            with pdf.open_metadata() as metadata:
                assert not metadata.pdfa_status and not metadata.get("pdfuaid:part"), f"{file} claims to conform"
            sizes = {tuple(round(float(length)) for length in page.mediabox) for page in pdf.pages}
        assert sizes == {(0, 0, 839, 595)}, f"{file}: {sizes}"


VIOLENCE = re.compile(r"violen|victime|conjug|intrafamil|maltrait|coups|agress|protection", re.IGNORECASE)


def test_cards_say_outside_and_in_their_particulars_nothing_of_what_they_are_about(cards):
    for file in cards:
        outside, inside = output_of("pdftotext", str(file), "-").split("\f")[:2]
        assert "Numéros utiles" in outside
        assert not VIOLENCE.search(outside), f"{file}: outside « {VIOLENCE.search(outside)[0]} »"
        for words in ("17", "114", "3919", "envoyez un SMS"):
            assert words in inside, f"{file}: inside lacks « {words} »"
        particulars = output_of("pdfinfo", str(file)) + output_of("pdfinfo", "-meta", str(file)) + output_of("pdfinfo", "-dests", str(file))
        assert not VIOLENCE.search(particulars.replace(str(file), "")), f"{file}: {particulars}"
        assert not VIOLENCE.search(file.name)
        assert not re.search(rb"violences", file.read_bytes()), f"{file} names its theme"
        with pikepdf.open(file) as pdf, pdf.open_outline() as outline:
            assert {item.title for item in outline.root} <= {"Numéros utiles"}


def test_a_build_of_one_commune_keeps_what_is_printed_elsewhere(public, tmp_path):
    project = copy_of_the_example(tmp_path, cache_of=public)
    project.build()
    before = digests(project.public)
    printed = [name for name in before if name.endswith(".pdf")]
    done = project.build("--only", "74080")
    assert "5\xa0documents imprimés (0 composés, 5 déjà prêts)" in done.stdout + done.stderr, done.stdout + done.stderr
    after = digests(project.public)
    assert [name for name in printed if before[name] != after.get(name)] == []
