"""The 279 bulletins and their pages: the page has all that the paper says, in the order in which the paper says it."""

import re
from concurrent.futures import ThreadPoolExecutor

from judges.html_page import HTMLPage
from judges.reading_order import blocks_of
from judges.tree import few

# Where paper sends to what the page itself holds.
POINTER = re.compile(r"^(Le guide complet|En ligne|Que faire) : ?\S+/")
# What the page says otherwise, because it is read on a screen.
REWORDED = {"À lire en ligne": "À lire aussi", "Votre brigade": "", "Votre commissariat": "", "EXEMPLE : NE PAS DIFFUSER": ""}
ADDRESS = re.compile(r" \(\S+\.fr/\S+\)\.?$")
FREE_SPACE = "Espace de la mairie"
# Of these sections the page has each clause, in fields; of the others, each paragraph as it stands.
IN_FIELDS = {
    "", "Vos contacts", "Prochains rendez-vous", "Vous avez dit, nous avons fait", "Délinquance enregistrée",
    "Sources et dates",
}
DAYS = re.compile(r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|fériés|fermé|\d+ h(?: \d\d)?")


def letters(text: str) -> str:
    """Letters and digits alone: lines, hyphens and fields part words in many ways."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def clauses(text: str) -> list[str]:
    if text.startswith("Accueil"):
        return DAYS.findall(text.replace("\u00a0", " ").replace("\u202f", " "))
    if text.startswith("Communes voisines"):
        return re.split(r" : |, | et ", text)
    return [clause for clause in re.split(r"[;:!?()—]|[,.](?!\d)", text) if clause.strip()]


def pieces(paragraph: str) -> list[str]:
    """The whole, but for a sentence whose link is printed with its address: its words, for Poppler skips some there."""
    if not ADDRESS.search(paragraph):
        return [paragraph]
    *sentences, linked = ADDRESS.sub("", paragraph).split(". ")
    return sentences + linked.split()


def sections_of(blocks) -> list[tuple[str, list[str]]]:
    """Title → paragraphs, subtitles among them; what precedes the first title has none."""
    sections = [("", [])]
    for block in blocks:
        text = REWORDED.get(block.text, block.text)
        if not text or POINTER.match(text):
            continue
        if block.role == "H1":
            sections.append((text, []))
        else:
            sections[-1][1].append(text)
    return [section for section in sections if section[0] != FREE_SPACE]


def differences(file, page: HTMLPage) -> list[str]:
    """What the paper says and the page does not, or not there."""
    main = page.one("//main")
    title = letters(page.text_of(page.one("//h1")))
    headings = [letters(page.text_of(node)) for node in main.iter("h2", "h3", "h4")]
    text = letters(page.text)
    sections = sections_of(blocks_of(file))
    found = []
    # Each title with its place among the headings, each after the one before.
    places = []
    start = 0
    for name, _ in sections[1:]:
        if letters(name) not in headings[start:]:
            found.append(f"« {name} » is not a title of the page after the titles before it")
            return found
        start = headings.index(letters(name), start) + 1
        places.append(start - 1)
    # The page's text from each title to the next one of the paper.
    parts = [text]
    rest = letters(page.text_of(main))
    cuts, at, next_ = [], 0, 0
    for place, heading in enumerate(headings):
        at = rest.index(heading, at)
        if place in places:
            cuts.append(at)
        at += len(heading)
    # A section's line above its title belongs to it.
    parts += [rest[max(0, cut - 60):end] for cut, end in zip(cuts, cuts[1:] + [len(rest)])]
    assert title in text
    for (name, paragraphs), part in zip(sections, parts):
        for paragraph in paragraphs:
            fields = name in IN_FIELDS or name.startswith(("Mairie", "Alerte", "Élus"))
            for piece in clauses(paragraph) if fields else pieces(paragraph):
                if letters(piece) not in part:
                    found.append(f"« {name} » lacks « {piece.strip()} »")
    return found


def test_each_page_says_what_its_bulletin_says_in_its_order(bulletins, twins):
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda bulletin: differences(bulletin.file, twins[bulletin.commune.code]), bulletins))
    faults = [f"{bulletin.name}: {fault}" for bulletin, faults in zip(bulletins, found) for fault in faults]
    assert not faults, "on paper and not on the page, or not there:" + few(faults)


def test_a_page_that_lacks_a_paragraph_or_moves_a_section_is_told(bulletins, twins, tmp_path):
    """The judge itself: of a page whose brief is gone, and of one whose référents come first."""
    bulletin = next(bulletin for bulletin in bulletins if bulletin.commune.code == "74010")
    source = twins["74010"].source
    for old, new, told in (
        ("Venez sans rendez-vous", "Venez", "lacks"), ('id="contacts-titre">Vos contacts', 'id="contacts-titre">Qui', "Vos contacts"),
    ):
        assert old in source
        file = tmp_path / "index.html"
        file.write_text(source.replace(old, new), "utf-8")
        assert any(told in fault for fault in differences(bulletin.file, HTMLPage(tmp_path, file)))
