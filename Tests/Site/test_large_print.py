"""Large print of the bulletin: nothing under 16 points, and all that the bulletin says; and what bulletins left out."""

import re
import subprocess

import page as page_validation
import pytest

from judges.bulletin import Bulletin, output_of
from judges.html_page import HTMLPage, plain
from judges.layout import outside, sizes
from judges.program import DAY, EDITION, PROGRAM, copy_of_the_example, environment

# Two services, a resort, a long name, one of the smallest.
CODES = ["74010", "74080", "74236", "74203"]
NOTICE = "EXEMPLE : NE PAS DIFFUSER"


@pytest.fixture(scope="module")
def prints(program, tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("large"))
    edition = f"content/bulletins/{EDITION}.md"
    codes = ", ".join(f'"{code}"' for code in CODES)
    project.edit(edition, "print: [poster-a4, poster-a3]\n", f"print: [large]\nterritory:\n  communes: [{codes}]\n")
    project.build("--strict")
    found = sorted(project.public.glob(f"communes/*/bulletin-{EDITION}-gros-caracteres.pdf"))
    assert [file.parent.name[:5] for file in found] == sorted(CODES)
    return project, found


def words(file):
    """Each word once, hyphens apart: a line may be cut there."""
    text = re.sub("[-\u00ad]\n?", "", output_of("pdftotext", str(file), "-"))
    return set(re.findall(r"[\w’@]{4,}", text))


def test_nothing_is_small(prints):
    for file in prints[1]:
        # The number that calls a note stands above the line.
        small = [(size, text) for size, _, text in sizes(file) if size < 15.9 and not text.isdigit()]
        assert not small, f"{file.parent.name}: {small[:5]}"
        assert not outside(Bulletin(None, file)), file.parent.name


def test_it_says_all_that_the_bulletin_says(prints):
    for file in prints[1]:
        bulletin = file.with_name(f"bulletin-{EDITION}.pdf")
        # What the bulletin says of the texts that it cuts; numbers stand in its charts as well.
        own = {"complet", "Suite", "précédente", "page"}
        lacking = {word for word in words(bulletin) - words(file) - own if word.isalpha()}
        assert not lacking, f"{file.parent.name}: {sorted(lacking)[:20]}"


def test_each_page_is_an_example_and_the_page_offers_it(prints):
    project, found = prints
    for file in found:
        for number, text in enumerate(output_of("pdftotext", str(file), "-").split("\f")[:-1], 1):
            assert NOTICE in text, f"{file.parent.name}, page {number}"
        assert file.name in file.with_name("index.html").read_text("utf-8")


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_conforms(prints, profile):
    for file in prints[1]:
        result = page_validation.validate_pdf(str(file), profile=profile)
        assert result.is_compliant, f"{file.parent.name}: {result}"
    subprocess.run(["qpdf", "--check", str(prints[1][0])], check=True, capture_output=True)


def test_explain_tells_what_a_bulletin_left_out(prints):
    """For its PDF and for its page, the same as the page itself says."""
    project, found = prints
    for file in found:
        page = file.with_name(f"bulletin-{EDITION}") / "index.html"
        text = plain(HTMLPage(project.public, page).text)
        for subject in (file.with_name(f"bulletin-{EDITION}.pdf"), page):
            done = subprocess.run(
                [str(PROGRAM), "explain", str(subject.relative_to(project.folder)), "--date", DAY], cwd=project.folder,
                env=environment(), capture_output=True, text=True, timeout=60)
            assert done.returncode == 0, done.stderr
            told = plain(done.stdout.splitlines()[-1]).split("faute de place : ")
            assert len(told) == 2 and told[1] != "rien", done.stdout
            assert told[1] in text, f"{subject.name}: « {told[1]} »"
