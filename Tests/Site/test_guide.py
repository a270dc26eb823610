"""`make docs`: the documents in French become a site, made by Crieur; each section, message and picture is there."""

import importlib.machinery
import importlib.util
import os
import re
import subprocess

import pytest

from judges.html_page import HTMLPage
from judges.program import PROGRAM, PYTHON, ROOT

DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def guide(program, tmp_path_factory):
    output = tmp_path_factory.mktemp("guide") / "public"
    done = subprocess.run(
        [ROOT / "tools/guide", "--output", str(output)], capture_output=True, text=True,
        env={**os.environ, "CRIEUR": str(PROGRAM), "CRIEUR_PYTHON": str(PYTHON)})
    assert done.returncode == 0, done.stdout + done.stderr
    return {str(file.relative_to(output)): HTMLPage(output, file) for file in sorted(output.rglob("index.html"))}


@pytest.fixture(scope="module")
def maker():
    loader = importlib.machinery.SourceFileLoader("guide", str(ROOT / "tools/guide"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("guide", loader))
    loader.exec_module(module)
    return module


def test_every_section_and_message_is_a_page(guide, maker):
    titles = {" ".join(page.elements("//h1")[0].text_content().split()).replace("’", "'").replace("\xa0", " ") for page in guide.values() if page.elements("//h1")}
    text = re.sub(r"^```.*?^```$", "", (DOCS / "editeurs.md").read_text("utf-8"), flags=re.M | re.S)
    sections = [maker.plain(line) for line in re.findall(r"(?m)^## (.+)$", text)]
    assert len(sections) > 12 and set(sections) <= titles, sorted(set(sections) - titles)
    messages = {file.stem for file in (DOCS / "messages").glob("*.md")}
    made = {path.split("/")[2] for path in guide if path.startswith("guides/messages/") and path.count("/") == 3}
    assert messages | {"messages"} == made


def test_every_document_in_french_is_in_it(maker):
    assert {file.name for file in DOCS.glob("*.md")} == set(maker.DOCUMENTS)
    sections = {page.slug for page in maker.pages() if page.document == "editeurs.md"}
    assert set(maker.SECTIONS) <= sections, "a section that tools/guide names is no longer in editeurs.md"


def test_pictures_are_shown_with_their_words(guide):
    text = re.sub(r"^```.*?^```$", "", (DOCS / "editeurs.md").read_text("utf-8"), flags=re.M | re.S)
    named = re.findall(r"!\[([^\]]+)\]\(images/([\w-]+\.png)", text)
    assert len(named) >= 5
    shown = [image for page in guide.values() for image in page.elements("//main//img")]
    words = {image.get("alt").replace("’", "'").replace("\xa0", " ").replace("\u202f", " ") for image in shown}
    assert {alt for alt, _ in named} <= words, sorted({alt for alt, _ in named} - words)
    for file in (DOCS / "images").iterdir():
        assert file.stat().st_size < 150_000, f"{file.name} is too heavy for a repository"


def test_links_of_documents_lead_somewhere(maker):
    """On a forge, where documents are read as they are."""
    for file in DOCS.glob("*.md"):
        text = re.sub(r"^```.*?^```$", "", file.read_text("utf-8"), flags=re.M | re.S)
        for path, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?(?: \"[^\"]*\")?\)", re.sub(r"`[^`\n]*`", "", text)):
            target = file.parent / path if path else file
            assert target.exists(), f"{file.name}: {path}"
            if anchor:
                headings = re.findall(r"(?m)^#+ (.+)$", target.read_text("utf-8"))
                assert anchor in {maker.forge_anchor(heading) for heading in headings}, f"{file.name}: {path}#{anchor}"
