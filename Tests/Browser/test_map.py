"""The map of the home page, by keyboard, by pointer and without JavaScript."""

import re

import pytest

from judges.program import ROOT

COUNT = len((ROOT / "content/feeds/communes.csv").read_text("utf-8").splitlines()) - 1
FOCUSED = "document.activeElement.closest('svg.map') ? document.activeElement.querySelector('title').textContent : ''"


def middle_of(page, name):
    return page.evaluate(
        """name => {
            const link = [...document.querySelectorAll('svg.map a')].find(
                (link) => link.querySelector('title').textContent === name);
            const box = link.querySelector('path').getBBox();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }""", name)


def test_one_stop_of_the_keyboard_then_arrows(open_page):
    page = open_page("/")
    links = page.locator("svg.map a")
    assert links.count() == COUNT
    assert page.locator('svg.map a[tabindex="0"]').count() == 1
    page.locator(".map-skip a").focus()
    assert page.locator(".map-skip a").bounding_box()["width"] > 100, "the link past the map is not seen when it has the focus"
    page.keyboard.press("Tab")
    start = page.evaluate(FOCUSED)
    assert start, "the keyboard does not reach the map"
    assert page.locator(".map-name").inner_text() == start
    for key, axis, sign in [("ArrowRight", 0, 1), ("ArrowLeft", 0, -1), ("ArrowDown", 1, 1), ("ArrowUp", 1, -1)]:
        before = page.evaluate(FOCUSED)
        page.keyboard.press(key)
        after = page.evaluate(FOCUSED)
        assert after != before, f"{key} stays in {before}"
        moved = middle_of(page, after)[axis] - middle_of(page, before)[axis]
        assert moved * sign > 0, f"{key} goes from {before} to {after}"
    # Out again in one step, to the list.
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.map-list') !== null")


def test_the_edge_of_the_map_holds_the_focus(open_page):
    page = open_page("/")
    page.locator('svg.map a[tabindex="0"]').focus()
    for _ in range(COUNT):
        before = page.evaluate(FOCUSED)
        page.keyboard.press("ArrowLeft")
        if page.evaluate(FOCUSED) == before:
            break
    assert page.evaluate(FOCUSED) == before != ""


def test_enter_opens_the_commune(open_page):
    page = open_page("/")
    page.locator('svg.map a[tabindex="0"]').focus()
    name = page.evaluate(FOCUSED)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/communes/"))
    assert page.locator("h1").inner_text() == name


def test_the_link_past_the_map_leads_to_the_list(open_page):
    page = open_page("/")
    page.locator(".map-skip a").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Abondance"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_borders_and_the_focus_stand_out(open_page, scheme):
    page = open_page("/", color_scheme=scheme)
    page.locator('svg.map a[tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    fills = page.evaluate(
        """() => {
            const fill = (selector) => getComputedStyle(document.querySelector(selector)).fill;
            return [fill('svg.map a:focus path'), fill('svg.map a:not(:focus) path')];
        }""")
    assert fills[0] != fills[1]


def test_without_javascript_all_communes_are_links_by_name(open_page):
    page = open_page("/", java_script_enabled=False)
    assert page.locator("svg.map a[tabindex]").count() == 0
    assert page.get_by_role("link", name="La Clusaz", exact=True).count() == 2, "on the map and in the list"
    assert page.locator(".map-list a").count() == COUNT
    assert not page.locator(".map-keys").is_visible(), "keys are told that do not work"


def test_the_map_is_light_and_says_whose_borders_it_shows(open_page):
    page = open_page("/")
    markup = page.locator("section.departement-map").evaluate("section => section.outerHTML")
    assert len(markup.encode()) < 150_000
    assert "style=" not in markup and not re.search(r"\son\w+=", markup)
    assert "sans les limites réelles" in page.locator(".departement-map figcaption").inner_text()


def test_a_commune_shows_where_it_is_and_its_neighbours(open_page):
    page = open_page("/communes/74080-la-clusaz/")
    locator = page.locator("svg.locator")
    assert locator.get_attribute("role") == "img"
    assert locator.get_attribute("aria-label").replace("\xa0", " ").startswith("Carte : La Clusaz se trouve dans le sud")
    names = page.locator(".situation a").all_inner_texts()
    assert "Le Grand-Bornand" in names and "La Clusaz" not in names
