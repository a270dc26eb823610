"""Pages of docs/messages: their parts, and their examples laid over a site.

A fence says what it is where it can be run: `markdown guide` is the whole guide of Tests/Fixtures/base, `markdown texte`
its last paragraph, `yaml en-tête` its front matter, `yaml réponse` is added to it, `yaml faits` to facts.yml, `yaml
source` replaces one of feeds.yml, `yaml clés de content/site.yml` replaces these keys, `csv content/feeds/units.csv` is
that file.
"""

import re
from pathlib import Path

from judges.program import ROOT

PAGES = {file.stem: file.read_text("utf-8") for file in sorted((ROOT / "docs/messages").glob("*.md"))}
BASE = ROOT / "Tests/Fixtures/base"
GUIDE = "content/guides/elus/menaces.md"
FENCE = re.compile(r"^```.*?^```$", re.M | re.S)


def parts(name: str) -> dict[str, str]:
    """Heading → what stands below it, in order; a « ## » of an example is no heading."""
    hidden = FENCE.sub(lambda fence: fence[0].replace("## ", "\0"), PAGES[name])
    found = re.split(r"^## (.+)\n", hidden, flags=re.M)
    return {title: text.replace("\0", "## ") for title, text in zip(found[1::2], found[2::2])}


def examples(text: str) -> dict[str, str]:
    """What each fence that can be run is (the words after its language), and its lines."""
    found = re.findall(r"^```[a-z]+ ([^\n]+)\n(.*?)^```$", text, flags=re.M | re.S)
    assert len({what for what, _ in found}) == len(found), "two fences are the same file"
    return dict(found)


def shown(name: str) -> list[str]:
    """The fixtures whose message the page shows."""
    return re.findall(r"^<!-- message: (\S+) -->$", PAGES[name], flags=re.M)


def put(folder: Path, what: str, text: str) -> None:
    """Writes an example where it belongs."""
    base = (BASE / GUIDE).read_text("utf-8")
    file = folder / what
    if what == "guide":
        file = folder / GUIDE
    elif what == "texte":
        file, text = folder / GUIDE, base.replace("Rangez-les.\n", text)
    elif what == "en-tête":
        file, text = folder / GUIDE, re.sub("(?s)^---\n.*?\n---\n", lambda _: text, base)
    elif what == "faits":
        file, text = folder / "content/facts.yml", (BASE / "content/facts.yml").read_text("utf-8") + text
    elif what == "réponse":
        # To the alert that the page is about, else to the guide.
        file = next(iter(sorted(folder.glob("content/alerts/*.md"))), folder / GUIDE)
        text = file.read_text("utf-8").replace("\n---\n", f"\n{text}---\n", 1)
    elif what == "source":
        file = folder / "content/feeds/feeds.yml"
        first = text.splitlines()[0]
        text = re.sub(rf"(?m)^{first}\n(?: {{4}}.*\n)*", lambda _: text, file.read_text("utf-8"))
    elif what.startswith("clés de "):
        file = folder / what.removeprefix("clés de ")
        settings = file.read_text("utf-8")
        for block, key in re.findall(r"(?m)^((\w+):.*\n(?:[ ].*\n)*)", text):
            settings, count = re.subn(rf"(?m)^{key}:.*\n(?:[ ].*\n)*", lambda _: block, settings)
            assert count, f"{file} has no key « {key} »"
        text = settings
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def anchors(file: Path) -> set[str]:
    """What a link may name after « # », as a forge makes it of a heading."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", file.read_text("utf-8")), flags=re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
