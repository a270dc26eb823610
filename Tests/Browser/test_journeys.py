"""What a person comes to do, from the first page to the last: by the keyboard alone, then without JavaScript."""

from test_pages import COMMUNE, PAGES


def tab_to(page, wanted, limit=150):
    """The Tab key, as often as it takes to stand on the link or button of these words."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        words = page.evaluate("document.activeElement === document.body ? '' : document.activeElement.innerText ?? ''")
        if wanted in words.replace("\u00a0", " "):
            return
    raise AssertionError(f"« {wanted} » is not met in {limit} keys on {page.url}")


def test_by_keyboard_from_the_home_page_to_the_bulletin(open_page):
    page = open_page("/")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('form[data-communes] input')"):
            break
    page.keyboard.type("annecy")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{COMMUNE}")
    tab_to(page, "Lire le bulletin en ligne")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{COMMUNE}bulletin-*/")
    assert page.locator("h1").inner_text()
    assert page.complaints == []


def test_by_keyboard_to_the_guides_and_to_a_call(open_page):
    page = open_page(COMMUNE)
    tab_to(page, "Appeler le")
    assert page.evaluate("document.activeElement.href").startswith("tel:")
    page = open_page(COMMUNE)
    tab_to(page, "Ce que je peux demander")
    page.keyboard.press("Enter")
    page.wait_for_url("**#engagements-operation")
    tab_to(page, "L’alerte par SMS")
    page.keyboard.press("Enter")
    assert page.locator("details[open] h3", has_text="L’alerte par SMS").is_visible()


def test_without_javascript_the_same(open_page):
    page = open_page("/", java_script_enabled=False)
    page.locator("form[data-communes] input").fill("annecy")
    page.locator("form[data-communes] input").press("Enter")
    page.wait_for_url("**/communes/?q=annecy")
    page.locator("#communes").get_by_role("link", name="Annecy", exact=True).click()
    page.wait_for_url(f"**{COMMUNE}")
    page.get_by_role("link", name="Lire le bulletin en ligne").click()
    page.wait_for_url(f"**{COMMUNE}bulletin-*/")
    page.get_by_role("link", name="Rechercher").first.click()
    page.wait_for_url("**/recherche/")
    page.locator("main").get_by_role("link", name="Dépôts sauvages").first.click()
    assert "épôt" in page.locator("h1").inner_text()


def test_without_javascript_a_page_on_violence_can_be_left(open_page):
    page = open_page(PAGES["sensitive guide"], java_script_enabled=False)
    link = page.get_by_role("link", name="Quitter rapidement").first
    assert link.get_attribute("href").startswith("https://")
    assert link.get_attribute("rel").split() == ["noreferrer", "nofollow"]
