"""Bad input: one tiny site per diagnostic, its whole message, and a published site that stays as it was.

Each folder of Tests/Fixtures/faults is laid over Tests/Fixtures/base, a site with the smallest templates of its own:
`x.removed` removes x, `x.link` makes x a link to what it says, `x.edit` replaces in x its first line by its second
(`\\n` ends a line), `arguments` is added to the command line (`PDF` sets
the bulletins too, CHECK runs « check », which finds more than a build), `status` is the expected exit status where it is not 1. CRIEUR_RECORD=1 records what is printed.
"""

import json
import os
import re
import shutil
import subprocess
import venv

import pytest

from judges.program import PROGRAM, PYTHON, ROOT, environment

FIXTURES = ROOT / "Tests/Fixtures"
FAULTS = sorted(folder.name for folder in (FIXTURES / "faults").iterdir())
CONTROL = {"arguments", "status", "expected.txt"}
# Made by the disk or by another process, not by a site: their tests stand beside their code.
ELSEWHERE = {
    "output-busy": "PublishingTests", "output-leftover": "PublishingTests",
}


def lay(fixture, folder):
    shutil.copytree(FIXTURES / "base", folder, dirs_exist_ok=True)
    sources = [path for path in fixture.rglob("*") if path.is_file() and str(path.relative_to(fixture)) not in CONTROL]
    # What goes makes room for what comes.
    for source in sorted(sources, key=lambda path: (path.suffix != ".removed", path)):
        target = folder / source.relative_to(fixture)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".removed":
            target.with_suffix("").unlink()
        elif source.suffix == ".link":
            target.with_suffix("").symlink_to(source.read_text().strip())
        elif source.suffix == ".edit":
            old, new = (line.replace("\\n", "\n") for line in source.read_text().split("\n")[:2])
            text = target.with_suffix("").read_text()
            assert old in text, f"{target.with_suffix('')} no longer holds « {old} »"
            target.with_suffix("").write_text(text.replace(old, new, 1))
        else:
            shutil.copy(source, target)


LEFT_OUT = {"PDF": "--no-pdf", "SEARCH": "--no-search"}


def command(fixture):
    """PDF and SEARCH among a fixture's arguments ask for what most faults need not wait for."""
    words = (fixture / "arguments").read_text().split() if (fixture / "arguments").exists() else []
    left_out = [option for name, option in LEFT_OUT.items() if name not in words]
    if "CHECK" in words:
        return [word for word in words if word != "CHECK"]
    return [word for word in words if word not in LEFT_OUT] + left_out


def run(folder, subcommand, *arguments):
    return subprocess.run(
        [str(PROGRAM), subcommand, "--date", "2026-11-24", *arguments], cwd=folder, env=environment(),
        capture_output=True, text=True, timeout=120)


def build(folder, *arguments):
    return run(folder, "build", *arguments)


def judge(fixture, folder):
    """Runs the command that finds the fault."""
    words = (fixture / "arguments").read_text().split() if (fixture / "arguments").exists() else []
    return run(folder, "check" if "CHECK" in words else "build", *command(fixture))


def snapshot(folder):
    """public/ and all below it: the bytes of files, every inode and time."""
    public = folder / "public"
    found = {}
    for path in [public, *sorted(public.rglob("*"))] if public.exists() else []:
        status = path.lstat()
        content = path.read_bytes() if path.is_file() else None
        found[str(path.relative_to(folder))] = (content, status.st_ino, status.st_mtime_ns)
    return found


def messages(stderr):
    """Without the lines that tell how far the build is."""
    lines = stderr.splitlines(keepends=True)
    return "".join(line for line in lines if not re.match(r"(Lecture|Composition|Fabrication|Publication)\b", line))


@pytest.mark.parametrize("name", FAULTS)
def test_one_clear_message_and_the_site_stays(name, tmp_path, program):
    fixture = FIXTURES / "faults" / name
    # What the site was before the fault: published for real, where the fault is not about that very folder.
    concerns_output = name.startswith(("output-", "only-without"))
    if not concerns_output:
        shutil.copytree(FIXTURES / "base", tmp_path, dirs_exist_ok=True)
        assert build(tmp_path, *LEFT_OUT.values()).returncode == 0, "the sound site does not build"
    if name in ("tool-missing+search", "tool-missing+wheel"):
        venv.create(tmp_path / ".venv-empty", with_pip=False)
    lay(fixture, tmp_path)
    before = snapshot(tmp_path)
    done = judge(fixture, tmp_path)
    printed = messages(done.stderr)
    expected = fixture / "expected.txt"
    if os.environ.get("CRIEUR_RECORD"):
        expected.write_text(printed)
    assert printed == expected.read_text()
    status = int((fixture / "status").read_text()) if (fixture / "status").exists() else 1
    assert done.returncode == status, done.stderr
    if status:
        assert snapshot(tmp_path) == before, "the published site was touched"
    assert f"[{name.split('+')[0]}]" in printed
    if words := concerns_inputs(fixture):
        checked = run(tmp_path, "check", *words)
        assert messages(checked.stderr) == printed, "« check » does not say what « build » says"
        assert checked.returncode == done.returncode


def concerns_inputs(fixture):
    """The arguments of a fixture whose fault « check » finds too; empty where it is the output's or the print's."""
    words = command(fixture)
    if fixture.name.startswith("output-") or "--only" in words or not set(LEFT_OUT.values()) <= set(words):
        return []
    return [word for word in words if word not in LEFT_OUT.values()] + ["--jobs", "2"]


def test_every_identifier_has_its_fixture():
    text = (ROOT / "Sources/Diagnostics/DiagnosticID.swift").read_text()
    known = set(re.findall(r'= "([a-z0-9-]+)"', text))
    shown = {name.split("+")[0] for name in FAULTS}
    assert shown <= known, f"no such identifiers: {shown - known}"
    assert known - shown == set(ELSEWHERE), "each identifier needs a site that shows it"


def test_a_mount_point_is_not_swapped(tmp_path, program):
    lay(FIXTURES / "faults" / "only-without-site", tmp_path)
    public = tmp_path / "public"
    public.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "none", str(public)], capture_output=True).returncode:
        pytest.skip("mounting is not permitted here")
    try:
        done = build(tmp_path, *LEFT_OUT.values())
        assert done.returncode == 3 and "[output-not-swappable]" in done.stderr, done.stderr
        assert list(public.iterdir()) == []
    finally:
        subprocess.run(["umount", str(public)], check=True)


@pytest.mark.parametrize("line, words", [
    ("build --jobs 0", "« --jobs » attend un nombre à partir de 1"),
    ("build --date demain", "« --date demain » n’est ni un jour AAAA-MM-JJ ni un instant RFC 3339"),
    ("build --only 7401", "« --only » attend des codes INSEE de cinq caractères séparés par des virgules, pas « 7401 »"),
    ("build --fromat json", "l’option « --fromat » n’existe pas ; vouliez-vous dire « --format » ?"),
    ("build --previous absent.json", "« --previous » : impossible de lire « absent.json » : il n’existe pas"),
    ("publier", "la commande « publier » n’existe pas"),
])
def test_wrong_usage_has_a_status_of_its_own(line, words, tmp_path, program):
    shutil.copytree(FIXTURES / "base", tmp_path, dirs_exist_ok=True)
    done = subprocess.run(
        [str(PROGRAM), *line.split()], cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=120)
    assert done.returncode == 2, done.stderr
    command = "build " if line.startswith("build") else ""
    assert done.stderr == f"crieur : {words}\n     = voyez « crieur {command}--help »\n"
    assert not (tmp_path / "public").exists()


def told(kind, tmp_path):
    """What a program reads on standard output about an unknown fact."""
    lay(FIXTURES / "faults" / "fact-unknown", tmp_path)
    done = build(tmp_path, *LEFT_OUT.values(), "--format", kind)
    assert done.returncode == 1 and messages(done.stderr) == ""
    return done.stdout


def test_programs_are_told_in_json(tmp_path, program):
    assert json.loads(told("json", tmp_path)) == [{
        "severity": "error", "id": "fact-unknown", "file": "content/guides/elus/menaces.md", "line": 6, "column": 13,
        "offset": 65, "length": 9, "message": "le fait « 71 » n’est pas dans facts.yml",
        "advice": "inscrivez-le dans facts.yml avec sa source et sa date", "notes": [],
    }]


def test_github_is_told_in_its_own_commands(tmp_path, program):
    assert told("github", tmp_path) == (
        "::error file=content/guides/elus/menaces.md,line=6,col=13,title=fact-unknown::"
        "le fait « 71 » n’est pas dans facts.yml%0Ainscrivez-le dans facts.yml avec sa source et sa date\n")


def test_gitlab_is_told_in_its_own_report(tmp_path, program):
    [fault] = json.loads(told("gitlab", tmp_path))
    assert re.fullmatch("[0-9a-f]{16}", fault.pop("fingerprint"))
    assert fault == {
        "description":
            "le fait « 71 » n’est pas dans facts.yml (inscrivez-le dans facts.yml avec sa source et sa date)",
        "check_name": "fact-unknown", "severity": "major",
        "location": {"path": "content/guides/elus/menaces.md", "lines": {"begin": 6}},
    }


@pytest.mark.parametrize("kind, nothing", [("json", "[]\n"), ("github", ""), ("gitlab", "[]\n")])
def test_a_sound_site_gives_an_empty_report(kind, nothing, tmp_path, program):
    shutil.copytree(FIXTURES / "base", tmp_path, dirs_exist_ok=True)
    done = build(tmp_path, *LEFT_OUT.values(), "--strict", "--format", kind)
    assert (done.returncode, done.stdout, messages(done.stderr)) == (0, nothing, "")


def test_two_editions_are_printed_in_one_build(tmp_path, program):
    shutil.copytree(FIXTURES / "base", tmp_path, dirs_exist_ok=True)
    first = tmp_path / "content/bulletins/2026-11.md"
    (tmp_path / "content/bulletins/2026-12.md").write_text(first.read_text().replace("number: 1", "number: 2"))
    template = tmp_path / "site-templates/print/bulletin.typ"
    template.write_text(template.read_text().replace("#job.commune.territory", "#job.edition.number"))
    done = build(tmp_path)
    assert done.returncode == 0, done.stderr
    for edition, number in [("2026-11", "n° 1"), ("2026-12", "n° 2")]:
        found = sorted(tmp_path.glob(f"public/communes/*/bulletin-{edition}.pdf"))
        assert len(found) == 3
        for file in found:
            text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
            assert number in text.replace("\xa0", " "), f"{file.name} is another edition's"


def test_a_full_disk_leaves_the_site(tmp_path, program):
    disk = tmp_path / "disque"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=320k", "none", str(disk)], capture_output=True).returncode:
        pytest.skip("mounting is not permitted here")
    try:
        shutil.copytree(FIXTURES / "base", disk, dirs_exist_ok=True)
        assert build(disk, *LEFT_OUT.values()).returncode == 0
        before = snapshot(disk)
        layout = disk / "site-templates/web/layouts/page.mustache"
        layout.write_text(layout.read_text() + "<!-- " + "x" * 20_000 + " -->\n")
        done = build(disk, *LEFT_OUT.values())
        assert done.returncode == 3
        assert re.fullmatch(
            "crieur : impossible d’écrire « public/.* » : le disque est plein\n"
            "     = libérez de la place, puis relancez « crieur build » ; le site en place n’a pas été touché\n",
            messages(done.stderr)), done.stderr
        assert snapshot(disk) == before
        assert sorted(path.name for path in disk.iterdir() if "staging" in path.name) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)
