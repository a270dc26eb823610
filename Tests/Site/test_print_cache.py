"""What is printed is made again only where what it is made of has changed."""

import re

import pytest

from judges.program import copy_of_the_example
from judges.tree import stamps


@pytest.fixture(scope="module")
def project(public, tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("cache"), cache_of=public)
    assert made(project.build("--strict")) == 0, "the same site, the same PDFs"
    return project


def made(done):
    found = re.search(r"\((\d+) composés, \d+ déjà prêts\)", done.stdout.replace("\xa0", "").replace("\u202f", ""))
    assert found, done.stdout
    return int(found[1])


@pytest.mark.parametrize("template, patterns", [
    # The sheet that a guide gives to each commune is a poster.
    ("poster.typ", ["affiche-*.pdf", "communes/*/fiche-*.pdf"]), ("lib/figures.typ", ["bulletin-*.pdf"]),
    ("leaflet.typ", ["*-a[45].pdf"]),
])
def test_a_changed_template_concerns_its_own_documents(project, template, patterns):
    concerned = {str(file.relative_to(project.public)) for pattern in patterns for file in project.public.rglob(pattern)}
    before = {path: stamp for path, stamp in stamps(project.public).items() if path.endswith(".pdf")}
    file = project.folder / "site-templates/print" / template
    file.write_text(file.read_text("utf-8") + "// Un mot de plus.\n", "utf-8")
    count = made(project.build("--strict"))
    assert 0 < count <= len(concerned) < len(before), f"{template}: {count} documents were made again"
    # A remark changes no byte: every file stays as it is.
    assert stamps(project.public).items() >= before.items()


def test_an_unused_file_concerns_nothing(project):
    (project.folder / "site-templates/print/lib/essai.typ").write_text("#let x = 1\n", "utf-8")
    assert made(project.build("--strict")) == 0
