"""French judged by Grammalecte, a checker of spelling, grammar and typography that we did not write."""

import json
import re
import subprocess
import tempfile
from dataclasses import dataclass

from lxml import html

# Each holds a text of its own, whatever stands in it.
BLOCKS = {
    "address", "article", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "header", "label", "legend", "li", "main", "ol", "p", "section", "summary", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}
UNREAD = {"button", "code", "nav", "pre", "script", "select", "style", "svg", "template", "textarea"}
# A text to paste keeps plain apostrophes and spaces: a text message has no others.
PLAIN = ("apos", "nbsp", "num", "unit")


@dataclass(frozen=True)
class Remark:
    """What Grammalecte says of a few words."""

    words: str
    """They alone, as printed."""
    rule: str
    """Grammalecte's own name of its rule; `spelling` for a word that its dictionary has not."""
    message: str
    paragraph: str


def named(text: str) -> str:
    """A mailbox and a page's address are names like others."""
    return re.sub(r"\S+@\S+\w|\b(?:[\w-]+\.)+fr/\S*\w", "X", text)


def paragraphs(element: html.HtmlElement) -> list[str]:
    """The texts below an element, one a block, in reading order; no-break spaces are kept."""
    found: list[str] = []
    pieces: list[str] = []

    def close() -> None:
        text = named(re.sub(r"[ \t\r\n]+", " ", "".join(pieces))).strip(" ")
        pieces.clear()
        if re.search(r"[^\W\d_]", text):
            found.append(text)

    def walk(node: html.HtmlElement) -> None:
        if not isinstance(node.tag, str) or node.tag in UNREAD or node.get("hidden") is not None:
            return
        apart = node.tag in BLOCKS or node.tag == "br"
        if apart:
            close()
        pieces.append(node.text or "")
        for child in node:
            walk(child)
            pieces.append(child.tail or "")
        if apart:
            close()

    walk(element)
    close()
    return found


def texts_to_paste(element: html.HtmlElement) -> list[str]:
    """The lines of the texts below an element that are there to be copied, but for those that are code."""
    return [
        named(line.strip()) for area in element.iter("textarea") if area.get("data-copy") is not None and area.get("id") != "encart-code"
        for line in (area.text or "").splitlines() if line.strip()
    ]


def remarks(texts: list[str], plain: bool = False) -> list[Remark]:
    """What Grammalecte finds in them, read in one run."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write("".join(f"{text}\n" for text in texts))
        file.flush()
        options = ["--opt_off", *PLAIN] if plain else []
        done = subprocess.run(
            ["grammalecte-cli", "--json", "--only_when_errors", "--file", file.name, *options],
            capture_output=True, text=True, check=True)
    found: list[Remark] = []
    for paragraph in json.loads(done.stdout)["data"]:
        text = texts[paragraph["iParagraph"] - 1]
        for error in paragraph["lGrammarErrors"]:
            found.append(Remark(text[error["nStart"]:error["nEnd"]], error["sRuleId"], error["sMessage"], text))
        for error in paragraph["lSpellingErrors"]:
            found.append(Remark(error["sValue"], "spelling", "mot inconnu", text))
    return found
