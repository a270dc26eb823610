"""What other programs read of the site, judged by a feed reader, by schemas and by the standards' own rules."""

import base64
import datetime
import hashlib
import json
import re

import feedparser
import pytest
from lxml import etree

from judges.html_page import HTMLPage
from judges.program import DAY, ROOT, copy_of_the_example
from judges.tree import few

NOTICE = "EXEMPLE : NE PAS DIFFUSER"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def base(pages):
    return pages["index.html"].one("//link[@rel='canonical']").get("href")


@pytest.fixture(scope="module")
def feeds(public):
    """All feeds, by their route."""
    return {f"/{file.relative_to(public)}": file for file in sorted(public.rglob("*.atom"))}


def test_every_feed_is_atom(feeds):
    schema = etree.RelaxNG(etree.parse(ROOT / "Tests/judges/atom.rng"))
    faults = []
    for route, file in feeds.items():
        if not schema.validate(etree.parse(file)):
            faults.append(f"{route}: {schema.error_log.last_error}")
    assert not faults, "RFC 4287:" + few(faults)


def test_the_schema_does_see_faults(feeds):
    schema = etree.RelaxNG(etree.parse(ROOT / "Tests/judges/atom.rng"))
    text = feeds["/alertes/alertes.atom"].read_text()
    assert schema.validate(etree.fromstring(text.encode()))
    for old, new in [("<updated>", "<updated>le "), ("<id>https://", "<id>/"), ("<generator>Crieur</generator>", "")]:
        assert not schema.validate(etree.fromstring(text.replace(old, new).encode())), f"{old} → {new}"


def test_a_reader_understands_every_feed(feeds, pages, base):
    faults = []
    for route, file in feeds.items():
        read = feedparser.parse(file.read_bytes())
        if read.bozo:
            faults.append(f"{route}: {read.bozo_exception}")
            continue
        page = route.removeprefix("/").rpartition("/")[0] + "/index.html"
        if read.feed.link != base + page.removesuffix("index.html") or page not in pages:
            faults.append(f"{route}: leads to {read.feed.link}")
        if read.feed.id != base.rstrip("/") + route:
            faults.append(f"{route}: says that it is {read.feed.id}")
        for words in (read.feed.title, *(entry.title for entry in read.entries), *(entry.summary for entry in read.entries)):
            if not words.startswith(NOTICE):
                faults.append(f"{route}: « {words[:60]} » does not say that it is an example")
        for entry in read.entries:
            if not entry.link.startswith(base) or entry.link.removeprefix(base).partition("#")[0] + "index.html" not in pages:
                faults.append(f"{route}: {entry.link} is no page")
            # What became of a commitment has no first day of its own.
            if not entry.get("published_parsed", entry.updated_parsed) <= entry.updated_parsed <= datetime.date.fromisoformat(DAY).timetuple():
                faults.append(f"{route}: {entry.id} is of {entry.get('published')}, changed on {entry.updated}")
        identifiers = [entry.id for entry in read.entries]
        if len(set(identifiers)) != len(identifiers):
            faults.append(f"{route}: two entries are one")
    assert not faults, "feeds:" + few(faults)


def test_a_commune_has_the_alerts_of_its_page(feeds, commune_pages):
    faults, told = [], 0
    for page in commune_pages.values():
        read = feedparser.parse(feeds[page.route + "alertes.atom"].read_bytes())
        shown = {link.rpartition("/alertes/")[2] for link in page.elements("//*[contains(@class,'current-alerts')]//a/@href")}
        fed = {entry.link.rpartition("/alertes/")[2] for entry in read.entries}
        told += len(fed)
        if shown != fed:
            faults.append(f"{page.path}: shows {shown}, its feed {fed}")
    assert told > len(commune_pages), "too few alerts to tell"
    assert not faults, "alerts:" + few(faults)


def test_pages_lead_to_their_feeds(feeds, pages, commune_pages):
    named = set()
    for page in pages.values():
        for link in page.elements("//link[@rel='alternate'][@type='application/atom+xml']"):
            assert link.get("title"), f"{page.path}: its feed has no title"
            named.add(link.get("href"))
    assert named == set(feeds)
    for page in commune_pages.values():
        assert page.elements("//main//a[@type='application/atom+xml']/@href") == [page.route + "alertes.atom"]


def test_services_and_levels_have_their_feeds(feeds, pages):
    page = pages["alertes/index.html"]
    shown = page.elements("//main//a[@type='application/atom+xml']/@href")
    own = {route for route in feeds if route.startswith("/alertes/")}
    assert set(shown) == own and len(shown) == len(own) > 20
    assert set(page.elements("//link[@type='application/atom+xml']/@href")) == own
    everything = {entry.id for entry in feedparser.parse(feeds["/alertes/alertes.atom"].read_bytes()).entries}
    levels = [
        {entry.id for entry in feedparser.parse(feeds[f"/alertes/niveau-{level}.atom"].read_bytes()).entries}
        for level in ("danger", "vigilance", "information")
    ]
    assert everything and everything == set().union(*levels) and len(everything) == sum(map(len, levels))
    told = [{entry.id for entry in feedparser.parse(feeds[route].read_bytes()).entries} for route in own]
    assert all(entries <= everything for entries in told) and any(0 < len(entries) < len(everything) for entries in told)


def test_an_entry_stays_the_same_when_its_alert_changes_is_updated_and_ends(tmp_path):
    """What readers see over four builds of one site: identifiers are kept, `updated` grows, no alert is told twice."""
    project = copy_of_the_example(tmp_path)

    def entries():
        project.build("--strict", "--no-pdf")
        read = feedparser.parse((project.public / "alertes/alertes.atom").read_bytes())
        return {entry.id: (entry.title, entry.updated, entry.link) for entry in read.entries}

    first = entries()
    assert entries() == first and len(first) > 1
    [vols] = [identifier for identifier in first if identifier.endswith("/faux-agents/")]
    project.edit("content/alerts/faux-agents.md", "Faux gendarmes,", "De faux gendarmes,")
    assert {key: value[:2] for key, value in entries().items()} == {key: value[:2] for key, value in first.items()}
    alert = (project.folder / "content/alerts/faux-agents.md").read_text()
    seen = [first[vols]]
    former = "faux-agents"
    for name, key, level in [("suite", "updates", "vigilance"), ("fin", "cancels", "information")]:
        text = alert.replace("level: information", f"level: {level}\n{key}: alerts/{former}.md").replace("print: [poster-a4, poster-a3]\n", "")
        (project.folder / f"content/alerts/{name}.md").write_text(text)
        now = entries()
        assert set(now) == set(first), "the same entries, under the same identifiers"
        assert now[vols][1] > seen[-1][1] and now[vols][2].endswith(f"/alertes/{name}/")
        seen.append(now[vols])
        former = name
    assert "Fin d’alerte" in seen[-1][0]


def test_the_sitemap_tells_when_pages_changed(public):
    dates = [element.text for element in etree.parse(public / "sitemap.xml").iter(f"{SITEMAP}lastmod")]
    assert len(dates) > 300
    assert all(datetime.date.fromisoformat(date) <= datetime.date.fromisoformat(DAY) for date in dates)


def test_security_txt_is_what_the_rfc_asks(public, base):
    text = (public / ".well-known/security.txt").read_text("ascii").replace(f"# {NOTICE}\n", "")
    fields = re.findall(r"^([A-Za-z-]+): (\S.*)$", text, re.M)
    assert len(fields) == len(text.splitlines()), "a line is no field"
    found = {}
    for name, value in fields:
        found.setdefault(name.lower(), []).append(value)
    assert all(re.match("mailto:.+@.+|https://.+", contact) for contact in found["contact"])
    [expires] = found["expires"]
    left = datetime.datetime.fromisoformat(expires) - datetime.datetime.fromisoformat(f"{DAY}T00:00:00Z")
    assert datetime.timedelta(31) <= left <= datetime.timedelta(366)
    assert found["canonical"] == [f"{base}.well-known/security.txt"]
    assert len(found["preferred-languages"]) == 1


def test_a_fault_is_told_to_a_mailbox_with_the_page_in_its_subject(pages):
    faults = []
    for page in pages.values():
        for href in page.elements("//*[@class='report']/a/@href"):
            if not re.fullmatch(r"mailto:corrections@[a-z.]+\?subject=[A-Za-z0-9%._~-]+", href) or "%2F" not in href:
                faults.append(f"{page.path}: {href}")
        # Without network there is nobody to write to.
        if page.is_of_content and not page.elements("//*[@class='report']/a"):
            faults.append(f"{page.path}: no way to report an error")
    assert not faults, "reports:" + few(faults)


def test_style_and_script_are_what_the_page_asked_for(public, pages, encarts):
    faults, checked = [], set()
    for page in [*pages.values(), *encarts.values()]:
        for element in page.elements("//link[@rel='stylesheet']|//script[@src]"):
            address, asked = element.get("href") or element.get("src"), element.get("integrity")
            digest = hashlib.sha384((public / address.removeprefix("/")).read_bytes()).digest()
            if asked != "sha384-" + base64.b64encode(digest).decode():
                faults.append(f"{page.path}: {address} has the integrity {asked}")
            checked.add(address)
    assert len(checked) >= 3 and not faults, "integrity:" + few(faults)


def test_a_town_hall_can_show_its_contacts(encarts, commune_pages, communes):
    faults = []
    for commune in communes:
        page = commune_pages[commune.code]
        route = page.route + "encart.html"
        encart = encarts[route.removeprefix("/")]
        home = page.one("//link[@rel='canonical']").get("href")
        if NOTICE not in encart.text:
            faults.append(f"{route}: does not say that it is an example")
        if encart.elements("//script[not(@src)]|//script[text()]|//@style|//style|//form|//img|//iframe"):
            faults.append(f"{route}: more than texts and links")
        if encart.one("//link[@rel='canonical']").get("href") != home or encart.one("//base").get("target") != "_top":
            faults.append(f"{route}: does not lead to the commune's page")
        if encart.elements("//meta[@name='robots']/@content") != ["noindex"]:
            faults.append(f"{route}: robots would list it beside the page")
        called = set(page.elements("//*[contains(@class,'unit')]//a[@class='call']/@href"))
        if not called <= set(encart.elements("//dd/a/@href")) or "tel:17" not in encart.elements("//dd/a/@href"):
            faults.append(f"{route}: lacks a number of {called}")
        code = HTMLPage.text_of(page.one("//textarea[@id='encart-code']"))
        frame = etree.fromstring(code.replace(' loading="lazy"', ""))
        if frame.tag != "iframe" or frame.get("src") != home + "encart.html" or not frame.get("title"):
            faults.append(f"{route}: is shown by {code}")
        size = encart.file.stat().st_size
        if size > 6_000:
            faults.append(f"{route}: {size} bytes")
    assert not faults, "encarts:" + few(faults)


def test_former_addresses_lead_to_the_pages_of_today(tmp_path):
    project = copy_of_the_example(tmp_path)
    project.edit("content/guides/elus/menaces.md", "title:", "aliases: [/vieux/menaces.html, /été/menaces/]\ntitle:")
    project.edit(
        "content/guides/violences-intrafamiliales/voisins-et-proches.md", "title:", "aliases: /vieux/voisins/\ntitle:")
    project.edit("content/site.yml", "presents-pour-les-elus.exemple.fr/", "exemple.fr/portail/")
    project.build("--strict", "--no-pdf")
    routes = {
        "vieux/menaces.html": "/portail/guides/elus/menaces/", "été/menaces/index.html": "/portail/guides/elus/menaces/",
        "vieux/voisins/index.html": "/portail/guides/violences-intrafamiliales/voisins-et-proches/",
    }
    sitemap = (project.public / "sitemap.xml").read_text()
    for path, target in routes.items():
        page = HTMLPage(project.public, project.public / path)
        assert page.one("//meta[@http-equiv='refresh']").get("content") == f"0; url={target}"
        assert page.one("//link[@rel='canonical']").get("href") == f"https://exemple.fr{target}"
        assert page.elements("//main//a/@href") == [target]
        assert page.elements("//meta[@name='robots']/@content") == ["noindex"]
        assert NOTICE in page.text and not page.elements("//script")
        assert bool(page.elements("//meta[@name='referrer'][@content='no-referrer']")) == ("violences" in target)
        assert (project.public / target.removeprefix("/portail/") / "index.html").is_file()
        assert "/vieux/" not in sitemap and "%C3%A9t%C3%A9" not in sitemap


def test_the_error_page_helps_from_anywhere(pages):
    page = pages["404.html"]
    links = page.elements("//a/@href") + page.elements("//link[@rel='stylesheet' or @rel='icon']/@href") + page.elements("//script/@src")
    relative = [link for link in links if not link.startswith(("/", "#", "tel:", "mailto:", "https://"))]
    assert not relative, f"404.html is shown at any depth: {relative}"
    assert {"/", "/communes/", "/guides/"} <= set(page.elements("//main//a/@href"))


def graph(page):
    """The things that a page says it is about, by their type."""
    things = {}
    for script in page.elements("//script[@type='application/ld+json']"):
        data = json.loads(script.text)
        assert data["@context"] == "https://schema.org"
        for thing in data["@graph"]:
            things.setdefault(thing["@type"], []).append(thing)
    return things


def test_pages_say_what_they_are_about(pages, commune_pages, base):
    home = graph(pages["index.html"])
    assert home["WebSite"][0]["url"] == base and home["GovernmentOrganization"][0]["@id"] == home["WebSite"][0]["publisher"]["@id"]
    faults, meetings = [], 0
    for page in commune_pages.values():
        about = graph(page)
        called = {link.removeprefix("tel:") for link in page.elements("//*[contains(@class,'units')]//a[@class='call']/@href")}
        if called != {unit["telephone"] for unit in about["PoliceStation"] if "telephone" in unit}:
            faults.append(f"{page.path}: other numbers than {called}")
        shown = page.elements("//*[contains(@class,'commune-grid')]//*[@class='event']//time[1]/@datetime")
        # A visit of which the month alone is told is no event for programs.
        shown = [date for date in shown if len(date) > len("2027-01")]
        told = [event["startDate"][:10] for event in about.get("Event", [])]
        meetings += len(told)
        if told != [date for date in shown if date in told] or len(told) != len(shown):
            faults.append(f"{page.path}: meetings on {told}, shown {shown}")
    assert meetings > 10 and not faults, "structured data:" + few(faults)
    guide = graph(pages["guides/elus/menaces/index.html"])["Article"][0]
    assert " ".join(guide["headline"].split()) == HTMLPage.text_of(pages["guides/elus/menaces/index.html"].one("//h1"))


def test_the_way_to_a_page_is_that_of_its_breadcrumb(pages, base):
    faults, checked = [], 0
    for page in pages.values():
        [trail] = graph(page).get("BreadcrumbList", [None])
        if trail is None:
            continue
        checked += 1
        shown = [base.rstrip("/") + link for link in page.elements("//nav[@class='breadcrumb']//a/@href")] + [base.rstrip("/") + page.route]
        # The last step is the page itself.
        here = base.rstrip("/") + page.route
        if [step.get("item", here) for step in trail["itemListElement"]] != shown:
            faults.append(f"{page.path}: {trail}")
    assert checked > 500 and not faults, "breadcrumbs:" + few(faults)


def test_a_shared_page_shows_its_title_and_that_it_is_an_example(pages):
    faults = []
    for page in pages.values():
        shared = {meta.get("property"): meta.get("content") for meta in page.elements("//meta[@property]")}
        is_quiet = bool(page.elements("//meta[@name='referrer']")) or page.is_error_page
        if is_quiet != (not shared) or is_quiet and graph(page):
            faults.append(f"{page.path}: {shared or 'nothing'}")
        if shared and (
            not shared["og:title"].startswith(NOTICE) or shared["og:locale"] != "fr_FR"
            or shared["og:url"] != page.one("//link[@rel='canonical']").get("href")
            or shared["og:description"] != page.one("//meta[@name='description']").get("content")
        ):
            faults.append(f"{page.path}: {shared}")
    assert not faults, "sharing:" + few(faults)
