"""The text that a reader sees in a page, and where its links lead: what both programs must agree on.

Every difference that the comparison forgives is in this file, and nowhere else:

- spaces: a no-break space counts as a space, runs of spaces as one (French typography places them);
- apostrophes: ' counts as ’ (French typography curls them);
- what is hidden from sight (`visually-hidden`), scripts, styles and pictures are not text;
- an inline tag holds no space, any other tag does;
- links within the page (tables of contents apart), of telephones, of mail and to other sites do not show where
  they lead; links to other pages of the site do, anchors included.
"""

import html
import re

INLINE = "a|abbr|b|bdi|cite|code|del|em|i|kbd|label|mark|q|small|span|strong|sub|sup|time|u|wbr"
UNSEEN = re.compile(
    r"<!--.*?-->|<(script|style|svg|template)\b.*?</\1>|<(span|h2|h3|p)\b[^>]*\bvisually-hidden\b[^>]*>.*?</\2>", re.S)
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"]*)"[^>]*>')
INLINE_TAG = re.compile(rf"</?(?:{INLINE})\b[^>]*>")
TAG = re.compile(r"<[^>]+>")
HEAD = re.compile(r"^.*?(<title>.*?</title>).*?<body[^>]*>", re.S)


def seen(page: str) -> str:
    """Title and body of a page as one line of words and link targets."""
    page = HEAD.sub(r"\1\n", page, count=1)
    page = UNSEEN.sub("", page)
    page = LINK.sub(r" [\1] ", page)
    page = INLINE_TAG.sub("", page)
    page = html.unescape(TAG.sub(" ", page))
    return " ".join(page.replace("'", "’").split())


def first_difference(ours: str, theirs: str, width=60) -> str:
    """The place where two texts part, with what stands around it."""
    place = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    start = max(0, place - width)
    return f"…{ours[start:place + width]}…\n  against\n…{theirs[start:place + width]}…"
