"""What pages hold for other programs does no harm in a browser, under the strictest policy."""

import functools
import http.server
import threading

import pytest

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "worker-src 'self'; form-action 'self'; base-uri 'none'")
HOST = """<!DOCTYPE html><html lang="fr"><title>Mairie</title><h1>Mairie</h1>%s</html>"""


class StrictHandler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def strict(public):
    handler = functools.partial(StrictHandler, directory=str(public))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def watched(browser):
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    context.close()


@pytest.mark.parametrize("route", ["/", "/communes/74010-annecy/", "/guides/elus/menaces/", "/communes/74010-annecy/encart.html"])
def test_the_policy_blocks_neither_data_nor_hashed_assets(watched, strict, route):
    assert watched.goto(strict + route).ok
    assert not watched.complaints
    # The style sheets were let in: the page has its paper.
    asked = watched.locator('link[rel="stylesheet"]').count()
    assert asked and watched.evaluate("document.styleSheets.length") == asked


def test_a_changed_style_sheet_is_refused(watched, strict):
    def changed(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text() + "/* changed */")

    watched.route("**/assets/*.css", changed)
    watched.goto(strict + "/communes/74010-annecy/")
    assert any("integrity" in complaint for complaint in watched.complaints), watched.complaints


def test_a_town_halls_site_shows_the_contacts_and_its_links_leave_the_frame(watched, strict, commune_pages):
    page = commune_pages["74010"]
    code = page.one("//textarea[@id='encart-code']").text
    home = page.one("//link[@rel='canonical']").get("href")
    watched.route("https://mairie.exemple.fr/", lambda route: route.fulfill(body=HOST % code, content_type="text/html; charset=utf-8"))
    # The site's own address leads to the server of this test.
    origin = home.split("/communes/")[0]
    watched.route(f"{origin}/**", lambda route: route.fulfill(response=route.fetch(url=strict + route.request.url.removeprefix(origin))))
    watched.goto("https://mairie.exemple.fr/")
    watched.locator("iframe").scroll_into_view_if_needed()
    frame = watched.frame_locator("iframe")
    assert frame.get_by_role("heading", level=1).inner_text()
    assert frame.locator("a[href='tel:17']").is_visible()
    width = watched.frames[1].evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert width[0] <= width[1]
    frame.get_by_role("link", name="Horaires").click()
    watched.wait_for_url(home)
    assert watched.get_by_role("heading", level=1).inner_text() == "Annecy"
