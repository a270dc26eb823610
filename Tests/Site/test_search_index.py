"""What the index of the search holds, and what it must never hold."""

import gzip
import importlib.metadata
import json
import re
from collections import Counter

import pytest

from judges.html_page import HTMLPage
from judges.program import ROOT, copy_of_the_example, texts
from judges.tree import differences, digests, few, stamps

SIGNATURE = b"pagefind_dcd"
LEGAL = {"mentions-legales", "donnees-personnelles", "accessibilite", "sources-et-licences", "eco-conception"}
SENSITIVE = "guides/violences-intrafamiliales"
# Words that no text of the example has; the second stands in texts that may be found.
SECRET, KNOWN = "zibelinotrope", "marcassinophile"


def unpacked(file):
    content = file.read_bytes()
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def records_of(public):
    found = []
    for file in (public / "pagefind/fragment").iterdir():
        content = unpacked(file)
        assert content.startswith(SIGNATURE)
        found.append(json.loads(content.removeprefix(SIGNATURE)))
    return found


@pytest.fixture(scope="module")
def records(public):
    return records_of(public)


def test_each_kind_has_its_records(records, communes):
    themes = [path for path in (ROOT / "content/guides").iterdir() if path.is_dir()]
    assert Counter(next(iter(record["filters"])) for record in records) == {
        "commune": len(communes), "guide": len(texts("guides/*/*.md")) + len(themes),
        "alerte": len(texts("alerts/*.md")), "bulletin": len(texts("bulletins/*.md")),
        # What editors write, what the law asks for, the home page with the emergency numbers, and the agenda.
        "page": len({path.stem for path in texts("pages/*.md")} | LEGAL) + 2,
    }


def test_each_record_leads_to_a_page_of_that_name(records, pages):
    faults = []
    for record in records:
        page = pages.get(f"{record['url']}index.html".lstrip("/"))
        title = re.sub(r"\s+", " ", record["meta"]["title"])
        if page is None or title not in re.sub(r"\s+", " ", page.text):
            faults.append(f"{record['url']}: « {title} »")
    assert not faults, "records without their page:" + few(faults)
    assert len({record["url"] for record in records}) == len(records)


def test_a_commune_is_a_few_words(records):
    by_url = {record["url"]: record for record in records}
    annecy = by_url["/communes/74010-annecy/"]
    assert annecy["meta"]["title"] == "Annecy" and "74000" in annecy["meta"]["context"]
    assert "74010" in annecy["content"] and "Seynod" in annecy["content"]
    longest = max((record for record in records if "commune" in record["filters"]), key=lambda record: record["word_count"])
    assert longest["word_count"] < 60, f"{longest['url']} has {longest['word_count']} words"


def test_what_the_search_loads_is_light(public):
    folder = public / "pagefind"
    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    assert [re.sub(r"fr_[0-9a-f]+", "fr_…", name) for name in names] == [
        "made-from.sha256", "pagefind-entry.json", "pagefind.fr_….pf_meta", "pagefind.js", "wasm.fr.pagefind"]
    loaded = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    words = sum(path.stat().st_size for path in (folder / "index").iterdir())
    assert loaded < 150_000 and words < 80_000, f"{loaded} bytes, {words} of words"
    assert max(path.stat().st_size for path in (folder / "fragment").iterdir()) < 8_000


def test_of_pages_that_leave_few_traces_the_index_holds_the_title_alone(records, pages):
    sensitive = [record for record in records if record["url"].startswith(f"/{SENSITIVE}/")]
    assert len(sensitive) == len(texts(f"{SENSITIVE}/*.md")) + 1
    for record in sensitive:
        # Pagefind makes all spaces plain ones.
        title = re.sub(r"\s+", " ", record["meta"]["title"])
        assert record["content"] == title.rstrip(".") + ".", record["url"]


@pytest.fixture(scope="module")
def seeded(program, tmp_path_factory):
    """The example with words that must not be found, in every place that says something of violence within the family."""
    project = copy_of_the_example(tmp_path_factory.mktemp("seeded"))
    guide = f"content/{SENSITIVE}/accueillir-une-victime.md"
    path = project.folder / guide
    path.write_text(
        re.sub(r"^(summary: ).*$|^(tags: ).*$", rf'\1\2["{SECRET}"]', path.read_text("utf-8"), flags=re.M)
        .replace(f'summary: ["{SECRET}"]', f'summary: "Un {SECRET} à lire."')
        + f"\n## Le {SECRET}\n\nUne phrase {SECRET}.\n\n| {SECRET} | b |\n|---|---|\n| c | {SECRET} |\n", "utf-8")
    edition = project.folder / "content/bulletins/2026-11.md"
    text = edition.read_text("utf-8")
    assert "guides/cybersecurite/" in text, "no guide to put the sensitive one in the place of"
    text = re.sub(r"guides/cybersecurite/[\w-]+\.md", f"{SENSITIVE}/accueillir-une-victime.md", text, count=1)
    edition.write_text(text + f"\nUn éditorial {SECRET}.\n", "utf-8")
    (project.folder / "content/pages/discrete.md").write_text(
        f'---\ntitle: "Une page discrète"\nsummary: "Un {SECRET}."\nupdated: 2026-11-20\noffline: false\n---\n\nUn {SECRET}.\n', "utf-8")
    (project.folder / "content/pages/ordinaire.md").write_text(
        f'---\ntitle: "Une page ordinaire"\nsummary: "Un {KNOWN}."\nupdated: 2026-11-20\n---\n\nUn {KNOWN}.\n', "utf-8")
    project.build("--no-pdf")
    return project


def test_no_file_of_the_index_holds_a_word_of_them(seeded):
    files = [path for path in (seeded.public / "pagefind").rglob("*") if path.is_file()]
    holding = lambda word: [path.name for path in files if word.encode() in unpacked(path)]
    # Words are kept by their stems, and those of a list share their beginnings.
    assert holding(SECRET[:8]) == [], "the index repeats what it must not"
    assert len(holding(KNOWN)) >= 1 and len(holding(KNOWN[:8])) >= 2, "this test does not see words of the index"
    assert any(record["url"] == "/discrete/" for record in records_of(seeded.public))


def test_the_index_is_the_same_wherever_it_is_made(public, program, tmp_path):
    """Its list of filters would differ from run to run: 120 orders of 5 filters."""
    for number in range(4):
        project = copy_of_the_example(tmp_path / str(number), shuffle=number)
        project.build("--no-pdf", "--jobs", str(number + 1))
        found = differences(digests(public / "pagefind"), digests(project.public / "pagefind"))
        assert not found, "the index, made again, has other bytes:" + few(found)


def test_a_build_of_one_commune_keeps_the_index(program, tmp_path):
    project = copy_of_the_example(tmp_path)
    project.build("--no-pdf")
    before = stamps(project.public / "pagefind")
    assert len(before) > 279
    # No tool is needed for it.
    project.build("--no-pdf", "--only", "74010", CRIEUR_PYTHON="/nulle/part")
    assert not differences(before, stamps(project.public / "pagefind"))


@pytest.fixture
def idle_python(tmp_path):
    """A Python that says that it has the wheel, and cannot start it."""
    root = tmp_path / "idle"
    (root / "bin").mkdir(parents=True)
    (root / "pyvenv.cfg").write_text("home = /usr/bin\n")
    (root / "bin/python3").write_text("#!/bin/sh\nexit 7\n")
    (root / "bin/python3").chmod(0o755)
    version = importlib.metadata.version("pagefind-bin")
    (root / f"lib/python3/site-packages/pagefind_bin-{version}.dist-info").mkdir(parents=True)
    return root / "bin/python3"


def test_the_published_index_serves_as_long_as_it_is_that_of_the_site(program, tmp_path, idle_python):
    project = copy_of_the_example(tmp_path / "site")
    project.build("--no-pdf")
    before = stamps(project.public)
    # No record changes: Pagefind is not started.
    project.edit("content/facts.yml", "# Registre des faits", "# Le registre des faits")
    project.build("--no-pdf", "--python", str(idle_python))
    assert not differences(before, stamps(project.public))
    fragment = next((project.public / "pagefind/fragment").iterdir())
    whole = fragment.read_bytes()
    fragment.write_bytes(b"changed by somebody")
    assert project.run("--no-pdf", "--python", str(idle_python)).returncode == 3, "a damaged index was published again"
    project.build("--no-pdf")
    assert fragment.read_bytes() == whole
    path = project.folder / "content/guides/environnement/pollution-eau.md"
    path.write_text(path.read_text("utf-8") + "\nUne phrase de plus.\n", "utf-8")
    done = project.run("--no-pdf", "--python", str(idle_python))
    assert done.returncode == 3 and "Pagefind" in done.stderr, done.stderr


def test_without_an_index_the_page_is_the_plan(program, tmp_path):
    project = copy_of_the_example(tmp_path)
    project.build("--no-pdf", "--no-search", CRIEUR_PYTHON="/nulle/part")
    assert not (project.public / "pagefind").exists()
    page = HTMLPage(project.public, project.public / "recherche/index.html")
    assert not page.elements("//form") and not page.elements("//script[contains(@src, 'search')]")
    assert page.elements("//*[@data-search='plan']")


def test_the_plan_leads_everywhere(pages):
    page = pages["recherche/index.html"]
    linked = set(page.elements("//*[@data-search='plan']//a/@href"))
    expected = {
        f"/{path.removesuffix('index.html')}" for path in pages
        if re.fullmatch(r"(guides|alertes|bulletins)/([\w-]+/)*index\.html", path) or re.fullmatch(r"(communes|agenda)/index\.html", path)}
    expected |= {f"/{source.stem}/" for source in texts("pages/*.md")}
    sensitive = {path for path in expected if re.fullmatch(r"/guides/violences-intrafamiliales/.+", path)}
    assert sensitive and not sensitive & linked, "the plan is a page that a browser keeps: it names no sensitive guide"
    missing = expected - linked - sensitive - {"/guides/", "/alertes/archives/"}
    assert not missing, "the plan does not name:" + few(sorted(missing))


def test_every_page_leads_to_the_search(pages):
    faults = [path for path, page in pages.items() if "/recherche/" not in page.elements("//header//a/@href")]
    assert not faults, "no way to the search:" + few(faults)


def test_only_the_search_page_loads_its_script(pages):
    loading = [path for path, page in pages.items() if page.elements("//script[contains(@src, '/search.')]")]
    assert loading == ["recherche/index.html"]
