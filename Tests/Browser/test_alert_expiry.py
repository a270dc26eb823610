"""An alert that is over leaves every page on the reader's own clock, in Chromium: nothing is built again."""

import functools
import http.server
import threading

import pytest

from conftest import QuietHandler
from judges.program import copy_of_the_example

ALERT = """---
title: Orage violent ce soir
summary: Restez à l'abri.
kind: intempérie
level: danger
communes: ["74010"]
sent: 2026-11-24 14:00
onset: 2026-11-24 16:00
expires: 2026-11-24 18:00
source: La brigade (exemple)
validation: {function: L'officier communication (exemple), date: 2026-11-24}
---

Un orage approche.

## Que faire

Restez à l'abri.
"""
TITLE = "Orage violent ce soir"
LISTS = ["/", "/alertes/", "/communes/74010-annecy/", "/communes/74010-annecy/encart.html", "/recherche/"]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("orage"))
    (project.folder / "content/alerts/orage.md").write_text(ALERT, "utf-8")
    project.build("--no-pdf", date="2026-11-24T15:00:00+01:00")
    handler = functools.partial(QuietHandler, directory=str(project.public))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def shown(page):
    return [link for link in page.get_by_role("link", name=TITLE).all() if link.is_visible()]


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Guadeloupe"])
@pytest.mark.parametrize("route", LISTS)
def test_it_leaves_every_list_at_its_minute(browser, address, zone, route):
    for now, count in [("2026-11-24T17:59:30+01:00", 1), ("2026-11-24T18:01:00+01:00", 0)]:
        context = browser.new_context(locale="fr-FR", timezone_id=zone)
        page = context.new_page()
        page.clock.set_fixed_time(now)
        page.goto(address + route)
        assert (len(shown(page)) > 0) == (count > 0), f"{route} at {now}"
        context.close()


@pytest.mark.parametrize("route", LISTS)
def test_it_leaves_a_page_that_stays_open(browser, address, route):
    context = browser.new_context(timezone_id="Europe/Paris")
    page = context.new_page()
    page.clock.install(time="2026-11-24T17:58:00+01:00")
    page.goto(address + route)
    assert shown(page)
    page.clock.run_for(60_000)
    assert shown(page)
    page.clock.run_for(90_000)
    assert not shown(page)
    context.close()


def test_its_own_page_says_that_it_is_over(browser, address):
    for now, is_over, is_ahead in [
        ("2026-11-24T15:30:00+01:00", False, True), ("2026-11-24T16:01:00+01:00", False, False), ("2026-11-24T18:01:00+01:00", True, False),
    ]:
        context = browser.new_context(timezone_id="Europe/Paris")
        page = context.new_page()
        page.clock.set_fixed_time(now)
        page.goto(address + "/alertes/orage/")
        assert page.get_by_text("Cette alerte a expiré").is_visible() == is_over, now
        assert page.get_by_text("Pas encore commencé").is_visible() == is_ahead, now
        context.close()


def test_without_a_script_the_words_say_until_when(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for route in LISTS[:4]:
        page.goto(address + route)
        assert "24 novembre 2026 à 18 h" in page.locator("body").inner_text().replace("\u00a0", " "), route
    context.close()
