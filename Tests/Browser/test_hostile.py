"""Whatever texts hold, a page shows them: nothing in them runs, and no file for other programs breaks."""

import functools
import http.server
import json
import re
import subprocess
import threading
from contextlib import contextmanager

import feedparser
import pytest
from lxml import etree, html

from conftest import QuietHandler
from judges.bulletin import Bulletin
from judges.hostile import CELL, MARKUP, SHORT_CELL, SHORT_MARKUP, TEXT, TRACES, hostile
from judges.layout import covered, outside, too_small
from judges.program import PROGRAM, ROOT, environment
from judges.table import Commune

COMMUNE = "communes/74010-*"


@pytest.fixture(scope="module")
def site(program, tmp_path_factory):
    project = hostile(tmp_path_factory.mktemp("hostile"))
    done = project.build("--no-pdf")
    assert "erreur" not in done.stderr
    return project


@pytest.fixture(scope="module")
def address(site):
    handler = functools.partial(QuietHandler, directory=str(site.public))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def routes(site):
    return [f"/{file.relative_to(site.public)}".removesuffix("index.html") for file in sorted(site.public.rglob("*.html"))]


def folder_of(site, pattern):
    [found] = site.public.glob(pattern)
    return found


@contextmanager
def watched(browser, address, **options):
    """A page that tells at the end whether anything of the texts ran, asked elsewhere or was stopped by the policy."""
    context = browser.new_context(locale="fr-FR", **options)
    page = context.new_page()
    faults = []
    page.add_init_script(
        "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))")
    page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: faults.append(f"asks {request.url}") if not request.url.startswith(address) else None)
    yield page, faults
    context.close()


def ran(page):
    return page.evaluate("typeof window.__pwned !== 'undefined'")


def test_nothing_in_a_text_runs_on_any_page(browser, address, routes):
    assert len(routes) > 15
    faults = []
    with watched(browser, address) as (page, complaints):
        for route in routes:
            if "http-equiv=\"refresh\"" in page.request.get(address + route).text():
                continue
            assert page.goto(address + route).ok
            # What waits for the reader's hand: everything is focused, every fold is open.
            page.evaluate("""() => {
                for (const fold of document.querySelectorAll('details')) fold.open = true;
                for (const element of document.querySelectorAll('*')) element.focus?.();
            }""")
            handlers = page.evaluate("""() => [...document.querySelectorAll('*')].flatMap(element =>
                [...element.attributes].filter(one => one.name.startsWith('on') || /^\\s*javascript:/i.test(one.value))
                    .map(one => `${element.tagName} ${one.name}=${one.value}`))""")
            scripts = page.evaluate("""() => [...document.scripts].filter(one => one.type !== 'application/ld+json'
                && !(one.src.startsWith(location.origin) && one.text === '')).map(one => one.outerHTML)""")
            strangers = page.locator("iframe, img[src='x'], img[onerror], object, embed, style").count()
            found = handlers + scripts + [f"asked: {one}" for one in complaints] + ["ran"] * ran(page) + ["stranger"] * strangers
            complaints.clear()
            faults += [f"{route}: {one}" for one in found]
    assert not faults, "\n".join(faults[:10])


def test_the_watch_does_see_what_runs(browser, address):
    with watched(browser, address) as (page, complaints):
        page.route("**/a-propos/", lambda route: route.fulfill(
            content_type="text/html", body=f"<!DOCTYPE html><title>x</title><p>{MARKUP}</p>"))
        page.goto(address + "/a-propos/")
        page.wait_for_timeout(200)
        assert ran(page)


def text(element):
    return " ".join("".join(element.itertext()).replace("\xa0", " ").replace("\u202f", " ").split())


def letters(words):
    """What typography leaves alone."""
    return re.sub(r"[^A-Za-z0-9_<>={}\[\]]+", "", words)


@pytest.mark.parametrize("pattern, words", [
    ("guides/elus/menaces", TEXT), (COMMUNE, CELL), ("communes/74080-*", CELL), ("alertes/alerte", TEXT), ("a-propos", TEXT),
    ("bulletins/2026-11", "<script>__pwned=15</script>"),
])
def test_a_title_shows_as_it_was_written(site, pattern, words):
    tree = html.fromstring((folder_of(site, pattern) / "index.html").read_bytes())
    [heading] = tree.xpath("//h1")
    assert letters(words) in letters(text(heading))
    assert not heading.xpath(".//script | .//img | .//svg | .//iframe")


def test_the_encart_shows_names_and_its_code_holds_one_frame(site):
    folder = folder_of(site, COMMUNE)
    encart = html.fromstring((folder / "encart.html").read_bytes())
    assert letters(CELL) in letters(text(encart.xpath("//p[@class='commune']")[0]))
    assert letters(CELL) in letters(text(encart.xpath("//dt[last()]")[-1]))
    [code] = html.fromstring((folder / "index.html").read_bytes()).xpath("//textarea[@id='encart-code']")
    [frame] = html.fragments_fromstring(text(code))
    assert sorted(frame.attrib) == ["height", "loading", "src", "title", "width"]
    assert frame.get("src").startswith("https://portail.exemple.fr/communes/74010-")
    assert letters(CELL) in letters(frame.get("title")) and not len(frame)


def test_what_programs_read_parses_and_holds_the_texts(site):
    public = site.public
    communes = json.loads((public / "communes/communes.json").read_bytes())["communes"]
    assert any(letters(CELL) in letters(name) for name, *_ in communes)
    assert letters(CELL) in letters(json.loads((public / "api/v1/communes/74010.json").read_bytes())["commune"]["name"])
    manifest = json.loads((public / "manifest.webmanifest").read_bytes())
    assert letters(TEXT) in letters(manifest["name"])
    blocks = 0
    for file in public.rglob("*.html"):
        for block in html.fromstring(file.read_bytes()).xpath("//script[@type='application/ld+json']"):
            assert not set("<>&") & set(block.text)
            data = json.loads(block.text)
            blocks += any(trace in json.dumps(data) for trace in TRACES)
    assert blocks > 5
    feeds = sorted(public.rglob("*.atom"))
    schema = etree.RelaxNG(etree.parse(ROOT / "Tests/judges/atom.rng"))
    for file in feeds:
        assert schema.validate(etree.parse(file)), f"{file}: {schema.error_log.last_error}"
    read = feedparser.parse(feeds[0].read_bytes(), sanitize_html=False)
    assert any(letters(CELL) in letters(html.fromstring(f"<p>{entry.title}</p>").text_content() + entry.title) for entry in read.entries)
    for file in public.rglob("*.xml"):
        etree.parse(file)
    for file in [public / "robots.txt", public / ".well-known/security.txt"]:
        assert not any(trace in file.read_text("utf-8") for trace in TRACES)


def test_the_finder_proposes_names_as_text(browser, address):
    with watched(browser, address) as (page, complaints):
        page.goto(address + "/")
        page.locator("form[data-communes] input").press_sequentially("annecy")
        page.wait_for_selector("[role=option]")
        option = page.locator("[role=option]").first
        assert letters(CELL) in letters(option.inner_text())
        assert option.locator("*").count() == 1, "the postal codes alone are an element"
        page.keyboard.press("Enter")
        page.wait_for_url("**/communes/74010-*/")
        assert not ran(page) and not complaints, complaints


def test_the_search_shows_titles_and_excerpts_as_text(browser, address):
    with watched(browser, address) as (page, complaints):
        page.goto(address + "/recherche/")
        page.locator("input[type=search]").press_sequentially("menacé")
        page.wait_for_selector("[data-search=results] li")
        assert letters(MARKUP) in letters(page.locator("[data-search=results] li a").first.inner_text())
        inside = page.locator("[data-search=results]").evaluate(
            "results => [...new Set([...results.querySelectorAll('*')].map(one => one.localName))].sort()")
        assert set(inside) <= {"a", "button", "h2", "li", "mark", "ol", "p", "span"}, inside
        assert not ran(page) and not complaints, complaints


def test_a_device_remembers_a_name_as_text(browser, address, site):
    route = f"/communes/{folder_of(site, COMMUNE).name}/"
    with watched(browser, address) as (page, complaints):
        page.goto(address + route)
        page.locator("[data-remember]").click()
        page.goto(address + "/")
        link = page.locator("[data-my-commune] a").first
        link.wait_for()
        assert letters(CELL) in letters(link.inner_text()) and link.locator("*").count() == 0
        assert not ran(page) and not complaints, complaints


def bulletin(project):
    return subprocess.run(
        [str(PROGRAM), "bulletin", "74010", "--date", "2026-11-24", "--output", "sortie.pdf"], cwd=project.folder,
        env=environment(), capture_output=True, text=True, timeout=120)


def test_a_printed_bulletin_shows_them_as_text(tmp_path, program):
    project = hostile(tmp_path, SHORT_CELL, SHORT_MARKUP)
    done = bulletin(project)
    assert done.returncode == 0, done.stderr
    file = project.folder / "sortie.pdf"
    subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True)
    printed = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout
    for words in ["Brigade " + SHORT_CELL, "Brève " + SHORT_MARKUP]:
        assert letters(words) in letters(printed), words
    sheet = Bulletin(Commune("74010", "Annecy", "0", (), 0, ()), file)
    assert len(sheet.pages) == 2
    assert not outside(sheet) and not covered(sheet) and not too_small(file)
    actions = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(file), "-"], check=True, capture_output=True).stdout
    assert b"/URI" in actions
    for action in [b"/JavaScript", b"/JS ", b"/Launch", b"/OpenAction", b"javascript:"]:
        assert action not in actions


def test_names_too_long_for_a_sheet_are_told(site):
    done = bulletin(site)
    assert done.returncode == 1 and "[print-overflow]" in done.stderr, done.stderr
    assert not (site.folder / "sortie.pdf").exists()


@pytest.mark.parametrize("path, old, new, told", [
    ("content/pages/a-propos.md", "## Titre", "<script>alert(1)</script>\n\n## Titre", "raw-html"),
    ("content/pages/a-propos.md", "## Titre", "<!-- x -->\n\n## Titre", "raw-html"),
    ("content/pages/a-propos.md", "## Titre", "[x](javascript:alert)\n\n## Titre", "link-broken"),
    ("content/pages/a-propos.md", "## Titre", "[x](&#106;avascript&#58;alert)\n\n## Titre", "link-broken"),
    ("content/pages/a-propos.md", "## Titre", "[x](<JavaScript :alert>)\n\n## Titre", "link-broken"),
    ("content/pages/a-propos.md", "## Titre", "[x](data:text/html,x)\n\n## Titre", "link-broken"),
    ("content/pages/a-propos.md", "## Titre", "[x](//exemple.fr/x.md)\n\n## Titre", "link-broken"),
    ("content/pages/a-propos.md", "## Titre", "A\x00B\n\n## Titre", "file-not-utf8"),
    ("content/pages/a-propos.md", "## Titre", "A\u202eB\n\n## Titre", "sign-hidden"),
    ("content/pages/a-propos.md", "## Titre", "A\x1b[2JB\n\n## Titre", "sign-hidden"),
    ("content/pages/a-propos.md", "## Titre", "A&#x9b;B\n\n## Titre", "sign-hidden"),
    ("content/pages/a-propos.md", "updated:", 'reviewed_by: "A\\x07B"\nupdated:', "sign-hidden"),
    ("content/feeds/communes.csv", "Eteaux", "<b>Eteaux", "feed-cell-unsafe"),
    ("content/feeds/communes.csv", "Eteaux", "=Eteaux", "feed-cell-unsafe"),
    ("content/feeds/communes.csv", "Eteaux", "E\u202eteaux", "feed-cell-unsafe"),
    ("content/feeds/communes.csv", "Eteaux", "E\x00teaux", "feed-row-invalid"),
    ("content/feeds/units.csv", "04 65 71 11 51", "javascript:alert(1)", "feed-row-invalid"),
    ("content/feeds/contacts.csv", "referent-elus@exemple.fr", "a@b.fr?<script>", "feed-cell-unsafe"),
    ("content/agenda/permanences.csv", "Mairie", "<i>Mairie", "feed-cell-unsafe"),
    ("content/site.yml", "base_url: https://portail.exemple.fr/", "base_url: 'https://portail.exemple.fr/\"><script>'", "value-type"),
    ("content/site.yml", 'contact: "mailto:securite@prefecture.exemple.fr"', 'contact: "javascript:alert"', "value-type"),
])
def test_what_is_refused_is_told_where_it_stands(tmp_path, program, path, old, new, told):
    project = hostile(tmp_path)
    project.edit(path, old, new)
    done = project.run("--no-pdf", "--no-search", "--strict")
    assert done.returncode == 1, done.stdout + done.stderr
    place = rf"^{re.escape(path)}:\d+:\d+: (erreur|avertissement): .*\[{told}\]$"
    assert re.search(place, done.stderr, re.MULTILINE), done.stderr
    assert not project.public.exists()
    # A terminal takes no order from what it is shown.
    assert not set(done.stderr) & {"\x00", "\x1b", "\x07", "\x9b", "\u202e"}
