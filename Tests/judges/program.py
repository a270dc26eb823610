"""The release program, run as a person runs it."""

import os
import random
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("CRIEUR", ROOT / ".build/release/crieur")).absolute()
PYTHON = Path(os.environ.get("CRIEUR_PYTHON", ROOT / ".venv/bin/python3"))
DAY = "2026-11-24"
EDITION = "2026-11"


def environment(**changes: str) -> dict[str, str]:
    """The environment of a run: Crieur's Python is named, since a copy of the project has no .venv."""
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return kept | {"CRIEUR_PYTHON": str(PYTHON)} | changes


@dataclass
class Project:
    """A folder that holds content/, site-templates/ and public/."""

    folder: Path

    @property
    def public(self) -> Path:
        return self.folder / "public"

    @property
    def cache(self) -> Path:
        return self.folder / ".crieur-cache"

    def command(self, *arguments: str, date: str = DAY) -> list[str]:
        return [str(PROGRAM), "build", "--date", date, *arguments]

    def run(self, *arguments: str, date: str = DAY, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments, date=date), cwd=self.folder, env=environment(**variables),
            capture_output=True, text=True, timeout=300)

    def build(self, *arguments: str, date: str = DAY, **variables: str) -> subprocess.CompletedProcess[str]:
        """Builds; a failure shows what the program said."""
        done = self.run(*arguments, date=date, **variables)
        assert done.returncode == 0, (
            f"« {' '.join(done.args)} » in {self.folder} ended with status {done.returncode}:\n"
            f"{done.stdout}{done.stderr}")
        return done

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text("utf-8")
        assert old in text, f"{path} no longer holds « {old} »: this test edits it there"
        file.write_text(text.replace(old, new, 1), "utf-8")


def texts(pattern: str) -> list[Path]:
    """The example's texts that are published: a draft is not."""
    return [path for path in sorted((ROOT / "content").glob(pattern)) if "\ndraft: true\n" not in path.read_text("utf-8")]


def copy_of_the_example(folder: Path, shuffle: int | None = None, cache_of: Path | None = None) -> Project:
    """The example without its output.

    `shuffle`: seed of the order in which files and folders come to be. `cache_of`: a public/ whose cache of PDFs
    the copy starts with.
    """
    files = [file for part in ("content", "site-templates") for file in (ROOT / part).rglob("*") if file.is_file()]
    files.sort()
    if shuffle is not None:
        random.Random(shuffle).shuffle(files)
    for file in files:
        target = folder / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    if cache_of is not None:
        shutil.copytree(cache_of.with_name(".crieur-cache"), folder / ".crieur-cache")
    return Project(folder)
