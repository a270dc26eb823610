"""Confidential texts with blanks: from a private folder to a terminal, and nowhere else; Gammu counts what was announced."""

import re
import subprocess

import pytest

from judges.gammu import send
from judges.program import DAY, PROGRAM, copy_of_the_example, environment

VALUES = {"secteur": "vallée du Giffre, de Taninges à Samoëns", "fait": "quatre maisons visitées depuis hier, en plein jour", "fin": "demain 8 h",
          "conseil": "fermez, éclairez, notez les véhicules arrêtés", "contact": "04 65 71 00 00"}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return copy_of_the_example(tmp_path_factory.mktemp("confidential"))


@pytest.fixture
def folder(site, tmp_path):
    folder = tmp_path / "textes"
    done = sms(site, "models", "--output", str(folder), "--no-pdf")
    assert done.returncode == 0, done.stderr
    return folder


def sms(site, *arguments, typed=None, **more):
    return subprocess.run(
        [str(PROGRAM), "sms", *arguments, "--date", DAY], cwd=site.folder, env=environment(), capture_output=True, text=True, timeout=120,
        **({"input": typed} if typed is not None else {"stdin": subprocess.DEVNULL}), **more)


def blanks(file):
    return list(dict.fromkeys(re.findall(r"\[(\w+):\d+\]", file.read_text("utf-8"))))


def fill(site, file, values=VALUES):
    return sms(site, "fill", str(file), typed="".join(values[name] + "\n" for name in blanks(file)))


def test_a_starter_set_is_written_for_its_owner_alone(site, folder):
    files = sorted(folder.iterdir())
    assert len(files) >= 10 and folder.stat().st_mode & 0o077 == 0
    for file in files:
        text = file.read_text("utf-8")
        assert file.stat().st_mode & 0o077 == 0 and text.startswith("# CONFIDENTIEL : NE PAS DIFFUSER\n# Situation : ")
        assert {"secteur", "fait", "conseil", "contact"} <= set(blanks(file)), file.name


def test_the_mark_within_the_text_costs_no_message(site, folder):
    """It is sent because whoever receives it reads nothing else."""
    def announced():
        done = sms(site, "check", str(folder))
        assert done.returncode == 0, done.stderr
        return dict(re.findall(r"^([\w-]+) : (\d+)\u00a0SMS", done.stdout, re.M))

    before = announced()
    for file in folder.iterdir():
        text = file.read_text("utf-8")
        assert "\n\nCONFIDENTIEL. " in text, file.name
        file.write_text(text.replace("\n\nCONFIDENTIEL. ", "\n\n"), "utf-8")
    assert len(before) >= 10 and announced() == before


def test_what_is_there_is_never_replaced(site, folder):
    own = folder / "cambriolages.txt"
    own.write_text("# CONFIDENTIEL\n# Situation : Les nôtres\n\nUn texte à nous, [secteur:30].\n", "utf-8")
    assert sms(site, "models", "--output", str(folder), "--no-pdf").returncode == 0
    assert "Un texte à nous" in own.read_text("utf-8")


def test_what_is_announced_with_full_blanks_is_what_gammu_sends(site, folder, tmp_path):
    announced = {name: int(count) for name, count in re.findall(r"^([\w-]+) : (\d+)\u00a0SMS", sms(site, "check", str(folder)).stdout, re.M)}
    full = {}
    for file in sorted(folder.iterdir()):
        most = {name: int(count) for name, count in re.findall(r"\[(\w+):(\d+)\]", file.read_text("utf-8"))}
        done = fill(site, file, {name: "e" * count for name, count in most.items()})
        assert done.returncode == 0, done.stderr
        full[file.stem] = done.stdout.rstrip("\n")
    sent = send({name: (text, False) for name, text in full.items()}, tmp_path / "gammu")
    assert {name: one.messages for name, one in sent.items()} == announced and len(sent) >= 10
    assert {name: one.text for name, one in sent.items()} == full and not any(one.is_unicode for one in sent.values())


def test_a_filled_text_is_shown_and_kept_nowhere(site, folder, tmp_path):
    before = sorted((file, file.read_bytes()) for place in (folder, site.folder) for file in place.rglob("*") if file.is_file())
    done = fill(site, folder / "cambriolages.txt")
    assert done.returncode == 0 and "vallée du Giffre, de Taninges à Samoens" in done.stdout and "2\u00a0SMS" in done.stderr
    assert sorted((file, file.read_bytes()) for place in (folder, site.folder) for file in place.rglob("*") if file.is_file()) == before
    with (tmp_path / "garde.txt").open("w") as kept:
        done = subprocess.run(
            [str(PROGRAM), "sms", "fill", str(folder / "cambriolages.txt"), "--date", DAY], cwd=site.folder, env=environment(), stdout=kept,
            stderr=subprocess.PIPE, input="a\nb\nc\nd\n", text=True, timeout=60)
    assert done.returncode == 2 and "ne s’enregistre pas" in done.stderr and (tmp_path / "garde.txt").read_text() == ""


def test_what_does_not_fit_a_blank_is_refused_without_being_said(site, folder):
    file = folder / "cambriolages.txt"
    for typed, words in [("MARQUE" * 10 + "\n", "« secteur » : 20\u00a0signes de trop"), ("\n", "« secteur » est vide"), ("", "il manque de quoi remplir « secteur »")]:
        done = sms(site, "fill", str(file), typed=typed)
        assert done.returncode == 1 and words in done.stderr and done.stdout == "" and "MARQUE" not in done.stderr, done.stderr


def test_a_text_that_takes_too_many_messages_is_a_fault(site, folder):
    (folder / "long.txt").touch(mode=0o600)
    (folder / "long.txt").write_text("# CONFIDENTIEL\n# Situation : Essai\n\n" + "MARQUE " * 30 + "[fait:100]\n", "utf-8")
    done = sms(site, "check", str(folder))
    assert done.returncode == 1 and "long.txt : ce texte prend jusqu’à 3\u00a0SMS" in done.stderr and "MARQUE" not in done.stdout + done.stderr


def test_a_folder_that_others_see_is_refused(site, tmp_path):
    (tmp_path / "depot/.git").mkdir(parents=True)
    shared = tmp_path / "ouvert"
    shared.mkdir()
    shared.chmod(0o755)
    for place, words in [("content/sms", "dans « content »"), ("sms", "le dossier du projet"), ("public/sms", "publié"),
                         (str(tmp_path / "depot/sms"), "que git suit"), (str(shared), "chmod 700")]:
        done = sms(site, "models", "--output", place, "--no-pdf")
        assert done.returncode in (2, 3) and (words in done.stderr or "public" in place), f"{place}: {done.stderr}"
    assert not (site.folder / "sms").exists() and not list(shared.iterdir()) and not (tmp_path / "depot/sms").exists()


def test_a_text_that_others_can_read_is_not_read(site, folder):
    (folder / "incendie.txt").chmod(0o644)
    for arguments in (["check", str(folder)], ["fill", str(folder / "incendie.txt")]):
        done = sms(site, *arguments)
        assert done.returncode == 2 and "chmod 600" in done.stderr, done.stderr
