"""The 279 bulletins, judged by qpdf, Poppler, a validator of PDF/UA-1 and PDF/A-2a, and pypdf."""

import multiprocessing
import re
import subprocess
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import page as page_validation
import pytest

from judges.html_page import HTMLPage
from judges.layout import covered, sizes, too_small
from judges.tree import few

# Part of the first page that holds the code, in pixels at 130 to the inch.
CODE = ["-x", "780", "-y", "120", "-W", "300", "-H", "300"]
A4 = (595.276, 841.89)


def test_qpdf_finds_no_fault(bulletins):
    def check(bulletin):
        done = subprocess.run(["qpdf", "--check", str(bulletin.file)], capture_output=True, text=True, timeout=60)
        return None if done.returncode == 0 else f"{bulletin.name}: {done.stdout}{done.stderr}"

    with ThreadPoolExecutor(2) as pool:
        faults = [fault for fault in pool.map(check, bulletins) if fault]
    assert not faults, "qpdf --check:" + few(faults)


def judged(profile: str, file: Path) -> str | None:
    report = page_validation.validate_pdf(str(file), profile=profile)
    return None if report.is_compliant else f"{file.parent.name}: {report}"


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_each_is_pdf_ua_and_pdf_a(bulletins, profile):
    # A fork of a process with threads may wait for a lock that none of them will give back.
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        faults = [fault for fault in pool.map(partial(judged, profile), [b.file for b in bulletins], chunksize=20) if fault]
    assert not faults, f"page-validation, profile {profile}:" + few(faults, 4)


def test_each_fits_one_sheet_and_its_page_numbers_are_right(bulletins):
    faults = []
    for bulletin in bulletins:
        total = len(bulletin.pages)
        if not 1 <= total <= 2 or total != len(bulletin.sides):
            faults.append(f"{bulletin.name}: {total} pages; a sheet has two")
        for number, text in enumerate(bulletin.pages, 1):
            printed = re.findall(r"page (\d+) / (\d+)", text)
            if printed != [(str(number), str(total))]:
                faults.append(f"{bulletin.name}: page {number} of {total} prints {printed}")
    assert not faults, "pages:" + few(faults)


def test_each_is_light(bulletins):
    """As a mail of a small mairie carries it."""
    heavy = {bulletin.name: size for bulletin in bulletins if (size := bulletin.file.stat().st_size) >= 120_000}
    assert not heavy


def test_pages_say_the_length_and_size_that_each_file_has(bulletins, commune_pages, twins):
    faults = []
    for bulletin in bulletins:
        code = bulletin.commune.code
        bytes_ = bulletin.file.stat().st_size
        for page in (commune_pages[code], twins[code]):
            link = page.one("//a[@type='application/pdf'][contains(@class, 'button')]")
            said = re.search(r"\(PDF, (\d+) pages?, (\d+) ko\)", HTMLPage.text_of(link))
            if not said:
                faults.append(f"{page.path}: « {HTMLPage.text_of(link)} » says no length and size")
            elif int(said[1]) != len(bulletin.pages) or abs(int(said[2]) - bytes_ / 1000) >= 1:
                faults.append(f"{page.path}: « {said[0]} » of a file of {len(bulletin.pages)} pages, {bytes_} bytes")
    assert not faults, "links to bulletins:" + few(faults)


def test_all_fonts_are_embedded_and_their_text_can_be_copied(bulletins):
    faults = [
        f"{bulletin.name}: {name} embedded: {embedded}, to Unicode: {unicode}"
        for bulletin in bulletins for name, embedded, unicode in bulletin.fonts
        if (embedded, unicode) != ("yes", "yes")
    ]
    assert all(bulletin.fonts for bulletin in bulletins), "pdffonts lists no font at all"
    assert not faults, "pdffonts:" + few(faults)


def test_each_says_its_title_and_its_language(bulletins):
    faults = []
    for bulletin in bulletins:
        found = bulletin.particulars
        expected = f"commune {bulletin.commune.of_name} "
        if expected not in f"{found['title']} " or found["title"] != found["xmp title"]:
            faults.append(f"{bulletin.name}: titled « {found['title']} » and « {found['xmp title']} »")
        if found["lang"].lower() not in ("fr", "fr-fr") or not found["shows title"] or not found["marked"]:
            faults.append(f"{bulletin.name}: {found}")
    titles = {bulletin.particulars["title"] for bulletin in bulletins}
    assert len(titles) == len(bulletins), "two bulletins have one title"
    assert not faults, "metadata:" + few(faults)


def test_all_text_stands_on_an_a4_page(bulletins):
    faults = []
    for bulletin in bulletins:
        for number, side in enumerate(bulletin.sides, 1):
            if (round(side.width), round(side.height)) != (round(A4[0]), round(A4[1])):
                faults.append(f"{bulletin.name}: page {number} measures {side.width} × {side.height} points")
            faults += [
                f"{bulletin.name}: page {number}, « {word.text} » at {word.left:.0f}–{word.right:.0f} × "
                f"{word.top:.0f}–{word.bottom:.0f}"
                for word in side.words
                if word.left < 0 or word.top < 0 or word.right > side.width or word.bottom > side.height
            ]
    assert not faults, "outside the page:" + few(faults)


def test_no_word_covers_another(bulletins):
    """Columns, cards and notices keep apart, whatever a commune's name is. The watermark lies behind them."""
    faults = [f"{bulletin.name}: {fault}" for bulletin in bulletins for fault in covered(bulletin)]
    assert not faults, "words one over the other:" + few(faults)


def test_nothing_is_too_small_to_read(bulletins):
    chosen = [bulletin for bulletin in bulletins if bulletin.commune.code in {
        "74010", "74012", "74034", "74042", "74063", "74080", "74116", "74134", "74190", "74212", "74282", "74298"}]
    assert len(chosen) == 12
    faults = []
    for bulletin in chosen:
        assert any("Serif" in font for _, font, _ in sizes(bulletin.file)), f"{bulletin.name}: no running text was found"
        faults += [f"{bulletin.name}: {fault}" for fault in too_small(bulletin.file)]
    assert not faults, "running text is 10 pt at least, the rest 8 pt:" + few(faults)


def test_the_edition_is_there(bulletins, twins):
    """The first guide of the edition opens every bulletin; its title and that of the second head the twin."""
    for bulletin in bulletins:
        text = bulletin.pages[0]
        assert "Hameçonnage" in text, f"{bulletin.name}: page 1 lacks the phenomenon of the month"
        assert "Numéros d’urgence" in text, f"{bulletin.name}: page 1 lacks the emergency numbers"
        last = bulletin.pages[-1]
        assert "Sources et dates" in last and "Directeur de la publication" in last, (
            f"{bulletin.name}: the last page lacks its sources or its imprint")
        twin = twins[bulletin.commune.code].text
        for title in ("Hameçonnage : le message qui vous presse", "Nouveau mandat : vos premiers repères"):
            assert title in twin, f"the twin of {bulletin.name} lacks « {title} »"


@pytest.mark.parametrize("section, source", [
    ("dire zéro", "SSMSI"),
    ("mairie@", "coordonnées et"),
    ("mon référent", "Contacts des élus"),
], ids=["figures", "town hall", "officials"])
def test_a_source_is_told_where_something_of_it_is_printed(bulletins, section, source):
    """Whatever gave way for lack of room takes its source away with it; most bulletins have room for each section."""
    with_section = 0
    for bulletin in bulletins:
        text = re.sub("\\s", " ", bulletin.text)
        assert (section in text) == (source in text), f"{bulletin.name}: « {section} » and its source part"
        with_section += section in text
    assert with_section > len(bulletins) * 0.8, f"only {with_section} bulletins have « {section} »"


def test_the_code_leads_to_the_commune(bulletins, public, tmp_path):
    """As a telephone before the notice board reads it."""
    base = "https://presents-pour-les-elus.exemple.fr/"

    def check(bulletin):
        picture = tmp_path / bulletin.commune.code
        subprocess.run(
            ["pdftoppm", "-r", "130", "-gray", "-singlefile", "-l", "1", *CODE, str(bulletin.file), str(picture)], check=True,
            capture_output=True, timeout=60)
        done = subprocess.run(
            ["zbarimg", "--quiet", "--raw", f"{picture}.pgm"], capture_output=True, text=True, timeout=60)
        picture.with_suffix(".pgm").unlink()
        address = f"{base}{bulletin.file.parent.relative_to(public)}/"
        return None if done.stdout.strip() == address else f"{bulletin.name}: « {done.stdout.strip()} », not {address}"

    with ThreadPoolExecutor(2) as pool:
        faults = [fault for fault in pool.map(check, bulletins) if fault]
    assert not faults, "codes that lead elsewhere:" + few(faults)
