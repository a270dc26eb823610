"""docs/premier-site.md, replayed: a new editor's way from an empty folder to a bulletin in hand.

CRIEUR_RECORD=1 writes the answers seen into the page.
"""

import os
import re
import shutil

import pytest

from judges.bulletin import output_of
from judges.program import PROGRAM, ROOT, environment
from judges.transcript import Transcript

PAGE = ROOT / "docs/premier-site.md"
NOON = "1796209200"  # 2 December 2026


def settled(text):
    """Without what changes from one machine, or one version of the templates, to the next."""
    return re.sub(r"\d+(?= fichiers?\b)|\d+,?\d*(?=\xa0?\s?(s|ko)\b)", "N", text)


@pytest.fixture(scope="module")
def replay(program, tmp_path_factory):
    work = tmp_path_factory.mktemp("premier")
    (work / "bin").mkdir()
    launcher = work / "bin/crieur"
    launcher.write_text(f'#!/bin/sh\nexec "{PROGRAM}" "$@"\n')
    launcher.chmod(0o755)
    # As the archive has it: templates near the program. Here the program may lie anywhere.
    (work / "site-templates").symlink_to(ROOT / "site-templates")
    shutil.copyfile(ROOT / "content/guides/cybersecurite/images/courriel-piege.png", work / "faux-courriel.png")
    transcript = Transcript(
        PAGE, work, environment(PATH=f"{work}/bin:/usr/bin:/bin", SOURCE_DATE_EPOCH=NOON, LC_ALL="C.UTF-8", HOME=str(work)))
    transcript.text = transcript.replayed()
    if os.environ.get("CRIEUR_RECORD") and settled(transcript.text) != settled(PAGE.read_text("utf-8")):
        PAGE.write_text(transcript.text, "utf-8")
    return transcript


def test_what_is_seen_is_what_the_page_says(replay):
    assert settled(replay.text) == settled(PAGE.read_text("utf-8")), "answers differ: read them, then CRIEUR_RECORD=1 writes them anew"


def test_the_guide_is_published_and_can_be_printed(replay):
    guide = replay.folder / "public/guides/cybersecurite/une-facture-change-de-compte-bancaire"
    assert "Appelez-le" in (guide / "index.html").read_text("utf-8")
    assert len(list(guide.glob("*.pdf"))) == 2
    assert 'alt="Un faux courriel' in (guide / "index.html").read_text("utf-8")


def test_the_alert_was_there_and_is_in_the_archive(replay):
    ls = [index for index, command in enumerate(replay.commands) if command == "ls public/alertes"]
    answers = re.findall(r"\$ ls public/alertes\n((?:[^$`].*\n)*)", replay.text)
    assert len(ls) == len(answers) == 2
    assert "faux-conseillers-bancaires-au-telephone" in answers[0]
    alerts = replay.folder / "public/alertes"
    assert "cap.xml" in answers[0] and "cap.xml" not in answers[1]
    assert "faux-conseillers" not in (alerts / "index.html").read_text("utf-8")
    assert "faux-conseillers" in (alerts / "archives/index.html").read_text("utf-8")
    assert "Cette alerte" in (alerts / "faux-conseillers-bancaires-au-telephone/index.html").read_text("utf-8")


def test_the_bulletin_is_in_hand(replay):
    [bulletin] = replay.folder.glob("*.pdf")
    text = " ".join(output_of("pdftotext", str(bulletin), "-").split())
    for words in ("Exemple-le-Haut", "compte bancaire", "16 décembre", "EXEMPLE"):
        assert words in text.replace("\xa0", " "), f"the bulletin does not say « {words} »"


def test_an_example_is_not_published_by_accident(replay):
    assert "[feed-demonstration]" in replay.text.rsplit("$ crieur build --strict", 1)[1]
