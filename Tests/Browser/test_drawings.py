"""Timelines, decisions and texts to paste, as they are drawn: on a phone and wide, by day and by night."""

import functools
import http.server
import threading

import pytest

from conftest import QuietHandler
from judges.program import copy_of_the_example

GUIDE = """---
title: Essai des dessins
summary: Une procédure et un choix.
audience: [élu]
updated: 2026-11-24
short_texts:
  160: "En danger : composez le :fact[17]."
---

:::timeline{title="La procédure"}

- **Jour 1** : constatez et photographiez, sans rien toucher ni déplacer de ce que vous trouvez.
- **Plus tard** : relisez.

:::

:::decision

Que voyez-vous ?

- **Un dépôt** : y a-t-il un risque ?
  - **Oui** : prévenez la brigade.
  - **Non** : ouvrez la procédure.
- **Une épave** : c'est une autre procédure.

:::
"""
CONTRAST = """element => {
    const channels = text => text.match(/[\\d.]+/g).map(Number);
    const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    let behind = element;
    while (behind && (channels(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0) behind = behind.parentElement;
    const pair = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor].map(channels).map(luminance);
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
}"""


@pytest.fixture(scope="module")
def drawn(program, tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("drawings"))
    (project.folder / "content/guides/environnement/essai.md").write_text(GUIDE, "utf-8")
    project.build("--no-pdf", "--no-search", "--strict")
    handler = functools.partial(QuietHandler, directory=str(project.public))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/guides/environnement/essai/"
        server.shutdown()


@pytest.fixture
def view(browser, drawn):
    contexts = []

    def open_(width, scheme="light", **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options))
        page = contexts[-1].new_page()
        page.goto(drawn)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1200])
def test_drawings_fit_and_can_be_read(view, width, scheme):
    page = view(width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    labels = page.locator(".block-timeline .label, .block-decision .label, .block-decision .block-title").all()
    assert len(labels) == 7
    for label in labels:
        assert label.evaluate(CONTRAST) >= 4.5, label.inner_text()


@pytest.mark.parametrize("width, beside", [(390, False), (1200, True)])
def test_what_to_do_stands_beside_its_label_where_there_is_room(view, width, beside):
    page = view(width)
    for item in page.locator(".block-timeline li, .block-decision li").all():
        label = item.locator("> .label").bounding_box()
        then = item.locator("> .then").bounding_box()
        if beside:
            assert then["x"] >= label["x"] + label["width"] - 1 and abs(then["y"] - label["y"]) < 12
        else:
            assert then["y"] >= label["y"] + label["height"] - 1


def test_the_text_alone_says_the_same_in_the_same_order(view):
    """As a screen reader goes through it, the style sheet apart."""
    page = view(390, java_script_enabled=True)
    text = " ".join(page.locator(".body").evaluate("element => element.textContent").split())
    assert text == (
        "La procédure Jour 1 Constatez et photographiez, sans rien toucher ni déplacer de ce que vous trouvez. Plus tard Relisez. "
        "Votre situation Que voyez-vous ? Un dépôt Y a-t-il un risque ? Oui Prévenez la brigade. Non Ouvrez la procédure. "
        "Une épave C’est une autre procédure.")


def test_a_text_to_paste_is_copied_whole(browser, drawn, view):
    page = view(390, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copier").click()
    page.get_by_text("Copié.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "En danger : composez le 17."
    field = page.locator("textarea[data-copy]")
    assert field.evaluate("field => field.scrollHeight <= field.clientHeight + 2"), "a part of the text is out of sight"
