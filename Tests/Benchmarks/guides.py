"""Work 1: guides of about 400 words, with everything that an editor's Markdown holds."""

from pathlib import Path

import communes
import corpus
from corpus import THEMES, quoted
from words import TAGS, Words

ALERTS = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]
SUBHEADING = "Pour aller plus loin"
PLAIN_FACTS = [entry["id"] for entry in corpus.facts()]
VALUES = {entry["id"]: entry["value"] for entry in corpus.facts()}


def slug(index):
    return f"guide-{index + 1:05d}"


def theme_of(index):
    return THEMES[index % len(THEMES)]["id"]


def anchor(heading):
    """The identifier that both programs give such a heading: no apostrophe, no punctuation in it."""
    plain = heading.lower().translate(str.maketrans("àâçéèêîôùû", "aaceeeiouu"))
    return plain.replace(" ", "-")


def headings(index):
    return Words(f"headings {index}").headings(4)


def link(source, target, heading=None):
    """The path from one guide's file to another's."""
    folder = "" if theme_of(source) == theme_of(target) else f"../{theme_of(target)}/"
    return f"{folder}{slug(target)}.md" + (f"#{anchor(heading)}" if heading else "")


def body(index, count, fact):
    """`fact`: turns an identifier into what the program at hand cites it by."""
    words = Words(f"guide {index}")
    titles = headings(index)
    others = [(index + 1 + words.random.randrange(count - 1)) % count for _ in range(3)]
    cited = [words.pick(PLAIN_FACTS) for _ in range(2)]
    anchored = words.pick(headings(others[2]))
    lines = [
        words.sentences(3),
        "",
        f"**{words.sentence()}** Voir aussi le guide [{words.clause()}]({link(index, others[0])}).",
        "", f"## {titles[0]}", "",
        words.sentences(2),
        "",
    ]
    lines += [f"- {words.sentence()}" for _ in range(3)]
    lines += [f"- *{words.clause()}* : {words.clause()}.", "", f"## {titles[1]}", "", words.sentences(2), ""]
    lines += ["| Qui | Quoi | Quand |", "| --- | --- | ---: |"]
    for _ in range(4):
        subject, verb = words.pick(("la mairie", "la brigade", "l'habitant", "le référent")), words.clause()
        lines.append(f"| {subject} | {verb} | le {words.random.randrange(2, 28)} du mois |")
    lines += [
        "", f"> [!{ALERTS[index % len(ALERTS)]}]",
        f"> {words.sentence()}",
        f"> {words.sentence()}",
        "", f"## {titles[2]}", "",
    ]
    lines += [f"{number}. {words.sentence()}" for number in range(1, 5)]
    lines += [
        "",
        f"{words.sentence()} Le délai de ~~{words.pick(('quelques', 'plusieurs'))} mois~~ est passé à {fact(cited[0])}.[^1] "
        f"La page https://www.exemple.fr/fiche/{index + 1} le redit. {words.sentence()}",
        "", f"### {SUBHEADING}", "",
        f"Le fichier `registre-{index + 1}.csv` se trouve en mairie ; la suite est dans "
        f"[{words.clause()}]({link(index, others[1])}) et dans "
        f"[{words.clause()}]({link(index, others[2], anchored)}).",
        "", f"## {titles[3]}", "",
        f"{words.sentences(2)} À retenir : {fact(cited[1])}.",
        "", words.sentence(),
        "", f"[^1]: {words.sentence()}", "",
    ]
    return "\n".join(lines)


def front_matter(index, order_key):
    words = Words(f"front {index}")
    audiences = ("[élu]", "[élu, secrétariat]", "[secrétariat, habitant]", "[habitant]")
    return "\n".join([
        "---",
        f"title: {quoted(f'{words.title()} ({index + 1})')}",
        f"summary: {quoted(words.sentence())}",
        f"audience: {words.pick(audiences)}",
        f"updated: {corpus.day(index)}",
        "review: 2027-11-24",
        'reviewed_by: {function: Le correspondant de la brigade (exemple), date: "2026-11-24"}',
        f"tags: [{words.pick(TAGS)}, {words.pick(TAGS)}]",
        f"{order_key}: {index // len(THEMES) + 1}",
        "---", "", "",
    ])


def write_crieur(root: Path, count: int):
    corpus.write_crieur_settings(root)
    communes.write_single(root)
    write_guides(root / "guides", count, "order", lambda identifier: f":fact[{identifier}]")


def write_hugo(root: Path, templates: Path, count: int, shortcodes: bool):
    """`shortcodes`: facts are looked up in the data, as Crieur does; else their values stand in the text."""
    corpus.write_hugo_settings(root, templates)
    fact = (lambda identifier: f'{{{{< fact "{identifier}" >}}}}') if shortcodes else VALUES.__getitem__
    write_guides(root / "content" / "guides", count, "weight", fact)


def write_guides(root: Path, count: int, order_key: str, fact):
    for theme in THEMES:
        (root / theme["id"]).mkdir(parents=True, exist_ok=True)
    for index in range(count):
        path = root / theme_of(index) / f"{slug(index)}.md"
        path.write_text(front_matter(index, order_key) + body(index, count, fact), encoding="utf-8")
