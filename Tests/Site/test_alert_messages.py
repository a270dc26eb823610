"""Alerts for programs (CAP 1.2), judged by the standard's schema and read by a parser that is not ours."""

import re

import feedparser
import pytest
from lxml import etree

from judges.html_page import HTMLPage
from judges.program import DAY, ROOT, copy_of_the_example, texts

CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"
FIRST = """---
title: Verglas sur les routes de montagne
kind: intempérie
level: danger
communes: ["74080"]
sent: 2026-11-20
expires: 2026-11-30
source: La brigade (exemple)
validation: {function: L'officier communication (exemple), date: 2026-11-20}
---

Le verglas est là.

## Que faire

Remettez le voyage. Un doute ? Composez le :fact[17].
"""


@pytest.fixture(scope="module")
def schema():
    return etree.XMLSchema(etree.parse(ROOT / "Tests/judges/cap.xsd"))


@pytest.fixture(scope="module")
def messages(public):
    return {file.name.removesuffix(".cap.xml"): etree.parse(file) for file in sorted(public.glob("alertes/*.cap.xml"))}


def words(message, path):
    return [element.text for element in message.iterfind(".//" + "/".join(CAP + name for name in path.split("/")))]


def test_every_alert_of_the_example_has_its_message(messages, schema):
    assert sorted(messages) == [file.stem for file in texts("alerts/*.md")]
    for name, message in messages.items():
        schema.assertValid(message)
        assert words(message, "status") == ["Test"], "a demonstration is nothing that anybody acts upon"
        assert words(message, "note") == ["EXEMPLE : NE PAS DIFFUSER"]
        assert all(text.startswith("EXEMPLE : NE PAS DIFFUSER") for text in words(message, "headline") + words(message, "description"))
        assert not {"Extreme", "Immediate", "Observed"} & {element.text for element in message.iter()}, name
        assert not words(message, "parameter/value") and not words(message, "eventCode/value")


def test_its_communes_are_those_of_its_text(messages):
    source = (ROOT / "content/alerts/faux-agents.md").read_text("utf-8")
    codes = re.findall(r'"(\d{5})"', re.search(r"^communes: .*$", source, re.M)[0])
    assert words(messages["faux-agents"], "area/geocode/value") == codes and len(codes) > 5
    assert set(words(messages["faux-agents"], "area/geocode/valueName")) == {"INSEE"}
    assert words(messages["hameconnage-mairies"], "area/geocode/value") == ["74"]


def test_the_schema_does_see_faults(messages, schema):
    text = etree.tostring(messages["faux-agents"]).decode()
    for old, new in [
        ("+01:00</sent>", "Z</sent>"), ("<scope>Public</scope>\n", ""), (">Test<", ">Essai<"), ("<sender>", "<sender>a b"),
        ("<identifier>", "<identifier>a,"), ("<scope>", "<references>a,b</references><scope>"),
    ]:
        assert text.count(old) == 1 and not schema.validate(etree.fromstring(text.replace(old, new))), f"{old} → {new}"


def test_pages_and_feeds_lead_to_it(public, pages, messages):
    entries = {entry.link.rstrip("/").rpartition("/")[2]: entry for entry in feedparser.parse((public / "alertes/alertes.atom").read_bytes()).entries}
    assert sorted(entries) == sorted(messages)
    for name in messages:
        links = pages[f"alertes/{name}/index.html"].elements("//main//a[@type='application/cap+xml']/@href")
        assert [link.rpartition("/")[2] for link in links] == [f"{name}.cap.xml"]
        fed = [link.href for link in entries[name].links if link.type == "application/cap+xml"]
        assert [link.rpartition("/alertes/")[2] for link in fed] == [f"{name}.cap.xml"]


def test_alert_update_cancel(tmp_path, schema):
    """The three messages of one danger, told one after the other."""
    project = copy_of_the_example(tmp_path)
    folder = tmp_path / "content/alerts"
    said = {}

    def told(name, text, date):
        (folder / f"{name}.md").write_text(text, "utf-8")
        project.build("--no-pdf", "--no-search", date=date)
        message = etree.parse(project.public / f"alertes/{name}.cap.xml")
        schema.assertValid(message)
        said[name] = ",".join(
            message.findtext(CAP + part) for part in ("sender", "identifier", "sent"))
        return message

    first = told("verglas", FIRST, "2026-11-20")
    assert words(first, "msgType") == ["Alert"] and words(first, "references") == []
    assert words(first, "instruction")[0].endswith("Remettez le voyage. Un doute ? Composez le 17.".replace(" ?", "\u202f?"))
    assert words(first, "severity") == ["Severe"] and words(first, "expires") == ["2026-11-30T23:59:59+01:00"]

    second = told(
        "verglas-2", FIRST.replace("sent: 2026-11-20", "sent: 2026-11-22\nupdates: alerts/verglas.md").replace("title: ", "title: Encore du "), "2026-11-22")
    assert words(second, "msgType") == ["Update"] and words(second, "references") == [said["verglas"]]
    assert not (project.public / "alertes/verglas.cap.xml").exists()
    gone = HTMLPage(project.public, project.public / "alertes/verglas/index.html")
    assert "Cette alerte a été remplacée." in gone.text and "/alertes/verglas-2/" in [a.get("href") for a in gone.elements("//article//a")]

    frame = (project.public / "alertes/verglas/encart.html").read_text("utf-8")
    assert "Encore du Verglas" in frame, "a frame of the first shows what took its place"

    third = told("verglas-3", FIRST.replace("sent: 2026-11-20", "sent: 2026-11-24\ncancels: alerts/verglas-2.md"), DAY)
    assert words(third, "msgType") == ["Cancel"] and words(third, "references") == [f"{said['verglas']} {said['verglas-2']}"]
    page = HTMLPage(project.public, project.public / "alertes/verglas-3/index.html")
    assert "annule « Encore du Verglas" in page.text.replace("\u00a0", " ").replace("\u202f", " ")
    shown = (project.public / "communes/74080-la-clusaz/index.html").read_text("utf-8")
    assert "/alertes/verglas-3/" in shown and "/alertes/verglas-2/" not in shown and "/alertes/verglas/" not in shown

    cancelled = HTMLPage(project.public, project.public / "alertes/verglas-2/index.html")
    assert "Cette alerte a été annulée." in cancelled.text

    # What was replaced stays so when the last word is over.
    (folder / "verglas-3.md").write_text((folder / "verglas-3.md").read_text("utf-8").replace("2026-11-30", "2026-11-25"), "utf-8")
    project.build("--no-pdf", "--no-search", date="2026-11-28")
    left = sorted(str(file.relative_to(project.public / "alertes")) for file in project.public.glob("alertes/verglas*/encart.html"))
    assert left == [f"{name}/encart.html" for name in ("verglas-2", "verglas-3", "verglas")], "frames of other sites show an end, not an error"
    for file in left:
        encart = HTMLPage(project.public, project.public / "alertes" / file)
        assert "Cette alerte n’est plus en cours." in encart.text and "Verglas" not in encart.text and not encart.elements("//*[@hidden]")
    assert not list(project.public.glob("alertes/*verglas*.cap.xml"))
    archive = HTMLPage(project.public, project.public / "alertes/archives/index.html")
    assert [a.get("href") for a in archive.elements("//main/ul/li/a")] == ["/alertes/verglas-3/", "/alertes/verglas-2/", "/alertes/verglas/"]
    for path in ("index.html", "alertes/index.html", "alertes/alertes.atom", "communes/74080-la-clusaz/index.html", "recherche/index.html", "sitemap.xml"):
        assert "/alertes/verglas" not in (project.public / path).read_text("utf-8"), path
    for name in ("verglas", "verglas-2", "verglas-3"):
        assert "noindex" in (project.public / f"alertes/{name}/index.html").read_text("utf-8")


def test_an_exercise_says_so_everywhere(tmp_path, schema):
    project = copy_of_the_example(tmp_path)
    (tmp_path / "content/alerts/verglas.md").write_text(
        FIRST.replace("level:", "status: exercice\nshort_texts: {160: Le verglas est là.}\nlevel:"), "utf-8")
    project.build("--no-pdf", "--no-search")
    message = etree.parse(project.public / "alertes/verglas.cap.xml")
    schema.assertValid(message)
    assert words(message, "status") == ["Exercise"] and "Exercice" in words(message, "headline")[0]
    assert "Exercice - Le verglas" in (project.public / "alertes/verglas/index.html").read_text("utf-8")
    for path in ("index.html", "alertes/index.html", "communes/74080-la-clusaz/index.html", "alertes/alertes.atom"):
        text = (project.public / path).read_text("utf-8")
        assert text.count("Verglas sur les routes") == text.count("Exercice – Verglas sur les routes") > 0, path


TIMED = FIRST.replace("sent: 2026-11-20", "sent: 2026-11-24 14:00\nonset: 2026-11-24 16:00").replace("expires: 2026-11-30", "expires: 2026-11-24 18:00").replace(
    "on: 2026-11-20", "on: 2026-11-24")


def test_a_message_ends_at_its_minute(tmp_path, schema):
    project = copy_of_the_example(tmp_path)
    (tmp_path / "content/alerts/verglas.md").write_text(TIMED, "utf-8")
    project.build("--no-pdf", "--no-search", date="2026-11-24T17:59:00+01:00")
    message = etree.parse(project.public / "alertes/verglas.cap.xml")
    schema.assertValid(message)
    for name, told in [
        ("sent", "2026-11-24T14:00:00+01:00"), ("effective", "2026-11-24T14:00:00+01:00"), ("onset", "2026-11-24T16:00:00+01:00"),
        ("expires", "2026-11-24T18:00:00+01:00"), ("category", "Met"), ("event", "Message de prévention\u00a0: intempérie"),
    ]:
        assert words(message, name) == [told], name
    # Cayenne's 14:01 is Paris' 18:01.
    project.build("--no-pdf", "--no-search", date="2026-11-24T14:01:00-03:00")
    assert not (project.public / "alertes/verglas.cap.xml").exists()
    assert "/alertes/verglas/" not in (project.public / "communes/74080-la-clusaz/index.html").read_text("utf-8")
    assert "Cette alerte est terminée." in HTMLPage(project.public, project.public / "alertes/verglas/index.html").text


def test_a_brigade_stands_for_its_communes(tmp_path, schema):
    project = copy_of_the_example(tmp_path)
    (tmp_path / "content/alerts/verglas.md").write_text(FIRST.replace('communes: ["74080"]', "arrondissements: [Bonneville]\ncommunes: [\"74010\"]"), "utf-8")
    project.build("--no-pdf", "--no-search")
    message = etree.parse(project.public / "alertes/verglas.cap.xml")
    schema.assertValid(message)
    first, second = words(message, "areaDesc")
    assert first.startswith("Arrondissement de Bonneville (") and "Bonneville" in first and second == "Annecy"
    codes = words(message, "geocode/value")
    assert len(codes) > 20 and codes[-1] == "74010" and "74042" in codes
    assert "/alertes/verglas/" in (project.public / "communes/74042-bonneville/index.html").read_text("utf-8")
    assert "Arrondissement de Bonneville" in HTMLPage(project.public, project.public / "alertes/verglas/index.html").text


def test_nothing_could_be_taken_for_an_alarm(messages):
    for name, message in messages.items():
        text = etree.tostring(message, encoding="unicode")
        assert not re.search(r"\bfr[- ]?alert\b|alarme|évacu|extreme|immediate|observed|parameter|responseType>(Shelter|Evacuate)", text, re.I), name


def test_what_is_to_leave_few_traces_is_in_no_archive(tmp_path):
    project = copy_of_the_example(tmp_path)
    (tmp_path / "content/alerts/verglas.md").write_text(FIRST.replace("level:", "offline: false\nlevel:").replace("2026-11-30", "2026-11-22"), "utf-8")
    project.build("--no-pdf", "--no-search")
    assert not (project.public / "alertes/verglas").exists()
    assert "Verglas" not in (project.public / "alertes/archives/index.html").read_text("utf-8")


def test_an_old_text_asks_nobody_to_mend_it(tmp_path):
    project = copy_of_the_example(tmp_path)
    old = FIRST.replace("2026-11-30", "2026-11-22").replace("Remettez", "Voyez [ce guide](../guides/elus/nulle-part.md). Remettez")
    (tmp_path / "content/alerts/verglas.md").write_text(old, "utf-8")
    project.build("--no-pdf", "--no-search")
    page = HTMLPage(project.public, project.public / "alertes/verglas/index.html")
    assert "Verglas sur les routes" in page.text and "Remettez" not in page.text
