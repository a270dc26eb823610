"""A département whose every text tries to be something else: markup, a template, a script, the end of what holds it.

Made in a folder from the smallest fixture, with the project's own templates. `CELL` is what feeds may hold too; what is
refused there, markup above all, editors may still write: `MARKUP`.
"""

import csv
import shutil
from pathlib import Path

from judges.program import ROOT, Project

# A quote below an accent is one character to some programs and two to a browser.
CELL = (
    """M"onload="__pwned=1 'onerror='__pwned=2' a"\u0301 onfocus=__pwned=3 autofocus {{site.title}} {{{site.title}}} {{>x}} """
    """]]> --> *a* _b_ `c` #let x = 1 $x$ \\u{1} javascript:__pwned=4 < script>__pwned=5< /script> &lt;img&gt; %3Cscript%3E""")
MARKUP = (
    """<script>__pwned=6</script><img src=x onerror=__pwned=7></style></script></title></textarea></iframe>"""
    """<svg onload=__pwned=8><!--<script>]]>""")
TEXT = f"{MARKUP} {CELL}"
# What fits a printed sheet.
SHORT_CELL = """"onload='x' {{{site.title}}} ]]> #let $x$ *a* < script>"""
SHORT_MARKUP = "<script>__pwned=6</script></style>"
# Nothing that a name shows may be one of these.
TRACES = ["__pwned", "onload", "onerror", "onfocus"]


def quoted(text: str) -> str:
    """As a YAML text between single quotes."""
    return "'" + text.replace("'", "''") + "'"


def table(file: Path, rows: list[list[str]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


def page(file: Path, body: str, **fields: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{key}: {value}" for key, value in fields.items()]
    file.write_text("---\n" + "\n".join(lines) + f"\n---\n\n{body}\n", "utf-8")


def body(cell: str, markup: str) -> str:
    return f"""## Titre {cell}

Un paragraphe : \\<script>__pwned=9\\</script> `{markup}` {{{{site.title}}}} {{{{{{site.title}}}}}} ]]> &lt;script&gt;.

```html
{markup}
```

| Qui | Quoi |
|---|---|
| `<script>__pwned=10</script>` | "onload=" |

[Un lien "onclick="__pwned=11](https://exemple.fr/"onclick=__pwned=11?a=%22><b>'x') et
[un autre](mailto:a@exemple.fr?subject=%3Cscript%3E 'titre "onfocus="__pwned=12').

:::model
Modèle `</div><script>__pwned=13</script>`.
:::

Fait :fact[17]. Note[^1].

[^1]: Note "onload=__pwned=14.
"""


def hostile(folder: Path, cell: str = CELL, markup: str = MARKUP) -> Project:
    everything = f"{markup} {cell}"
    shutil.copytree(ROOT / "Tests/Fixtures/base/content", folder / "content")
    shutil.copytree(ROOT / "site-templates", folder / "site-templates")
    content = folder / "content"
    site = content / "site.yml"
    text = site.read_text("utf-8")
    for old in ["Portail d'essai", "Préfecture (exemple)", "Le préfet (exemple)", "1 place de l'Exemple, 74000 Annecy"]:
        text = text.replace(f": {old}\n", f": {quoted(old + ' ' + everything)}\n", 1)
    text = text.replace("name: Haute-Savoie, locative: en Haute-Savoie, genitive: de la Haute-Savoie",
                        f"name: {quoted(everything)}, locative: {quoted('en ' + everything)}, genitive: {quoted('de ' + everything)}")
    text = text.replace("title: Élus, summary: Pour les élus.", f"title: {quoted(everything)}, summary: {quoted(everything)}")
    site.write_text(text, "utf-8")
    table(content / "feeds/communes.csv", [
        ["code", "name", "article", "postal_codes", "population", "arrondissement", "units", "parts"],
        ["74010", f"Annecy {cell}", "1", "74000", "132117", f"Annecy {cell}", "1009192", f"74011 Vieux {cell}"],
        ["74080", cell, "3", "74220", "1758", f"Annecy {cell}", "1009192", ""],
        ["74116", "Eteaux", "1", "74800", "2188", "Bonneville", "1009192", ""],
    ])
    table(content / "feeds/units.csv", [
        ["id", "institution", "name", "telephone", "address", "hours"],
        ["1009192", "GN", f"Brigade {cell}", "04 65 71 11 51", cell, cell],
    ])
    table(content / "feeds/contacts.csv", [
        ["level", "area", "function", "institution", "label", "telephone", "email", "address", "hours"],
        ["departement", "74", "referent-elus", "GN", f"Référent {cell}", "04 65 71 40 01", "referent-elus@exemple.fr", cell, cell],
    ])
    feeds = content / "feeds/feeds.yml"
    feeds.write_text(feeds.read_text("utf-8").replace("Exemple", quoted(everything)).replace("title: Communes", f"title: {quoted(everything)}") + f"""
  - id: contacts
    file: contacts.csv
    format: contacts
    title: {quoted(everything)}
    producer: {quoted(everything)}
    licence: {quoted(everything)}
    vintage: {quoted(everything)}
    retrieved: 2026-11-24
    nature: demonstration
""", "utf-8")
    table(content / "agenda/permanences.csv", [
        ["kind", "title", "date", "start", "end", "place", "communes"],
        ["permanence", f"Permanence {cell}", "2026-12-10", "9:00", "12:00", f"Mairie {cell}", "74010"],
    ])
    facts = content / "facts.yml"
    facts.write_text(facts.read_text("utf-8").replace("label: Gendarmerie", f"label: {quoted('Gendarmerie ' + everything)} #"), "utf-8")
    page(content / "guides/elus/menaces.md", body(cell, markup), title=quoted(f"Menacé {everything}"), summary=quoted(everything), audience="[élu]",
         updated="2026-11-24", tags=f"[{quoted(everything)}]", reviewed_by=f"{{function: {quoted(everything)}, date: 2026-11-24}}")
    page(content / "pages/a-propos.md", body(cell, markup), title=quoted(f"À propos {everything}"), summary=quoted(everything), updated="2026-11-24")
    page(content / "communes/74010.md", body(cell, markup), title=quoted(f"Note {everything}"))
    page(content / "alerts/alerte.md", body(cell, markup), title=quoted(f"Alerte {everything}"), summary=quoted(everything), audience="[habitant]",
         updated="2026-11-24", kind="autre", level="vigilance", validation=f"{{function: {quoted(everything)}, date: 2026-11-24}}", communes='["74010"]', sent="2026-11-24", expires="2027-04-15", source=quoted(everything))
    page(content / "bulletins/2026-11.md", "Voici **le premier numéro** `</script>`.", title=quoted(f"Bulletin {cell}"), number="1",
         period=quoted("Novembre 2026 <script>__pwned=15</script>"), date="2026-11-24", featured="[guides/elus/menaces.md]",
         briefs=f"[{quoted('Brève ' + markup)}]", director=quoted("Le préfet <b>"), printer=quoted("Nous \"'<i>"))
    return Project(folder)
