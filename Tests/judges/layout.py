"""Whether the text of a bulletin stands where it can be read and printed."""

from pathlib import Path

import pypdf

from judges.bulletin import Bulletin

MILLIMETRE = 72 / 25.4
# What an office printer leaves white.
SAFE = 8 * MILLIMETRE
# Poppler's boxes hold the font's highest accent and lowest stroke, which the text itself does not reach.
AROUND = 2


def outside(bulletin: Bulletin, margin: float = SAFE) -> list[str]:
    """Words that are not wholly inside the page minus `margin`, in points; the watermark may be cut."""
    return [
        f"page {number}, « {word.text} » at {word.left:.0f}–{word.right:.0f} × {word.top:.0f}–{word.bottom:.0f}"
        for number, side in enumerate(bulletin.sides, 1) for word in side.words
        if not word.is_of_the_watermark and (
            word.left < margin - AROUND or word.top < margin - AROUND or word.right > side.width - margin + AROUND
            or word.bottom > side.height - margin + AROUND)
    ]


def covered(bulletin: Bulletin) -> list[str]:
    """Pairs of words that lie one over the other."""
    faults = []
    for number, side in enumerate(bulletin.sides, 1):
        words = sorted((word for word in side.words if not word.is_of_the_watermark), key=lambda word: word.top)
        for place, word in enumerate(words):
            for other in words[place + 1:]:
                if other.top >= word.bottom:
                    break
                wide = min(word.right, other.right) - max(word.left, other.left)
                high = min(word.bottom, other.bottom) - other.top
                if wide > 1 and high > 0.5 * min(word.height, other.height):
                    faults.append(f"page {number}, « {word.text} » and « {other.text} »")
    return faults


def sizes(file: Path) -> list[tuple[float, str, str]]:
    """Size on paper in points, font and text of each run."""
    found = []
    for page in pypdf.PdfReader(file).pages:

        def visit(text, cm, tm, font, size):
            if font is None or not text.strip():
                return
            matrix = pypdf._text_extraction.mult(tm, cm)
            tall = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
            found.append((round(size * tall, 2), str(font["/BaseFont"]).split("+")[-1], text.strip()))

        page.extract_text(visitor_text=visit)
    return found


def too_small(file: Path) -> list[str]:
    """Running text under 10 pt, anything else under 8 pt."""
    faults = []
    for size, font, text in sizes(file):
        least = 10 if "Serif" in font else 8
        if size < least - 0.01:
            faults.append(f"{size} pt, {least} at least, {font}: « {text[:60]} »")
    return faults
