"""Mistakes that editors make, made on purpose on a copy of the example: each gives one message, which says what to do.

`MISTAKES` says what was done; the whole message, as it is printed, stands under its name in `mistakes.txt` beside this
file. CRIEUR_RECORD=1 records it: read it as an editor would before it is kept.
"""

import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import pytest

from judges.program import DAY, PROGRAM, copy_of_the_example, environment

GUIDE = "content/guides/elus/menaces.md"
CONTACTS = "content/feeds/contacts.csv"
SETTINGS = "content/site.yml"
TITLE = 'title: "Menacé ou agressé : les bons réflexes"'
PAGE = "---\ntitle: Fiche\nsummary: Un essai.\naudience: [élu]\nupdated: 2026-11-24\n---\n\nTexte.\n"
EXPECTED = Path(__file__).with_name("mistakes.txt")


def edit(path, old, new):
    def do(folder):
        text = (folder / path).read_text("utf-8")
        assert text.count(old) >= 1, f"{path} no longer holds « {old} »: this mistake is made there"
        (folder / path).write_text(text.replace(old, new, 1), "utf-8")
    return do


def add(text, path=GUIDE):
    def do(folder):
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")
    return do


def save(change, path=GUIDE):
    """The file saved otherwise: bytes from bytes."""
    def do(folder):
        before = (folder / path).read_bytes()
        after = change(before)
        assert after != before
        (folder / path).write_bytes(after)
    return do


def create(*files):
    def do(folder):
        for path, content in files:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return do


def word_document(folder):
    with zipfile.ZipFile(folder / "content/guides/elus/fiche.md", "w") as document:
        document.writestr("[Content_Types].xml", "<Types/>")
        document.writestr("word/document.xml", "<w:document/>")


def link_to_nothing(folder):
    (folder / "content/guides/elus/fiche.md").symlink_to("absente.md")


def decomposed(text):
    return unicodedata.normalize("NFD", text)


def conflict(path, line):
    return edit(path, line, f"<<<<<<< HEAD\n{line}=======\n{line}>>>>>>> relecture\n")


MISTAKES = {
    # YAML
    "un guillemet ouvert dans l'en-tête n'est pas fermé": edit(GUIDE, TITLE, TITLE[:-1]),
    "une apostrophe ferme une valeur entre apostrophes": edit(GUIDE, "summary: Se mettre à l'abri, ", "summary: 'Se mettre à l'abri', "),
    "une tabulation en tête de ligne dans site.yml": edit(SETTINGS, "  name: Préfecture", "\tname: Préfecture"),
    "les guillemets de Word autour du titre": edit(GUIDE, TITLE, TITLE.replace('"', "“", 1).replace('"', "”")),
    "les guillemets de Word autour d'un mot": edit(GUIDE, "[élu, secrétariat]", "[“élu”, secrétariat]"),
    "les guillemets de Word autour d'une date": edit(GUIDE, "updated: 2026-11-24", "updated: « 2026-11-24 »"),
    "une date à la française": edit(GUIDE, "updated: 2026-11-24", "updated: 24/11/2026"),
    "une date en toutes lettres": edit(GUIDE, "updated: 2026-11-24", "updated: 24 novembre 2026"),
    "une date à la française dans l'agenda": edit("content/agenda/permanences.csv", "2026-12-10", "10/12/2026"),
    "une clé écrite deux fois": edit(GUIDE, "updated: 2026-11-24\n", "updated: 2026-11-24\ntitle: Autre\n"),
    "un numéro d'urgence qui n'est pas au registre": edit(SETTINGS, "emergency: [", "emergency: [19, "),
    # How files are saved
    "un guide enregistré en Windows-1252": save(lambda text: text.decode().encode("cp1252", "replace")),
    "site.yml enregistré en Windows-1252": save(lambda text: text.decode().encode("cp1252", "replace"), SETTINGS),
    "une table enregistrée en Windows-1252": save(lambda text: text.decode().encode("cp1252", "replace"), "content/feeds/communes.csv"),
    "un guide enregistré en UTF-16": save(lambda text: text.decode().encode("utf-16")),
    "un guide enregistré en UTF-16 sans marque": save(lambda text: text.decode().encode("utf-16-le")),
    "une table enregistrée en UTF-16": save(lambda text: text.decode().encode("utf-16"), CONTACTS),
    "un guide aux fins de ligne d'un ancien Macintosh": save(lambda text: text.replace(b"\n", b"\r")),
    "un document Word renommé en .md": word_document,
    "un PDF renommé en .md": create(("content/guides/elus/fiche.md", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")),
    "un classeur Excel renommé en .csv": create((CONTACTS, b"PK\x03\x04\x14\0\x06\0" + b"\0\x01\x02\xff\n" * 50)),
    "un document Word déposé parmi les guides": create(("content/guides/elus/Déposer plainte.docx", b"PK\x03\x04")),
    "un lien du disque qui ne mène à rien": link_to_nothing,
    # Names
    "une extension en majuscules": create(("content/pages/fiche.MD", PAGE)),
    "deux noms qui ne diffèrent que par un accent": create(("content/pages/À-propos.md", PAGE)),
    "deux noms qui ne diffèrent que par les majuscules": create(("content/pages/A-Propos.md", PAGE)),
    "deux noms dont les accents sont codés de deux façons": create(
        ("content/pages/été.md", PAGE), (f"content/pages/{decomposed('été')}.md", PAGE)),
    "un nom avec des espaces et des accents": create(("content/pages/Fiche d'été.md", PAGE)),
    # What git leaves
    "un conflit de git dans un guide": conflict(GUIDE, "## Sur le moment\n"),
    "un conflit de git dans un en-tête": conflict(GUIDE, "updated: 2026-11-24\n"),
    "un conflit de git dans site.yml": conflict(SETTINGS, "licence: Licence Ouverte 2.0\n"),
    "un conflit de git dans une table": conflict(
        CONTACTS, "departement,74,referent-elus,PN,,04 65 71 40 02,referent-elus@police.exemple.fr,,\n"),
    # Tables
    "une case qui manque dans une table": edit(CONTACTS, "departement,74,referent-elus,GN,,04", "departement,74,referent-elus,GN,04"),
    "une case qui manque dans un tableau": add("| Qui | Quand |\n| --- | --- |\n| La brigade |"),
    "une case de trop dans un tableau": add("| Qui | Quand |\n| --- | --- |\n| La brigade | le soir | aussi |"),
    # Links and images
    "une image collée dans le texte": add("![Plan](data:image/png;base64," + "iVBORw0KGgoAAAANSUhEUgAA" * 40 + ")"),
    "une image dont le nom a des espaces et des accents": add("![Le plan](photo mairie été.jpg)"),
    "un lien vers un fichier dont le nom a des espaces": add("Voir [la fiche](plainte en mairie.md)."),
    "une adresse du web coupée par une espace": add("Voir [le site](https://www.exemple.fr/mon dossier/page)."),
    "une espace entre les crochets et la parenthèse": add("Voir [la fiche] (plainte-en-mairie.md)."),
    "une espace insécable collée avec l'adresse": add("Voir [la fiche](\u00a0plainte-en-mairie.md)."),
    "un lien sans sa parenthèse fermante": add("Voir [la fiche](plainte-en-mairie.md"),
    "un lien vers localhost": add("Voir [l'aperçu](http://localhost:8000/guides/)."),
    "un lien vers un fichier de l'ordinateur": add("Voir [le dossier](file:///C:/Users/agent/Documents/plainte.docx)."),
    "un lien vers un disque de Windows": add("Voir [le dossier](C:\\Users\\agent\\plainte.docx)."),
    "un lien vers un document": add("Voir [le dossier](plainte.docx)."),
    # The text
    "un bloc qui n'est pas fermé": edit(GUIDE, "les témoins.\n\n:::\n", "les témoins.\n"),
    "un bloc en retrait": add("  :::contacts\n\n- La brigade\n\n  :::"),
    "un fait qui n'est pas fermé": add("Composez le :fact[17 sans attendre."),
    "un fait à deux paires d'accolades": add("Composez le :fact[17]{call}{short}."),
    "un bloc de HTML collé d'une page": add(
        '<div class="encart">\n<p>Texte <strong>collé</strong>.</p>\n\n<ul>\n<li>Un</li>\n</ul>\n</div>'),
    "du HTML dans une phrase": add('Texte <span class="rouge">collé</span> d\'une<br>page.'),
    "un commentaire HTML": add("<!-- à revoir -->"),
}
# What an editor's programs do to a file without harm: nothing is said, and the site is the same.
HARMLESS = {
    "une marque d'ordre des octets": save(lambda text: b"\xef\xbb\xbf" + text),
    "une marque d'ordre des octets dans une table": save(lambda text: b"\xef\xbb\xbf" + text, "content/feeds/communes.csv"),
    "des fins de ligne de Windows": save(lambda text: text.replace(b"\n", b"\r\n")),
    "des fins de ligne mêlées": save(lambda text: text.replace(b"\n", b"\r\n", 20)),
    "des numéros d'urgence sans guillemets": save(lambda text: re.sub(rb'(?m)^emergency: .*$', lambda m: m[0].replace(b'"', b""), text), SETTINGS),
    "des espaces dans les crochets d'un fait": edit(GUIDE, "composez le :fact[17].", "composez le :fact[ 17 ]."),
}


def run(folder, *arguments, prefix=()):
    return subprocess.run(
        [*prefix, str(PROGRAM), *arguments, "--date", DAY], cwd=folder, env=environment(), capture_output=True, text=True, timeout=120)


def told(done):
    """Each message with its lines; the progress and the summary apart."""
    messages = []
    for line in done.stderr.splitlines():
        if line.startswith(" "):
            messages[-1] += line + "\n"
        elif re.match(r"(crieur : |\S+: )?.*(erreur|avertissement|note): |crieur : ", line):
            messages.append(line + "\n")
    return messages


def expected():
    """Title → message."""
    if not EXPECTED.exists():
        return {}
    found = re.split(r"^# (.+)\n", EXPECTED.read_text("utf-8"), flags=re.M)
    return {title: text.strip("\n") + "\n" for title, text in zip(found[1::2], found[2::2])}


@pytest.fixture(scope="module")
def sound(program, tmp_path_factory):
    """The example and what is said of it: notes on what waits to be checked."""
    project = copy_of_the_example(tmp_path_factory.mktemp("mistakes"))
    done = run(project.folder, "check")
    assert done.returncode == 0, done.stderr
    known = told(done)
    assert known and all("note: " in message for message in known), known
    return project.folder, set(known)


@pytest.fixture
def folder(sound, tmp_path):
    return Path(shutil.copytree(sound[0], tmp_path / "site", symlinks=True))


@pytest.mark.parametrize("name", MISTAKES)
def test_one_mistake_gives_one_message(name, sound, folder):
    MISTAKES[name](folder)
    done = run(folder, "check")
    new = [message for message in told(done) if message not in sound[1]]
    if os.environ.get("CRIEUR_RECORD"):
        EXPECTED.write_text("".join(f"# {title}\n{text}\n" for title, text in (expected() | {name: "".join(new)}).items()))
    assert len(new) == 1, f"{len(new)} messages:\n" + "".join(new)
    assert new[0] == expected()[name]
    # Where it is, what is wrong, what to do.
    place = r"content/\S[^:]*(:\d+:\d+)?: (erreur|avertissement): .+ \[[a-z0-9-]+\]\n"
    assert re.match(place, new[0]) and re.search(r"(?m)^     = (?!note: )\S", new[0])
    assert done.returncode == (1 if "erreur: " in new[0] else 0)
    assert run(folder, "check", "--strict").returncode == 1


def test_each_message_is_of_a_mistake():
    assert list(expected()) == list(MISTAKES) and len(MISTAKES) > 40
    files = [name for name, text in expected().items() if not re.match(r"[^\n]*?:\d+:\d+: ", text)]
    assert all(re.search(r"nom|extension|renommé|document Word déposé|lien du disque", name) for name in files), "no place in the file"


@pytest.mark.parametrize("name", HARMLESS)
def test_what_does_no_harm_says_nothing(name, sound, folder):
    HARMLESS[name](folder)
    done = run(folder, "check")
    assert done.returncode == 0 and set(told(done)) == sound[1], done.stderr


def as_nobody():
    """The words that run a program without root's rights; skips where that cannot be tried."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("setpriv is not there, and root reads everything")
    return ("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups")


@pytest.mark.parametrize("path, said", [
    (GUIDE, f"{GUIDE}: erreur: le fichier ne peut pas être lu : les droits ne le permettent pas [file-unreadable]\n"
            "     = vérifiez que c’est bien un fichier, et que vous avez le droit de le lire\n"),
    ("content/guides/elus", None),
])
def test_what_may_not_be_read_is_named(path, said, sound, program):
    prefix = as_nobody()
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        os.chmod(place, 0o755)
        folder = Path(shutil.copytree(sound[0], Path(place) / "site"))
        tool = shutil.copy(program, Path(place) / "crieur")
        os.chmod(tool, 0o755)
        os.chmod(folder, 0o755)
        (folder / path).chmod(0)
        try:
            done = subprocess.run(
                [*prefix, str(tool), "check", "--date", DAY], cwd=folder, env=environment(), capture_output=True, text=True, timeout=120)
        finally:
            (folder / path).chmod(0o755)
    new = [message for message in told(done) if message not in sound[1]]
    assert len(new) == 1, done.stderr
    if said:
        assert new[0] == said and done.returncode == 1
    else:
        assert "content/guides/elus" in new[0] and "les droits ne le permettent pas" in new[0] and "\n     = " in new[0], new
