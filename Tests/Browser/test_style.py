"""The style sheet as Chromium reads it, and what fingers and keys meet on each kind of page."""

import re

import pytest

from test_pages import COMMUNE, PAGES, shown

# Declarations that Chromium does not know and that stay, with the reason.
FOR_OTHERS = {
    "-webkit-text-size-adjust": "Safari on a phone, which else enlarges some texts",
}
COMMENT = re.compile(r"/\*.*?\*/", re.S)
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")


def rules(text):
    """Selector and declarations of each innermost rule."""
    return [(selector.strip(), body) for selector, body in RULE.findall(COMMENT.sub("", text))]


KNOWN_SELECTOR = "list => { try { document.querySelector(list); return true } catch { return false } }"


def test_chromium_knows_every_selector_and_every_declaration(open_page, public):
    page = open_page("/")
    sheets = list(public.glob("assets/*.css"))
    assert sheets, "no style sheet is published"
    unknown = []
    count = 0
    for sheet in sheets:
        for selector, body in rules(sheet.read_text("utf-8")):
            if not selector.startswith("@") and not page.evaluate(KNOWN_SELECTOR, selector):
                unknown.append(f"{sheet.name}: selector « {selector} »")
            for declaration in filter(str.strip, body.split(";")):
                name, _, value = (part.strip() for part in declaration.partition(":"))
                count += 1
                if name.startswith("--") or name in FOR_OTHERS:
                    continue
                if selector.startswith("@page"):
                    continue
                value = value.removesuffix("!important").strip()
                if not page.evaluate("([name, value]) => CSS.supports(name, value)", [name, value]):
                    unknown.append(f"{sheet.name}: « {name}: {value} » in « {selector} »")
    assert count > 200, f"{count} declarations only: is the sheet still read?"
    assert not unknown, "Chromium drops:\n  " + "\n  ".join(unknown)


def test_no_rule_of_the_sheet_is_dropped(open_page, public):
    """Braces balance: Chromium holds as many style rules as the text."""
    page = open_page("/")
    held = page.evaluate("""() => {
        const count = rules => [...rules].reduce((sum, rule) =>
            sum + (rule.selectorText !== undefined && rule.type === CSSRule.STYLE_RULE ? 1 : 0) + (rule.cssRules ? count(rule.cssRules) : 0), 0);
        return [...document.styleSheets].reduce((sum, sheet) => sum + count(sheet.cssRules), 0)}""")
    written = sum(
        1 for sheet in public.glob("assets/style.*.css") for selector, _ in rules(sheet.read_text("utf-8"))
        if not selector.startswith("@"))
    assert held == written, f"{written} rules are written, Chromium holds {held}"


# Main controls are those that stand alone; a link within a sentence is as tall as its line (WCAG 2.5.8).
SMALL = """() => [...document.querySelectorAll('a, button, input, summary')]
    .filter(element => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
    .map(element => [element, element.getBoundingClientRect()])
    .filter(([element, box]) => box.width > 1 && box.height > 1 && (box.height < 44 || box.width < 24))
    .map(([element, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`)"""


@pytest.mark.parametrize("route", PAGES.values(), ids=PAGES)
def test_a_finger_meets_every_control(open_page, route):
    page = open_page(route, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    small = page.evaluate(SMALL)
    assert not small, f"{route}: under 44 px high:\n  " + "\n  ".join(small[:10])


# Whole, but for what is tall: Chromium leaves a text to copy where it is when its first lines can be seen.
STOPS = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const top = document.elementFromPoint(Math.max(0, box.left + 2), Math.max(0, box.top + box.height / 2));
    return {
        name: element.outerHTML.slice(0, 90), seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        inside: box.top >= 0 && Math.min(box.bottom, innerHeight + 1) - box.top >= Math.min(box.height, 44) && box.width > 0,
        covered: !!top && top !== element && !element.contains(top) && !top.contains(element) && getComputedStyle(top).position === 'sticky',
    }}"""


@pytest.mark.parametrize("route", ["/", COMMUNE, "/communes/", PAGES["sensitive guide"]])
def test_the_keyboard_shows_where_it_is(open_page, route):
    page = open_page(route, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    visited = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOPS)
        if stop is None:
            break
        visited.append(stop)
    assert len(visited) > 15, f"{route}: the keyboard stops {len(visited)} times only"
    faults = [stop for stop in visited if not stop["seen"] or not stop["inside"] or stop["covered"]]
    assert not faults, f"{route}: focus cannot be seen at:\n  " + "\n  ".join(map(str, faults[:5]))


def test_the_filter_says_how_many_it_found_and_gives_all_back(open_page):
    page = open_page("/communes/")
    field = page.locator("input[type=search]").first
    for typed, expected in {"74220": {"La Clusaz"}, "l'essert": None, "zzzz": set(), "aulps": {"Saint-Jean-d’Aulps"}}.items():
        field.fill("")
        field.press_sequentially(typed)
        page.wait_for_timeout(150)
        if expected is not None:
            assert set(shown(page)) == expected, f"« {typed} » finds {shown(page)[:8]}"
        assert page.locator("main [role=status]").first.inner_text().strip(), f"« {typed} »: nothing says how many were found"
    field.fill("")
    page.wait_for_timeout(150)
    assert len(shown(page)) == 279, "an empty field should show all communes again"


def test_home_leads_to_the_list_already_filtered(open_page):
    page = open_page("/")
    page.locator("input[type=search]").first.fill("clusaz")
    page.keyboard.press("Enter")
    page.wait_for_url("**/communes/**")
    page.wait_for_timeout(150)
    assert "La Clusaz" in " ".join(shown(page)) or page.locator("h1").inner_text() == "La Clusaz", (
        f"searching « clusaz » from the home page leads to {page.url}")


def test_what_is_past_is_not_announced(open_page):
    """The page was built in November: opened a year later, it announces nothing that is over."""
    page = open_page("/")
    assert page.locator("[data-until]").count() > 0, "the home page announces nothing"
    page.clock.install(time="2028-01-01T12:00:00")
    page.reload()
    left = [item for item in page.locator("[data-until]").all() if item.is_visible()]
    assert not left, f"still announced: {left[0].inner_text()}"


# Paper has no use for what one clicks on.
TEXTS = """() => [...document.querySelectorAll('main h1, main h2, main h3, main p, main li, main td, main dd')]
    .filter(text => text.checkVisibility() && !text.closest('nav, .all-guides, .downloads, .finder, .report'))
    .map(text => text.innerText.trim().replace(/\\s+/g, ' ')).filter(text => text !== '')"""


@pytest.mark.parametrize("route", [COMMUNE, f"{COMMUNE}bulletin-2026-11/", "/guides/elus/menaces/"])
def test_paper_keeps_all_texts(open_page, route):
    page = open_page(route)
    # What can be printed beside the page is of no use on its paper.
    page.evaluate("document.querySelectorAll('.printables, .keep').forEach(part => part.remove())")
    screen = page.evaluate(TEXTS)
    page.emulate_media(media="print")
    lost = [text for text in screen if text not in page.evaluate(TEXTS)]
    assert len(screen) > 10 and not lost, f"{route}: of {len(screen)} texts on screen, paper lacks:\n  " + "\n  ".join(lost[:8])
