"""A reserve before an election: what praises is in no published file while it lasts, and is back on the day after."""

import gzip
import json
import shutil
import subprocess

import pytest

from judges.program import PROGRAM, ROOT, Project, environment

BASE = ROOT / "Tests/Fixtures/base"
FIRST, LAST = "2026-12-01", "2027-03-21"
# What each text says that nothing else does, by the text that says it.
WORDS = {
    "a praised page": "Zibeline", "a praised guide": "Quartzite", "a part of a guide": "Obsidienne", "its note": "Malachite",
    "an editorial": "Cinabre", "the word of a commune": "Turquoise",
}
PAGE = """---
title: Bilan {}
summary: Résumé {}.
praise: true
aliases: [/ancien-bilan/]
{}---

![Plan de la {}](/plan.png)

Texte {}, [suite](../guides/elus/menaces.md#obsidienne).
"""
GUIDE = """

Voyez [notre page](../../pages/bilan.md), [sa partie](#obsidienne) et [celle-ci](#sur-le-moment).[^une]

:::praise

## Obsidienne

Ce que nous avons fait : obsidienne, :fact[112].[^autre]

:::

## Ensuite

Du calme.[^une]

[^autre]: Malachite.
[^une]: La note qui reste.
"""
FACT = """
  - id: "112"
    kind: telephone
    value: "112"
    label: Urgences européennes
    source: Exemple
    checked: 2026-11-24
"""


@pytest.fixture
def project(tmp_path):
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    content = tmp_path / "content"
    for folder in ("communes", "pages"):
        (content / folder).mkdir()
    (content / "pages/bilan.md").write_text(PAGE.format("Zibeline", "zibeline", "", "zibeline", "zibeline").replace("#obsidienne", "#ensuite"))
    praised = PAGE.format("Quartzite", "quartzite", "order: 9\n", "quartzite", "quartzite").replace("../guides/elus/", "").replace("/ancien-bilan/", "/ancien-guide/")
    (content / "guides/elus/bilan.md").write_text(praised)
    (content / "communes/74010.md").write_text("---\ntitle: Le mot du maire\n---\n\nNotre turquoise.\n")
    guide = content / "guides/elus/menaces.md"
    guide.write_text(guide.read_text() + GUIDE)
    shutil.copy(next(BASE.parent.glob("faults/image-alternative/**/plan.png")), content / "plan.png")
    project = Project(tmp_path)
    project.edit("content/bulletins/2026-11.md", "Voici le premier numéro.", "Voici un numéro de cinabre.")
    project.edit("content/bulletins/2026-11.md", "[guides/elus/menaces.md]", "[guides/elus/bilan.md, guides/elus/menaces.md]")
    facts = content / "facts.yml"
    facts.write_text(facts.read_text().rstrip("\n") + "\n" + FACT.lstrip("\n"))
    project.edit("content/site.yml", "demonstration: true", f"demonstration: true\nreserve:\n  - {{label: Élections municipales, from: {FIRST}, until: {LAST}}}")
    return project


def build(project, day, *arguments):
    return project.build("--templates", str(ROOT / "site-templates"), *arguments, date=day)


def said(project):
    """All that is published, as words: pages, data, PDFs, the index of the search."""
    found = {}
    for file in sorted(path for path in project.public.rglob("*") if path.is_file()):
        data = file.read_bytes()
        if file.suffix == ".pdf":
            text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()
        else:
            text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8", "replace")
        found[str(file.relative_to(project.public))] = text.lower()
    return found


def holding(published, word):
    return [path for path, text in published.items() if word.lower() in text or word.lower() in path]


@pytest.mark.parametrize("day", ["2026-11-30", "2027-03-22"])
def test_all_is_there_before_and_after(day, project, program):
    done = build(project, day)
    assert "reserve-hidden" not in done.stderr
    published = said(project)
    assert {what: bool(holding(published, word)) for what, word in WORDS.items()} == dict.fromkeys(WORDS, True)
    pdf = published["communes/74010-annecy/bulletin-2026-11.pdf"]
    assert all(word in pdf for word in ("cinabre", "turquoise", "quartzite"))
    assert [path for path in published if path.startswith("assets/images/plan-")]
    page = (project.public / "guides/elus/menaces/index.html").read_text()
    assert 'href="/bilan/"' in page and 'href="#obsidienne"' in page and "praise" not in page


@pytest.mark.parametrize("day", [FIRST, LAST])
def test_nothing_of_it_is_in_any_file_within(day, project, program):
    done = build(project, day)
    published = said(project)
    assert len(published) > 40 and "communes/74010-annecy/bulletin-2026-11.pdf" in published
    assert {what: holding(published, word) for what, word in WORDS.items()} == dict.fromkeys(WORDS, [])
    assert not [path for path in published if "/plan-" in path]
    assert not (project.public / "bilan").exists() and not (project.public / "ancien-bilan").exists()
    page = (project.public / "guides/elus/menaces/index.html").read_text()
    # The rest of the guide stays: its other link, its other note, renumbered; the link to what is hidden is words.
    assert 'href="#sur-le-moment"' in page and "notre page" in page and "La note qui reste" in page.replace("\xa0", " ")
    assert page.count('class="footnote-ref"') == 2 and 'id="fnref-1-2"' in page and "fn-2" not in page
    assert "[reserve-hidden]" in done.stderr and "21 mars 2027" in done.stderr.replace("\xa0", " ")
    for file in ("pages/bilan.md", "guides/elus/bilan.md", "guides/elus/menaces.md", "communes/74010.md", "bulletins/2026-11.md"):
        assert f"content/{file}" in done.stderr


def test_a_frozen_number_is_hidden_whole(project, program):
    templates = ("--templates", str(ROOT / "site-templates"))
    subprocess.run(
        [str(PROGRAM), "bulletin", "freeze", "2026-11", "--date", "2026-11-30", *templates], cwd=project.folder, env=environment(),
        check=True, capture_output=True)
    build(project, "2026-11-30")
    assert holding(said(project), "cinabre")
    done = build(project, FIRST)
    published = said(project)
    assert {what: holding(published, word) for what, word in WORDS.items()} == dict.fromkeys(WORDS, [])
    assert not [path for path in published if "bulletin-2026-11" in path]
    assert "numéro figé" in done.stderr


def test_it_stops_nothing_even_strictly(project, program):
    done = project.run("--strict", "--templates", str(ROOT / "site-templates"), "--no-pdf", date=FIRST)
    assert done.returncode == 0, done.stderr


def test_a_check_says_what_is_hidden_and_expects_its_images(project, program):
    done = subprocess.run(
        [str(PROGRAM), "check", "--date", FIRST, "--templates", str(ROOT / "site-templates")], cwd=project.folder, env=environment(),
        capture_output=True, text=True)
    assert done.returncode == 0 and "[reserve-hidden]" in done.stderr and "image-unused" not in done.stderr, done.stderr


def test_the_calendar_has_its_first_and_last_day(project, program):
    done = subprocess.run(
        [str(PROGRAM), "calendar", "--date", "2026-11-24", "--weeks", "20", "--format", "json"], cwd=project.folder,
        env=environment(), check=True, capture_output=True, text=True)
    calendar = json.loads(done.stdout)
    rows = [(row["kind"], row["date"], row["build"]) for row in calendar["entries"] if row["kind"].startswith("reserve")]
    assert rows == [("reserve-from", FIRST, FIRST), ("reserve-until", LAST, "2027-03-22")]
    assert {FIRST, "2027-03-22"} <= set(calendar["builds"])


def test_only_pages_and_guides_may_say_that_they_praise(project, program):
    project.edit("content/bulletins/2026-11.md", "number: 1", "number: 1\npraise: true")
    done = project.run("--no-pdf", "--no-search")
    assert done.returncode == 1 and "la clé « praise » est inconnue" in done.stderr
