"""`make dist`: one archive that builds the example where nothing is installed, without network, by a person without rights."""

import hashlib
import json
import os
import re
import subprocess
import tarfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from judges.bare_debian import BareDebian
from judges.program import DAY, EDITION, PROGRAM, ROOT

EPOCH = 1764547200
ABSENCE = BareDebian.absence()

needs_a_bare_debian = pytest.mark.skipif(ABSENCE is not None, reason=str(ABSENCE))


def made(folder, **variables):
    """The archive, made anew."""
    done = subprocess.run(
        ["sh", "-c", f"umask {variables.pop('umask')}; exec \"$@\"", "sh", str(ROOT / "tools/dist"), "--output", str(folder)], cwd=folder.parent,
        env={**os.environ, "CRIEUR": str(PROGRAM), "SOURCE_DATE_EPOCH": str(EPOCH), **variables}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    [archive] = folder.iterdir()
    return archive


@pytest.fixture(scope="module")
def archives(program, tmp_path_factory):
    """Made twice, in unlike surroundings."""
    if subprocess.run(["which", "swift", "strip", "dpkg-query"], capture_output=True).returncode:
        pytest.skip("an archive is made where Swift, binutils and Debian's packages are")
    folders = [tmp_path_factory.mktemp("dist") / name for name in ("one", "another")]
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(
            lambda made_in: made(made_in[0], **made_in[1]),
            zip(folders, ({"umask": "022", "TZ": "UTC"}, {"umask": "077", "TZ": "Asia/Tokyo", "LC_ALL": "fr_FR.UTF-8"}), strict=True)))


@pytest.fixture(scope="module")
def bare(archives, tmp_path_factory):
    """A bare Debian with the archive unpacked in its home, by its own tar."""
    debian = BareDebian.made(tmp_path_factory.mktemp("bare") / "root")
    os.link(archives[0], debian.home / "crieur.tar.gz")
    done = debian.run("tar xzf crieur.tar.gz; mv crieur-* crieur")
    assert done.returncode == 0, done.stderr
    return debian


def test_it_is_the_same_archive_each_time(archives):
    one, another = (hashlib.sha256(archive.read_bytes()).hexdigest() for archive in archives)
    assert archives[0].name == archives[1].name and re.fullmatch(r"crieur-\d+\.\d+\.\d+-linux-x86_64\.tar\.gz", archives[0].name)
    assert one == another


def test_entries_tell_nothing_of_who_packed_them(archives):
    with tarfile.open(archives[0]) as archive:
        entries = archive.getmembers()
    assert [entry.name for entry in entries] == sorted((entry.name for entry in entries), key=lambda name: name.split("/"))
    assert {(entry.uid, entry.gid, entry.uname, entry.gname, entry.mtime) for entry in entries} == {(0, 0, "", "", EPOCH)}
    assert {entry.mode for entry in entries} == {0o644, 0o755} and all(entry.isfile() or entry.isdir() for entry in entries)


def test_each_part_has_its_licence(archives):
    with tarfile.open(archives[0]) as archive:
        names = {entry.name.split("/", 1)[1] for entry in archive.getmembers() if "/" in entry.name}
        listed = archive.extractfile(next(entry for entry in archive.getmembers() if entry.name.endswith("licences/LISTE.txt"))).read().decode()
    told = re.findall(r"licences/[^,\n]+", listed)
    assert len(told) > 40 and set(told) <= names
    parts = set(re.findall(r"^(\S+) \S+$", listed, re.M))
    wheels = {line.split("==")[0] for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines() if "==" in line}
    assert {name.replace("-", "_") for name in wheels} <= {part.replace("-", "_") for part in parts}
    assert {"Crieur", "swift", "FlyingFox", "fonts-inter", "fonts-paratype", "libyaml-0-2", "libxml2", "libpython3.11-minimal"} <= parts
    # Nothing of the machine's C library, which must be that of its kernel and its names.
    assert not [name for name in names if re.match(r"lib/(libc|ld-linux-x86-64)\.so", name)]


@needs_a_bare_debian
def test_the_machine_is_bare(bare):
    done = bare.run(f"id -u; ls /; ls {ROOT} /opt/swift /usr/bin/python3 /usr/share/fonts 2>/dev/null || true; cat /proc/net/dev | wc -l; ! getent hosts debian.org")
    assert done.returncode == 0, done.stderr
    words = done.stdout.split()
    assert words[0] == (str(65534) if os.getuid() == 0 else "0")
    assert str(ROOT) not in done.stdout and "python3" not in done.stdout and "swift" not in done.stdout and "fonts" not in done.stdout
    assert words[-1] == "3", "the two lines of a heading, and the machine's own loop: no network"


@needs_a_bare_debian
def test_the_example_is_built_as_it_is_here(bare, public):
    """PDFs and search included: the same files as from the repository, byte for byte."""
    done = bare.run(f"cd crieur/exemple; ../crieur build --strict --date {DAY}")
    assert done.returncode == 0, done.stdout + done.stderr
    built = bare.home / "crieur/exemple/public"

    def hashes(folder):
        return {
            str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in folder.rglob("*") if file.is_file() and file.name != ".gitignore"}

    here, there = hashes(public), hashes(built)
    assert sum(name.endswith(f"bulletin-{EDITION}.pdf") for name in there) == 279
    assert any(name.startswith("pagefind/") for name in there)
    assert there == here, sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))[:20]


@needs_a_bare_debian
def test_a_site_is_begun_and_its_bulletin_joined(bare):
    done = bare.run(
        "PATH=$HOME/crieur:$PATH; crieur new site --departement 73 portail; cd portail; "
        "crieur check --format json > ../messages.json || true; "
        f"cd ../crieur/exemple; crieur bulletin join --brigade thones --date {DAY} --output $HOME/thones.pdf")
    assert done.returncode == 0, done.stdout + done.stderr
    messages = json.loads((bare.home / "messages.json").read_text("utf-8"))
    messages = messages["diagnostics"] if isinstance(messages, dict) else messages
    assert {message["id"] for message in messages if message["severity"] == "error"} == {"legal-unfilled", "value-type", "fact-vital"}
    assert (bare.home / "portail/site-templates/print/fonts").is_dir(), "a new site carries the fonts with its templates"
    assert (bare.home / "thones.pdf").read_bytes().startswith(b"%PDF")


@needs_a_bare_debian
def test_the_program_may_be_read_only_and_called_by_a_link(bare):
    done = bare.run(
        "mkdir -p bin; ln -s ../crieur/crieur bin/crieur; chmod -R a-w crieur/lib crieur/python; "
        f"cp -R crieur/exemple essai; cd essai; ../bin/crieur bulletin annecy --date {DAY} --output ..; chmod -R u+w ../crieur")
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(bare.home.glob("*.pdf"))


@needs_a_bare_debian
def test_photographs_of_telephones_are_read(bare):
    done = bare.run("crieur/lib/tools/vips -l foreign")
    assert {"jpegload", "pngload", "webpload", "heifload"} <= set(re.findall(r"\((\w+load)\)", done.stdout)), done.stderr
