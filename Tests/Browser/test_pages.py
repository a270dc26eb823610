"""Each kind of page as a person meets it: phone and desktop, light and dark, with the keyboard, without JavaScript."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe

COMMUNE = "/communes/74010-annecy/"
PAGES = {
    "home": "/",
    "commune": COMMUNE,
    "police commune": "/communes/74012-annemasse/",
    "twin": f"{COMMUNE}bulletin-2026-11/",
    "communes": "/communes/",
    "guides": "/guides/",
    "bulletins": "/bulletins/",
    "alerts": "/alertes/",
    "theme": "/guides/elus/",
    "guide": "/guides/elus/menaces/",
    "sensitive guide": "/guides/violences-intrafamiliales/accueillir-une-victime/",
    "alert": "/alertes/faux-agents/",
    "agenda": "/agenda/",
    "edition": "/bulletins/2026-11/",
    "operation": "/presents-pour-les-elus/",
    "search": "/recherche/",
    "offline": "/hors-ligne/",
    "accessibility": "/accessibilite/",
    "eco-design": "/eco-conception/",
    "decision": "/guides/environnement/epaves-vehicules/",
    "error": "/404.html",
    "consultations": "/consultations/",
    "open consultation": "/consultations/perception-2026/",
    "results of a consultation": "/consultations/dcas-2026/",
    "commitments": "/engagements/",
    "data": "/api/",
}
SIZES = {"320": (320, 640), "390": (390, 844), "768": (768, 1024), "1440": (1440, 900)}
SCHEMES = {
    "light": {"color_scheme": "light"}, "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"}, "forced dark": {"forced_colors": "active", "color_scheme": "dark"},
}
NOTICE = "EXEMPLE : NE PAS DIFFUSER"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("route", PAGES.values(), ids=PAGES)
def test_fits_the_screen_and_asks_no_one_else(open_page, address, route, size):
    width, height = SIZES[size]
    page = open_page(route, viewport={"width": width, "height": height})
    assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{route} overflows at {width} px"
    assert page.complaints == [], f"{route}: {page.complaints}"
    strangers = [url for url in page.requested if not url.startswith(address)]
    assert strangers == [], f"{route} asks other hosts: {strangers}"
    assert page.get_by_text(NOTICE).first.is_visible(), f"{route} does not show « {NOTICE} »"


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("route", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(open_page, route, scheme, width):
    page = open_page(route, viewport={"width": width, "height": 844}, **SCHEMES[scheme])
    # What is folded is read, too.
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    results = Axe().run(page)
    found = [
        f"{violation['id']}: {violation['help']} ({violation['nodes'][0]['html']})"
        for violation in results.response["violations"]]
    assert found == [], f"{route} in {scheme} at {width} px:\n" + "\n".join(found)


@pytest.mark.parametrize("route", PAGES.values(), ids=PAGES)
def test_large_text_reflows(open_page, route):
    """A text twice as large (WCAG 1.4.4) on a screen of 640 px, which is 320 px of a zoomed page (1.4.10)."""
    page = open_page(route, viewport={"width": 640, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640, f"{route} overflows with large text"


def test_a_first_visit_to_a_commune_is_light(open_page, public):
    """Under 100 kB and 15 requests in all, the page itself under 40 kB, no font, as bytes that no server compressed."""
    page = open_page(COMMUNE)
    page.wait_for_load_state("networkidle")
    sizes = page.evaluate("""() => [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]
        .map(entry => [entry.name, entry.encodedBodySize])""")
    assert len(page.requested) < 15, page.requested
    assert sum(size for _, size in sizes) < 100_000, sizes
    assert not [name for name in page.requested if name.rpartition(".")[2] in ("woff", "woff2", "ttf", "otf")]
    heavy = {path.parent.name: path.stat().st_size for path in public.glob("communes/*/index.html") if path.stat().st_size >= 40_000}
    assert heavy == {}, f"over 40 kB: {heavy}"


def test_all_scripts_of_the_site_are_small(public):
    scripts = [path for path in public.rglob("*.js") if "pagefind" not in path.parts]
    weight = sum(len(gzip.compress(path.read_bytes(), 9)) for path in scripts)
    assert scripts and weight < 15_000, f"{weight} bytes compressed: {[path.name for path in scripts]}"


def shown(page):
    return page.locator("#communes a").evaluate_all(
        "links => links.filter(link => link.checkVisibility()).map(link => link.innerText)")


@pytest.mark.parametrize("typed, expected", [
    ("éloise", "Éloise"), ("ELOISE", "Éloise"), ("clusaz", "La Clusaz"), ("la clusaz", "La Clusaz"),
    ("saint gervais", "Saint-Gervais-les-Bains"), ("01200", "Éloise"), ("biot", "Le Biot"),
])
def test_the_list_filters_as_one_types(open_page, typed, expected):
    page = open_page("/communes/")
    assert len(shown(page)) == 279
    page.locator("input[type=search]").first.press_sequentially(typed)
    page.wait_for_timeout(300)
    names = shown(page)
    assert any(expected in name for name in names), f"« {typed} » does not find {expected}: {names[:10]}"
    assert len(names) < 40, f"« {typed} » leaves {len(names)} communes"


def test_the_list_works_without_javascript(open_page):
    page = open_page("/communes/", java_script_enabled=False)
    links = page.locator("#communes a")
    assert links.count() == 279
    page.get_by_role("link", name="La Clusaz").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "La Clusaz"


def test_the_keyboard_skips_to_the_content(open_page):
    page = open_page(COMMUNE)
    page.keyboard.press("Tab")
    focused = page.evaluate("""() => {
        const element = document.activeElement, style = getComputedStyle(element);
        return {href: element.getAttribute('href'), outline: style.outlineStyle, height: element.offsetHeight}}""")
    assert focused["href"].startswith("#"), f"the first stop is no skip link: {focused}"
    assert focused["outline"] != "none", "focus cannot be seen"
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(location.hash) !== null"), "the skip link leads nowhere"


def test_who_to_call_can_be_touched(open_page):
    page = open_page(COMMUNE, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    calls = page.locator("a.call")
    assert calls.count() == 2, "Annecy has two services to call"
    for link in calls.all():
        assert link.bounding_box()["height"] >= 44, f"{link.inner_text()} is too small for a finger"


def test_paper_shows_the_contacts(open_page):
    page = open_page(COMMUNE)
    page.emulate_media(media="print")
    for link in page.locator("main a[href^='tel:']").all():
        assert link.is_visible(), f"{link.inner_text()} is not printed"
    assert page.get_by_text(NOTICE).first.is_visible()


def test_a_sensitive_page_can_be_left_and_sends_no_referrer(open_page):
    page = open_page(PAGES["sensitive guide"])
    assert page.locator("meta[name=referrer]").get_attribute("content") == "no-referrer"
    assert page.get_by_role("link", name="Quitter rapidement").first.is_visible()
