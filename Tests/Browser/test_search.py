"""The search in Chromium, under the policy that it is published with, by keyboard alone, and below a path."""

import functools
import http.server
import re
import threading
import time
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import QuietHandler
from judges.program import copy_of_the_example

POLICY = (
    "default-src 'none'; script-src 'self'{wasm}; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
SENSITIVE = "/guides/violences-intrafamiliales/"


class StrictHandler(QuietHandler):
    """WebAssembly is allowed to the search page and to no other file, the index and its script included."""

    def end_headers(self):
        wasm = " 'wasm-unsafe-eval'" if re.search(r"/recherche/(index\.html)?(\?|$)", self.path) else ""
        self.send_header("Content-Security-Policy", POLICY.format(wasm=wasm))
        super().end_headers()


@contextmanager
def served(folder):
    handler = functools.partial(StrictHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def address(public):
    with served(public) as address:
        yield address


@pytest.fixture
def search(open_page, address):
    """The search page; what it did wrong is told at the end."""
    opened = []

    def open_(route="/recherche/", **options):
        page = open_page(route, **options)
        opened.append(page)
        return page

    yield open_
    for page in opened:
        assert page.complaints == [], page.complaints
        strangers = [url for url in page.requested if not url.startswith(address)]
        assert strangers == [], f"asks other hosts: {strangers}"


def until(page, condition):
    """Waits for an expression. Playwright's own way would evaluate a text in the page, which the policy forbids."""
    end = time.monotonic() + 15
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"never true: {condition}"
        page.wait_for_timeout(50)


def told(page, text):
    """Types into the search; gives what is told and the titles found."""
    count = page.locator(".search-count")
    page.evaluate("document.querySelector('.search-count').textContent = '…'")
    page.locator("#recherche").fill(text)
    until(page, "document.querySelector('.search-count').textContent !== '…'")
    return count.inner_text(), [title.replace("\xa0", " ") for title in page.locator(".search-results a").all_inner_texts()]


def test_nothing_is_loaded_before_the_field_is_used(search):
    page = search()
    page.wait_for_timeout(200)
    assert not [url for url in page.requested if "/pagefind/" in url]
    page.locator("#recherche").focus()
    until(page, "performance.getEntriesByType('resource').some(entry => entry.name.includes('/pagefind/wasm.fr'))")
    assert not [url for url in page.requested if "worker" in url]


def test_by_keyboard_alone_a_guide_is_found_and_opened(search):
    page = search("/")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "search-link":
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/recherche/"))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "recherche"
    page.keyboard.type("dépôt sauvage")
    page.locator(".search-results a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert "Dépôts sauvages" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "recherche"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/guides/environnement/depots-sauvages/"))
    # Back, and all is as it was; the address says nothing of it.
    page.go_back()
    page.locator(".search-results a").first.wait_for()
    assert page.locator("#recherche").input_value() == "dépôt sauvage"
    assert page.url.endswith("/recherche/")


def test_enter_leads_to_the_first_result(search):
    page = search()
    page.locator("#recherche").fill("rançongiciel")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.closest('.search-results') !== null")
    assert "rançongiciel" in page.evaluate("document.activeElement.textContent")


def test_the_key_can_be_switched_off(search):
    page = search()
    page.locator("#recherche-touche").uncheck()
    page.locator(".brand").focus()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.className") == "brand"


@pytest.mark.parametrize("typed, expected", [
    ("dépôt sauvage", "Dépôts sauvages : du constat à l’amende"),
    ("depots sauvages", "Dépôts sauvages : du constat à l’amende"),
    ("dépôt", "Dépôts sauvages : du constat à l’amende"),
    ("DEPOT SAUVAGE", "Dépôts sauvages : du constat à l’amende"),
    ("rançongiciels", "La mairie est bloquée par un rançongiciel"),
    ("rancongiciel", "La mairie est bloquée par un rançongiciel"),
    ("mentions légales", "Mentions légales"),
    ("permanences", "Agenda"),
    ("Thônes", "Thônes"), ("thones", "Thônes"), ("Annecy", "Annecy"), ("la clusaz", "La Clusaz"), ("seynod", "Annecy"),
    ("Saint-Gervais-les-Bains", "Saint-Gervais-les-Bains"), ("st gervais", "Saint-Gervais-les-Bains"),
    ("l’eau", "Pollution d’un cours d’eau : agir vite"), ("l'eau", "Pollution d’un cours d’eau : agir vite"),
    ("112", "Accueil"), ("fumée", "Brûlage des déchets verts : que répondre"),
])
def test_what_is_looked_for_comes_first(search, typed, expected):
    count, titles = told(search(), typed)
    assert titles and titles[0] == expected, f"« {typed} »: {count}, {titles}"
    assert re.fullmatch(r"(1 résultat|\d+ résultats)", count)


def test_a_choice_keeps_one_kind(search):
    page = search()
    told(page, "Annecy")
    page.evaluate("document.querySelector('.search-count').textContent = '…'")
    page.locator("#recherche-ou").select_option("page")
    until(page, "document.querySelector('.search-count').textContent !== '…'")
    kinds = page.locator(".search-results .kind").all_inner_texts()
    assert kinds and all(kind.startswith("Page") for kind in kinds)


def test_words_that_no_page_has_together_are_found_apart(search):
    count, titles = told(search(), "rançongiciel abeille brûlage")
    assert count.startswith("Aucune page n’a tous ces mots") and len(titles) >= 2


def test_nothing_found_is_said_with_advice(search):
    page = search()
    count, titles = told(page, "xyzzyq")
    assert (count, titles) == ("Aucun résultat", [])
    assert page.locator(".search-advice").is_visible() and page.locator(".plan").is_visible()
    told(page, "plainte")
    assert not page.locator(".search-advice").is_visible() and not page.locator(".plan").is_visible()


def test_more_results_come_ten_at_a_time(search):
    page = search()
    count, titles = told(page, "gendarmerie")
    assert len(titles) == 10 and int(count.split()[0]) > 20
    page.get_by_role("button", name="Plus de résultats").click()
    until(page, "document.querySelectorAll('.search-results a').length === 20")
    assert page.evaluate("[...document.querySelectorAll('.search-results a')].indexOf(document.activeElement)") == 10


def test_violence_within_the_family_is_found_by_title_without_an_excerpt(search):
    page = search()
    _, titles = told(page, "violences intrafamiliales")
    assert "Violences intrafamiliales" in titles
    for item in page.locator(f".search-results li:has(a[href^='{SENSITIVE}'])").all():
        assert item.locator(".excerpt").count() == 0, item.inner_text()
    _, titles = told(page, "victime")
    assert any("victime" in title for title in titles)


def test_nothing_that_was_typed_is_kept_in_a_storage_or_an_address(search):
    page = search()
    told(page, "victime")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.search]") == [0, 0, "", ""]


def test_markup_that_is_typed_is_text(search):
    page = search()
    told(page, "<img src=x onerror=alert(1)> plainte")
    assert page.locator(".search-results img, .search-count img").count() == 0


def test_a_question_in_the_address_is_answered(search):
    page = search("/recherche/?q=rancongiciel")
    page.locator(".search-results a").first.wait_for()
    assert page.locator("#recherche").input_value() == "rancongiciel"


def test_without_javascript_there_is_the_plan(open_page):
    page = open_page("/recherche/", java_script_enabled=False)
    assert not page.locator("form.search").is_visible()
    page.get_by_role("link", name="Dépôts sauvages").first.click()
    assert "Dépôts sauvages" in page.locator("h1").inner_text()


def test_an_index_that_is_not_there_is_said(open_page):
    page = open_page("/recherche/")
    page.route("**/pagefind/**", lambda route: route.abort())
    page.locator("#recherche").fill("plainte")
    page.get_by_text("La recherche n’a pas pu être chargée").wait_for()
    assert page.locator(".plan").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("typed", ["plainte", "xyzzyq"])
def test_axe_finds_nothing_in_results(search, typed, scheme):
    page = search(color_scheme=scheme, viewport={"width": 390, "height": 844})
    told(page, typed)
    found = [f"{violation['id']}: {violation['nodes'][0]['html']}" for violation in Axe().run(page).response["violations"]]
    assert found == []


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_results_fit_the_screen_and_fingers(search, width):
    page = search(viewport={"width": width, "height": 800})
    told(page, "gendarmerie")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for selector in (".search-link", "#recherche", "#recherche-ou", ".search button[type=submit]", ".search-results a >> nth=0"):
        assert page.locator(selector).bounding_box()["height"] >= 44, selector


def test_below_a_path_too(browser, program, tmp_path):
    project = copy_of_the_example(tmp_path)
    project.edit(
        "content/site.yml", "base_url: https://presents-pour-les-elus.exemple.fr/", "base_url: https://www.exemple.fr/portail/")
    project.build("--no-pdf")
    root = tmp_path / "root"
    root.mkdir()
    (root / "portail").symlink_to(project.public)
    with served(root) as address:
        page = browser.new_page(locale="fr-FR")
        complaints = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(f"{address}/portail/recherche/")
        _, titles = told(page, "dépôt sauvage")
        assert titles[0].startswith("Dépôts sauvages")
        page.locator(".search-results a").first.click()
        page.wait_for_url(f"{address}/portail/guides/environnement/depots-sauvages/")
        assert complaints == []
        page.close()
