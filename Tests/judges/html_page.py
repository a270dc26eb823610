"""A page of the portal, read by libxml2."""

import re
from functools import cached_property
from pathlib import Path

from lxml import html

SPACES = re.compile(r"\s+")
TELEPHONE = re.compile(r"(?<!\d)0\d(?: \d\d){4}(?!\d)")
UNSEEN = ("script", "style", "template", "noscript")


def plain(text: str) -> str:
    """One line, all kinds of spaces as one: what a reader would say the text is."""
    return SPACES.sub(" ", text).strip()


class HTMLPage:
    def __init__(self, root: Path, file: Path):
        self.root = root
        self.file = file
        self.path = str(file.relative_to(root))
        self.source = file.read_text("utf-8")

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.source.encode(), parser=html.HTMLParser(encoding="utf-8"))

    @property
    def route(self) -> str:
        """`/communes/` of `communes/index.html`."""
        return "/" + self.path.removesuffix("index.html")

    @property
    def is_error_page(self) -> bool:
        return self.path == "404.html"

    @property
    def is_of_content(self) -> bool:
        """Neither the page of errors nor the one shown without network: both stand for others."""
        return self.path not in ("404.html", "hors-ligne/index.html")

    def elements(self, path: str) -> list[html.HtmlElement]:
        return self.tree.xpath(path)

    def one(self, path: str) -> html.HtmlElement:
        found = self.elements(path)
        assert len(found) == 1, f"{self.path}: {len(found)} elements answer to {path}, one was expected"
        return found[0]

    def of_class(self, name: str) -> list[html.HtmlElement]:
        return self.elements(f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")

    @cached_property
    def text(self) -> str:
        """The text that a reader meets; what is `hidden` is not."""
        return self.text_of(self.tree.body)

    @staticmethod
    def text_of(element: html.HtmlElement) -> str:
        pieces: list[str] = []

        def walk(node: html.HtmlElement) -> None:
            if not isinstance(node.tag, str) or node.tag in UNSEEN or node.get("hidden") is not None:
                return
            pieces.append(node.text or "")
            for child in node:
                walk(child)
                pieces.append(child.tail or "")
            if node.tag not in ("a", "b", "strong", "em", "span", "time", "sup", "code", "abbr"):
                pieces.append(" ")

        walk(element)
        return plain("".join(pieces))

    @cached_property
    def ids(self) -> list[str]:
        return self.tree.xpath("//@id")

    @cached_property
    def title(self) -> str:
        return plain(self.tree.findtext(".//title") or "")
