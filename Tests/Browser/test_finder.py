"""Finding one's commune from the home page: with few keys, by any spelling, by keyboard alone, without JavaScript."""

import pytest

from test_pages import COMMUNE


def proposals(page, typed):
    field = page.locator("form[data-communes] input")
    field.fill("")
    field.press_sequentially(typed)
    page.wait_for_timeout(200)
    return page.locator("[role=option]").evaluate_all("options => options.map(option => option.firstChild.textContent.trim())")


@pytest.mark.parametrize("typed, expected", [
    ("st gerv", "Saint-Gervais-les-Bains"), ("la clu", "La Clusaz"), ("74400", "Chamonix-Mont-Blanc"),
    ("THONES", "Thônes"), ("thônes", "Thônes"), ("eteaux", "Eteaux"), ("Etaux", "Eteaux"), ("gets", "Les Gets"),
    ("biot", "Le Biot"), ("saint-julien en g", "Saint-Julien-en-Genevois"),
])
def test_what_one_types_finds_the_commune(open_page, typed, expected):
    found = proposals(open_page("/"), typed)
    assert found and found[0] == expected, f"« {typed} » proposes {found}"


def test_two_keys_and_the_largest_come_first(open_page):
    found = proposals(open_page("/"), "an")
    assert found[:2] == ["Annecy", "Annemasse"], found


def test_the_keyboard_alone_opens_a_commune(open_page):
    page = open_page("/")
    field = page.locator("form[data-communes] input")
    field.focus()
    page.keyboard.type("an")
    page.wait_for_selector("[role=option]")
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{COMMUNE}")
    assert page.locator("h1").inner_text() == "Annecy"


def test_escape_closes_and_what_is_typed_stays(open_page):
    page = open_page("/")
    assert proposals(page, "anne")
    page.keyboard.press("Escape")
    assert not page.locator("[role=listbox]").is_visible()
    assert page.locator("form[data-communes] input").input_value() == "anne"


def test_a_finger_opens_a_proposal(open_page):
    page = open_page("/presents-pour-les-elus/", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    proposals(page, "anne")
    option = page.locator("[role=option]").first
    assert option.bounding_box()["height"] >= 44
    option.tap()
    page.wait_for_url(f"**{COMMUNE}")


def test_without_javascript_the_form_leads_to_the_list(open_page):
    page = open_page("/", java_script_enabled=False)
    page.locator("form[data-communes] input").fill("annecy")
    page.locator("form[data-communes] button").click()
    page.wait_for_url("**/communes/?q=annecy")
    assert page.locator("#communes a").count() == 279
