"""Each commune: its own name, its own units, its own numbers, on its page, its twin and its bulletin."""

import re

from judges.html_page import TELEPHONE, HTMLPage
from judges.table import read_units
from judges.tree import few


def test_each_commune_has_its_page_its_twin_and_its_bulletin(public, communes):
    assert len(communes) == 279, "the example is the Haute-Savoie of 2026: 279 communes"
    for kind, pattern in {
        "pages": "communes/*/index.html", "twins": "communes/*/bulletin-2026-11/index.html",
        "bulletins": "communes/*/bulletin-2026-11.pdf",
    }.items():
        found = sorted(path.relative_to(public).parts[1][:5] for path in public.glob(pattern))
        assert found == sorted(commune.code for commune in communes), f"{kind} do not stand one for each commune"


def test_the_table_gives_the_article_that_the_name_shows(communes):
    written = {"Le ": "2", "La ": "3", "Les ": "4", "L’": "5"}
    faults = []
    for commune in communes:
        shown = next((code for start, code in written.items() if commune.name.startswith(start)), None)
        if shown is None and commune.name[0] not in "HY":  # mute or not: the name does not show it
            shown = "1" if commune.name[0] in "AEIOUÀÂÉÈÊÎÔŒ" else "0"
        if shown is not None and shown != commune.article:
            faults.append(f"{commune.code} {commune.name}: article {commune.article}, {shown} was expected")
    assert not faults, "communes.csv, column « article »:" + few(faults)


def test_names_and_their_articles_are_right_everywhere(communes, commune_pages, twins, bulletins):
    faults = []
    for commune, bulletin in zip(communes, bulletins):
        page, twin = commune_pages[commune.code], twins[commune.code]
        phrase = f"commune {commune.of_name}"
        heading = HTMLPage.text_of(page.one("//h1"))
        if heading != commune.name:
            faults.append(f"{page.path}: headed « {heading} », not « {commune.name} »")
        heading = HTMLPage.text_of(twin.one("//h1"))
        if heading != f"C{phrase[1:]}":
            faults.append(f"{twin.path}: headed « {heading} », not « C{phrase[1:]} »")
        for place, text in {page.path: page.text, twin.path: twin.text, bulletin.file.name: bulletin.text}.items():
            if not re.search(rf"{re.escape(phrase)}(?![\w-])", text, re.IGNORECASE):
                faults.append(f"{place}: « {phrase} » is nowhere (code {commune.code})")
        for number, text in enumerate(bulletin.pages, 1):
            if f"Commune {commune.of_name}" not in text:
                faults.append(f"{bulletin.file}: page {number} is not headed « Commune {commune.of_name} »")
    assert not faults, "names of communes:" + few(faults)


def test_no_other_commune_is_called_ours(communes, commune_pages, twins, bulletins):
    """« commune de … » names the page's own commune, never a neighbour whose work was mixed with it."""
    phrases = sorted((f"commune {commune.of_name}" for commune in communes), key=len, reverse=True)
    anyone = re.compile(rf"({'|'.join(map(re.escape, phrases))})(?![\w-])", re.IGNORECASE)
    faults = []
    for commune, bulletin in zip(communes, bulletins):
        own = f"commune {commune.of_name}".lower()
        for text, place in (
            (commune_pages[commune.code].text, "page"), (twins[commune.code].text, "twin"),
            (bulletin.text, "bulletin"),
        ):
            faults += [
                f"{commune.code} {commune.name}, {place}: speaks of « {found} »"
                for found in set(anyone.findall(text)) if found.lower() != own
            ]
    assert not faults, "a page speaks of another commune:" + few(faults)


def unjoined(text):
    return re.sub(r"[ -]", "", text)


def cards(page):
    """Name of the unit → its number, from the cards of a page."""
    found = {}
    for card in page.of_class("unit"):
        name = HTMLPage.text_of(card.xpath(".//h3|.//h4")[0])
        links = card.xpath(".//a[starts-with(@href, 'tel:')]")
        found[name] = [(TELEPHONE.findall(HTMLPage.text_of(link)), link.get("href")) for link in links]
    return found


def test_the_numbers_to_call_are_those_of_the_table(communes, commune_pages, twins, bulletins):
    everyones = {unit.telephone for unit in read_units().values()}
    assert all(TELEPHONE.fullmatch(number) for number in everyones), "units.csv: « 04 65 71 12 34 » is the form"
    faults = []
    for commune, bulletin in zip(communes, bulletins):
        assert commune.units, f"{commune.code} {commune.name} has no unit in communes.csv"
        expected = {
            unit.name: [([unit.telephone], "tel:+33" + unit.telephone.replace(" ", "")[1:])] for unit in commune.units
        }
        own = {unit.telephone for unit in commune.units}
        for page in (commune_pages[commune.code], twins[commune.code]):
            if cards(page) != expected:
                faults.append(f"{page.path}: shows {cards(page)} instead of {expected}")
            strangers = set(TELEPHONE.findall(page.text)) & everyones - own
            if strangers:
                faults.append(f"{page.path}: shows {strangers}, which other communes call")
        shown = set(TELEPHONE.findall(bulletin.pages[0])) & everyones
        if shown != own:
            faults.append(f"{bulletin.file.parent.name}: page 1 of the bulletin shows {shown} instead of {own}")
        if strangers := set(TELEPHONE.findall(bulletin.text)) & everyones - own:
            faults.append(f"{bulletin.file.parent.name}: the bulletin shows {strangers}, which other communes call")
        for unit in commune.units:
            # Where a line ends at a name's own hyphen, Poppler takes it for one of typesetting.
            if unjoined(unit.name) not in unjoined(bulletin.pages[0]):
                faults.append(f"{bulletin.file.parent.name}: page 1 of the bulletin lacks « {unit.name} »")
    assert not faults, "telephone numbers:" + few(faults)


def test_where_only_the_police_is_competent_nobody_reads_your_brigade(communes, commune_pages, twins, bulletins):
    police = [(commune, bulletin) for commune, bulletin in zip(communes, bulletins) if commune.is_police_only]
    assert len(police) == 12, "12 communes of the table have a commissariat only"
    faults = []
    for commune, bulletin in police:
        for text, place in (
            (commune_pages[commune.code].text, "page"), (twins[commune.code].text, "twin"),
            (bulletin.text, "bulletin"),
        ):
            for found in re.finditer(r"votre brigade", text, re.IGNORECASE):
                around = text[max(0, found.start() - 40):found.end() + 40]
                faults.append(f"{commune.code} {commune.name}, {place}: « …{around}… »")
    assert not faults, "a commune of the police alone reads « votre brigade »:" + few(faults)


def test_annecy_shows_the_brigade_and_the_commissariat(commune_pages, twins, bulletins):
    names = {"Brigade de gendarmerie d’Annecy-Meythet", "Commissariat de police d’Annecy"}
    assert set(cards(commune_pages["74010"])) == names, "Annecy's page: two services are competent"
    assert set(cards(twins["74010"])) == names, "Annecy's twin: two services are competent"
    bulletin = next(bulletin for bulletin in bulletins if bulletin.commune.code == "74010")
    assert all(unjoined(name) in unjoined(bulletin.pages[0]) for name in names), "Annecy's bulletin: two services are competent"
