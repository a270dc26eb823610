"""Whatever happens to a build, the site that was there is there, whole."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest

from judges.program import copy_of_the_example, environment
from judges.tree import differences, digests, few, stamps


@pytest.fixture(scope="module")
def project(public, tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("published"), cache_of=public)
    project.build("--strict")
    return project


@pytest.fixture(scope="module")
def sites(project):
    """The two sites between which builds go: as it is, and with a word more in every page."""
    title = "title: Présents pour les élus en Haute-Savoie"
    settings = project.folder / "content/site.yml"
    first_text = settings.read_text("utf-8")
    first = digests(project.public)
    project.edit("content/site.yml", title, f"{title}, ensemble")
    second_text = settings.read_text("utf-8")
    project.build("--strict")
    second = digests(project.public)
    assert len(differences(first, second)) > 800, "a new title should change each page and each bulletin"
    return {0: (first_text, first), 1: (second_text, second)}


@pytest.fixture
def settings(project, sites):
    """content/site.yml, to be written; afterwards the first site is published again."""
    file = project.folder / "content/site.yml"
    yield file
    file.write_text(sites[0][0], "utf-8")
    project.build("--strict")


def descendants(parent: int) -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                if int(folder.joinpath("stat").read_text().rsplit(")", 1)[1].split()[1]) == parent:
                    found.append(int(folder.name))
            except OSError:
                continue  # it has just ended
    return found


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_killed_at_any_instant_the_site_is_whole(project, sites, settings):
    """SIGKILL, which no program can answer, at instants drawn by lot; half of the builds set all bulletins."""
    seed = 20261124
    chance = random.Random(seed)
    now = 0
    settings.write_text(sites[0][0], "utf-8")
    began = time.monotonic()
    project.build("--strict")
    warm = time.monotonic() - began
    killed = 0
    workers: list[int] = []
    for attempt in range(16):
        wanted = 1 - now
        settings.write_text(sites[wanted][0], "utf-8")
        cold = attempt % 4 == 3
        if cold:
            shutil.rmtree(project.cache)
        delay = chance.uniform(0.0, 3.0 if cold else 1.3 * warm)
        build = subprocess.Popen(
            project.command("--strict"), cwd=project.folder, env=environment(), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        try:
            build.wait(delay)
        except subprocess.TimeoutExpired:
            workers += descendants(build.pid)
            build.send_signal(signal.SIGKILL)
            build.wait()
            killed += 1
        found = digests(project.public)
        if found == sites[wanted][1]:
            now = wanted
        assert found == sites[now][1], (
            f"seed {seed}, build {attempt} killed after {delay:.3f} s: public/ is neither the old site nor the new:"
            + few(differences(sites[now][1], found)))
    assert killed >= 6, f"{killed} builds of 16 were killed: the instants are drawn too late"
    deadline = time.monotonic() + 20
    while (survivors := [worker for worker in workers if is_running(worker)]) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not survivors, f"the program was killed, but {len(survivors)} of its workers still run"

    settings.write_text(sites[1 - now][0], "utf-8")
    project.build("--strict")
    assert digests(project.public) == sites[1 - now][1], "after all this, a build gives other bytes"
    left = [path.name for path in project.folder.iterdir() if path.name.startswith(".crieur") and path != project.cache]
    spare = [name for name in left if name.startswith(".crieur-staging")]
    assert len(spare) <= 1, f"killed builds leave folders that nobody removes: {spare}"


def test_a_reader_never_meets_half_a_site(project, sites, settings):
    """While builds swap one site for the other, each page is there, and is of one of the two."""
    paths = ["index.html", "404.html", "communes/74010-annecy/index.html", "communes/74010-annecy/bulletin-2026-11.pdf"]
    known = {path: {site[1][path] for site in sites.values()} for path in paths}
    faults: list[str] = []
    reads = 0
    done = threading.Event()

    def read():
        nonlocal reads
        while not done.is_set():
            for path in paths:
                try:
                    digest = hashlib.sha256((project.public / path).read_bytes()).hexdigest()
                except OSError as error:
                    faults.append(f"{path}: {error}")
                    continue
                reads += 1
                if digest not in known[path]:
                    faults.append(f"{path}: neither of the two sites'")

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(4):
        settings.write_text(sites[turn % 2][0], "utf-8")
        project.build("--strict")
    done.set()
    reader.join()
    assert reads > 100
    assert not faults, f"of {reads} reads during 4 builds:" + few(faults)


FAULTS = {
    "a front matter without its end": (
        "content/guides/elus/menaces.md", "---\n\n", "\n\n", 1, "menaces.md"),
    "a page template that names nothing": (
        "site-templates/web/commune.mustache", "{{commune.name}}", "{{commune.nom}}", 1, "commune.mustache"),
    "a print template that fails": (
        "site-templates/print/bulletin.typ", "#let bulletin(job) = {", "#let bulletin(job) = {\n  panic(\"essai\")", 1, "bulletin.typ"),
    "a commune of elsewhere in an alert": (
        "content/feeds/communes.csv", "74080,La Clusaz,3,", "74080,La Clusaz,", 1, "communes.csv"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_build_that_fails_touches_nothing(project, name):
    path, old, new, status, named = FAULTS[name]
    file = project.folder / path
    whole = file.read_bytes()
    before = stamps(project.public)
    try:
        project.edit(path, old, new)
        done = project.run("--strict")
    finally:
        file.write_bytes(whole)
    said = done.stdout + done.stderr
    assert done.returncode == status, f"{name}: status {done.returncode}, {status} was expected:\n{said}"
    assert named in said and "erreur" in said, f"{name}: no error names {named}:\n{said}"
    assert not differences(before, stamps(project.public)), f"{name}: public/ was touched:" + few(
        differences(before, stamps(project.public)))


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 80 MB, which a system without the right to mount cannot have."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = shutil.which("mount") and os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=80m", "tmpfs", str(place)], capture_output=True).returncode == 0
    if not mounted:
        pytest.skip("a small file system cannot be mounted here (that needs root): the full disk is not tried")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_leaves_the_site_as_it_was(small_disk, program):
    project = copy_of_the_example(small_disk)
    project.build("--strict", "--no-pdf")
    before = stamps(project.public)
    done = project.run("--strict")
    said = done.stdout + done.stderr
    assert done.returncode == 3, f"the disk is full, the status {done.returncode}, 3 was expected:\n{said[:2000]}"
    assert "le disque est plein" in said, f"the disk is full and nothing says so:\n{said[:2000]}"
    assert not differences(before, stamps(project.public)), "the disk is full and public/ was touched:" + few(
        differences(before, stamps(project.public)))
    shutil.rmtree(project.cache, ignore_errors=True)
    project.build("--strict", "--no-pdf")
    assert not differences(before, stamps(project.public)), "after the full disk, a build changes files"
