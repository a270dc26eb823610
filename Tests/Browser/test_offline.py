"""What stays on a device: the commune that it remembers, what it can open without network, what it never keeps."""

import functools
import gzip
import html
import http.server
import re
import threading
import time
from pathlib import Path

import pytest

from judges.program import ROOT, copy_of_the_example, texts

COMMUNE = "/communes/74010-annecy/"
TWIN = f"{COMMUNE}bulletin-2026-11/"
GUIDE = "/guides/elus/menaces/"
APART = "/guides/violences-intrafamiliales/accueillir-une-victime/"
PDF = f"{COMMUNE}bulletin-2026-11.pdf"


class Host(http.server.ThreadingHTTPServer):
    """A host that can be cut off, slowed down, and whose site changes; below `path` as many hosts have it."""

    daemon_threads = True

    def __init__(self, public: Path, path: str = ""):
        self.public, self.path = public, path
        self.is_down = False
        self.caching = "no-cache"
        self.delay = 0
        self.seen: list[str] = []
        super().__init__(("127.0.0.1", 0), functools.partial(Answer, directory=str(public)))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}{self.path}"


class Answer(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        self.server.seen.append(self.path)
        if self.server.is_down:
            # Nothing at all comes back.
            self.close_connection = True
            self.connection.close()
            return
        for _ in range(10 * self.server.delay):
            if self.server.delay:
                time.sleep(0.1)
        if not self.path.startswith(self.server.path + "/"):
            self.send_error(404)
            return
        self.path = self.path[len(self.server.path):]
        self.directory = str(self.server.public)
        super().do_GET()

    def end_headers(self):
        self.send_header("Cache-Control", self.server.caching)
        super().end_headers()

    def finish(self):
        if not self.wfile.closed:
            try:
                super().finish()
            except OSError:
                pass


@pytest.fixture
def host():
    hosts = []

    def start(public: Path, path: str = "") -> Host:
        server = Host(public, path)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        hosts.append(server)
        return server

    yield start
    for server in hosts:
        server.shutdown()
        server.server_close()


@pytest.fixture
def device(browser):
    """A fresh device each."""
    contexts = []

    def new(**options):
        context = browser.new_context(locale="fr-FR", **options)
        contexts.append(context)
        return context

    yield new
    for context in contexts:
        context.close()


def cut(server: Host, context) -> None:
    server.is_down = True
    context.set_offline(True)


def restore(server: Host, context) -> None:
    server.is_down = False
    context.set_offline(False)


def remember(page, address: str, commune: str = COMMUNE) -> None:
    page.goto(address + commune)
    page.get_by_role("button", name="Retenir cette commune").click()
    page.get_by_text("elle s’ouvrira sans réseau").wait_for()


STORED = """async () => {
    const found = {};
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const answer = await cache.match(request);
            found[`${name}: ${request.url}`] = await answer.text();
        }
    }
    for (const [name, store] of Object.entries({ localStorage, sessionStorage })) {
        for (const [key, value] of Object.entries(store)) found[`${name}: ${key}`] = value;
    }
    for (const { name } of await indexedDB.databases()) found[`indexedDB: ${name}`] = name;
    found.cookies = document.cookie;
    return found;
}"""


def words(text: str) -> str:
    """What a person reads, whatever its spaces, apostrophes and marks of emphasis."""
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    return re.sub(r"[\s*_\u202f\u00a0]+", " ", text.replace("’", "'")).strip()


def phrases() -> list[str]:
    """Titles, summaries and long sentences of every guide on violence within the family."""
    found = []
    for file in sorted((ROOT / "content/guides/violences-intrafamiliales").glob("*.md")):
        _, front, body = file.read_text("utf-8").split("---\n", 2)
        for key in ("title", "summary"):
            found.append(re.search(rf'^{key}: "?(.+?)"?$', front, re.M)[1])
        for line in body.splitlines():
            plain = re.sub(r":\w+\[[^\]]*\]|\[[^\]]*\]\([^)]*\)", "\n", line.lstrip("-|>1234567890. #"))
            found += [piece.strip() for piece in re.split(r"[.?!|\n]", plain) if len(piece.strip()) > 30]
    others = words("\n".join(
        file.read_text("utf-8") for file in (ROOT / "content").rglob("*.md") if "violences" not in str(file)))
    return sorted({words(phrase) for phrase in found if words(phrase) not in others})


def test_the_phrases_are_those_of_the_guides(public):
    """The next tests look for nothing in vain."""
    seeds = phrases()
    assert len(seeds) > 80
    guide = words((public / APART[1:] / "index.html").read_text("utf-8"))
    assert sum(seed in guide for seed in seeds) > 20, "the phrases are not found in the guide itself"


def test_without_network_what_was_asked_for_opens(public, host, device):
    server = host(public)
    context = device()
    page = context.new_page()
    remember(page, server.address)
    page.goto(server.address + APART)
    cut(server, context)
    for route, heading in {
        COMMUNE: "Annecy", TWIN: "Commune d’Annecy", GUIDE: None, "/": "Présents pour les élus en Haute-Savoie",
        "/presents-pour-les-elus/": None,
    }.items():
        page.goto(server.address + route)
        assert page.locator("main.page-offline").count() == 0, f"{route} does not open without network"
        if heading:
            assert page.locator("h1").inner_text() == heading
        bar = page.locator(".device-bar")
        assert words(bar.inner_text()) == "Hors connexion : informations du 24 novembre 2026."
        assert page.evaluate("getComputedStyle(document.querySelector('.brand')).minHeight") == "48px", "no style"
    page.goto(server.address + COMMUNE)
    assert page.locator("a.call").first.get_attribute("href").startswith("tel:"), "the contacts are not there"
    start = page.evaluate("url => fetch(url).then(answer => answer.text()).then(text => text.slice(0, 5))", PDF)
    assert start == "%PDF-", "the bulletin's PDF is not there"
    part = page.evaluate(
        """url => fetch(url, { headers: { Range: 'bytes=1-3' } })
            .then(async answer => [answer.status, await answer.text(), answer.headers.get('Content-Range')])""", PDF)
    assert part[:2] == [206, "PDF"] and part[2].startswith("bytes 1-3/")


def test_without_network_a_page_on_violence_is_not_there(public, host, device):
    server = host(public)
    context = device()
    page = context.new_page()
    remember(page, server.address)
    # Some hosts cannot be told what a browser may keep.
    server.caching = "max-age=600"
    for route in [APART, "/guides/violences-intrafamiliales/"]:
        page.goto(server.address + route)
        assert page.locator("h1").inner_text() != "Vous êtes hors connexion"
    cut(server, context)
    for route in [APART, "/guides/violences-intrafamiliales/", "/agenda/"]:
        page.goto(server.address + route)
        assert page.locator("h1").inner_text() == "Vous êtes hors connexion", f"{route} opens without network"
    kept = page.locator("[data-kept-commune] a, [data-kept-list] a")
    names = [link.inner_text() for link in kept.all() if link.is_visible()]
    assert {"Annecy", "Le dernier bulletin", "Le dernier bulletin (PDF)"} <= set(names) and len(names) > 10, names


def test_no_phrase_on_violence_is_kept_anywhere(public, host, device):
    server = host(public)
    context = device()
    page = context.new_page()
    remember(page, server.address)
    guides = sorted((public / "guides/violences-intrafamiliales").glob("*/index.html"))
    assert len(guides) == len(texts("guides/violences-intrafamiliales/*.md")) > 3
    for route in ["/", "/guides/", "/guides/violences-intrafamiliales/", "/alertes/", TWIN, *(
            f"/guides/violences-intrafamiliales/{file.parent.name}/" for file in guides), COMMUNE]:
        page.goto(server.address + route)
    stored = page.evaluate(STORED)
    assert sum(".html" in name or name.endswith("/") for name in stored) > 12, sorted(stored)
    assert any(name.endswith(PDF) for name in stored)
    plain = {name: words(text) for name, text in stored.items()}
    leaks = [f"{name} holds « {seed} »" for name, text in plain.items() for seed in phrases() if seed in text]
    assert not leaks, "\n".join(leaks)
    assert not [name for name in stored if "violences-intrafamiliales" in name]
    assert stored["cookies"] == ""


def test_a_bulletin_that_quotes_a_guide_on_violence_is_not_kept(host, device, tmp_path):
    project = copy_of_the_example(tmp_path)
    project.edit(
        "content/bulletins/2026-11.md", "  - guides/environnement/brulage-dechets-verts.md",
        "  - guides/violences-intrafamiliales/voisins-et-proches.md")
    project.build("--no-pdf")
    server = host(project.public)
    context = device()
    page = context.new_page()
    remember(page, server.address)
    page.goto(server.address + TWIN)
    assert page.locator("meta[name=referrer]").get_attribute("content") == "no-referrer"
    stored = page.evaluate(STORED)
    assert not [name for name in stored if "bulletin-2026-11" in name]
    plain = {name: words(text) for name, text in stored.items()}
    assert not [(name, seed) for name, text in plain.items() for seed in phrases() if seed in text]
    cut(server, context)
    page.goto(server.address + TWIN)
    assert page.locator("h1").inner_text() == "Vous êtes hors connexion"


def test_the_commune_is_offered_and_forgotten(public, host, device):
    server = host(public)
    context = device()
    page = context.new_page()
    remember(page, server.address)
    for route in ["/", GUIDE, "/communes/"]:
        page.goto(server.address + route)
        assert page.get_by_role("link", name="Ma commune : Annecy").first.is_visible(), f"{route} does not offer it"
    page.goto(server.address + APART)
    assert page.locator("[data-my-commune] a").count() == 0, "a page on violence shows whose device it is"
    page.goto(server.address + "/")
    assert page.locator("main [data-my-commune] a").get_attribute("href") == COMMUNE
    page.locator("header").get_by_role("button", name="Oublier cette commune").click()
    page.get_by_text("Commune oubliée").wait_for()
    assert page.get_by_role("link", name="Ma commune :").count() == 0
    stored = page.evaluate(STORED)
    assert not [name for name in stored if "annecy" in name or "guides/" in name or "localStorage" in name], sorted(stored)
    cut(server, context)
    page.goto(server.address + COMMUNE)
    assert page.locator("h1").inner_text() == "Vous êtes hors connexion"


def test_remembering_another_commune_forgets_the_first(public, host, device):
    server = host(public)
    page = device().new_page()
    remember(page, server.address)
    remember(page, server.address, "/communes/74080-la-clusaz/")
    assert page.get_by_role("link", name="Ma commune : La Clusaz").first.is_visible()
    stored = page.evaluate(STORED)
    assert not [name for name in stored if "74010" in name] and [name for name in stored if "74080" in name]


def test_nothing_of_it_is_sent(public, host, device):
    """Every request is for a file of the site, with nothing added; those of a person who asks for nothing, too."""
    server = host(public)
    page = device().new_page()
    page.goto(server.address + GUIDE)
    # A predicate that Playwright polls would be evaluated, which the page's policy bars.
    page.evaluate("""() => navigator.serviceWorker.controller
        || new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))""")
    assert not [path for path in server.seen if "communes" in path], server.seen
    texts = {path for path in server.seen if not path.startswith("/assets/")}
    assert texts <= {GUIDE, "/hors-ligne/", "/manifest.webmanifest", "/sw.js", "/favicon.ico"}, texts
    remember(page, server.address)
    missing = {path for path in server.seen if "?" in path or not (public / path[1:]).exists()} - {"/favicon.ico"}
    assert not missing, missing


def test_old_information_says_so(public, host, device):
    server = host(public)
    context = device()
    page = context.new_page()
    page.clock.install(time="2026-12-20T12:00:00")
    remember(page, server.address)
    assert not page.locator(".device-bar").is_visible()
    page.clock.set_fixed_time("2027-01-05T12:00:00")
    page.goto(server.address + GUIDE)
    bar = page.locator(".device-bar")
    assert words(bar.inner_text()) == "Ces informations datent du 24 novembre 2026 : elles ont pu changer."
    cut(server, context)
    page.goto(server.address + COMMUNE)
    assert words(bar.inner_text()) == (
        "Hors connexion. Ces informations datent du 24 novembre 2026 ; reconnectez-vous pour les mettre à jour.")
    restore(server, context)


def test_a_slow_network_gives_way_to_the_copy(public, host, device):
    server = host(public)
    page = device().new_page()
    remember(page, server.address)
    server.delay = 60
    page.goto(server.address + COMMUNE, timeout=20_000)
    server.delay = 0
    assert "Réseau indisponible" in page.locator(".device-bar").inner_text()


def test_a_changed_site_replaces_the_worker_and_what_it_kept(host, device, tmp_path):
    project = copy_of_the_example(tmp_path)
    project.build("--no-pdf")
    server = host(project.public)
    context = device()
    page = context.new_page()
    remember(page, server.address)
    before = page.evaluate("caches.keys()")
    assert len(before) == 2, before
    project.edit("content/guides/elus/menaces.md", "summary: ", "summary: Nouveau. ")
    project.build("--no-pdf")
    page.goto(server.address + COMMUNE)
    page.evaluate("navigator.serviceWorker.ready.then(registration => registration.update())")
    page.evaluate("""async former => {
        for (let names = former; names.length !== 2 || names.some(name => former.includes(name)); names = await caches.keys()) {
            await new Promise(resolve => setTimeout(resolve, 50));
        }
    }""", before)
    cut(server, context)
    page.goto(server.address + GUIDE)
    assert page.locator(".lead").first.inner_text().startswith("Nouveau."), "the former text is still there"


def test_a_site_that_fails_halfway_leaves_the_former_copies(host, device, tmp_path):
    project = copy_of_the_example(tmp_path)
    project.build("--no-pdf")
    server = host(project.public)
    context = device()
    page = context.new_page()
    remember(page, server.address)
    before = page.evaluate("caches.keys()")
    project.build("--no-pdf", date="2026-11-25")
    (project.public / "hors-ligne/index.html").unlink()
    page.evaluate("navigator.serviceWorker.ready.then(registration => registration.update()).catch(() => null)")
    page.wait_for_timeout(1000)
    assert set(before) <= set(page.evaluate("caches.keys()"))
    cut(server, context)
    page.goto(server.address + COMMUNE)
    assert page.locator("h1").inner_text() == "Annecy"


def test_two_sites_of_one_host_keep_apart(host, device, tmp_path):
    project = copy_of_the_example(tmp_path)
    project.edit("content/site.yml", "https://presents-pour-les-elus.exemple.fr/", "https://exemple.fr/portail/")
    project.build("--no-pdf")
    server = host(project.public, "/portail")
    context = device()
    page = context.new_page()
    page.goto(server.address + "/")
    page.evaluate("() => { localStorage.setItem('commune /autre/', 'x'); return caches.open('crieur /autre/ kept 1 x') }")
    remember(page, server.address)
    assert page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => new URL(scope).pathname)") == "/portail/"
    page.goto(server.address + "/")
    assert page.locator("main [data-my-commune] a").get_attribute("href") == f"/portail{COMMUNE}"
    cut(server, context)
    for route in ["/", COMMUNE, GUIDE]:
        page.goto(server.address + route)
        assert page.locator("main.page-offline").count() == 0, f"{route} does not open without network"
    restore(server, context)
    page.goto(server.address + "/")
    page.locator("header").get_by_role("button", name="Oublier cette commune").click()
    page.get_by_text("Commune oubliée").wait_for()
    assert "crieur /autre/ kept 1 x" in page.evaluate("caches.keys()")
    assert page.evaluate("localStorage.getItem('commune /autre/')") == "x"


# Leaving quickly


NEUTRAL = "https://www.meteofrance.com/"


@pytest.fixture
def leaving(public, host, device):
    """A page on violence, seen after another one and after the guides; what it leaves for is answered here."""

    def open_(**options):
        server = host(public)
        context = device(**options)
        context.route(NEUTRAL, lambda route: route.fulfill(body="<title>Météo</title>", content_type="text/html"))
        page = context.new_page()
        page.goto(server.address + "/guides/")
        page.goto(server.address + "/guides/violences-intrafamiliales/")
        page.goto(server.address + APART)
        page.address = server.address
        return page

    return open_


@pytest.mark.parametrize("way", ["click", "keyboard"])
def test_a_page_on_violence_is_left_at_once(leaving, way):
    page = leaving()
    length = page.evaluate("history.length")
    if way == "click":
        page.get_by_role("link", name="Quitter rapidement").click()
    else:
        assert page.get_by_text("trois fois la touche Maj").is_visible()
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url(NEUTRAL)
    assert page.evaluate("history.length") == length, "the page is still in the history of the tab"
    # The page before was one too: going back does not bring it up.
    page.evaluate("history.back()")
    page.wait_for_timeout(500)
    assert page.url == NEUTRAL or page.evaluate("document.documentElement.hidden"), page.url
    # Opened anew, on purpose, it is there.
    page.goto(page.address + APART)
    assert page.locator("h1").is_visible()


def test_ordinary_keys_do_not_leave(leaving):
    page = leaving()
    for key in ["Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+A", "Escape", "Shift", "Tab", "Shift", "Tab", "Shift"]:
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url.endswith(APART)


def test_leaving_needs_no_javascript(leaving):
    page = leaving(java_script_enabled=False)
    link = page.get_by_role("link", name="Quitter rapidement")
    assert link.get_attribute("href") == NEUTRAL and "noreferrer" in link.get_attribute("rel")
    assert not page.get_by_text("trois fois la touche Maj").is_visible()
    link.click()
    page.wait_for_url(NEUTRAL)


def test_a_page_on_violence_says_what_stays(leaving):
    page = leaving()
    section = page.locator(".traces")
    assert "historique" in section.inner_text()
    assert section.get_by_role("link").get_attribute("href") == "/guides/violences-intrafamiliales/sans-laisser-de-traces/"


def test_a_page_on_violence_registers_nothing(public, host, device):
    server = host(public)
    page = device().new_page()
    page.goto(server.address + APART)
    page.wait_for_timeout(500)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    stored = page.evaluate(STORED)
    assert stored == {"cookies": ""}, stored


# The whole


def test_without_javascript_nothing_of_it_shows(public, host, device):
    server = host(public)
    page = device(java_script_enabled=False).new_page()
    page.goto(server.address + COMMUNE)
    assert not page.get_by_role("button", name="Retenir cette commune").is_visible()
    assert page.get_by_text("Informations du 24 novembre 2026").is_visible()


def test_all_scripts_weigh_little(public):
    scripts = [*public.glob("assets/*.js"), public / "sw.js"]
    assert len(scripts) >= 3
    weights = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in scripts}
    assert sum(weights.values()) < 15_000, weights


def test_the_manifest_can_be_installed(public, host, device):
    server = host(public)
    page = device().new_page()
    page.goto(server.address + "/")
    errors = page.context.new_cdp_session(page).send("Page.getAppManifest")
    assert errors["errors"] == [], errors["errors"]
    assert errors["url"].endswith("/manifest.webmanifest")
    for icon in page.evaluate("fetch('/manifest.webmanifest').then(answer => answer.json())")["icons"]:
        assert (public / icon["src"][1:]).is_file(), icon
