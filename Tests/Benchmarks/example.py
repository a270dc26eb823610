"""Work 5: the whole example as a site, without its PDFs; what the index of the search adds."""

import shutil
import sys
from pathlib import Path

import tools
from measure import measured


class Example:
    def __init__(self, folder: Path, crieur: Path, jobs=None):
        self.folder = folder
        self.crieur = crieur
        self.jobs = jobs
        self.public = folder / "public"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.copytree(tools.REPOSITORY / "content", folder / "content")

    def build(self, *options):
        """From nothing."""
        for name in ("public", ".crieur-cache"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        return self.build_again(*options)

    def build_again(self, *options):
        command = [self.crieur, "build", "--templates", tools.TEMPLATES, "--date", "2026-11-24", "--no-pdf",
                   "--python", sys.executable, *options]
        if self.jobs:
            command += ["--jobs", self.jobs]
        return measured(command, folder=self.folder, log=self.folder / "crieur.log")

    def copy(self):
        copy = self.folder / "copy"
        cost = measured(["cp", "-r", self.public, copy])
        shutil.rmtree(copy)
        return cost

    def runs(self, work, count, say):
        for number in range(count):
            work.add("Crieur, with the search", self.build())
            work.add("the same, nothing changed", self.build_again())
            work.add("Crieur, no search", self.build("--no-search"))
            work.add("cp -r", self.copy())
            say(f"run {number + 1} of {count}: " + ", ".join(
                f"{name} {costs[-1].cpu * 1000:.0f} ms of CPU" for name, costs in work.costs.items()))
        for what, label in (("wall", "wall time"), ("cpu", "CPU")):
            whole, alone, copy = (
                work.median(program, what) * 1000 for program in ("Crieur, with the search", "Crieur, no search", "cp -r"))
            work.ratio(f"{label}, the site ({alone:.0f} ms) ÷ cp -r of it ({copy:.0f} ms)", alone / copy)
            work.note(f"{label}: the search adds {whole - alone:.0f} ms, Pagefind's program and Python's start included.")
        files = [path.stat().st_size for path in self.public.rglob("*") if path.is_file()]
        pages = len(list(self.public.rglob("*.html")))
        work.note(f"{pages} pages, {len(files)} files, {sum(files) / 1e6:.1f} MB.")
