"""docs/messages says of each diagnostic what it means; its examples are run: wrong gives the message shown, right gives none.

Examples are laid over Tests/Fixtures/base and the fixture of the page's first message. « Juste » is laid over « Faux »: it
repeats only what changes.
"""

import fcntl
import os
import re
import subprocess

import pytest
from test_faults import FAULTS, FIXTURES, build, judge, lay, messages

from judges.message_pages import FENCE, PAGES, anchors, examples, parts, put, shown
from judges.program import ROOT

KNOWN = re.findall(r'= "([a-z0-9-]+)"', (ROOT / "Sources/Diagnostics/DiagnosticID.swift").read_text("utf-8"))
PARTS = ["Ce que cela veut dire", "Faux", "Juste", "Le message", "Si vous n'êtes pas d'accord"]
# Texts that are read as a guide is, and facts: their examples can always be run.
RUN_ALWAYS = (
    "(yaml|key|value|date|front-matter|directive|image|nesting|link|anchor|fact|personal|allow|short-text)-"
    "|raw-html|long-sentence|small-count|acronym-|stigmatising-|.*-unregistered")


def run(name, folder, *headings):
    """What the program says of the page's examples, each heading's laid over those of the one before."""
    fixture = FIXTURES / "faults" / shown(name)[0]
    lay(fixture, folder)
    laid = {}
    for heading in headings:
        laid |= examples(parts(name)[heading])
    for what, text in laid.items():
        put(folder, what, text)
    return judge(fixture, folder)


RUN = [name for name in PAGES if examples(parts(name)["Faux"])]


def test_every_identifier_has_its_page():
    assert sorted(PAGES) == sorted(KNOWN)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_its_parts(name):
    found = parts(name)
    assert list(found) == PARTS
    empty = [title for title, text in found.items() if not text.strip()]
    assert not empty, f"nothing under {empty}"
    assert shown(name) and all(fixture.split("+")[0] == name for fixture in shown(name))
    assert f"[{name}]" in found["Le message"], "the message is another's"
    if f"{{check: {name}, reason: …}}" in found["Le message"]:
        answer = "```yaml réponse\nallow:" if name in RUN else "```yaml\nallow:"
        assert answer in found[PARTS[-1]], "the message says that « allow » answers it, the page does not"


def test_pages_and_list_are_up_to_date():
    done = subprocess.run([ROOT / "tools/messages", "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_links_of_the_pages_lead_somewhere():
    for file in [ROOT / "docs/messages.md", *(ROOT / "docs/messages").glob("*.md")]:
        for path, anchor in re.findall(r"\]\(([^)#:]+)#?([^)]*)\)", FENCE.sub("", file.read_text("utf-8"))):
            target = file.parent / path
            assert target.is_file() and (not anchor or anchor in anchors(target)), f"{file.name}: {path}#{anchor}"


def test_what_is_written_by_editors_is_run():
    assert not [name for name in KNOWN if re.match(RUN_ALWAYS, name) and name not in RUN]
    assert len(RUN) > len(KNOWN) // 2


@pytest.mark.parametrize("name", RUN)
def test_the_wrong_example_gives_the_message_shown(name, tmp_path, program):
    done = run(name, tmp_path, "Faux")
    assert messages(done.stderr) == (FIXTURES / "faults" / shown(name)[0] / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize("name", RUN)
def test_the_right_example_gives_none(name, tmp_path, program):
    assert examples(parts(name)["Juste"]), "« Juste » has nothing to run"
    done = run(name, tmp_path, "Faux", "Juste")
    assert messages(done.stderr) == "" and done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", [name for name in RUN if examples(parts(name)[PARTS[-1]])])
def test_the_answer_silences_the_check(name, tmp_path, program):
    done = run(name, tmp_path, "Faux", PARTS[-1])
    assert messages(done.stderr) == "" and done.returncode == 0, done.stderr


def test_the_words_of_a_build_at_work(tmp_path, program):
    lay(FIXTURES / "base", tmp_path)
    staging = tmp_path / ".crieur-staging-4194999.0-public"
    staging.mkdir()
    lock = os.open(staging, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = build(tmp_path, "--no-pdf", "--no-search")
    finally:
        os.close(lock)
    assert done.returncode == 3
    assert messages(done.stderr) == (FIXTURES / "messages/output-busy.txt").read_text("utf-8")


def test_the_words_of_a_leftover(tmp_path, program):
    lay(FIXTURES / "base", tmp_path)
    disk = tmp_path / ".crieur-staging-4194999.0-public/photos"
    disk.mkdir(parents=True)
    if subprocess.run(["mount", "-t", "tmpfs", "none", str(disk)], capture_output=True).returncode:
        pytest.skip("mounting is not permitted here")
    try:
        done = build(tmp_path, "--no-pdf", "--no-search")
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    assert messages(done.stderr) == (FIXTURES / "messages/output-leftover.txt").read_text("utf-8")


def test_every_fixture_of_another_wording_is_a_fixture():
    assert {fixture for name in PAGES for fixture in shown(name)} <= {*FAULTS, "output-busy", "output-leftover"}
