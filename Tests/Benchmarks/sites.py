"""One site built by Crieur and by Hugo, in turns; the pages that must be the same are compared."""

import json
import shutil
from pathlib import Path

import text
import tools
from corpus import LEGAL
from measure import measured


class Sites:
    """A folder with `content/` for Crieur, `hugo/` for Hugo and both outputs, on one file system."""

    def __init__(self, folder: Path, crieur: Path, templates: Path, jobs=None):
        self.folder = folder
        self.crieur = crieur
        self.templates = templates
        self.jobs = jobs
        self.content = folder / "content"
        self.hugo = folder / "hugo"
        self.ours = folder / "public"
        self.theirs = folder / "hugo-public"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    def build_ours(self):
        command = [self.crieur, "build", "--content", "content", "--templates", self.templates,
                   "--output", self.ours, "--date", "2026-11-24", "--no-pdf", "--no-search"]
        if self.jobs:
            command += ["--jobs", self.jobs]
        return measured(command, folder=self.folder, log=self.folder / "crieur.log")

    def build_theirs(self):
        command = [tools.hugo(), "--source", self.hugo, "--destination", self.theirs,
                   "--cacheDir", self.folder / "hugo-cache", "--noBuildLock"]
        environment = {"GOMAXPROCS": str(self.jobs)} if self.jobs else {}
        return measured(command, folder=self.hugo, environment=environment, log=self.folder / "hugo.log")

    def copy(self):
        """`cp -r` of Crieur's output: what writing alone costs."""
        copy = self.folder / "copy"
        cost = measured(["cp", "-r", self.ours, copy])
        shutil.rmtree(copy)
        return cost

    def runs(self, work, count, say):
        """Crieur, Hugo, cp; Crieur, Hugo, cp; … each from nothing. The last outputs stay."""
        for number in range(count):
            for path in (self.ours, self.theirs, self.folder / "hugo-cache"):
                shutil.rmtree(path, ignore_errors=True)
            work.add("Crieur", self.build_ours())
            work.add("Hugo", self.build_theirs())
            work.add("cp -r", self.copy())
            say(f"run {number + 1} of {count}: " + ", ".join(
                f"{name} {costs[-1].cpu:.2f} s of CPU" for name, costs in work.costs.items()))
        work.compare("Crieur", "Hugo")

    def compare(self, pattern, expected, apart=()):
        """Every page of `pattern`: title, text and links are the same. Raises with the first differences.

        `apart`: pages that only one program makes so, beside the legal ones.
        """
        apart = {Path(path) for path in apart} | {Path(slug, "index.html") for slug, _ in LEGAL}
        ours = {path.relative_to(self.ours) for path in self.ours.glob(pattern)}
        theirs = {path.relative_to(self.theirs) for path in self.theirs.glob(pattern)}
        faults = []
        if lost := sorted((ours ^ theirs) - apart):
            faults.append(f"{len(lost)} pages made by one program only: {', '.join(map(str, lost[:5]))}")
        same = words = 0
        for path in sorted((ours & theirs) - apart):
            left = text.seen((self.ours / path).read_text(encoding="utf-8"))
            right = text.seen((self.theirs / path).read_text(encoding="utf-8"))
            if left == right:
                same += 1
                words += len(left.split())
            elif len(faults) < 5:
                faults.append(f"{path}\n{text.first_difference(left, right)}")
        if same < expected and not faults:
            faults.append(f"{same} pages compared, {expected} expected")
        if faults:
            raise DifferentPages("\n".join(faults))
        return same, words / max(1, same)

    def compare_data(self, ours, theirs, expected):
        """Every commune's JSON file holds the same values, whatever the order of the keys; gives how many.

        `ours`, `theirs`: patterns of the two programs' files; Hugo writes only beside a page.
        """
        def read(folder, pattern):
            files = map(json.loads, (path.read_bytes() for path in folder.glob(pattern)))
            return {data["commune"]["code"]: data for data in files}

        ours, theirs = read(self.ours, ours), read(self.theirs, theirs)
        faults = [f"{code}: made by one program only" for code in sorted(ours.keys() ^ theirs.keys())]
        faults += [
            f"{code}\n{ours[code]}\n  against\n{theirs[code]}" for code in sorted(ours.keys() & theirs.keys()) if ours[code] != theirs[code]]
        if len(ours) < expected:
            faults.append(f"{len(ours)} files of communes, {expected} expected")
        if faults:
            raise DifferentPages("\n".join(faults[:5]))
        return len(ours)

    def sizes(self):
        """Files and MB of Crieur's output, and MB of Hugo's."""
        files = [path.stat().st_size for path in self.ours.rglob("*") if path.is_file()]
        theirs = [path.stat().st_size for path in self.theirs.rglob("*") if path.is_file()]
        return len(files), sum(files) / 1e6, sum(theirs) / 1e6


class DifferentPages(Exception):
    pass
