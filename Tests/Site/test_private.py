"""No mark seeded in a private file is found in what is published, kept, printed on a terminal or reported, whether the files are sound or broken.

Private are: the answers to a consultation (LimeSurvey, Démarches simplifiées, paper), the subjects given to them, the
confidential texts, what fills their blanks, and lists of those who send, which nothing reads. PDFs and indexes are looked
into: their bytes are compressed.
"""

import gzip
import json
import shutil
import subprocess

import pytest

from judges.program import DAY, PROGRAM, ROOT, Project, environment

MARK = "ZZMARQUE"
FORMATS = ["text", "json", "github", "gitlab"]
QUESTIONS = """\
title: Consultation d'essai
summary: Un essai.
who: Les élus.
opens: 2026-09-14
closes: 2026-10-16
status: closed
contact:
  function: Le bureau des relations avec les élus (exemple)
anonymous: false
minimum: {answers: 3, communes: 3}
themes:
  - title: Le contact
    questions:
      - code: COM
        text: Votre commune
        kind: commune
      - code: CON1
        text: Connaissez-vous votre interlocuteur ?
        kind: list
        choices: {A1: "Oui", A2: "Non"}
        other: true
      - code: MOTS
        text: Que faut-il changer ?
        kind: text
        coded: {T1: L'accueil, T2: La présence}
"""
MODEL = f"# CONFIDENTIEL : NE PAS DIFFUSER\n# Situation : {MARK} situation\n# Pour : {MARK} pour\n\n{MARK} texte, [secteur:40], [fait:60].\n"
COLUMNS = ["id", "submitdate", "lastpage", "startlanguage", "token", "email", "refurl", "ipaddr", "COM", "CON1", "CON1[other]", "MOTS"]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The small base with a consultation, and the pages that readers see."""
    folder = tmp_path_factory.mktemp("private")
    site = folder / "site"
    shutil.copytree(ROOT / "Tests/Fixtures/base", site)
    shutil.rmtree(site / "site-templates")
    shutil.copytree(ROOT / "site-templates", site / "site-templates")
    (site / "content/consultations/essai").mkdir(parents=True)
    (site / "content/consultations/essai/questions.yml").write_text(QUESTIONS, "utf-8")
    (folder / "prive").mkdir(mode=0o700)
    return Project(site)


@pytest.fixture
def told(project):
    """What the commands of a test said, marks and all; what a test lays among the sources goes when it is over."""
    heard = []

    def run(*arguments, typed=None, cwd=None):
        done = subprocess.run(
            [str(PROGRAM), *arguments], cwd=cwd or project.folder, env=environment(), capture_output=True, timeout=300,
            **({"input": typed.encode()} if typed is not None else {"stdin": subprocess.DEVNULL}))
        heard.append((" ".join(map(str, arguments)), done.returncode, done.stdout, done.stderr))
        return done

    run.heard = heard
    before = {file for file in (project.folder / "content").rglob("*")}
    yield run
    for file in sorted((project.folder / "content").rglob("*"), reverse=True):
        if file not in before:
            file.rmdir() if file.is_dir() else file.unlink()


def private(project, name, text, mode=0o600):
    path = project.folder.parent / "prive" / name
    path.touch()
    path.chmod(mode)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def rows(count=30, **changes):
    communes = ["74010", "74080", "74116"]
    found = []
    for number in range(1, count + 1):
        row = {"id": str(number), "submitdate": "2026-09-15 10:00:00", "lastpage": "1", "startlanguage": "fr", "COM": communes[number % 3]}
        row |= {name: f"{MARK}{name}{number}" for name in ("token", "email", "refurl", "ipaddr")}
        row |= {"CON1": "A1" if number % 2 else "-oth-", "CON1[other]": "" if number % 2 else f"{MARK}autre", "MOTS": f"{MARK} mots"}
        found.append(row | (changes if number == 1 else {}))
    return found


def table(entries, columns=COLUMNS):
    lines = [columns] + [[entry.get(column, "") for column in columns] for entry in entries]
    return "".join(";".join('"' + cell.replace('"', '""') + '"' for cell in line) + "\n" for line in lines)


def unpacked(file):
    """The bytes of a file and what is compressed in it."""
    data = file.read_bytes()
    yield data
    if data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)
    if file.suffix == ".pdf":
        yield subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(file), "-"], capture_output=True).stdout
        yield subprocess.run(["pdftotext", str(file), "-"], capture_output=True).stdout


def leaks(project, told, *kept):
    """Where a mark is found; `kept` are files that a test laid among the sources."""
    found = [f"« crieur {line} » (status {status}): {out if MARK.encode() in out else err!r}"
             for line, status, out, err in told.heard if MARK.encode() in out + err]
    for file in sorted(project.folder.rglob("*")):
        if file.is_file() and not file.is_symlink() and file not in kept and any(MARK.encode() in data for data in unpacked(file)):
            found.append(str(file.relative_to(project.folder)))
    return found


def test_the_search_for_marks_sees_them(project, told, tmp_path):
    """Else all that follows could not fail."""
    for name, data in [("a.gz", gzip.compress(f"x{MARK}".encode())), ("b.json", json.dumps({"x": MARK}).encode())]:
        (project.folder / name).write_bytes(data)
    alert = project.folder / "content/alerts"
    alert.mkdir(exist_ok=True)
    (alert / "essai.md").write_text(
        f"---\ntitle: Essai {MARK}\nsummary: Essai.\nkind: autre\nlevel: information\ncommunes: []\nsent: 2026-11-20\nexpires: 2026-12-31\n"
        "source: Essai\nvalidation: {function: L'officier communication (exemple), date: 2026-11-20}\nprint: [poster-a4]\n---\n\nUn texte.\n")
    told("build", "--date", DAY, "--no-search")
    found = leaks(project, told, alert / "essai.md")
    assert {"a.gz", "b.json", "public/alertes/essai/affiche-a4.pdf", "public/alertes/essai/index.html"} <= set(found), found
    assert any(name.startswith(".crieur-cache/") for name in found), found
    for name in ("a.gz", "b.json"):
        (project.folder / name).unlink()
    shutil.rmtree(project.public)
    shutil.rmtree(project.cache)


def test_sound_answers_leave_nothing_behind(project, told):
    file = private(project, "reponses.csv", table(rows()))
    coded = private(project, "sujets.csv", "numero;question;sujets\n" + "".join(f"{n};MOTS;T1\n" for n in range(28, 31)))
    private(project, "destinataires.csv", f"commune;numero\n74010;{MARK}\n")
    for command in ("count", "status"):
        done = told("consultation", command, "essai", "--date", DAY, "--responses", file, "--coded", coded)
        assert done.returncode == 0, done.stderr.decode()
    assert told("build", "--date", DAY, "--no-pdf", "--report", "rapport.md").returncode == 0
    assert told("build", "--date", DAY, "--no-search", "--format", "json").returncode == 0
    assert (project.public / "build-manifest.json").is_file() and not leaks(project, told)


BROKEN = {
    "a value that is none": table(rows(CON1=f"{MARK}valeur")),
    "a date that is none": table(rows(submitdate=f"{MARK}date")),
    "a commune that is none": table(rows(COM=f"{MARK}commune")),
    # A heading is the questionnaire's, and named; what stands below it is not.
    "a column that nobody asked for": table([row | {"AUTRE": MARK} for row in rows()], [*COLUMNS, "AUTRE"]),
    "a question that is missing": table(rows(), [column for column in COLUMNS if column != "CON1"]),
    "no heading": table(rows()).split("\n", 1)[1],
    "a row that is short": table(rows()) + f'"{MARK}"\n',
    "a quotation mark that is not closed": table(rows()) + f'"{MARK}\n',
    "bytes that are no text": table(rows()).encode() + b"\xff\xfe" + MARK.encode(),
    "an identifier that comes twice": table([*rows(), *rows(1)]),
    "another table": f"{MARK};{MARK}a\n{MARK};{MARK}\n",
    "a paper sheet": f"feuille;date;COM;CON1;MOTS\n1;{MARK};74010;A1;{MARK}\n",
    "a Démarches simplifiées export": f"ID;Date de dépôt;Email;Connaissez-vous votre interlocuteur ?\n{MARK};{MARK};{MARK};{MARK}\n",
    "nothing": "",
}


@pytest.mark.parametrize("name", list(BROKEN))
def test_broken_answers_are_refused_without_a_word_of_theirs(project, told, name):
    file = private(project, "cassees.csv", BROKEN[name])
    for command in ("count", "status"):
        done = told("consultation", command, "essai", "--date", DAY, "--responses", file)
        assert done.returncode in (0, 1, 2, 3)
    assert told("consultation", "read", file).returncode == 1
    assert told("build", "--date", DAY, "--no-pdf", "--no-search").returncode == 0
    assert not leaks(project, told)


@pytest.mark.parametrize("line", [f"1;MOTS;{MARK}", f"{MARK};MOTS;T1", f"1;{MARK};T1", f"{MARK}", f'"{MARK}', f"99;MOTS;T1;{MARK}"])
def test_broken_subjects_are_refused_without_a_word_of_theirs(project, told, line):
    file = private(project, "reponses.csv", table(rows()))
    coded = private(project, "cassees.csv", f"numero;question;sujets\n{line}\n")
    assert told("consultation", "count", "essai", "--date", DAY, "--responses", file, "--coded", coded).returncode == 1
    assert not leaks(project, told)


@pytest.mark.parametrize("place", ["consultations/essai/export.csv", "agenda/export.csv", "feeds/export.csv", "alerts/export.csv", "agenda/export.txt"])
@pytest.mark.parametrize("kind", FORMATS)
def test_answers_among_the_sources_are_named_and_not_quoted(project, told, place, kind):
    path = project.folder / "content" / place
    path.parent.mkdir(exist_ok=True)
    path.write_text(table(rows()), "utf-8")
    for command in ("build", "check"):
        more = ["--no-pdf", "--no-search"] if command == "build" else []
        done = told(command, "--date", DAY, "--format", kind, *more)
        assert done.returncode == 1 and b"raw-answers" in done.stdout + done.stderr, done.stderr.decode()
    assert not leaks(project, told, path)


@pytest.mark.parametrize("broken", [False, True])
def test_confidential_texts_leave_nothing_behind(project, told, broken):
    folder = project.folder.parent / "prive/textes"
    shutil.rmtree(folder, ignore_errors=True)
    assert told("sms", "models", "--output", str(folder), "--no-pdf", "--date", DAY).returncode == 0
    variants = {"bon": MODEL}
    if broken:
        variants = {
            "sans-marque": MODEL.split("\n", 1)[1], "sans-situation": MODEL.replace("Situation", MARK), "crochet": MODEL + f"[{MARK}",
            "nombre": MODEL + f"[{MARK}:{MARK}]", "octets": MODEL.encode() + b"\xff", "long": MODEL + MARK * 60, "vide": "# CONFIDENTIEL\n# Situation : x\n",
        }
    for name, text in variants.items():
        private(project, f"textes/{name}.txt", text)
    done = told("sms", "check", str(folder), "--date", DAY)
    assert done.returncode == int(broken)
    done = told("sms", "models", "--output", str(folder), "--date", DAY)
    assert done.returncode == int(broken) and (folder / "planche-sms.pdf").exists() != broken, done.stderr.decode()
    assert told("sms", "preview", "--date", DAY).returncode == 0
    assert told("build", "--date", DAY, "--no-search").returncode == 0
    assert not leaks(project, told)
    assert not list(folder.glob(".*")), "what the sheet was made with has gone"


def test_a_broken_template_of_the_sheet_does_not_quote_the_texts(project, told):
    folder = project.folder.parent / "prive/gabarit"
    shutil.rmtree(folder, ignore_errors=True)
    assert told("sms", "models", "--output", str(folder), "--no-pdf", "--date", DAY).returncode == 0
    private(project, "gabarit/bon.txt", MODEL)
    template = project.folder / "site-templates/print/sms-texts.typ"
    sound = template.read_text("utf-8")
    try:
        # Typst names a field that is none, a file that is not there, and what it cannot add up.
        for old, new in [("par(item.pieces", "par(item.at(item.situation) + item.pieces"), ("par(item.pieces", "read(item.audience)\n  par(item.pieces"), ("par(item.pieces", "panic(item.pieces)\n  par(item.pieces")]:
            assert old in sound
            template.write_text(sound.replace(old, new, 1), "utf-8")
            assert told("sms", "models", "--output", str(folder), "--date", DAY).returncode in (1, 3)
    finally:
        template.write_text(sound, "utf-8")
    assert not leaks(project, told) and not list(folder.glob(".*"))


def test_what_fills_a_blank_goes_to_the_terminal_alone(project, told):
    file = private(project, "remplir.txt", MODEL.replace(MARK, "Marque"))
    done = told("sms", "fill", file, "--date", DAY, typed=f"{MARK} ici\n{MARK} quoi\n")
    assert done.returncode == 0 and done.stdout.decode().startswith(f"Marque texte, {MARK} ici, {MARK} quoi.") and MARK.encode() not in done.stderr
    told.heard.clear()
    for typed in (f"{MARK * 9}\n", f"{MARK}\n", f"{MARK}\n{MARK * 9}\n"):
        done = told("sms", "fill", file, "--date", DAY, typed=typed)
        assert done.returncode == 1
    assert told("build", "--date", DAY, "--no-pdf", "--no-search").returncode == 0
    assert not leaks(project, told)


@pytest.mark.parametrize("place", ["sms/vol.txt", "alerts/vol.md", "guides/elus/vol.md", "agenda/vol.txt"])
@pytest.mark.parametrize("kind", FORMATS)
def test_confidential_texts_among_the_sources_are_named_and_not_quoted(project, told, place, kind):
    path = project.folder / "content" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(MODEL, "utf-8")
    for command in ("build", "check"):
        more = ["--no-pdf", "--no-search"] if command == "build" else []
        done = told(command, "--date", DAY, "--format", kind, *more)
        assert done.returncode == 1 and b"confidential-text" in done.stdout + done.stderr, done.stderr.decode()
    assert not leaks(project, told, path)


def test_files_that_others_can_read_are_refused_by_their_name_alone(project, told):
    file = private(project, "ouvert.txt", MODEL, 0o644)
    for arguments in (["sms", "check", str(project.folder.parent / "prive")], ["sms", "fill", file], ["consultation", "count", "essai", "--responses", file]):
        assert told(*arguments, "--date", DAY).returncode == 2
    assert not leaks(project, told)
