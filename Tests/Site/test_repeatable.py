"""Same inputs, same bytes: wherever, whenever, with as many workers as one likes."""

import json
import random

import pytest

from judges.program import EDITION, copy_of_the_example
from judges.table import read_communes
from judges.tree import differences, digests, few, stamps

VARIANTS = {
    "one worker, other side of the world": dict(
        folder="x", shuffle=2, jobs="1", variables=dict(TZ="Pacific/Auckland", LANG="tr_TR.UTF-8", LC_ALL="tr_TR.UTF-8", HOME="/")),
    "seven workers, no locale, a far longer path": dict(
        folder="un dossier à l’adresse plus longue/avec des espaces/et encore d’autres/projet", shuffle=5, jobs="7",
        variables=dict(TZ="America/Martinique", LANG="C", LC_ALL="C", COLUMNS="40", HOME="/nonexistent")),
}


@pytest.fixture(scope="module", params=VARIANTS, ids=lambda name: name.split(",")[0])
def variant(request, program, tmp_path_factory):
    wanted = VARIANTS[request.param]
    project = copy_of_the_example(tmp_path_factory.mktemp("v") / wanted["folder"], shuffle=wanted["shuffle"])
    project.build("--strict", "--jobs", wanted["jobs"], **wanted["variables"])
    return request.param, project


def test_no_worker_clock_locale_or_path_changes_a_byte(variant, public):
    name, project = variant
    before, after = digests(public), digests(project.public)
    for tree in (before, after):
        tree.pop(".gitignore", None)
    assert len(before) > 870, f"{len(before)} files only"
    found = differences(before, after)
    assert not found, f"the example, built again ({name}), has other bytes:" + few(found)


@pytest.fixture(scope="module")
def project(program, tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("again"), shuffle=random.Random(7).randrange(1000))
    project.build("--strict")
    return project


def test_a_build_with_nothing_changed_touches_no_file(project):
    before = stamps(project.public)
    said = project.build("--strict").stdout
    found = differences(before, stamps(project.public))
    assert not found, "nothing changed, but these files have another inode or time:" + few(found)
    assert "0 composé" in said, f"nothing changed, but bulletins were set again: {said}"


def changed_by(project, edit):
    before, times = digests(project.public), stamps(project.public)
    edit()
    project.build("--strict")
    after, later = digests(project.public), stamps(project.public)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    touched = {path for path in times if path in later and times[path] != later[path]}
    assert touched <= changed, "same bytes, but another inode or time:" + few(sorted(touched - changed))
    return changed


def test_a_guide_that_nobody_cites_changes_its_page_and_its_leaflet_alone(project):
    guide = "guides/environnement/pollution-eau"
    source = f"content/{guide}.md"
    changed = changed_by(
        project, lambda: (project.folder / source).write_text(
            (project.folder / source).read_text("utf-8") + "\nUne phrase de plus, pour voir.\n", "utf-8"))
    index = {path for path in changed if path.startswith("pagefind/")}
    # `sw.js` states the version of the site, by which devices know that theirs is out of date.
    assert changed - index == {f"{guide}/index.html", f"{guide}/fiche-a4.pdf", "build-manifest.json", "sw.js"}, (
        f"a sentence more in {source} changed:" + few(sorted(changed)))
    fragments = [path for path in index if path.endswith(".pf_fragment")]
    assert len(fragments) == 2, "of the search's records, one goes and one comes:" + few(sorted(fragments))


def test_the_number_of_one_unit_changes_what_its_communes_read_and_nothing_else(project):
    communes = read_communes()
    unit = next(commune for commune in communes if commune.code == "74080").units[0]
    changed = changed_by(
        project, lambda: project.edit(
            "content/feeds/export-gn2.csv", unit.telephone.replace("0", "+33 ", 1), "+33 4 65 71 99 99"))
    concerned = [commune for commune in communes if unit in commune.units]
    expected = {"build-manifest.json", "sw.js", "api/v1/units.ndjson", "api/v1/units.csv"}
    for commune in concerned:
        folder = next(project.public.glob(f"communes/{commune.code}-*")).relative_to(project.public)
        expected |= {f"{folder}/index.html", f"{folder}/bulletin-{EDITION}/index.html", f"{folder}/bulletin-{EDITION}.pdf"}
        expected |= {str(file.relative_to(project.public)) for file in (project.public / folder).glob("fiche-*.pdf")}
        expected |= {str(file.relative_to(project.public)) for file in (project.public / folder).glob("permanences.pdf")}
        expected |= {f"api/v1/communes/{commune.code}.json", f"{folder}/contacts.vcf", f"{folder}/encart.html", f"{folder}/affiche-{EDITION}.pdf", f"{folder}/affiche-{EDITION}-a3.pdf"}
    assert 1 < len(concerned) < 100
    # Its permanences, as a notice board has them.
    expected.add("agenda/permanences-brigade-de-gendarmerie-de-thones.pdf")
    # The list of bulletins states their sizes: one may pass to the next kilobyte.
    changed -= {f"bulletins/{EDITION}/index.html"}
    assert changed == expected, (
        f"another number for {unit.name} should change {len(expected)} files:" + few(sorted(changed ^ expected)))


def test_the_manifest_tells_the_truth(public):
    manifest = json.loads((public / "build-manifest.json").read_text("utf-8"))
    found = digests(public)
    for path in ("build-manifest.json", ".gitignore"):
        found.pop(path, None)
    listed = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    assert not differences(found, listed), "build-manifest.json and public/ disagree:" + few(differences(found, listed))
    sizes = {entry["path"]: entry["size"] for entry in manifest["files"]}
    assert all((public / path).stat().st_size == size for path, size in sizes.items()), "build-manifest.json: a size is wrong"
