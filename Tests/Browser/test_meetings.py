"""The next permanence on the reader's own clock, in Chromium: nothing is built again."""

import functools
import http.server
import threading

import pytest

from conftest import QuietHandler
from judges.program import copy_of_the_example

TABLE = """kind,title,date,start,end,place,communes
permanence,Permanence,2026-12-10,9:00,18:00,Lieu A,74010
permanence,Permanence,2027-01-13,14:00,17:00,Lieu B,74010
"""


@pytest.fixture(scope="module")
def commune(tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("permanences"))
    (project.folder / "content/agenda/permanences.csv").write_text(TABLE)
    project.build("--no-pdf")
    handler = functools.partial(QuietHandler, directory=str(project.public))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/communes/74010-annecy/"
        server.shutdown()


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Guadeloupe"])
@pytest.mark.parametrize(("now", "told"), [
    ("2026-12-10T17:59:00+01:00", "Lieu A"), ("2026-12-10T18:01:00+01:00", "Lieu B"),
    ("2027-01-13T16:59:00+01:00", "Lieu B"), ("2027-01-13T17:01:00+01:00", "Aucune autre permanence"),
])
def test_it_is_right_to_the_minute(browser, commune, zone, now, told):
    context = browser.new_context(locale="fr-FR", timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.goto(commune)
    shown = [line for line in page.locator(".next-permanence p").all() if line.is_visible()]
    assert len(shown) == 1 and told in shown[0].inner_text()
    assert told.startswith("Aucune") or "sauf intervention" in shown[0].inner_text()
    context.close()


def test_without_a_script_the_first_is_told(browser, commune):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(commune)
    shown = [line.inner_text() for line in page.locator(".next-permanence p").all() if line.is_visible()]
    assert len(shown) == 1 and "Lieu A" in shown[0]
    context.close()


def test_the_months_stand_beside_the_list_and_fit_a_telephone(browser, commune):
    address = commune.split("/communes/")[0] + "/agenda/"
    for width, beside in [(1280, True), (360, False)]:
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(address)
        month = page.locator(".month").first
        events, grid = month.locator(".events").bounding_box(), month.locator("table").bounding_box()
        assert (grid["x"] >= events["x"] + events["width"]) == beside
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        context.close()
