"""What both sites of a work share: settings, facts, free pages; and how they are written to disk.

The département « 99 » does not exist. Telephone numbers come from the ranges that ARCEP keeps for fiction.
"""

import json
from pathlib import Path

from words import Words, capitalised

TODAY = "2026-11-24"
BASE_URL = "https://banc.exemple.fr/"
NOTICE = "EXEMPLE : NE PAS DIFFUSER"
TITLE = "Portail du banc d'essai"
DEPARTEMENT = {"name": "Exemple-et-Loire", "locative": "en Exemple-et-Loire", "genitive": "d'Exemple-et-Loire"}
PUBLISHER = {
    "name": "Préfecture d'Exemple-et-Loire (exemple)",
    "address": "1 place de l'Exemple, 99000 Exemple (adresse fictive)",
    "telephone": "04 65 71 00 00",
    "email": "portail@prefecture.exemple.fr",
    "director": "Le préfet d'Exemple-et-Loire (exemple)",
    "host": {
        "name": "Hébergeur d'exemple", "address": "2 rue de l'Exemple, 99000 Exemple (adresse fictive)",
        "telephone": "04 65 71 00 02",
    },
}
THEMES = [
    {"id": "elus", "title": "Élus", "summary": "Être en contact avec la gendarmerie et faire valoir ses droits."},
    {"id": "environnement", "title": "Environnement", "summary": "Les gestes et les pouvoirs du maire."},
    {"id": "cybersecurite", "title": "Cybersécurité", "summary": "Reconnaître une arnaque, réagir dans l'ordre."},
    {"id": "vie-quotidienne", "title": "Vie quotidienne", "summary": "L'accueil, les travaux, les fêtes, la route."},
]
EMERGENCY = ["17", "112", "114"]
# Crieur makes them from the settings, Hugo from texts of the same length as any page's: they are not compared.
LEGAL = [
    ("mentions-legales", "Mentions légales"),
    ("donnees-personnelles", "Données personnelles"),
    ("accessibilite", "Accessibilité : non conforme"),
    ("sources-et-licences", "Sources et licences"),
    ("eco-conception", "Éco-conception"),
]
FREE_PAGES = [("a-propos", "À propos de ce banc d'essai")]


def day(number):
    """A date of 2026; never the first of a month, which is written « 1er »."""
    return f"2026-{number % 9 + 1:02d}-{number % 27 + 2:02d}"


def french_day(iso):
    months = ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre").split()
    return f"{int(iso[8:])} {months[int(iso[5:7]) - 1]} {iso[:4]}"


def facts():
    """The registry that guides cite: emergency numbers and forty invented entries."""
    entries = [
        {"id": "17", "kind": "telephone", "value": "17", "label": "Gendarmerie ou police, en urgence"},
        {"id": "112", "kind": "telephone", "value": "112", "label": "Numéro d'urgence européen"},
        {"id": "114", "kind": "telephone", "value": "114", "label": "Urgence par SMS"},
    ]
    for number in range(40):
        words = Words(f"fact {number}")
        kind = ("telephone", "amount", "delay", "law")[number % 4]
        value = {
            "telephone": f"04 65 71 {10 + number:02d} {20 + number:02d}",
            "amount": f"{number + 2} 500 €",
            "delay": f"{number + 2} jours",
            "law": f"article {100 + number} du code d'exemple",
        }[kind]
        entry = {"id": f"fait-{number:02d}", "kind": kind, "value": value, "label": capitalised(words.clause())}
        if kind != "telephone":
            entry["reference"] = f"article {100 + number} du code d'exemple"
        entries.append(entry)
    for number, entry in enumerate(entries):
        entry["source"] = f"Recueil d'exemple, fiche {number + 1}"
        entry["source_url"] = f"https://recueil.exemple.fr/fiche-{number + 1}"
        entry["checked"] = day(number)
    return entries


def quoted(text):
    """A YAML double-quoted scalar, or a mapping of them."""
    return json.dumps(text, ensure_ascii=False)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_crieur_settings(root: Path, code="99"):
    """`site.yml`, `facts.yml` and the free pages of the project's own layout."""
    lines = [f"title: {quoted(TITLE)}", "departement:", f"  code: {quoted(code)}"]
    lines += [f"  {key}: {quoted(value)}" for key, value in DEPARTEMENT.items()]
    lines += ["publisher:"] + [f"  {key}: {quoted(value)}" for key, value in PUBLISHER.items()]
    lines += [f"base_url: {BASE_URL}", "security: {contact: \"mailto:securite@exemple.fr\", expires: 2027-11-20}", "timezone: Europe/Paris", "demonstration: true", "themes:"]
    for theme in THEMES:
        lines += [f"  - id: {theme['id']}", f"    title: {quoted(theme['title'])}",
                  f"    summary: {quoted(theme['summary'])}"]
    lines.append("emergency: [" + ", ".join(quoted(number) for number in EMERGENCY) + "]")
    write(root / "site.yml", "\n".join(lines) + "\n")

    lines = ["facts:"]
    for entry in facts():
        for place, (key, value) in enumerate(entry.items()):
            text = value if key == "checked" else quoted(value)
            lines.append(f"  {'-' if place == 0 else ' '} {key}: {text}")
    write(root / "facts.yml", "\n".join(lines) + "\n")
    for slug, title in FREE_PAGES:
        write(root / "pages" / f"{slug}.md", free_page(slug, title))


def free_page(slug, title):
    words = Words(f"page {slug}")
    return (f"---\ntitle: {quoted(title)}\nsummary: {quoted(words.sentence())}\nupdated: {TODAY}\n---\n\n"
            f"{words.sentences(4)}\n\n## Détails\n\n{words.sentences(6)}\n")


def write_hugo_settings(root: Path, templates: Path, feeds=()):
    """Configuration and layouts as they stand in `Tests/Benchmarks/hugo`, with the same data as Crieur's."""
    import shutil

    shutil.copytree(templates, root, dirs_exist_ok=True)
    site = {
        "title": TITLE, "departement": DEPARTEMENT, "publisher": PUBLISHER, "notice": NOTICE,
        "emergency": EMERGENCY, "themes": THEMES, "feeds": list(feeds),
        "pages": [{"slug": slug, "title": title} for slug, title in FREE_PAGES],
        "legal": [{"slug": slug, "title": title} for slug, title in LEGAL],
    }
    write(root / "data" / "portal.json", json.dumps(site, ensure_ascii=False, indent=1))
    table = {entry["id"]: dict(entry, href=dialled(entry)) for entry in facts()}
    write(root / "data" / "facts.json", json.dumps(table, ensure_ascii=False, indent=1))
    for slug, title in FREE_PAGES + LEGAL:
        write(root / "content" / f"{slug}.md", free_page(slug, title))
    write(root / "content" / "guides" / "_index.md", "---\ntitle: Guides\n---\n")
    for place, theme in enumerate(THEMES):
        write(root / "content" / "guides" / theme["id"] / "_index.md",
              f"---\ntitle: {quoted(theme['title'])}\nsummary: {quoted(theme['summary'])}\nweight: {place + 1}\n---\n")


def dialled(entry):
    """The address that calls a fact's number; empty for other facts."""
    if entry["kind"] != "telephone":
        return ""
    digits = entry["value"].replace(" ", "")
    return f"tel:+33{digits[1:]}" if len(digits) == 10 else f"tel:{digits}"
