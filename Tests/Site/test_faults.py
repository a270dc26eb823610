"""Bad input: one tiny site per diagnostic, its whole message, and a published site that stays as it was.

Each folder of Tests/Fixtures/faults is laid over Tests/Fixtures/base and the project's templates:
`x.removed` removes x, `public.link` makes public/ a link, `arguments` is added to the command line (`PDF` sets the
bulletins too), `status` is the expected exit status where it is not 1. CRIEUR_RECORD=1 records what is printed.
"""

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
    "file-unreadable": "FeedReadingTests",
    "tool-failed": "ExternalToolsTests", "output-busy": "PublishingTests", "output-leftover": "PublishingTests",
}


def lay(fixture, folder):
    shutil.copytree(FIXTURES / "base", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "site-templates", folder / "site-templates", dirs_exist_ok=True)
    for source in sorted(path for path in fixture.rglob("*") if path.is_file()):
        name = str(source.relative_to(fixture))
        if name in CONTROL:
            continue
        target = folder / name
        if name == "public.link":
            (folder / source.read_text()).mkdir()
            (folder / "public").symlink_to(source.read_text())
        elif name.endswith(".removed"):
            target.with_suffix("").unlink()
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def command(fixture):
    words = (fixture / "arguments").read_text().split() if (fixture / "arguments").exists() else []
    return [word for word in words if word != "PDF"] + ([] if "PDF" in words else ["--no-pdf"])


def build(folder, *arguments):
    return subprocess.run(
        [str(PROGRAM), "build", "--date", "2026-11-24", *arguments], cwd=folder, env=environment(),
        capture_output=True, text=True, timeout=120)


def snapshot(folder):
    """Each file below public/: its bytes, its inode and its time."""
    found = {}
    for path in sorted((folder / "public").rglob("*")):
        if path.is_file():
            status = path.stat()
            found[str(path.relative_to(folder))] = (path.read_bytes(), status.st_ino, status.st_mtime_ns)
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
        shutil.copytree(ROOT / "site-templates", tmp_path / "site-templates")
        assert build(tmp_path, "--no-pdf").returncode == 0, "the sound site does not build"
    if "wheel" in name:
        venv.create(tmp_path / ".venv-empty", with_pip=False)
    lay(fixture, tmp_path)
    before = snapshot(tmp_path)
    done = build(tmp_path, *command(fixture))
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
        done = build(tmp_path, "--no-pdf")
        assert done.returncode == 3 and "[output-not-swappable]" in done.stderr, done.stderr
        assert list(public.iterdir()) == []
    finally:
        subprocess.run(["umount", str(public)], check=True)


@pytest.mark.parametrize("arguments", [("--jobs", "0"), ("--date", "demain"), ("--only", "7401"), ("--fromat", "json")])
def test_wrong_usage_has_a_status_of_its_own(arguments, tmp_path, program):
    lay(FIXTURES / "faults" / "only-without-site", tmp_path)
    done = build(tmp_path, *arguments)
    assert done.returncode == 2, done.stderr


@pytest.mark.parametrize("kind", ["json", "github", "gitlab"])
def test_programs_are_told_in_their_own_form(kind, tmp_path, program):
    lay(FIXTURES / "faults" / "fact-unknown", tmp_path)
    done = build(tmp_path, "--no-pdf", "--format", kind)
    assert done.returncode == 1
    assert "fact-unknown" in done.stdout and "menaces.md" in done.stdout
