"""An edition that has gone to print stays as it was, whatever feeds, facts, texts and alerts say later."""

import gzip
import re
import subprocess

import pytest

from judges.program import PROGRAM, copy_of_the_example, environment

CODES = ["74010", "74080", "74236"]
EDITION = "content/bulletins/2026-11.md"
FROZEN = "content/bulletins/2026-11.frozen.ndjson.gz"


def crieur(project, *arguments):
    return subprocess.run(
        [str(PROGRAM), *arguments, "--date", "2026-11-24"], cwd=project.folder, env=environment(), capture_output=True,
        text=True, timeout=300)


def seen(project):
    """Text of each PDF, page by page, and what each twin says between its head and its end."""
    found = {}
    for pdf in sorted(project.public.glob("communes/*/bulletin-2026-11.pdf")):
        found[pdf.parent.name] = subprocess.run(
            ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    for twin in sorted(project.public.glob("communes/*/bulletin-2026-11/index.html")):
        found[f"{twin.parent.parent.name}, page"] = re.search(
            r"</header>(.*)</main>", twin.read_text("utf-8").split("class=\"bulletin\"")[1], re.S).group(1)
    return found


@pytest.fixture(scope="module")
def frozen(program, tmp_path_factory):
    """The example, of three communes, frozen; and what it said when it was."""
    project = copy_of_the_example(tmp_path_factory.mktemp("frozen"))
    codes = ", ".join(f'"{code}"' for code in CODES)
    project.edit(EDITION, "number: 1\n", f"number: 1\nlegal_deposit: \"Dépôt légal : à parution\"\nterritory:\n  communes: [{codes}]\n")
    project.edit(EDITION, "print: [poster-a4, poster-a3]\n", "")
    project.build()
    before = seen(project)
    done = crieur(project, "bulletin", "freeze", "2026-11")
    assert done.returncode == 0, done.stderr
    assert "3\u00a0bulletins" in done.stdout
    return project, before


def test_only_the_territory_has_bulletins(frozen):
    project, before = frozen
    assert sorted(name[:5] for name in before if not name.endswith("page")) == CODES
    listed = (project.public / "bulletins/2026-11/index.html").read_text("utf-8")
    assert sorted(set(re.findall(r"/communes/(\d{5})", listed))) == CODES
    other = next(project.public.glob("communes/74001-*/index.html")).read_text("utf-8")
    assert "bulletin-2026-11" not in other


def test_frozen_and_nothing_changed_is_the_same(frozen):
    project, before = frozen
    project.build("--strict")
    assert seen(project) == before


def test_it_stays_when_everything_else_changes(frozen):
    project, before = frozen
    project.edit("content/guides/cybersecurite/hameconnage.md", "title: \"", "title: \"Tout autre chose. ")
    project.edit("content/facts.yml", "checked: 20", "checked: 19")
    for alert in (project.folder / "content/alerts").glob("*"):
        alert.unlink()
    for events in (project.folder / "content/agenda").glob("*"):
        events.unlink()
    (project.folder / "content/communes/74080.md").unlink()
    (project.folder / "content/consultations/dcas-2026/commitments.yml").unlink()
    project.edit(EDITION, "  - guides/elus/premiers-reperes.md\n", "  - guides/elus/il-n-existe-plus.md\n")
    units = project.folder / "content/feeds/export-gn2.csv"
    units.write_text(re.sub(r"\+33 4 65 71 \d\d \d\d", "+33 4 65 71 99 99", units.read_text("utf-8")), "utf-8")
    project.build()
    assert seen(project) == before
    commune = next(project.public.glob("communes/74080-*/index.html")).read_text("utf-8")
    assert "04 65 71 99 99" in commune.replace("\u00a0", " "), "the commune's page follows the feeds"


def test_it_is_not_frozen_twice_unless_asked(frozen):
    project, _ = frozen
    file = project.folder / FROZEN
    bytes_before = file.read_bytes()
    done = crieur(project, "bulletin", "freeze", "2026-11")
    assert done.returncode == 2 and "déjà figée" in done.stderr and "--force" in done.stderr
    assert file.read_bytes() == bytes_before


def test_its_file_says_nothing_of_when_and_where_it_was_packed(frozen):
    project, _ = frozen
    packed = (project.folder / FROZEN).read_bytes()
    assert packed[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    lines = gzip.decompress(packed).decode().splitlines()
    assert len(lines) == 1 + 2 * len(CODES)
    assert str(project.folder) not in "".join(lines)


def test_an_erratum_is_on_paper_and_on_the_page(frozen):
    project, before = frozen
    project.edit(EDITION, "number: 1\n", "number: 1\nerrata:\n  - date: 2026-12-02\n    text: La permanence est à 14 h.\n")
    project.build()
    after = seen(project)
    for name, text in after.items():
        plain = re.sub(r"[\s\u00a0\u202f]+", " ", text)
        assert "La permanence est à 14 h." in plain, f"{name} lacks the erratum"
        if name.endswith("page"):
            assert text.split("</section>", 1)[1].strip() == before[name].strip()


def test_a_changed_template_warns_and_can_be_accepted(frozen):
    project, _ = frozen
    template = project.folder / "site-templates/print/lib/theme.typ"
    template.write_text(template.read_text("utf-8") + "\n// Autre.\n", "utf-8")
    done = project.build()
    assert "site-templates/print/lib/theme.typ: avertissement: ce gabarit a changé" in done.stderr
    assert done.stderr.count("[frozen-template]") == 1
    project.edit(EDITION, "number: 1\n", "number: 1\nallow: [{check: frozen-template, reason: un commentaire}]\n")
    assert "[frozen-template]" not in project.build().stderr


def test_forced_it_is_frozen_as_it_is_today(frozen):
    project, before = frozen
    project.edit(EDITION, "  - guides/elus/il-n-existe-plus.md\n", "  - guides/elus/premiers-reperes.md\n")
    done = crieur(project, "bulletin", "freeze", "2026-11", "--force")
    assert done.returncode == 0, done.stderr
    project.build()
    after = seen(project)
    assert all("Tout autre chose" in text for name, text in after.items() if name.endswith("page"))
