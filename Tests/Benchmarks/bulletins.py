"""Work 3: the example's bulletins as PDF; the same bulletins' pages through WeasyPrint and Chromium."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import tools
from measure import CommandFailed, Cost, measured

HERE = Path(__file__).resolve().parent
PRINTED_BY_OTHERS = 20


class Bulletins:
    def __init__(self, folder: Path, crieur: Path, communes=None):
        self.folder = folder
        self.crieur = crieur
        self.public = folder / "public"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.copytree(tools.REPOSITORY / "content", folder / "content")
        self.print_bulletins_alone()
        if communes:
            self.keep(communes)

    def print_bulletins_alone(self):
        """Posters, leaflets and large print are other documents."""
        for page in (self.folder / "content").rglob("*.md"):
            text = page.read_text(encoding="utf-8")
            alone = re.sub(r"^print: \[.*\]\n", "", text, count=1, flags=re.M)
            if alone != text:
                page.write_text(alone, encoding="utf-8")

    def keep(self, count):
        """The first communes only, for a quick look; what names the others goes."""
        table = self.folder / "content" / "feeds" / "communes.csv"
        lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
        table.write_text("".join(lines[:count + 1]), encoding="utf-8")
        kept = {line[:5] for line in lines[1:count + 1]}
        for note in (self.folder / "content" / "communes").glob("*.md"):
            if note.stem not in kept:
                note.unlink()
        shutil.rmtree(self.folder / "content" / "agenda", ignore_errors=True)
        for alert in (self.folder / "content" / "alerts").glob("*.md"):
            text = alert.read_text(encoding="utf-8")
            alert.write_text(re.sub(r"^communes:.*\n(?: +- .*\n)*", "", text, flags=re.M), encoding="utf-8")

    def forget(self):
        for name in ("public", ".crieur-cache"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def build(self, *options):
        command = [self.crieur, "build", "--templates", tools.TEMPLATES, "--date", "2026-11-24",
                   "--python", sys.executable, "--no-search", *options]
        return measured(command, folder=self.folder, log=self.folder / "crieur.log")

    def pdfs(self):
        return sorted(self.public.glob("communes/*/bulletin-*.pdf"))

    def twins(self):
        return sorted(self.public.glob("communes/*/bulletin-*/index.html"))

    def runs(self, work, count, say):
        for number in range(count):
            self.forget()
            work.add("Crieur, no PDF", self.build("--no-pdf"))
            self.forget()
            work.add("Crieur, cold", self.build())
            work.add("Crieur, nothing changed", self.build())
            say(f"run {number + 1} of {count}: " + ", ".join(
                f"{name} {costs[-1].cpu:.2f} s of CPU" for name, costs in work.costs.items()))
        printed = len(self.pdfs())
        # Workers' start included.
        each = (work.median("Crieur, cold", "cpu") - work.median("Crieur, no PDF", "cpu")) / printed * 1000
        work.limit(f"CPU of one of {printed} PDFs, ms", each, 25)
        for what, label in (("wall", "wall time"), ("cpu", "CPU")):
            rebuilt = work.median("Crieur, nothing changed", what) / work.median("Crieur, cold", what) * 100
            work.limit(f"{label} of a rebuild with nothing changed, % of a cold one", rebuilt, 10)
        self.words = words(self.pdfs()[0])
        work.note(f"Crieur: {printed} PDFs; words of the first: {self.words}, pages: {pages(self.pdfs()[0])}.")
        return each

    def others(self, work, ours, say):
        """The pages that stand for the same bulletins; start-up and a first PDF are left out of their figures."""
        twins = self.twins()[:PRINTED_BY_OTHERS]
        output = self.folder / "others"
        for name, program in (("WeasyPrint", "print_weasyprint.py"), ("Chromium, kept running", "print_chromium.py")):
            shutil.rmtree(output, ignore_errors=True)
            output.mkdir()
            request = {"site": str(self.public), "pages": [str(page) for page in twins], "output": str(output)}
            done = subprocess.run([sys.executable, HERE / program], input=json.dumps(request), capture_output=True, text=True)
            if done.returncode != 0:
                work.note(f"{name}: not measured. {done.stderr.strip().splitlines()[-1:]}")
                continue
            answer = json.loads(done.stdout)
            work.add(name, Cost(answer["wall"], answer["cpu"], answer["peak"]))
            each = answer["cpu"] / answer["documents"] * 1000
            target = 10 if "Chromium" in name else None
            work.ratio(f"CPU of a PDF, {name} ({each:.0f} ms) ÷ Crieur", each / ours, target)
            first = min(output.glob("*.pdf"))
            # The page says what the bulletin says, and what surrounds it: the same per word is the fairer figure.
            work.ratio(f"CPU of a printed word, {name} ÷ Crieur", (each / words(first)) / (ours / self.words))
            work.note(f"{name}: {answer['documents']} PDFs; words of the first: {words(first)}, pages: {pages(first)}.")
            say(f"{name}: {each:.0f} ms of CPU a PDF")


def words(pdf):
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True)
    return len(done.stdout.split())


def pages(pdf):
    done = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True)
    found = re.search(r"^Pages:\s+(\d+)", done.stdout, re.M)
    return int(found[1]) if found else None
