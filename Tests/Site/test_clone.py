"""A fresh clone stays clean, whatever is built in it."""

import shutil
import subprocess

import pytest

from judges.program import ROOT, Project


@pytest.fixture
def clone(tmp_path):
    here = subprocess.run(["git", "rev-parse", "--show-toplevel"], cwd=ROOT, capture_output=True, text=True)
    if here.returncode != 0 or here.stdout.strip() != str(ROOT):
        pytest.skip("this folder is no git repository: a fresh clone of it cannot be tried")
    folder = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(folder)], check=True)
    return folder


def test_git_sees_nothing_of_a_build(clone, public):
    """What `make site` leaves behind: .venv, .build, the cache, public/."""
    kept = (clone / "public/.gitignore").read_bytes()
    for place in (".venv/bin", ".build/release"):
        (clone / place).mkdir(parents=True)
        (clone / place / "something").write_text("made by make site")
    shutil.copytree(public.with_name(".crieur-cache"), clone / ".crieur-cache")
    project = Project(clone)
    for _ in range(2):
        project.build("--strict")
        seen = subprocess.run(
            ["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True).stdout
        assert seen == "", f"after a build in a fresh clone, git status says:\n{seen}"
        assert (clone / "public/.gitignore").read_bytes() == kept, "public/.gitignore did not survive the build"
    assert (clone / "public/index.html").is_file()
