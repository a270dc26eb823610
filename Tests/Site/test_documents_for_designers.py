"""docs/maquettes.md and docs/noms-des-gabarits.md say what templates are given and which files there are: as the code has it."""

import json
import re

from judges.program import ROOT

TEXT = (ROOT / "docs/maquettes.md").read_text("utf-8")
NAMED = set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.S)))
# Nodes of documents, which lib/document.typ lists: a designer needs not know them.
INSIDE = {"blocks", "notes"}


def keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if key not in INSIDE:
                yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def test_every_key_of_a_job_is_explained():
    found = set()
    for file in (ROOT / "Tests/BulletinRenderingTests/Golden").glob("*.json"):
        found |= set(keys(json.loads(file.read_text("utf-8"))))
    assert len(found) > 60 and not found - NAMED - {"essential"}, f"not explained: {sorted(found - NAMED)}"


def test_every_file_of_the_print_templates_is_named():
    folder = ROOT / "site-templates/print"
    files = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    assert not files - NAMED, f"not named: {sorted(files - NAMED)}"
    told = {name for name in NAMED if re.fullmatch(r"lib/[a-z-]+\.typ", name)}
    assert told <= files, f"there are no such files: {sorted(told - files)}"


def test_every_name_that_a_web_template_asks_for_is_explained():
    told = (ROOT / "docs/noms-des-gabarits.md").read_text("utf-8")
    explained = {part for name in re.findall(r"`([A-Za-z.]+)`", told) for part in name.split(".")}
    # The example names no mayor: `since` is the day from which one is. Nor does one of its alerts take another's place.
    asked, unknown = set(), {"since", "isCancelled"}
    for file in (ROOT / "site-templates/web").rglob("*.mustache"):
        for name in re.findall(r"\{\{\{?[#^]?\s*([A-Za-z][\w.]*)\s*\}", file.read_text("utf-8")):
            asked |= set(name.split("."))
    assert len(asked) > 150 and asked - explained == unknown, f"not explained: {sorted(asked - explained - unknown)}"
