"""The French of the whole example, drafts too, has no fault that Grammalecte sees; `french.toml` answers its false alarms."""

import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from judges.french import Remark, paragraphs, remarks, texts_to_paste
from judges.html_page import HTMLPage
from judges.program import ROOT, Project

ANSWERS = tomllib.loads(Path(__file__).with_name("french.toml").read_text("utf-8"))
# Of pages that every commune has: one with two services, and one of a place whose name has an article.
COMMUNES = ("74010", "74080")


@pytest.fixture(scope="module")
def french(program, tmp_path_factory):
    """Each remark with the pages where its paragraph stands."""
    public = tmp_path_factory.mktemp("french") / "public"
    Project(ROOT).build("--drafts", "--no-pdf", "--no-search", "--output", str(public))
    prose, pasted = defaultdict(list), defaultdict(list)
    for file in sorted(public.rglob("index.html")):
        page = HTMLPage(public, file)
        if re.match(r"/communes/\d", page.route) and not page.route.startswith(tuple(f"/communes/{code}-" for code in COMMUNES)):
            continue
        for main in page.elements("//main"):
            for text in paragraphs(main):
                prose[text].append(page.route)
            for text in texts_to_paste(main):
                pasted[text].append(page.route)
    assert len(prose) > 1000 and len(pasted) > 50
    return [
        (remark, places[remark.paragraph])
        for places, plain in ((prose, False), (pasted, True)) for remark in remarks(list(places), plain)
    ]


@pytest.fixture(scope="module")
def known_words(communes):
    """Proper names of the example, and what `french.toml` adds."""
    names = {commune.name.replace("'", "’") for commune in communes}
    return names | {word for name in names for word in name.split()} | set(ANSWERS["words"])


def is_answered(remark: Remark, known_words: set[str]) -> bool:
    if remark.rule == "spelling":
        return remark.words in known_words
    return remark.rule in ANSWERS["rules"] or any(
        remark.rule == alarm["rule"] and remark.words in alarm["words"] for alarm in ANSWERS["alarms"])


def test_grammalecte_finds_no_fault(french, known_words):
    faults = [(remark, places) for remark, places in french if not is_answered(remark, known_words)]
    assert not faults, f"{len(faults)} remarks:\n" + "\n".join(
        f"  {places[0]}: « {remark.words} »: {remark.message} ({remark.rule})\n    {remark.paragraph[:200]}"
        for remark, places in faults[:60])


def test_every_answer_is_of_use(french):
    said = {(remark.rule, remark.words) for remark, _ in french}
    rules = {rule for rule, _ in said}
    idle = [rule for rule in ANSWERS["rules"] if rule not in rules]
    idle += [f"{alarm['rule']}: {words}" for alarm in ANSWERS["alarms"] for words in alarm["words"] if (alarm["rule"], words) not in said]
    idle += [word for word in ANSWERS["words"] if ("spelling", word) not in said]
    assert not idle, "french.toml answers what nothing asks:\n  " + "\n  ".join(idle)


@pytest.mark.parametrize("text, rule", [
    ("Les maire sont élus.", "g"), ("Il a été prévenus par le secrétariat.", "p"), ("Une comune de montagne.", "spelling"),
    ("Que faire ? Appelez.", "nbsp"),
])
def test_grammalecte_sees_what_it_must(text, rule):
    assert any(remark.rule.startswith(rule) or rule in remark.rule for remark in remarks([text])), remarks([text])
