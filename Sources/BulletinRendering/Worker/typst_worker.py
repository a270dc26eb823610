"""Sets printed documents with Typst: one JSON job a line on the standard input, one JSON answer a line.

Arguments: number of this worker, folder for the PDFs, folder of the fonts, families that must be there
(separated by line feeds). The working folder is that of the templates.

`pack` comes from `object_streams.py` and `impose` from `imposition.py`, which are put before this script. A job
names its template. It is written, as it came, to one JSON file that the template reads. The file's name never
changes and `sys_inputs` are never handed over again: Typst keeps what it has set from one job to the next only then.
"""

import json
import os
import re
import sys

import typst

STANDARDS = ["a-2a", "ua-1"]
PLACE = re.compile(r"^\s*┌─ (.+):(\d+):(\d+)$", re.MULTILINE)
ERROR = re.compile(r"^error: ", re.MULTILINE)
UNKNOWN_FAMILY = "unknown font family: "
OVERFLOW = "panicked with: crieur-overflow: "


def fault(kind, text, diagnostic="", hints=()):
    """A fault with its place in the templates: the line from 1, the column in characters from 0."""
    # Warnings may come before the error, and errors that follow from it after.
    error = ERROR.search(diagnostic)
    place = PLACE.search(diagnostic, error.start() if error else 0)
    return {
        "kind": kind,
        "text": text,
        "hints": list(hints),
        "file": place[1] if place else None,
        "line": int(place[2]) if place else None,
        "column": int(place[3]) if place else None,
    }


def template_fault(message, diagnostic, hints):
    if message.startswith(UNKNOWN_FAMILY):
        return fault("font", message.removeprefix(UNKNOWN_FAMILY), diagnostic)
    if message.startswith(OVERFLOW):
        return fault("overflow", message.removeprefix(OVERFLOW))
    return fault("template", message, diagnostic, hints)


class Worker:
    def __init__(self, number, output, fonts, families):
        self.job_file = f"job-{number}.json"
        self.output = output
        self.fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
        )
        self.missing = [f for f in families if f not in self.fonts.families()]
        self.compilers = {}

    def compiler(self, template):
        """One for each template, kept: it remembers what it has set."""
        if template not in self.compilers:
            self.compilers[template] = typst.Compiler(
                os.path.abspath(template),
                root=os.getcwd(),
                font_paths=self.fonts,
                sys_inputs={"job": self.job_file, "template": template},
            )
        return self.compilers[template]

    def answer(self, line):
        job = json.loads(line)
        answer = {"id": job["id"]}
        if self.missing:
            return answer | {"faults": [fault("font", family) for family in self.missing]}
        with open(self.job_file, "wb") as file:
            file.write(line)
        compiler = self.compiler(job["template"])
        try:
            pdf, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=STANDARDS, timestamp=job["timestamp"]
            )
        except typst.TypstError as error:
            return answer | {
                "faults": [template_fault(error.message, error.diagnostic, error.hints)]
            }
        if warnings:
            faults = [template_fault(w.message, w.diagnostic, w.hints) for w in warnings]
            return answer | {"faults": faults}
        result = json.loads(compiler.query("<result>", field="value", one=True))
        pdf, pages = impose(pdf) if job.get("imposition") == "booklet" else pack(pdf)
        if pages > job["budget"]:
            return answer | {"faults": [fault("overflow", f"{pages} pages")]}
        with open(os.path.join(self.output, f"{job['id']}.pdf"), "wb") as file:
            file.write(pdf)
        return answer | {"pages": pages, "bytes": len(pdf), "omitted": result["omitted"]}


def main():
    number, output, fonts, families = sys.argv[1:5]
    worker = Worker(number, output, fonts, families.splitlines())
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin.buffer:
        print(json.dumps(worker.answer(line)), flush=True)


main()
