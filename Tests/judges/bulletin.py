"""A bulletin, read by Poppler and by qpdf's library."""

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

import pikepdf

from judges.html_page import plain
from judges.table import Commune


def output_of(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, f"{' '.join(command)}: status {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def is_of_the_watermark(self) -> bool:
        """A few of its letters: turned, they are boxed far wider than any upright text."""
        return self.right - self.left > 20 * len(self.text)


@dataclass(frozen=True)
class SheetSide:
    """One page of a bulletin: its size and its words, in points from the top left."""

    width: float
    height: float
    words: list[Word]


@dataclass
class Bulletin:
    commune: Commune
    file: Path

    @property
    def name(self) -> str:
        return f"{self.commune.code} {self.commune.name}"

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, in reading order; the watermark's letters stand apart."""
        return [plain(page) for page in output_of("pdftotext", str(self.file), "-").split("\f")[:-1]]

    @property
    def text(self) -> str:
        return " ".join(self.pages)

    @cached_property
    def sides(self) -> list[SheetSide]:
        xml = output_of("pdftotext", "-bbox", str(self.file), "-")
        space = "{http://www.w3.org/1999/xhtml}"
        sides = []
        for page in ElementTree.fromstring(xml).iter(f"{space}page"):
            words = [
                Word(
                    word.text or "", float(word.get("xMin")), float(word.get("yMin")), float(word.get("xMax")),
                    float(word.get("yMax")))
                for word in page.iter(f"{space}word")
            ]
            sides.append(SheetSide(float(page.get("width")), float(page.get("height")), words))
        return sides

    @cached_property
    def fonts(self) -> list[tuple[str, str, str]]:
        """Name, « embedded » and « has a table to Unicode » of each font, as pdffonts has them."""
        rows = output_of("pdffonts", str(self.file)).splitlines()[2:]
        found = []
        for row in rows:
            match = re.match(r"(\S+)\s+.*?\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", row)
            assert match, f"{self.name}: pdffonts says something new: « {row} »"
            found.append((match[1], match[2], match[4]))
        return found

    @cached_property
    def particulars(self) -> dict[str, object]:
        with pikepdf.open(self.file) as pdf:
            with pdf.open_metadata() as metadata:
                return {
                    "title": str(pdf.docinfo.get("/Title", "")), "xmp title": metadata.get("dc:title"),
                    "lang": str(pdf.Root.get("/Lang", "")),
                    "shows title": bool(pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
                    "marked": bool(pdf.Root.get("/MarkInfo", {}).get("/Marked", False)),
                }
