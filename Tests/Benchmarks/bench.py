"""`make bench`: what Crieur costs beside Hugo, WeasyPrint and Chromium, on the same work and the same machine."""

import argparse
import shutil
import sys
import time
from pathlib import Path

import bulletins
import checks
import communes
import example
import figures
import guides
import saves
import tools
from measure import CommandFailed
from report import Report
from shared_templates import shared_templates
from sites import DifferentPages, Sites

HERE = Path(__file__).resolve().parent
# Pages that are not a guide or a commune, which each program makes in its own way.
OWN_WAYS = ["index.html", "404.html"]
# Made by Crieur alone, empty here.
CRIEUR_ONLY = ["alertes/index.html", "api/index.html", "agenda/index.html", "bulletins/index.html", "recherche/index.html"]

WORKS = ["everything", "same", "communes", "bulletins", "csv", "site", "checks", "saves"]


def options():
    parser = argparse.ArgumentParser(prog="Tests/Benchmarks/run", description=__doc__)
    parser.add_argument("works", nargs="*", choices=WORKS, metavar="|".join(WORKS), help="works to measure; all by default")
    parser.add_argument("--quick", action="store_true", help="a tenth of the pages, two runs: figures mean little")
    parser.add_argument("--json", metavar="FILE", help="also write all figures there")
    parser.add_argument("--crieur", default=str(tools.REPOSITORY / ".build/release/crieur"), metavar="PROGRAM")
    parser.add_argument("--work", default=str(working_folder()), metavar="FOLDER",
                        help="where sites are read and written by all programs; in memory by default, where there is "
                             "room, as a disk's own work differs several times from one run to the next")
    parser.add_argument("--runs", type=int, help="runs of each program")
    parser.add_argument("--jobs", type=int, help="cores for each program; all by default")
    parser.add_argument("--keep", action="store_true", help="leave the sites where they are")
    return parser.parse_args()


def working_folder():
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free > 4_000_000_000:
        return memory / "crieur-bench"
    return tools.REPOSITORY / ".build-bench-work"


class Bench:
    def __init__(self, chosen):
        self.options = chosen
        self.report = Report()
        self.crieur = tools.crieur(chosen.crieur)
        self.folder = Path(chosen.work).resolve()
        self.works = chosen.works or WORKS
        self.start = time.monotonic()

    def say(self, text):
        print(f"[{time.monotonic() - self.start:5.0f} s] {text}", file=sys.stderr, flush=True)

    def runs(self, usual):
        return self.options.runs or (2 if self.options.quick else usual)

    def shared_templates(self):
        """Beside the sites, where programs read and write as fast."""
        return shared_templates(self.folder / "templates")

    def sites(self, templates):
        return Sites(self.folder / "site", self.crieur, templates, self.options.jobs)

    def guides(self, variant, title, templates, factor):
        count = 1_000 if self.options.quick else 10_000
        self.say(f"writing {count} guides twice")
        sites = self.sites(templates)
        guides.write_crieur(sites.content, count)
        guides.write_hugo(sites.hugo, HERE / "hugo" / variant, count, shortcodes=variant == "everything")
        self.assets(sites)
        work = self.report.work(f"{count} guides, {title}")
        sites.runs(work, self.runs(5), self.say)
        apart = OWN_WAYS + CRIEUR_ONLY + ["communes/index.html"]
        apart += [str(path.relative_to(sites.ours)) for path in sites.ours.glob("communes/*/index.html")]
        self.finish(work, sites, apart, count, factor, memory=200)

    def communes(self):
        count = 3_490 if self.options.quick else communes.COUNT
        self.say(f"writing {count} communes twice")
        sites = self.sites(self.shared_templates())
        communes.write_crieur(sites.content, count)
        communes.write_hugo(sites.hugo, HERE / "hugo" / "everything", count)
        self.assets(sites)
        work = self.report.work(f"{count} communes from a table")
        sites.runs(work, self.runs(3), self.say)
        data = sites.compare_data("api/v1/communes/*.json", "communes/*/commune.json", count)
        work.note(f"{data} communes have a file of data that says the same.")
        self.finish(work, sites, OWN_WAYS + CRIEUR_ONLY, count, factor=10, memory=250)

    def assets(self, sites):
        (sites.hugo / "assets").mkdir(exist_ok=True)
        for file in (sites.templates / "web" / "assets").iterdir():
            shutil.copy(file, sites.hugo / "assets")

    def finish(self, work, sites, apart, expected, factor, memory):
        self.say("comparing the pages' texts")
        same, words = sites.compare("**/*.html", expected, apart)
        files, ours, theirs = sites.sizes()
        work.record["ratios"][0]["target"] = factor
        work.limit("peak memory of Crieur, MB", max(cost.peak for cost in work.costs["Crieur"]), memory)
        for what, label in (("wall", "wall time"), ("cpu", "CPU")):
            work.ratio(f"{label}, Crieur ÷ cp -r of its output",
                       work.median("Crieur", what) / work.median("cp -r", what))
        work.note(f"{same} pages have the same title, text and links; {words:.0f} words a page, all parts counted.")
        work.note(f"Crieur wrote {files} files, {ours:.0f} MB; Hugo's are {theirs:.0f} MB.")
        work.print()

    def bulletins(self):
        site = bulletins.Bulletins(self.folder / "site", self.crieur, communes=40 if self.options.quick else None)
        work = self.report.work("Bulletins of the example")
        each = site.runs(work, self.runs(3), self.say)
        site.others(work, each, self.say)
        work.note("WeasyPrint and Chromium print the bulletin's page of 20 communes; their start and first PDF are not counted.")
        work.print()

    def site(self):
        site = example.Example(self.folder / "site", self.crieur, self.options.jobs)
        work = self.report.work("The example as a site, without PDFs")
        site.runs(work, self.runs(7), self.say)
        work.print()

    def saves(self):
        count = 100 if self.options.quick else 1_000
        self.say(f"writing {count} guides twice")
        sites = self.sites(self.shared_templates())
        guides.write_crieur(sites.content, count)
        guides.write_hugo(sites.hugo, HERE / "hugo/everything", count, shortcodes=True)
        self.assets(sites)
        work = self.report.work("From a save to its page")
        saves.run(work, sites, count, self.runs(15), self.say)
        work.print()

    def checks(self):
        count = 1_000 if self.options.quick else 10_000
        self.say(f"writing {count} guides")
        sites = self.sites(tools.TEMPLATES)
        guides.write_crieur(sites.content, count)
        work = self.report.work(f"Checks of {count} guides")
        checks.run(work, sites, tools.checker(self.crieur), self.runs(5), self.say)
        work.print()

    def figures(self):
        work = self.report.work("SSMSI's base of 5.2 million rows")
        figures.run(work, tools.reader(self.crieur), self.folder / "figures", self.runs(3), self.say)
        work.print()

    def run(self):
        self.report.machine.update(tools.versions(with_print="bulletins" in self.works))
        print("\n".join(f"{key}: {value}" for key, value in self.report.machine.items()), flush=True)
        faults = [fault for work in self.works if (fault := self.fault_of(work))]
        if self.options.json:
            self.report.save(self.options.json)
        self.say("done")
        return faults

    def fault_of(self, work):
        """Measures one work; a fault in it does not keep the others from being measured."""
        try:
            match work:
                case "everything":
                    self.guides("everything", "everything on", self.shared_templates(), factor=5)
                case "same":
                    self.guides("same", "same features", HERE / "templates", factor=8)
                case "communes":
                    self.communes()
                case "bulletins":
                    self.bulletins()
                case "csv":
                    self.figures()
                case "site":
                    self.site()
                case "checks":
                    self.checks()
                case "saves":
                    self.saves()
        except (CommandFailed, DifferentPages) as fault:
            print(f"{work}: not measured\n{fault}\n", flush=True)
            return fault
        finally:
            if not self.options.keep:
                shutil.rmtree(self.folder, ignore_errors=True)


def main():
    if faults := Bench(options()).run():
        sys.exit(f"bench: {len(faults)} works could not be measured")


if __name__ == "__main__":
    main()
