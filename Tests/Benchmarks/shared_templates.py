"""The project's templates without what only Crieur makes, so that both programs write the same.

Hugo's templates have no counterpart of these: what pages say to programs (linked data, words for sharing), feeds of
alerts, frames for other sites, what a device keeps, QR codes, the page of the search. `site` measures them, whole.
"""

import shutil
from pathlib import Path

import tools

FILES = ["encart.mustache", "offline.mustache", "service-worker.js", "operation.mustache", "partials/commune-code.mustache"]
PARTIALS = ["structured-data", "share", "subscribe", "encart-code", "keep-commune", "contact-cards"]
# Lines of other templates that lead to what is left out.
LINES = ['rel="manifest"', 'rel="apple-touch-icon"', 'http-equiv="Content-Security-Policy"', "assets.device", "data-my-commune"]


def shared_templates(folder: Path) -> Path:
    """Written into `folder`; names what is no longer there to leave out."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tools.TEMPLATES, folder)
    web = folder / "web"
    for name in [*FILES, *(f"partials/{name}.mustache" for name in PARTIALS)]:
        (web / name).unlink()
    found = dict.fromkeys([*PARTIALS, *LINES], 0)
    for file in sorted(web.rglob("*.mustache")):
        kept = []
        for line in file.read_text("utf-8").splitlines(keepends=True):
            calls = [name for name in PARTIALS if "{{>partials/" + name + "}}" in line] + [part for part in LINES if part in line]
            for call in calls:
                found[call] += 1
            if not calls:
                kept.append(line)
        file.write_text("".join(kept), "utf-8")
    if lost := [name for name, count in found.items() if not count]:
        raise SystemExit(f"bench: no template names {', '.join(lost)} any more: mend Tests/Benchmarks/shared_templates.py")
    return folder
