"""The ready pipelines of docs/publication*: their commands, as they stand, run in a clean clone of a project like an editor's."""

import hashlib
import io
import json
import re
import shutil
import subprocess
import tarfile

import pytest
import yaml

from judges.program import DAY, EDITION, PROGRAM, ROOT, copy_of_the_example, environment

GITLAB = ROOT / "docs/publication-gitlab-ci.yml"
GITHUB = ROOT / "docs/publication-github-actions.yml"
EPOCH = "1795474800"  # DAY, at midnight in Paris
ARCHIVE = "outils/crieur-linux-x86_64.tar.gz"


def read(file):
    # YAML 1.1 takes « on: » for a truth value.
    return yaml.safe_load(re.sub(r"(?m)^on:", '"on":', file.read_text("utf-8")))


def gitlab(job):
    """Commands of a job, those that go before all jobs first; its variables."""
    pipeline = read(GITLAB)
    return [*pipeline["default"]["before_script"], *pipeline[job]["script"]], pipeline["variables"]


def github():
    workflow = read(GITHUB)
    return [step["run"] for step in workflow["jobs"]["fabriquer"]["steps"] if "run" in step], workflow["env"]


PIPELINES = {"gitlab, a proposal": lambda: gitlab("verifier"), "gitlab, published": lambda: gitlab("pages"), "github": github}


@pytest.fixture(scope="module")
def project(program, public, tmp_path_factory):
    """A repository with the example and an archive laid out as `make dist` lays it out, whose launcher calls this program."""
    folder = tmp_path_factory.mktemp("forge") / "projet"
    copy_of_the_example(folder)
    (folder / "public").mkdir()
    shutil.copyfile(ROOT / "site-templates/new/site/public/gitignore", folder / "public/.gitignore")
    shutil.copyfile(ROOT / "site-templates/new/site/gitignore", folder / ".gitignore")
    launcher = f'#!/bin/sh\nexec "{PROGRAM}" "$@"\n'.encode()
    (folder / "outils").mkdir()
    with tarfile.open(folder / ARCHIVE, "w:gz") as archive:
        entry = tarfile.TarInfo("crieur-0.1.0/crieur")
        entry.size, entry.mode = len(launcher), 0o755
        archive.addfile(entry, io.BytesIO(launcher))
    git = ["git", "-c", "user.name=Exemple", "-c", "user.email=exemple@exemple.fr"]
    for command in (["init", "--quiet", "--initial-branch=main"], ["add", "--all"], ["commit", "--quiet", "--message", "Essai"]):
        subprocess.run([*git, *command], cwd=folder, check=True)
    return folder


@pytest.fixture
def clone(project, public, tmp_path):
    """A clean clone, with the PDFs that the forge's cache gives back."""
    folder = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(project), str(folder)], check=True)
    shutil.copytree(public.with_name(".crieur-cache"), folder / ".crieur-cache")
    return folder


def run(folder, commands, variables):
    """As both forges do: each command after the other, in one shell that stops at the first failure."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", "\n".join(commands)], cwd=folder, capture_output=True, text=True,
        env=environment(**variables, SOURCE_DATE_EPOCH=EPOCH, GITHUB_STEP_SUMMARY="resume.md"), timeout=300)


@pytest.mark.parametrize("name", PIPELINES)
def test_its_commands_make_the_whole_site(name, clone, public):
    commands, variables = PIPELINES[name]()
    assert variables == {"CRIEUR_ARCHIVE": ARCHIVE}
    done = run(clone, commands, variables)
    assert done.returncode == 0, done.stdout + done.stderr
    here = {str(file.relative_to(public)) for file in public.rglob("*") if file.is_file()}
    there = {str(file.relative_to(clone / "public")) for file in (clone / "public").rglob("*") if file.is_file()}
    packed = {name for name in there if name.endswith(".gz") and name not in here}
    assert there - packed - {".gitignore"} == here - {".gitignore"}
    assert sum(name.endswith(f"bulletin-{EDITION}.pdf") for name in there) == 279
    for path in ("index.html", f"communes/74010-annecy/bulletin-{EDITION}.pdf"):
        assert hashlib.sha256((clone / "public" / path).read_bytes()).digest() == hashlib.sha256((public / path).read_bytes()).digest()
    if name == "gitlab, published":
        assert "index.html.gz" in packed and ".gitignore" not in there
    if name == "github":
        assert (clone / "resume.md").read_text("utf-8").startswith("# Ce qui change : ")
    if name != "gitlab, a proposal":
        kept = (clone / ".crieur-cache/publie.json").read_bytes()
        assert kept == (public / "build-manifest.json").read_bytes()
    if name != "github":
        assert {issue["severity"] for issue in json.loads((clone / "crieur.json").read_text("utf-8"))} <= {"info"}


def test_a_proposal_says_what_it_changes(clone, public):
    shutil.copyfile(public / "build-manifest.json", clone / ".crieur-cache/publie.json")
    guide = clone / "content/guides/elus/menaces.md"
    guide.write_text(guide.read_text("utf-8").replace("\ntitle: ", "\ntitle: Mis à jour : ", 1).replace('Mis à jour : "', '"Mis à jour : '), "utf-8")
    commands, variables = PIPELINES["gitlab, a proposal"]()
    done = run(clone, commands, variables)
    assert done.returncode == 0, done.stdout + done.stderr
    report = (clone / "rapport.md").read_text("utf-8")
    assert "première publication" not in report and "/guides/elus/menaces/" in report and "- [ ] " in report


@pytest.mark.parametrize("name", PIPELINES)
def test_a_fault_is_told_at_its_line_and_stops_it(name, clone):
    guide = clone / "content/guides/elus/menaces.md"
    text = guide.read_text("utf-8")
    line = text[:text.index(":fact[17]")].count("\n") + 1
    guide.write_text(text.replace(":fact[17]", ":fact[171]", 1), "utf-8")
    commands, variables = PIPELINES[name]()
    done = run(clone, commands, variables)
    assert done.returncode == 1, done.stdout + done.stderr
    assert [file.name for file in (clone / "public").iterdir()] == [".gitignore"]
    if name == "github":
        assert re.search(rf"^::error file=content/guides/elus/menaces\.md,line={line},.*title=fact-unknown::", done.stdout, re.M)
    else:
        [issue] = [issue for issue in json.loads((clone / "crieur.json").read_text("utf-8")) if issue["severity"] != "info"]
        assert issue["check_name"] == "fact-unknown"
        assert issue["location"] == {"path": "content/guides/elus/menaces.md", "lines": {"begin": line}}


def test_what_is_kept_and_shown():
    pipeline, workflow = read(GITLAB), read(GITHUB)
    assert pipeline["default"]["cache"]["paths"] == [".crieur-cache/"]
    for job, also in (("verifier", ["rapport.md"]), ("pages", [])):
        assert pipeline[job]["artifacts"] | {"expire_in": None} == {
            "when": "always", "paths": ["public/", *also], "reports": {"codequality": "crieur.json"}, "expire_in": None}
    [cache] = [step for step in workflow["jobs"]["fabriquer"]["steps"] if step.get("uses", "").startswith("actions/cache@")]
    assert cache["with"]["path"] == ".crieur-cache"
    assert re.fullmatch(r"\d+ \d+ \* \* \*", workflow["on"]["schedule"][0]["cron"]), "every day"
    assert workflow["permissions"] == {"contents": "read"}


def test_no_action_but_the_forge_s_own():
    used = [step["uses"] for job in read(GITHUB)["jobs"].values() for step in job["steps"] if "uses" in step]
    assert len(used) >= 5 and all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in used)
    assert "include" not in read(GITLAB)


def test_nothing_is_fetched():
    for file in (GITLAB, GITHUB):
        text = file.read_text("utf-8")
        assert not re.search(r"https?://|\b(curl|wget|pip|npm|apt|apt-get)\b", text), file
        assert not re.search(r"\b[\w-]+(\.[\w-]+)*\.(org|io|com|net)\b", text), file


def test_the_page_names_both():
    page = (ROOT / "docs/publication.md").read_text("utf-8")
    for file in (GITLAB, GITHUB):
        assert f"]({file.name})" in page
    assert "publication.md" in (ROOT / "docs/hebergement.md").read_text("utf-8")
