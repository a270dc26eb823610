"""The agenda as calendar programs read it: the `icalendar` wheel reads what is published, `dateutil` says which days a rule has."""

import calendar
import datetime
import json
import re
import shutil
from zoneinfo import ZoneInfo

import icalendar
import pypdf
import pytest
from dateutil.rrule import rrulestr

from judges.html_page import HTMLPage
from judges.program import DAY, ROOT, Project, copy_of_the_example
from judges.tree import few

NOTICE = "EXEMPLE : NE PAS DIFFUSER"
HEAD = "kind,title,date,start,end,place,communes,id,updated,status,public\n"


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("agenda"))
    project.build("--no-pdf")
    return project.public


@pytest.fixture
def project(tmp_path):
    shutil.copytree(ROOT / "Tests/Fixtures/base", tmp_path, dirs_exist_ok=True)
    (tmp_path / "content/agenda").mkdir()
    return Project(tmp_path)


@pytest.fixture
def dressed(project):
    """With the pages that readers see."""
    shutil.rmtree(project.folder / "site-templates")
    shutil.copytree(ROOT / "site-templates", project.folder / "site-templates")
    return project


def write_calendar(project, events, name="agenda.ics"):
    text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Exemple//FR\n" + events.strip() + "\nEND:VCALENDAR\n"
    (project.folder / "content/agenda" / name).write_text(text.replace("\n", "\r\n"))


def write_table(project, *rows):
    (project.folder / "content/agenda/table.csv").write_text(HEAD + "".join(row + "\n" for row in rows))


def published(project, date=DAY, file="agenda"):
    project.build("--no-pdf", date=date)
    read = icalendar.Calendar.from_ical((project.public / f"agenda/{file}.ics").read_bytes())
    return read.walk("VEVENT")


def starts(events):
    """Instants, in universal time; cancelled events aside."""
    held = [event for event in events if event["STATUS"] != "CANCELLED"]
    return sorted(event.decoded("DTSTART").astimezone(datetime.UTC) for event in held)


def test_every_calendar_holds_to_the_standard(example):
    files = sorted(example.rglob("*.ics"))
    assert len(files) > 300
    faults = []
    for file in files:
        route, data = str(file.relative_to(example)), file.read_bytes()
        lines = data.split(b"\r\n")
        if lines.pop() != b"" or any(b"\n" in line or b"\r" in line for line in lines):
            faults.append(f"{route}: a line does not end with CR LF")
        faults += [f"{route}: {len(line)} octets: {line!r}" for line in lines if len(line) > 75]
        for line in lines:
            line.decode()  # A fold may not cut a letter in two.
        read = icalendar.Calendar.from_ical(data)
        if read["VERSION"] != "2.0" or not read["PRODID"] or not read["X-WR-CALNAME"].startswith(NOTICE):
            faults.append(f"{route}: {read['X-WR-CALNAME']}")
        zones = [zone["TZID"] for zone in read.walk("VTIMEZONE")]
        if zones != ["Europe/Paris"]:
            faults.append(f"{route}: zones {zones}")
        events = read.walk("VEVENT")
        if len({event["UID"] for event in events}) != len(events):
            faults.append(f"{route}: a UID stands twice")
        for event in events:
            if not {"DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "STATUS"} <= set(event) or event.errors:
                faults.append(f"{route}: {sorted(event)} {event.errors}")
            elif not event["SUMMARY"].startswith(NOTICE) or event["DTSTART"].params.get("TZID", zones[0]) != zones[0]:
                faults.append(f"{route}: {event['SUMMARY']}, {event['DTSTART'].params}")
    assert not faults, few(faults)


def test_each_commune_has_what_concerns_it(example):
    def days(path):
        read = icalendar.Calendar.from_ical((example / path).read_bytes())
        return [event.decoded("DTSTART").date().isoformat() for event in read.walk("VEVENT")]

    assert days("communes/74080-la-clusaz/agenda.ics") == ["2026-12-10"]
    assert days("communes/74010-annecy/agenda.ics") == []
    assert days("agenda/permanences.ics") == ["2026-12-10", "2027-01-13", "2027-02-04", "2027-03-09"]
    assert days("agenda/agenda.ics") == days("agenda/permanences.ics")
    assert days("agenda/brigade-de-gendarmerie-de-thones.ics") == ["2026-12-10"]


def test_pages_link_to_calendars(example):
    for page in ["communes/74080-la-clusaz/index.html", "agenda/index.html"]:
        links = re.findall(r'href="/([^"]+\.ics)"', (example / page).read_text())
        assert links and all((example / link).is_file() for link in links), page


def test_the_published_zone_is_the_real_one(example):
    """The VTIMEZONE alone, without the reader's own tables, around the changes of ten years: the reader takes the UNTIL of
    2036, which is in universal time, for one of the zone."""
    read = icalendar.Calendar.from_ical((example / "agenda/agenda.ics").read_bytes())
    own, real = read.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False), ZoneInfo("Europe/Paris")
    wrong = []
    for year in range(2026, 2036):
        for month, day in [(1, 15), (3, 20), (4, 5), (7, 14), (10, 20), (11, 5)]:
            time = datetime.datetime(year, month, day, 12)
            if own.utcoffset(time) != time.replace(tzinfo=real).utcoffset():
                wrong.append(time)
    assert not wrong


RULES = {
    "hebdomadaire": ("Europe/Paris", "20261005T093000", "FREQ=WEEKLY;BYDAY=MO", ["20261221T093000", "20270329T093000"], []),
    "mensuelle": ("Europe/Paris", "20261008T140000", "FREQ=MONTHLY;BYDAY=2TH", ["20270211T140000"], ["20270216T180000"]),
    "fin de mois": ("Europe/Paris", "20261030T170000", "FREQ=MONTHLY;BYDAY=-1FR", [], []),
    "quinzaine": ("Europe/Paris", "20261001T080000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,FR;WKST=MO;COUNT=40", [], []),
    "Guadeloupe": ("America/Guadeloupe", "20261103T220000", "FREQ=WEEKLY;BYDAY=TU", ["20261208T220000"], []),
    "La Réunion": ("Indian/Reunion", "20261102T010000", "FREQ=MONTHLY;BYMONTHDAY=2", [], ["20270505T010000"]),
    "jusqu'à": ("Europe/Paris", "20261105T190000", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20270527T170000Z", [], []),
    "annuelle": ("Europe/Paris", "20251231T235900", "FREQ=YEARLY", [], []),
}


def event(name, zone, start, rule, excluded, added):
    lines = ["BEGIN:VEVENT", f"UID:{name}", "DTSTAMP:20261001T080000Z", f"SUMMARY:{name}",
             f"DTSTART;TZID={zone}:{start}", f"RRULE:{rule}", "DURATION:PT1H"]
    lines += [f"EXDATE;TZID={zone}:{day}" for day in excluded] + [f"RDATE;TZID={zone}:{day}" for day in added]
    return "\n".join([*lines, "END:VEVENT"])


def occurrences(zone, start, rule, excluded, added):
    found = rrulestr(f"DTSTART;TZID={zone}:{start}\nRRULE:{rule}", forceset=True, tzids=ZoneInfo)
    for add, days in ((found.exdate, excluded), (found.rdate, added)):
        for day in days:
            add(datetime.datetime.strptime(day, "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo(zone)))
    return found


@pytest.mark.parametrize("home", ["Europe/Paris", "America/Guadeloupe", "Indian/Mayotte"])
@pytest.mark.parametrize("name", RULES)
def test_occurrences_are_those_of_dateutil(project, name, home):
    """Over two years, in two builds, whatever the site's own zone."""
    project.edit("content/site.yml", "timezone: Europe/Paris", f"timezone: {home}")
    write_calendar(project, event(name, *RULES[name]))
    rule, zone, day = occurrences(*RULES[name]), ZoneInfo(home), datetime.timedelta(days=1)
    found, expected = set(), set()
    for today, contact in [("2026-11-01", "2027-10-20"), ("2027-11-01", "2028-10-20")]:
        settings = project.folder / "content/site.yml"
        settings.write_text(re.sub("expires: [0-9-]+", f"expires: {contact}", settings.read_text()))
        first = datetime.datetime.fromisoformat(today).replace(tzinfo=zone)
        last = first + 365 * day
        found |= {start for start in starts(published(project, today)) if start < last}
        expected |= {start.astimezone(datetime.UTC) for start in rule.between(first, last, inc=True)}
    assert expected and found == expected


def test_moves_and_cancellations_are_followed(project):
    rule = ("Europe/Paris", "20261207T093000", "FREQ=WEEKLY;BYDAY=MO;COUNT=5", [], [])
    moved = """BEGIN:VEVENT
UID:lundi
DTSTAMP:20261110T080000Z
SEQUENCE:3
SUMMARY:lundi
RECURRENCE-ID;TZID=Europe/Paris:20261214T093000
DTSTART;TZID=Europe/Paris:20261215T140000
DTEND;TZID=Europe/Paris:20261215T150000
END:VEVENT
BEGIN:VEVENT
UID:lundi
DTSTAMP:20261110T080000Z
SUMMARY:lundi
STATUS:CANCELLED
RECURRENCE-ID;TZID=Europe/Paris:20261221T093000
DTSTART;TZID=Europe/Paris:20261221T093000
END:VEVENT"""
    write_calendar(project, event("lundi", *rule))
    before = {found["UID"]: found for found in published(project)}
    write_calendar(project, event("lundi", *rule) + "\n" + moved)
    after = {found["UID"]: found for found in published(project)}
    assert before.keys() == after.keys() and len(before) == 5

    def days(events):
        return sorted(f"{found.decoded('DTSTART'):%m-%d %H:%M} {found['STATUS']}" for found in events.values())

    assert days(before) == [f"{day} 09:30 CONFIRMED" for day in ["12-07", "12-14", "12-21", "12-28", "01-04"]][4:] + [
        f"{day} 09:30 CONFIRMED" for day in ["12-07", "12-14", "12-21", "12-28"]]
    assert days(after) == [
        "01-04 09:30 CONFIRMED", "12-07 09:30 CONFIRMED", "12-15 14:00 CONFIRMED", "12-21 09:30 CANCELLED",
        "12-28 09:30 CONFIRMED"]
    assert [found["SEQUENCE"] for found in after.values() if found.decoded("DTSTART").day == 15] == [3]


def test_a_day_that_ends_as_it_begins_is_one_day(project):
    """As the official calendar of public holidays writes them."""
    write_calendar(project, """BEGIN:VEVENT
UID:noel
SUMMARY:Noël
DTSTART;VALUE=DATE:20261225
DTEND;VALUE=DATE:20261225
END:VEVENT""")
    (found,) = published(project)
    assert found.decoded("DTSTART") == datetime.date(2026, 12, 25)
    assert found.decoded("DTEND") == datetime.date(2026, 12, 26)


def test_an_event_stays_itself_when_its_words_change(project):
    def one(row, date=DAY):
        write_table(project, row)
        (found,) = published(project, date)
        return found

    first = one("permanence,Permanence,2026-12-10,9:00,12:00,Mairie,74010,,,,")
    again = one("permanence,Rencontre,2026-12-10,10:00,12:00,Salle des fêtes,74010,,2026-11-20,,")
    gone = one("permanence,Rencontre,2026-12-10,10:00,12:00,Salle des fêtes,74010,,2026-11-20,annulée,")
    assert first["UID"] == again["UID"] == gone["UID"]
    assert first["SEQUENCE"] < again["SEQUENCE"] < gone["SEQUENCE"]
    assert again.decoded("DTSTAMP") == datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC)
    assert (first["STATUS"], gone["STATUS"]) == ("CONFIRMED", "CANCELLED")
    other = one("permanence,Permanence,2026-12-11,9:00,12:00,Mairie,74010,,,,")
    assert other["UID"] != first["UID"]
    named = [one(f"permanence,Permanence,{day},9:00,12:00,Mairie,74010,clusaz-hiver,,,") for day in ("2026-12-10", "2026-12-12")]
    assert named[0]["UID"] == named[1]["UID"]


def test_cancelled_meetings_are_announced_by_no_page(dressed):
    project = dressed
    write_table(project, "permanence,Permanence ZZANNULEE,2026-12-10,9:00,12:00,Mairie,74010,,,annulée,")
    published(project)
    holders = {str(file.relative_to(project.public)) for file in project.public.rglob("*") if file.is_file() and b"ZZANNULEE" in file.read_bytes()}
    assert {"agenda/agenda.ics", "communes/74010-annecy/agenda.ics", "agenda/index.html"} <= holders
    assert {name for name in holders if not name.endswith(".ics") and not name.startswith("api/")} == {"agenda/index.html"}
    told = [json.loads(line) for line in (project.public / "api/v1/events.ndjson").read_text("utf-8").splitlines() if "ZZANNULEE" in line]
    assert told and all(event["cancelled"] for event in told), "programs learn that it does not take place"
    assert "Annulé" in (project.public / "agenda/index.html").read_text()


def test_the_clock_does_not_change_a_calendar(project):
    write_table(project, "permanence,Permanence,2026-12-10,9:00,12:00,Mairie,74010,,,,")
    files = []
    for day in [DAY, "2026-12-09"]:
        project.build("--no-pdf", date=day)
        files.append((project.public / "agenda/agenda.ics").read_bytes())
    assert files[0] == files[1]


def test_a_calendar_says_nothing_of_who_keeps_the_agenda(project):
    write_calendar(project, """BEGIN:VEVENT
UID:jean.exemple@gendarmerie.exemple.fr
ORGANIZER:mailto:jean.exemple@gendarmerie.exemple.fr
DTSTART;TZID=Europe/Paris:20261210T090000
SUMMARY:Permanence
END:VEVENT""")
    assert len(published(project)) == 1
    assert not [file for file in project.public.rglob("*") if file.is_file() and b"jean.exemple" in file.read_bytes()]


@pytest.mark.parametrize("in_table", [True, False])
def test_an_immersion_is_told_by_its_month(dressed, in_table):
    """Day, hour, place and communes are nowhere in what is published, unless the agenda says that it is public."""
    project = dressed

    def build(public, date=DAY):
        if in_table:
            write_table(project, f"immersion,ZZTHEME,2027-01-26,14:15,17:00,ZZLIEU,74010,,,,{'oui' if public else ''}")
        else:
            write_calendar(project, f"""BEGIN:VEVENT
UID:immersion
DTSTART;TZID=Europe/Paris:20270126T141500
DTEND;TZID=Europe/Paris:20270126T170000
SUMMARY:ZZTHEME
LOCATION:ZZLIEU
CATEGORIES:immersion,74010{',public' if public else ''}
END:VEVENT""")
        events = published(project, date, "immersions")
        texts = {str(file.relative_to(project.public)): file.read_bytes() for file in project.public.rglob("*") if file.is_file()}
        return events, texts

    events, texts = build(public=True)
    assert [event["LOCATION"] for event in events] == ["ZZLIEU"]
    for date in [DAY, "2027-01-31"]:
        events, texts = build(public=False, date=date)
        assert not events
        for mark in [b"ZZLIEU", b"2027-01-26", b"20270126", "26 janvier".encode(), "26\u00a0janvier".encode(), b"14:15", "14\u00a0h\u00a015".encode()]:
            assert not [name for name, data in texts.items() if mark in data], mark
        assert [name for name, data in texts.items() if b"ZZTHEME" in data], "month and theme are told"


def test_paper_tells_an_immersion_by_its_month_and_no_cancelled_meeting(dressed):
    """What hangs on a notice board is as public as a page."""
    write_table(
        dressed, "immersion,Immersion ZZTHEME,2027-01-26,14:15,17:00,ZZLIEU,74010,,,,",
        "permanence,Permanence ZZANNULEE,2026-12-10,9:00,12:00,Mairie,74010,,,annulée,",
        "permanence,Permanence ZZTENUE,2026-12-11,9:00,12:00,Mairie,74010,,,,")
    dressed.build()
    files = sorted(dressed.public.glob("communes/74010-annecy/*.pdf"))
    assert len(files) > 1
    for file in files + sorted(dressed.public.glob("agenda/*.pdf")):
        text = " ".join("".join(page.extract_text() for page in pypdf.PdfReader(file).pages).replace("\u00a0", " ").split())
        # A strip has permanences alone, a slip immersions alone.
        own = {"permanences": ["ZZTENUE"], "inscription": ["ZZTHEME", "janvier 2027"]}.get(file.stem.split("-")[0], ["ZZTENUE", "ZZTHEME", "janvier 2027"])
        assert all(words in text for words in own), f"{file.name}: {text}"
        for mark in ["ZZLIEU", "26 janvier", "14 h 15", "ZZANNULEE", "1er janvier"]:
            assert mark not in text, f"{file.name}: {mark}"


def test_a_month_shows_its_days_beside_the_list(dressed):
    """The weeks are those of Python's own calendar; each day leads to what takes place on it."""
    write_table(
        dressed, "permanence,Permanence A,2026-12-10,9:00,12:00,Mairie,74010,,,,", "réunion,Réunion B,2026-12-10,,,Mairie,,,,,",
        "permanence,Permanence C,2027-02-28,14:30,17:00,Mairie,74010,,,,", "immersion,Immersion D,2027-02-11,9:00,,Ailleurs,,,,,")
    write_calendar(dressed, """BEGIN:VEVENT
UID:forum
DTSTART;VALUE=DATE:20261230
DTEND;VALUE=DATE:20270101
SUMMARY:Forum E
END:VEVENT""")
    published(dressed)
    page = HTMLPage(dressed.public, dressed.public / "agenda/index.html")
    expected = {
        (2026, 12): {10: ["Réunion B", "Permanence A"], 30: ["Forum E"], 31: ["Forum E"]}, (2027, 2): {28: ["Permanence C"]}}
    tables = page.tree.xpath("//table[@class='month-view']")
    assert len(tables) == 2
    for table, ((year, month), events) in zip(tables, expected.items()):
        days = [[int((cell.text or "0").strip() or 0) for cell in row.xpath("./td")] for row in table.xpath("./tbody/tr")]
        assert days == calendar.monthcalendar(year, month)
        found = {}
        for link in table.xpath(".//td/a"):
            (item,) = page.tree.xpath(f"//li[@id='{link.get('href').removeprefix('#')}']")
            found.setdefault(int(link.getparent().text), []).append(item.xpath("string(./p[@class='what'])"))
        assert found == events


def test_the_next_permanence_is_the_first_that_is_not_over(dressed):
    write_table(
        dressed, "réunion,Réunion,2026-11-25,9:00,12:00,Mairie,74010,,,,",
        "permanence,Permanence,2026-11-24,9:00,12:00,Lieu A,74010,,,,", "permanence,Permanence,2026-11-30,9:00,12:00,Lieu B,74010,,,annulé,",
        "permanence,Permanence,2027-07-14,14:30,17:00,Lieu C,,,,,", "permanence,Permanence,2026-11-23,9:00,12:00,Lieu D,74010,,,,")
    published(dressed)
    page = HTMLPage(dressed.public, dressed.public / "communes/74010-annecy/index.html")
    dates = page.tree.xpath("//div[@class='next-permanence']/p[@data-ends]")
    assert [(date.get("data-ends"), "hidden" in date.attrib) for date in dates] == [
        ("2026-11-24T12:00:00+01:00", False), ("2027-07-14T17:00:00+02:00", True)]
    assert HTMLPage.text_of(dates[0]) == "Prochaine permanence : mardi 24 novembre 2026, de 9 h à 12 h, Lieu A, sauf intervention."
    assert all(date.text_content().strip().endswith(", sauf intervention.") for date in dates)
