"""Texts for short messages: Gammu, which is not ours, counts and sends them; nothing of them reaches what is published."""

import csv
import io
import json
import subprocess

import pytest

from judges.gammu import send
from judges.program import DAY, PROGRAM, copy_of_the_example, environment

NOTICE = "EXEMPLE : NE PAS DIFFUSER"
# What an editor may write: typography, signs that count twice, signs that the alphabet lacks, cuts that fall on them.
HARD = [
    "« L’été, l’œil… » : ê, À, ÇA ! 9\u00a0h\u00a030", "a" * 131 + "[", "a" * 132, "é" * 133, "[" * 66 + "a", "x" * 124 + "€" * 5 + "y" * 100,
    "a" * 124 + "{" + "b" * 152 + "}" + "c", "Ж" + "e" * 41, "Ж" + "e" * 42, "e" * 38 + "🚨" * 3 + "e" * 60, "Ж" + "e" * 150, "Ça\u202f? «\u00a0non\u00a0» — €",
]


def sms(folder, *arguments, date=DAY):
    return subprocess.run(
        [str(PROGRAM), "sms", *arguments, "--date", date], cwd=folder, env=environment(), capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("sms"))
    for number, text in enumerate(HARD):
        (project.folder / f"content/alerts/essai-{number:02}.md").write_text(
            "---\n" f"title: Essai {number}\nkind: autre\nlevel: information\ncommunes: []\nsent: 2026-11-20\n"
            "expires: 2026-12-31\nvalidation: {function: L'officier communication (exemple), date: 2026-11-20}\n"
            f"source: La brigade (exemple)\nshort_texts:\n  160: {json.dumps(text, ensure_ascii=False)}\n---\n\nUn texte.\n", "utf-8")
    return project


@pytest.fixture(scope="module")
def told(example):
    """Name → what the program announces of a text."""
    done = sms(example.folder, "preview", "--format", "json")
    assert done.returncode == 0, done.stdout + done.stderr
    return {text["name"]: text for text in json.loads(done.stdout)["texts"]}


@pytest.fixture(scope="module")
def folder(example, tmp_path_factory):
    folder = tmp_path_factory.mktemp("private") / "textes"
    done = sms(example.folder, "export", "--format", "gammu", "--output", str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_alerts_and_permanences_have_their_texts(told):
    assert len([name for name in told if name.startswith("alerte-essai-")]) == len(HARD)
    assert {"alerte-faux-agents", "alerte-hameconnage-mairies"} < set(told)
    permanences = [text["text"] for name, text in told.items() if name.startswith("permanence-")]
    assert len(permanences) > 2 and all(text.endswith("Sauf intervention.") for text in permanences)
    assert all(text["text"].startswith(NOTICE) for text in told.values())


def test_gammu_sends_as_many_messages_as_announced(told, folder, tmp_path):
    files = sorted(folder.iterdir())
    assert [file.stem for file in files] == sorted(told) and len(files) >= 10
    assert {file.stem: file.read_text("utf-8") for file in files} == {name: text["text"] for name, text in told.items()}
    sent = send({name: (text["text"], text["coding"] == "UCS-2") for name, text in told.items()}, tmp_path / "gammu")
    faults = []
    for name, text in told.items():
        if sent[name].messages != text["segments"]:
            faults.append(f"{name}: {text['segments']} announced, {sent[name].messages} sent: {text['text']}")
        if sent[name].text != text["text"]:
            faults.append(f"{name}: « {text['text']} » arrives as « {sent[name].text} »")
        if sent[name].is_unicode != (text["coding"] == "UCS-2"):
            faults.append(f"{name}: is not {text['coding']}")
    assert not faults, "\n".join(faults)
    assert {text["segments"] for text in told.values()} >= {1, 2}


def test_a_table_has_the_same_texts(example, told, tmp_path):
    folder = tmp_path / "textes"
    done = sms(example.folder, "export", "--format", "csv", "--output", str(folder))
    assert done.returncode == 0, done.stderr
    bytes_ = (folder / "textes.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(bytes_.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert {row["nom"]: (row["texte"], int(row["sms"])) for row in rows} == {name: (text["text"], text["segments"]) for name, text in told.items()}
    assert (folder / "textes.csv").stat().st_mode & 0o077 == 0 and folder.stat().st_mode & 0o077 == 0


def test_a_commune_has_its_own(example, told):
    done = sms(example.folder, "preview", "--format", "json", "--commune", "74080")
    names = {text["name"] for text in json.loads(done.stdout)["texts"]}
    assert names == {name for name, text in told.items() if not text["communes"] or "74080" in text["communes"]} != set(told)
    assert "74999" in sms(example.folder, "preview", "--commune", "74999").stderr


def test_what_changed_is_told_sign_by_sign(example):
    done = sms(example.folder, "preview")
    assert done.returncode == 0, done.stderr
    for line in ("« … » part comme « ... »", "« œ » part comme « oe »", "l’espace insécable part comme une espace", "« [ » compte pour deux"):
        assert line in done.stdout
    assert "n’est pas de l’alphabet GSM" in done.stdout


def test_places_that_others_see_are_refused(example, tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    shared.chmod(0o755)
    followed = tmp_path / "followed"
    (followed / ".git").mkdir(parents=True)
    published = tmp_path / "published"
    published.mkdir()
    (published / "build-manifest.json").write_text("{}")
    link = tmp_path / "link"
    link.symlink_to(example.folder / "content")
    cases = [("content/textes", "dans « content »"), ("textes", "le dossier du projet"), (str(shared), "chmod 700"), (str(followed / "x"), "que git suit"),
             (str(published / "x"), "dans un site publié"), (str(link / "x"), "dans « content »"), ("", "attend un dossier")]
    for place, words in cases:
        done = sms(example.folder, "export", "--format", "csv", "--output", place)
        assert done.returncode == 2 and words in done.stderr, f"{place}: {done.stderr}"
    assert not (example.folder / "textes").exists() and not (published / "x").exists() and not list(shared.iterdir())


def test_a_text_over_budget_fails_strictly(example):
    done = sms(example.folder, "preview", "--strict")
    assert done.returncode == 1 and "[sms-budget]" in done.stderr
    assert sms(example.folder, "preview").returncode == 0


def test_nothing_of_them_is_published(tmp_path):
    project = copy_of_the_example(tmp_path / "site")
    private = tmp_path / "private"
    assert sms(project.folder, "export", "--format", "gammu", "--output", str(private)).returncode == 0
    (private / "secret.txt").write_text("MARQUE-SECRETE-7")
    done = project.build("--no-pdf", "--no-search")
    assert "MARQUE-SECRETE-7" not in done.stdout + done.stderr
    assert not [file for file in project.public.rglob("*") if file.is_file() and b"MARQUE-SECRETE-7" in file.read_bytes()]
    assert not list(project.public.rglob("*alerte-faux-agents*"))
