"""`crieur serve` as an editor sees it, in Chromium."""

import pytest

from judges.preview import previewing
from judges.program import copy_of_the_example

GUIDE = "content/guides/elus/menaces.md"
PAGE = "/guides/elus/menaces/"


@pytest.fixture(scope="module")
def preview(public, tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("live"), cache_of=public)
    with previewing(project, "--no-search") as preview:
        yield preview


@pytest.fixture
def page(browser, preview):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    context.close()


def address(preview, path):
    return f"http://127.0.0.1:{preview.port}{path}"


def until(page, script, seconds=20):
    """Asks again until it is true: pages admit no script that is text, which `wait_for_function` needs."""
    for _ in range(seconds * 20):
        try:
            if page.evaluate(script):
                return
        except Exception as error:  # The page is being loaded again.
            if "context was destroyed" not in str(error) and "navigation" not in str(error):
                raise
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {script}")


def test_a_save_is_seen_where_one_was_reading(page, preview):
    page.goto(address(preview, PAGE))
    page.evaluate("scrollTo({top: 900, behavior: 'instant'})")
    page.wait_for_timeout(300)
    preview.project.edit(GUIDE, "Menacé ou agressé", "Menacé, insulté ou agressé")
    until(page, "document.querySelector('h1').textContent.includes('insulté')")
    until(page, "Math.abs(scrollY - 900) < 40")
    assert page.complaints == []


def test_a_fault_lies_over_the_page_until_it_is_mended(page, preview):
    page.goto(address(preview, PAGE))
    preview.project.edit(GUIDE, "review: 2027", "reviews: 2027")
    panel = page.locator(".crieur-faults")
    panel.wait_for(state="visible")
    text = panel.inner_text()
    assert f"{GUIDE}:" in text and "reviews" in text and "review" in text
    assert page.locator("h1").is_visible() and page.locator("article.guide").is_visible()
    panel.get_by_role("button", name="Masquer").click()
    assert not page.locator(".crieur-text").is_visible()
    preview.project.edit(GUIDE, "reviews: 2027", "review: 2027")
    panel.wait_for(state="hidden")
    assert page.complaints == []


def test_another_day_says_that_it_is_one(page, preview):
    page.goto(address(preview, "/?date=2027-06-01"))
    bar = page.locator(".crieur-date")
    assert "1er juin 2027" in bar.inner_text()
    page.goto(address(preview, "/agenda/"))
    bar.get_by_role("link").click()
    page.wait_for_url(address(preview, "/agenda/"))
    assert bar.count() == 0


def test_a_pdf_is_shown_and_follows_what_is_saved(page, preview):
    page.goto(address(preview, PAGE))
    page.locator("a[href$='affiche-a4.pdf']").click()
    page.wait_for_url("**/_crieur/pdf?*")
    frame = page.locator("iframe")
    assert frame.get_attribute("src") == f"{PAGE}affiche-a4.pdf"
    with page.expect_navigation(timeout=60_000):
        preview.project.edit(GUIDE, "Gardez vos distances", "Gardez bien vos distances")
    assert page.complaints == []
