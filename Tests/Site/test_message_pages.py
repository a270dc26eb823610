"""docs/messages says of each diagnostic what it means; its examples are run: wrong gives the message shown, right gives none.

A fence is run where its info string says what it is. It is laid over Tests/Fixtures/base, and over the fixture of the
page's first message: `markdown guide` is the whole guide, `markdown texte` its last paragraph, `yaml en-tête` its front
matter, `yaml réponse` is added to it, `yaml faits` to facts.yml, `yaml source` replaces one of feeds.yml, `yaml clés de
content/site.yml` replaces these keys, `csv content/feeds/units.csv` is that file. « Juste » is laid over « Faux »: it
repeats only what changes.
"""

import fcntl
import os
import re
import subprocess

import pytest
from test_faults import FAULTS, FIXTURES, build, command, lay, messages

from judges.program import ROOT

PAGES = {file.stem: file.read_text("utf-8") for file in sorted((ROOT / "docs/messages").glob("*.md"))}
KNOWN = re.findall(r'= "([a-z0-9-]+)"', (ROOT / "Sources/Diagnostics/DiagnosticID.swift").read_text("utf-8"))
PARTS = ["Ce que cela veut dire", "Faux", "Juste", "Le message", "Si vous n'êtes pas d'accord"]
GUIDE = "content/guides/elus/menaces.md"
# Texts that are read as a guide is, and facts: their examples can always be run.
RUN_ALWAYS = r"(yaml|key|value|date|front-matter|directive|image|nesting|link|anchor|fact|personal|allow|short-text)-|raw-html|long-sentence|small-count|acronym-|stigmatising-|.*-unregistered"


def parts(name):
    """Heading → what stands below it, in order; a « ## » of an example is no heading."""
    hidden = re.sub(r"^```.*?^```$", lambda fence: fence[0].replace("## ", "\0"), PAGES[name], flags=re.M | re.S)
    found = re.split(r"^## (.+)\n", hidden, flags=re.M)
    return {title: text.replace("\0", "## ") for title, text in zip(found[1::2], found[2::2])}


def examples(text):
    """What each fence that can be run is (the words after its language), and its lines."""
    found = re.findall(r"^```[a-z]+ ([^\n]+)\n(.*?)^```$", text, flags=re.M | re.S)
    assert len({what for what, _ in found}) == len(found), "two fences are the same file"
    return dict(found)


def shown(name):
    """The fixtures whose message the page shows."""
    return re.findall(r"^<!-- message: (\S+) -->$", PAGES[name], flags=re.M)


def put(folder, what, text):
    """Writes an example where it belongs."""
    base = (FIXTURES / "base" / GUIDE).read_text("utf-8")
    file = folder / what
    if what == "guide":
        file = folder / GUIDE
    elif what == "texte":
        file, text = folder / GUIDE, base.replace("Rangez-les.\n", text)
    elif what == "en-tête":
        file, text = folder / GUIDE, re.sub("(?s)^---\n.*?\n---\n", lambda _: text, base)
    elif what == "faits":
        file, text = folder / "content/facts.yml", (FIXTURES / "base/content/facts.yml").read_text("utf-8") + text
    elif what == "réponse":
        file, text = folder / GUIDE, (folder / GUIDE).read_text("utf-8").replace("\n---\n", f"\n{text}---\n", 1)
    elif what == "source":
        file = folder / "content/feeds/feeds.yml"
        first = text.splitlines()[0]
        text = re.sub(rf"(?m)^{first}\n(?: {{4}}.*\n)*", lambda _: text, file.read_text("utf-8"))
    elif what.startswith("clés de "):
        file = folder / what.removeprefix("clés de ")
        settings = file.read_text("utf-8")
        for key, block in re.findall(r"(?m)^((\w+):.*\n(?:[ ].*\n)*)", text):
            settings, count = re.subn(rf"(?m)^{block}:.*\n(?:[ ].*\n)*", lambda _: key, settings)
            settings += "" if count else key
        text = settings
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def run(name, folder, *headings):
    """What the program says of the page's examples, each heading's laid over those of the one before."""
    fixture = FIXTURES / "faults" / shown(name)[0]
    lay(fixture, folder)
    laid = {}
    for heading in headings:
        laid |= examples(parts(name)[heading])
    for what, text in laid.items():
        put(folder, what, text)
    return build(folder, *command(fixture))


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


def anchors(file):
    """What a link may name after « # », as a forge makes it of a heading."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", file.read_text("utf-8"), flags=re.M | re.S), flags=re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_links_of_the_pages_lead_somewhere():
    for file in [ROOT / "docs/messages.md", *(ROOT / "docs/messages").glob("*.md")]:
        text = re.sub(r"^```.*?^```$", "", file.read_text("utf-8"), flags=re.M | re.S)
        for path, anchor in re.findall(r"\]\(([^)#:]+)#?([^)]*)\)", text):
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
