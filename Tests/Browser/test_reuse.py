"""The block « Réutiliser » of an alert as those use it who paste: by hand, by keyboard, without scripts; and its frame."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

ROUTE = "/alertes/faux-agents/"
CHANNELS = ["application", "panneau", "bulletin-300", "bulletin-600", "courriel", "sms"]


@pytest.fixture
def view(browser, address):
    contexts = []

    def view(width=1280, route=ROUTE, **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, locale="fr-FR", **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(address + route)
        return page

    yield view
    for context in contexts:
        context.close()


def opened(page):
    page.evaluate("document.querySelectorAll('.reuse-block details').forEach(one => { one.open = true; })")
    return page


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_block_fits_and_axe_finds_nothing(view, width, scheme):
    page = opened(view(width, color_scheme=scheme))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    for field in page.locator(".reuse-block textarea").all():
        assert field.evaluate("field => field.scrollHeight <= field.clientHeight + 2"), "a part of the text is out of sight"


def test_each_text_is_copied_whole_by_keyboard(view):
    page = opened(view(permissions=["clipboard-read", "clipboard-write"]))
    buttons = page.locator(".reuse-block button").all()
    fields = page.locator(".reuse-block textarea").all()
    assert len(buttons) == len(fields) >= 10
    names = {button.get_attribute("aria-label") for button in buttons}
    assert len(names) == len(buttons), "each button says what it copies"
    for button, field in zip(buttons, fields):
        button.focus()
        page.keyboard.press("Enter")
        field.locator("xpath=following-sibling::*[@role='status']").get_by_text("Copié.").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == field.input_value()
        assert button.evaluate("button => button === document.activeElement"), "the keyboard stays where it was"


def test_it_is_copied_too_where_browsers_give_no_clipboard(view):
    """As on a page over http: the older way, then the text selected."""
    page = view()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.reload()
    opened(page)
    page.evaluate("window.copied = null; document.addEventListener('copy', () => { window.copied = document.getSelection().toString() || document.activeElement.value; });")
    page.get_by_role("button", name="Copier : SMS, texte").click()
    page.get_by_text("Copié.").wait_for()
    assert page.evaluate("window.copied") == page.locator("#sms-1").input_value()


def test_without_scripts_texts_are_there_and_open_alone(view, public):
    page = view(java_script_enabled=False)
    assert page.locator(".reuse-block button").count() == 0
    page.get_by_text("Courriel", exact=False).first.click()
    assert page.locator("#courriel-2").is_visible()
    links = [link.get_attribute("href") for link in page.get_by_role("link", name="Ouvrir en texte seul", include_hidden=True).all()]
    assert links == [f"{ROUTE}{channel}.txt" for channel in CHANNELS]
    for channel in CHANNELS:
        text = (public / f"{ROUTE[1:]}{channel}.txt").read_text("utf-8-sig")
        shown = [field.input_value() for field in page.locator(f"textarea[id^='{channel}-']").all()]
        assert shown and text.rstrip("\n").removeprefix("Objet : ") == "\n\n".join(shown)


def test_the_frame_hides_the_alert_when_it_is_over(view, address):
    page = view(360, ROUTE + "encart.html")
    assert page.get_by_role("heading", level=1).is_visible() and not page.get_by_text("n’est plus en cours").is_visible()
    page.clock.install(time="2027-04-15T23:59:30+02:00")
    page.goto(address + ROUTE + "encart.html")
    assert page.get_by_role("heading", level=1).is_visible(), "the last day is part of it"
    page.clock.fast_forward("01:00")
    assert page.get_by_text("n’est plus en cours").is_visible() and page.locator("main").is_hidden()


def test_the_code_of_the_frame_shows_it(view, public):
    code = opened(view()).locator("#encart-code").input_value()
    [shown] = re.findall(r'^<iframe src="https://[^/"]+(/[^"]+)" title="Alerte : [^"]+" width="360" height="\d+" loading="lazy"></iframe>$', code.replace("\u00a0", " "))
    assert (public / shown[1:]).is_file()
