"""Work 2: a page per commune, from a table; and the one commune that a site of guides needs."""

from pathlib import Path

import corpus
from corpus import quoted
from words import Words, capitalised

COUNT = 34_900
UNITS_PER = 11
GUIDES = 40
COUNTRY = "FR"

STARTS = ["Val", "Mont", "Roche", "Bel", "Clair", "Haut", "Puy", "Font", "Grand", "Ser", "Bois", "Champ", "Ville",
          "Pré", "Aube", "Orme", "Épine", "Ain", "Our", "Isle"]
MIDDLES = ["fleuri", "neuf", "mont", "court", "bourg", "val", "sac", "lieu", "vert", "ric", "gny", "lles", "sure",
           "champ", "rive", "fort", "dré", "vigne", "lac", "noix"]
ENDS = ["", "-le-Haut", "-le-Bas", "-sur-Aigue", "-en-Plaine", "-les-Bains", "-la-Forêt", "-sous-Bois", "-d'Amont",
        "-et-Marnes"]
ARTICLES = [(2, "Le "), (3, "La "), (4, "Les "), (5, "L'")]
HOURS = ["lundi, mercredi et vendredi de 14 h à 18 h", "mardi et jeudi de 8 h à 12 h",
         "du lundi au samedi de 8 h à 12 h et de 14 h à 18 h", ""]


def code(index):
    """`01001`, `01002`, … `35935`: 999 a prefix, as INSEE's codes go."""
    return f"{index // 999 + 1:02d}{index % 999 + 1:03d}"


def rows(count):
    for index in range(count):
        words = Words(f"commune {index}")
        base = words.pick(STARTS) + words.pick(MIDDLES) + words.pick(ENDS)
        if words.random.random() < 0.12:
            article, prefix = words.pick(ARTICLES)
            vowel = base[0] in "AEIOUÉ"
            if vowel != (article == 5):
                article, prefix = (5, "L'") if vowel else (3, "La ")
        else:
            article, prefix = (1 if base[0] in "AEIOUÉ" else 0), ""
        department = code(index)[:2]
        postal = [f"{department}{words.random.randrange(1, 990):03d}" for _ in range(1 if words.random.random() < .9 else 2)]
        units = [index // UNITS_PER]
        if words.random.random() < 0.02:
            units.append((units[0] + 1) % unit_count(count))
        yield {
            "code": code(index), "name": prefix + base, "article": article, "postal_codes": sorted(set(postal)),
            "population": words.random.randrange(30, 60_000),
            "arrondissement": f"{words.pick(STARTS)}{words.pick(MIDDLES)}", # The gendarmerie comes first, as pages have it.
            "units": [unit_id(unit) for unit in sorted(set(units), key=lambda unit: (is_police(unit), unit))],
        }


def unit_count(count):
    return (count + UNITS_PER - 1) // UNITS_PER


def is_police(index):
    return index % 20 == 19


def unit_id(index):
    return f"9{index + 1:06d}"


def units(count):
    for index in range(unit_count(count)):
        words = Words(f"unit {index}")
        seat = words.pick(STARTS) + words.pick(MIDDLES)
        police = is_police(index)
        of = "d'" if seat[0] in "AEIOUÉ" else "de "
        yield {
            "id": unit_id(index), "institution": "PN" if police else "GN",
            "name": f"{'Commissariat de police' if police else 'Brigade de gendarmerie'} {of}{seat}",
            "telephone": f"04 65 71 {index // 100 % 100:02d} {index % 100:02d}" if index % 9 else "",
            "address": f"{index % 80 + 1} rue de l'Exemple, {seat}", "hours": words.pick(HOURS),
        }


FEEDS = [
    {"id": "communes", "file": "communes.csv", "format": "communes", "title": "Communes du banc d'essai",
     "producer": "table inventée pour la mesure", "licence": "Licence Ouverte 2.0",
     "vintage": "communes de 2026, populations légales 2023"},
    {"id": "units", "file": "units.csv", "format": "units", "title": "Services du banc d'essai",
     "producer": "table inventée pour la mesure", "licence": "Licence Ouverte 2.0", "vintage": "2026"},
]


def cell(value):
    text = str(value)
    return '"' + text.replace('"', '""') + '"' if "," in text else text


def write_feeds(root: Path, communes, services):
    """`feeds.yml`, `communes.csv` and `units.csv`."""
    lines = ["feeds:"]
    for feed in FEEDS:
        for place, (key, value) in enumerate(feed.items()):
            lines.append(f"  {'-' if place == 0 else ' '} {key}: {quoted(value)}")
        lines += [f"    retrieved: {corpus.TODAY}", "    nature: demonstration"]
    corpus.write(root / "feeds" / "feeds.yml", "\n".join(lines) + "\n")
    table = ["code,name,article,postal_codes,population,arrondissement,units"]
    for row in communes:
        cells = dict(row, postal_codes="-".join(row["postal_codes"]), units=" ".join(row["units"]))
        table.append(",".join(cell(value) for value in cells.values()))
    corpus.write(root / "feeds" / "communes.csv", "\n".join(table) + "\n")
    table = ["id,institution,name,telephone,address,hours"]
    table += [",".join(cell(value) for value in unit.values()) for unit in services]
    corpus.write(root / "feeds" / "units.csv", "\n".join(table) + "\n")


def write_single(root: Path):
    """A site of guides still has one commune."""
    commune = dict(next(rows(1)), code="99001", postal_codes=["99000"])
    write_feeds(root, [commune], units(1))


def write_crieur(root: Path, count: int):
    """Its guides are few: they fill the list at the foot of each commune's page."""
    import guides

    corpus.write_crieur_settings(root, code=COUNTRY)
    write_feeds(root, rows(count), units(count))
    guides.write_guides(root / "guides", GUIDES, "order", lambda identifier: f":fact[{identifier}]")


def write_hugo(root: Path, templates: Path, count: int):
    """The same tables, read by Hugo itself."""
    import guides

    corpus.write_hugo_settings(root, templates, feeds=FEEDS)
    guides.write_guides(
        root / "content" / "guides", GUIDES, "weight", lambda identifier: f'{{{{< fact "{identifier}" >}}}}')
    write_feeds(root / "assets", rows(count), units(count))
    for name in ("communes.csv", "units.csv"):
        (root / "assets" / "feeds" / name).rename(root / "assets" / name)
    corpus.write(root / "content" / "communes" / "_index.md", "---\ntitle: Communes\n---\n")
    adapter = root / "communes.gotmpl"
    adapter.rename(root / "content" / "communes" / "_content.gotmpl")
