"""A calendar and a CAP message dropped into the example reach the pages of those whom they concern."""

import re

import pytest

from judges.html_page import HTMLPage
from judges.program import copy_of_the_example

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Exemple//FR
BEGIN:VEVENT
UID:1@exemple.fr
DTSTART;TZID=Europe/Paris:20260106T090000
DTEND;TZID=Europe/Paris:20260106T113000
RRULE:FREQ=MONTHLY;BYDAY=1TU
EXDATE;TZID=Europe/Paris:20270105T090000
SUMMARY:Permanence mensuelle de la brigade
LOCATION:Mairie\\, salle du conseil
CATEGORIES:permanence,74080
END:VEVENT
BEGIN:VEVENT
UID:2@exemple.fr
DTSTART;VALUE=DATE:20261205
DTEND;VALUE=DATE:20261208
SUMMARY:Journées de la sécurité intérieure
END:VEVENT
BEGIN:VEVENT
UID:3@exemple.fr
DTSTART:20261210T090000Z
STATUS:CANCELLED
SUMMARY:Réunion annulée
END:VEVENT
END:VCALENDAR
"""

MESSAGE = """<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
<identifier>exemple-1</identifier><sender>alertes@prefecture.exemple.fr</sender>
<sent>2026-11-24T07:30:00+01:00</sent><status>{status}</status><msgType>Alert</msgType><scope>Public</scope>
<info><language>fr-FR</language><category>Met</category><event>Avalanches</event><responseType>Avoid</responseType>
<urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>
<expires>2026-11-26T18:00:00+01:00</expires><senderName>Préfecture (exemple)</senderName>
<headline>Risque d'avalanche &lt;fort&gt;</headline>
<description>Les pentes sont instables. Le risque est fort !</description>
<instruction>Renoncez à sortir des pistes.</instruction>
<area><areaDesc>Aravis</areaDesc><geocode><valueName>INSEE</valueName><value>74080</value></geocode></area>
</info></alert>
"""


@pytest.fixture(scope="module")
def site(program, tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("messages"))
    (project.folder / "content/agenda/brigade.ics").write_text(CALENDAR.replace("\n", "\r\n"), "utf-8", newline="")
    (project.folder / "content/alerts/avalanches.xml").write_text(MESSAGE.format(status="Actual"), "utf-8")
    (project.folder / "content/alerts/essai.cap").write_text(
        MESSAGE.format(status="Test").replace("exemple-1", "exemple-2").replace("fort&gt;", "essai&gt;"), "utf-8")
    done = project.build("--strict", "--no-pdf", "--no-search")
    assert "c’est un essai (Test)" in done.stderr
    return project


def text(site, route):
    [file] = site.public.glob(f"{route}/index.html")
    return re.sub(r"[\s\xa0\u202f]+", " ", HTMLPage(site.public, file).text)


def test_the_alert_is_read_by_its_commune_and_by_no_other(site):
    page = text(site, "alertes/avalanches")
    assert "Risque d’avalanche <fort>" in page
    assert "Renoncez à sortir des pistes." in page and "La Clusaz" in page
    assert "au 26 novembre 2026 à 18 h" in page
    assert "Risque d’avalanche" in text(site, "communes/74080-*")
    assert "Risque d’avalanche" not in text(site, "communes/74010-*")


def test_a_trial_message_is_published_nowhere(site):
    assert not (site.public / "alertes/essai").exists()
    assert all("&lt;essai" not in file.read_text("utf-8") for file in site.public.rglob("*.html"))


def test_the_calendar_is_announced_a_year_ahead(site):
    agenda = text(site, "agenda")
    days = re.findall(r"mardi (\d+(?:er)? \w+ \d+), de 9 h à 11 h 30 Permanence mensuelle", agenda)
    assert days[:3] == ["1er décembre 2026", "2 février 2027", "2 mars 2027"], "January's is excluded"
    assert days[-1] == "2 novembre 2027"
    assert "du samedi 5 décembre 2026 au lundi 7 décembre 2026" in agenda
    # Who had noted it is told so; it is announced no more.
    announced, cancelled = agenda.split(" Annulés ")
    assert "Réunion annulée" not in announced
    assert "Annulé : jeudi 10 décembre 2026, à 10 h Réunion annulée" in cancelled
    assert "Permanence mensuelle" in text(site, "communes/74080-*")
    assert "Permanence mensuelle" not in text(site, "communes/74010-*")
